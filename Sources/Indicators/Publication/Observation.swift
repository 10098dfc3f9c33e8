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
    id += Observation.linkable(territory.code)
    id += "~"
    id += period.description
    id += "~"
    id += dimension
    id += "~"
    id += Observation.linkable(modality)
    return id
  }

  /// A code as an address may end with it after a `#`, and a list of ids hold it: what neither may have is
  /// escaped, blanks as `+`.
  private static func linkable(_ code: String) -> String {
    guard code.utf8.contains(where: isEscaped) else { return code }
    var bytes: [UInt8] = []
    for byte in code.utf8 {
      if byte == 0x20 {
        bytes.append(UInt8(ascii: "+"))
      } else if isEscaped(byte) {
        bytes += [UInt8(ascii: "%"), hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Control characters, blanks and `"#%+<>\^`{|}~`.
  private static func isEscaped(_ byte: UInt8) -> Bool {
    switch byte {
    case ...0x20, 0x22, 0x23, 0x25, 0x2b, 0x3c, 0x3e, 0x5c, 0x5e, 0x60, 0x7b...0x7f: true
    default: false
    }
  }

  private static let hexadecimal = Array("0123456789ABCDEF".utf8)
}
