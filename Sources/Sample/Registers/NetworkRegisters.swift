internal import Warehouse

/// What the network of organisations tells of itself: applications, places, volunteers, money raised.
struct NetworkRegisters {
  let world: World
  let organisations: Organisations

  func write(_ root: String, _ key: inout AnswerKey) throws(SampleError) -> [SampleFile] {
    [
      try applications(root, &key), try capacity(root, &key), try volunteers(root, &key),
      try fundraising(root, &key),
    ]
  }

  private func applications(
    _ root: String, _ key: inout AnswerKey
  ) throws(SampleError) -> SampleFile {
    var out = try Register(
      root, publisher: Platform.publisher, dataset: "candidature", on: world.asOf,
      columns: [
        "id_candidatura", "ente", "data_candidatura", "data_integrazione_richiesta",
        "data_integrazione", "data_esito", "esito", "data_primo_servizio", "data_sospensione",
        "data_decadenza",
      ], faults: Applications.faults)
    let applications = Applications(world: world)
    for (i, organisation) in organisations.all.enumerated() {
      let one = applications.application(i)
      let seen = { (day: Day?) in day.map { "\($0)" } }
      out.row([
        "CAN-\(i + 1)", organisation.code, "\(one.applied)", seen(one.asked), seen(one.answered),
        seen(one.decided), one.outcome, seen(one.firstService), seen(one.suspended),
        seen(one.lapsed),
      ])
    }
    return try out.finish(
      editore: "Piattaforma sintetica", titolo: "Candidature degli enti", &key)
  }

  private func capacity(_ root: String, _ key: inout AnswerKey) throws(SampleError) -> SampleFile {
    var out = try Register(
      root, publisher: ProviderRegister.publisher, dataset: "capacita", on: world.asOf,
      columns: [
        "data_rilevazione", "ente", "servizio", "comune", "posti_autorizzati",
        "posti_accreditati", "posti_occupati", "lista_attesa", "ore_settimanali",
      ],
      faults: [
        10: .unknownWord("servizio"), 21: .missing("comune"),
        33: .noNumber("lista_attesa", refuses: false),
      ])
    for day in [DeliveryPlan.quarterEnd(before: world.asOf), world.asOf] {
      for (i, organisation) in organisations.all.enumerated() {
        // What does not change from one survey to the next has a stream of its own.
        var fixed = world.stream("sede", i)
        var random = world.stream("capacita\(day)", i)
        let service = ["D2", "D3", "E5", "C1", "D4", "E2"][fixed.below(6)]
        let isStructure = !service.hasPrefix("C")
        let authorised = 10 + fixed.below(40)
        let accredited = authorised - fixed.below(6)
        out.row([
          "\(day)", organisation.code, service, world.code(organisation.comune),
          isStructure ? "\(authorised)" : nil, isStructure ? "\(accredited)" : nil,
          isStructure ? "\(accredited * (70 + random.below(31)) / 100)" : nil,
          "\(random.below(12))", "\(20 + 5 * fixed.below(30))",
        ])
      }
    }
    return try out.finish(editore: "Rete sintetica di enti", titolo: "Posti e ore", &key)
  }

  private func volunteers(_ root: String, _ key: inout AnswerKey) throws(SampleError) -> SampleFile
  {
    var out = try Register(
      root, publisher: ProviderRegister.publisher, dataset: "volontari", on: world.asOf,
      columns: ["ente", "mese", "attivita", "volontari", "ore", "ore_formazione", "rimborsi"],
      faults: [8: .noNumber("ore", refuses: true), 15: .missing("mese")])
    let activities = ["accompagnamento", "ascolto", "doposcuola", "spesa a domicilio"]
    for (i, organisation) in organisations.all.enumerated() where organisation.kind != .enterprise {
      for month in 1...world.asOf.month {
        var random = world.stream("volontari", i * 100 + month)
        let active = 1 + organisation.volunteers * (40 + random.below(50)) / 100
        out.row([
          organisation.code, "\(world.asOf.year)-\(month < 10 ? "0" : "")\(month)",
          activities[i % 4], "\(active)", tenths(active * (40 + random.below(160))),
          random.chance(0.3) ? "\(2 + random.below(8))" : nil, euros(active * random.below(900)),
        ])
      }
    }
    return try out.finish(editore: "Rete sintetica di enti", titolo: "Volontari e ore", &key)
  }

  private func fundraising(
    _ root: String, _ key: inout AnswerKey
  ) throws(SampleError) -> SampleFile {
    var out = try Register(
      root, publisher: ProviderRegister.publisher, dataset: "raccolte", on: world.asOf,
      columns: [
        "ente", "data", "fonte", "importo", "bene", "quantita", "unita", "valore_stimato",
        "vincolato", "programma", "donatori",
      ], faults: [13: .unknownWord("fonte"), 29: .noDay("data", refuses: true)])
    let kinds = [
      "cittadini", "imprese", "fondazioni", "cinque_per_mille", "eventi", "lasciti", "pubblico",
    ]
    let pick = WeightedChoice([40, 14, 8, 6, 20, 2, 10])
    for i in 0..<160 {
      var random = world.stream("raccolte", i)
      let kind = pick.pick(random.unit())
      let isGoods = random.chance(0.2)
      let amount = (kind == 2 || kind == 6 ? 400_000 : 20_000) + 100 * random.below(3000)
      out.row([
        organisations.all[random.below(organisations.all.count)].code,
        "\(world.season.firstDay + random.below(world.asOf - world.season.firstDay))", kinds[kind],
        isGoods ? nil : euros(amount), isGoods ? "generi alimentari" : nil,
        isGoods ? "\(20 + random.below(400))" : nil, isGoods ? "kg" : nil,
        isGoods ? euros(amount / 4) : nil, yesNo(random.chance(0.3)),
        random.chance(0.35) ? "PRJ-\(1 + random.below(3))" : nil,
        kind == 0 || kind == 4 ? "\(5 + random.below(120))" : "1",
      ])
    }
    return try out.finish(editore: "Rete sintetica di enti", titolo: "Raccolte", &key)
  }
}
