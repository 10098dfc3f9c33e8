import Indicators
import Warehouse

/// G: what the table decided before and whether the numbers moved; the sheet for what it decides now.
enum DecisionsSection {
  static func section(_ dossier: Dossier) -> Section {
    let language = dossier.language
    let words = DecisionPhrases.self
    let decisions = dossier.context.evidence.decisions
      .filter { $0.procedure == dossier.brief.procedure }
    let earlier: [Block] =
      decisions.isEmpty
      ? [.sentence(Sentence(words.none[language]))]
      : followUp(decisions, dossier)
    return Section(
      id: "decisioni", title: words.title[language],
      parts: [
        Section(id: "decisioni-prese", title: words.earlierTitle[language], blocks: earlier),
        Section(
          id: "decisioni-nuove", title: words.newTitle[language],
          blocks: [
            .list(
              words.howTo.map {
                Sentence($0(language, DecisionForm.dataset, dossier.brief.procedure))
              })
          ]),
      ])
  }

  private static func followUp(_ decisions: [TableDecision], _ dossier: Dossier) -> [Block] {
    let language = dossier.language
    let words = DecisionPhrases.self
    let rows = decisions.map { ($0, DecisionOutcome($0, dossier)) }
    let counts = DecisionOutcome.Verdict.allCases.compactMap { verdict -> String? in
      let count = rows.count { $0.1.verdict == verdict }
      return count == 0
        ? nil : words.count(language, verdict.name[language], language.integer(count))
    }
    let table = Table(
      id: "decisioni-tabella", caption: words.caption[language], sheetName: words.sheet[language],
      columns: [
        Table.Column(words.numberTitle[language]),
        Table.Column(words.needTitle[language], width: 34),
        Table.Column(words.decisionTitle[language], width: 34),
        Table.Column(words.responsibleTitle[language], width: 26),
        Table.Column(words.dueTitle[language], .number),
        Table.Column(words.statusTitle[language]),
        Table.Column(ViewPhrases.indicator[language], width: 34),
        Table.Column(words.before[language], .number), Table.Column(words.now[language], .number),
        Table.Column(ViewPhrases.interval[language], .interval),
        Table.Column(words.targetTitle[language], .number),
        Table.Column(words.outcome[language], width: 34),
      ],
      rows: rows.map { decision, outcome in
        let style = (outcome.now ?? outcome.before)?.style
        return [
          .text(decision.number), .text(decision.need), .text(decision.decision),
          decision.responsible.map(Cell.text) ?? Cell(.none, mark: .notReceived),
          .day(decision.due), .text(words.name(ofStatus: decision.status ?? "")[language]),
          outcome.name.map(Cell.text) ?? Cell(.none, mark: .notReceived),
          dossier.reader.cell(outcome.before), dossier.reader.cell(outcome.now),
          dossier.reader.interval(outcome.now),
          decision.target.map { Cell(.number($0, style ?? .decimal(2))) }
            ?? Cell(.none, mark: .notReceived),
          .text(outcome.verdict.name[language]),
        ]
      })
    return [
      .sentence(Sentence(words.summary(language, counts.joined(separator: "; ")))),
      .sentence(Sentence(words.caution[language])), .table(table),
    ]
  }
}

/// Whether the indicator of a decision moved, and how it stands to its target.
struct DecisionOutcome {
  enum Verdict: CaseIterable {
    case reached, reachedWithinError, movedRight, movedWrong, still, unknown

    var name: Text {
      switch self {
      case .reached: Text(it: "obiettivo raggiunto", en: "target reached")
      case .reachedWithinError:
        Text(
          it: "obiettivo raggiunto, entro il margine d'errore",
          en: "target reached, within the margin of error")
      case .movedRight:
        Text(it: "si è mosso verso l'obiettivo", en: "moved towards the target")
      case .movedWrong:
        Text(it: "si è allontanato dall'obiettivo", en: "moved away from the target")
      case .still:
        Text(it: "nessun movimento distinguibile dal caso", en: "no movement beyond chance")
      case .unknown: Text(it: "non si può dire", en: "cannot be told")
      }
    }
  }

  let name: String?
  let before: Figure?
  let now: Figure?
  let verdict: Verdict

  /// The newest period of the dossier against its comparison period, where the decision applies: the
  /// one comune it names, or the territory of the table.
  init(_ decision: TableDecision, _ dossier: Dossier) {
    let reader = dossier.reader
    guard let slug = decision.indicator.flatMap({ Self.slug($0, reader) }) else {
      (name, before, now, verdict) = (decision.indicator, nil, nil, .unknown)
      return
    }
    let place =
      decision.comuni.count == 1
      ? TerritoryKey(.comune, "\(decision.comuni[0])") : dossier.scope.reference
    let slice = reader.slice(
      slug, areas: dossier.userAreas, among: [place], wanted: dossier.brief.period)
    now = slice.flatMap { reader.figure(slug, place, $0) }
    before = slice.flatMap { slice in
      dossier.brief.comparison.flatMap { comparison in
        comparison == slice.period
          ? nil : reader.figure(slug, place, comparison, slice.breakdown)
      }
    }
    name = now?.name[reader.language] ?? reader.definition(slug)?.name[reader.language]
    verdict = Self.verdict(now?.observation, before?.observation, target: decision.target)
  }

  /// By its slug, or by its code in the reference catalogue.
  private static func slug(_ text: String, _ reader: EvidenceReader) -> String? {
    if reader.definition(text) != nil { return text }
    return reader.evidence.definitions.first { $0.code == text }?.slug
  }

  static func verdict(_ now: Observation?, _ before: Observation?, target: Double?) -> Verdict {
    guard let now, let value = now.value, let target else { return .unknown }
    // Which way the target lies is told by where one started from.
    guard let before, let start = before.value, start != target else { return .unknown }
    let isUp = target > start
    if isUp ? value >= target : value <= target {
      guard let lower = now.lower, let upper = now.upper else { return .reachedWithinError }
      return (isUp ? lower >= target : upper <= target) ? .reached : .reachedWithinError
    }
    switch Separation(now, from: before) {
    case .above: return isUp ? .movedRight : .movedWrong
    case .below: return isUp ? .movedWrong : .movedRight
    case .indistinct, .unjudged, .unknown: return .still
    }
  }
}
