import Indicators
import Warehouse

/// P10: what in the statements of a programme does not hold together, is late or is not there, gathered
/// in one place. Each is a sign to be checked at its source, not a fault found.
struct RisksPart {
  let programme: Programme
  let context: ReportContext
  private var language: Language { context.language }
  private var words: RiskPhrases.Type { RiskPhrases.self }
  private var asOf: Day { context.evidence.asOf }

  func section() -> Section {
    let found = signs()
    return Section(
      id: "rischi", title: words.title[language],
      blocks: [
        .sentence(Sentence((found.isEmpty ? words.none : words.lead)[language]))
      ] + (found.isEmpty ? [] : [.list(found)]))
  }

  private func signs() -> [Sentence] {
    var signs = ProgrammeReport.disagreements(programme, language)
    func add(_ text: String) { signs.append(Sentence(text)) }
    if let end = programme.endPassed(on: asOf) {
      add(words.pastEnd(language, language.long(end)))
    }
    let overdue = programme.overdueMilestones(on: asOf)
    if overdue > 0 { add(words.overdue(language, language.integer(overdue))) }
    let orphans = programme.awards.count { $0.cig == nil }
    if orphans > 0 { add(words.orphans(language, language.integer(orphans))) }
    if let (paid, funded) = overpaid() {
      add(words.overpaid(language, language.euro(cents: paid), language.euro(cents: funded)))
    }
    let unplanned = programme.targets.filter { $0.planned == 0 }.map(\.code).uniqued()
    if !unplanned.isEmpty { add(words.unplanned(language, unplanned.joined(separator: ", "))) }
    let missing = [
      (programme.funding.isEmpty, words.funding), (programme.payments.isEmpty, words.payments),
      (programme.actualStart == nil, words.start), (programme.milestones.isEmpty, words.milestones),
      (programme.awards.isEmpty, words.awards), (programme.targets.isEmpty, words.targets),
    ].filter(\.0).map { $0.1[language] }
    if !missing.isEmpty { add(words.missing(language, missing.joined(separator: ", "))) }
    return signs
  }

  /// The last payment stated by the day, where it is more than all the funding stated by then.
  private func overpaid() -> (paid: Int64, funded: Int64)? {
    let whole = ["totale", ""]
    guard
      let paid = programme.payments.last(where: { whole.contains($0.fund) && $0.date <= asOf }),
      let funded = programme.funding.filter({ $0.fund == "totale" && $0.date <= asOf })
        .map(\.amountCents).max(), paid.amountCents > funded
    else { return nil }
    return (paid.amountCents, funded)
  }
}

/// The words of the signs to be checked.
enum RiskPhrases {
  static let title = Text(
    it: "Rischi e irregolarità dei dati", en: "Risks and irregularities of data")
  static let lead = Text(
    it: "Segni da verificare alla fonte: nessuno è da solo un errore o un ritardo accertato.",
    en: "Signs to be checked at their source: none is by itself an error or an established delay.")
  static let none = Text(
    it: "In quanto è stato consegnato non c'è niente che non torni o che manchi.",
    en: "Nothing in what was delivered contradicts itself or is missing.")
  static let pastEnd = Text(
    it: "La fine prevista, il {0}, è passata e nessuno dichiara quella effettiva.",
    en: "The planned end, {0}, is past and nobody states the actual one.")
  static let overdue = Text(
    it: "Traguardi scaduti e non raggiunti: {0}.", en: "Milestones due and not reached: {0}.")
  static let orphans = Text(
    it: "Affidamenti senza CIG: {0}.", en: "Contracts without a CIG code: {0}.")
  static let overpaid = Text(
    it: "Il pagato dichiarato ({0}) supera il finanziamento totale dichiarato ({1}).",
    en: "The payments stated ({0}) exceed the total funding stated ({1}).")
  static let unplanned = Text(
    it: "Indicatori ufficiali con programmato zero, che non misurano l'avanzamento: {0}.",
    en: "Official indicators with zero planned, which do not measure progress: {0}.")
  static let missing = Text(it: "Non pervenuti [..]: {0}.", en: "Not received [..]: {0}.")
  static let funding = Text(it: "finanziamenti", en: "funding")
  static let payments = Text(it: "pagamenti", en: "payments")
  static let start = Text(it: "inizio effettivo", en: "actual start")
  static let milestones = Text(it: "traguardi", en: "milestones")
  static let awards = Text(it: "affidamenti", en: "contracts")
  static let targets = Text(it: "indicatori fisici", en: "physical indicators")
}
