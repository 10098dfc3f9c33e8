/// Classes of a map: at most five, with about as many areas each, cut at numbers a reader can read.
/// Equal values are never parted, and few values make few classes.
struct ClassBreaks: Hashable {
  /// Lower bounds of the classes after the first.
  let cuts: [Double]
  private let style: NumberStyle

  /// Values count as they are shown: what is printed 66,7 % is never under "less than 66,7 %".
  init(values: [Double], style: NumberStyle, maximum: Int = 5) {
    let sorted = values.map(style.rounded).sorted()
    let classes = min(maximum, Set(sorted).count)
    var cuts: [Double] = []
    for index in 1..<max(2, classes) where sorted.count > 1 {
      let cut = sorted[sorted.count * index / max(classes, 2)]
      if cut > sorted[0], cut > (cuts.last ?? -.infinity) { cuts.append(cut) }
    }
    self.cuts = cuts
    self.style = style
  }

  var count: Int { cuts.count + 1 }

  /// Class of a value, from 0.
  func index(of value: Double) -> Int {
    let shown = style.rounded(value)
    return cuts.count { $0 <= shown }
  }

  /// `meno di 10,1 %`, `da 10,1 % a meno di 12 %`, `12 % e oltre`.
  func label(_ index: Int, _ style: NumberStyle, _ language: Language) -> String {
    func text(_ cut: Double) -> String { style.text(cut, language) }
    if cuts.isEmpty { return ChartPhrases.allValues[language] }
    if index == 0 { return ChartPhrases.lessThan(language, text(cuts[0])) }
    if index == cuts.count { return ChartPhrases.orMore(language, text(cuts[index - 1])) }
    return ChartPhrases.fromTo(language, text(cuts[index - 1]), text(cuts[index]))
  }
}

extension NumberStyle {
  /// The value as it is shown.
  func rounded(_ value: Double) -> Double {
    let power: Double =
      switch self {
      case .decimal(let digits), .points(let digits): Self.power(digits)
      case .percent(let digits): Self.power(digits) * 100
      }
    return (value * power).rounded(.toNearestOrAwayFromZero) / power
  }

  private static func power(_ digits: Int) -> Double {
    (0..<digits).reduce(1) { power, _ in power * 10 }
  }
}
