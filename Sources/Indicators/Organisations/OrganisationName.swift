import Foundation

/// Tells the name of an organisation from that of a person, where a register holds both and a report
/// names the first alone.
enum OrganisationName {
  /// True when a word of the name says that it is of more than one person. A name that says nothing may
  /// be a person's, and so may a firm's that says it is of one.
  static func isOne(_ name: String) -> Bool {
    let words = Set(
      name.lowercased().replacing(".", with: "")
        .split { !($0.isLetter || $0.isNumber) }.map {
          $0.folding(options: .diacriticInsensitive, locale: nil)
        })
    return words.isDisjoint(with: single) && !words.isDisjoint(with: plural)
  }

  private static let single: Set = ["individuale", "professionista", "autonomo", "autonoma"]

  /// Legal forms, public bodies, and what several are called together.
  private static let plural: Set = [
    "srl", "srls", "spa", "snc", "sas", "sapa", "scarl", "scrl", "scpa", "scs", "soc", "societa",
    "coop", "cooperativa", "cooperative", "consorzio", "impresa", "imprese", "ati", "rti",
    "raggruppamento", "gruppo", "associazione", "associati", "aps", "odv", "onlus", "ets",
    "fondazione", "ente", "istituto", "centro", "circolo", "comitato", "federazione", "parrocchia",
    "diocesi", "caritas", "croce", "comune", "provincia", "regione", "citta", "unione",
    "universita",
    "azienda", "asp", "asl", "agenzia", "camera", "ordine", "ministero", "gmbh", "ltd", "sa",
  ]
}
