/// Remembers what each spelling of a label turned out to mean, so that a meaning is worked out once.
///
/// A column of labels repeats a few hundred spellings millions of times. Keys are the raw bytes of
/// the cell, exactly; each new one gets the next small index and keeps it. Memory is bounded: once
/// full (or for cells over 255 bytes) a label is worked out every time and not remembered. Not for
/// sharing between threads.
public final class LabelCache<Value> {
  /// A place in the open-addressing table. `stamp` is 0 where nothing is.
  private struct Slot {
    var stamp: UInt32
    var index: Int32
    var start: UInt32
    var length: UInt32
  }

  public let capacity: Int
  private let mask: Int
  private let slots: UnsafeMutablePointer<Slot>
  private let values: UnsafeMutablePointer<Value>
  private let keys: UnsafeMutablePointer<UInt8>
  private let keyCapacity: Int
  private var keyBytes = 0
  public private(set) var count = 0

  /// - Parameter capacity: spellings remembered at most; each costs 32 bytes of table, its value and
  ///   its text (32 bytes on average are set aside).
  public init(capacity: Int = 4096) {
    precondition(capacity > 0)
    self.capacity = capacity
    var size = 16
    while size < capacity * 2 { size *= 2 }
    mask = size - 1
    keyCapacity = max(capacity * 32, 256)
    slots = .allocate(capacity: size)
    slots.initialize(
      repeating: Slot(stamp: 0, index: 0, start: 0, length: 0), count: size)
    values = .allocate(capacity: capacity)
    keys = .allocate(capacity: keyCapacity)
  }

  deinit {
    values.deinitialize(count: count)
    values.deallocate()
    slots.deallocate()
    keys.deallocate()
  }

  /// The meaning of a cell: remembered, or worked out by `resolve` and remembered.
  @inline(__always)
  public func value(for bytes: CellBytes, resolve: (CellBytes) throws -> Value) rethrows -> Value {
    let index = find(bytes)
    if index >= 0 { return values[index] }
    let value = try resolve(bytes)
    insert(bytes, value)
    return value
  }

  /// The index of a cell's spelling, 0 for the first met; nil when it could not be remembered.
  @inline(__always)
  public func index(for bytes: CellBytes, resolve: (CellBytes) throws -> Value) rethrows -> Int? {
    let index = find(bytes)
    if index >= 0 { return index }
    return insert(bytes, try resolve(bytes))
  }

  /// The value behind an index that `index(for:resolve:)` gave.
  public subscript(index: Int) -> Value {
    precondition(index >= 0 && index < count)
    return values[index]
  }

  /// -1 when the spelling is new.
  @inline(__always)
  private func find(_ bytes: CellBytes) -> Int {
    let hash = LabelHash.of(bytes)
    let stamp = UInt32(truncatingIfNeeded: hash >> 32) | 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while true {
      let slot = slots[place]
      if slot.stamp == 0 { return -1 }
      if slot.stamp == stamp, Int(slot.length) == bytes.count,
        LabelHash.areEqual(keys + Int(slot.start), bytes)
      {
        return Int(slot.index)
      }
      place = (place + 1) & mask
    }
  }

  @discardableResult
  @inline(never)
  private func insert(_ bytes: CellBytes, _ value: Value) -> Int? {
    guard count < capacity, bytes.count <= 255, keyBytes + bytes.count <= keyCapacity else {
      return nil
    }
    let hash = LabelHash.of(bytes)
    var place = Int(truncatingIfNeeded: hash) & mask
    while slots[place].stamp != 0 { place = (place + 1) & mask }
    if let base = bytes.baseAddress {
      (keys + keyBytes).update(from: base, count: bytes.count)
    }
    slots[place] = Slot(
      stamp: UInt32(truncatingIfNeeded: hash >> 32) | 1, index: Int32(count),
      start: UInt32(keyBytes), length: UInt32(bytes.count))
    (values + count).initialize(to: value)
    keyBytes += bytes.count
    count += 1
    return count - 1
  }
}

/// Hashing and comparing short byte strings in place.
enum LabelHash {
  /// Not keyed: collisions cost time, never correctness, and the tables are bounded.
  @inline(__always)
  static func of(_ bytes: CellBytes) -> UInt64 {
    let count = bytes.count
    guard let base = bytes.baseAddress, count > 0 else { return mix(0x9E37_79B9_7F4A_7C15, 1) }
    let p = UnsafeRawPointer(base)
    var hash = UInt64(count) &* 0x9E37_79B9_7F4A_7C15
    if count >= 8 {
      var i = 0
      while i + 8 <= count {
        hash = mix(hash, p.loadUnaligned(fromByteOffset: i, as: UInt64.self))
        i += 8
      }
      if i < count {
        hash = mix(hash, p.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self))
      }
    } else if count >= 4 {
      let head = UInt64(p.loadUnaligned(fromByteOffset: 0, as: UInt32.self))
      let tail = UInt64(p.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
      hash = mix(hash, head | tail << 32)
    } else {
      let word = UInt64(base[0]) | UInt64(base[count / 2]) << 8 | UInt64(base[count - 1]) << 16
      hash = mix(hash, word)
    }
    return hash ^ hash >> 29
  }

  @inline(__always)
  private static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let (high, low) = (a ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: b ^ 0xE703_7ED1_A0B4_28DB)
    return high ^ low
  }

  @inline(__always)
  static func areEqual(_ key: UnsafePointer<UInt8>, _ bytes: CellBytes) -> Bool {
    guard let base = bytes.baseAddress else { return true }
    let a = UnsafeRawPointer(key)
    let b = UnsafeRawPointer(base)
    let count = bytes.count
    if count >= 8 {
      var i = 0
      while i + 8 <= count {
        if a.loadUnaligned(fromByteOffset: i, as: UInt64.self)
          != b.loadUnaligned(fromByteOffset: i, as: UInt64.self)
        {
          return false
        }
        i += 8
      }
      return a.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
        == b.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
    }
    for i in 0..<count where key[i] != base[i] { return false }
    return true
  }
}
