internal import Warehouse

/// The answer key: what must come of every delivery, and what the indicators must add up to.
struct AnswerKey {
  private var head: [(String, JSON)]
  private var sources: [(publisher: String, dataset: String, members: [(String, JSON)])] = []
  private var totals: JSON?
  /// What the request sources of the sample deliver; none where it has no such source.
  private(set) var exports: [RequestExport] = []
  /// By dataset of a register, ids of the rows it must be refused.
  private var refused: [String: Set<String>] = [:]

  init(seed: UInt64, requests: Int, asOf: Day) {
    head = [
      ("nota", .string("Dati sintetici: nessuna persona, nessun ente e nessuna richiesta è vera.")),
      ("seme", .string("\(seed)")), ("richieste_generate", .int(requests)),
      ("al", .string("\(asOf)")), ("definizioni", AnswerKey.definitions),
    ]
  }

  /// A source whose current rows are told by the totals.
  mutating func add(
    publisher: String, _ dataset: String, _ plan: DeliveryPlan, _ ledgers: [DeliveryLedger]
  ) {
    add(
      publisher: publisher, dataset, policy: plan.policy, ledgers, current: nil)
  }

  mutating func add(
    publisher: String, _ dataset: String, policy: DeliveryPlan.Policy, _ ledgers: [DeliveryLedger],
    current: Int?, more: [(String, JSON)] = []
  ) {
    var members: [(String, JSON)] = [
      ("editore", .string(publisher)), ("dataset", .string(dataset)),
      ("politica", .string(policy.rawValue)), ("consegne", .array(ledgers.map(\.json))),
    ]
    if let current { members.append(("correnti", .int(current))) }
    sources.append((publisher, dataset, members + more))
  }

  mutating func add(_ export: RequestExport) { exports.append(export) }

  mutating func add(refused ids: Set<String>, of dataset: String) {
    refused[dataset, default: []].formUnion(ids)
  }

  /// False when no delivery holds the request under its owner's number. Where no requests are delivered
  /// nobody can say.
  func holds(_ need: Need) -> Bool {
    exports.isEmpty
      || exports.contains { $0.source == need.owner && $0.current(of: need) != nil }
  }

  /// False when the row of a register written before was refused.
  func holds(_ id: String, of dataset: String) -> Bool {
    refused[dataset]?.contains(id) != true
  }

  mutating func setTotals(_ truth: RequestTruth) {
    totals = truth.json
    for i in sources.indices where sources[i].dataset == "richieste" {
      guard let source = AnswerKey.receivers[sources[i].publisher] else { continue }
      let count = truth.current[source] ?? 0
      let copies = source == .platform ? truth.copies : 0
      sources[i].members.append(("correnti", .int(count - copies)))
      sources[i].members.append(("correnti_con_copie", .int(count)))
    }
  }

  func write(to path: String) throws(SampleError) {
    var members = head
    members.append(("fonti", .array(sources.map { .object($0.members) })))
    if let totals { members.append(("totali", totals)) }
    var out = try ByteWriter(path: path)
    JSON.object(members).write(to: &out)
    out.newline()
    _ = try out.close()
  }

  private static let receivers: [String: RequestSource] = [
    Municipality.publisher: .municipality, Ambito.publisher: .ambito,
    Platform.publisher: .platform,
  ]

  private static let definitions = JSON.object([
    ("lette", .string("righe di dati: titolo, intestazione e totale non si contano")),
    ("righe", .string("numeri di riga nel file; mancano oltre le \(DeliveryLedger.linesKept)")),
    (
      "id-ripetuto",
      .string("il rilievo sta sulla seconda riga; entrambe sono tenute, vale la seconda")
    ),
    (
      "riferimento-sconosciuto",
      .string(
        "fra una fonte e l'altra: sta sulla prima riga tenuta che nomina ciò che nessuna consegna ha"
      )
    ),
    (
      "ente-non-qualificato",
      .string(
        "fra una fonte e l'altra: offerte, bozze escluse, cominciate quando l'ente non era qualificato"
      )
    ),
    ("correnti", .string("righe nella vista corrente dopo politica, versioni e id_origine")),
    ("attivate", .string("richieste correnti con data_avvio")),
    ("aperte", .string("senza data_avvio e con esito ricevuta, valutata o in_attesa")),
    (
      "persone",
      .string(
        "persone distinte: chi ha un identificativo leggibile, e una per ogni riga anonima")
    ),
    ("anonime", .string("richieste correnti con ANONIMO al posto dell'identificativo")),
  ])
}
