internal import Warehouse

/// Visits to the Punti di Prossimità: those that became requests, and those that did not.
struct DeskVisits {
  static let publisher = "pdp-sintetici"

  private static let reasons = [
    ("primo orientamento", "orientamento"), ("compilazione della domanda", "domanda"),
    ("informazioni sullo stato", "stato"), ("assistenza SPID", "spid"),
    ("accompagnamento", "accompagnamento"),
  ]
  private static let fields = [
    "id_accesso", "id_punto", "data_ora", "comune", "motivo", "servizi_orientati", "assistito",
    "non_autonomo_digitale", "fascia_eta", "cittadinanza", "durata_minuti", "id_richiesta", "esito",
  ]
  private static let rates: [(Fault, Int)] = [
    (.missingValue, 300), (.invalidRequestDate, 300), (.misspeltComune, 400), (.invalidNumber, 400),
    (.repeatedRow, 300),
  ]

  let world: World
  let desks: Desks

  func write(_ root: String, _ key: inout AnswerKey) throws(SampleError) -> SampleFile {
    let folder = try SourceFolder(
      root: root, publisher: DeskVisits.publisher, dataset: "accessi_pdp")
    let name = "\(world.asOf).csv"
    let path = folder.delivery(name)
    var out = try ByteWriter(path: path)
    var ledger = DeliveryLedger(file: name)
    var perDesk = [Int](repeating: 0, count: desks.all.count)
    var assisted = 0
    out.row(DeskVisits.fields, separator: ",")
    var number = 0
    for index in 0..<world.requests {
      var random = RandomStream(seed: world.seed, .access, index)
      let isOther = random.below(40) == 0
      let need = world.need(index)
      let isRequest = need.channel == .proximityPoint
      guard isRequest || isOther else { continue }
      number += 1
      let fault = DeskVisits.fault(random.below(100_000))
      let isAssisted = isRequest ? need.isAssisted : random.chance(0.5)
      ledger.row(refused: fault.refuses)
      if let code = fault.finding, fault != .repeatedRow { ledger.note(code, line: out.line) }
      let cells = row(need, number, fault, isRequest, isAssisted, &random)
      var line = out.line
      out.row(cells, separator: ",")
      if fault == .repeatedRow {
        ledger.row()
        line = out.line
        ledger.note(.repeatedID, line: line)
        out.row(cells, separator: ",")
      }
      guard !fault.refuses else { continue }
      if isRequest, !key.holds(need) {
        ledger.note(
          unknown: RequestNumber.text(need, of: need.owner, world.season), in: "id_richiesta",
          line: line)
      }
      perDesk[desks.index(nearest: need.person.comune)] += 1
      if isAssisted { assisted += 1 }
    }
    let bytes = try out.close()
    try folder.describe([
      ("editore", .string("Punti di Prossimità sintetici")),
      ("titolo", .string("Accessi ai Punti di Prossimità (dati sintetici)")),
      ("politica", .string("cumulativa")), ("formato", .string("csv")),
      ("formato_data", .string("aaaa-mm-gg")), ("numeri", .string("internazionali")),
      ("note", .string(SourceFolder.ownWordsAlone)),
    ])
    try folder.mapOwnWords([("motivo", DeskVisits.reasons)])
    key.add(
      publisher: DeskVisits.publisher, "accessi_pdp", policy: .cumulative, [ledger],
      current: perDesk.reduce(0, +),
      more: [
        ("assistiti", .int(assisted)),
        (
          "per_punto",
          .object(desks.all.indices.map { (desks.all[$0].id, JSON.int(perDesk[$0])) })
        ),
      ])
    return SampleFile(path: path, rows: ledger.read, bytes: bytes)
  }

  private func row(
    _ need: Need, _ number: Int, _ fault: Fault, _ isRequest: Bool, _ isAssisted: Bool,
    _ random: inout RandomStream
  ) -> [String] {
    let age = need.received.year - need.person.birthYear
    let comune = world.territory.comuni[need.person.comune]
    let minute = 9 * 60 + random.below(8 * 60)
    let time = "\(pad(minute / 60)):\(pad(minute % 60))"
    return [
      "V\(number)", fault == .missingValue ? "" : desks.id(nearest: need.person.comune),
      fault == .invalidRequestDate ? "2025-02-30 \(time)" : "\(need.received) \(time)",
      fault == .misspeltComune ? world.territory.misspelling(of: comune.name) : comune.code,
      DeskVisits.reasons[isRequest ? 1 : random.below(5)].0,
      need.area == 8 ? "A1" : "A1|\(ServiceMix.services[need.service])", isAssisted ? "S" : "N",
      random.chance(age >= 65 ? 0.6 : 0.15) ? "S" : "N", band(age),
      ["ITA", "UE", "EXTRA"][need.person.citizenship.rawValue],
      fault == .invalidNumber ? "un quarto d'ora" : "\(5 + random.below(40))",
      isRequest ? RequestNumber.text(need, of: need.owner, world.season) : "",
      isRequest ? "richiesta" : ["informazione", "rinvio", "nessuno"][random.below(3)],
    ]
  }

  private func pad(_ value: Int) -> String { (value < 10 ? "0" : "") + "\(value)" }

  private func band(_ age: Int) -> String {
    age < 18 ? "0-17" : age < 65 ? "18-64" : age < 75 ? "65-74" : age < 85 ? "75-84" : "85+"
  }

  private static func fault(_ draw: Int) -> Fault {
    var left = draw
    for (fault, rate) in rates {
      left -= rate
      if left < 0 { return fault }
    }
    return .none
  }
}
