import Indicators
import Warehouse

/// `avanzamento`: programmes and money, one section per CUP, every statement with its date and its
/// origin. The workbook puts the CUPs under each other, one sheet per kind of table.
enum ProgrammeReport: ReportKind {
  static func reports(_ context: ReportContext) -> [Report] {
    let language = context.language
    let words = ProgrammePhrases.self
    let programmes = ordered(context.evidence.programmes)
    var report = Report(
      path: "avanzamento", language: language, title: words.title[language],
      subtitle: words.subtitle[language], lead: [words.notReGiS[language], words.funded[language]],
      sections: programmes.isEmpty
        ? [
          Section(
            id: "programmi", title: words.title[language],
            blocks: [.sentence(Sentence(DossierPhrases.noProgrammes[language]))])
        ]
        : [overview(programmes, context)]
          + programmes.map { section($0, context) },
      trail: [ReportCatalogue.home(context)])
    report.hasWorkbook = true
    if programmes.count == 1 {
      report.properties = [("CUP", programmes[0].cup)]
    } else if programmes.count > 1 {
      report.workbookSections = [
        overview(programmes, context), together(programmes, context),
      ]
    }
    return [report]
  }

  /// The programmes most is said about come first: by how many speak of them, then by CUP.
  static func ordered(_ programmes: [Programme]) -> [Programme] {
    programmes.map { ($0, Set($0.funding.map(\.origin)).count) }
      .sorted { (-$0.1, $0.0.cup) < (-$1.1, $1.0.cup) }.map(\.0)
  }

  private static func overview(_ programmes: [Programme], _ context: ReportContext) -> Section {
    Section(
      id: "programmi", title: ProgrammePhrases.overviewTitle[context.language],
      blocks: [.table(ProgrammeTables.overview(programmes, context, page: nil))])
  }

  private static func section(_ programme: Programme, _ context: ReportContext) -> Section {
    let language = context.language
    let words = ProgrammePhrases.self
    let tables = ProgrammeTables(programmes: [programme], context: context)
    let payments: [Block] =
      programme.payments.isEmpty
      ? [.sentence(Sentence(words.noPayments[language]))] : [.table(tables.payments())]
    let funding: [Block] =
      programme.funding.isEmpty
      ? [.sentence(Sentence(words.noFunding[language]))]
      : [.charts([tables.moneyChart(programme)], tables.funding())]
    return Section(
      id: ProgrammeTables.anchor(programme), title: words.section(language, programme.cup),
      blocks: [.sentence(Sentence(programme.title)), .table(tables.identification())],
      parts: [
        Section(
          id: id("finanziamento", programme), title: words.fundingTitle[language],
          blocks: disagreements(programme, language).map(Block.sentence) + funding),
        Section(
          id: id("variazioni", programme), title: words.changesTitle[language],
          blocks: ProgrammeChanges.table([programme], tables).map { [.table($0)] }
            ?? [.sentence(Sentence(words.noChanges[language]))]),
        Section(
          id: id("pagamenti", programme), title: words.paymentsTitle[language], blocks: payments),
        Section(
          id: id("avanzamento", programme), title: words.progressTitle[language],
          blocks: [.sentence(Sentence(words.progressLead[language]))]
            + (tables.progress().map { [.table($0)] }
              ?? [.sentence(Sentence(words.noProgress[language]))])),
        Section(
          id: id("tempo", programme), title: words.timeTitle[language],
          blocks: ProgrammeTimeline(programme: programme, context: context).blocks()),
        Section(
          id: id("obiettivi", programme), title: words.targetsTitle[language],
          blocks: programme.targets.isEmpty
            ? [.sentence(Sentence(words.noTargets[language]))]
            : [.sentence(Sentence(words.targetsLead[language])), .table(tables.targets())]),
      ])
  }

  /// All the programmes in the same tables, and what is said of each.
  private static func together(_ programmes: [Programme], _ context: ReportContext) -> Section {
    let language = context.language
    let words = ProgrammePhrases.self
    let tables = ProgrammeTables(programmes: programmes, context: context)
    let sentences = programmes.flatMap { programme in
      disagreements(programme, language).map {
        Sentence("CUP " + programme.cup + ". " + $0.text, $0.observations)
      }
    }
    var blocks: [Block] = [.list(sentences), .table(tables.identification())]
    blocks.append(.table(tables.funding()))
    blocks += ProgrammeChanges.table(programmes, tables).map { [.table($0)] } ?? []
    blocks.append(.table(tables.payments()))
    blocks += tables.progress().map { [.table($0)] } ?? []
    blocks.append(.table(tables.targets()))
    return Section(id: "tutti", title: words.title[language], blocks: blocks)
  }

  private static func id(_ part: String, _ programme: Programme) -> String {
    part + "-" + programme.cup.lowercased()
  }

  /// For each fund that two statements put at different amounts, both, with who says so and when.
  static func disagreements(_ programme: Programme, _ language: Language) -> [Sentence] {
    let words = ProgrammePhrases.self
    let funds = programme.funding.map(\.fund).uniqued()
    return funds.compactMap { fund in
      let statements = programme.funding.filter { $0.fund == fund }
      guard Set(statements.map(\.amountCents)).count > 1 else { return nil }
      let said = statements.map {
        words.statement(
          language, language.euro(cents: $0.amountCents), $0.origin, language.long($0.date))
      }
      let amounts = statements.map(\.amountCents)
      return Sentence(
        words.disagreement(
          language, words.name(ofFund: fund)[language], said.joined(separator: "; "),
          language.euro(cents: amounts.max()! - amounts.min()!)))
    }
  }
}
