/// Rows of a text file whose columns stand at fixed places: one row a line.
///
/// Blanks at the ends of a cell are padding and are left out. Places count characters; bytes, in a line
/// that only so is as long as the others. Where most lines reach the layout's end and are of one length,
/// another of any length is a broken record. Elsewhere a line that ends early lacks its last cells; what
/// stands beside the layout's columns is not read.
public final class FixedWidthReader: TableReader {
  /// Longest line accepted, in characters.
  public static let lineLimit = 1 << 20

  public let columnNames: [String]
  public private(set) var blankRowCount = 0
  private let layout: FixedLayout
  private let text: TextWindow
  private var consumed = 0
  private var line: Int32 = 1
  /// Characters of every line, where most of the first ones have as many.
  private var length: Int?
  private var isMeasured = false

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
    if !isMeasured {
      try text.fill()
      length = commonLength()
      isMeasured = true
    }
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

  /// The length of more than half of the lines of the window; nil where nothing says that lines must be as
  /// long, because those are shorter than the layout or there are few.
  private func commonLength() -> Int? {
    let window = UnsafeBufferPointer(start: text.start, count: text.count)
    var lines = window.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
    // The window may end inside its last line.
    if !text.isLast, !lines.isEmpty { lines.removeLast() }
    guard lines.count >= FixedWidthReader.telling else { return nil }
    var counts: [Int: Int] = [:]
    for line in lines {
      let (characters, bytes) = (FixedWidthReader.characters(line), line.count)
      counts[characters, default: 0] += 1
      if bytes != characters { counts[bytes, default: 0] += 1 }
    }
    guard let most = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }),
      most.value * 2 > lines.count, most.key >= layout.columns.map(\.places.upperBound).max() ?? 0
    else { return nil }
    return most.key
  }

  /// Fewer lines say nothing of the others.
  private static let telling = 3

  private static func characters(_ line: some Collection<UInt8>) -> Int {
    line.count { $0 & 0xC0 != 0x80 }
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
    let characters = FixedWidthReader.characters(bytes)
    let countsBytes = characters != length && bytes.count == length
    if let length, characters != length, !countsBytes, !isPadded(bytes, beyond: length) {
      batch.broken[line] = BrokenRecord(
        problem: "\(characters) caratteri invece di \(length)", excerpt: "", cause: .otherLength)
    }
    let first = batch.cells.count
    // Where each character begins, found once a line; the columns go from left to right.
    var place = 1
    var offset = 0
    for column in layout.columns {
      if place > column.places.lowerBound { (place, offset) = (1, 0) }
      let ends = (column.places.lowerBound, column.places.upperBound + 1)
      FixedWidthReader.advance(&place, &offset, to: ends.0, bytes, countsBytes)
      var (end, last) = (place, offset)
      FixedWidthReader.advance(&end, &last, to: ends.1, bytes, countsBytes)
      var range = letter(at: offset, bytes)..<letter(at: last, bytes)
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

  /// Where the letter begins that has a byte at `place`: places that count bytes may fall inside one.
  private func letter(at place: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var start = place
    while start > 0, start < bytes.count, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }

  /// Longer than the others by blanks alone.
  private func isPadded(_ bytes: UnsafeBufferPointer<UInt8>, beyond length: Int) -> Bool {
    let blanks = bytes.reversed().prefix { $0 == 0x20 }.count
    let characters = FixedWidthReader.characters(bytes)
    return characters > length && characters - blanks <= length
  }

  /// Moves to the byte where the character at `target` begins, or to the end of the line.
  private static func advance(
    _ place: inout Int, _ offset: inout Int, to target: Int, _ bytes: UnsafeBufferPointer<UInt8>,
    _ countsBytes: Bool
  ) {
    while place < target, offset < bytes.count {
      offset += 1
      while !countsBytes, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      place += 1
    }
  }
}
