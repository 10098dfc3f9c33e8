import Indicators
import Warehouse

/// `avanzamento`: the portfolio, every programme (a CUP) and every project beside the others. Each has a
/// page and a workbook of its own; the workbook of the portfolio puts them under each other, one sheet
/// per kind of table.
enum ProgrammeReport: ReportKind {
  static func drafts(_ context: ReportContext) -> [Draft] { [{ report(context) }] }

  private static func report(_ context: ReportContext) -> Report {
    let language = context.language
    let words = ProgrammePhrases.self
    let programmes = ordered(context.evidence.programmes)
    let projects = ProjectReport.portfolio(context)
    var report = Report(
      path: "avanzamento", language: language, title: words.title[language],
      subtitle: words.subtitle[language], lead: [words.notReGiS[language], words.funded[language]],
      sections: [
        programmes.isEmpty
          ? Section(
            id: "programmi", title: words.title[language],
            blocks: [.sentence(Sentence(DossierPhrases.noProgrammes[language]))])
          : overview(programmes, context)
      ] + [own(context), projects].compactMap(\.self),
      trail: [ReportCatalogue.home(context)])
    report.hasWorkbook = true
    if !programmes.isEmpty {
      report.workbookSections =
        [overview(programmes, context, isWorkbook: true), together(programmes, context)]
        + [own(context), projects].compactMap(\.self)
    }
    return report
  }

  /// The programmes most is said about come first: by how many speak of them, then by CUP.
  static func ordered(_ programmes: [Programme]) -> [Programme] {
    programmes.map { ($0, Set($0.funding.map(\.teller)).count) }
      .sorted { (-$0.1, $0.0.cup) < (-$1.1, $1.0.cup) }.map(\.0)
  }

  private static func overview(
    _ programmes: [Programme], _ context: ReportContext, isWorkbook: Bool = false
  ) -> Section {
    let language = context.language
    let words = ProgrammePhrases.self
    let portfolio = Portfolio(programmes: programmes, context: context)
    let table = isWorkbook ? portfolio.namedTable() : portfolio.table()
    return Section(
      id: "programmi", title: words.overviewTitle[language],
      blocks: [
        .list(portfolio.sentences()),
        portfolio.chart().map { .charts([$0], table) } ?? .table(table),
      ])
  }

  /// PN10: what the programmes count of themselves beside the official indicators, and called so; nil where
  /// nothing is known of it.
  private static func own(_ context: ReportContext) -> Section? {
    let words = ProgrammePhrases.self
    let indicator = "misure-proprie"
    let reader = context.reader
    guard let period = reader.period(for: indicator, among: [.total], where: { _ in true }),
      let figure = reader.figure(indicator, .total, period)
    else { return nil }
    let series = IndicatorViews(reader: reader).overTime(
      indicator, [.total], Slice(breakdown: .total, label: nil, period: period),
      sheet: words.ownTitle[context.language])
    return Section(
      id: "indicatori-propri", title: words.ownTitle[context.language],
      blocks: [.sentence(Sentence(words.ownLead[context.language]))]
        + (series.isEmpty ? [.sentence(reader.sentences.statement(figure))] : series))
  }

  /// All the programmes in the same tables, and what is said of each.
  private static func together(_ programmes: [Programme], _ context: ReportContext) -> Section {
    let language = context.language
    let words = ProgrammePhrases.self
    let tables = ProgrammeTables(programmes: programmes, context: context)
    let sentences = programmes.flatMap { programme in
      disagreements(programme, language).map {
        Sentence("CUP " + programme.cup + ". " + $0.text, $0.observations, quoting: $0.delivered)
      }
    }
    let said = words.identificationSaid(
      language, language.integer(programmes.count),
      language.integer(programmes.count { $0.actualStart != nil }),
      language.integer(programmes.count { $0.actualEnd != nil }))
    var blocks: [Block] = [
      .list(sentences), .sentence(Sentence(said)), .table(tables.identification()),
    ]
    blocks += [.sentence(tables.said(\.funding)), .table(tables.funding())]
    blocks += ProgrammeChanges.blocks(programmes, tables) ?? []
    blocks += [.sentence(tables.said(\.payments)), .table(tables.payments())]
    blocks += tables.progress() ?? []
    blocks += [.sentence(tables.targetsSaid()), .table(tables.targets())]
    return Section(id: "tutti", title: words.title[language], blocks: blocks)
  }

  /// For each fund that two sources put at different amounts, what each says last, and when. One that says
  /// otherwise later has changed its mind: that is a change, and is told as one.
  static func disagreements(_ programme: Programme, _ language: Language) -> [Sentence] {
    let words = ProgrammePhrases.self
    let funds = programme.funding.map(\.fund).uniqued()
    return funds.compactMap { fund in
      let all = programme.funding.filter { $0.fund == fund }
      let statements = all.map(\.teller).uniqued().compactMap { teller in
        all.last { $0.teller == teller }
      }
      guard Set(statements.map(\.amountCents)).count > 1 else { return nil }
      let said = statements.map {
        words.statement(
          language, language.euro(cents: $0.amountCents), $0.origin, language.long($0.date))
      }
      let amounts = statements.map(\.amountCents)
      return Sentence(
        words.disagreement(
          language, words.name(ofFund: fund)[language], said.joined(separator: "; "),
          language.euro(cents: amounts.max()! - amounts.min()!)),
        quoting: statements.map(\.origin))
    }
  }
}
