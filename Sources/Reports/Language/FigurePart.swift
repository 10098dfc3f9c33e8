import Indicators

/// What the part after the dot of an indicator's slug measures: `tempo-attivazione.entro-90`.
enum FigurePart: Hashable {
  case median, ninetieth
  case within(days: Int)
  /// Mean of a wait, as far as so many days.
  case mean(days: Int)
  /// Components of an inequality, by the groups it is parted into.
  case betweenGroups(String)
  case withinGroups(String)
  /// Ratio to the whole.
  case relative
  case atLeast(Int)
  case byResidents
  /// A part this program has no words for: shown as it is named.
  case other(String)

  init?(slug: String) {
    guard let dot = slug.firstIndex(of: ".") else { return nil }
    let part = String(slug[slug.index(after: dot)...])
    func rest(after prefix: String) -> String? {
      part.hasPrefix(prefix) ? String(part.dropFirst(prefix.count)) : nil
    }
    switch part {
    case "mediana": self = .median
    case "p90": self = .ninetieth
    case "relativo": self = .relative
    case "residenti": self = .byResidents
    default:
      if let days = rest(after: "entro-").flatMap({ Int($0) }) {
        self = .within(days: days)
      } else if let days = rest(after: "media-").flatMap({ Int($0) }) {
        self = .mean(days: days)
      } else if let groups = rest(after: "entro-") {
        self = .withinGroups(groups)
      } else if let groups = rest(after: "tra-") {
        self = .betweenGroups(groups)
      } else if let count = rest(after: "almeno-").flatMap({ Int($0) }) {
        self = .atLeast(count)
      } else {
        self = .other(part)
      }
    }
  }

  /// True of what one curve of waiting times is read at: its quantiles, its shares by day.
  var isOfCurve: Bool {
    switch self {
    case .median, .ninetieth, .within, .mean: true
    default: false
    }
  }

  /// Place among the parts of an indicator.
  var order: Int {
    switch self {
    case .median: 1
    case .ninetieth: 2
    case .within(let days): 2 + days
    case .mean(let days): 5000 + days
    case .relative: 10_000
    case .atLeast(let count): 10_000 + count
    case .byResidents: 10_100
    case .betweenGroups: 10_200
    case .withinGroups: 10_201
    case .other: 20_000
    }
  }

  /// Nil when the part keeps the unit of its indicator.
  var unit: Definition.Unit? {
    switch self {
    case .within: .share
    case .mean: .days
    case .relative: .ratio
    default: nil
    }
  }

  func name(of whole: Text) -> Text {
    let detail = detail
    return Text(it: whole.it + ", " + detail.it, en: whole.en + ", " + detail.en)
  }

  /// What it adds to the name of its indicator.
  var detail: Text {
    switch self {
    case .median: Text(it: "mediana", en: "median")
    case .ninetieth: Text(it: "90º percentile", en: "90th percentile")
    case .within(let days): Text(it: "entro \(days) giorni", en: "within \(days) days")
    case .mean(let days):
      Text(
        it: "media dei giorni in attesa nei primi \(days)",
        en: "mean days waiting in the first \(days)")
    case .betweenGroups(let groups):
      Text(it: "tra " + FigurePart.groups(groups).it, en: "between " + FigurePart.groups(groups).en)
    case .withinGroups(let groups):
      Text(
        it: "dentro " + FigurePart.groups(groups).it, en: "within " + FigurePart.groups(groups).en)
    case .relative: Text(it: "rapporto con l'insieme", en: "ratio to the whole")
    case .atLeast(let count):
      Text(it: "almeno \(count) enti", en: "at least \(count) organisations")
    case .byResidents: Text(it: "quota di residenti", en: "share of residents")
    case .other(let part): Text(it: part, en: part)
    }
  }

  /// What an inequality is parted by: `ats`, `area-interna`; nil for any other part.
  var groups: String? {
    switch self {
    case .betweenGroups(let groups), .withinGroups(let groups): groups
    default: nil
    }
  }

  /// How territories are grouped when an inequality is parted.
  static func groups(_ code: String) -> Text {
    switch code {
    case "ats": Text(it: "ambiti sociali", en: "social districts")
    case "area-interna": Text(it: "classi di area interna", en: "inner-area classes")
    default: Text(it: code, en: code)
    }
  }
}
