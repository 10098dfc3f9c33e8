internal import Spreadsheet
internal import Warehouse

/// The ambito's workbook: two title rows, two stacked header rows with merged groups, dates that are
/// sometimes texts, a total at the bottom; every quarter the new requests and the changed ones.
struct Ambito {
  static let publisher = "ambito-sintetico"
  static let sheetName = "Domande"

  static let rates: [(Fault, Int)] = [
    (.missingValue, 350), (.invalidClosingDate, 300), (.futureDate, 250), (.datesOutOfOrder, 450),
    (.invalidNumber, 300), (.outOfRange, 250), (.unknownService, 400), (.unknownChannel, 250),
    (.unknownOutcome, 350), (.misspeltComune, 400), (.brokenIdentifier, 450),
    (.maskedIdentifier, 300), (.anonymous, 350), (.repeatedRow, 350), (.errorCell, 800),
  ]

  /// First data row, counted from 0: two of titles, two of headers.
  private static let firstRow = 4
  /// What a sheet holds, less the titles and the total.
  private static let capacity = 1_048_000

  let world: World
  let export: RequestExport

  /// Writes one workbook and tells what must come of it.
  func write(delivery: Int, to path: String, file: String) throws -> DeliveryLedger {
    let day = export.plan.days[delivery]
    let isLong = world.season.requests(upTo: day) > 100_000
    let book = try Workbook(
      path: path,
      properties: DocumentProperties(
        title: "Domande dell'ambito (dati sintetici)", author: "Ambito sociale sintetico",
        created: Int(day.number)),
      constantMemory: isLong)
    let notes = try book.addSheet("LEGGIMI")
    try notes.write(.text("Dati sintetici: nessuna persona è vera."), row: 0, column: 0)
    let sheet = try book.addSheet(Ambito.sheetName)
    try head(sheet, day, delivery)

    var ledger = DeliveryLedger(file: file)
    var row = Ambito.firstRow
    var date = world.season.firstDay
    while date <= day {
      for index in world.season.requests(on: date) {
        let need = world.need(index, received: date)
        guard let line = export.row(of: need, delivery: delivery) else { continue }
        ledger.row(refused: line.isRefused)
        if let code = line.fault.finding, line.fault != .repeatedRow {
          ledger.note(code, line: row + 1)
        }
        try write(need, line, day, sheet, row)
        row += 1
        if line.fault == .repeatedRow {
          ledger.row()
          ledger.note(.repeatedID, line: row + 1)
          try write(need, line, day, sheet, row)
          row += 1
        }
        guard row < Ambito.capacity else {
          throw SampleError(
            .usage, "\(file): un foglio non contiene tante righe; chiedere meno richieste.")
        }
      }
      date = date + 1
    }
    try sheet.write(.text("Totale"), row: row, column: 0, style: CellStyle(bold: true))
    try sheet.writeFormula(
      "=COUNTA(A\(Ambito.firstRow + 1):A\(max(row, Ambito.firstRow + 1)))",
      value: Double(ledger.read), row: row, column: 1)
    ledger.note(.totalRow, line: row + 1)
    try book.close()
    return ledger
  }

  private func head(_ sheet: Sheet, _ day: Day, _ delivery: Int) throws {
    let title = CellStyle(bold: true, size: 14)
    try sheet.write(
      .text("AMBITO SOCIALE SINTETICO – DATI SINTETICI"), row: 0, column: 0, style: title)
    try sheet.write(.text("Domande e interventi al \(day)"), row: 1, column: 0)
    let headers = delivery == 0 ? AmbitoWords.before : AmbitoWords.after
    let style = CellStyle(bold: true, alignment: .center, bottomBorder: true)
    var column = 0
    for group in headers {
      let columns = column...(column + group.columns.count - 1)
      try sheet.merge(
        CellRange(rows: 2...2, columns: columns), text: group.group, style: style)
      column = columns.upperBound + 1
    }
    for (i, name) in headers.flatMap(\.columns).map(\.name).enumerated() {
      try sheet.write(.text(name), row: 3, column: i, style: style)
    }
  }

  private func write(
    _ need: Need, _ line: ExportedRow, _ day: Day, _ sheet: Sheet, _ row: Int
  ) throws {
    var random = RandomStream(seed: world.seed, .text, need.index)
    let fault = line.fault
    let view = line.view
    let empty = fault == .missingValue ? need.index % 3 : -1
    let person = need.person

    func text(_ value: String, _ column: Int) throws {
      if !value.isEmpty { try sheet.write(.text(value), row: row, column: column) }
    }
    func date(_ value: Day?, _ column: Int) throws {
      guard let value else { return }
      // One date out of eight was typed as a text.
      if random.below(8) == 0 { return try text(italianDate(value), column) }
      try sheet.write(.day(Int(value.number)), row: row, column: column, style: .day)
    }

    try text(RequestNumber.text(need, of: .ambito, world.season), 0)
    if empty != 0 { try date(need.received, 1) }
    try text(identifier(person, fault), 2)
    switch fault {
    case .invalidNumber: try text("da verificare", 3)
    case .outOfRange: try sheet.write(.number(1850), row: row, column: 3)
    default: try sheet.write(.number(Double(person.birthYear)), row: row, column: 3)
    }
    try text(person.isFemale ? "F" : "M", 4)
    let comune = world.territory.comuni[person.comune]
    if empty != 1 {
      try text(
        fault == .misspeltComune ? world.territory.misspelling(of: comune.name) : comune.name, 5)
    }
    if empty != 2 {
      try text(
        fault == .unknownService
          ? AmbitoWords.unknownService : AmbitoWords.services[need.service].label, 6)
    }
    try text(AmbitoWords.areas[need.area].1, 7)
    try text(
      fault == .unknownChannel
        ? AmbitoWords.unknownChannel
        : AmbitoWords.channels.first { $0.0 == need.channel }?.1 ?? "", 8)
    try text(need.isAssisted ? "Sì" : "No", 9)
    if fault == .errorCell {
      try text(need.index % 2 == 0 ? "#N/D" : "#RIF!", 10)
    } else {
      try date(view.firstContact, 10)
    }
    try date(fault == .datesOutOfOrder ? need.received - 5 : view.decided, 11)
    try date(view.started, 12)
    switch fault {
    case .invalidClosingDate: try text("31/02/2026", 13)
    case .futureDate: try date(day + 20 + need.index % 90, 13)
    default: try date(view.ended, 13)
    }
    try text(
      fault == .unknownOutcome
        ? AmbitoWords.unknownOutcome : AmbitoWords.outcomes[view.outcome.rawValue].1, 14)
  }

  private func identifier(_ person: Person, _ fault: Fault) -> String {
    switch fault {
    case .maskedIdentifier: "****************"
    case .anonymous: "ANONIMO"
    case .brokenIdentifier: String(Identifiers.text(person).dropLast())
    default: Identifiers.text(person)
    }
  }
}
