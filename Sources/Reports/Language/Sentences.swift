import Indicators
import Warehouse

/// Sentences from numbers, with guard-rails: every one says size and interval, none says more than
/// the numbers do. A difference is judged in one place (`Separation`), so that no two sentences of an
/// edition can contradict each other.
struct Sentences: Sendable {
  let language: Language
  /// A reader's name for a territory.
  let name: @Sendable (TerritoryKey) -> String
  /// A reader's name for a modality of a dimension; nil for the total.
  let slice: @Sendable (Observation) -> String?

  /// Value, interval and counts of one figure, or why there is none.
  func statement(_ figure: Figure) -> Sentence {
    let observation = figure.observation
    guard let value = observation.value else {
      return Sentence(
        opening(figure, SentencePhrases.openingAbsence) + absence(observation) + ".",
        [observation.id])
    }
    return Sentence(
      opening(figure, SentencePhrases.opening) + figure.said(value, language) + brackets(figure)
        + end([observation]), [observation.id])
  }

  /// Parts of one indicator in one territory, period and group, which are said once: `mediana 21 giorni
  /// (…); entro 90 giorni 95,3 % (…)`.
  func statement(_ parts: [Figure]) -> Sentence {
    guard let first = parts.first else { return Sentence("") }
    let rest = parts.dropFirst().map { figure in
      let name = FigurePart(slug: figure.observation.indicator)?.detail ?? figure.name
      return "; " + lowercasedFirst(name[language])
        + (figure.observation.value.map { " " + figure.said($0, language) + brackets(figure) }
          ?? ": " + absence(figure.observation))
    }
    let start = statement(first).text.dropLast(end([first.observation]).count)
    let all = parts.map(\.observation)
    return Sentence(start + rest.joined() + end(all), all.map(\.id))
  }

  /// What belongs under a number that is already named and large: its period, its interval and counts, or
  /// why there is none.
  func caption(_ figure: Figure) -> Sentence {
    let observation = figure.observation
    let period = language.during(observation.period)
    let said =
      observation.value == nil
      ? ": " + absence(observation) : details(figure).map { "; " + $0 }.joined()
    return Sentence(
      uppercasedFirst(period) + said + end([observation]),
      [observation.id])
  }

  /// How a figure stands to another of the same indicator, in another territory or period.
  func comparison(_ figure: Figure, with other: Figure) -> Sentence {
    let (a, b) = (figure.observation, other.observation)
    let ids = [a.id, b.id]
    guard let x = a.value, let y = b.value else {
      let absent = a.value == nil ? a : b
      return Sentence(
        SentencePhrases.noComparison(language, which(absent, than: a, b), absence(absent)), ids)
    }
    let reference = "\(which(b, than: a, b)): \(figure.said(y, language))"
    // Of the numbers as they are shown, so that whoever subtracts them finds the same.
    let size = figure.saidDifference(figure.style.rounded(x) - figure.style.rounded(y), language)
    switch Separation(a, from: b) {
    case .indistinct:
      return Sentence(SentencePhrases.indistinct(language, reference), ids)
    case .unjudged where x == y:
      return Sentence(SentencePhrases.equal(language, reference), ids)
    case .unjudged(let higher):
      let phrase = higher ? SentencePhrases.higherUnjudged : SentencePhrases.lowerUnjudged
      return Sentence(phrase(language, reference, size), ids)
    case .above:
      return Sentence(
        SentencePhrases.higher(language, reference, size) + judgement(.above, figure), ids)
    case .below:
      return Sentence(
        SentencePhrases.lower(language, reference, size) + judgement(.below, figure), ids)
    case .unlike(let reason):
      return Sentence(SentencePhrases.unlike(language, reference, reason.said[language]), ids)
    case .unknown:
      return Sentence("", ids)
    }
  }

  /// Of the modalities of a dimension the one that stands out, the lowest where high is good, and those
  /// that cannot be told from it; nil where fewer than two have a value.
  func outstanding(_ figures: [Figure]) -> Sentence? {
    let known = figures.filter { $0.observation.value != nil }
    guard known.count > 1 else { return nil }
    let isLowest = known[0].direction == .higherIsBetter
    func shown(_ figure: Figure) -> Double { figure.style.rounded(figure.observation.value!) }
    let most = known.map(shown).reduce(shown(known[0]), isLowest ? min : max)
    let first = known.first { shown($0) == most }!
    let equal = known.filter { shown($0) == most && $0 != first }
    let near = known.filter { figure in
      shown(figure) != most
        && Separation(figure.observation, from: first.observation) == .indistinct
    }
    func names(_ figures: [Figure]) -> String {
      listed(
        figures.map {
          SentencePhrases.quoted(language, slice($0.observation) ?? $0.observation.modality)
        })
    }
    if known.count == equal.count + 1 {
      return Sentence(
        SentencePhrases.allEqual(language, first.said(most, language)),
        known.map(\.observation.id))
    }
    var text = (isLowest ? SentencePhrases.lowestOf : SentencePhrases.highestOf)(
      language, first.said(most, language), names([first] + equal))
    if !near.isEmpty { text += SentencePhrases.notToldFrom(language, names(near)) }
    let absent = absences(figures.map(\.observation))
    return Sentence(
      ([text] + absent).joined(separator: "; ") + ".", figures.map(\.observation.id))
  }

  // MARK: Pieces

  /// `A Locri`, `Su tutto il territorio`.
  func place(_ territory: TerritoryKey) -> String {
    let name = name(territory)
    return switch territory.kind {
    case .comune:
      (name.first == "A" ? SentencePhrases.inComuneWithA : SentencePhrases.inComune)(language, name)
    case .total: SentencePhrases.everywhere[language]
    case .province: SentencePhrases.inProvince(language, name)
    case .ats: SentencePhrases.inAmbito(language, name)
    case .innerAreaClass: SentencePhrases.inClass(language, territory.code)
    case .zone: SentencePhrases.inZone(language, name)
    }
  }

  /// Why a value is not there: `dato non pubblicato per riservatezza [c]`.
  func absence(_ observation: Observation) -> String {
    switch observation.status {
    case .suppressed: return SentencePhrases.suppressed[language]
    case .notReceived: return SentencePhrases.notReceived[language]
    case .notApplicable, .published, .provisional:
      if observation.note == Notes.noCase { return Notes.word(Notes.noCase)[language] }
      if let note = observation.note {
        return SentencePhrases.notComputable(language, Notes.word(note)[language])
      }
      return SentencePhrases.notApplicable[language]
    }
  }

  private func opening(_ figure: Figure, _ phrase: Text) -> String {
    let observation = figure.observation
    let slice = slice(observation).map { " (" + lowercasedFirst($0) + ")" } ?? ""
    return phrase(
      language, place(observation.territory), language.during(observation.period),
      lowercasedFirst(figure.name[language]) + slice)
  }

  private func details(_ figure: Figure) -> [String] {
    [interval(figure), counts(figure.observation)].compactMap(\.self)
  }

  private func brackets(_ figure: Figure) -> String {
    let details = details(figure)
    return details.isEmpty ? "" : " (" + details.joined(separator: "; ") + ")"
  }

  func end(_ observations: [Observation]) -> String {
    let known = observations.filter { $0.value != nil }
    return "."
      + (known.contains { $0.status == .provisional }
        ? " " + SentencePhrases.provisional[language] : "")
      + (known.contains { $0.status != .provisional && $0.isToldInPart }
        ? " " + SentencePhrases.toldInPart[language] : "")
  }

  private func interval(_ figure: Figure) -> String? {
    guard let interval = figure.observation.interval else { return nil }
    let (lower, upper) = (interval.lowerBound, interval.upperBound)
    let style = figure.style.telling(lower, upper)
    return upper.isFinite
      ? SentencePhrases.interval(
        language, style.text(lower, language), style.text(upper, language))
      : SentencePhrases.openInterval(language, style.text(lower, language))
  }

  private func counts(_ observation: Observation) -> String? {
    guard let numerator = observation.numerator, let denominator = observation.denominator else {
      return nil
    }
    func text(_ value: Double) -> String { NumberStyle.ofCount(value).text(value, language) }
    return SentencePhrases.outOf(language, text(numerator), text(denominator))
  }

  private func judgement(_ separation: Separation, _ figure: Figure) -> String {
    switch separation.verdict(figure.direction) {
    case .better: " " + SentencePhrases.better[language]
    case .worse: " " + SentencePhrases.worse[language]
    case nil: ""
    }
  }

  /// What tells one of two figures from the other: its territory, or else its period.
  private func which(_ one: Observation, than a: Observation, _ b: Observation) -> String {
    a.territory == b.territory
      ? language.name(of: one.period) : lowercasedFirst(place(one.territory))
  }

  func absences(_ observations: [Observation]) -> [String] {
    let absent = observations.filter { $0.value == nil }
    let withheld = absent.count { $0.status == .suppressed }
    let missing = absent.count { $0.status == .notReceived }
    let none = absent.count { $0.note == Notes.noCase }
    let rest = absent.count - withheld - missing - none
    var parts: [String] = []
    if withheld > 0 { parts.append(SentencePhrases.withheldCount(language, withheld)) }
    if missing > 0 { parts.append(SentencePhrases.missingCount(language, missing)) }
    if rest > 0 { parts.append(SentencePhrases.notApplicableCount(language, rest)) }
    if none > 0 { parts.append(SentencePhrases.noCaseCount(language, none)) }
    return parts
  }

  /// Names in alphabetical order, at most seven: one alone is never left out.
  func listed(_ names: [String]) -> String { language.listed(names.inOrder()) }
}

extension Language {
  /// Seven names at most, or six and how many more.
  func listed(_ names: [String], separator: String = ", ") -> String {
    let rest = names.count > 7 ? names.count - 6 : 0
    let shown = names.dropLast(rest).joined(separator: separator)
    return rest > 0 ? shown + SentencePhrases.andOthers(self, integer(rest)) : shown
  }
}

func uppercasedFirst(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

/// The first letter small, unless the word is an acronym, a code or a name of one letter.
func lowercasedFirst(_ text: String) -> String {
  guard let first = text.first, let second = text.dropFirst().first, !second.isUppercase,
    !text.prefix(while: { $0 != " " }).contains(where: \.isNumber)
  else { return text }
  return first.lowercased() + text.dropFirst()
}
