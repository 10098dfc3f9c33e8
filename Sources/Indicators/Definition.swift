/// What the catalogue says of an indicator: the manual, the table headers and the notes come from it.
public struct Definition: Hashable, Sendable {
  public enum Direction: String, Hashable, Sendable {
    case higherIsBetter = "piu_alto_meglio"
    case lowerIsBetter = "piu_basso_meglio"
    case target = "obiettivo"
    case descriptive = "descrittivo"
  }

  public enum Unit: String, Hashable, Sendable {
    /// A share of 1, shown as a percentage.
    case share = "quota"
    case perHundred = "per_100"
    case perThousand = "per_1000"
    case days = "giorni"
    case count = "numero"
    case ratio = "rapporto"
    case nats = "nat"
    case euro = "euro"
    case percentagePoints = "punti_percentuali"
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
  public var source: String
  /// Minimum-cell rule by its catalogue name (`KP`, `K5`, `KM`, `KO`), empty for public facts.
  public var minimumCell: String

  public init(
    slug: String, code: String, family: String, name: Text, unit: Unit, direction: Direction,
    formula: Text, caveats: Text, source: String, minimumCell: String
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

/// A text in the two languages of the reports.
public struct Text: Hashable, Sendable {
  public var it: String
  public var en: String

  public init(it: String, en: String) {
    self.it = it
    self.en = en
  }
}
