import Indicators
import Warehouse

/// E1: territory × area, ranked by a rule that is printed beside it.
enum PrioritiesSection {
  static func section(_ dossier: Dossier) -> Section {
    let language = dossier.language
    let words = DossierPhrases.self
    let proposals = PriorityRule.ordered(proposals(dossier))
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
            sentences: words.rule.map { Sentence($0[language]) })),
        .sentence(Sentence(words.levels(language, counts.joined(separator: "; ")))),
        .table(table(proposals, dossier)),
      ])
  }

  static func proposals(_ dossier: Dossier) -> [PriorityRule.Proposal] {
    let language = dossier.language
    let slices: [(Breakdown, String)] =
      areasWithFigures(dossier).map { (.userArea($0.code), $0.name[language]) }
    let all = [(Breakdown.total, DossierPhrases.allAreas[language])]
    return (slices.isEmpty ? all : slices).flatMap { breakdown, area in
      dossier.scope.comuni.map { comune in
        PriorityRule.proposal(
          territory: comune.name, area: area,
          pairs: PriorityRule.Signal.allCases.map { signal in
            let period = dossier.reader.period(
              for: signal.indicator, wanted: dossier.brief.period)
            return (
              signal,
              period.flatMap {
                dossier.reader.figure(signal.indicator, comune.key, $0, breakdown)
              },
              period.flatMap {
                dossier.reader.figure(signal.indicator, dossier.scope.reference, $0, breakdown)
              }
            )
          })
      }
    }
  }

  /// The areas of the theme for which at least one comune has a value.
  private static func areasWithFigures(_ dossier: Dossier) -> [NamedCode] {
    dossier.userAreas.filter { area in
      PriorityRule.Signal.allCases.contains { signal in
        guard
          let period = dossier.reader.period(for: signal.indicator, wanted: dossier.brief.period)
        else { return false }
        return dossier.scope.comuni.contains {
          dossier.reader.figure(signal.indicator, $0.key, period, .userArea(area.code))?
            .observation.value != nil
        }
      }
    }
  }

  private static func table(_ proposals: [PriorityRule.Proposal], _ dossier: Dossier) -> Table {
    let language = dossier.language
    let words = DossierPhrases.self
    return Table(
      id: "priorita-tabella", caption: words.prioritiesCaption[language],
      sheetName: words.sheetPriorities[language],
      columns: [
        Table.Column(ViewPhrases.comune[language], width: 26),
        Table.Column(ViewPhrases.userArea[language], width: 30),
        Table.Column(words.level[language]),
        Table.Column(words.signals[language], width: 50),
        Table.Column(words.judged[language], .number),
      ],
      rows: proposals.map { proposal in
        [
          .text(proposal.territory), .text(proposal.area), .text(proposal.level.name[language]),
          .text(
            proposal.signals.isEmpty
              ? "–" : proposal.signals.map { $0.name[language] }.joined(separator: ", ")),
          Cell(
            .integer(proposal.judged), observation: proposal.observations.first),
        ]
      },
      notes: [words.judgedNote[language]], isSortable: true)
  }
}
