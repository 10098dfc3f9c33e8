import Foundation
public import Warehouse

/// Everything a report may know: no SQL, no person, nothing that disclosure control has not passed.
///
/// One value per edition; the XLSX, HTML and open-data writers are fed from it and from nothing else.
public struct Evidence: Sendable {
  public var asOf: Day
  public var territory: TerritoryAtlas
  /// In catalogue order.
  public var definitions: [Definition]
  /// Sorted as `dati/osservazioni.csv` is; look one up with `observation(_:)`.
  public var observations: [Observation] {
    didSet { byID = Evidence.index(observations) }
  }
  public var programmes: [Programme]
  public var sources: [SourceSummary]
  public var findings: [FindingSummary]
  /// Every delivery expected by `asOf` and what came of it; empty without a calendar.
  public var reports: [ExpectedReport]
  /// What each publisher has undertaken to deliver; empty without a calendar.
  public var calendar: [ExpectedDelivery] = []
  /// How what is known of a quarter grows after its end, by dataset.
  public var developments: [ReportingDevelopment.Published] = []
  /// Requests of which somebody's report is not here, with an estimate of all; nothing follows from them.
  public var totalsWithMissing: [TotalWithMissing] = []
  /// Service codes and user areas with their names, in the order of the reference lists.
  public var services: [NamedCode]
  public var userAreas: [NamedCode]
  public var channels: [NamedCode]
  /// Organisations, never natural persons, by name.
  public var providers: [ProviderProfile] = []
  /// Punti di Prossimità opened by the as-of date, by id; one closed later has no closing day yet.
  public var points: [ProximityPoint] = []
  /// Multi-year projects of foundations, by id.
  public var projects: [ProjectProfile] = []
  /// What tables decided, as their sheets came back.
  public var decisions: [TableDecision] = []
  /// What was said at tables, beside the figures.
  public var remarks: [TableRemark] = []
  /// What was proposed to tables and what became of it.
  public var proposals: [TableProposal] = []
  /// Essential levels by law, with their names.
  public var levels: [NamedCode] = []
  /// Public counts of residents by age; a comune whose ages were not delivered is not in it.
  public var ages: [ComuneCode: AgeStructure] = [:]
  /// The thresholds in force; nil where nothing passed disclosure control.
  public var thresholds: DisclosureSettings?
  /// True when any delivery behind the edition is synthetic: every page and sheet must then say so.
  public var isSynthetic: Bool
  private var byID: [String: Int]

  public init(
    asOf: Day, territory: TerritoryAtlas, definitions: [Definition], observations: [Observation],
    programmes: [Programme], sources: [SourceSummary], findings: [FindingSummary],
    reports: [ExpectedReport] = [], services: [NamedCode], userAreas: [NamedCode],
    channels: [NamedCode]
  ) {
    self.asOf = asOf
    self.territory = territory
    self.definitions = definitions
    self.observations = observations
    self.programmes = programmes
    self.sources = sources
    self.findings = findings
    self.reports = reports
    self.services = services
    self.userAreas = userAreas
    self.channels = channels
    isSynthetic = sources.contains(where: \.isSynthetic)
    byID = Evidence.index(observations)
  }

  private static func index(_ observations: [Observation]) -> [String: Int] {
    // Written on every core: there are as many as there are cells.
    let parts = ProcessInfo.processInfo.activeProcessorCount
    let ids = concurrently(parts) { part in
      let count = observations.count
      return observations[count * part / parts..<count * (part + 1) / parts].map(\.id)
    }
    return Dictionary(
      ids.joined().enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  public func observation(_ id: String) -> Observation? { byID[id].map { observations[$0] } }

  public func observation(
    _ indicator: String, _ territory: TerritoryKey, _ period: Period,
    _ dimension: String = "totale", _ modality: String = "totale"
  ) -> Observation? {
    observation(
      Observation(
        indicator: indicator, territory: territory, period: period, dimension: dimension,
        modality: modality
      ).id)
  }
}

/// A code with its names, from a reference list.
public struct NamedCode: Hashable, Sendable {
  public var code: String
  public var name: Text
  /// What the controlled vocabulary of AgID calls it, where there is one for its list.
  public var official: String?

  public init(code: String, name: Text, official: String? = nil) {
    self.code = code
    self.name = name
    self.official = official
  }
}

/// The territory of the edition: its comuni, what they belong to, and their outlines.
public struct TerritoryAtlas: Sendable {
  public struct Comune: Hashable, Sendable {
    public var code: ComuneCode
    public var name: String
    public var province: String
    /// ATS id; nil where it is not known.
    public var ats: String?
    /// Published SNAI class, A–F.
    public var innerAreaClass: String?
    public var minutesToPole: Double?
    public var residents: Int
    public var squareKilometres: Double?
    public var altitude: Double?

    public init(
      code: ComuneCode, name: String, province: String, ats: String?, innerAreaClass: String?,
      minutesToPole: Double?, residents: Int, squareKilometres: Double?, altitude: Double?
    ) {
      self.code = code
      self.name = name
      self.province = province
      self.ats = ats
      self.innerAreaClass = innerAreaClass
      self.minutesToPole = minutesToPole
      self.residents = residents
      self.squareKilometres = squareKilometres
      self.altitude = altitude
    }

    /// Classes E and F are always shown together: a class may hold a single village.
    public var innerAreaGroup: String? {
      innerAreaClass.map { $0 == "E" || $0 == "F" ? "E-F" : $0 }
    }
  }

  /// A group of comuni that has a name: an ATS, a class, the province.
  public struct Group: Hashable, Sendable {
    /// What the name of one province among several begins with: alone it would be that of its chief town.
    public static let provincePrefix = "Provincia: "

    public var key: TerritoryKey
    public var name: String
    /// True while the list of its comuni is not officially verified.
    public var isProvisional: Bool

    public init(key: TerritoryKey, name: String, isProvisional: Bool = false) {
      self.key = key
      self.name = name
      self.isProvisional = isProvisional
    }
  }

  /// Sorted by code.
  public var comuni: [Comune]
  /// Total, province, ATS and classes, in that order.
  public var groups: [Group]
  /// Rings of longitude, latitude (degrees) per comune; empty when no boundaries were delivered.
  public var outlines: [ComuneCode: [[(longitude: Double, latitude: Double)]]]
  /// What the whole territory is called.
  public var name: String
  /// Code of who publishes in the public index of administrations (IPA); nil where it is not given.
  public var ipaCode: String?
  /// Who answers questions on the open data; nil where it is not given.
  public var office: Office?

  /// An office of who publishes and its mailbox, declared to be published: never a person's.
  public struct Office: Hashable, Sendable {
    public var name: String
    public var mailbox: String

    public init(name: String, mailbox: String) {
      self.name = name
      self.mailbox = mailbox
    }
  }

  public init(
    name: String, comuni: [Comune], groups: [Group],
    outlines: [ComuneCode: [[(longitude: Double, latitude: Double)]]]
  ) {
    self.name = name
    self.comuni = comuni
    self.groups = groups
    self.outlines = outlines
  }

  /// Gives provinces their names, by the three digits their comuni's codes begin with. One alone is the
  /// territory, and is called as it is.
  public mutating func call(provinces names: [String: String]) {
    guard groups.count(where: { $0.key.kind == .province }) > 1 else { return }
    for i in groups.indices where groups[i].key.kind == .province {
      if let name = names[groups[i].key.code] { groups[i].name = Group.provincePrefix + name }
    }
  }

  public func comune(_ code: ComuneCode) -> Comune? { comuni.first { $0.code == code } }
}

/// A delivery the edition rests on.
public struct SourceSummary: Hashable, Sendable {
  /// What readers call who delivers.
  public var publisher: String
  public var title: String
  public var dataset: String
  public var licence: String
  public var isSynthetic: Bool
  /// File name of the delivery.
  public var delivery: String
  public var sha256: String
  public var received: Day
  /// Rounded to five where a row is about a person; so are those kept.
  public var rowsRead: Int
  public var rowsKept: Int
  public var rowsRefused: Int
  /// Folder of its receipt under `receipts/`; nil where it is not known.
  public var receipt: String?

  public init(
    publisher: String, title: String, dataset: String, licence: String, isSynthetic: Bool,
    delivery: String, sha256: String, received: Day, rowsRead: Int, rowsKept: Int,
    rowsRefused: Int
  ) {
    self.publisher = publisher
    self.title = title
    self.dataset = dataset
    self.licence = licence
    self.isSynthetic = isSynthetic
    self.delivery = delivery
    self.sha256 = sha256
    self.received = received
    self.rowsRead = rowsRead
    self.rowsKept = rowsKept
    self.rowsRefused = rowsRefused
  }
}

/// How often a data-quality finding occurred in a source.
public struct FindingSummary: Hashable, Sendable {
  public var publisher: String
  public var dataset: String
  public var code: String
  public var severity: String
  public var message: Text
  public var count: Int

  public init(
    publisher: String, dataset: String, code: String, severity: String, message: Text, count: Int
  ) {
    self.publisher = publisher
    self.dataset = dataset
    self.code = code
    self.severity = severity
    self.message = message
    self.count = count
  }
}
