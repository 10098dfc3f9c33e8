internal import Warehouse

/// The municipality's folder: descriptor, maps, deliveries.
extension Municipality {
  /// Writes everything.
  ///
  /// - Returns: what each delivery must give, and the request a correction repairs.
  func writeSource(root: String) throws(SampleError) -> (
    ledgers: [DeliveryLedger], corrected: Int?, files: [SampleFile]
  ) {
    let folder = try SourceFolder(
      root: root, publisher: Municipality.publisher, dataset: "richieste")
    var ledgers: [DeliveryLedger] = []
    var files: [SampleFile] = []
    var corrected: (need: Need, line: Int)?
    for (i, day) in export.plan.days.enumerated() {
      let file = "\(day).csv"
      let isLast = i == export.plan.days.count - 1
      let (ledger, bytes) = try write(delivery: i, to: folder.delivery(file), file: file) {
        need, line in
        guard isLast, corrected == nil else { return false }
        corrected = (need, line)
        return true
      }
      ledgers.append(ledger)
      files.append(SampleFile(path: folder.delivery(file), rows: ledger.read, bytes: bytes))
    }
    try describe(folder, corrected)
    return (ledgers, corrected?.need.index, files)
  }

  private func describe(
    _ folder: SourceFolder, _ corrected: (need: Need, line: Int)?
  ) throws(SampleError) {
    try folder.describe([
      ("editore", .string("Comune sintetico")),
      ("titolo", .string("Domande di prestazione sociale (dati sintetici)")),
      ("politica", .string(export.plan.policy.rawValue)), ("formato", .string("csv")),
      ("codifica", .string("windows-1252")), ("separatore", .string(";")),
      ("riga_intestazione", .int(2)), ("formato_data", .string("gg/mm/aaaa")),
      ("numeri", .string("italiani")), ("righe_totale", .array([.string("TOTALE")])),
      ("collegamento", .string(SampleGenerator.linkScope)),
      (
        "note",
        .string("Ogni consegna ripete tutto dal \(world.season.firstDay). Nessuna persona è vera.")
      ),
    ])
    try folder.map(
      "columns", header: ["campo", "2000-01-01"],
      zip(MunicipalityWords.fields, MunicipalityWords.headers).map { [$0, $1] }
        + [["-", MunicipalityWords.headers[MunicipalityWords.fields.count]]])
    let reason = "parole del gestionale"
    try folder.map(
      "values", header: ["campo", "valore", "codice", "motivo"],
      folder.values(
        "servizio",
        MunicipalityWords.services.flatMap { entry in entry.labels.map { ($0, entry.code) } },
        reason: reason)
        + folder.values(
          "area_utenza", MunicipalityWords.areas.map { ($0.1, $0.0) }, reason: reason)
        + folder.values(
          "canale", MunicipalityWords.channels.map { ($0.1, $0.0.code) }, reason: reason)
        + folder.values(
          "esito", MunicipalityWords.outcomes.map { ($0.1, $0.0.code) }, reason: reason))
    guard let corrected, let day = export.plan.days.last else { return }
    try folder.map(
      "corrections", header: ["consegna", "riga", "campo", "atteso", "valore", "motivo"],
      [
        [
          "\(day).csv", "\(corrected.line)", "data_richiesta", "31/02/2025",
          italianDate(corrected.need.received), "data verificata sul registro di protocollo",
        ]
      ])
  }
}
