import Indicators

extension OpenTables {
  /// The modalities and groups that the observations name by their code.
  static func codes(_ evidence: Evidence) -> OpenTable {
    let lists = [
      ("servizio", evidence.services), ("area_utenza", evidence.userAreas),
      ("canale", evidence.channels),
    ]
    return OpenTable(
      "codici", title: Text(it: "Elenchi di codici", en: "Code lists"),
      columns: [
        .init("elenco", it: "Dimensione o tipo di territorio", en: "Dimension or territory kind"),
        .init("codice", it: "Codice", en: "Code"),
        .init("nome_it", it: "Nome in italiano", en: "Italian name"),
        .init("nome_en", it: "Nome in inglese", en: "English name"),
        provisionalColumn,
        .init(
          "vocabolario", it: "Vocabolario controllato AgID che ha questa voce; vuoto se nessuno",
          en: "AgID controlled vocabulary that has this item; empty where none"),
        .init(
          "codice_vocabolario", it: "Codice della voce nel vocabolario", en: "Its code there"),
      ], key: ["elenco", "codice"],
      rows: lists.flatMap { list, codes in
        codes.map {
          [list, $0.code, $0.name.it, $0.name.en, ""]
            + ($0.official.map { vocabulary(list, $0) } ?? ["", ""])
        }
      } + closedLists(evidence)
        + evidence.territory.groups.map {
          [
            $0.key.kind.rawValue, $0.key.code, $0.name, $0.name,
            $0.key.kind == .ats ? ($0.isProvisional ? "true" : "false") : "",
          ] + vocabulary($0.key.kind.rawValue, $0.key.code)
        })
  }

  private static func vocabulary(_ list: String, _ code: String) -> [String] {
    ControlledVocabulary.entry(list, code).map { [$0.vocabulary, $0.code] } ?? ["", ""]
  }

  /// The codes of closed lists that figures are divided by.
  private static func closedLists(_ evidence: Evidence) -> [[String]] {
    struct Code: Hashable {
      var list: String
      var code: String
    }
    let met = Set(evidence.observations.lazy.map { Code(list: $0.dimension, code: $0.modality) })
    return met.compactMap { one in
      ModalityPhrases.name(one.list, one.code).map {
        [one.list, one.code, $0.it, $0.en, ""] + vocabulary(one.list, one.code)
      }
    }.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }
  }
}
