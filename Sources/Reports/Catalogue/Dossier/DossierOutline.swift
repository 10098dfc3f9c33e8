/// What each part of a dossier must say, by the codes of the reference catalogue (sections A0–I).
///
/// An indicator that enters the catalogue with one of these codes enters its section without further
/// work: shown where there are data, named as not received where there are none.
enum DossierOutline {
  /// A part of the dossier and what it is owed.
  enum Part: String, CaseIterable {
    case expressed = "bisogni-espressi"
    case unexpressed = "bisogni-inespressi"
    case listening = "ascolto"
    case offer = "altra-offerta"
    case network = "rete"
    case access = "accesso"
    case gaps = "altri-divari"
    case waiting = "altri-tempi"
    case resources = "altre-risorse"
    case costs = "costi"
    case quality = "qualita-dei-dati"

    /// Codes, or a family followed by `*`.
    var codes: [String] {
      switch self {
      case .expressed: ["NC1", "NC2", "NC4", "NC4b", "NC5", "NC5b", "IN9"]
      case .unexpressed: ["NC3", "RT5", "DD2", "SF*", "TR*"]
      case .listening: ["RG10"]
      case .offer: ["NC6", "NC7", "NC10", "CM*"]
      case .network: ["NE*", "IN1", "IN2", "IN3", "IN4", "IN5"]
      case .access: ["PP*", "DD*", "TG8"]
      case .gaps: ["TG*", "NC8", "NC9"]
      case .waiting: ["RT*"]
      case .resources: ["IN6", "IN7", "RG*"]
      case .costs: ["NC11", "IN8", "IN8b"]
      case .quality: ["DQ*"]
      }
    }

    func holds(_ code: String) -> Bool {
      codes.contains { wanted in
        wanted.hasSuffix("*") ? code.hasPrefix(wanted.dropLast()) : code == wanted
      }
    }
  }

  /// Shown by a part of their own, with pictures: they are not repeated in the tables of the others.
  static let illustrated: Set<String> = [
    "copertura-popolazione", "copertura-bisogni", "posti-per-100", "copertura-offerta",
    "richieste-per-1000", "tempo-primo-contatto", "tempo-decisione", "tempo-attivazione",
    "arretrato", "divario-copertura", "theil-copertura", "canali",
    "priorita-localizzazione",
  ]

  /// The part an indicator belongs to: the first that names its code, else the first that names its
  /// family.
  static func part(of code: String) -> Part? {
    Part.allCases.first { $0.codes.contains(code) } ?? Part.allCases.first { $0.holds(code) }
  }
}
