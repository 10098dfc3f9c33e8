import Indicators
import Warehouse

extension ProviderCard {
  /// The multi-year projects it leads or takes part in, with how their results stand; nil where it is in
  /// none.
  func projects() -> Section? {
    let own = context.evidence.projects.filter {
      $0.lead == provider.fiscalCode || $0.partners.contains(provider.fiscalCode)
    }
    if own.isEmpty { return nil }
    let language = context.language
    let words = ProjectPhrases.self
    let table = Table(
      id: "progetti-ente", caption: words.ofProviderCaption(language, provider.name),
      sheetName: words.ofProvider[language],
      columns: [
        Table.Column(words.project[language], width: 40).delivered(),
        Table.Column(ProgrammePhrases.role[language]),
        Table.Column(words.end[language], .number), Table.Column(words.elapsed[language], .number),
        Table.Column(words.onPlan[language], .number),
      ],
      rows: own.map { project in
        let part = ProjectPart(project: project, context: context)
        return [
          .link(project.title, .page(ProjectReport.path(project) + ".html")),
          .text((project.lead == provider.fiscalCode ? words.led : words.partner)[language]),
          .day(project.end), Cell(.number(part.elapsed, .percent(0))), part.onPlan,
        ]
      }, notes: [words.onPlanNote[language]])
    return Section(
      id: "progetti", title: words.ofProvider[language],
      blocks: [
        .sentence(
          Sentence(
            words.ofProviderSaid(
              language, language.integer(own.count),
              language.integer(own.count { $0.lead == provider.fiscalCode })))),
        .table(table),
      ])
  }
}
