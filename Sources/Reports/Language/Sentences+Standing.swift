import Indicators

/// What many numbers say together, each of an indicator of its own: counted, never ranked.
extension Sentences {
  /// How many territories stand apart from a reference, named in alphabetical order and never by
  /// rank; how many cannot be told from it; how many have no value and why.
  func spread(_ figures: [Figure], around reference: Figure) -> Sentence {
    let observation = reference.observation
    guard let value = observation.value else {
      let absent = Sentence(
        SentencePhrases.noReference(
          language, lowercasedFirst(place(observation.territory)), absence(observation)),
        [observation.id])
      return extent(figures).map(absent.followed) ?? absent
    }
    let start = SentencePhrases.against(
      language, lowercasedFirst(place(observation.territory)), reference.said(value, language))
    return Sentence(
      start + spread(figures) { Separation($0, from: observation) },
      [observation.id] + figures.map(\.observation.id))
  }

  /// The same of distances, whose reference is zero.
  func spread(ofDistances figures: [Figure]) -> Sentence {
    Sentence(
      SentencePhrases.againstMean[language] + spread(figures) { Separation($0, fromFixed: 0) },
      figures.map(\.observation.id))
  }

  private func spread(_ figures: [Figure], _ side: (Observation) -> Separation) -> String {
    var (above, below): ([String], [String]) = ([], [])
    var (indistinct, unjudged) = (0, 0)
    for figure in figures {
      switch side(figure.observation) {
      case .above: above.append(name(figure.observation.territory))
      case .below: below.append(name(figure.observation.territory))
      case .indistinct: indistinct += 1
      case .unjudged: unjudged += 1
      case .unlike, .unknown: break
      }
    }
    let areDistricts = figures.first?.observation.territory.kind == .ats
    func places(_ count: Int) -> String {
      (areDistricts ? SentencePhrases.districts : SentencePhrases.comuni)(language, count)
    }
    let apart = [(below, SentencePhrases.apartBelow), (above, SentencePhrases.apartAbove)]
    var parts = apart.filter { !$0.0.isEmpty }.map { names, said in
      said(language, names.count, listed(names), places(names.count))
    }
    for (count, said) in [
      (indistinct, SentencePhrases.indistinctCount), (unjudged, SentencePhrases.unjudgedCount),
    ] where count > 0 {
      parts.append(said(language, count, places(count)))
    }
    parts += absences(figures.map(\.observation))
    return parts.joined(separator: "; ") + "."
  }

  /// How many stand above and below their references, for better or worse where the definition says which,
  /// how many cannot be told from them, and what is missing.
  func standing(_ pairs: [(figure: Figure, reference: Figure)]) -> Sentence {
    let known = pairs.filter { $0.figure.observation.value != nil }
    let sides = known.map { Separation($0.figure.observation, from: $0.reference.observation) }
    let words = StandingPhrases.self
    var parts = [Separation.above, .below].flatMap { side in
      [Verdict.better, .worse, nil].compactMap { verdict -> String? in
        let count = zip(known, sides).count {
          $1 == side && $1.verdict($0.figure.direction) == verdict
        }
        return count == 0
          ? nil
          : (side == .above ? words.above : words.below)(
            language, count, ViewPhrases.verdict(verdict)[language])
      }
    }
    func add(_ phrase: CountedText, _ isOf: (Separation) -> Bool) {
      let count = sides.count(where: isOf)
      if count > 0 { parts.append(phrase(language, count)) }
    }
    add(words.indistinct) { $0 == .indistinct }
    add(words.unjudged) { if case .unjudged = $0 { true } else { false } }
    add(words.notCompared) {
      if case .unlike = $0 { true } else { $0 == .unknown }
    }
    parts += absences(pairs.map(\.figure.observation))
    return Sentence(
      words.againstWhole(language, parts.joined(separator: "; ")),
      pairs.flatMap { [$0.figure.observation.id, $0.reference.observation.id] })
  }

  /// How many numbers there are where nothing is held against them, and what is missing.
  func tally(_ figures: [Figure]) -> Sentence {
    let observations = figures.map(\.observation)
    let known = observations.count { $0.value != nil }
    let parts = [StandingPhrases.known(language, known)] + absences(observations)
    return Sentence(
      StandingPhrases.uncompared(language, parts.joined(separator: "; ")), observations.map(\.id))
  }
}

/// The words of what many numbers say together.
enum StandingPhrases {
  static let againstWhole = Text(
    it: "Rispetto a tutto il territorio: {0}.", en: "Against the whole territory: {0}.")
  static let uncompared = Text(
    it: "Senza un riferimento con cui confrontarli: {0}.",
    en: "Without a reference to be compared with: {0}.")
  static let known = CountedText(
    one: Text(it: "un dato", en: "one figure"), many: Text(it: "{0} dati", en: "{0} figures"))
  static let above = CountedText(
    one: Text(
      it: "un dato è più in alto, oltre il margine d'errore{1}",
      en: "one figure is higher, beyond the margin of error{1}"),
    many: Text(
      it: "{0} dati sono più in alto, oltre il margine d'errore{1}",
      en: "{0} figures are higher, beyond the margin of error{1}"))
  static let below = CountedText(
    one: Text(
      it: "un dato è più in basso, oltre il margine d'errore{1}",
      en: "one figure is lower, beyond the margin of error{1}"),
    many: Text(
      it: "{0} dati sono più in basso, oltre il margine d'errore{1}",
      en: "{0} figures are lower, beyond the margin of error{1}"))
  static let indistinct = CountedText(
    one: Text(
      it: "per un dato la differenza non è distinguibile dal caso",
      en: "for one figure the difference is not distinguishable from chance"),
    many: Text(
      it: "per {0} dati la differenza non è distinguibile dal caso",
      en: "for {0} figures the difference is not distinguishable from chance"))
  static let unjudged = CountedText(
    one: Text(
      it: "per un dato la differenza non si giudica, perché manca un intervallo",
      en: "for one figure the difference is not judged, as an interval is missing"),
    many: Text(
      it: "per {0} dati la differenza non si giudica, perché manca un intervallo",
      en: "for {0} figures the difference is not judged, as an interval is missing"))
  /// Of another kind of period, or with a reference that is not published.
  static let notCompared = CountedText(
    one: Text(it: "un dato non si confronta", en: "one figure is not compared"),
    many: Text(it: "{0} dati non si confrontano", en: "{0} figures are not compared"))
}
