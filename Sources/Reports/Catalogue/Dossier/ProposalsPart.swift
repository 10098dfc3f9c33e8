import Indicators

/// E2: what was proposed to the table, what became of it and why, in the words of who delivered it.
enum ProposalsPart {
  static func section(_ dossier: Dossier) -> Section? {
    let language = dossier.language
    let words = ProposalPhrases.self
    let evidence = dossier.context.evidence
    let proposals = evidence.proposals.filter { $0.procedure == dossier.brief.procedure }
    if proposals.isEmpty { return nil }
    let states: [String?] = words.states + [nil]
    let ordered = states.flatMap { wanted in proposals.filter { words.known($0) == wanted } }
    let counts = states.compactMap { wanted -> String? in
      let count = proposals.count { words.known($0) == wanted }
      return count == 0
        ? nil : words.name(ofState: wanted)[language] + " " + language.integer(count)
    }
    func text(_ text: String?) -> Cell {
      text.flatMap { $0.isEmpty ? nil : Cell.text($0) } ?? Cell(.none, mark: .notReceived)
    }
    func name(_ code: String?, _ list: [NamedCode]) -> Cell {
      text(code.map { code in list.first { $0.code == code }?.name[language] ?? code })
    }
    let table = Table(
      id: "proposte-tavolo", caption: words.caption[language], sheetName: words.title[language],
      columns: [
        Table.Column(DecisionPhrases.numberTitle[language]),
        Table.Column(words.proposal[language], width: 50).delivered(),
        Table.Column(words.state[language], width: 18),
        Table.Column(words.grounds[language], width: 50).delivered(),
        Table.Column(ViewPhrases.userArea[language], width: 28),
        Table.Column(ViewPhrases.service[language], width: 34),
      ],
      rows: ordered.map { one in
        [
          .text(one.number), .text(one.text),
          .text(words.state(of: one)[language]), text(one.grounds),
          name(one.userArea, evidence.userAreas), name(one.service, evidence.services),
        ]
      }, isSortable: ordered.count > 8)
    return Section(
      id: "proposte", title: words.title[language],
      blocks: [
        .sentence(
          Sentence(
            words.lead(
              language, language.integer(proposals.count), counts.joined(separator: "; ")))),
        .table(table),
      ])
  }
}

/// The words of the part on proposals.
enum ProposalPhrases {
  static let title = Text(it: "Proposte e motivazioni", en: "Proposals and reasons")
  static let lead = Text(
    it: "Proposte portate al tavolo: {0} ({1}). Proposte e motivi sono parole del tavolo.",
    en: "Proposals brought to the table: {0} ({1}). Proposals and reasons are words of the table.")
  static let caption = Text(
    it: "Proposte portate al tavolo, con lo stato e il motivo",
    en: "Proposals brought to the table, with their state and reason")
  static let proposal = Text(it: "Proposta", en: "Proposal")
  static let state = Text(it: "Stato", en: "State")
  static let grounds = Text(it: "Motivo", en: "Reason")

  /// Codes of the closed list, what was decided first.
  static let states = ["adottata", "rinviata", "respinta", "discussa", "ricevuta"]

  /// Its state, where it is one of the list.
  static func known(_ one: TableProposal) -> String? {
    one.status.flatMap { states.contains($0) ? $0 : nil }
  }

  static func state(of one: TableProposal) -> Text { name(ofState: known(one)) }

  static func name(ofState code: String?) -> Text {
    switch code {
    case "adottata": Text(it: "adottata", en: "accepted")
    case "rinviata": Text(it: "rinviata", en: "postponed")
    case "respinta": Text(it: "respinta", en: "rejected")
    case "discussa": Text(it: "discussa", en: "discussed")
    case "ricevuta": Text(it: "ricevuta", en: "received")
    default: Text(it: "non indicato", en: "not stated")
    }
  }
}
