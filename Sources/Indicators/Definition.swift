/// What the catalogue says of an indicator: the manual, the table headers and the notes come from it.
public struct Definition: Hashable, Sendable {
  public enum Direction: String, Hashable, Sendable, CaseIterable {
    case higherIsBetter = "piu_alto_meglio"
    case lowerIsBetter = "piu_basso_meglio"
    case target = "obiettivo"
    case descriptive = "descrittivo"
  }

  public enum Unit: String, Hashable, Sendable, CaseIterable {
    /// A share of 1, shown as a percentage.
    case share = "quota"
    case perHundred = "per_100"
    case perThousand = "per_1000"
    case days = "giorni"
    case months = "mesi"
    case count = "numero"
    /// A count, for each day.
    case perDay = "al_giorno"
    case ratio = "rapporto"
    case nats = "nat"
    case euro = "euro"
    case percentagePoints = "punti_percentuali"
    case perFiveThousand = "per_5000"
    case hours = "ore"
    case bits = "bit"
    /// A rating from 1 to 5.
    case score = "voto"

    /// True of what adds up: a part never has more than the whole, and the two are not compared.
    public var isExtensive: Bool { self == .count || self == .perDay }
  }

  /// Italian slug, the name other programs use: `copertura-popolazione`.
  public var slug: String
  /// Code in the reference catalogue, `NC1`; empty where it has none.
  public var code: String
  /// Family of the catalogue, `NC`.
  public var family: String
  public var name: Text
  public var unit: Unit
  public var direction: Direction
  /// Formula in words and symbols.
  public var formula: Text
  public var caveats: Text
  /// Law, paper or standard.
  public var source: Text
  /// Minimum-cell rule by its catalogue name (`KP`, `K5`, `KM`, `KO`), empty for public facts.
  public var minimumCell: String
  /// True where somebody could be recognised in a number of few; public facts and organisations are not.
  public var isOfPersons: Bool { MinimumCell(minimumCell).isOfPersons }
  /// Figures derived from the same cases, named after a dot: `tempo-attivazione.mediana`.
  public var parts: [Part] = []
  /// Datasets it reads, by their contract names.
  public var inputs: [String] = []
  /// Dimensions it is broken down by, besides territory and period.
  public var breakdowns: [String] = []
  /// Which of its numbers count persons, or their requests and cases.
  var persons: PersonsIn = .both
  /// A case small enough to be checked by hand.
  public var example: Text?
  /// Fingerprint of what a declaration counts, its texts apart; nil in the catalogue, where the program does.
  public var fingerprint: String?
  /// That case, where the engine works the indicator out as a whole.
  public var worked: WorkedExample?

  /// A figure beside the main one, with a unit of its own.
  public struct Part: Hashable, Sendable {
    /// What follows the dot of the slug.
    public var suffix: String
    public var name: Text
    public var unit: Unit
    /// Nil: those its indicator has persons in.
    var persons: PersonsIn?

    public init(_ suffix: String, _ name: Text, _ unit: Unit) {
      self.suffix = suffix
      self.name = name
      self.unit = unit
    }

    init(_ suffix: String, _ name: Text, _ unit: Unit, persons: PersonsIn) {
      self.init(suffix, name, unit)
      self.persons = persons
    }
  }

  /// Organisations, ties, runs, hours, money and targets are nobody: a revision by few of them tells of no few.
  enum PersonsIn: Hashable, Sendable {
    case both, numerator, denominator, neither
  }

  public init(
    slug: String, code: String, family: String, name: Text, unit: Unit, direction: Direction,
    formula: Text, caveats: Text, source: Text, minimumCell: String
  ) {
    self.slug = slug
    self.code = code
    self.family = family
    self.name = name
    self.unit = unit
    self.direction = direction
    self.formula = formula
    self.caveats = caveats
    self.source = source
    self.minimumCell = minimumCell
  }
}

extension Definition {
  /// The slug of the definition a number belongs to: `tempo-attivazione` of `tempo-attivazione.p90`.
  public static func slug(of indicator: String) -> String {
    indicator.utf8.firstIndex(of: UInt8(ascii: ".")).map { String(indicator[..<$0]) } ?? indicator
  }
}

/// A text in the two languages of the reports.
public struct Text: Hashable, Sendable {
  public var it: String
  public var en: String

  public init(it: String, en: String) {
    self.it = it
    self.en = en
  }

  /// Italian, then English.
  init(_ it: String, _ en: String) { self.init(it: it, en: en) }

  /// A name, the same in both languages: `Wilson (1927)`.
  public static func both(_ name: String) -> Text { Text(it: name, en: name) }
}
