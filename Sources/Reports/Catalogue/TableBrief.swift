public import Foundation
public import Indicators
public import Warehouse

/// One co-programming table as its file in `datasets/tables` describes it: theme, territory, period,
/// audience. What an analyst may need to change on a Friday is here, not in code.
public struct TableBrief: Hashable, Sendable {
  /// Name of the file and of the pages: small letters, digits, hyphens.
  public var slug: String
  /// Id of the procedure its decisions are handed back under; the slug where none is given.
  public var procedure: String
  public var title: Text
  /// The notice that opened the table; may be empty.
  public var notice: Text
  /// Laws and rulings it rests on.
  public var legalBasis: String
  /// Who conducts the procedure; may be empty.
  public var administration: Text
  /// Codes of the theme; empty means all.
  public var userAreas: [String]
  public var services: [String]
  /// Letters of art. 5 of the code of the third sector.
  public var activities: [String]
  /// Named groups of comuni and single comuni; none of either means the whole territory.
  public var groups: [TerritoryKey]
  public var comuni: [ComuneCode]
  public var period: Period
  public var comparison: Period?
  public var participants: [String]
  /// What the table is asked.
  public var questions: [Text]
  /// How much each signal counts when priorities are proposed.
  var weights = PriorityWeights.equal
  /// True when the table itself is invented for the sample.
  public var isSynthetic: Bool

  public init(
    slug: String, title: Text, notice: Text, legalBasis: String, administration: Text,
    userAreas: [String], services: [String], activities: [String], groups: [TerritoryKey],
    comuni: [ComuneCode], period: Period, comparison: Period?, participants: [String],
    questions: [Text], isSynthetic: Bool = false, procedure: String? = nil
  ) {
    self.slug = slug
    self.procedure = procedure ?? slug
    self.title = title
    self.notice = notice
    self.legalBasis = legalBasis
    self.administration = administration
    self.userAreas = userAreas
    self.services = services
    self.activities = activities
    self.groups = groups
    self.comuni = comuni
    self.period = period
    self.comparison = comparison
    self.participants = participants
    self.questions = questions
    self.isSynthetic = isSynthetic
  }

  /// Reads a file of `datasets/tables`.
  /// - Parameter name: of the file, for the error's sentence.
  /// - Throws: `TableBriefError` naming the key, what was expected and the nearest valid name.
  public init(json: Data, name: String) throws(TableBriefError) {
    let object: Any
    do {
      object = try JSONSerialization.jsonObject(with: json)
    } catch {
      throw TableBriefError(file: name, key: "", problem: "non è un documento JSON valido")
    }
    var reader = try JSONFields(object, file: name, path: "")
    slug = try reader.text("slug")
    procedure = try reader.text("id_procedimento", default: slug)
    title = try reader.bilingual("titolo")
    notice = try reader.bilingual("avviso", default: "")
    legalBasis = try reader.text("base_giuridica", default: "art. 55 D.Lgs. 117/2017")
    administration = try reader.bilingual("amministrazione", default: "")
    userAreas = try reader.texts("aree_utenza")
    services = try reader.texts("servizi")
    activities = try reader.texts("attivita_art5")
    participants = try reader.texts("partecipanti")
    period = try reader.value("periodo", expecting: "2026, 2026-S1, 2026-T1 o 2026-01") {
      Period($0)
    }
    comparison = try reader.optionalValue("confronto", expecting: "un periodo come 2025-S2") {
      Period($0)
    }
    questions = try reader.bilingualList("domande")
    isSynthetic = try reader.flag("sintetico", default: false)
    weights = try PriorityWeights.read(try reader.object("pesi"))
    (groups, comuni) = try Self.territory(of: &reader)
    try reader.finish()
    guard !slug.isEmpty,
      slug.utf8.allSatisfy({ "abcdefghijklmnopqrstuvwxyz0123456789-".utf8.contains($0) })
    else {
      throw TableBriefError(
        file: name, key: "slug", problem: "vanno usate solo lettere minuscole, cifre e trattini")
    }
  }

  /// `{"tipo": "ats", "codici": ["LOC", "CAU"]}`; the kinds of the exchange contract.
  private static func territory(
    of reader: inout JSONFields
  ) throws(TableBriefError) -> ([TerritoryKey], [ComuneCode]) {
    guard var part = try reader.object("territorio") else { return ([], []) }
    let kinds = TerritoryKey.Kind.allCases.map(\.rawValue).joined(separator: ", ")
    let kind = try part.value("tipo", expecting: "uno tra \(kinds)") {
      TerritoryKey.Kind(rawValue: $0)
    }
    let codes = try part.texts("codici")
    try part.finish()
    switch kind {
    case .total: return ([], [])
    case .comune:
      let comuni = codes.compactMap { ComuneCode($0) }
      guard comuni.count == codes.count else {
        throw TableBriefError(
          file: part.file, key: "territorio.codici", problem: "servono codici ISTAT di sei cifre")
      }
      return ([], comuni)
    default:
      guard !codes.isEmpty else {
        throw TableBriefError(
          file: part.file, key: "territorio.codici",
          problem: "per il tipo «\(kind.rawValue)» serve almeno un codice")
      }
      return (codes.map { TerritoryKey(kind, $0) }, [])
    }
  }
}

/// A file of `datasets/tables` that cannot be understood.
public struct TableBriefError: Error, Hashable, CustomStringConvertible {
  public var file: String
  public var key: String
  public var problem: String

  public var description: String {
    (key.isEmpty ? "\(file): " : "\(file), voce «\(key)»: ") + problem + "."
  }
}
