/// UTF-8 that was taken for cp1252 and encoded again: `CittÃ ` for `Città`.
enum DoubleEncoding {
  /// Undoes it in place and returns the new length; nil, leaving the text alone, unless every
  /// character of the text was one byte of well-formed UTF-8: nothing is repaired at the price of
  /// something else.
  static func repair(_ text: UnsafeMutableBufferPointer<UInt8>) -> Int? {
    guard let base = text.baseAddress,
      UTF8Scan.skipASCII(UnsafePointer(base), 0, text.count) < text.count
    else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      if scalar.value < 0x80 {
        bytes.append(UInt8(scalar.value))
      } else if let byte = cp1252[scalar.value] {
        bytes.append(byte)
      } else {
        return nil
      }
    }
    let isText = bytes.withUnsafeBufferPointer {
      UTF8Scan.scan($0.baseAddress!, count: $0.count) == .valid
    }
    guard isText else { return nil }
    for (i, byte) in bytes.enumerated() { base[i] = byte }
    return bytes.count
  }

  /// The byte of each character above ASCII.
  private static let cp1252: [UInt32: UInt8] = Dictionary(
    uniqueKeysWithValues: CodePage.windows1252.scalars.enumerated().map {
      ($1, UInt8(0x80 + $0))
    })
}

/// A reader whose doubly encoded cells come out repaired.
public final class RepairingReader: TableReader {
  private let base: any TableReader
  /// Cells put right so far.
  public private(set) var repairedCellCount = 0

  init(_ base: any TableReader) { self.base = base }

  public var blankRowCount: Int { base.blankRowCount }

  public var columnNames: [String] {
    base.columnNames.map { name in
      var bytes = Array(name.utf8)
      let length = bytes.withUnsafeMutableBufferPointer { DoubleEncoding.repair($0) }
      return length.map { String(decoding: bytes[..<$0], as: UTF8.self) } ?? name
    }
  }

  public func next(into batch: RawBatch) throws -> Bool {
    guard try base.next(into: batch) else { return false }
    for row in batch.rows {
      for i in Int(row.firstCell)..<Int(row.firstCell + row.cellCount) {
        let cell = batch.cells[i]
        guard cell.length > 1, cell.kind == .text else { continue }
        let range = Int(cell.start)..<Int(cell.start + cell.length)
        let length = batch.bytes.withUnsafeMutableBufferPointer {
          DoubleEncoding.repair(UnsafeMutableBufferPointer(rebasing: $0[range]))
        }
        if let length {
          batch.cells[i].length = UInt32(length)
          repairedCellCount += 1
        }
      }
    }
    return true
  }
}
