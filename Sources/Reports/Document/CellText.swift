/// A cell as a reader sees it, without its mark.
enum CellText {
  static func text(of cell: Cell, _ language: Language) -> String {
    switch cell.value {
    case .none: cell.word ?? ""
    case .text(let text): text
    case .integer(let value): language.integer(value)
    case .number(let value, let style): style.text(value, language)
    case .euro(let cents): language.euro(cents: cents)
    case .day(let day): language.short(day)
    case .interval(let lower, let upper, let style) where !upper.isFinite:
      SentencePhrases.upwards(language, style.text(lower, language))
    case .interval(let lower, let upper, let style):
      style.text(lower, language) + "\(noBreakSpace)–\(noBreakSpace)" + style.text(upper, language)
    case .link(let text, _): text
    }
  }
}
