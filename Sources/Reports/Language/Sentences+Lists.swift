import Indicators

/// What a table says that is a list: how many there are, of what, and what is missing.
extension Sentences {
  /// Of entries that have one answer each, how many are answered; which are not, and why.
  func entries(_ rows: [[Cell]]) -> Sentence {
    func names(_ mark: Mark) -> [String] {
      rows.filter { $0[1].mark == mark }.map { lowercasedFirst(CellText.text(of: $0[0], language)) }
    }
    let absent = ListPhrases.without.compactMap { mark, phrase -> String? in
      let names = names(mark)
      // The names of entries have commas in them.
      return names.isEmpty
        ? nil : phrase(language, names.joined(separator: "; "))
    }
    let answered = rows.count { $0[1].mark == nil || $0[1].mark == .provisional }
    return Sentence(
      ([ListPhrases.answered(language, language.integer(answered), language.integer(rows.count))]
        + absent).joined(separator: " "))
  }

  /// Figures of one indicator where none is held against another: between which values they lie and what
  /// is missing, without saying whose is which. Nil where there is none.
  func extent(_ figures: [Figure]) -> Sentence? {
    let known = figures.compactMap { one in one.observation.value.map { (one, $0) } }
    guard let (sample, first) = known.first else { return missing(figures) }
    let values = known.map(\.1)
    let ends = [values.min() ?? first, values.max() ?? first].map { sample.said($0, language) }
    let said =
      ends[0] == ends[1]
      ? ListPhrases.same(language, known.count, ends[0])
      : ListPhrases.between(language, known.count, ends[0], ends[1])
    let observations = figures.map(\.observation)
    return Sentence(
      ([said] + absences(observations)).joined(separator: "; ") + end(observations),
      observations.map(\.id))
  }

  /// What is withheld or missing among many figures; nil when nothing is.
  func missing(_ figures: [Figure]) -> Sentence? {
    let parts = absences(figures.map(\.observation))
    if parts.isEmpty { return nil }
    let text = parts.joined(separator: "; ")
    return Sentence(
      uppercasedFirst(text) + ".",
      figures.filter { $0.observation.value == nil }.map(\.observation.id))
  }

  /// Figures of different indicators one after the other, each with its name, and what is missing.
  func values(_ figures: [(name: String, figure: Figure)]) -> Sentence {
    let observations = figures.map(\.figure.observation)
    let known = figures.compactMap { name, figure in
      figure.observation.value.map { lowercasedFirst(name) + " " + figure.said($0, language) }
    }
    return Sentence(
      uppercasedFirst((known + absences(observations)).joined(separator: "; ")) + end(observations),
      observations.map(\.id))
  }
}

/// The words of what lists say.
enum ListPhrases {
  static let answered = Text(
    it: "Voci con una risposta: {0} su {1}.", en: "Items with an answer: {0} of {1}.")
  /// In this order: whom to ask comes first.
  static let without: [(Mark, Text)] = [
    (.notReceived, Text(it: "Non pervenute [..]: {0}.", en: "Not received [..]: {0}.")),
    (.confidential, Text(it: "Riservate [c]: {0}.", en: "Confidential [c]: {0}.")),
    (.notApplicable, Text(it: "Non applicabili [x]: {0}.", en: "Not applicable [x]: {0}.")),
  ]
  static let between = CountedText(
    one: Text(it: "Un dato pubblicato: {1}", en: "One figure is published: {1}"),
    many: Text(
      it: "{0} dati pubblicati, da {1} a {2}", en: "{0} figures are published, from {1} to {2}"))
  static let same = CountedText(
    one: Text(it: "Un dato pubblicato: {1}", en: "One figure is published: {1}"),
    many: Text(
      it: "{0} dati pubblicati, tutti di {1}", en: "{0} figures are published, all of them {1}"))
}
