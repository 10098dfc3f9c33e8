import Indicators
import Warehouse

/// All the programmes at a glance: what each was given, how much of it is paid, how much of its time is
/// gone.
struct Portfolio {
  let programmes: [Programme]
  let context: ReportContext
  private var language: Language { context.language }
  private var words: ProgrammePhrases.Type { ProgrammePhrases.self }

  private func figure(_ indicator: String, _ programme: Programme) -> Figure? {
    ProgrammeFigures.newest(indicator, programme.cup, context.reader)
  }

  private func paidShare(_ programme: Programme) -> Figure? {
    figure("avanzamento-finanziario.totale", programme)
  }

  private func elapsed(_ programme: Programme) -> Figure? { figure("tempo-trascorso", programme) }

  func sentences() -> [Sentence] {
    let paid = programmes.filter { paidShare($0)?.observation.value != nil }.count
    let timed = programmes.filter { elapsed($0)?.observation.value != nil }.count
    var sentences = [
      Sentence(
        words.portfolioCount(
          language, language.integer(programmes.count), language.integer(paid),
          language.integer(timed)))
    ]
    sentences += total().map { [$0] } ?? []
    let late = programmes.filter { programme in
      guard let share = paidShare(programme)?.observation.value,
        let gone = elapsed(programme)?.observation.value
      else { return false }
      return gone - share > 0.25
    }
    if !late.isEmpty {
      sentences.append(
        Sentence(words.portfolioBehind(language, late.map(\.cup).joined(separator: ", "))))
    }
    let asOf = context.evidence.asOf
    let overdue = programmes.filter { $0.overdueMilestones(on: asOf) > 0 }
    if !overdue.isEmpty {
      sentences.append(
        Sentence(words.portfolioOverdue(language, overdue.map(\.cup).joined(separator: ", "))))
    }
    let ended = programmes.filter { $0.endPassed(on: asOf) != nil }
    if !ended.isEmpty {
      sentences.append(
        Sentence(words.portfolioEnded(language, ended.map(\.cup).joined(separator: ", "))))
    }
    let disagree = programmes.filter {
      !ProgrammeReport.disagreements($0, language).isEmpty
    }
    if !disagree.isEmpty {
      sentences.append(
        Sentence(words.portfolioDisagree(language, disagree.map(\.cup).joined(separator: ", "))))
    }
    return sentences
  }

  /// What the shares paid are made of, together; nil where fewer than two programmes have one.
  private func total() -> Sentence? {
    let shares = programmes.compactMap { paidShare($0)?.observation }.filter { $0.value != nil }
    let (paid, funded) = shares.reduce((0.0, 0.0)) {
      ($0.0 + ($1.numerator ?? 0), $0.1 + ($1.denominator ?? 0))
    }
    guard shares.count > 1, funded > 0 else { return nil }
    func euro(_ amount: Double) -> String {
      language.euro(cents: Int64((amount * 100).rounded()))
    }
    return Sentence(
      words.portfolioTotal(
        language, euro(funded), euro(paid), language.percent(paid / funded)),
      shares.map(\.id))
  }

  func table() -> Table {
    var table = ProgrammeTables.overview(programmes, context)
    table.columns += [
      Table.Column(words.paidOfTotal[language], .number),
      Table.Column(words.elapsed[language], .number),
      Table.Column(words.milestonesReached[language], .number),
      Table.Column(words.milestonesOverdue[language], .number),
    ]
    table.rows = zip(table.rows, programmes).map { row, programme in
      let steps = programme.milestones
      func count(_ value: Int) -> Cell {
        steps.isEmpty ? Cell(.none, mark: .notReceived) : .integer(value)
      }
      return row + [
        context.reader.cell(paidShare(programme)), context.reader.cell(elapsed(programme)),
        count(steps.count { $0.actual != nil }),
        count(programme.overdueMilestones(on: context.evidence.asOf)),
      ]
    }
    return table
  }

  /// With the names of the bars: a workbook draws its chart from one column.
  func namedTable() -> Table {
    var table = table()
    table.columns.insert(
      Table.Column(words.chartName[language], width: 44), at: Self.nameColumn)
    table.rows = zip(table.rows, programmes).map { row, programme in
      var row = row
      row.insert(.text(places.label(programme)), at: Self.nameColumn)
      return row
    }
    return table
  }

  private static let nameColumn = 1
  private var places: ProgrammePlaces { ProgrammePlaces(context: context) }

  /// Time gone and money paid of each programme; nil when nobody states either.
  func chart() -> Chart? {
    let pairs = programmes.compactMap { programme -> Chart.Pair? in
      let (time, money) = (elapsed(programme), paidShare(programme))
      guard time?.observation.value != nil || money?.observation.value != nil else { return nil }
      return Chart.Pair(
        label: places.label(programme),
        first: context.reader.item(programme.cup, time),
        second: context.reader.item(programme.cup, money))
    }
    if pairs.isEmpty { return nil }
    let style = NumberStyle.percent(0)
    let gaps = pairs.compactMap { pair in
      pair.first.value.flatMap { time in
        pair.second.value.map { style.rounded(time) - style.rounded($0) }
      }
    }
    return Chart(
      id: "g-portafoglio", title: words.portfolioChart[language],
      description: words.portfolioDescription(
        language, language.integer(gaps.count { $0 > 0 }), language.integer(gaps.count { $0 < 0 }),
        language.integer(gaps.count { $0 == 0 }), language.integer(pairs.count - gaps.count)),
      kind: .pairs(
        Chart.Scale(label: words.shareAxis[language], style: style), pairs,
        first: words.elapsed[language], second: words.paidOfTotal[language]),
      native: Chart.Native(kind: .bar, categories: Self.nameColumn, values: [8, 9]))
  }
}
