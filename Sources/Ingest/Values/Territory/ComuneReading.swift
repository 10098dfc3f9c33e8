public import Warehouse

/// What a cell of a comune column says.
public enum ComuneReading: Equatable, Sendable {
  case resolved(ComuneCode, how: Match)
  /// Nothing certain; `suggestion` names what is near, or the comuni it could equally be. It is to be
  /// shown, never applied.
  case unresolved(suggestion: String?)
  case empty
  /// Five digits that are no ISTAT code of the territory without its zero: a postcode, to all
  /// appearances. `alternative` is the comune they would be elsewhere in Italy as an ISTAT code.
  case postcode(alternative: String?)
  /// A wording that names no comune on purpose.
  case special(SpecialPlace)

  /// By which of its writings a comune was recognised.
  public enum Match: Equatable, Sendable {
    case istat
    /// Five digits of a six-digit code whose leading zero a spreadsheet ate.
    case istatWithoutZero
    case belfiore
    /// Official or alternative name, once folded.
    case name
    /// A listed alias, or a regular abbreviation of a name (`S.` for San, Sant', Santo).
    case alias
    /// The name or code of a comune that is no more; the one that took its place is meant. `filed` is
    /// the code of its time, under which a fact stays filed; nil for a name without one.
    case ceased(successorOf: String, filed: ComuneCode?)
    /// A name only one comune of the country has, written with the letters of another province.
    case otherProvince(written: String)
  }
}

/// Wordings that stand where a comune should and name none.
public enum SpecialPlace: String, Sendable, CaseIterable {
  case homeless = "senza fissa dimora"
  case unknown = "non rilevato"
  case wholeTerritory = "tutti i comuni"
  case elsewhere = "fuori territorio"
  case abroad = "estero"

  static func named(_ folded: String) -> SpecialPlace? { wordings[folded] }

  private static let wordings: [String: SpecialPlace] = [
    "SENZA FISSA DIMORA": .homeless, "SENZA DIMORA": .homeless, "SENZA TETTO": .homeless,
    "SENZATETTO": .homeless, "SFD": .homeless, "S F D": .homeless,
    "NON RILEVATO": .unknown, "NON INDICATO": .unknown, "NON NOTO": .unknown,
    "NON SPECIFICATO": .unknown, "NON DICHIARATO": .unknown, "NON DISPONIBILE": .unknown,
    "SCONOSCIUTO": .unknown, "IGNOTO": .unknown,
    "TUTTI I COMUNI": .wholeTerritory, "TUTTI": .wholeTerritory,
    "TUTTO IL TERRITORIO": .wholeTerritory, "INTERO TERRITORIO": .wholeTerritory,
    "INTERO AMBITO": .wholeTerritory, "TUTTO L AMBITO": .wholeTerritory,
    "AMBITO NAZIONALE": .wholeTerritory,
    "FUORI TERRITORIO": .elsewhere, "FUORI AMBITO": .elsewhere, "FUORI PROVINCIA": .elsewhere,
    "FUORI REGIONE": .elsewhere, "ALTRO COMUNE": .elsewhere, "ALTRA PROVINCIA": .elsewhere,
    "ALTRA REGIONE": .elsewhere,
    "ESTERO": .abroad, "STATO ESTERO": .abroad,
  ]
}
