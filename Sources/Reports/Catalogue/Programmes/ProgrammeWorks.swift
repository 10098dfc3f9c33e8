import Indicators
import Warehouse

/// P4, P5, P7, P11: contracts, people reached, milestones and the files behind the page.
struct ProgrammeWorks {
  let programme: Programme
  let context: ReportContext
  private var language: Language { context.language }
  private var words: ProgrammePhrases.Type { ProgrammePhrases.self }
  private var asOf: Day { context.evidence.asOf }

  private func sentence(_ text: String) -> Block { .sentence(Sentence(text)) }

  // MARK: Milestones

  func milestones() -> [Block] {
    let steps = programme.milestones
    if steps.isEmpty { return [sentence(words.noMilestones[language])] }
    let reached = steps.count { $0.actual != nil }
    let overdue = programme.overdueMilestones(on: asOf)
    var blocks = [
      sentence(
        words.milestonesSaid(
          language, language.integer(steps.count), language.integer(reached),
          language.integer(overdue)))
    ]
    let delay = ProgrammeFigures.newest("ritardo-milestone", programme.cup, context.reader)
    if let delay, let days = delay.observation.value {
      blocks.append(
        .sentence(
          Sentence(
            (days < 0 ? words.medianAdvance : words.medianDelay)(
              language, CountPhrases.days(language, days.magnitude, digits: 0)),
            [delay.observation.id])))
    }
    let table = Table(
      id: "traguardi-tabella", caption: words.milestonesCaption(language, programme.cup),
      sheetName: words.milestonesTitle[language],
      columns: [
        Table.Column(words.code[language]),
        Table.Column(words.milestone[language], width: 44).delivered(),
        Table.Column(words.plannedDay[language], .number),
        Table.Column(words.actualDay[language], .number),
        Table.Column(words.daysLateColumn[language], .number),
        Table.Column(words.status[language], width: 24),
      ],
      rows: steps.map { step in
        let days = (step.actual ?? asOf) - step.planned
        let isDue = step.actual != nil || step.planned <= asOf
        let state =
          step.actual != nil ? words.isReached : isDue ? words.isOverdue : words.isAhead
        return [
          .text(step.code), .text(step.name), .day(step.planned),
          step.actual.map { .day($0) }
            ?? Cell(.none, mark: .notApplicable, word: words.notYet[language]),
          isDue ? .integer(days) : Cell(.none, mark: .notApplicable), .text(state[language]),
        ]
      }, notes: [words.milestonesNote[language]])
    return blocks + [.table(table)]
  }

  // MARK: Contracts

  func awards() -> [Block] {
    let awards = programme.awards
    if awards.isEmpty { return [sentence(words.noAwards[language])] }
    let contracts = Dictionary(grouping: awards.filter { $0.cig != nil }) { $0.cig! }
    let sum = contracts.values.reduce(Int64(0)) { $0 + ($1.compactMap(\.amountCents).max() ?? 0) }
    let orphans = awards.count { $0.cig == nil }
    var said = words.awardsSaid(
      language, language.integer(contracts.count), language.euro(cents: sum))
    if orphans > 0 { said += " " + words.awardsWithoutCode(language, language.integer(orphans)) }
    func text(_ text: String?) -> Cell { text.map(Cell.text) ?? Cell(.none, mark: .notReceived) }
    let table = Table(
      id: "affidamenti-tabella", caption: words.awardsCaption(language, programme.cup),
      sheetName: words.awardsTitle[language],
      columns: [
        Table.Column("CIG", width: 16), Table.Column(words.awardedOn[language], .number),
        Table.Column(words.amount[language], .number, width: 18),
        Table.Column(words.awardee[language], width: 44), Table.Column(words.role[language]),
      ],
      rows: awards.map { award in
        [
          text(award.cig), .day(award.day),
          award.amountCents.map { Cell(.euro(cents: $0)) } ?? Cell(.none, mark: .notReceived),
          award.isAwardeeWithheld ? Cell(.none, mark: .confidential) : text(award.awardee),
          text(award.role),
        ]
      },
      notes: [words.awardsNote[language]]
        + (awards.contains(where: \.isAwardeeWithheld) ? [words.personsNote[language]] : []))
    return [sentence(said), .table(table)]
  }

  // MARK: People reached

  func served() -> [Block] {
    [
      .sentence(
        ServedPart(served: programme.served, isWithheld: programme.isServedWithheld)
          .sentence(language, asOf))
    ]
  }

  func reached() -> [Block] {
    let rows = programme.reached
    if rows.isEmpty { return [sentence(words.noReached[language])] }
    func label(_ row: Programme.Reached) -> String {
      [
        row.sex.map { words.name(ofSex: $0)[language] },
        row.ageBand.map { words.ofAge(language, $0) },
      ].compactMap(\.self).joined(separator: ", ")
    }
    return rows.map(\.code).uniqued().flatMap { code -> [Block] in
      let parts = rows.filter { $0.code == code }
      let title = words.reachedCaption(language, parts[0].name, language.long(parts[0].date))
      let id = "raggiunti-" + anchor(code)
      let table = Table(
        id: id, caption: title, sheetName: words.reachedSheet(language, code),
        columns: [
          Table.Column(words.who[language], width: 34), Table.Column(words.sex[language]),
          Table.Column(words.age[language]),
          Table.Column(
            parts[0].unit.isEmpty ? words.achieved[language] : uppercasedFirst(parts[0].unit),
            .number),
        ],
        rows: parts.map { part in
          [
            .text(label(part)),
            part.sex.map { .text(words.name(ofSex: $0)[language]) }
              ?? Cell(.none, mark: .notApplicable),
            part.ageBand.map(Cell.text) ?? Cell(.none, mark: .notApplicable),
            part.achieved.map { Cell(.number($0, .decimal($0 == $0.rounded() ? 0 : 1))) }
              ?? Cell(.none, mark: .confidential),
          ]
        }, notes: [words.reachedNote[language]])
      let said =
        parts.map { part in
          label(part) + ": "
            + (part.achieved.map { language.decimal($0, $0 == $0.rounded() ? 0 : 1) }
              ?? SentencePhrases.suppressed[language])
        }.joined(separator: "; ") + "."
      if parts.contains(where: { $0.achieved == nil }) { return [sentence(said), .table(table)] }
      let chart = Chart(
        id: "g-" + id, title: title, description: said,
        kind: .bars(
          Chart.Scale(label: parts[0].unit, style: .decimal(0)),
          parts.map { Chart.Item(label: label($0), value: $0.achieved) }, reference: nil),
        native: Chart.Native(kind: .bar, categories: 0, values: [3]))
      return [sentence(said), .charts([chart], table)]
    } + cost()
  }

  /// What was paid for each unit of result, by official figure.
  private func cost() -> [Block] {
    let paid = programme.payments.last { $0.fund == "totale" || $0.fund.isEmpty }
    guard let paid else { return [] }
    let newest = Dictionary(grouping: programme.targets) { $0.code }
      .compactMap { $0.value.max { $0.date < $1.date } }.filter { $0.achieved > 0 }
      .sorted { $0.code < $1.code }
    return newest.map { target in
      sentence(
        words.costPerResult(
          language, target.name,
          language.euro(cents: Int64((Double(paid.amountCents) / target.achieved).rounded())),
          target.unit, language.long(paid.date), language.long(target.date)))
    }
  }

  // MARK: Attachments

  private static let datasets: Set<String> = [
    "interventi", "finanziamenti", "pagamenti", "affidamenti", "milestone", "indicatori_fisici",
  ]

  /// The deliveries a check of the page starts from, each with its fingerprint.
  func attachments() -> [Block] {
    let sources = context.evidence.sources.filter { Self.datasets.contains($0.dataset) }
    if sources.isEmpty { return [sentence(words.noAttachments[language])] }
    return [
      sentence(words.attachmentsLead[language]),
      .sentence(QualityTables(context: context).rowsSentence(of: sources)),
      .table(
        Table(
          id: "allegati-tabella", caption: words.attachmentsCaption[language],
          sheetName: words.attachmentsTitle[language],
          columns: [
            Table.Column(QualityPhrases.publisher[language], width: 28),
            Table.Column(QualityPhrases.dataset[language]),
            Table.Column(QualityPhrases.delivery[language], width: 22),
            Table.Column(QualityPhrases.received[language], .number),
            Table.Column(QualityPhrases.kept[language], .number),
            Table.Column("SHA-256", width: 70),
          ],
          rows: sources.map {
            [
              .text($0.publisher), .text(DatasetPhrases.name($0.dataset)[language]),
              .text($0.delivery), .day($0.received),
              .integer($0.rowsKept), .text($0.sha256),
            ]
          })),
    ]
  }

  private func anchor(_ code: String) -> String {
    String(code.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
  }
}
