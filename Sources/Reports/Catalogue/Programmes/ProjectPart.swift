import Indicators
import Warehouse

/// The sections of a project's page.
struct ProjectPart {
  let project: ProjectProfile
  let context: ReportContext
  private var language: Language { context.language }
  private var words: ProjectPhrases.Type { ProjectPhrases.self }
  private var reader: EvidenceReader { context.reader }

  /// Of an organisation, or its code where nobody described it.
  func name(of code: String) -> String {
    context.evidence.providers.first { $0.fiscalCode == code }?.name ?? code
  }

  func figure(_ indicator: String, _ detail: String? = nil) -> Figure? {
    ProgrammeFigures.newest(
      indicator, project.id + (detail.map { ":" + $0 } ?? ""), reader)
  }

  /// Share of the time between start and end that is gone.
  var elapsed: Double {
    let length = Double(project.end - project.start)
    return length > 0
      ? min(max(Double(context.evidence.asOf - project.start) / length, 0), 1) : 1
  }

  /// Results against target, by indicator of the project.
  var shares: [(name: String, figure: Figure)] {
    project.results.compactMap { result in
      figure("risultati-progetti", result.name).map { (result.name, $0) }
    }
  }

  /// How many of its indicators have reached the target of their last day.
  var onPlan: Cell {
    let known = shares.compactMap { $0.figure.observation.value }
    return known.isEmpty
      ? Cell(.none, mark: .notReceived)
      : .text(
        words.countOf(
          language, language.integer(known.count { $0 >= 1 }), language.integer(known.count)))
  }

  func card() -> Table {
    func euro(_ cents: Int64?) -> Cell {
      cents.map { Cell(.euro(cents: $0)) } ?? Cell(.none, mark: .notReceived)
    }
    func text(_ text: String?) -> Cell { text.map(Cell.text) ?? Cell(.none, mark: .notReceived) }
    let lead = context.evidence.providers.first { $0.fiscalCode == project.lead }
    let rows: [(Text, Cell)] = [
      (words.code, .text(project.id)), (words.call, text(project.call)),
      (
        words.led,
        lead.map { .link($0.name, .page(ProviderReport.path($0) + ".html")) }
          ?? .text(project.lead)
      ),
      (words.start, .day(project.start)), (words.end, .day(project.end)),
      (words.elapsed, Cell(.number(elapsed, .percent(0)))), (words.grant, euro(project.grantCents)),
      (words.cofunding, euro(project.cofundingCents)),
      (words.goal, euro(project.fundraisingGoalCents)),
      (
        words.innovation,
        project.innovations.isEmpty
          ? Cell(.none, mark: .notReceived)
          : .text(
            project.innovations.map { words.name(ofInnovation: $0)[language] }
              .joined(separator: ", "))
      ),
    ]
    return Table(
      id: "progetto-scheda", caption: words.cardCaption(language, project.title),
      sheetName: words.cardTitle[language],
      columns: [
        Table.Column(DossierPhrases.entry[language], width: 30),
        Table.Column(DossierPhrases.content[language], width: 60),
      ], rows: rows.map { [.text($0[language]), $1] })
  }

  // MARK: Results

  func results() -> [Block] {
    if project.results.isEmpty { return [.sentence(Sentence(words.noResults[language]))] }
    return project.results.enumerated().flatMap { index, result -> [Block] in
      [.sentence(said(result))] + [course(result, index)]
    }
  }

  private func said(_ result: ProjectProfile.Result) -> Sentence {
    let share = figure("risultati-progetti", result.name)
    guard let share, let value = share.observation.value else {
      return Sentence(
        uppercasedFirst(result.name) + ": "
          + (share.map { reader.sentences.absence($0.observation) }
            ?? SentencePhrases.notReceived[language]) + ".",
        [share?.observation.id].compactMap(\.self), quoting: [uppercasedFirst(result.name)])
    }
    var text = words.resultSaid(
      language, uppercasedFirst(result.name), number(share.observation.numerator ?? 0),
      number(share.observation.denominator ?? 0), language.percent(value, 0))
    let ahead = figure("avanzamento-temporale", result.name)
    if let days = ahead?.observation.value {
      text +=
        " "
        + (days < 0
          ? words.behind(language, CountPhrases.days(language, -days, digits: 0))
          : days > 0
            ? words.ahead(language, CountPhrases.days(language, days, digits: 0))
            : words.punctual[language])
    }
    let cost = figure("costo-per-risultato", result.name)
    if let euro = cost?.observation.value {
      text +=
        " "
        + words.costSaid(language, language.euro(cents: Int64((euro * 100).rounded())), result.unit)
    }
    return Sentence(
      text, [share, ahead, cost].compactMap { $0?.observation.id },
      quoting: [uppercasedFirst(result.name)])
  }

  private func course(_ result: ProjectProfile.Result, _ index: Int) -> Block {
    let table = Table(
      id: "risultato-\(index + 1)",
      caption: words.courseCaption(language, uppercasedFirst(result.name), result.unit),
      sheetName: words.courseSheet(language, result.name),
      columns: [
        Table.Column(ProgrammePhrases.date[language], .number),
        Table.Column(words.target[language], .number),
        Table.Column(words.achieved[language], .number),
        Table.Column(words.shareOfTarget[language], .number),
      ],
      rows: result.points.map { point in
        let value = point.value
        return [
          .day(point.day), numberCell(point.target),
          value.map(numberCell) ?? Cell(.none, mark: .confidential),
          value.map {
            point.target > 0
              ? Cell(.number($0 / point.target, .percent(0)))
              : Cell(.none, mark: .notApplicable)
          } ?? Cell(.none, mark: .confidential),
        ]
      })
    guard result.points.count > 1 else { return .table(table) }
    func series(_ name: Text, _ value: (ProjectProfile.Point) -> Double?) -> Chart.Series {
      Chart.Series(
        name: name[language],
        points: result.points.map {
          let one = value($0)
          return Chart.Item(
            label: language.short($0.day), value: one, mark: one == nil ? .confidential : nil)
        })
    }
    let chart = Chart(
      id: "g-risultato-\(index + 1)", title: table.caption, description: said(result).text,
      kind: .lines(
        Chart.Scale(label: result.unit, style: .decimal(0)),
        periods: result.points.map { language.short($0.day) },
        [series(words.target) { $0.target }, series(words.achieved) { $0.value }]),
      native: Chart.Native(kind: .line, categories: 0, values: [1, 2]))
    return .charts([chart], table)
  }

  private func number(_ value: Double) -> String {
    language.decimal(value, value == value.rounded() ? 0 : 1)
  }

  private func numberCell(_ value: Double) -> Cell {
    Cell(.number(value, .decimal(value == value.rounded() ? 0 : 1)))
  }

  // MARK: Money

  func money() -> [Block] {
    var sentences: [Sentence] = []
    if let leverage = figure("leva-fundraising"), let raised = leverage.observation.numerator {
      sentences.append(
        Sentence(
          words.leverageSaid(
            language, language.euro(cents: Int64((raised * 100).rounded())),
            language.decimal(leverage.observation.value ?? 0, 2)), [leverage.observation.id]))
    }
    if let goal = figure("leva-fundraising.obiettivo"), let share = goal.observation.value {
      sentences.append(
        Sentence(
          words.goalSaid(
            language, language.percent(share, 0),
            language.euro(cents: Int64(((goal.observation.denominator ?? 0) * 100).rounded()))),
          [goal.observation.id]))
    }
    if sentences.isEmpty { return [.sentence(Sentence(words.noMoney[language]))] }
    if project.raisedCents.isEmpty {
      return [.list(sentences), .sentence(Sentence(words.noKinds[language]))]
    }
    let kinds = project.raisedCents.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let table = Table(
      id: "raccolta-tabella", caption: words.raisedCaption(language, project.title),
      sheetName: words.moneyTitle[language],
      columns: [
        Table.Column(words.donors[language], width: 30),
        Table.Column(ProgrammePhrases.amount[language], .number, width: 18),
      ],
      rows: kinds.map { [.text(words.name(ofDonors: $0)[language]), Cell(.euro(cents: $1))] })
    let chart = Chart(
      id: "g-raccolta", title: table.caption,
      description: kinds.map {
        words.name(ofDonors: $0)[language] + ": " + language.euro(cents: $1)
      }.joined(separator: "; ") + ".",
      kind: .bars(
        Chart.Scale(label: "€", style: .decimal(0)),
        kinds.map {
          Chart.Item(label: words.name(ofDonors: $0)[language], value: Double($1) / 100)
        }, reference: nil), native: Chart.Native(kind: .bar, categories: 0, values: [1]))
    return [.list(sentences), .charts([chart], table)]
  }

  // MARK: Partners

  func partners() -> [Block] {
    if project.partners.isEmpty { return [.sentence(Sentence(words.noPartners[language]))] }
    var blocks: [Block] = []
    if let active = figure("partner-attivi"), active.observation.value != nil {
      let one = active.observation
      blocks.append(
        .sentence(
          Sentence(
            words.activeSaid(
              language, language.decimal(one.numerator ?? 0, 0),
              language.decimal(one.denominator ?? 0, 0)), [one.id])))
    }
    let table = Table(
      id: "partner-tabella", caption: words.partnersCaption(language, project.title),
      sheetName: words.partnersTitle[language],
      columns: [
        Table.Column(NetworkPhrases.provider[language], width: 44),
        Table.Column(NetworkPhrases.kind[language], width: 34),
      ],
      rows: project.partners.map { code in
        let known = context.evidence.providers.first { $0.fiscalCode == code }
        return [
          known.map { .link($0.name, .page(ProviderReport.path($0) + ".html")) } ?? .text(code),
          known.map { .text(NetworkPhrases.name(ofKind: $0.kind)[language]) }
            ?? Cell(.none, mark: .notReceived),
        ]
      })
    return blocks + [.table(table)]
  }
}
