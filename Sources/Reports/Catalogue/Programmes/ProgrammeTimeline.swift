import Indicators
import Warehouse

/// PN4–PN6: where a programme stands between its start and its end, and what is left to pay.
struct ProgrammeTimeline {
  let programme: Programme
  let context: ReportContext
  private var language: Language { context.language }
  private var words: ProgrammePhrases.Type { ProgrammePhrases.self }
  private var asOf: Day { context.evidence.asOf }

  func blocks() -> [Block] {
    var blocks: [Block] = [.list(sentences())]
    if let (chart, table) = curve() { blocks.append(.charts([chart], table)) }
    return blocks
  }

  private func sentences() -> [Sentence] {
    guard let end = programme.actualEnd ?? programme.plannedEnd else {
      return [Sentence(words.noEnd[language])]
    }
    var sentences: [Sentence] = []
    let days = end - asOf
    let when = language.long(end)
    sentences.append(
      Sentence(
        days == 0
          ? words.endsToday(language, when)
          : (days > 0 ? words.daysLeft : words.daysLate)(
            language, when, CountPhrases.days(language, abs(days)))))
    if let left = left() {
      sentences.append(Sentence(words.leftToPay(language, language.euro(cents: left))))
      if left > 0 { sentences += outlook() }
    }
    if start == nil { sentences.append(Sentence(words.noStart[language])) }
    return sentences
  }

  /// The pace that is needed and what the paces so far would take, as the indicators give them.
  private func outlook() -> [Sentence] {
    func figure(_ part: String) -> Figure? {
      ProgrammeFigures.newest("ritmo-richiesto" + part, programme.cup, context.reader)
    }
    var sentences: [Sentence] = []
    if let needed = figure(""), let euro = needed.observation.value {
      sentences.append(
        Sentence(
          words.rate(language, language.euro(cents: Int64((euro * 100).rounded()))),
          [needed.observation.id]))
    }
    for (part, phrase) in [
      (".mesi-al-ritmo", words.monthsAtPace), (".mesi-curva", words.monthsOnCurve),
    ] {
      guard let figure = figure(part), let months = figure.observation.value else { continue }
      sentences.append(
        Sentence(
          phrase(language, CountPhrases.months(language, months, digits: 1)),
          [figure.observation.id]))
    }
    return sentences
  }

  /// From today's share to the whole, at the pace so far.
  private func forecast(from share: Double, _ start: Day) -> Chart.Curve? {
    let pace = ProgrammeFigures.newest(
      "ritmo-richiesto.mesi-al-ritmo", programme.cup, context.reader)
    guard let months = pace?.observation.value, months > 0, share < 1 else { return nil }
    let today = Double(asOf - start)
    return Chart.Curve(
      name: words.forecast[language],
      steps: [
        Chart.Curve.Step(day: today, share: share),
        Chart.Curve.Step(day: today + months * 30.4375, share: 1),
      ])
  }

  private var start: Day? { programme.actualStart ?? programme.plannedStart }

  private var funded: Programme.Statement? { programme.funding.stated("totale", by: asOf) }

  private var payments: [Programme.Statement] {
    programme.payments.filter { $0.fund == "totale" || $0.fund.isEmpty }
  }

  private func left() -> Int64? {
    guard let funded, let paid = payments.last else { return nil }
    return max(0, funded.amountCents - paid.amountCents)
  }

  /// Paid share at each statement, beside the usual course of spending; nil without a start and an end.
  private func curve() -> (Chart, Table)? {
    guard let start, let end = programme.plannedEnd, end > start, let funded,
      funded.amountCents > 0, !payments.isEmpty
    else { return nil }
    let length = Double(end - start)
    let actual = payments.map { payment in
      (payment.date, Double(payment.amountCents) / Double(funded.amountCents))
    }
    let reference = stride(from: 0, through: 20, by: 1).map { step -> Chart.Curve.Step in
      let time = Double(step) / 20
      return Chart.Curve.Step(day: time * length, share: ProgrammeTimeline.usual(time))
    }
    let table = Table(
      id: "curva-s-" + programme.cup.lowercased(),
      caption: words.curveCaption(language, programme.cup), sheetName: words.sheetCurve[language],
      columns: [
        Table.Column(words.date[language], .number),
        Table.Column(words.paidShare[language], .number),
        Table.Column(words.usualShare[language], .number),
      ],
      rows: actual.map { day, share in
        let time = min(1, max(0, Double(day - start) / length))
        return [
          .day(day), Cell(.number(share, .percent(1))),
          Cell(.number(ProgrammeTimeline.usual(time), .percent(1))),
        ]
      }, notes: [words.usualNote[language]])
    let last = actual[actual.count - 1]
    let time = min(1, max(0, Double(last.0 - start) / length))
    let description = words.curveSentence(
      language, language.long(last.0), language.percent(last.1),
      language.percent(ProgrammeTimeline.usual(time)))
    let chart = Chart(
      id: "g-curva-s-" + programme.cup.lowercased(),
      title: words.curveCaption(language, programme.cup), description: description,
      kind: .progress(
        Chart.Scale(label: words.paidShare[language], style: .percent(0)),
        reference: Chart.Curve(name: words.usualShare[language], steps: reference),
        actual: Chart.Curve(
          name: words.paidShare[language],
          steps: actual.map { Chart.Curve.Step(day: Double($0.0 - start), share: $0.1) }),
        forecast: forecast(from: last.1, start), start: language.short(start),
        end: language.short(end), length: length,
        today: Double(asOf - start)),
      native: Chart.Native(kind: .line, categories: 0, values: [1, 2]))
    return (chart, table)
  }

  /// The usual course of public spending, slow, fast, slow: the smooth step 3t² − 2t³. A picture to
  /// compare with, not the programme's plan.
  static func usual(_ time: Double) -> Double { time * time * (3 - 2 * time) }
}
