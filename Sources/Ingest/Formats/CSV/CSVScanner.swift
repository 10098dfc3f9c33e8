/// The hot loop of `CSVReader`: whole records from a sealed window into the batch's memory.
///
/// Everything it touches is a pointer or a local. Text is copied eight bytes at a time while it is
/// searched: the words are stored first and the output position then advances only as far as the
/// text went, so there is no second pass and no call per cell.
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

  /// Copies text up to the next byte that may mean something.
  @inline(__always)
  private static func copyText(
    _ p: inout UnsafePointer<UInt8>, _ out: inout UnsafeMutablePointer<UInt8>, _ first: UInt64,
    _ second: UInt64
  ) {
    while true {
      // Below 0x0E: NUL, tab, LF, CR, which may all end a field.
      let word = ByteWord.load(p)
      ByteWord.store(word, at: out)
      let found =
        ByteWord.below(word, 0x0E) | ByteWord.equal(word, first) | ByteWord.equal(word, second)
      if found == 0 {
        p += 8
        out += 8
        continue
      }
      let step = ByteWord.firstIndex(found)
      p += step
      out += step
      return
    }
  }

  /// The window is followed by zeros: the search always ends.
  @inline(__always)
  private static func afterBlanks(_ start: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
    var p = start
    while p.pointee == 0x20 { p += 1 }
    return p
  }

  /// Reads records until something has to be asked of the caller. A record is either written whole
  /// or not at all.
  mutating func scan() -> Outcome {
    let (delimiter, quote, escape, end, isLast) = (delimiter, quote, escape, end, isLast)
    let (bytes, cells, rows) = (bytes, cells, rows)
    let skipsBlanks = skipsBlanks && quote != 0 && delimiter != 0x20
    let (cellCapacity, rowCapacity) = (cellCapacity, rowCapacity)
    let byteLimit = bytes + byteBudget
    let delimiters = UInt64(delimiter) &* ByteWord.ones
    let quotes = UInt64(quote) &* ByteWord.ones
    let escapes = UInt64(escape) &* ByteWord.ones
    var p = input
    var line = line
    var out = bytes + byteCount
    var cellCount = cellCount
    var rowCount = rowCount
    var outcome = Outcome.needsInput

    records: while p < end {
      if rowCount == rowCapacity || out >= byteLimit || cellCount >= RawBatch.cellBudget {
        outcome = .batchFull
        break
      }
      let firstOut = out
      let firstCell = cellCount
      let firstLine = line
      let record = p
      var blank = true

      fields: while true {
        if cellCount == cellCapacity {
          outcome = .needsCells
          (p, out, cellCount, line) = (record, firstOut, firstCell, firstLine)
          break records
        }
        let cell = out
        if skipsBlanks, p.pointee == 0x20 {
          p = CSVScanner.afterBlanks(p)
          if p.pointee == quote { skippedBlanks &+= 1 }
        }
        let quoted = quote != 0 && p.pointee == quote
        if quoted {
          let opened = line
          p += 1
          quotedText: while true {
            CSVScanner.copyText(&p, &out, quotes, escapes)
            let byte = p.pointee
            if byte == 0 {
              if p < end {
                outcome = .zeroByte(line: line)
              } else if isLast {
                outcome = .unclosedQuote(line: opened)
              }
              (p, out, cellCount, line) = (record, firstOut, firstCell, firstLine)
              break records
            }
            if p + 1 == end, !isLast, byte == quote || byte == escape || byte == 0x0D {
              (p, out, cellCount, line) = (record, firstOut, firstCell, firstLine)
              break records
            }
            if byte == escape, p + 1 < end, p[1] == quote || p[1] == escape {
              out.pointee = p[1]
              out += 1
              p += 2
            } else if byte == quote {
              if p + 1 < end, p[1] == quote {
                out.pointee = quote
                out += 1
                p += 2
              } else {
                p += 1
                quotedFields &+= 1
                if skipsBlanks, p.pointee == 0x20 {
                  let next = CSVScanner.afterBlanks(p)
                  let isEnd = next.pointee == delimiter || next.pointee == 0x0A
                  if isEnd || next.pointee == 0x0D || next == end {
                    p = next
                    skippedBlanks &+= 1
                  }
                }
                if p < end, p.pointee != delimiter, p.pointee != 0x0A, p.pointee != 0x0D {
                  looseQuotes &+= 1
                  looseLines.append(firstLine)
                }
                break quotedText
              }
            } else {
              if byte == 0x0A || (byte == 0x0D && p[1] != 0x0A) { line &+= 1 }
              out.pointee = byte
              out += 1
              p += 1
            }
          }
        }
        var isRecordEnd = false
        text: while true {
          CSVScanner.copyText(&p, &out, delimiters, escapes)
          let byte = p.pointee
          if byte == delimiter {
            p += 1
            break text
          }
          if byte == 0x0A {
            p += 1
            line &+= 1
            isRecordEnd = true
            break text
          }
          if byte == 0 {
            if p < end {
              outcome = .zeroByte(line: line)
            } else if isLast {
              isRecordEnd = true
              break text
            }
            (p, out, cellCount, line) = (record, firstOut, firstCell, firstLine)
            break records
          }
          if p + 1 == end, !isLast, byte == 0x0D || byte == escape {
            (p, out, cellCount, line) = (record, firstOut, firstCell, firstLine)
            break records
          }
          if byte == 0x0D {
            p += p[1] == 0x0A ? 2 : 1
            line &+= 1
            isRecordEnd = true
            break text
          }
          if byte == escape, p + 1 < end,
            p[1] == delimiter || p[1] == escape || p[1] == quote
          {
            p += 1
          }
          out.pointee = p.pointee
          out += 1
          p += 1
        }
        let length = out - cell
        cells[cellCount] = RawCell(
          start: UInt32(truncatingIfNeeded: cell - bytes),
          length: UInt32(truncatingIfNeeded: length),
          kind: length > 0 || quoted ? .text : .empty)
        cellCount &+= 1
        if blank {
          var k = 0
          while k < length {
            if cell[k] > 0x20 {
              blank = false
              break
            }
            k &+= 1
          }
        }
        if isRecordEnd { break fields }
      }
      if blank {
        (out, cellCount) = (firstOut, firstCell)
        blankRows &+= 1
        continue
      }
      rows[rowCount] = RawRow(
        line: firstLine, firstCell: Int32(truncatingIfNeeded: firstCell),
        cellCount: Int32(truncatingIfNeeded: cellCount &- firstCell))
      rowCount &+= 1
    }
    input = p
    self.line = line
    byteCount = out - bytes
    self.cellCount = cellCount
    self.rowCount = rowCount
    return outcome
  }
}
