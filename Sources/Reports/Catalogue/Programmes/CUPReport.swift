import Indicators
import Warehouse

/// `programmi/<CUP>`: all that is known of one programme, every statement with its date and its origin.
enum CUPReport: ReportKind {
  static func drafts(_ context: ReportContext) -> [Draft] {
    ProgrammeReport.ordered(context.evidence.programmes).map { programme in
      { report(programme, context) }
    }
  }

  static func path(_ programme: Programme) -> String { "programmi/" + programme.cup }

  private static func report(_ programme: Programme, _ context: ReportContext) -> Report {
    let language = context.language
    let words = ProgrammePhrases.self
    var lead = [words.notReGiS[language]]
    if isRecoveryPlan(programme) { lead.append(words.fundedByUnion[language]) }
    var report = Report(
      path: path(programme), language: language, title: words.section(language, programme.cup),
      subtitle: programme.title + ". " + words.whereabouts[language] + ": "
        + ProgrammePlaces(context: context).name(programme) + ".", lead: lead,
      sections: sections(programme, context),
      trail: [
        ReportCatalogue.home(context), Link(words.title[language], .page("avanzamento.html")),
      ])
    report.properties = [("CUP", programme.cup)]
    report.hasWorkbook = true
    return report
  }

  /// Money of the recovery plan is on it, or its measure is one of the plan's.
  private static func isRecoveryPlan(_ programme: Programme) -> Bool {
    programme.funding.contains { $0.fund == "pnrr" }
      || programme.measure?.prefixMatch(of: #/M\dC\d/#) != nil
  }

  /// What was stated after the day of the edition is shown, and said to be later.
  private static func later(_ programme: Programme, _ context: ReportContext) -> [Sentence] {
    let asOf = context.evidence.asOf
    guard (programme.funding + programme.payments).contains(where: { $0.date > asOf }) else {
      return []
    }
    let language = context.language
    return [Sentence(ProgrammePhrases.laterStatements(language, language.long(asOf)))]
  }

  private static func sections(_ programme: Programme, _ context: ReportContext) -> [Section] {
    let language = context.language
    let words = ProgrammePhrases.self
    let tables = ProgrammeTables(programmes: [programme], context: context)
    let card = tables.identification()
    let works = ProgrammeWorks(programme: programme, context: context)
    func sentence(_ text: Text) -> [Block] { [.sentence(Sentence(text[language]))] }
    let payments: [Block] =
      programme.payments.isEmpty
      ? sentence(words.noPayments)
      : [.sentence(tables.said(\.payments)), .table(tables.payments())]
    let funding: [Block] =
      programme.funding.isEmpty
      ? sentence(words.noFunding)
      : [
        .sentence(ProgrammeSummary(programme: programme, context: context).moneySaid()),
        .charts([tables.moneyChart(programme)], tables.moneyTable(programme)),
        .sentence(tables.said(\.funding)), .table(tables.funding()),
      ]
    return [
      ProgrammeSummary(programme: programme, context: context).section(),
      Section(
        id: "identificazione", title: words.sheetCard[language],
        blocks: [.sentence(context.reader.sentences.entries(card.rows)), .table(card)]),
      Section(
        id: "finanziamento", title: words.fundingTitle[language],
        blocks: (ProgrammeReport.disagreements(programme, language) + later(programme, context))
          .map(Block.sentence) + funding,
        parts: [
          Section(
            id: "variazioni", title: words.changesTitle[language],
            blocks: ProgrammeChanges.blocks([programme], tables) ?? sentence(words.noChanges)),
          Section(id: "pagamenti", title: words.paymentsTitle[language], blocks: payments),
          Section(
            id: "avanzamento", title: words.progressTitle[language],
            blocks: sentence(words.progressLead)
              + (tables.progress() ?? sentence(words.noProgress))),
        ]),
      Section(
        id: "tempo", title: words.timeTitle[language],
        blocks: ProgrammeTimeline(programme: programme, context: context).blocks()),
      Section(
        id: "traguardi", title: words.milestonesTitle[language], blocks: works.milestones()),
      Section(id: "affidamenti", title: words.awardsTitle[language], blocks: works.awards()),
      Section(
        id: "obiettivi", title: words.targetsTitle[language],
        blocks: programme.targets.isEmpty
          ? sentence(words.noTargets)
          : sentence(words.targetsLead) + [
            .sentence(tables.targetsSaid()), .table(tables.targets()),
          ],
        parts: [
          Section(
            id: "raggiunti", title: words.reachedTitle[language],
            blocks: works.served() + works.reached())
        ]),
      Section(
        id: "prima-e-dopo", title: words.outcomesTitle[language],
        blocks: OutcomesPart(programme: programme, context: context).blocks()),
      Section(
        id: "equita", title: words.equityTitle[language],
        blocks: EquityPart(comuni: programme.comuni, context: context).blocks()),
      RisksPart(programme: programme, context: context).section(),
      Section(id: "allegati", title: words.attachmentsTitle[language], blocks: works.attachments()),
    ]
  }
}
