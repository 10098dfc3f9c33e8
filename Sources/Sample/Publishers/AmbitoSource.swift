internal import Warehouse

/// The ambito's folder.
extension Ambito {
  /// Writes everything and tells what each delivery must give.
  func writeSource(root: String) throws -> (ledgers: [DeliveryLedger], files: [SampleFile]) {
    let folder = try SourceFolder(root: root, publisher: Ambito.publisher, dataset: "richieste")
    var ledgers: [DeliveryLedger] = []
    var files: [SampleFile] = []
    for (i, day) in export.plan.days.enumerated() {
      let file = "\(day).xlsx"
      let path = folder.delivery(file)
      let ledger = try write(delivery: i, to: path, file: file)
      ledgers.append(ledger)
      files.append(SampleFile(path: path, rows: ledger.read, bytes: fileSize(path)))
    }
    try describe(folder)
    return (ledgers, files)
  }

  private func describe(_ folder: SourceFolder) throws {
    try folder.describe([
      ("editore", .string("Ambito sociale sintetico")),
      ("titolo", .string("Domande dell'ambito (dati sintetici)")),
      ("politica", .string(export.plan.policy.rawValue)), ("formato", .string("xlsx")),
      ("foglio", .string(Ambito.sheetName)), ("riga_intestazione", .int(3)),
      ("righe_intestazione", .int(2)), ("formato_data", .string("gg/mm/aaaa")),
      ("righe_totale", .array([.string("Totale")])),
      ("collegamento", .string(SampleGenerator.linkScope)),
      (
        "note",
        .string(
          "Ogni trimestre le domande nuove e quelle cambiate. Dal secondo trimestre le colonne hanno"
            + " altri nomi. Nessuna persona è vera.")
      ),
    ])
    let before = AmbitoWords.joined(AmbitoWords.before)
    let after = AmbitoWords.joined(AmbitoWords.after)
    let days = export.plan.days
    if days.count > 1 {
      try folder.map(
        "columns", header: ["campo", "2000-01-01", "\(days[0] + 1)"],
        zip(before, after).map { [$0.field, $0.header, $1.header] })
    } else {
      try folder.map(
        "columns", header: ["campo", "2000-01-01"], before.map { [$0.field, $0.header] })
    }
    let reason = "parole dell'ambito"
    try folder.map(
      "values", header: ["campo", "valore", "codice", "motivo"],
      folder.values(
        "servizio", AmbitoWords.services.map { ($0.label, $0.code) }, reason: "nomi locali")
        + folder.values("area_utenza", AmbitoWords.areas.map { ($0.1, $0.0) }, reason: reason)
        + folder.values(
          "canale", AmbitoWords.channels.map { ($0.1, $0.0.code) }, reason: reason)
        + folder.values(
          "esito", AmbitoWords.outcomes.map { ($0.1, $0.0.code) }, reason: reason))
  }
}

func italianDate(_ day: Day) -> String {
  let iso = "\(day)"
  return "\(iso.suffix(2))/\(iso.dropFirst(5).prefix(2))/\(iso.prefix(4))"
}
