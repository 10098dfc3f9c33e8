import Indicators
import Warehouse

/// `progetti/<id>`: a multi-year project of a foundation: its plan, its results against target, what it
/// raised. `portfolio` puts the projects beside each other.
enum ProjectReport: ReportKind {
  static func drafts(_ context: ReportContext) -> [Draft] {
    context.evidence.projects.map { project in { report(project, context) } }
  }

  static func path(_ project: ProjectProfile) -> String { "progetti/" + fileName(project.id) }

  /// The id in small letters, digits and hyphens; what is lost in it is told by a number of its bytes.
  static func fileName(_ id: String) -> String {
    let plain = String(
      id.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
    return plain == id.lowercased()
      ? plain : plain + "-" + String(id.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFF })
  }

  private static func report(_ project: ProjectProfile, _ context: ReportContext) -> Report {
    let language = context.language
    let words = ProjectPhrases.self
    let part = ProjectPart(project: project, context: context)
    let card = part.card()
    var report = Report(
      path: path(project), language: language, title: project.title,
      subtitle: words.subtitle(
        language, part.name(of: project.lead), language.long(project.start),
        language.long(project.end)),
      lead: [words.lead[language]],
      sections: [
        Section(
          id: "scheda", title: words.cardTitle[language],
          blocks: [.sentence(context.reader.sentences.entries(card.rows)), .table(card)]),
        Section(
          id: "risultati", title: words.resultsTitle[language], blocks: part.results(),
          parts: [
            Section(
              id: "raggiunti", title: words.servedTitle[language],
              blocks: [
                .sentence(
                  ServedPart(served: project.served, isWithheld: project.isServedWithheld)
                    .sentence(language, context.evidence.asOf))
              ])
          ]),
        Section(id: "raccolta", title: words.moneyTitle[language], blocks: part.money()),
        Section(id: "rete", title: words.partnersTitle[language], blocks: part.partners()),
        Section(
          id: "equita", title: ProgrammePhrases.equityTitle[language],
          blocks: EquityPart(comuni: project.comuni, context: context).blocks()),
      ],
      trail: [
        ReportCatalogue.home(context),
        Link(ProgrammePhrases.title[language], .page("avanzamento.html")),
      ])
    report.hasWorkbook = true
    return report
  }

  /// Nil where there are no projects.
  static func portfolio(_ context: ReportContext) -> Section? {
    let language = context.language
    let words = ProjectPhrases.self
    let projects = context.evidence.projects
    if projects.isEmpty { return nil }
    func euro(_ cents: Int64?) -> Cell {
      cents.map { Cell(.euro(cents: $0)) } ?? Cell(.none, mark: .notReceived)
    }
    let table = Table(
      id: "progetti-tabella", caption: words.portfolioCaption[language],
      sheetName: words.portfolioTitle[language],
      columns: [
        Table.Column(words.project[language], width: 40).delivered(),
        Table.Column(words.led[language], width: 34),
        Table.Column(words.start[language], .number), Table.Column(words.end[language], .number),
        Table.Column(words.elapsed[language], .number),
        Table.Column(words.grant[language], .number, width: 18),
        Table.Column(words.leverage[language], .number),
        Table.Column(words.goalReached[language], .number),
        Table.Column(words.onPlan[language], .number),
      ],
      rows: projects.map { project in
        let part = ProjectPart(project: project, context: context)
        return [
          .link(project.title, .page(path(project) + ".html")), .text(part.name(of: project.lead)),
          .day(project.start), .day(project.end), Cell(.number(part.elapsed, .percent(0))),
          euro(project.grantCents), context.reader.cell(part.figure("leva-fundraising")),
          context.reader.cell(part.figure("leva-fundraising.obiettivo")),
          part.onPlan,
        ]
      }, notes: [words.onPlanNote[language]], isSortable: true)
    let pairs = projects.flatMap { project in
      ProjectPart(project: project, context: context).shares.map { name, figure in
        context.reader.item(project.title + ": " + name, figure)
      }
    }
    let values = pairs.compactMap(\.value)
    let said = words.resultsDescription(
      language, language.integer(values.count { $0 >= 1 }),
      language.integer(values.count { $0 < 1 }), language.integer(pairs.count - values.count))
    let chart = Chart(
      id: "g-progetti", title: words.resultsChart[language],
      description: said,
      kind: .bars(
        Chart.Scale(label: words.shareOfTarget[language], style: .percent(0)), pairs,
        reference: Chart.Reference(label: words.target[language], value: 1)))
    return Section(
      id: "progetti", title: words.portfolioTitle[language],
      blocks: [.sentence(Sentence(words.lead[language]))]
        + (pairs.isEmpty
          ? [.table(table)] : [.sentence(Sentence(said)), .charts([chart], table)]))
  }
}
