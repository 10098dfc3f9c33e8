/// Values by a number that is as good as random in its upper or lower bits: a token, a fingerprint, a day.
///
/// The library's dictionaries hash every key with a secret seed. Tallies are filled hundreds of millions of
/// times with keys nobody outside chose, and there that hash costs more than all the rest. What is in the
/// table comes out in the order it went in.
struct KeyTable<Value> {
  typealias Entry = (key: UInt64, value: Value)

  private(set) var entries = ContiguousArray<Entry>()
  /// Places among the entries, by the upper bits of the mixed key; -1 where nothing is. Empty while the
  /// entries are few enough to be looked through.
  private var slots = ContiguousArray<Int32>()
  private var shift: UInt64 = 64

  private static var few: Int { 8 }

  var count: Int { entries.count }
  var isEmpty: Bool { entries.isEmpty }

  /// Changes the value of a key, which begins as told.
  @inline(__always)
  mutating func update(_ key: UInt64, from first: Value, _ body: (inout Value) -> Void) {
    let place = place(of: key)
    if place >= 0 {
      body(&entries[place].value)
    } else {
      var value = first
      body(&value)
      append(key, value)
    }
  }

  subscript(key: UInt64) -> Value? {
    let place = place(of: key)
    return place < 0 ? nil : entries[place].value
  }

  func filter(_ isKept: (UInt64) -> Bool) -> Self {
    var kept = Self()
    for (key, value) in entries where isKept(key) { kept.append(key, value) }
    return kept
  }

  /// The place of a key among the entries; -1 where it is not.
  @inline(__always)
  private func place(of key: UInt64) -> Int {
    if slots.isEmpty {
      for i in entries.indices where entries[i].key == key { return i }
      return -1
    }
    var slot = slot(of: key)
    while slots[slot] >= 0 {
      if entries[Int(slots[slot])].key == key { return Int(slots[slot]) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return -1
  }

  @inline(__always)
  private func slot(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }

  private mutating func append(_ key: UInt64, _ value: Value) {
    entries.append((key, value))
    if entries.count > max(Self.few, slots.count / 2) {
      makeSlots()
    } else if !slots.isEmpty {
      take(slotFor: entries.count - 1)
    }
  }

  /// Four slots an entry, so that half are free when they are made again.
  private mutating func makeSlots() {
    let bits = UInt64.bitWidth - (entries.count * 4 - 1).leadingZeroBitCount
    slots = ContiguousArray(repeating: -1, count: 1 << bits)
    shift = UInt64(UInt64.bitWidth - bits)
    for i in entries.indices { take(slotFor: i) }
  }

  private mutating func take(slotFor entry: Int) {
    var slot = slot(of: entries[entry].key)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(entry)
  }
}

extension KeyTable: Sendable where Value: Sendable {}

extension KeyTable where Value: AdditiveArithmetic {
  mutating func add(_ value: Value, to key: UInt64) { update(key, from: .zero) { $0 += value } }

  mutating func add(_ more: Self) { for entry in more.entries { add(entry.value, to: entry.key) } }
}

/// A set of such numbers.
struct KeySet: Sendable {
  private var table = KeyTable<Void>()

  var count: Int { table.count }
  var isEmpty: Bool { table.isEmpty }
  /// In the order they came.
  var all: some Sequence<UInt64> { table.entries.lazy.map(\.key) }

  mutating func insert(_ key: UInt64) { table.update(key, from: ()) { _ in } }
  mutating func formUnion(_ more: KeySet) { for key in more.all { insert(key) } }
}
