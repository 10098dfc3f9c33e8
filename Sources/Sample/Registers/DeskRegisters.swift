internal import Warehouse

/// What the ambito's desk keeps: contacts, cases, referrals and waiting lists.
struct DeskRegisters {
  private static let publisher = Ambito.publisher
  private static let editore = "Ambito sintetico"

  let world: World
  let organisations: Organisations

  func write(_ root: String, _ key: inout AnswerKey) throws(SampleError) -> [SampleFile] {
    [
      try contacts(root, &key), try cases(root, &key), try referrals(root, &key),
      try waitingLists(root, &key),
    ]
  }

  private var misspelling: String {
    world.territory.misspelling(of: world.territory.comuni[0].name)
  }

  private func contacts(_ root: String, _ key: inout AnswerKey) throws(SampleError) -> SampleFile {
    var out = try Register(
      root, publisher: DeskRegisters.publisher, dataset: "contatti", on: world.asOf,
      columns: [
        "id_contatto", "data", "punto", "canale", "comune", "id_persona", "motivo", "inviato_da",
        "prima_volta", "fase", "esito", "id_richiesta", "annullato",
      ],
      faults: [
        12: .missing("data"), 25: .unknownComune("comune", misspelling), 31: .unknownWord("esito"),
        40: .repeated,
      ])
    let reasons = [
      ("informazioni sui servizi", "informazioni"), ("domanda di domiciliare", "domiciliare"),
      ("bonus e contributi", "contributi"), ("pratiche in linea", "pratiche"),
    ]
    let senders = [
      ("medico di base", "medico"), ("parrocchia", "parrocchia"), ("scuola", "scuola"),
      ("passaparola", "passaparola"),
    ]
    for index in 0..<world.requests {
      var random = world.stream("contatti", index)
      guard random.below(16) == 0 else { continue }
      let need = world.need(index)
      let asksForMore = random.chance(0.45)
      out.row(
        [
          "SEG-\(index + 1)", "\(need.received - random.below(5))",
          "PUA-\(need.person.comune % 5 + 1)",
          random.chance(0.7) ? "sportello" : "telefono", world.code(need.person.comune),
          random.chance(0.7) ? Identifiers.text(need.person) : nil, reasons[random.below(4)].0,
          random.chance(0.5) ? senders[random.below(4)].0 : nil, yesNo(random.chance(0.6)),
          ["ascolto", "orientamento", "accesso"][random.below(3)],
          asksForMore
            ? (random.chance(0.5) ? "proposta_presa_in_carico" : "appuntamento")
            : (random.chance(0.7) ? "informazione" : "invio"),
          asksForMore && need.owner == .ambito
            ? RequestNumber.text(need, of: need.owner, world.season) : nil,
          yesNo(random.chance(0.02)),
        ], unknown: key.holds(need) ? [] : ["id_richiesta"])
    }
    return try out.finish(
      editore: DeskRegisters.editore, titolo: "Contatti del segretariato sociale",
      words: [("motivo", reasons), ("inviato_da", senders)], &key)
  }

  private func cases(_ root: String, _ key: inout AnswerKey) throws(SampleError) -> SampleFile {
    var out = try Register(
      root, publisher: DeskRegisters.publisher, dataset: "casi", on: world.asOf,
      columns: [
        "id_caso", "id_persona", "comune", "area_utenza", "data_apertura", "data_chiusura",
        "motivo_chiusura", "in_carico_a", "enti", "obiettivi_breve", "obiettivi_medio",
        "obiettivi_lungo",
      ],
      faults: [9: .missing("id_persona"), 17: .noDay("data_chiusura", refuses: false)])
    let closings = [
      ("bisogno risolto", "risolto"), ("trasferimento", "trasferimento"), ("rinuncia", "rinuncia"),
    ]
    for index in 0..<world.requests {
      var random = world.stream("casi", index)
      guard random.below(20) == 0 else { continue }
      let need = world.need(index)
      guard let taken = need.takenOn ?? need.started, taken <= world.asOf else { continue }
      let closed = random.chance(0.4) ? taken + 60 + random.below(300) : nil
      let isShared = random.chance(0.35)
      let organisation = organisations.all[random.below(organisations.all.count)]
      let goal = { (random: inout RandomStream) in "\(1 + random.below(3))" }
      let isClosed = closed.map { $0 <= world.asOf } ?? false
      out.row([
        "CAS-\(index + 1)", Identifiers.text(need.person), world.code(need.person.comune),
        ServiceMix.areas[need.area], "\(taken)", isClosed ? "\(closed!)" : nil,
        isClosed ? closings[random.below(3)].0 : nil,
        isShared
          ? "servizio_sociale|" + ["sanita", "volontariato", "parrocchia"][random.below(3)]
          : "servizio_sociale",
        isShared ? organisation.code : nil, goal(&random), isClosed ? goal(&random) : nil,
        isClosed ? goal(&random) : nil,
      ])
    }
    return try out.finish(
      editore: DeskRegisters.editore, titolo: "Casi in carico",
      words: [("motivo_chiusura", closings)], &key)
  }

  private func referrals(_ root: String, _ key: inout AnswerKey) throws(SampleError) -> SampleFile {
    var out = try Register(
      root, publisher: DeskRegisters.publisher, dataset: "invii", on: world.asOf,
      columns: [
        "id_invio", "data", "da_ente", "a_ente", "id_persona", "id_richiesta", "comune",
        "data_arrivo", "esito",
      ], faults: [14: .unknownComune("comune", misspelling), 22: .missing("a_ente")])
    // Few organisations refer to few: a network, not a crowd.
    let members = min(12, organisations.all.count)
    for index in 0..<world.requests {
      var random = world.stream("invii", index)
      guard random.below(26) == 0 else { continue }
      let need = world.need(index)
      let from = random.below(members)
      let to = (from + 1 + random.below(4)) % members
      let arrived = need.received + 2 + random.below(50)
      let hasArrived = random.chance(0.72) && arrived <= world.asOf
      out.row(
        [
          "INV-\(index + 1)", "\(need.received)", organisations.all[from].code,
          organisations.all[to].code, Identifiers.text(need.person),
          need.owner == .ambito ? RequestNumber.text(need, of: need.owner, world.season) : nil,
          world.code(need.person.comune), hasArrived ? "\(arrived)" : nil,
          hasArrived ? "presa in carico" : "nessuna notizia",
        ], unknown: key.holds(need) ? [] : ["id_richiesta"])
    }
    return try out.finish(editore: DeskRegisters.editore, titolo: "Invii fra organizzazioni", &key)
  }

  private func waitingLists(
    _ root: String, _ key: inout AnswerKey
  ) throws(SampleError) -> SampleFile {
    var out = try Register(
      root, publisher: DeskRegisters.publisher, dataset: "liste_attesa", on: world.asOf,
      columns: ["data_rilevazione", "comune", "servizio", "in_attesa"],
      faults: [5: .unknownWord("servizio"), 11: .noNumber("in_attesa", refuses: true)])
    let days = [
      DeliveryPlan.quarterEnd(before: DeliveryPlan.quarterEnd(before: world.asOf)),
      DeliveryPlan.quarterEnd(before: world.asOf), world.asOf,
    ]
    let places = world.territory.comuni.indices.filter {
      world.territory.comuni[$0].ats == world.territory.ambito
    }
    for (i, day) in days.enumerated() {
      for place in places {
        for service in ["C1", "D1"] {
          var random = world.stream(
            "liste_attesa", (i * 1000 + place) * 2 + (service == "C1" ? 0 : 1))
          let expected = 3 + world.territory.comuni[place].residents / 600
          out.row(["\(day)", world.code(place), service, "\(random.below(2 * expected))"])
        }
      }
    }
    return try out.finish(editore: DeskRegisters.editore, titolo: "Liste d'attesa", &key)
  }
}
