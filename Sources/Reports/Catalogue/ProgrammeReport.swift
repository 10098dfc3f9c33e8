import Indicators
import Warehouse

/// `avanzamento`: programmes and money, one section per CUP, every statement with its date and its
/// origin.
enum ProgrammeReport: ReportKind {
  static func reports(_ context: ReportContext) -> [Report] {
    let language = context.language
    let words = ProgrammePhrases.self
    let programmes = context.evidence.programmes
    var report = Report(
      path: "avanzamento", language: language, title: words.title[language],
      subtitle: words.subtitle[language], lead: [words.notReGiS[language], words.funded[language]],
      sections: programmes.isEmpty
        ? [
          Section(
            id: "programmi", title: words.title[language],
            blocks: [.sentence(Sentence(DossierPhrases.noProgrammes[language]))])
        ] : programmes.map { section($0, context) },
      trail: [ReportCatalogue.home(context)])
    report.hasWorkbook = true
    if programmes.count == 1 { report.properties = [("CUP", programmes[0].cup)] }
    return [report]
  }

  private static func section(_ programme: Programme, _ context: ReportContext) -> Section {
    let language = context.language
    let words = ProgrammePhrases.self
    let tables = ProgrammeTables(programme: programme, context: context)
    let money = [Block.charts([tables.moneyChart()], tables.funding())]
    let payments: [Block] =
      programme.payments.isEmpty
      ? [.sentence(Sentence(words.noPayments[language]))] : [.table(tables.payments())]
    return Section(
      id: "cup-" + programme.cup.lowercased(), title: words.section(language, programme.cup),
      blocks: [.sentence(Sentence(programme.title)), .table(tables.identification())],
      parts: [
        Section(
          id: id("finanziamento", programme), title: words.fundingTitle[language],
          blocks: disagreements(programme, language).map(Block.sentence)
            + (programme.funding.isEmpty
              ? [.sentence(Sentence(words.noFunding[language]))] : money)),
        Section(
          id: id("pagamenti", programme), title: words.paymentsTitle[language], blocks: payments),
        Section(
          id: id("avanzamento", programme), title: words.progressTitle[language],
          blocks: [.sentence(Sentence(words.progressLead[language]))] + tables.progress()),
        Section(
          id: id("obiettivi", programme), title: words.targetsTitle[language],
          blocks: programme.targets.isEmpty
            ? [.sentence(Sentence(words.noTargets[language]))]
            : [.sentence(Sentence(words.targetsLead[language])), .table(tables.targets())]),
      ])
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
