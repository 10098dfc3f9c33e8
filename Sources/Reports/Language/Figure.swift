import Indicators
import Warehouse

/// An observation with what is needed to say it and to show it.
struct Figure: Hashable, Sendable {
  var observation: Observation
  var definition: Definition
  var unit: Definition.Unit
  /// Italian and English name, the part after the dot of the slug included.
  var name: Text

  init(_ observation: Observation, _ definition: Definition) {
    self.observation = observation
    self.definition = definition
    let part = FigurePart(slug: observation.indicator)
    unit = part?.unit ?? definition.unit
    name = part.map { $0.name(of: definition.name) } ?? definition.name
  }

  /// How its value is shown.
  var style: NumberStyle {
    // Money and time of programmes are read against each other to the hundredth of a point.
    definition.family == "PN" && unit == .share ? .percent(2) : unit.style
  }

  /// What stands after its value: nothing when the name has already said it.
  func suffix(_ language: Language) -> String {
    let suffix = unit.suffix[language]
    return name[language].lowercased().contains(suffix) ? "" : suffix
  }

  /// The value with its unit, as it is said in a sentence.
  func said(_ value: Double, _ language: Language) -> String {
    suffix(language).isEmpty ? style.text(value, language) : unit.said(value, language)
  }

  /// For a column or an axis: the name and, where the name does not say it, the unit.
  func title(_ language: Language) -> String {
    let unit = unit.label[language]
    let name = name[language]
    return name.lowercased().contains(unit) ? name : name + " (" + unit + ")"
  }
}

extension Definition.Unit {
  var style: NumberStyle {
    switch self {
    case .share: .percent(1)
    case .perHundred, .perThousand: .decimal(1)
    case .days, .count: .decimal(0)
    case .ratio: .decimal(2)
    case .nats: .decimal(4)
    case .euro: .decimal(2)
    case .percentagePoints: .points(1)
    }
  }

  /// After a number, or in a column header.
  var label: Text {
    switch self {
    case .share: Text(it: "%", en: "%")
    case .perHundred: Text(it: "per 100 residenti", en: "per 100 residents")
    case .perThousand: Text(it: "per 1.000 residenti", en: "per 1,000 residents")
    case .days: Text(it: "giorni", en: "days")
    case .count: Text(it: "numero", en: "number")
    case .ratio: Text(it: "rapporto", en: "ratio")
    case .nats: Text(it: "nat", en: "nats")
    case .euro: Text(it: "€", en: "€")
    case .percentagePoints: Text(it: "punti percentuali", en: "percentage points")
    }
  }

  /// What stands beside a value that does not already carry its unit; empty where nothing is needed.
  var suffix: Text {
    switch self {
    case .share, .count, .ratio: Text(it: "", en: "")
    default: label
    }
  }

  /// The value with its unit, as it is said in a sentence.
  func said(_ value: Double, _ language: Language) -> String {
    let text = style.text(value, language)
    if self == .days {
      let one = text == "1"
      let word =
        language == .it ? (one ? "giorno" : "giorni") : (one ? "day" : "days")
      return text + noBreakSpace + word
    }
    let suffix = suffix[language]
    return suffix.isEmpty ? text : text + noBreakSpace + suffix
  }

  /// A difference between two values of the unit, without its sign: shares differ by points.
  func saidDifference(_ difference: Double, _ language: Language) -> String {
    switch self {
    case .share, .percentagePoints:
      language.decimal(difference.magnitude * 100, 1) + noBreakSpace
        + Definition.Unit.percentagePoints.label[language]
    default: said(difference.magnitude, language)
    }
  }
}
