/// The parts of an .xlsx file and the sheets it lists.
struct Workbook {
  struct Sheet {
    var name: String
    var isHidden: Bool
    /// The part with the cells; nil for charts and macros, which have none.
    var part: String?
  }

  let archive: ZipArchive
  let sheets: [Sheet]
  let is1904: Bool
  /// Whoever wrote it asks that all formulas be worked out when it is opened; spreadsheets, which have
  /// done so, take the request away.
  let isToCalculate: Bool
  private let relationships: Relationships

  init(_ source: ByteSource, limits: ZipLimits = ZipLimits()) throws {
    archive = try ZipArchive(source, limits: limits)
    let part =
      try Relationships(of: "", in: archive).first("officeDocument") ?? "xl/workbook.xml"
    guard archive.contains(part) else {
      throw UnreadableFile(
        code: "xlsx-danneggiato",
        message: "nell'archivio non c'è una cartella di lavoro Excel: aprire il file e salvarlo di"
          + " nuovo come .xlsx.")
    }
    relationships = try Relationships(of: part, in: archive)
    let handler = Handler()
    try XMLPullParser(handler: handler, of: .workbookPart(part)).parse(archive.contents(part))
    is1904 = handler.is1904
    isToCalculate = handler.isToCalculate
    let byID = relationships.byID
    sheets = handler.found.map { name, id, isHidden in
      let target = byID[id].flatMap { $0.type == "worksheet" ? $0.part : nil }
      return Sheet(name: name, isHidden: isHidden, part: target)
    }
  }

  /// The sheet of that name, where there is one with cells.
  func choice(preferring name: String?) -> SheetChoice? {
    guard let name else { return nil }
    let wanted = Workbook.key(name)
    return sheets.contains { Workbook.key($0.name) == wanted && $0.part != nil } ? .name(name) : nil
  }

  /// The sheet to read: the chosen one, or the first visible one that has cells.
  func sheet(_ choice: SheetChoice?) throws -> Sheet {
    if relationships.all.isEmpty {
      throw UnreadableFile(
        code: "xlsx-danneggiato",
        message:
          "nella cartella di lavoro manca l'elenco dei fogli («workbook.xml.rels»): aprire il"
          + " file con un foglio di calcolo, salvarlo di nuovo come .xlsx e riconsegnarlo.")
    }
    let names = sheets.map { "«\($0.name)»" }.joined(separator: ", ")
    let found: Sheet?
    switch choice {
    case nil:
      let readable = sheets.filter { $0.part != nil }
      found = readable.first { !$0.isHidden } ?? readable.first
    case .position(let place):
      found = sheets.indices.contains(place - 1) ? sheets[place - 1] : nil
    case .name(let name):
      let wanted = Workbook.key(name)
      // A name made of digits alone is a tab's place, where no tab is called so.
      found =
        sheets.first { Workbook.key($0.name) == wanted }
        ?? Int(name).flatMap { sheets.indices.contains($0 - 1) ? sheets[$0 - 1] : nil }
    }
    guard let found else {
      let wanted =
        switch choice {
        case nil: "nessun foglio con celle"
        case .position(let place): "non c'è il foglio numero \(place)"
        case .name(let name): "non c'è il foglio «\(name)»"
        }
      throw UnreadableFile(
        code: "foglio-assente",
        message: "\(wanted): i fogli del file sono \(names.isEmpty ? "nessuno" : names);"
          + " correggere il nome nel descrittore.")
    }
    guard let part = found.part, archive.contains(part) else {
      throw UnreadableFile(
        code: "foglio-senza-celle",
        message: "il foglio «\(found.name)» non contiene celle (è un grafico o manca dal file):"
          + " indicarne un altro fra \(names).")
    }
    return found
  }

  /// Visible sheets with cells after that one.
  func sheets(after chosen: Sheet) -> [Sheet] {
    guard let place = sheets.firstIndex(where: { $0.part == chosen.part }) else { return [] }
    return sheets[(place + 1)...].filter { sheet in
      !sheet.isHidden && sheet.part.map(archive.contains) ?? false
    }
  }

  func sharedStrings() throws -> SharedStrings {
    guard let part = relationships.first("sharedStrings"), archive.contains(part) else {
      return SharedStrings()
    }
    return try SharedStrings.read(archive.entry(part))
  }

  func styles() throws -> CellStyles {
    guard let part = relationships.first("styles"), archive.contains(part) else {
      return CellStyles()
    }
    return try CellStyles.read(archive.contents(part), part: part)
  }

  /// Sheet names are compared so.
  static func key(_ name: String) -> String {
    name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private final class Handler: XMLHandler {
    var found: [(name: String, id: String, isHidden: Bool)] = []
    var is1904 = false
    var isToCalculate = false

    override func startElement(_ name: XMLName, _ attributes: XMLAttributes) {
      if name == "sheet", let title = attributes.string("name") {
        let state = attributes.string("state") ?? "visible"
        // `id` is the relationship (r:id); the sheet's own number is `sheetId`.
        found.append((title, attributes.string("id") ?? "", state != "visible"))
      } else if name == "workbookPr", let value = attributes.string("date1904") {
        is1904 = value == "1" || value == "true"
      } else if name == "calcPr", let value = attributes.string("fullCalcOnLoad") {
        isToCalculate = value == "1" || value == "true"
      }
    }
  }
}
