/// Rows of a text file whose columns stand at fixed places: one row a line.
///
/// Blanks at the ends of a cell are padding and are left out. Places count characters, not bytes. A
/// line that ends early lacks its last cells; what stands beside the layout's columns is not read.
public final class FixedWidthReader: TableReader {
  /// Longest line accepted, in characters.
  public static let lineLimit = 1 << 20

  public let columnNames: [String]
  public private(set) var blankRowCount = 0
  private let layout: FixedLayout
  private let text: TextWindow
  private var consumed = 0
  private var line: Int32 = 1

  public init(
    _ source: ByteSource, layout: FixedLayout, encoding: TextEncoding = .utf8,
    windowSize: Int = ByteWindow.defaultSize
  ) throws {
    self.layout = layout
    columnNames = layout.columns.map(\.name)
    text = try TextWindow(source, encoding: encoding, size: windowSize)
  }

  public func next(into batch: RawBatch) throws -> Bool {
    batch.removeAll()
    while batch.rows.count < RawBatch.capacity, batch.bytes.count < RawBatch.byteBudget,
      batch.cells.count < RawBatch.cellBudget
    {
      guard let end = lineEnd() else {
        if text.isLast { break }
        if text.count - consumed > FixedWidthReader.lineLimit * 4 {
          throw UnreadableFile(
            code: "riga-troppo-lunga",
            message: "la riga supera \(FixedWidthReader.lineLimit) caratteri: il file non è a"
              + " larghezza fissa.", line: Int(line))
        }
        try text.refill(consumed: consumed)
        consumed = 0
        continue
      }
      let start = text.start + consumed
      try append(UnsafeBufferPointer(start: start, count: end.length), to: batch)
      if end.length == end.next, text.endsInsideLetter, batch.rows.last?.line == line {
        batch.broken[line] = .cut
      }
      consumed += end.next
      line &+= 1
    }
    return !batch.rows.isEmpty
  }

  /// Bytes of the line at the front of the window, and where the next begins; nil when the window ends
  /// inside it.
  private func lineEnd() -> (length: Int, next: Int)? {
    let count = text.count - consumed
    let p = text.start + consumed
    var i = 0
    while i < count {
      if p[i] == 0x0A { return (i, i + 1) }
      if p[i] == 0x0D {
        if i + 1 == count, !text.isLast { return nil }
        return (i, i + (i + 1 < count && p[i + 1] == 0x0A ? 2 : 1))
      }
      i += 1
    }
    return text.isLast && count > 0 ? (count, count) : nil
  }

  private func append(_ bytes: UnsafeBufferPointer<UInt8>, to batch: RawBatch) throws {
    guard bytes.contains(where: { $0 > 0x20 }) else {
      blankRowCount += 1
      return
    }
    if bytes.contains(0) {
      throw UnreadableFile(
        code: "testo-byte-nullo",
        message: "il testo contiene un byte nullo: il file è danneggiato o non è testo.",
        line: Int(line))
    }
    let first = batch.cells.count
    // Where each character begins, found once a line; the columns go from left to right.
    var place = 1
    var offset = 0
    for column in layout.columns {
      if place > column.places.lowerBound { (place, offset) = (1, 0) }
      FixedWidthReader.advance(&place, &offset, to: column.places.lowerBound, bytes)
      var (end, last) = (place, offset)
      FixedWidthReader.advance(&end, &last, to: column.places.upperBound + 1, bytes)
      var range = offset..<last
      while let byte = range.first, bytes[byte] <= 0x20 { range.removeFirst() }
      while let byte = range.last, bytes[byte] <= 0x20 { range.removeLast() }
      let start = batch.bytes.count
      batch.bytes.append(contentsOf: bytes[range])
      batch.cells.append(
        RawCell(
          start: UInt32(start), length: UInt32(range.count), kind: range.isEmpty ? .empty : .text))
    }
    guard batch.cells[first...].contains(where: { $0.length > 0 }) else {
      batch.cells.removeLast(batch.cells.count - first)
      blankRowCount += 1
      return
    }
    batch.rows.append(
      RawRow(line: line, firstCell: Int32(first), cellCount: Int32(layout.columns.count)))
  }

  /// Moves to the byte where the character at `target` begins, or to the end of the line.
  private static func advance(
    _ place: inout Int, _ offset: inout Int, to target: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) {
    while place < target, offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      place += 1
    }
  }
}
