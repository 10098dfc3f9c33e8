import CZlib

/// A gzip file inflated as it is read, members after one another included. The only file that knows
/// zlib.
final class GzipStream {
  private let source: ByteWindow
  private let name: String
  private let limits: ZipLimits
  private let stream: UnsafeMutablePointer<z_stream>
  private let input = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
  private var isOver = false
  private var isBetweenMembers = false
  private var inflated = 0

  /// 15 bits of window, and 16 for the gzip header (zlib.h).
  private static let windowBits: Int32 = 15 + 16

  init(_ source: ByteSource, limits: ZipLimits = .container) throws {
    self.source = try ByteWindow(source, size: 1 << 18)
    self.limits = limits
    name = source.name
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    guard
      inflateInit2_(
        stream, GzipStream.windowBits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { throw GzipStream.damaged }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
    input.deallocate()
  }

  /// The next inflated bytes; 0 at the end. Throws `gzip-danneggiato`, `zip-sospetto`.
  func read(into target: UnsafeMutableRawBufferPointer) throws -> Int {
    stream.pointee.next_out = target.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = uInt(target.count)
    while !isOver, Int(stream.pointee.avail_out) == target.count {
      if stream.pointee.avail_in == 0 {
        let got = try source.read(into: input)
        stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_in = uInt(got)
        if got == 0 {
          guard isBetweenMembers else { throw GzipStream.damaged }
          isOver = true
          break
        }
      }
      if isBetweenMembers {
        if skipPadding() { continue }
        guard stream.pointee.next_in.pointee == 0x1F else { throw GzipStream.followed }
        inflateReset(stream)
        isBetweenMembers = false
      }
      switch inflate(stream, Z_NO_FLUSH) {
      case Z_OK, Z_BUF_ERROR: break
      case Z_STREAM_END: isBetweenMembers = true
      default: throw GzipStream.damaged
      }
    }
    let got = target.count - Int(stream.pointee.avail_out)
    inflated += got
    try limits.check(name, inflated: inflated, compressed: source.position)
    return got
  }

  /// Zeros up to the end of a block, as tapes leave them.
  ///
  /// - Returns: true where nothing else is left to look at.
  private func skipPadding() -> Bool {
    while stream.pointee.avail_in > 0, stream.pointee.next_in.pointee == 0 {
      stream.pointee.next_in += 1
      stream.pointee.avail_in -= 1
    }
    return stream.pointee.avail_in == 0
  }

  private static let followed = UnreadableFile(
    code: "gzip-danneggiato",
    message:
      "dopo la fine del contenuto compresso (gzip) il file continua con altro, che non si può leggere:"
      + " ripetere l'invio o l'esportazione.")

  static let damaged = UnreadableFile(
    code: "gzip-danneggiato",
    message: "il file compresso (gzip) è danneggiato o incompleto: ripetere l'invio o"
      + " l'esportazione.")
}
