/// A sliding window over a text delivery, always valid UTF-8 whatever the file's encoding.
///
/// A parser walks the bytes from `start` to `end` with plain pointers. `end` is followed by
/// `padding` zero bytes, so eight bytes may be loaded at any place and a scan for control characters
/// stops by itself. When it needs more, the parser asks `refill(keeping:)`, which moves what is not
/// consumed yet to the front: a record never straddles two windows, it is read again from its start.
final class TextWindow {
  static let padding = 16

  /// First byte of the window. Valid until the next `refill`.
  private(set) var start: UnsafeMutablePointer<UInt8>
  /// Number of decoded bytes in the window.
  private(set) var count = 0
  /// True while the window begins where the file does.
  private(set) var isFirst = true
  /// True when the file has nothing after this window.
  private(set) var isLast = false
  /// The file ends before the last byte of a letter: it was cut there. What there is of it is left out.
  private(set) var endsInsideLetter = false

  private let source: ByteWindow
  private let encoding: TextEncoding
  private var transcoder: Transcoder?
  private var capacity: Int
  private var atStart = true
  /// Bytes of a UTF-8 sequence whose rest has not been read yet.
  private var pending: [UInt8] = []

  init(_ source: ByteSource, encoding: TextEncoding, size: Int = ByteWindow.defaultSize) throws {
    self.source = try ByteWindow(source, size: size)
    self.encoding = encoding
    transcoder = Transcoder(encoding, chunk: self.source.size)
    capacity = self.source.size + TextWindow.padding
    start = .allocate(capacity: capacity)
    start.initialize(repeating: 0, count: capacity)
  }

  deinit { start.deallocate() }

  var end: UnsafeMutablePointer<UInt8> { start + count }

  /// Drops the first `consumed` bytes, keeps the rest at the front and reads on. After it, either the
  /// window is longer than what was kept or `isLast` is true.
  func refill(consumed: Int) throws {
    let kept = count - consumed
    if consumed > 0 {
      isFirst = false
      start.update(from: start + consumed, count: kept)
    }
    count = kept
    // A long record is read again from its start each time: doubling keeps that linear.
    let wanted = kept < 4096 ? 1 : kept
    while !isLast, count - kept < wanted {
      if transcoder == nil { try readUTF8() } else { try readTranscoded() }
    }
    seal()
  }

  /// Reads on until the window is full or the file ends: the sample that sniffing looks at.
  func fill() throws {
    while !isLast, count < source.size {
      if transcoder == nil { try readUTF8() } else { try readTranscoded() }
    }
    seal()
  }

  private func readUTF8() throws {
    reserve(pending.count + source.size)
    let target = end
    for (i, byte) in pending.enumerated() { target[i] = byte }
    let got = try source.read(
      into: UnsafeMutableRawBufferPointer(start: target + pending.count, count: source.size))
    var fresh = pending.count + got
    if atStart {
      let mark = TextEncoding.utf8.byteOrderMark
      let isPrefix = (0..<min(3, fresh)).allSatisfy { target[$0] == mark[$0] }
      if isPrefix, fresh < 3, got > 0 {
        pending = (0..<fresh).map { target[$0] }
        return
      }
      if isPrefix, fresh >= 3 {
        target.update(from: target + 3, count: fresh - 3)
        fresh -= 3
      }
      atStart = false
    }
    pending.removeAll(keepingCapacity: true)
    switch UTF8Scan.scan(target, count: fresh) {
    case .valid: count += fresh
    case .incomplete(let at) where got > 0:
      pending = (at..<fresh).map { target[$0] }
      count += at
    case .incomplete(let at):
      count += at
      endsInsideLetter = true
    case .invalid: throw UnreadableFile.notText(encoding, near: source.position)
    }
    isLast = got == 0
  }

  private func readTranscoded() throws {
    reserve(transcoder!.maximumOutput)
    let written = try transcoder!.next(from: source, to: end, position: source.position)
    isLast = written == nil
    endsInsideLetter = transcoder!.endsInsideLetter
    count += written ?? 0
  }

  private func reserve(_ more: Int) {
    let needed = count + more + TextWindow.padding
    guard needed > capacity else { return }
    let grown = max(needed, capacity + capacity / 2)
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: grown)
    moved.update(from: start, count: count)
    start.deallocate()
    start = moved
    capacity = grown
  }

  private func seal() { (start + count).update(repeating: 0, count: TextWindow.padding) }
}

extension UnreadableFile {
  static let notTextCode = "codifica-non-valida"

  static func notText(_ encoding: TextEncoding, near position: Int) -> UnreadableFile {
    UnreadableFile(
      code: notTextCode,
      message: "il file non è scritto in \(encoding.rawValue) (attorno al byte \(position)):"
        + " indicare la codifica giusta nel descrittore o esportarlo di nuovo in UTF-8.")
  }
}
