/// The numbers of disclosure control, from `reference/disclosure.json`.
///
/// A value that exists is lawful: the initialiser refuses anything below the Italian floor. There is
/// no setting that turns protection off.
public struct DisclosureSettings: Hashable, Sendable, Codable {
  /// Regole deontologiche Sistan (G.U. 14 January 2019 n. 11, annex 1, art. 5): a frequency below three
  /// is never published, whatever the settings say.
  public static let sistanFloor = 3

  /// Persons needed in an ordinary cell.
  public let threshold: Int
  /// Persons needed where the cross reveals a special category or a stigma.
  public let sensitiveThreshold: Int
  /// The lowest threshold these settings accept anywhere; never under `sistanFloor`.
  public let legalFloor: Int
  /// Below this number of residents a comune is small…
  public let smallComuneResidents: Int
  /// …and its cells need this many persons.
  public let smallComuneThreshold: Int
  /// A survival curve is published only while this many are still at risk…
  public let minimumAtRisk: Int
  /// …and only if this many events were seen in all.
  public let minimumEvents: Int

  public init(
    threshold: Int = 5, sensitiveThreshold: Int = 10, legalFloor: Int = 3,
    smallComuneResidents: Int = 1000, smallComuneThreshold: Int = 10, minimumAtRisk: Int = 10,
    minimumEvents: Int = 5
  ) throws(DisclosureSettingsError) {
    func refuse(_ name: String, _ value: Int, below floor: Int) throws(DisclosureSettingsError) {
      if value < floor {
        throw DisclosureSettingsError(setting: name, value: value, minimum: floor)
      }
    }
    try refuse("legalFloor", legalFloor, below: Self.sistanFloor)
    try refuse("threshold", threshold, below: legalFloor)
    try refuse("sensitiveThreshold", sensitiveThreshold, below: threshold)
    try refuse("smallComuneThreshold", smallComuneThreshold, below: threshold)
    try refuse("smallComuneResidents", smallComuneResidents, below: 0)
    try refuse("minimumAtRisk", minimumAtRisk, below: legalFloor)
    try refuse("minimumEvents", minimumEvents, below: legalFloor)
    self.threshold = threshold
    self.sensitiveThreshold = sensitiveThreshold
    self.legalFloor = legalFloor
    self.smallComuneResidents = smallComuneResidents
    self.smallComuneThreshold = smallComuneThreshold
    self.minimumAtRisk = minimumAtRisk
    self.minimumEvents = minimumEvents
  }

  /// The names of the settings file.
  enum CodingKeys: String, CodingKey {
    case threshold = "soglia"
    case sensitiveThreshold = "soglia_sensibile"
    case legalFloor = "soglia_minima_legale"
    case smallComuneResidents = "residenti_piccolo_comune"
    case smallComuneThreshold = "soglia_piccolo_comune"
    case minimumAtRisk = "rischio_minimo"
    case minimumEvents = "eventi_minimi"
  }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    func value(_ key: CodingKeys) throws -> Int { try values.decode(Int.self, forKey: key) }
    try self.init(
      threshold: value(.threshold), sensitiveThreshold: value(.sensitiveThreshold),
      legalFloor: value(.legalFloor), smallComuneResidents: value(.smallComuneResidents),
      smallComuneThreshold: value(.smallComuneThreshold), minimumAtRisk: value(.minimumAtRisk),
      minimumEvents: value(.minimumEvents))
  }

  /// Persons needed in a cell: the strictest rule that applies to it.
  ///
  /// - Parameter comuneResidents: residents of the comune the cell is about; nil above comune level.
  public func threshold(isSensitive: Bool, comuneResidents: Int? = nil) -> Int {
    var result = isSensitive ? sensitiveThreshold : threshold
    if let comuneResidents, comuneResidents < smallComuneResidents {
      result = max(result, smallComuneThreshold)
    }
    return result
  }
}

/// A setting that would publish what the law or the other settings forbid.
public struct DisclosureSettingsError: Error, Hashable, CustomStringConvertible {
  public var setting: String
  public var value: Int
  public var minimum: Int

  public var description: String {
    """
    disclosure.json: «\(setting)» vale \(value), atteso un numero da \(minimum) in su \
    (Regole deontologiche Sistan, art. 5: soglia mai inferiore a tre): correggere il valore.
    """
  }
}
