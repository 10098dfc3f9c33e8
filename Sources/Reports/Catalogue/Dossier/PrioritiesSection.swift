import Indicators
import Warehouse

/// E1: territory × area, ranked by a rule that is printed beside it.
enum PrioritiesSection {
  static func section(_ dossier: Dossier) -> Section {
    let language = dossier.language
    let words = DossierPhrases.self
    let criteria = Section(
      id: "criteri", title: CriteriaPhrases.title[language],
      blocks: CriteriaMatrix(dossier: dossier).blocks())
    if dossier.scope.isAlone {
      return Section(
        id: "priorita", title: words.prioritiesTitle[language],
        blocks: [.sentence(Sentence(words.alone[language]))], parts: [criteria])
    }
    var rated = proposals(dossier)
    for (index, share) in PrioritySensitivity.shares(
      rated.map(\.margins),
      weights: PriorityRule.Signal.allCases.map { dossier.brief.weights[$0] }
    ).enumerated() {
      rated[index].robustness = share
    }
    let proposals = PriorityRule.ordered(rated)
    let counts = PriorityRule.Level.allCases.map { level in
      words.levelCount(
        language, level.name[language],
        language.integer(proposals.count { $0.level == level }))
    }
    return Section(
      id: "priorita", title: words.prioritiesTitle[language],
      blocks: [
        .sentence(Sentence(words.prioritiesLead[language])),
        .callout(
          Callout(
            kind: .information, title: words.ruleTitle[language],
            sentences: (words.rule.map { $0[language] } + weights(dossier)).map { Sentence($0) })),
        .sentence(Sentence(words.levels(language, counts.joined(separator: "; ")))),
        robust(proposals, language).map(Block.sentence), .table(table(proposals, dossier)),
      ].compactMap(\.self),
      parts: [criteria])
  }

  /// The weights the table decided, where they are not all alike.
  private static func weights(_ dossier: Dossier) -> [String] {
    let language = dossier.language
    let weights = dossier.brief.weights
    if weights.areEqual { return [DossierPhrases.equalWeights[language]] }
    let said = PriorityRule.Signal.allCases.map { signal in
      let weight = weights[signal]
      return signal.name[language] + " "
        + language.decimal(weight, weight == weight.rounded() ? 0 : 2)
    }
    return [DossierPhrases.weights(language, said.joined(separator: ", "))]
  }

  /// Which of the highest level stay among the first whatever the weights, within what is known; nil where
  /// the rule proposes none, or there are too few to be ordered.
  private static func robust(
    _ proposals: [PriorityRule.Proposal], _ language: Language
  ) -> Sentence? {
    let words = DossierPhrases.self
    guard let top = proposals.map(\.level).min(), top == .high || top == .medium,
      proposals.contains(where: { $0.robustness != nil })
    else { return nil }
    let sure = proposals.filter { $0.level == top && ($0.robustness ?? 0) >= 0.8 }
    let names = Set(sure.map { $0.territory + " (" + lowercasedFirst($0.area) + ")" }).inOrder()
    let level = top.name[language]
    return Sentence(
      sure.isEmpty
        ? words.noneRobust(language, level)
        : words.robust(language, level, names.joined(separator: "; ")),
      sure.flatMap(\.observations))
  }

  /// What the rule proposes, in a few sentences for the first page; where it proposes nothing, why.
  static func headlines(_ dossier: Dossier) -> [Sentence] {
    let language = dossier.language
    let words = DossierPhrases.self
    if dossier.scope.isAlone { return [Sentence(words.alone[language])] }
    let proposals = PriorityRule.ordered(proposals(dossier))
    func count(_ level: PriorityRule.Level) -> String {
      language.integer(proposals.count { $0.level == level })
    }
    let proposed = [PriorityRule.Level.high, .medium].compactMap { level -> Sentence? in
      let rows = proposals.filter { $0.level == level }
      if rows.isEmpty { return nil }
      let said = rows.map { row in
        row.territory + " (" + lowercasedFirst(row.area) + ": "
          + row.signals.map { $0.name[language] }.joined(separator: ", ") + ")"
      }
      return Sentence(
        words.headline(
          language, level.name[language], language.listed(said, separator: "; ")),
        rows.flatMap(\.observations))
    }
    let isJudged = proposals.contains { $0.level != .insufficient }
    let watched = dossier.brief.weights.counted.map { $0.watched[language] }
    let nothing =
      isJudged
      ? words.noHeadline(language, watched.joined(separator: ", ")) : words.noneJudged[language]
    return (proposed.isEmpty ? [Sentence(nothing)] : proposed) + [
      Sentence(
        (proposed.isEmpty ? words.headlineAll : words.headlineRest)(
          language, count(.none), count(.insufficient)))
    ]
  }

  static func proposals(_ dossier: Dossier) -> [PriorityRule.Proposal] {
    // One cut for each signal: a comune and its reference are never compared across two.
    dossier.cuts(of: PriorityRule.Signal.allCases.map(\.indicator)).flatMap { area, slices in
      dossier.scope.comuni.map { comune in
        PriorityRule.proposal(
          territory: comune.name, area: area,
          pairs: zip(PriorityRule.Signal.allCases, slices).map { signal, slice in
            (
              signal,
              slice.flatMap { dossier.reader.figure(signal.indicator, comune.key, $0) },
              slice.flatMap {
                dossier.reader.figure(signal.indicator, dossier.scope.reference, $0)
              }
            )
          }, weights: dossier.brief.weights)
      }
    }
  }

  private static func table(_ proposals: [PriorityRule.Proposal], _ dossier: Dossier) -> Table {
    let language = dossier.language
    let words = DossierPhrases.self
    var table = Table(
      id: "priorita-tabella", caption: words.prioritiesCaption[language],
      sheetName: words.sheetPriorities[language],
      columns: [
        Table.Column(ViewPhrases.comune[language], width: 26),
        Table.Column(ViewPhrases.userArea[language], width: 30),
        Table.Column(words.level[language]),
        Table.Column(words.signals[language], width: 50),
        Table.Column(words.weight[language], .number),
        Table.Column(
          words.judged(language, language.integer(dossier.brief.weights.counted.count)), .number),
        Table.Column(words.unmet[language], .number),
        Table.Column(words.robustness[language], .number),
      ],
      rows: proposals.map { proposal in
        [
          .text(proposal.territory), .text(proposal.area), .text(proposal.level.name[language]),
          .text(
            proposal.signals.isEmpty
              ? "–" : proposal.signals.map { $0.name[language] }.joined(separator: ", ")),
          Cell(.number(proposal.weight, .percent(0))),
          Cell(
            .integer(proposal.judged), observation: proposal.observations.first),
          proposal.unmet.map { Cell(.number($0, .decimal(0))) }
            ?? Cell(.none, mark: proposal.unmetMark),
          proposal.robustness.map { Cell(.number($0, .percent(0))) }
            ?? Cell(.none, mark: .notApplicable),
        ]
      },
      notes: [words.judgedNote[language], words.robustnessNote[language]], isSortable: true)
    // They come last, and of a hundred comuni they are most.
    let judged = proposals.count { $0.level != .insufficient }
    if dossier.scope.isWide { table.rowsOnPage = max(judged, 1) }
    return table
  }
}
