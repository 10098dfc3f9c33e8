internal import Warehouse

/// Searches in the platform's funnel, step by step: sessions that are nobody's.
struct SearchLog {
  let world: World
  let desks: Desks

  func write(_ root: String, _ key: inout AnswerKey) throws(SampleError) -> SampleFile {
    var out = try Register(
      root, publisher: Platform.publisher, dataset: "ricerche", on: world.asOf,
      columns: [
        "id_sessione", "data_ora", "attore", "id_punto", "comune", "passo", "nodo",
        "modalita_scelta", "risultati", "posizione_scelta", "esito",
      ],
      faults: [
        15: .noNumber("risultati", refuses: true),
        33: .unknownComune(
          "comune",
          world.territory.misspelling(
            of: world.territory.comuni[2 % world.territory.comuni.count].name)),
        61: .missing("nodo"),
      ])
    let first = world.asOf - 364
    let size = WeightedChoice(world.territory.comuni.map { Double($0.residents) })
    for session in 0..<(world.requests / 24) {
      var random = world.stream("ricerche", session)
      let comune = size.pick(random.unit())
      let isFar = world.territory.comuni[comune].minutesToPole > 35
      let atDesk = random.chance(0.25)
      let actor = atDesk ? "operatore_pdp" : random.chance(0.02) ? "test" : "cittadino"
      let day = first + random.below(365)
      let minute = 8 * 60 + random.below(11 * 60)
      let branch = 1 + WeightedChoice([20, 34, 8, 12, 8, 12, 6]).pick(random.unit())
      let steps = 2 + random.below(2)
      for step in 1...steps {
        let isLast = step == steps
        // Fewer results the further from town.
        let results = isLast ? random.below(isFar ? 3 : 7) : 8 + random.below(12)
        let gaveUp = isLast ? results == 0 || random.chance(atDesk ? 0.25 : 0.45) : false
        let clock = minute + step
        out.row([
          "S\(session + 1)", "\(day)T\(two(clock / 60)):\(two(clock % 60)):00", actor,
          atDesk ? desks.id(nearest: comune) : nil, random.chance(0.9) ? world.code(comune) : nil,
          "\(step)", step == 1 ? "P\(branch)" : "P\(branch).\(1 + random.below(4))",
          ["testo", "icona", "ricerca_libera"][random.below(3)], "\(results)",
          results > 0 && !gaveUp ? "\(1 + random.below(min(results, 3)))" : nil,
          !isLast
            ? "continua" : gaveUp ? "abbandono" : random.chance(0.5) ? "richiesta" : "contatto",
        ])
      }
    }
    return try out.finish(
      editore: CommunityRegisters.editore, titolo: "Ricerche sulla piattaforma", &key)
  }

  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
