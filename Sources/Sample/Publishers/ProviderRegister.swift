internal import Warehouse

/// A register of organisations kept in a spreadsheet: UTF-8 with a BOM, `;`, the register's words.
struct ProviderRegister {
  static let publisher = "ets-uno-sintetico"

  private static let columns = [
    ("codice_fiscale", "CF ENTE"), ("denominazione", "Denominazione"), ("tipo", "Forma"),
    ("sezione_runts", "Sezione RUNTS"), ("repertorio_runts", "Rep. n."),
    ("data_iscrizione", "Iscritto dal"), ("comune", "Sede"), ("comuni_serviti", "Comuni serviti"),
    ("attivita_art5", "Attività art. 5"), ("volontari", "Volontari"),
    ("dipendenti_fte", "Dipendenti FTE"),
  ]

  let world: World
  let organisations: Organisations

  func write(_ root: String, _ key: inout AnswerKey) throws(SampleError) -> SampleFile {
    let folder = try SourceFolder(
      root: root, publisher: ProviderRegister.publisher, dataset: "enti")
    let name = "\(world.asOf).csv"
    let path = folder.delivery(name)
    var out = try ByteWriter(path: path)
    var ledger = DeliveryLedger(file: name)
    out.text("\u{FEFF}")
    out.row(ProviderRegister.columns.map(\.1), separator: ";")
    for (i, organisation) in organisations.all.enumerated() {
      ledger.row()
      // Three known mistakes: a seat misspelt, a day that is not, an organisation twice.
      if i == 11 { ledger.note(.unknownComune, line: out.line) }
      if i == 23 { ledger.note(.invalidDate, line: out.line) }
      write(organisation, i, to: &out)
      if i == 31 {
        ledger.row()
        ledger.note(.repeatedID, line: out.line)
        write(organisation, i, to: &out)
      }
    }
    let bytes = try out.close()
    try folder.describe([
      ("editore", .string("Rete sintetica di enti")),
      ("titolo", .string("Registro degli enti (dati sintetici)")),
      ("politica", .string("cumulativa")), ("formato", .string("csv")),
      ("codifica", .string("utf-8")), ("separatore", .string(";")),
      ("formato_data", .string("gg/mm/aaaa")), ("numeri", .string("italiani")),
      ("note", .string("Nessun ente è vero: i codici fiscali cominciano con 9999.")),
    ])
    try folder.map(
      "columns", header: ["campo", "2000-01-01"],
      ProviderRegister.columns.map { [$0.0, $0.1] })
    let kinds = Set(organisations.all.map(\.kind))
    try folder.map(
      "values", header: ["campo", "valore", "codice", "motivo"],
      folder.values(
        "tipo",
        Organisations.Kind.allCases.filter(kinds.contains).map { ($0.words, $0.code) },
        reason: "parole del registro"))
    key.add(
      publisher: ProviderRegister.publisher, "enti", policy: .cumulative, [ledger],
      current: organisations.all.count)
    return SampleFile(path: path, rows: ledger.read, bytes: bytes)
  }

  private func write(
    _ o: Organisations.Organisation, _ index: Int, to out: inout ByteWriter
  ) {
    let comuni = world.territory.comuni
    let seat = comuni[o.comune].name
    out.row(
      [
        o.code, o.name, o.kind.words, o.kind.section, "\(o.runtsNumber)",
        index == 23 ? "31/09/2023" : italianDate(o.registeredOn),
        index == 11 ? world.territory.misspelling(of: seat) : seat,
        o.served.map { comuni[$0].code }.joined(separator: "|"),
        o.activities.joined(separator: "|"), "\(o.volunteers)",
        o.staffTenths % 10 == 0 ? "\(o.staffTenths / 10)" : "\(o.staffTenths / 10),5",
      ], separator: ";")
  }
}

extension ByteWriter {
  /// A row of texts, none of which needs quoting.
  mutating func row(_ cells: [String], separator: String) {
    for (i, cell) in cells.enumerated() {
      if i > 0 { text(separator) }
      text(cell)
    }
    newline()
  }
}
