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
        ProposalsPart.section(dossier),
        Section(id: "decisioni-prese", title: words.earlierTitle[language], blocks: earlier),
        TraceabilityPart.section(dossier),
        Section(
          id: "decisioni-nuove", title: words.newTitle[language],
          blocks: [
            .list(
              words.howTo.map {
                Sentence($0(language, DecisionForm.dataset, dossier.brief.procedure))
              })
          ]),
      ].compactMap(\.self))
  }

  private static func followUp(_ decisions: [TableDecision], _ dossier: Dossier) -> [Block] {
    let language = dossier.language
    let words = DecisionPhrases.self
    let outcomes = decisions.flatMap { DecisionOutcome.outcomes($0, dossier) }
    let verdicts = ViewPhrases.tally(
      outcomes.map(\.verdict), in: DecisionOutcome.Verdict.allCases, language
    ) { $0.name[language] }
    let statuses = decisions.map { words.name(ofStatus: $0.status ?? "")[language] }
    let states = ViewPhrases.tally(statuses, in: statuses.uniqued(), language) { $0 }
    return [
      .sentence(
        Sentence(words.taken(language, language.integer(decisions.count), states))),
      .table(taken(decisions, dossier)),
      .sentence(Sentence(words.outcomesSaid(language, verdicts))),
      .list(decisions.flatMap { said($0, outcomes, dossier) }),
      .sentence(Sentence(words.caution[language])), .table(measured(outcomes, dossier)),
    ]
  }

  /// One sentence for each place of which something can be said, one for those of which nothing can.
  private static func said(
    _ decision: TableDecision, _ outcomes: [DecisionOutcome], _ dossier: Dossier
  ) -> [Sentence] {
    let own = outcomes.filter { $0.decision == decision }
    if own.count == 1 { return own.map { $0.sentence(dossier) } }
    func isMute(_ one: DecisionOutcome) -> Bool {
      one.verdict == .withheld
        || one.verdict == .tooEarly && one.before?.figure.observation.value == nil
    }
    let together = [
      (DecisionOutcome.Verdict.withheld, DecisionPhrases.withheldPlaces),
      (.tooEarly, DecisionPhrases.tooEarlyPlaces),
    ].compactMap { verdict, phrase -> Sentence? in
      let mute = own.filter { isMute($0) && $0.verdict == verdict }
      if mute.isEmpty { return nil }
      let places = mute.map { dossier.reader.name(of: $0.place) }.joined(separator: ", ")
      return Sentence(
        phrase(dossier.language, decision.number, decision.decision, places),
        mute.compactMap { ($0.now ?? $0.before)?.figure.observation.id },
        quoting: [decision.decision])
    }
    return own.filter { !isMute($0) }.map { $0.sentence(dossier) } + together
  }

  /// What was decided, by whom and by when.
  private static func taken(_ decisions: [TableDecision], _ dossier: Dossier) -> Table {
    let language = dossier.language
    let words = DecisionPhrases.self
    func text(_ text: String?) -> Cell { text.map(Cell.text) ?? Cell(.none, mark: .notReceived) }
    return Table(
      id: "decisioni-tabella", caption: words.takenCaption[language],
      sheetName: words.takenSheet[language],
      columns: [
        Table.Column(words.numberTitle[language]),
        Table.Column(words.needTitle[language], width: 34).delivered(),
        Table.Column(words.decisionTitle[language], width: 34).delivered(),
        Table.Column(words.weightTitle[language], .number),
        Table.Column(words.decidedTitle[language], .number),
        Table.Column(words.responsibleTitle[language], width: 26).delivered(),
        Table.Column(words.dueTitle[language], .number),
        Table.Column(words.resourcesTitle[language], .number),
        Table.Column(words.statusTitle[language]),
      ],
      rows: decisions.map { decision in
        [
          .text(decision.number), .text(decision.need), .text(decision.decision),
          decision.weight.map { Cell(.number($0, .decimal($0 == $0.rounded() ? 0 : 2))) }
            ?? Cell(.none, mark: .notReceived),
          .day(decision.decidedOn), text(decision.responsible), .day(decision.due),
          decision.resourcesCents.map { Cell(.euro(cents: $0)) } ?? Cell(.none, mark: .notReceived),
          .text(words.name(ofStatus: decision.status ?? "")[language]),
        ]
      })
  }

  /// The indicator promised with each decision, before it and now.
  private static func measured(_ outcomes: [DecisionOutcome], _ dossier: Dossier) -> Table {
    let language = dossier.language
    let words = DecisionPhrases.self
    let reader = dossier.reader
    func text(_ text: String?) -> Cell { text.map(Cell.text) ?? Cell(.none, mark: .notReceived) }
    return Table(
      id: "decisioni-indicatori", caption: words.measuredCaption[language],
      sheetName: words.measuredSheet[language],
      columns: [
        Table.Column(words.numberTitle[language]),
        Table.Column(ViewPhrases.indicator[language], width: 34),
        Table.Column(words.outcome[language], width: 40),
        Table.Column(words.beforeWhen[language], width: 22),
        Table.Column(words.before[language], .number),
        Table.Column(words.beforeInterval[language], .interval),
        Table.Column(words.nowWhen[language], width: 22),
        Table.Column(words.now[language], .number),
        Table.Column(words.nowInterval[language], .interval),
        Table.Column(words.targetTitle[language], .number),
        Table.Column(MethodPhrases.direction[language], width: 24),
        Table.Column(words.dataTitle[language], width: 30),
        Table.Column(ViewPhrases.territory[language], width: 24),
      ],
      rows: outcomes.map { one in
        let figure = (one.now ?? one.before)?.figure
        let style = figure?.style
        let data = figure?.definition.inputs.map { DatasetPhrases.name($0)[language] } ?? []
        return [
          .text(one.decision.number), text(one.name), .text(one.verdict.name[language]),
          text(one.before?.when), reader.cell(one.before?.figure),
          reader.interval(one.before?.figure), text(one.now?.when), reader.cell(one.now?.figure),
          reader.interval(one.now?.figure),
          one.decision.target.map { Cell(.number($0, style ?? .decimal(2))) }
            ?? Cell(.none, mark: .notReceived),
          text(figure.map { MethodPhrases.name(of: $0.direction)[language] }),
          text(data.isEmpty ? nil : data.joined(separator: ", ")),
          .text(reader.name(of: one.place)),
        ]
      }, notes: [words.measuredNote[language]])
  }
}
