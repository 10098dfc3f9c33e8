/// What a sample of the file looks like when it is read with one delimiter and one quote.
struct DialectTrial {
  let delimiter: UInt8
  let quote: UInt8?
  let escape: UInt8?
  /// Blanks between delimiters and quotes are layout.
  let skipsBlanks: Bool
  /// How many records have each number of fields.
  private(set) var widths: [Int: Int] = [:]
  /// And how many have blanks alone after so many of them.
  private var shapes: [Shape: Int] = [:]

  private struct Shape: Hashable {
    let fields: Int
    let filled: Int
  }
  /// Those of the records that open with `#`: they may be notes between the rows, and no table.
  private var notes: [Shape: Int] = [:]
  /// The reading breaks: a quote that never closes, or swallows most of the sample.
  private(set) var isBroken = false
  /// The first record alone has more fields than any table.
  private(set) var isTooWide = false

  private var quotedFields = 0
  private var looseQuotes = 0
  private(set) var skippedBlanks = 0
  private var cleanCells = 0
  private var judgedCells = 0
  private var filledCells = 0
  /// Cells that stand between apostrophes, read otherwise; and whether one inside such a cell is doubled.
  private var apostropheCells = 0
  private var doublesApostrophes = false

  /// Cells are judged on this many records; widths on all.
  private static let judgedRecords = 2000

  init(
    delimiter: UInt8, quote: UInt8?, escape: UInt8? = nil, skipsBlanks: Bool = false,
    sample: TextWindow
  ) {
    self.delimiter = delimiter
    self.quote = quote
    self.escape = escape
    self.skipsBlanks = skipsBlanks
    var bytes = [UInt8](repeating: 0, count: sample.count + TextWindow.padding)
    var cells = [RawCell](repeating: .empty, count: 1 << 16)
    var rows = [RawRow](repeating: .none, count: 4096)
    var start = 0
    reading: while true {
      var used = (rows: 0, outcome: CSVScanner.Outcome.needsInput)
      bytes.withUnsafeMutableBufferPointer { bytes in
        cells.withUnsafeMutableBufferPointer { cells in
          rows.withUnsafeMutableBufferPointer { rows in
            var scanner = CSVScanner(
              delimiter: delimiter, quote: quote ?? 0, escape: escape ?? 0,
              skipsBlanks: skipsBlanks,
              input: sample.start + start,
              end: sample.end, isLast: sample.isLast, bytes: bytes.baseAddress!,
              byteBudget: bytes.count, cells: cells.baseAddress!, cellCapacity: cells.count,
              rows: rows.baseAddress!, rowCapacity: rows.count)
            used.outcome = scanner.scan()
            used.rows = scanner.rowCount
            quotedFields += scanner.quotedFields
            looseQuotes += scanner.looseQuotes
            skippedBlanks += scanner.skippedBlanks
            start = scanner.input - UnsafePointer(sample.start)
          }
        }
      }
      for row in rows[..<used.rows] where !isRule(row, cells, bytes) {
        if recordCount < DialectTrial.judgedRecords { judge(row, cells, bytes) }
        let range = Int(row.firstCell)..<Int(row.firstCell + row.cellCount)
        let filled = (cells[range].lastIndex { $0.length > 0 } ?? range.lowerBound - 1) + 1
        let shape = Shape(fields: range.count, filled: filled - range.lowerBound)
        count(shape, 1)
        let opening = cells[range.lowerBound]
        if opening.length > 0, bytes[Int(opening.start)] == UInt8(ascii: "#") {
          notes[shape, default: 0] += 1
        }
      }
      switch used.outcome {
      case .batchFull: continue
      case .needsCells:
        if used.rows > 0 { continue }
        // More fields than any table has: this is not the delimiter.
        isBroken = cells.count >= RawBatch.cellBudget
        if isBroken { break reading }
        cells += cells
      case .needsInput:
        // A last record that takes a good part of the sample is a quote gone wild.
        isBroken = sample.count - start > max(1 << 16, sample.count / 4)
        break reading
      case .unclosedQuote:
        leave(from: start, in: sample)
        break reading
      case .zeroByte:
        isBroken = true
        break reading
      }
    }
    if isBroken, recordCount == 0 {
      let text = UnsafeBufferPointer(start: sample.start, count: sample.count)
      isTooWide = text.count { $0 == delimiter } > CSVReader.columnLimit
    }
    conclude()
  }

  private(set) var recordCount = 0

  /// A quote that opens on the last line does not tell how the lines before it are written; each line it
  /// takes is one this reading does not explain.
  private mutating func leave(from start: Int, in sample: TextWindow) {
    let rest = UnsafeBufferPointer(start: sample.start + start, count: sample.count - start)
    let lines = max(1, rest.count { $0 == 0x0A })
    widths[0, default: 0] += lines
    recordCount += lines
    isBroken = rest.count > sample.count / 4
  }

  /// Every field that opens with the quote ends with it: nobody writes that by chance.
  var isProperlyQuoted: Bool { quotedFields > 0 && looseQuotes == 0 && !isBroken }

  /// The commonest number of fields, the wider one of two equally common; or that which all records
  /// fill, where each is followed by a different number of delimiters.
  private(set) var width = 0
  /// Records with that number of fields, or with blanks alone after as many.
  private(set) var regularCount = 0

  private mutating func count(_ shape: Shape, _ records: Int) {
    recordCount += records
    widths[shape.fields, default: 0] += records
    shapes[shape, default: 0] += records
    if widths[shape.fields] == 0 { widths[shape.fields] = nil }
    if shapes[shape] == 0 { shapes[shape] = nil }
  }

  private mutating func conclude() {
    measure()
    guard !notes.isEmpty, recordCount > notes.values.reduce(0, +) + 1 else { return }
    let all = self
    for (shape, records) in notes { count(shape, -records) }
    measure()
    if width < 2 || consistency <= all.consistency { self = all }
  }

  private mutating func measure() {
    let commonest = widths.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
    let widest = shapes.keys.map(\.filled).max() ?? 0
    width = regular(widest) > 2 * (widths[commonest] ?? 0) ? widest : commonest
    regularCount = regular(width)
  }

  private func regular(_ width: Int) -> Int {
    shapes.reduce(0) { $0 + ($1.key.filled <= width && width <= $1.key.fields ? $1.value : 0) }
  }

  /// Share of the records with that number of fields.
  var consistency: Double {
    recordCount == 0 ? 0 : Double(regularCount) / Double(recordCount)
  }

  /// 0 when the reading explains nothing; grows with regular widths above all, then with cells free
  /// of other delimiters, and slightly with the number of fields.
  var score: Double {
    guard width >= 2 else { return 0 }
    var clean = judgedCells == 0 ? 0 : Double(cleanCells) / Double(judgedCells)
    if isProperlyQuoted {
      // What is between quotes is meant to be there, delimiters included.
      let cells = widths.reduce(0) { $0 + $1.key * $1.value }
      clean += (1 - clean) * min(1, Double(quotedFields) / Double(max(1, cells)))
    }
    // Text right after a closing quote: the quotes were part of the text.
    let loose = quotedFields == 0 ? 0 : Double(looseQuotes) / Double(quotedFields)
    if isQuotedOtherwise { clean *= 0.9 }
    let base =
      consistency * consistency * (0.5 + clean / 2) * (1 - 0.5 / Double(width)) * (1 - loose / 2)
    return isBroken ? base * 0.1 : base
  }

  /// Apostrophes are the quotes: around most cells, or around one with an apostrophe doubled inside.
  private var isQuotedOtherwise: Bool { doublesApostrophes || apostropheCells * 2 > filledCells }

  /// An apostrophe alone inside is none of a text between quotes: `'O sole 'e Napule'`.
  private mutating func noteApostrophes(_ text: ArraySlice<UInt8>) {
    let mark = DialectDecision.singleQuote
    guard quote != mark, text.count > 2, text.first == mark, text.last == mark else { return }
    var run = 0
    var isDoubled = false
    for byte in text.dropFirst().dropLast() {
      if byte == mark {
        run += 1
      } else if run % 2 == 1 {
        return
      } else {
        isDoubled = isDoubled || run > 0
        run = 0
      }
    }
    guard run % 2 == 0 else { return }
    apostropheCells += 1
    doublesApostrophes = doublesApostrophes || isDoubled || run > 0
  }

  /// A line drawn between rows (`+----+----+`) is none.
  private func isRule(_ row: RawRow, _ cells: [RawCell], _ bytes: [UInt8]) -> Bool {
    guard row.cellCount == 1 else { return false }
    let cell = cells[Int(row.firstCell)]
    return RuleRow.strokes(in: bytes[Int(cell.start)..<Int(cell.start + cell.length)]) ?? 0
      >= RuleRow.fewestStrokes
  }

  private mutating func judge(_ row: RawRow, _ cells: [RawCell], _ bytes: [UInt8]) {
    for cell in cells[Int(row.firstCell)..<Int(row.firstCell + row.cellCount)] {
      let text = bytes[Int(cell.start)..<Int(cell.start + cell.length)]
      judgedCells += 1
      if !text.isEmpty { filledCells += 1 }
      noteApostrophes(text)
      if DialectTrial.isClean(text), !isWrapped(text) { cleanCells += 1 }
    }
  }

  /// Read without quotes, a cell that opens and ends with one was quoted: one stray quote inside another
  /// cell does not make those of the whole file part of the text.
  private func isWrapped(_ text: ArraySlice<UInt8>) -> Bool {
    quote == nil && text.count > 1 && text.first == 0x22 && text.last == 0x22
  }

  /// False for a cell that seems to hold other fields, or half of a quoted one. A comma is fine
  /// between digits and before a space: it is how numbers and sentences are written.
  private static func isClean(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, let last = text.last else { return true }
    if (first == 0x22) != (last == 0x22) { return false }
    for i in text.indices {
      switch text[i] {
      case 0x3B, 0x7C, 0x09: return false
      case 0x2C:
        let after = i + 1 < text.endIndex ? text[i + 1] : 0
        let before = i > text.startIndex ? text[i - 1] : 0
        let isDigit: (UInt8) -> Bool = { $0 >= 0x30 && $0 <= 0x39 }
        if after != 0x20, after != 0x0A, after != 0x0D, !(isDigit(before) && isDigit(after)) {
          return false
        }
      default: break
      }
    }
    return true
  }
}
