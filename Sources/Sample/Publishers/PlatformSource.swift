internal import Warehouse

/// The platform's folders: requests, offers, Punti di Prossimità.
extension Platform {
  /// Writes the requests and tells what each delivery must give.
  func writeSource(root: String) throws(SampleError) -> (
    ledgers: [DeliveryLedger], files: [SampleFile]
  ) {
    let folder = try SourceFolder(root: root, publisher: Platform.publisher, dataset: "richieste")
    var ledgers: [DeliveryLedger] = []
    var files: [SampleFile] = []
    for (i, day) in export.plan.days.enumerated() {
      let file = "\(day).ndjson"
      let path = folder.delivery(file)
      let (ledger, bytes) = try write(delivery: i, to: path, file: file)
      ledgers.append(ledger)
      files.append(SampleFile(path: path, rows: ledger.read, bytes: bytes))
    }
    try folder.describe([
      ("editore", .string("Piattaforma sintetica")),
      ("titolo", .string("Richieste della piattaforma (dati sintetici)")),
      ("politica", .string(export.plan.policy.rawValue)), ("formato", .string("ndjson")),
      ("formato_data", .string("aaaa-mm-gg")), ("fuso", .string("UTC")),
      ("numeri", .string("internazionali")),
      ("collegamento", .string(SampleGenerator.linkScope)),
      (
        "note",
        .string("Istanti in UTC; rif_esterno è il numero che un comune dà alla stessa richiesta.")
      ),
    ])
    try folder.map(
      "columns", header: ["campo", "2000-01-01"], PlatformWords.columns.map { [$0.0, $0.1] })
    try folder.map(
      "values", header: ["campo", "valore", "codice", "motivo"],
      folder.values(
        "servizio", PlatformWords.nodes.map { ($0.node, $0.service) }, reason: "nodi dell'imbuto")
        + folder.values(
          "esito", PlatformWords.outcomes.map { ($0.1, $0.0.code) },
          reason: "stati della piattaforma"))
    return (ledgers, files)
  }
}
