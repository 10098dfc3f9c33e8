internal import Warehouse

/// The services published on the platform, and the Punti di Prossimità it knows.
struct Offers {
  private static let columns = [
    ("id_servizio", "id"), ("ente", "ente"), ("servizio", "nodo"), ("area_utenza", "area"),
    ("titolo", "titolo"), ("comuni", "comuni"), ("gratuita", "gratuita"), ("prezzo", "prezzo"),
    ("condivisa", "condivisa"), ("modalita", "formula"), ("regime", "regime"),
    ("capacita", "capacita.quanta"), ("unita_capacita", "capacita.unita"), ("stato", "stato"),
    ("data_inizio", "dal"), ("data_fine", "al"),
  ]
  private static let count = 120
  private static let formulas = ["domicilio", "sede", "online", "chiamata"]

  private struct Offer {
    var organisation: Organisations.Organisation
    var service: Int
    var area: Int
    var comuni: [Int]?
    var capacity: Int
    var isPlaces: Bool
    var status: String
    var startsOn: Day
    var endsOn: Day?
    /// Cents an hour; nil when free.
    var price: Int?
    var isShared: Bool
    var formula: String
  }

  let world: World
  let organisations: Organisations
  /// Nil in a sample without them: nobody can say then who was qualified.
  let applications: Applications?

  /// Writes the offers.
  func write(_ root: String, _ key: inout AnswerKey) throws(SampleError) -> SampleFile {
    let folder = try SourceFolder(root: root, publisher: Platform.publisher, dataset: "servizi")
    let name = "\(world.asOf).ndjson"
    let path = folder.delivery(name)
    var out = try ByteWriter(path: path)
    var ledger = DeliveryLedger(file: name)
    var active = [Int](repeating: 0, count: ServiceMix.services.count + 1)
    var places = active
    for index in 0..<Offers.count {
      let offer = offer(index)
      let fault = Offers.fault(index)
      ledger.row(refused: fault.refuses)
      if let code = fault.finding, fault != .repeatedRow { ledger.note(code, line: out.line) }
      var line = out.line
      write(offer, index, fault, to: &out)
      if fault == .repeatedRow {
        ledger.row()
        line = out.line
        ledger.note(.repeatedID, line: line)
        write(offer, index, fault, to: &out)
      }
      if let applications, !fault.refuses, offer.status != "bozza",
        !applications.isQualified(index % organisations.all.count, on: offer.startsOn)
      {
        ledger.note(.unqualifiedOffer, line: line)
      }
      guard !fault.refuses, offer.status == "pubblicato", offer.startsOn <= world.asOf,
        world.asOf <= offer.endsOn ?? world.asOf
      else { continue }
      let service = fault == .unknownService ? active.count - 1 : offer.service
      active[service] += 1
      if offer.isPlaces, fault != .invalidNumber { places[service] += offer.capacity }
    }
    let bytes = try out.close()
    try describe(folder)
    let names = ServiceMix.services + ["ND"]
    key.add(
      publisher: Platform.publisher, "servizi", policy: .cumulative, [ledger],
      current: Offers.count - (0..<Offers.count).count { Offers.fault($0).refuses },
      more: [
        (
          "offerte_attive",
          .object([
            ("colonne", .array(["servizio", "offerte", "posti"].map(JSON.string))),
            (
              "righe",
              .array(
                active.indices.filter { active[$0] > 0 }.map {
                  .array([.string(names[$0]), .int(active[$0]), .int(places[$0])])
                })
            ),
          ])
        )
      ])
    return SampleFile(path: path, rows: ledger.read, bytes: bytes)
  }

  private func offer(_ index: Int) -> Offer {
    var random = RandomStream(seed: world.seed, .offer, index)
    let organisation = organisations.all[index % organisations.all.count]
    let area = WeightedChoice([22, 18, 24, 20, 1, 3, 6, 2, 4]).pick(random.unit())
    let mix = ServiceMix.choices[area]
    let service = mix.services[mix.pick.pick(random.unit())]
    let isStructure = "DE".contains(ServiceMix.services[service].prefix(1))
    let draw = random.unit()
    let start = world.season.firstDay - 300 + random.below(1100)
    return Offer(
      organisation: organisation, service: service, area: area,
      comuni: random.chance(0.08) ? nil : organisation.served,
      capacity: isStructure ? 8 + random.below(30) : 5 * (1 + random.below(12)),
      isPlaces: isStructure || random.chance(0.3),
      status: draw < 0.84
        ? "pubblicato" : draw < 0.9 ? "sospeso" : draw < 0.96 ? "ritirato" : "bozza",
      startsOn: start, endsOn: random.chance(0.2) ? start + 200 + random.below(900) : nil,
      price: random.chance(0.6) ? nil : 500 + 50 * random.below(40),
      isShared: random.chance(0.3), formula: isStructure ? "sede" : Offers.formulas[random.below(4)]
    )
  }

  /// Five known mistakes.
  private static func fault(_ index: Int) -> Fault {
    switch index {
    case 17: .unknownService
    case 31: .invalidNumber
    case 47: .repeatedRow
    case 63: .misspeltComune
    case 79: .missingValue
    default: .none
    }
  }

  private func write(_ o: Offer, _ index: Int, _ fault: Fault, to out: inout ByteWriter) {
    let comuni = world.territory.comuni
    var places = o.comuni?.map { comuni[$0].code } ?? ["tutti"]
    if fault == .misspeltComune {
      places =
        (o.comuni ?? [o.organisation.comune]).map { comuni[$0].code }
        + [world.territory.misspelling(of: comuni[o.organisation.comune].name)]
    }
    var members: [(String, JSON)] = [
      ("id", .string("OFF-\(index + 1)")), ("ente", .string(o.organisation.code)),
      (
        "nodo",
        .string(
          fault == .unknownService
            ? PlatformWords.unknownNode : PlatformWords.nodeOfService[o.service])
      ),
      ("area", .string(ServiceMix.areas[o.area])),
      ("titolo", .string("Offerta sintetica n. \(index + 1)")),
      ("comuni", .array(places.map(JSON.string))),
    ]
    if fault != .missingValue { members.append(("gratuita", .bool(o.price == nil))) }
    if let price = o.price {
      members.append(
        ("prezzo", .string("\(price / 100).\(price % 100 < 10 ? "0" : "")\(price % 100)")))
    }
    members += [
      ("condivisa", .bool(o.isShared)), ("formula", .string(o.formula)),
      ("regime", .string("territoriale")),
      (
        "capacita",
        .object([
          ("quanta", fault == .invalidNumber ? .string("da definire") : .int(o.capacity)),
          ("unita", .string(o.isPlaces ? "posti" : "ore_settimana")),
        ])
      ),
      ("stato", .string(o.status)), ("dal", .string("\(o.startsOn)")),
    ]
    if let end = o.endsOn { members.append(("al", .string("\(end)"))) }
    JSON.object(members).writeInline(to: &out)
    out.newline()
  }

  private func describe(_ folder: SourceFolder) throws(SampleError) {
    try folder.describe([
      ("editore", .string("Piattaforma sintetica")),
      ("titolo", .string("Servizi offerti sulla piattaforma (dati sintetici)")),
      ("politica", .string("cumulativa")), ("formato", .string("ndjson")),
      ("formato_data", .string("aaaa-mm-gg")), ("numeri", .string("internazionali")),
      ("note", .string("Offerte di enti inventati.")),
    ])
    try folder.map(
      "columns", header: ["campo", "2000-01-01"], Offers.columns.map { [$0.0, $0.1] })
    try folder.map(
      "values", header: ["campo", "valore", "codice", "motivo"],
      folder.values(
        "servizio", PlatformWords.nodes.map { ($0.node, $0.service) }, reason: "nodi dell'imbuto"))
  }
}
