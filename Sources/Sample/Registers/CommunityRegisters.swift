internal import Warehouse

/// What citizens do for each other on the platform: offers, exchanges, matches, transport.
struct CommunityRegisters {
  static let editore = "Piattaforma sintetica"

  let world: World
  let organisations: Organisations
  /// Citizens who offer something.
  private var givers: Int { max(20, world.requests / 60) }

  func write(_ root: String, _ key: inout AnswerKey) throws(SampleError) -> [SampleFile] {
    [
      try resources(root, &key), try exchanges(root, &key), try matches(root, &key),
      try transport(root, &key), try companies(root, &key),
    ]
  }

  private func giver(_ index: Int) -> Person {
    var random = world.stream("risorse", index)
    return world.people.person(random.below(world.people.count))
  }

  private func resources(_ root: String, _ key: inout AnswerKey) throws(SampleError) -> SampleFile {
    var out = try Register(
      root, publisher: Platform.publisher, dataset: "risorse", on: world.asOf,
      columns: [
        "id_offerta", "id_persona", "comune", "tipo", "servizio", "quantita", "unita",
        "data_inizio", "data_fine",
      ],
      faults: [
        6: .unknownWord("tipo"), 18: .missing("data_inizio"),
        27: .noNumber("quantita", refuses: false),
      ])
    for i in 0..<givers {
      let person = giver(i)
      var random = world.stream("risorsa", i)
      let kind = WeightedChoice([55, 25, 20]).pick(random.unit())
      let start = world.season.firstDay + random.below(world.asOf - world.season.firstDay)
      out.row([
        "RIS-\(i + 1)", Identifiers.text(person), world.code(person.comune),
        ["tempo", "competenza", "bene"][kind],
        kind == 2 ? nil : ["C3", "C4", "B4"][random.below(3)],
        "\(1 + random.below(6))", kind == 2 ? "pezzi" : "ore a settimana", "\(start)",
        random.chance(0.3) ? "\(start + 90 + random.below(200))" : nil,
      ])
    }
    return try out.finish(
      editore: CommunityRegisters.editore, titolo: "Risorse dei cittadini", &key)
  }

  private func exchanges(_ root: String, _ key: inout AnswerKey) throws(SampleError) -> SampleFile {
    var out = try Register(
      root, publisher: Platform.publisher, dataset: "scambi", on: world.asOf,
      columns: [
        "id_scambio", "data", "donatore", "ricevente", "comune_donatore", "comune_ricevente",
        "tipo", "ambito", "servizio", "ore", "quantita", "valore_euro",
      ],
      faults: [
        9: .missing("ricevente"), 16: .noDay("data", refuses: true), 24: .unknownWord("ambito"),
        37: .repeated,
      ])
    let first = world.asOf - 540
    for i in 0..<(world.requests / 22) {
      var random = world.stream("scambi", i)
      let donor = giver(random.below(givers))
      // Now and then who has received gives back: somebody who gives, too.
      let recipient =
        random.chance(0.4)
        ? giver(random.below(givers)) : world.people.person(random.below(world.people.count))
      guard donor.index != recipient.index else { continue }
      let isGoods = random.chance(0.25)
      out.row([
        "SCA-\(i + 1)", "\(first + random.below(541))", Identifiers.text(donor),
        Identifiers.text(recipient), world.code(donor.comune), world.code(recipient.comune),
        isGoods ? "bene" : random.chance(0.7) ? "tempo" : "competenza",
        isGoods ? "cose" : random.chance(0.9) ? "persone" : "ambiente",
        isGoods ? nil : ["C3", "C4", "B4"][random.below(3)],
        isGoods ? nil : tenths(5 * (1 + random.below(8))), isGoods ? "1" : nil,
        isGoods ? euros(500 * (1 + random.below(20))) : nil,
      ])
    }
    return try out.finish(editore: CommunityRegisters.editore, titolo: "Scambi", &key)
  }

  private func matches(_ root: String, _ key: inout AnswerKey) throws(SampleError) -> SampleFile {
    var out = try Register(
      root, publisher: Platform.publisher, dataset: "abbinamenti", on: world.asOf,
      columns: [
        "id_abbinamento", "id_richiesta", "id_offerta", "data_proposta", "data_accettazione",
        "esito",
      ], faults: [11: .unknownWord("esito"), 20: .missing("id_richiesta")])
    for index in 0..<world.requests {
      var random = world.stream("abbinamenti", index)
      guard random.below(10) == 0 else { continue }
      let need = world.need(index)
      guard need.owner == .platform else { continue }
      let proposed = need.received + 1 + random.below(20)
      guard proposed <= world.asOf else { continue }
      let answered = proposed + random.below(12)
      let draw = random.unit()
      let outcome =
        answered > world.asOf
        ? "proposto" : draw < 0.62 ? "accettato" : draw < 0.85 ? "rifiutato" : "scaduto"
      let resource = "RIS-\(1 + random.below(givers))"
      out.row(
        [
          "ABB-\(index + 1)", RequestNumber.text(need, of: .platform, world.season), resource,
          "\(proposed)", outcome == "accettato" ? "\(answered)" : nil, outcome,
        ],
        unknown: (key.holds(need) ? [] : ["id_richiesta"])
          + (key.holds(resource, of: "risorse") ? [] : ["id_offerta"]))
    }
    return try out.finish(editore: CommunityRegisters.editore, titolo: "Abbinamenti", &key)
  }

  private func transport(_ root: String, _ key: inout AnswerKey) throws(SampleError) -> SampleFile {
    var out = try Register(
      root, publisher: Platform.publisher, dataset: "trasporti", on: world.asOf,
      columns: [
        "id_trasporto", "data", "comune_origine", "comune_destinazione", "motivo",
        "fascia_oraria", "ausili", "accompagnatore", "soddisfatto", "modo", "attesa_minuti",
        "costo", "ente",
      ],
      faults: [
        8: .unknownComune(
          "comune_destinazione",
          world.territory.misspelling(
            of: world.territory.comuni[1 % world.territory.comuni.count].name)),
        21: .missing("soddisfatto"), 34: .unknownWord("motivo"),
      ])
    // People go to the largest comuni, mostly to the one of their ambito.
    let size = WeightedChoice(
      world.territory.comuni.map { Double($0.residents) * Double($0.residents) })
    for i in 0..<(world.requests / 24) {
      var random = world.stream("trasporti", i)
      let person = world.people.person(random.below(world.people.count))
      let isFar = world.territory.comuni[person.comune].minutesToPole > 35
      let isMet = random.chance(isFar ? 0.55 : 0.8)
      out.row([
        "TRA-\(i + 1)", "\(world.asOf - 1 - random.below(540))", world.code(person.comune),
        world.code(size.pick(random.unit())),
        ["cura", "esami", "spesa", "socialita", "pdp"][
          WeightedChoice([34, 22, 22, 14, 8]).pick(
            random.unit())], ["8-10", "10-12", "15-18"][random.below(3)],
        yesNo(random.chance(0.2)), yesNo(random.chance(0.35)), yesNo(isMet),
        isMet ? ["volontari", "servizio comunale", "taxi sociale"][random.below(3)] : nil,
        isMet ? "\(5 * random.below(13))" : nil, isMet ? euros(100 * random.below(25)) : nil,
        isMet ? organisations.all[random.below(10)].code : nil,
      ])
    }
    return try out.finish(editore: CommunityRegisters.editore, titolo: "Trasporti", &key)
  }

  private func companies(_ root: String, _ key: inout AnswerKey) throws(SampleError) -> SampleFile {
    var out = try Register(
      root, publisher: Platform.publisher, dataset: "aziende", on: world.asOf,
      columns: [
        "id_azienda", "anno", "dipendenti", "comune", "servizio", "importo", "prestazioni",
      ], faults: [4: .noNumber("dipendenti", refuses: false), 10: .missing("anno")])
    let size = WeightedChoice(world.territory.comuni.map { Double($0.residents) })
    for company in 0..<12 {
      var random = world.stream("aziende", company)
      let comune = size.pick(random.unit())
      let employees = 15 + random.below(180)
      for year in [world.asOf.year - 1, world.asOf.year] {
        for service in ["D1", "B4", "C3"] where random.chance(0.6) {
          let deliveries = 5 + random.below(employees)
          out.row([
            "AZ-\(company + 1)", "\(year)", "\(employees)", world.code(comune), service,
            euros(deliveries * (3000 + random.below(4000))), "\(deliveries)",
          ])
        }
      }
    }
    return try out.finish(editore: CommunityRegisters.editore, titolo: "Welfare aziendale", &key)
  }
}
