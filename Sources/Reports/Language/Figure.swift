import Indicators
import Warehouse

/// An observation with what is needed to say it and to show it.
struct Figure: Hashable, Sendable {
  var observation: Observation
  var definition: Definition
  var unit: Definition.Unit
  /// Italian and English name, the part after the dot of the slug included.
  var name: Text

  /// How its value is shown.
  var style: NumberStyle

  /// - Parameter isSmall: its values are so small that they need one more decimal.
  init(_ observation: Observation, _ definition: Definition, isSmall: Bool = false) {
    self.observation = observation
    self.definition = definition
    let part = FigurePart(slug: observation.indicator)
    let suffix = observation.indicator.split(separator: ".", maxSplits: 1).dropFirst().first
    if let stated = definition.parts.first(where: { $0.suffix == suffix ?? "" }) {
      unit = stated.unit
      name = Text(
        it: definition.name.it + ": " + stated.name.it,
        en: definition.name.en + ": " + stated.name.en)
    } else {
      unit = part?.unit ?? definition.unit
      name = part.map { $0.name(of: definition.name) } ?? definition.name
    }
    // Money and time of programmes are read against each other to the hundredth of a point.
    let isFine = isSmall || definition.family == "PN"
    style =
      switch unit {
      case .share: .percent(isFine ? 2 : 1)
      case .percentagePoints: .points(isFine ? 2 : 1)
      case .perHundred, .perThousand: .decimal(isSmall ? 2 : 1)
      default: unit.style
      }
  }

  /// Which way is better. Where fewer days are, a larger share within some days is; where a smaller
  /// share is, as of those who give up, it is later that they should.
  var direction: Definition.Direction {
    switch FigurePart(slug: observation.indicator) {
    case .median, .ninetieth, .within, .mean: break
    default: return definition.direction
    }
    if (unit == .days) == (definition.unit == .days) { return definition.direction }
    return switch definition.direction {
    case .higherIsBetter: .lowerIsBetter
    case .lowerIsBetter: .higherIsBetter
    case .target, .descriptive: definition.direction
    }
  }

  /// What stands after its value: nothing when the name has already said it.
  func suffix(_ language: Language) -> String {
    let suffix = unit.suffix[language]
    let said = name[language].lowercased().replacing("ogni ", with: "per ")
    return said.contains(suffix) ? "" : suffix
  }

  /// The value with its unit, as it is said in a sentence.
  func said(_ value: Double, _ language: Language) -> String {
    let suffix = suffix(language)
    if suffix.isEmpty { return style.text(value, language) }
    return unit == .days
      ? unit.said(value, language) : style.text(value, language) + noBreakSpace + suffix
  }

  /// A difference between two values, without its sign: shares differ by points.
  func saidDifference(_ difference: Double, _ language: Language) -> String {
    switch style {
    case .percent(let digits):
      language.decimal(difference.magnitude * 100, digits) + noBreakSpace
        + Definition.Unit.percentagePoints.label[language]
    case .points(let digits):
      language.decimal(difference.magnitude, digits) + noBreakSpace
        + Definition.Unit.percentagePoints.label[language]
    case .decimal: said(difference.magnitude, language)
    }
  }

  /// For a column or an axis: the name and, where the name does not say it, the unit.
  func title(_ language: Language) -> String {
    let unit = unit.label[language]
    let name = name[language]
    let said = name.lowercased().replacing("ogni ", with: "per ")
    return said.contains(unit) ? name : name + " (" + unit + ")"
  }
}

extension Definition.Unit {
  var style: NumberStyle {
    switch self {
    case .share: .percent(1)
    case .perHundred, .perThousand: .decimal(1)
    case .days, .count: .decimal(0)
    case .ratio, .perDay: .decimal(2)
    case .nats: .decimal(4)
    case .euro: .decimal(2)
    case .percentagePoints: .points(1)
    case .perFiveThousand, .hours, .months, .score: .decimal(1)
    case .bits: .decimal(4)
    }
  }

  /// After a number, or in a column header.
  var label: Text {
    switch self {
    case .share: Text(it: "%", en: "%")
    case .perHundred: Text(it: "per 100 residenti", en: "per 100 residents")
    case .perThousand: Text(it: "per 1.000 residenti", en: "per 1,000 residents")
    case .days: Text(it: "giorni", en: "days")
    case .months: Text(it: "mesi", en: "months")
    case .count: Text(it: "numero", en: "number")
    case .ratio: Text(it: "rapporto", en: "ratio")
    case .perDay: Text(it: "al giorno", en: "a day")
    case .nats: Text(it: "nat", en: "nats")
    case .euro: Text(it: "€", en: "€")
    case .percentagePoints: Text(it: "punti percentuali", en: "percentage points")
    case .perFiveThousand: Text(it: "per 5.000 residenti", en: "per 5,000 residents")
    case .hours: Text(it: "ore", en: "hours")
    case .bits: Text(it: "bit", en: "bits")
    case .score: Text(it: "voto da 1 a 5", en: "rating 1 to 5")
    }
  }

  /// What stands beside a value that does not already carry its unit; empty where nothing is needed.
  var suffix: Text {
    switch self {
    case .share, .count, .perDay, .ratio: Text(it: "", en: "")
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

}
