import Warehouse

extension RawBatch {
  /// What the cells of the first rows say, but for those too long to be titles.
  func texts(above row: Int) -> [String] {
    rows[..<row].flatMap { row in
      cells[Int(row.firstCell)..<Int(row.firstCell + row.cellCount)]
        .filter { $0.length > 0 && $0.length < 1000 }.map { text($0) }
    }
  }
}

/// A delivered file, opened and with its header found: rows of data under named columns.
final class DeliveredTable {
  /// The file, or the first sheet read of it.
  private(set) var opened: OpenedTable
  /// The sheets read so far.
  private(set) var parts: [SheetPart] = []
  let file: DeliveryFile
  let folder: SourceFolder
  /// Headers by column; of a format that names its own columns, those known so far.
  private(set) var headers: [String] = []
  /// Line of the first header row; nil for formats that name their own columns.
  private(set) var headerLine: Int32?
  /// The header's rows as delivered; none for formats that name their own columns.
  private(set) var headerCells: [[String]] = []
  /// Rows above the header: titles, notes.
  private(set) var preambleRows = 0
  /// What those rows say, cell by cell.
  private(set) var preambleTexts: [String] = []
  /// Where the rows come from, when they are refused rows of an earlier delivery, mended.
  private(set) var origin: RefusedRowsFile.Origin?
  private(set) var originColumn: Int?
  /// The header is the first row and nothing else.
  let isHeaderFirst: Bool
  /// Day whose headers the table has: its own, or that of the delivery it completes.
  private(set) var headersDay: Day
  /// The first batch, read while looking for the header, waiting for its turn.
  private var pending: RawBatch?
  private var bytesServed = 0
  /// Rows that end before the header does have been met: one more says nothing.
  private(set) var isRagged = false
  /// Most rows have more cells than the header: then those that end with a blank one are no better, and
  /// have their cells in other columns too.
  var isMostlyShifted = false
  private(set) var filledDown: FilledDown

  convenience init(file: DeliveryFile, folder: SourceFolder) throws {
    let scraps = Supplement.options(path: file.path)
    let options = try scraps ?? folder.settings.tableOptions(path: folder.path)
    try self.init(
      file: file, folder: folder, opened: TableFile.open(path: file.path, options: options),
      isHeaderFirst: scraps != nil)
  }

  init(file: DeliveryFile, folder: SourceFolder, opened: OpenedTable, isHeaderFirst: Bool = false)
    throws
  {
    self.file = file
    self.folder = folder
    self.opened = opened
    self.isHeaderFirst = isHeaderFirst
    headersDay = file.receivedOn
    filledDown = FilledDown(settings: folder.settings)
    // Which element is a row is the source's to say, once there is more to lose than a look.
    if opened.survey.kind.value == .xml, folder.settings.recordPath == nil, folder.isDescribed,
      let guess = opened.recordPath
    {
      throw DescriptorError(
        file: folder.path + "/source.json",
        message:
          "per leggere un file XML serve la chiave «percorso», cioè l'elemento che è una riga"
          + " (forse «\(guess.value.joined(separator: "/"))»: \(guess.evidence))")
    }
    let first = RawBatch()
    guard try opened.reader.next(into: first) else {
      throw UnreadableFile(code: "file-vuoto", message: "il file non contiene righe")
    }
    try refuseStrangeLineEnds(in: first)
    if folder.settings.joinsSheets { self.opened = try firstWithHeader(first) }
    parts = [SheetPart(opened: self.opened)]
    if self.opened.reader.columnNames.isEmpty {
      try locateHeader(in: first)
    } else {
      headers = opened.reader.columnNames
      try refuseNestedRows(in: first)
    }
    try findOrigin(in: first)
    try refuseWhatIsShown(in: first)
    try checkGroupLabels()
    pending = first
  }

  /// What the file as a whole gives reason to say.
  var findings: [Finding] {
    let survey = opened.survey
    var findings: [Finding] = []
    if let foreign = survey.foreignBytes {
      findings.append(
        FindingKind.finding(
          .mixedEncoding, line: Int32(clamping: foreign.firstLine),
          detail: "\(foreign.count) byte, il primo in questa riga"))
    }
    if let encoding = survey.encoding, encoding.value != .mixed,
      encoding.confidence < EncodingDecision.uncertain
    {
      findings.append(
        FindingKind.finding(
          .uncertainEncoding, line: 0, detail: "letto come \(encoding.value.rawValue)"))
    }
    if survey.doubledSequences > 0 {
      findings.append(
        FindingKind.finding(
          .repairedText, line: 0, detail: "\(survey.doubledSequences) caratteri"))
    }
    if survey.htmlReferences > 0, survey.kind.value != .xml {
      findings.append(
        FindingKind.finding(
          .unescapedText, line: 0, detail: "nella prima parte del file: \(survey.htmlReferences)"))
    }
    if survey.replacementCharacters > 0 {
      findings.append(
        FindingKind.finding(
          .lostLetters, line: 0, detail: "\(survey.replacementCharacters) caratteri"))
    }
    return findings
  }

  private func findOrigin(in first: RawBatch) throws {
    guard let column = headers.firstIndex(of: RefusedRowsFile.originColumn), !first.rows.isEmpty
    else { return }
    let text = first.text(row: 0, column: column)
    guard let origin = RefusedRowsFile.Origin(text) else {
      throw UnreadableFile(
        code: "scarti-senza-origine",
        message:
          "nella colonna «\(RefusedRowsFile.originColumn)» serve la consegna e la riga da cui "
          + "viene ogni riga, come «2026-07-10.csv riga 42»", line: Int(first.rows[0].line))
    }
    self.origin = origin
    originColumn = column
    headersDay = Day(iso: String(origin.delivery.prefix(10))) ?? headersDay
    if let original = try original { headersDay = original.headersDay }
  }

  private func locateHeader(in first: RawBatch) throws {
    let located = try HeaderText.locate(in: first, mergedRanges: opened.mergedRanges) {
      header(in: first, mergedRanges: $0)
    }
    guard let located else {
      guard isGuessed else {
        throw MissingHeader(table: opened, first: first, expected: expectedHeaders).error
      }
      let width = first.rows.map { Int($0.cellCount) }.max() ?? 0
      headers = (0..<width).map { "Colonna \($0 + 1)" }
      return
    }
    headers = DeliveredTable.withoutPersons(located.headers)
    headerLine = first.rows[located.firstRow].line
    if folder.settings.headerRow == nil, !isGuessed,
      let error = RowsAboveHeader.error(
        in: first, above: located.firstRow, required: requiredColumns)
    {
      throw error
    }
    preambleRows = located.firstRow
    preambleTexts = first.texts(above: located.firstRow)
    headerCells = first.rows[located.firstRow...located.lastRow].map { row in
      (0..<Int(row.cellCount)).map {
        DeliveredTable.withoutPersons(first.text(first.cells[Int(row.firstCell) + $0]))
      }
    }
    first.rows.removeFirst(located.lastRow + 1)
  }

  /// Headers met so far: a format that names its own columns shows more of them as it is read.
  var headersMet: [String] {
    opened.reader.columnNames.isEmpty
      ? headers : DeliveredTable.withoutPersons(opened.reader.columnNames)
  }

  /// Number of columns under the header.
  var width: Int { opened.reader.columnNames.isEmpty ? headers.count : Int.max }

  /// Refills `batch` with the next rows of data.
  func next(into batch: RawBatch) throws -> Bool {
    if let first = pending {
      pending = nil
      batch.exchange(with: first)
      try serve(batch)
      return true
    }
    var more = try parts[parts.count - 1].opened.reader.next(into: batch)
    while !more, let part = try nextPart(into: batch) {
      parts.append(part)
      more = true
    }
    try serve(batch)
    return more
  }

  private func serve(_ batch: RawBatch) throws {
    if opened.sheet != nil, !batch.rows.isEmpty {
      try parts[parts.count - 1].serve(batch, required: requiredColumns)
    }
    filledDown.spread(over: batch, of: self)
    noteServed(batch)
  }

  private func noteServed(_ batch: RawBatch) {
    bytesServed += batch.usedByteCount
    guard !isRagged, opened.reader.columnNames.isEmpty else { return }
    isRagged = batch.rows.contains {
      Int($0.cellCount) < headers.count && $0.line != batch.unterminatedLine
    }
  }

  /// How much of the file has been served, roughly, between 0 and 1.
  var fractionRead: Double {
    opened.survey.byteCount > 0 ? min(1, Double(bytesServed) / Double(opened.survey.byteCount)) : 0
  }

  /// A map must say where every required field is: all that it leaves out are told at once.
  private func checkRequired(_ map: [String: String]?, _ constants: [String: String]) throws {
    guard let map else { return }
    let missing = folder.contract.fields.filter {
      $0.isRequired && map[$0.name] == nil && constants[$0.name] == nil
    }.map { "«\($0.name)»" }
    guard let first = missing.first else { return }
    throw DescriptorError(
      file: folder.path + "/columns.csv",
      message: (missing.count == 1
        ? "il campo obbligatorio \(first) non ha una colonna"
        : "i campi obbligatori \(missing.joined(separator: ", ")) non hanno una colonna")
        + ": scrivere l'intestazione che ha nel file, oppure =testo se è uguale per ogni riga")
  }

  /// The contract's fields this delivery carries, and those only a rule fills in.
  func slots(filledBy rules: [any RowRule]) throws -> [Layout.Slot] {
    let places = ColumnPlaces(headers).byName
    let map = folder.columns.headers(on: headersDay)
    let constants = folder.columns.constants(on: headersDay)
    let fills = Set(rules.flatMap(\.fills))
    let namesItself = !opened.reader.columnNames.isEmpty
    try checkRequired(map, constants)
    return try folder.contract.fields.compactMap { field in
      if let constant = constants[field.name] {
        return Layout.Slot(
          field: field, rawColumn: Layout.notYetMet, header: field.name, constant: constant)
      }
      let header = map.map { $0[field.name] } ?? field.name
      if let header, let place = places[Folding.fold(header)] {
        return Layout.Slot(field: field, rawColumn: place, header: headers[place])
      }
      // Keys of JSON objects come as they come: a later row may carry the one not met so far.
      if let header, namesItself {
        return Layout.Slot(field: field, rawColumn: Layout.notYetMet, header: header)
      }
      // A mapped header that is gone is never silence; of the canonical ones only the required are.
      if let header, map != nil || field.isRequired {
        throw UnreadableFile(
          code: "colonna-mancante",
          message: "manca la colonna «\(header)» per il campo «\(field.name)»"
            + Nearest.hint(to: header, in: headers),
          line: headerLine.map(Int.init))
      }
      return fills.contains(field.name)
        ? Layout.Slot(field: field, rawColumn: nil, header: field.name) : nil
    }
  }
}

extension DeliveredTable {
  /// Where a slot's cells are now: a JSON key may have been met since the slot was made.
  func place(of slot: Layout.Slot) -> Int {
    guard let column = slot.rawColumn, column == Layout.notYetMet else {
      return slot.rawColumn ?? Layout.notYetMet
    }
    return opened.reader.columnNames.firstIndex {
      Folding.fold($0) == Folding.fold(slot.header)
    } ?? Layout.notYetMet
  }

  /// The same delivery from its first row again.
  func reopened() throws -> DeliveredTable {
    try DeliveredTable(
      file: file, folder: folder, opened: opened.reopened(), isHeaderFirst: isHeaderFirst)
  }

  /// Takes a survey of the whole file for the one of its beginning; false when rows are read otherwise by it.
  func confirm(by whole: FileSurvey) -> Bool {
    guard whole.readsLike(opened.survey) else { return false }
    opened.survey = whole
    return true
  }
}
