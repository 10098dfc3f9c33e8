internal import Glibc
internal import Warehouse

/// A file being written through a buffer, byte by byte: no `String` is made for a cell.
///
/// A value and not a reference, so that the loops that fill it pay no exclusivity checks. Errors of
/// the disk are remembered and thrown by `close()`.
struct ByteWriter: ~Copyable {
  private static let capacity = 1 << 20

  private let path: String
  private let descriptor: Int32
  private let buffer: UnsafeMutablePointer<UInt8>
  private var count = 0
  private var failure: Int32 = 0
  /// The line about to be written, counted from 1.
  private(set) var line = 1
  private(set) var bytes = 0

  init(path: String) throws(SampleError) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    buffer = .allocate(capacity: ByteWriter.capacity)
    if descriptor < 0 { failure = errno }
    try check()
  }

  deinit {
    if descriptor >= 0 { _ = Glibc.close(descriptor) }
    buffer.deallocate()
  }

  @inline(__always)
  mutating func byte(_ value: UInt8) {
    if count == ByteWriter.capacity { flush() }
    buffer[count] = value
    count &+= 1
  }

  /// A text that holds no line break.
  mutating func text(_ value: String) {
    var copy = value
    copy.withUTF8 { raw($0) }
  }

  mutating func raw(_ value: UnsafeBufferPointer<UInt8>) {
    if count &+ value.count > ByteWriter.capacity { flush() }
    if value.count > ByteWriter.capacity {
      for b in value { byte(b) }
      return
    }
    guard let base = value.baseAddress else { return }
    (buffer + count).update(from: base, count: value.count)
    count &+= value.count
  }

  /// A decimal number, with leading zeros up to `width` digits.
  mutating func number(_ value: Int, width: Int = 1) {
    if value < 0 {
      byte(UInt8(ascii: "-"))
      return number(-value, width: width)
    }
    if count &+ 24 > ByteWriter.capacity { flush() }
    var digits = 1
    var limit = 10
    while limit <= value && digits < 19 {
      digits &+= 1
      limit &*= 10
    }
    digits = max(digits, width)
    var rest = value
    var place = count &+ digits
    count = place
    for _ in 0..<digits {
      place &-= 1
      buffer[place] = 48 &+ UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
  }

  /// Ends a line, `\n`.
  mutating func newline() {
    byte(10)
    line &+= 1
  }

  /// Counts a line break that was written inside a text.
  mutating func countLine() { line &+= 1 }

  /// Ends a line as Windows does, `\r\n`.
  mutating func windowsNewline() {
    byte(13)
    newline()
  }

  private mutating func flush() {
    var done = 0
    while done < count, failure == 0 {
      let written = write(descriptor, buffer + done, count - done)
      if written < 0 { failure = errno } else { done += written }
    }
    bytes += count
    count = 0
  }

  /// Completes the file and tells its size.
  mutating func close() throws(SampleError) -> Int {
    flush()
    try check()
    return bytes
  }

  private func check() throws(SampleError) {
    guard failure != 0 else { return }
    throw SampleError(
      .output,
      "\(path): il file non si può scrivere (\(DiskWords.reason(failure))); "
        + "controllare la cartella, lo spazio e i permessi.")
  }
}
