public import Warehouse

/// Where an observation belongs: a comune, a group of them, or everything.
public struct TerritoryKey: Hashable, Sendable {
  /// The kinds of the exchange contract (`territorio_tipo`).
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case total = "totale"
    case province = "provincia"
    case ats
    case innerAreaClass = "area_interna"
    case zone = "zona"
    case comune
  }

  public var kind: Kind
  /// ISTAT code, ATS id, SNAI group (`E-F` together), province code; `totale` for the total.
  public var code: String

  public init(_ kind: Kind, _ code: String) {
    self.kind = kind
    self.code = code
  }

  public static let total = TerritoryKey(.total, "totale")
}

/// One published (or withheld) number: a row of `dati/osservazioni.csv`.
public struct Observation: Hashable, Sendable, Identifiable {
  /// `stato` of the exchange contract. Suppressed is not zero; missing is not zero.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    case published = "pubblicato"
    case suppressed = "soppresso"
    case notApplicable = "non_applicabile"
    case notReceived = "non_pervenuto"
    case provisional = "provvisorio"
  }

  /// Slug of the indicator, `copertura-popolazione`; a figure derived from the same cases adds a
  /// suffix after a dot, `tempo-attivazione.mediana`.
  public var indicator: String
  public var territory: TerritoryKey
  public var period: Period
  /// `totale|servizio|area_utenza|canale|sesso|fascia_eta|ente|fonte|…`
  public var dimension: String
  /// The modality inside the dimension; `totale` when the dimension is `totale`.
  public var modality: String
  public var value: Double?
  public var lower: Double?
  public var upper: Double?
  public var numerator: Double?
  public var denominator: Double?
  public var status: Status
  /// Why a value is missing or marked, in a word a reader can look up (`non raggiunta`, `0/0`…).
  public var note: String?

  public init(
    indicator: String, territory: TerritoryKey, period: Period, dimension: String = "totale",
    modality: String = "totale", value: Double? = nil, lower: Double? = nil, upper: Double? = nil,
    numerator: Double? = nil, denominator: Double? = nil, status: Status = .published,
    note: String? = nil
  ) {
    self.indicator = indicator
    self.territory = territory
    self.period = period
    self.dimension = dimension
    self.modality = modality
    self.value = value
    self.lower = lower
    self.upper = upper
    self.numerator = numerator
    self.denominator = denominator
    self.status = status
    self.note = note
  }

  /// Stable, readable, accepted by `tavolo explain`:
  /// `indicator~kind~code~period~dimension~modality`.
  public var id: String {
    // An edition asks for some hundred thousand of them: one string each, grown once.
    var id = indicator
    id.reserveCapacity(indicator.utf8.count + territory.code.utf8.count + modality.utf8.count + 48)
    id += "~"
    id += territory.kind.rawValue
    id += "~"
    id += territory.code
    id += "~"
    id += period.description
    id += "~"
    id += dimension
    id += "~"
    id += modality
    return id
  }
}
