/// A list of texts kept as bytes in the encoding of a file, to be written without conversions.
struct Phrases: Sendable {
  private var bytes: [UInt8] = []
  private var starts: [Int32] = [0]

  /// - Parameter encode: the encoding of the file; UTF-8 unless told.
  init(_ texts: [String], encode: (String) -> [UInt8] = { Array($0.utf8) }) {
    for text in texts {
      bytes.append(contentsOf: encode(text))
      starts.append(Int32(bytes.count))
    }
  }

  var count: Int { starts.count - 1 }

  @inline(__always)
  func write(_ index: Int, to out: inout ByteWriter) {
    bytes.withUnsafeBufferPointer { all in
      let range = Int(starts[index])..<Int(starts[index + 1])
      out.raw(UnsafeBufferPointer(rebasing: all[range]))
    }
  }
}

/// Windows-1252, the encoding of most Italian office exports; characters it lacks become `?`.
enum Windows1252 {
  static func encode(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { scalar in
      switch scalar.value {
      case 0..<0x80, 0xA0...0xFF: UInt8(scalar.value)
      case 0x20AC: 0x80
      case 0x2013: 0x96
      case 0x2018: 0x91
      case 0x2019: 0x92
      case 0x201C: 0x93
      case 0x201D: 0x94
      default: UInt8(ascii: "?")
      }
    }
  }
}
