/// What is read of a worksheet so far, and the row being read.
struct SheetState {
  /// Longest text accepted in a cell, and in a row; Excel stops at 32,767 characters a cell.
  static let textLimit = 16 << 20

  var bytes: [UInt8] = []
  var cells: [RawCell] = []
  var rows: [RawRow] = []
  var blankRows = 0
  /// Formulas without a value, and those whose value is the one programs write before any calculation.
  private(set) var withoutValue = UncalculatedCells()
  private(set) var zeroOrEmpty = UncalculatedCells()
  private(set) var hidden = HiddenParts()
  /// By column, the power of ten that the format of some of its numbers tells of.
  private(set) var shownScales: [Int: Int] = [:]
  let strings: SharedStrings
  let styles: CellStyles
  let is1904: Bool
  /// For messages.
  let sheet: String

  private var isInData = false
  private var row = 0
  /// The row says which it is; if not, its first cell may.
  private var isNumbered = false
  private var isInRow = false
  private var isHidden = false
  private var column = -1
  private var firstCell = 0
  private var firstByte = 0
  private var type = SheetCellType.number
  private var style = 0
  private var start = 0
  private var isCell = false
  private var isInline = false
  private var isFormula = false
  private var isCollecting = false
  private var phonetic = 0

  init(strings: SharedStrings, styles: CellStyles, is1904: Bool, sheet: String) {
    self.sheet = sheet
    self.strings = strings
    self.styles = styles
    self.is1904 = is1904
  }

  var isFull: Bool {
    rows.count >= RawBatch.capacity || bytes.count >= RawBatch.byteBudget
      || cells.count >= RawBatch.cellBudget
  }

  /// Rows a sheet can have; a number past them is damage.
  static let rowLimit = 1_048_576

  private func damaged(_ what: String) -> UnreadableFile {
    UnreadableFile(
      code: "xlsx-danneggiato",
      message:
        "il foglio «\(sheet)» \(what): aprirlo, salvarlo di nuovo come .xlsx e riconsegnarlo.",
      line: max(1, row))
  }

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) throws {
    guard isInData else {
      if name == "sheetData" { isInData = true }
      if name == "col" { hidden.add(col: attributes) }
      return
    }
    if name == "c" {
      try startCell(attributes)
    } else if name == "v" {
      isCollecting = isCell && !isInline
      if isCollecting, bytes.count > start {
        throw damaged("ha due valori nella cella \(CellReference.letters(of: column))\(row)")
      }
    } else if name == "row" {
      try startRow(attributes["r"])
      isInRow = true
      isHidden = HiddenParts.isTrue(attributes["hidden"])
      column = -1
      firstCell = cells.count
      firstByte = bytes.count
    } else if name == "f" {
      isFormula = isCell
    } else if name == "is", isCell {
      // A cell has either a value or an inline text; a file with both means the text.
      isInline = true
      bytes.removeLast(bytes.count - start)
    } else if name == "t" {
      isCollecting = isInline && phonetic == 0
    } else if name == "rPh" {
      phonetic += 1
    } else if name == "extLst", isCell {
      // The last thing in a cell: what other programs keep there has names of its own, alike or not.
      try endCell()
      (isCell, isInline) = (false, false)
    }
  }

  private mutating func startRow(_ reference: UnsafePointer<CChar>?) throws {
    var number = row + 1
    isNumbered = false
    if let reference {
      guard let written = CellReference.number(reference) else {
        throw damaged("ha una riga numerata «\(String(cString: reference).prefix(20))»")
      }
      if written > 0 {
        number = written
        isNumbered = true
      }
    }
    // A number met again, or before an earlier one, would give two rows the same place.
    guard number > row else {
      throw damaged(
        number == row ? "ha due volte la riga \(number)" : "torna indietro alla riga \(number)")
    }
    try move(to: number)
  }

  private mutating func move(to number: Int) throws {
    row = number
    guard number <= SheetState.rowLimit else {
      throw damaged("ha righe oltre la \(SheetState.rowLimit)ª, l'ultima che Excel conosce")
    }
  }

  private mutating func startCell(_ attributes: XMLAttributes) throws {
    guard isInRow else { throw damaged("ha celle fuori dalle righe") }
    column += 1
    if let text = attributes["r"] {
      guard let place = CellReference.parse(text) else {
        throw damaged(
          "ha una cella in un posto che non esiste («\(String(cString: text).prefix(20))»)")
      }
      column = place.column
      if place.row != row {
        guard !isNumbered, cells.count == firstCell, place.row > row else {
          throw damaged("ha nella riga \(row) la cella \(String(cString: text).prefix(20))")
        }
        try move(to: place.row)
      }
      isNumbered = true
    }
    guard column < CellReference.columnLimit else {
      throw damaged("ha celle oltre la colonna \(CellReference.columnLimit)ª, l'ultima di Excel")
    }
    style = attributes["s"].flatMap(CellReference.number) ?? 0
    type = attributes["t"].map(SheetCellType.init) ?? .number
    start = bytes.count
    isCell = true
    isInline = false
    isFormula = false
  }

  mutating func text(_ piece: UnsafeBufferPointer<UInt8>) throws {
    guard isCollecting else { return }
    bytes.append(contentsOf: piece)
    if bytes.count - start > SheetState.textLimit {
      throw damaged("ha una cella di oltre \(ZipLimits.size(SheetState.textLimit))")
    }
  }

  /// True at the end of a row.
  mutating func end(_ name: XMLName) throws -> Bool {
    guard isInData else { return false }
    if name == "c" {
      if isCell { try endCell() }
      isCell = false
      isInline = false
    } else if name == "v" || name == "t" {
      isCollecting = false
    } else if name == "rPh" {
      phonetic -= 1
    } else if name == "row" {
      endRow()
      return true
    } else if name == "sheetData" {
      isInData = false
    }
    return false
  }

  /// An empty text is a result; an empty number is none.
  private mutating func noteFormula() {
    if bytes.count == start, type == .number {
      withoutValue.add(row: row, column: column)
    } else if bytes.count == start || (bytes.count == start + 1 && bytes[start] == 0x30) {
      zeroOrEmpty.add(row: row, column: column)
    }
  }

  private mutating func endCell() throws {
    if isFormula { noteFormula() }
    let kind = try value()
    // A few bytes of the file are a shared text, however long.
    if bytes.count - firstByte > SheetState.textLimit {
      throw damaged("ha una riga di oltre \(ZipLimits.size(SheetState.textLimit))")
    }
    if kind == .empty { bytes.removeLast(bytes.count - start) }
    let cell = RawCell(
      start: UInt32(start), length: UInt32(bytes.count - start), kind: kind)
    let place = firstCell + column
    if place < cells.count {
      if kind != .empty {
        guard cells[place].kind == .empty else {
          throw damaged("ha due volte la cella \(CellReference.letters(of: column))\(row)")
        }
        cells[place] = cell
      }
    } else if kind != .empty {
      while cells.count < place { cells.append(.empty) }
      cells.append(cell)
    }
  }

  private mutating func value() throws -> RawCellKind {
    if isInline {
      EscapedText.decode(&bytes, from: start)
      return bytes.count > start ? .text : .empty
    }
    if bytes.count == start { return .empty }
    switch type {
    case .number: return number()
    case .text:
      EscapedText.decode(&bytes, from: start)
      return .text
    case .shared:
      var index = 0
      for byte in bytes[start...] {
        guard byte &- 0x30 <= 9, index < 1 << 32 else { throw missingText }
        index = index * 10 + Int(byte - 0x30)
      }
      bytes.removeLast(bytes.count - start)
      guard strings.append(index, to: &bytes) else { throw missingText }
      return bytes.count > start ? .text : .empty
    case .boolean:
      let isTrue = bytes[start] == UInt8(ascii: "1") || bytes[start] | 0x20 == UInt8(ascii: "t")
      bytes.removeLast(bytes.count - start)
      bytes += isTrue ? "true".utf8 : "false".utf8
      return .boolean
    case .error: return .error
    case .date:
      // `2026-03-12T00:00:00.000` with an optional zone: midnight is a day without a time.
      let text = bytes[start...]
      if text.count > 11, text[start + 10] == UInt8(ascii: "T"),
        text[(start + 11)...].allSatisfy({ "0:.Z".utf8.contains($0) })
      {
        bytes.removeSubrange((start + 10)...)
      }
      return .date
    }
  }

  private var missingText: UnreadableFile {
    damaged("rimanda a un testo condiviso che non c'è (ce ne sono \(strings.count))")
  }

  private mutating func number() -> RawCellKind {
    while let last = bytes.last, bytes.count > start, last <= 0x20 { bytes.removeLast() }
    let leading = bytes[start...].prefix { $0 <= 0x20 }.count
    if leading > 0 { bytes.removeSubrange(start..<(start + leading)) }
    if bytes.count == start { return .empty }
    let format = styles.format(style)
    if let power = format.power {
      shownScales[column] = power
    } else if format != .number,
      let kind = SerialDate.rewrite(&bytes, from: start, format: format, is1904: is1904)
    {
      return kind
    }
    guard ShortestDecimal.rewrite(&bytes, from: start) else { return .text }
    return styles.show(&bytes, from: start, style: style) ? .shown : .number
  }

  private mutating func endRow() {
    isInRow = false
    let row = cells[firstCell...]
    let holdsSomething = row.contains { cell in
      bytes[Int(cell.start)..<Int(cell.start + cell.length)].contains { $0 > 0x20 }
    }
    guard holdsSomething else {
      cells.removeLast(cells.count - firstCell)
      bytes.removeLast(bytes.count - firstByte)
      blankRows += 1
      return
    }
    hidden.note(width: row.count, isHidden: isHidden)
    rows.append(
      RawRow(
        line: Int32(self.row), firstCell: Int32(firstCell), cellCount: Int32(row.count)))
  }
}
