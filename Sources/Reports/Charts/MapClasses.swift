/// How the areas of a map are told apart, by class and by why there is no value: the same on a page and in
/// a workbook.
struct MapClasses {
  enum Fill: Hashable {
    /// Of `ChoroplethMap.fills`, from the lightest.
    case shade(Int)
    case withheld, missing, noCase
  }

  let language: Language
  let scale: Chart.Scale
  let areas: [Chart.Area]
  let breaks: ClassBreaks

  init(_ scale: Chart.Scale, _ areas: [Chart.Area], _ language: Language) {
    self.language = language
    self.scale = scale
    self.areas = areas
    breaks = ClassBreaks(values: areas.compactMap(\.item.value), style: scale.style)
  }

  func fill(_ item: Chart.Item) -> Fill {
    if let value = item.value { return .shade(shade(breaks.index(of: value))) }
    if item.isNoCase { return .noCase }
    return item.mark == .confidential ? .withheld : .missing
  }

  private func shade(_ index: Int) -> Int {
    breaks.count == 1 ? 2 : index * (ChoroplethMap.fills.count - 1) / (breaks.count - 1)
  }

  /// The classes, then why there is no value where there is none, each with how many areas it has.
  var legend: [(fill: Fill, number: Int?, label: String, count: Int)] {
    let classes = areas.compactMap { $0.item.value.map(breaks.index(of:)) }
    let numbered = (0..<breaks.count).filter { _ in !classes.isEmpty }.map { index in
      (
        fill: Fill.shade(shade(index)), number: Int?(index + 1),
        label: breaks.label(index, scale.style, language), count: classes.count { $0 == index }
      )
    }
    let reasons: [(Fill, String)] = [
      (.withheld, Mark.confidential.label(language)),
      (.noCase, Notes.word(Notes.noCase)[language]), (.missing, ChartPhrases.noValue[language]),
    ]
    return numbered
      + reasons.compactMap { fill, label in
        let count = areas.count { self.fill($0.item) == fill }
        return count == 0 ? nil : (fill: fill, number: nil, label: label, count: count)
      }
  }
}
