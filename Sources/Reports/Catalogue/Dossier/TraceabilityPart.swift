import Indicators
import Warehouse

/// Step 8 of the procedure: what was said at the table and where it went, service by service: what is asked,
/// remarks, proposals, decisions with their indicator, money and term.
enum TraceabilityPart {
  /// What is known of one service; nil for what names none.
  private struct Line {
    var service: NamedCode?
    var remarks: [TableRemark]
    var proposals: [TableProposal]
    var decisions: [TableDecision]

    var isEmpty: Bool { remarks.isEmpty && proposals.isEmpty && decisions.isEmpty }
    var state: State {
      if !decisions.isEmpty { return .decided }
      if proposals.isEmpty { return .remarked }
      return proposals.allSatisfy { $0.status == "respinta" } ? .rejected : .proposed
    }
  }

  /// How far it went.
  enum State: CaseIterable { case decided, proposed, rejected, remarked }

  /// Nil where nothing was said at the table.
  static func section(_ dossier: Dossier) -> Section? {
    let language = dossier.language
    let words = TraceabilityPhrases.self
    let lines = lines(dossier)
    if lines.isEmpty { return nil }
    let states = ViewPhrases.tally(lines.map(\.state), in: State.allCases, language) {
      words.name(of: $0)[language]
    }
    return Section(
      id: "tracciabilita", title: words.title[language],
      blocks: [
        .sentence(
          Sentence(words.lead(language, language.integer(lines.count), states))),
        .table(table(lines, dossier)),
      ])
  }

  /// By first-level service, in the order of the list; what names none comes last.
  private static func lines(_ dossier: Dossier) -> [Line] {
    let evidence = dossier.context.evidence
    let procedure = dossier.brief.procedure
    let services = evidence.services.filter { $0.code.utf8.count == 1 }
    func isOf(_ service: NamedCode?, _ code: String?) -> Bool {
      services.first { $0.code == code.map { String($0.prefix(1)) } } == service
    }
    return (services.map(Optional.some) + [nil]).map { service in
      Line(
        service: service,
        remarks: evidence.remarks.filter {
          $0.procedure == procedure && isOf(service, $0.service)
        },
        proposals: evidence.proposals.filter {
          $0.procedure == procedure && isOf(service, $0.service)
        },
        decisions: evidence.decisions.filter {
          $0.procedure == procedure && isOf(service, $0.service)
        })
    }.filter { !$0.isEmpty }
  }

  private static func table(_ lines: [Line], _ dossier: Dossier) -> Table {
    let language = dossier.language
    let words = TraceabilityPhrases.self
    let decisions = DecisionPhrases.self
    return Table(
      id: "matrice-tracciabilita", caption: words.caption[language],
      sheetName: words.sheet[language],
      columns: [
        Table.Column(ViewPhrases.service[language], width: 34),
        // Beside the name: on a telephone what comes later is out of sight.
        Table.Column(words.state[language], width: 34),
        Table.Column(words.asked[language], .number),
        Table.Column(words.remarks[language], .number),
        Table.Column(words.proposals[language], width: 30),
        Table.Column(words.decisions[language], width: 16),
        Table.Column(ViewPhrases.indicator[language], width: 34),
        Table.Column(decisions.resourcesTitle[language], .number, width: 20),
        Table.Column(decisions.dueTitle[language], .number),
      ],
      rows: lines.map { line in
        let known = line.decisions
        // Where nothing was decided there is nothing to be delivered of it.
        let none: Mark = known.isEmpty ? .notApplicable : .notReceived
        let indicators = known.compactMap { indicator($0, dossier) }.uniqued()
        return [
          .text(line.service?.name[language] ?? words.noService[language]),
          .text(words.name(of: line.state)[language]), asked(line.service, dossier),
          .integer(line.remarks.count),
          list(
            line.proposals.map {
              ViewPhrases.counted(language, $0.number, ProposalPhrases.state(of: $0)[language])
            }, language),
          list(known.map(\.number), language),
          indicators.isEmpty
            ? Cell(.none, mark: none) : .text(indicators.joined(separator: "; ")),
          resources(known, language) ?? Cell(.none, mark: none),
          known.compactMap(\.due).min().map { .day($0) } ?? Cell(.none, mark: none),
        ]
      }, notes: [words.note[language]])
  }

  private static func list(_ texts: [String], _ language: Language) -> Cell {
    .text(
      texts.isEmpty ? TraceabilityPhrases.nothing[language] : texts.joined(separator: "; "))
  }

  /// How much the service is asked for in the territory of the table: the evidence beside the words.
  private static func asked(_ service: NamedCode?, _ dossier: Dossier) -> Cell {
    guard let service else { return Cell(.none, mark: .notApplicable) }
    let cut = Breakdown(dimension: "servizio", modality: service.code)
    let indicator = NeedsSection.indicator
    let place = dossier.scope.reference
    let period = dossier.reader.period(
      for: indicator, wanted: dossier.brief.period, among: [place]
    ) { cut.holds($0) }
    return dossier.reader.cell(
      period.flatMap { dossier.reader.figure(indicator, place, $0, cut) })
  }

  private static func indicator(_ decision: TableDecision, _ dossier: Dossier) -> String? {
    decision.indicator.map { dossier.reader.definition($0)?.name[dossier.language] ?? $0 }
  }

  /// Added up where every decision says them; else how many do.
  private static func resources(_ decisions: [TableDecision], _ language: Language) -> Cell? {
    let known = decisions.compactMap(\.resourcesCents)
    if known.isEmpty { return nil }
    let sum = known.reduce(0, +)
    return known.count == decisions.count
      ? Cell(.euro(cents: sum))
      : .text(
        TraceabilityPhrases.ofSome(
          language, language.euro(cents: sum), language.integer(known.count),
          language.integer(decisions.count)))
  }
}

/// The words of where it went.
enum TraceabilityPhrases {
  static let title = Text(
    it: "Che cosa si è detto e dove è andato", en: "What was said and where it went")
  static let lead = Text(
    it: "Servizi di cui si è parlato al tavolo: {0}. Fin dove si è arrivati: {1}.",
    en: "Services spoken of at the table: {0}. How far it went: {1}.")
  static let caption = Text(
    it: "Matrice di tracciabilità: dal bisogno alla decisione, per servizio",
    en: "Traceability matrix: from the need to the decision, by service")
  static let sheet = Text(it: "Tracciabilità", en: "Traceability")
  static let noService = Text(it: "Senza un servizio indicato", en: "No service stated")
  static let asked = Text(
    it: "Richieste ogni 1.000 residenti", en: "Requests per 1,000 residents")
  static let remarks = Text(it: "Osservazioni", en: "Remarks")
  static let proposals = Text(it: "Proposte (numero e stato)", en: "Proposals (number and state)")
  static let decisions = Text(it: "Decisioni (numero)", en: "Decisions (number)")
  static let state = Text(it: "Dove è andato", en: "Where it went")
  static let nothing = Text(it: "nessuna", en: "none")
  static let ofSome = Text(it: "{0} (dette da {1} su {2})", en: "{0} (stated by {1} of {2})")
  static let note = Text(
    it:
      "Osservazioni, proposte e decisioni sono accostate perché dello stesso servizio, in quello di "
      + "primo livello: non è detto che una nasca dall'altra.",
    en:
      "Remarks, proposals and decisions stand together as they are of the same first-level service: "
      + "one need not come from the other.")

  static func name(of state: TraceabilityPart.State) -> Text {
    switch state {
    case .decided: Text(it: "c'è una decisione", en: "there is a decision")
    case .proposed:
      Text(it: "c'è una proposta, senza decisione", en: "there is a proposal, without a decision")
    case .rejected: Text(it: "proposte tutte respinte", en: "proposals all rejected")
    case .remarked:
      Text(
        it: "osservato, senza proposte né decisioni", en: "remarked, without proposals or decisions"
      )
    }
  }
}
