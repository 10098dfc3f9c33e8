internal import Warehouse

/// Invented multi-year projects of a foundation, with their results, milestones and contracts.
struct ProjectRegisters {
  private static let publisher = "fondazione-sintetica"
  private static let editore = "Fondazione sintetica"
  private static let titles = ["Porte aperte", "Vicini di casa", "Tempo condiviso"]
  /// CUP of no intervention: the year is before the codes existed.
  private static let cup = ["B99B00000000001", "B99B00000000002", "B99B00000000003"]

  let world: World
  let organisations: Organisations

  func write(_ root: String, _ key: inout AnswerKey) throws(SampleError) -> [SampleFile] {
    [
      try projects(root, &key), try results(root, &key), try milestones(root, &key),
      try awards(root, &key),
    ]
  }

  private func start(_ i: Int) -> Day { Day(year: world.asOf.year - 2, month: 1 + 3 * i, day: 1)! }

  private func projects(_ root: String, _ key: inout AnswerKey) throws(SampleError) -> SampleFile {
    var out = try Register(
      root, publisher: ProjectRegisters.publisher, dataset: "progetti", on: world.asOf,
      columns: [
        "id_progetto", "titolo", "bando", "capofila", "partner", "comuni", "data_inizio",
        "data_fine", "contributo", "cofinanziamento", "raccolta_obiettivo", "innovazione",
      ])
    for (i, title) in ProjectRegisters.titles.enumerated() {
      let lead = organisations.all[i * 5]
      out.row([
        "PRJ-\(i + 1)", "\(title) (progetto inventato)", "bando di esempio", lead.code,
        (1...4).map { organisations.all[i * 5 + $0].code }.joined(separator: "|"),
        lead.served.prefix(12).map(world.code).joined(separator: "|"), "\(start(i))",
        "\(start(i) + 3 * 365)", euros(45_000_000 + 10_000_000 * i), euros(12_000_000),
        euros(6_000_000), ["processo|servizio", "governance", "servizio"][i],
      ])
    }
    return try out.finish(
      editore: ProjectRegisters.editore, titolo: "Progetti di welfare di comunità", &key)
  }

  private func results(_ root: String, _ key: inout AnswerKey) throws(SampleError) -> SampleFile {
    var out = try Register(
      root, publisher: ProjectRegisters.publisher, dataset: "risultati_progetto", on: world.asOf,
      columns: ["id_progetto", "indicatore", "unita", "obiettivo", "valore", "data"],
      faults: [7: .noNumber("valore", refuses: true)])
    for i in ProjectRegisters.titles.indices {
      for (k, name) in ["persone coinvolte", "ore di attività"].enumerated() {
        var random = world.stream("risultati", i * 10 + k)
        var done = 0
        for semester in 1...4 {
          let day = start(i) + 182 * semester
          guard day <= world.asOf else { break }
          done += (k == 0 ? 60 : 400) * (60 + random.below(60)) / 100
          out.row([
            "PRJ-\(i + 1)", name, k == 0 ? "persone" : "ore",
            "\((k == 0 ? 60 : 400) * semester)", "\(done)", "\(day)",
          ])
        }
      }
    }
    return try out.finish(editore: ProjectRegisters.editore, titolo: "Risultati dei progetti", &key)
  }

  private func milestones(
    _ root: String, _ key: inout AnswerKey
  ) throws(SampleError) -> SampleFile {
    var out = try Register(
      root, publisher: ProjectRegisters.publisher, dataset: "milestone", on: world.asOf,
      columns: ["cup", "codice", "descrizione", "data_prevista", "data_effettiva", "peso"],
      faults: [5: .noDay("data_effettiva", refuses: false)])
    for i in ProjectRegisters.titles.indices {
      for step in 1...6 {
        var random = world.stream("milestone", i * 10 + step)
        let planned = start(i) + 170 * step
        let actual = planned + random.below(120) - 20
        out.row([
          ProjectRegisters.cup[i], "T\(step)", "traguardo di esempio \(step)", "\(planned)",
          actual <= world.asOf ? "\(actual)" : nil, "1",
        ])
      }
    }
    return try out.finish(
      editore: ProjectRegisters.editore, titolo: "Traguardi dei progetti",
      note: "I CUP sono inventati.", &key)
  }

  private func awards(_ root: String, _ key: inout AnswerKey) throws(SampleError) -> SampleFile {
    var out = try Register(
      root, publisher: ProjectRegisters.publisher, dataset: "affidamenti", on: world.asOf,
      columns: ["cup", "cig", "data_aggiudicazione", "importo", "aggiudicatario", "ruolo"],
      faults: [3: .missing("cup")])
    for i in ProjectRegisters.titles.indices {
      // A grouping: two rows and one amount.
      for role in ["mandataria", "mandante"] {
        out.row([
          ProjectRegisters.cup[i], "Z00000000\(i)", "\(start(i) + 60)", euros(9_000_000),
          "Impresa inventata \(role == "mandante" ? 2 : 1)", role,
        ])
      }
    }
    return try out.finish(
      editore: ProjectRegisters.editore, titolo: "Affidamenti dei progetti",
      note: "I CUP e i CIG sono inventati.", &key)
  }
}
