import Indicators

/// `edition.json`: as-of date, tool, the deliveries behind the edition, what is counted by the indicators
/// that analysts have declared, and the files it is made of.
enum EditionManifest {
  static func bytes(
    _ evidence: Evidence, language: Language, toolVersion: String, outputs: [EditionOutput]
  ) -> [UInt8] {
    JSONValue.object([
      ("as_of", .string("\(evidence.asOf)")),
      ("versione", .string(toolVersion)),
      ("lingua", .string(language.rawValue)),
      ("dati_sintetici", .bool(evidence.isSynthetic)),
      (
        "consegne",
        .array(
          evidence.sources.map { source in
            .object([
              ("ente", .string(source.publisher)),
              ("tracciato", .string(source.dataset)),
              ("file", .string(source.delivery)),
              ("sha256", .string(source.sha256)),
              ("ricevuta", .string("\(source.received)")),
              ("righe_lette", .number(Double(source.rowsRead))),
              ("righe_tenute", .number(Double(source.rowsKept))),
              ("righe_rifiutate", .number(Double(source.rowsRefused))),
              ("sintetica", .bool(source.isSynthetic)),
            ])
          })
      ),
      (
        "dichiarati",
        .array(
          evidence.definitions.compactMap { definition in
            definition.fingerprint.map {
              .object([("indicatore", .string(definition.slug)), ("sha256", .string($0))])
            }
          })
      ),
      (
        "uscite",
        .array(
          outputs.map { output in
            .object([
              ("file", .string(output.path)),
              ("byte", .number(Double(output.bytes))),
              ("sha256", .string(output.sha256)),
            ])
          })
      ),
    ]).bytes
  }
}
