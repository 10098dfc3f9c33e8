/// Turns the bytes of an encoding that is not UTF-8 into UTF-8, a chunk at a time.
struct Transcoder {
  /// Bytes the next call may write.
  var maximumOutput: Int { (chunk + 4) * 3 + 8 }

  private let chunk: Int
  private let encoding: TextEncoding
  private let packed: [UInt32]
  private var raw: [UInt8]
  /// Bytes of UTF-16 kept for the next chunk: half a unit, or a high surrogate.
  private var carried = 0
  private var atStart = true
  /// The file ended with half a unit of UTF-16, or half a pair.
  private(set) var endsInsideLetter = false

  /// Nil for UTF-8, which needs none.
  init?(_ encoding: TextEncoding, chunk: Int) {
    guard encoding != .utf8 else { return nil }
    self.encoding = encoding
    self.chunk = chunk
    packed = (encoding == .mixed ? .windows1252 : CodePage(encoding))?.packed ?? []
    raw = [UInt8](repeating: 0, count: chunk + 4)
  }

  /// Reads a chunk and writes it at `output`; the number of bytes written, nil at the end.
  mutating func next(
    from source: ByteWindow, to output: UnsafeMutablePointer<UInt8>, position: Int
  ) throws -> Int? {
    let carried = carried
    let chunk = chunk
    let got = try raw.withUnsafeMutableBytes {
      try source.read(into: .init(rebasing: $0[carried..<(carried + chunk)]))
    }
    guard got > 0 else {
      if encoding == .mixed, carried > 0 {
        self.carried = 0
        return singleByte(carried, output)
      }
      // Half a line end takes nothing away.
      endsInsideLetter = carried > 1 || (carried == 1 && raw[0] != 0x0A && raw[0] != 0x0D)
      return nil
    }
    if encoding == .mixed { return mixed(carried + got, output) }
    if !packed.isEmpty { return singleByte(got, output) }
    return try utf16(carried + got, output, position)
  }

  private func singleByte(_ count: Int, _ output: UnsafeMutablePointer<UInt8>) -> Int {
    raw.withUnsafeBufferPointer { raw in
      packed.withUnsafeBufferPointer { packed in
        let p = raw.baseAddress!
        var i = 0
        var out = output
        while i < count {
          if i &+ 8 <= count {
            let word = UnsafeRawPointer(p + i).loadUnaligned(as: UInt64.self)
            if word & ByteWord.highs == 0 {
              UnsafeMutableRawPointer(out).storeBytes(of: word, as: UInt64.self)
              i &+= 8
              out += 8
              continue
            }
          }
          let entry = packed[Int(p[i])]
          out[0] = UInt8(truncatingIfNeeded: entry)
          out[1] = UInt8(truncatingIfNeeded: entry >> 8)
          out[2] = UInt8(truncatingIfNeeded: entry >> 16)
          out += Int(entry >> 24)
          i &+= 1
        }
        return out - output
      }
    }
  }

  /// Copies what is UTF-8 and reads every other byte as windows-1252.
  private mutating func mixed(_ count: Int, _ output: UnsafeMutablePointer<UInt8>) -> Int {
    var out = 0
    var rest = count
    raw.withUnsafeBufferPointer { raw in
      let p = raw.baseAddress!
      var i = 0
      if atStart, count >= 3 {
        atStart = false
        if raw.prefix(3).elementsEqual(TextEncoding.utf8.byteOrderMark) { i = 3 }
      }
      while i < count {
        let plain = UTF8Scan.skipASCII(p, i, count)
        (output + out).update(from: p + i, count: plain - i)
        out += plain - i
        i = plain
        if i == count { break }
        let length = p[i] < 0xE0 ? 2 : p[i] < 0xF0 ? 3 : 4
        switch UTF8Scan.scan(p + i, count: min(length, count - i)) {
        case .valid:
          (output + out).update(from: p + i, count: length)
          out += length
          i += length
          continue
        case .incomplete where p[i] >= 0xC2 && p[i] <= 0xF4:
          rest = i
        case .incomplete, .invalid:
          let entry = packed[Int(p[i])]
          for k in 0..<Int(entry >> 24) {
            output[out] = UInt8(truncatingIfNeeded: entry >> (8 * UInt32(k)))
            out += 1
          }
          i += 1
          continue
        }
        break
      }
    }
    carried = count - rest
    for k in 0..<carried { raw[k] = raw[rest + k] }
    return out
  }

  private mutating func utf16(
    _ count: Int, _ output: UnsafeMutablePointer<UInt8>, _ position: Int
  ) throws -> Int {
    let high = encoding == .utf16BigEndian ? 0 : 1
    var out = 0
    var i = 0
    while i + 2 <= count {
      var scalar = UInt32(raw[i + high]) << 8 | UInt32(raw[i + 1 - high])
      if atStart {
        atStart = false
        if scalar == 0xFEFF {
          i += 2
          continue
        }
      }
      var length = 2
      if scalar & 0xF800 == 0xD800 {
        // Half a pair at the end may be a file cut there; its second half never begins one.
        guard scalar < 0xDC00 else { throw UnreadableFile.notText(encoding, near: position + i) }
        guard i + 4 <= count else { break }
        let low = UInt32(raw[i + 2 + high]) << 8 | UInt32(raw[i + 3 - high])
        guard low & 0xFC00 == 0xDC00 else {
          throw UnreadableFile.notText(encoding, near: position + i)
        }
        scalar = 0x10000 + (scalar - 0xD800) << 10 + (low - 0xDC00)
        length = 4
      }
      out += UTF8Writer.write(scalar, at: output + out)
      i += length
    }
    carried = count - i
    for k in 0..<carried { raw[k] = raw[i + k] }
    return out
  }
}

enum UTF8Writer {
  /// Writes a scalar value as UTF-8 and returns its length.
  @inline(__always)
  static func write(_ scalar: UInt32, at out: UnsafeMutablePointer<UInt8>) -> Int {
    if scalar < 0x80 {
      out[0] = UInt8(truncatingIfNeeded: scalar)
      return 1
    }
    if scalar < 0x800 {
      out[0] = UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6)
      out[1] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
      return 2
    }
    if scalar < 0x10000 {
      out[0] = UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12)
      out[1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
      out[2] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
      return 3
    }
    out[0] = UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18)
    out[1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F)
    out[2] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
    out[3] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
    return 4
  }
}
