/// Whole records from a sealed window into the batch's memory: the loop of `CSVReader`.
struct CSVScanner {
  enum Outcome {
    /// The batch holds as many rows or bytes as it should.
    case batchFull
    /// The record at `input` needs bytes after the window (or there are none).
    case needsInput
    /// The record at `input` needs more room for cells.
    case needsCells
    /// `"` opened at this line is never closed.
    case unclosedQuote(line: Int32)
    case zeroByte(line: Int32)
  }

  let delimiter: UInt8
  /// 0 for none.
  let quote: UInt8
  /// 0 for none.
  let escape: UInt8
  /// Blanks on the outer side of a field's quotes are not part of it.
  let skipsBlanks: Bool

  /// Next record to read, and the end of the window (followed by zero bytes).
  var input: UnsafePointer<UInt8>
  var end: UnsafePointer<UInt8>
  var isLast = false
  var line: Int32 = 1
  var blankRows = 0
  /// Fields that open with a quote, and those among them where text follows the closing quote.
  var quotedFields = 0
  var looseQuotes = 0
  /// Lines of the latter's rows, of one that is read again twice.
  var looseLines: [Int32] = []
  /// Places where blanks were left out.
  var skippedBlanks = 0

  var bytes: UnsafeMutablePointer<UInt8>
  var byteCount = 0
  var byteBudget = 0
  var cells: UnsafeMutablePointer<RawCell>
  var cellCount = 0
  var cellCapacity = 0
  var rows: UnsafeMutablePointer<RawRow>
  var rowCount = 0
  var rowCapacity = 0

  /// Reads records until something has to be asked of the caller. A record is either written whole
  /// or not at all.
  mutating func scan() -> Outcome {
    // Pointers and locals only: the loop runs for every cell of every delivery.
    let (bytes, cells, rows) = (bytes, cells, rows)
    let (cellCapacity, rowCapacity) = (cellCapacity, rowCapacity)
    let byteLimit = bytes + byteBudget
    var reader = CSVFieldReader(
      delimiter: delimiter, quote: quote, escape: escape,
      skipsBlanks: skipsBlanks && quote != 0 && delimiter != 0x20, end: end, isLast: isLast,
      input: input, output: bytes + byteCount, line: line)
    var cellCount = cellCount
    var rowCount = rowCount
    var outcome = Outcome.needsInput

    records: while reader.input < reader.end {
      if rowCount == rowCapacity || reader.output >= byteLimit || cellCount >= RawBatch.cellBudget {
        outcome = .batchFull
        break
      }
      let start = (input: reader.input, output: reader.output, line: reader.line)
      let firstCell = cellCount
      let looseBefore = reader.looseQuotes
      var isBlank = true
      var stop: Outcome?

      fields: while true {
        if cellCount == cellCapacity {
          stop = .needsCells
          break
        }
        let text = reader.output
        let (end, isQuoted) = reader.next()
        if case .stopped(let reason) = end {
          stop = reason
          break
        }
        let length = reader.output - text
        cells[cellCount] = RawCell(
          start: UInt32(truncatingIfNeeded: text - bytes),
          length: UInt32(truncatingIfNeeded: length),
          kind: length > 0 || isQuoted ? .text : .empty)
        cellCount &+= 1
        if isBlank { isBlank = CSVScanner.isBlank(text, length) }
        if case .record = end { break fields }
      }
      if reader.looseQuotes > looseBefore { looseLines.append(start.line) }
      if let stop {
        outcome = stop
        (reader.input, reader.output, reader.line) = start
        cellCount = firstCell
        break records
      }
      if isBlank {
        reader.output = start.output
        cellCount = firstCell
        blankRows &+= 1
        continue
      }
      rows[rowCount] = RawRow(
        line: start.line, firstCell: Int32(truncatingIfNeeded: firstCell),
        cellCount: Int32(truncatingIfNeeded: cellCount &- firstCell))
      rowCount &+= 1
    }
    (input, line, byteCount) = (reader.input, reader.line, reader.output - bytes)
    (self.cellCount, self.rowCount) = (cellCount, rowCount)
    quotedFields &+= reader.quotedFields
    looseQuotes &+= reader.looseQuotes
    skippedBlanks &+= reader.skippedBlanks
    return outcome
  }

  @inline(__always)
  private static func isBlank(_ text: UnsafeMutablePointer<UInt8>, _ length: Int) -> Bool {
    var k = 0
    while k < length {
      if text[k] > 0x20 { return false }
      k &+= 1
    }
    return true
  }
}
