/// A phrase of the mission, with what answers it: an entry of `datasets/reference/requisiti.json`.
public struct Requirement: Hashable, Sendable, Codable {
  public var id: String
  /// Literally, in guillemets.
  public var phrase: String
  /// Codes of the reference catalogue, or slugs.
  public var indicators: [String]
  /// Sections of the reports.
  public var sections: [String]
  /// Why there is no indicator, or what to know when reading it.
  public var note: String?

  enum CodingKeys: String, CodingKey {
    case id
    case phrase = "frase"
    case indicators = "indicatori"
    case sections = "sezioni"
    case note = "nota"
  }

  /// Sections of the dossier, of the organisations' dashboard and of the programme report.
  public static let sectionNames: [String: String] = [
    "A0": "Frontespizio", "A1": "In sintesi", "B1": "Quadro demografico e sociale",
    "B2": "Bisogni espressi", "B3": "Bisogni non espressi", "B4": "Ascolto",
    "C1": "Mappa dell'offerta", "C2": "Rete", "C3": "Accesso", "D1": "Divari", "D2": "Equità",
    "D3": "Tempi", "E1": "Matrice delle priorità", "E2": "Scelte e motivazioni", "F1": "Risorse",
    "F2": "Costi", "G1": "Interventi e modalità", "G2": "Indicatori di esito",
    "H": "Metodo, qualità, limiti", "I": "Allegati", "ETS": "Cruscotto degli enti",
    "FIN": "Rapporto di avanzamento", "P1": "Avanzamento: identificazione",
    "P2": "Avanzamento: quadro finanziario", "P3": "Avanzamento finanziario",
    "P4": "Avanzamento procedurale", "P5": "Avanzamento fisico",
    "P6": "Avanzamento: tempo e scenari", "P7": "Avanzamento: milestone e ritardi",
    "P8": "Avanzamento: esiti", "P9": "Avanzamento: leva e sostenibilità",
    "P10": "Avanzamento: rischi", "P11": "Avanzamento: allegati",
  ]

  /// What is wrong with the entry: names that lead nowhere, or nothing at all. Empty when all is well.
  public func problems(_ definitions: [Definition]) -> [String] {
    var problems: [String] = []
    if sections.isEmpty { problems.append("\(id): nessuna sezione") }
    if indicators.isEmpty, note == nil { problems.append("\(id): né indicatori né una nota") }
    for name in indicators where Requirement.definition(name, definitions) == nil {
      problems.append("\(id): l'indicatore \(name) non esiste")
    }
    for section in sections where Requirement.sectionNames[section] == nil {
      problems.append("\(id): la sezione \(section) non esiste")
    }
    return problems
  }

  static func definition(_ name: String, _ all: [Definition]) -> Definition? {
    all.first { $0.code == name || $0.slug == name }
  }

  /// `docs/requirements.md`, generated.
  public static func page(_ all: [Requirement], _ definitions: [Definition]) -> String {
    var text = """
      # Requisiti

      Pagina generata da `tavolo docs` da `datasets/reference/requisiti.json`: ogni frase dei documenti di \
      partenza, gli indicatori che le rispondono ([schede](indicators.md)) e le sezioni dei rapporti in cui \
      si leggono.

      | Frase | Indicatori | Sezioni |
      |---|---|---|

      """
    for one in all {
      let names = one.indicators.compactMap { definition($0, definitions) }.map { d in
        (d.code.isEmpty ? "" : d.code + " ") + "`\(d.slug)`"
      }
      let sections = one.sections.map { "\($0) \(sectionNames[$0] ?? "")" }
      let answer = names.isEmpty ? one.note ?? "" : names.joined(separator: ", ")
      text += "| \(one.id) \(one.phrase) | \(answer) | \(sections.joined(separator: ", ")) |\n"
    }
    return text
  }
}
