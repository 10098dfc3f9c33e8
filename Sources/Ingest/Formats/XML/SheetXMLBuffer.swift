import Glibc

/// What a `SheetXMLParser` has read and not used yet, and the elements that are open.
struct SheetXMLBuffer {
  private(set) var buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: 1 << 16 + 1)
  private var capacity = 1 << 16
  /// Next byte to look at, and the end of what was read (followed by a zero).
  var place = 0
  private(set) var count = 0
  private(set) var isLast = false
  var isPaused = false
  var hasRoot = false
  /// Open elements; their names one after the other, and where each begins.
  private(set) var depth = 0
  private var names = UnsafeMutablePointer<UInt8>.allocate(capacity: 1 << 12)
  private var nameCapacity = 1 << 12
  private var nameCount = 0
  private let nameStarts = UnsafeMutablePointer<Int>.allocate(
    capacity: XMLPullParser.depthLimit + 1)

  /// Frees the memory; nothing is called after it.
  func deallocate() {
    buffer.deallocate()
    names.deallocate()
    nameStarts.deallocate()
  }

  /// Moves what is left to the front and lets `fill` write up to `size` bytes after it.
  mutating func refill(
    _ size: Int, _ fill: (UnsafeMutableRawBufferPointer) throws -> Int
  ) throws {
    let rest = count - place
    if rest + size > capacity {
      capacity = max(2 * capacity, rest + size)
      let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + 1)
      larger.update(from: buffer + place, count: rest)
      buffer.deallocate()
      buffer = larger
    } else if place > 0 {
      memmove(buffer, buffer + place, rest)
    }
    place = 0
    count = rest
    let got = try fill(UnsafeMutableRawBufferPointer(start: buffer + rest, count: size))
    count += got
    buffer[count] = 0
    isLast = got == 0
  }

  /// An element opens; its depth was checked.
  @inline(__always)
  mutating func push(_ name: UnsafeMutablePointer<UInt8>, _ length: Int) {
    if nameCount + length > nameCapacity {
      nameCapacity = 2 * (nameCount + length)
      let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: nameCapacity)
      larger.update(from: names, count: nameCount)
      names.deallocate()
      names = larger
    }
    // Names of one byte are met by the million: no call for them.
    if length == 1 {
      names[nameCount] = name[0]
    } else {
      (names + nameCount).update(from: name, count: length)
    }
    nameStarts[depth] = nameCount
    nameCount += length
    depth += 1
  }

  @inline(__always)
  mutating func pop() {
    depth -= 1
    nameCount = nameStarts[depth]
  }

  /// The innermost open element bears this name.
  @inline(__always)
  func isTop(_ name: UnsafeMutablePointer<UInt8>, _ length: Int) -> Bool {
    guard depth > 0, nameCount - nameStarts[depth - 1] == length else { return false }
    let top = names + nameStarts[depth - 1]
    return length == 1 ? top[0] == name[0] : memcmp(top, name, length) == 0
  }

  func find(
    _ mark: StaticString, from p: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8>? {
    let size = mark.utf8CodeUnitCount
    var q = p
    let last = buffer + count - size
    while q <= last {
      if memcmp(q, mark.utf8Start, size) == 0 { return q }
      q += 1
    }
    return nil
  }
}
