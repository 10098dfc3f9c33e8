import Indicators
import Warehouse

/// What a funder came for: how much, how much of it is paid, how much time is gone, what is reached.
struct ProgrammeSummary {
  let programme: Programme
  let context: ReportContext
  private var language: Language { context.language }
  private var words: ProgrammePhrases.Type { ProgrammePhrases.self }
  private var asOf: Day { context.evidence.asOf }

  func section() -> Section {
    Section(
      id: "in-sintesi", title: PortalPhrases.keyTitle[language],
      blocks: [.keyFigures([funded(), paid(), time(), milestones()])])
  }

  private var totalFunded: Programme.Statement? { programme.funding.stated("totale", by: asOf) }
  private var totalPaid: Programme.Statement? {
    programme.payments.stated("totale", by: asOf) ?? programme.payments.stated("", by: asOf)
  }

  /// The statements the numbers at the top are, with the share as the indicator gives it.
  func moneySaid() -> Sentence {
    func said(_ statement: Programme.Statement?) -> String {
      statement.map {
        words.statement(
          language, language.euro(cents: $0.amountCents), $0.origin, language.long($0.date))
      } ?? SentencePhrases.notReceived[language]
    }
    let statements = [totalFunded, totalPaid]
    let sentence = Sentence(
      words.moneySaid(language, said(statements[0]), said(statements[1])),
      quoting: statements.compactMap { $0?.origin })
    // Not as a statement of a territory: it is of this programme.
    return newest("avanzamento-finanziario.totale").map {
      sentence.followed(by: context.reader.sentences.values([($0.name[language], $0)]))
    } ?? sentence
  }

  private func funded() -> KeyFigure {
    let total = totalFunded
    let doubt =
      ProgrammeReport.disagreements(programme, language).isEmpty
      ? "" : words.seeStatements[language]
    return money(words.totalFunding, total, after: doubt)
  }

  private func paid() -> KeyFigure {
    let total = totalPaid
    let share = newest("avanzamento-finanziario.totale")
    let said = share.flatMap { share in
      share.observation.value.map {
        words.ofTheTotal(language, share.style.text($0, language))
      }
    }
    return money(
      words.paid, total, after: said ?? "", share.map { [$0.observation.id] } ?? [])
  }

  private func money(
    _ label: Text, _ statement: Programme.Statement?, after: String, _ observations: [String] = []
  ) -> KeyFigure {
    guard let statement else {
      return figure(label, Cell(.none, mark: .notReceived), words.nobodySays[language])
    }
    let origin = words.saidBy(language, statement.origin, language.long(statement.date))
    // Whole euros: cents are in the tables, and would part the number in two lines.
    return figure(
      label, Cell(.number(Double(statement.amountCents) / 100, .decimal(0))),
      after.isEmpty ? origin : after + " " + origin, observations)
  }

  private func time() -> KeyFigure {
    let end = programme.actualEnd ?? programme.plannedEnd
    let caption = end.map { words.endsOn(language, language.long($0)) } ?? words.noEnd[language]
    let gone = newest("tempo-trascorso")
    return figure(
      words.elapsed, context.reader.cell(gone), caption,
      gone.map { [$0.observation.id] } ?? [])
  }

  private func milestones() -> KeyFigure {
    let steps = programme.milestones
    if steps.isEmpty {
      return figure(
        words.milestonesReached, Cell(.none, mark: .notReceived), words.nobodySays[language])
    }
    let overdue = programme.overdueMilestones(on: asOf)
    return figure(
      words.milestonesReached, .integer(steps.count { $0.actual != nil }),
      words.ofMilestones(language, language.integer(steps.count), language.integer(overdue)))
  }

  private func newest(_ indicator: String) -> Figure? {
    ProgrammeFigures.newest(indicator, programme.cup, context.reader)
  }

  private func figure(
    _ label: Text, _ cell: Cell, _ caption: String, _ observations: [String] = []
  ) -> KeyFigure {
    KeyFigure(
      label: label[language], cell: cell, caption: caption, observations: observations, language)
  }
}
