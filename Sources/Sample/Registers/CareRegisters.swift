internal import Warehouse

/// Families and carers who look for each other on the platform.
struct CareRegisters {
  let world: World
  private var families: Int { max(30, world.requests / 60) }
  private var carers: Int { max(20, world.requests / 90) }

  func write(_ root: String, _ key: inout AnswerKey) throws(SampleError) -> [SampleFile] {
    [try requests(root, &key), try offers(root, &key), try meetings(root, &key)]
  }

  /// What becomes of a family's request.
  private struct Search {
    var person: Person
    var published: Day
    var carer: Int
    var proposed: Day
    var interviewed: Day?
    var contracted: Day?
    var ended: Day?
    var withdrawn: Day?
  }

  private func search(_ index: Int) -> Search {
    var random = world.stream("assistenza", index)
    let published = world.season.firstDay + random.below(world.asOf - world.season.firstDay)
    let proposed = published + 2 + random.days(median: 12, sigma: 0.7)
    let interviewed = random.chance(0.75) ? proposed + 1 + random.below(9) : nil
    let contracted = interviewed.flatMap { random.chance(0.62) ? $0 + 2 + random.below(14) : nil }
    let ended = contracted.flatMap {
      random.chance(0.5) ? $0 + random.days(median: 140, sigma: 0.9) : nil
    }
    return Search(
      person: world.people.person(random.below(world.people.count)), published: published,
      carer: random.below(carers), proposed: proposed, interviewed: interviewed,
      contracted: contracted, ended: ended,
      withdrawn: contracted == nil && random.chance(0.5) ? proposed + 30 : nil)
  }

  private func seen(_ day: Day?) -> String? {
    day.flatMap { $0 <= world.asOf ? "\($0)" : nil }
  }

  private func requests(_ root: String, _ key: inout AnswerKey) throws(SampleError) -> SampleFile {
    var out = try Register(
      root, publisher: Platform.publisher, dataset: "assistenza_domande", on: world.asOf,
      columns: [
        "id_domanda", "id_nucleo", "comune", "tipo_cura", "ore_settimanali", "convivenza",
        "data_pubblicazione", "data_chiusura", "esito",
      ],
      faults: [7: .unknownWord("tipo_cura"), 19: .missing("data_pubblicazione"), 26: .repeated])
    for i in 0..<families {
      let search = search(i)
      var random = world.stream("assistenza_domande", i)
      let closed = seen(search.contracted ?? search.withdrawn)
      out.row([
        "DOM-\(i + 1)", "NUC-\(i + 1)", world.code(search.person.comune),
        ["cari", "bambini", "casa"][WeightedChoice([70, 18, 12]).pick(random.unit())],
        "\(6 + 2 * random.below(24))", yesNo(random.chance(0.2)), "\(search.published)", closed,
        closed.map { _ in search.contracted == nil ? "ritirata" : "trovata" },
      ])
    }
    return try out.finish(
      editore: CommunityRegisters.editore, titolo: "Domande di assistenza familiare", &key)
  }

  private func offers(_ root: String, _ key: inout AnswerKey) throws(SampleError) -> SampleFile {
    var out = try Register(
      root, publisher: Platform.publisher, dataset: "assistenza_offerte", on: world.asOf,
      columns: [
        "id_offerta", "id_persona", "comune", "qualifica", "ore_settimanali",
        "data_pubblicazione", "data_chiusura", "esito",
      ], faults: [5: .noNumber("ore_settimanali", refuses: false), 12: .missing("comune")])
    for i in 0..<carers {
      var random = world.stream("assistenza_offerte", i)
      let person = world.people.person(random.below(world.people.count))
      let published = world.season.firstDay - random.below(60)
      let closed = random.chance(0.2) ? seen(published + 300 + random.below(400)) : nil
      out.row([
        "ASF-\(i + 1)", Identifiers.text(person), world.code(person.comune),
        ["OSS", "assistente familiare", "nessuna"][random.below(3)], "\(10 + 5 * random.below(8))",
        "\(published)", closed, closed.map { _ in "ritirata" },
      ])
    }
    return try out.finish(
      editore: CommunityRegisters.editore, titolo: "Offerte di assistenza familiare", &key)
  }

  private func meetings(_ root: String, _ key: inout AnswerKey) throws(SampleError) -> SampleFile {
    var out = try Register(
      root, publisher: Platform.publisher, dataset: "assistenza_incontri", on: world.asOf,
      columns: [
        "id_incontro", "id_domanda", "id_offerta", "data_proposta", "data_colloquio",
        "data_contratto", "contratto_regolare", "data_fine",
      ], faults: [9: .missing("id_offerta"), 14: .noDay("data_colloquio", refuses: false)])
    for i in 0..<families {
      let search = search(i)
      guard search.proposed <= world.asOf else { continue }
      var random = world.stream("assistenza_incontri", i)
      let contracted = seen(search.contracted)
      let (request, offer) = ("DOM-\(i + 1)", "ASF-\(search.carer + 1)")
      out.row(
        [
          "INC-\(i + 1)", request, offer, "\(search.proposed)", seen(search.interviewed),
          contracted,
          contracted.map { _ in yesNo(random.chance(0.7)) }, seen(search.ended),
        ],
        unknown: (key.holds(request, of: "assistenza_domande") ? [] : ["id_domanda"])
          + (key.holds(offer, of: "assistenza_offerte") ? [] : ["id_offerta"]))
    }
    return try out.finish(
      editore: CommunityRegisters.editore, titolo: "Incontri fra famiglie e assistenti", &key)
  }
}
