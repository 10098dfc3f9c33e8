internal import Warehouse

/// Invented multi-year projects of a foundation, with their results, milestones and contracts.
struct ProjectRegisters {
  private static let publisher = "fondazione-sintetica"
  private static let editore = "Fondazione sintetica"
  /// CUP of no intervention: the year is before the codes existed.
  private static let cup = ["B99B00000000001", "B99B00000000002", "B99B00000000003"]

  let world: World
  let organisations: Organisations

  func write(_ root: String, _ key: inout AnswerKey) throws(SampleError) -> [SampleFile] {
    [
      try projects(root, &key), try results(root, &key), try milestones(root, &key),
      try awards(root, &key), try interventions(root, &key), try funding(root, &key),
      try payments(root, &key), try reached(root, &key),
    ]
  }

  private var all: Projects { Projects(asOf: world.asOf, organisations: organisations) }

  private func start(_ i: Int) -> Day { all.start(i) }

  private func projects(_ root: String, _ key: inout AnswerKey) throws(SampleError) -> SampleFile {
    var out = try Register(
      root, publisher: ProjectRegisters.publisher, dataset: "progetti", on: world.asOf,
      columns: [
        "id_progetto", "titolo", "bando", "capofila", "partner", "comuni", "data_inizio",
        "data_fine", "contributo", "cofinanziamento", "raccolta_obiettivo", "innovazione",
      ])
    for (i, title) in Projects.titles.enumerated() {
      out.row([
        Projects.id(i), "\(title) (progetto inventato)", "bando di esempio", all.lead(i).code,
        all.partners(i).map(\.code).joined(separator: "|"),
        all.comuni(i).map(world.code).joined(separator: "|"), "\(start(i))",
        "\(start(i) + 3 * 365)", euros(45_000_000 + 10_000_000 * i), euros(12_000_000),
        euros(6_000_000),
        ["processo|servizio", "governance", "servizio", "processo", "servizio"][i],
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
    for i in Projects.titles.indices {
      for (k, name) in ["persone coinvolte", "ore di attività"].enumerated() {
        var random = world.stream("risultati", i * 10 + k)
        var done = 0
        for semester in 1...4 {
          let day = start(i) + 182 * semester
          guard day <= world.asOf else { break }
          done += (k == 0 ? 60 : 400) * (60 + random.below(60)) / 100
          out.row([
            Projects.id(i), name, k == 0 ? "persone" : "ore",
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
    for i in ProjectRegisters.cup.indices {
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
    for i in ProjectRegisters.cup.indices {
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

  // MARK: What the projects' codes are about

  private func total(_ i: Int) -> Int { 57_000_000 + 10_000_000 * i }

  private func interventions(
    _ root: String, _ key: inout AnswerKey
  ) throws(SampleError) -> SampleFile {
    var out = try Register(
      root, publisher: ProjectRegisters.publisher, dataset: "interventi", on: world.asOf,
      columns: [
        "cup", "titolo", "soggetto_attuatore", "comuni", "data_inizio_prevista",
        "data_inizio_effettiva", "data_fine_prevista", "stato",
      ])
    for (i, title) in Projects.titles.prefix(ProjectRegisters.cup.count).enumerated() {
      out.row([
        ProjectRegisters.cup[i], "\(title) (intervento inventato)", "Ente inventato",
        all.comuni(i).map(world.code).joined(separator: "|"),
        "\(start(i))", "\(start(i) + 15)", "\(start(i) + 3 * 365)", "in corso",
      ])
    }
    return try out.finish(
      editore: ProjectRegisters.editore, titolo: "Interventi dei progetti",
      note: "I CUP sono inventati.", &key)
  }

  private func funding(_ root: String, _ key: inout AnswerKey) throws(SampleError) -> SampleFile {
    var out = try Register(
      root, publisher: ProjectRegisters.publisher, dataset: "finanziamenti", on: world.asOf,
      columns: ["cup", "fonte", "importo", "data_riferimento", "fonte_dato"])
    for i in ProjectRegisters.cup.indices {
      // Of the first the plan was declared again a year later: the comuni gave more, the foundation less.
      for (day, comuni) in [(start(i), 12_000_000), (start(i) + 365, 14_000_000)].prefix(
        i == 0 ? 2 : 1)
      {
        let shares = [
          ("privato", total(i) - comuni), ("comune", comuni), ("totale", total(i)),
        ]
        for (fund, cents) in shares {
          out.row([
            ProjectRegisters.cup[i], fund, euros(cents), "\(day)",
            "Piano del progetto (inventato)",
          ])
        }
      }
    }
    return try out.finish(
      editore: ProjectRegisters.editore, titolo: "Finanziamenti dei progetti",
      note: "I CUP sono inventati.", &key)
  }

  /// Paid every quarter, little at first, then more.
  private func payments(_ root: String, _ key: inout AnswerKey) throws(SampleError) -> SampleFile {
    var out = try Register(
      root, publisher: ProjectRegisters.publisher, dataset: "pagamenti", on: world.asOf,
      columns: ["cup", "fonte", "data", "importo", "fonte_dato", "cumulato"])
    for i in ProjectRegisters.cup.indices {
      for quarter in 1...12 {
        let day = start(i) + 91 * quarter
        guard day <= world.asOf else { break }
        var random = world.stream("pagamenti", i * 100 + quarter)
        let time = Double(quarter) / 12
        // The first spends nearly all it was given, the others less.
        let course = time * time * (3 - 2 * time) * (i == 0 ? 0.99 : 0.9)
        let cents = Int(Double(total(i)) * course) + random.below(500_000)
        out.row([
          ProjectRegisters.cup[i], "totale", "\(day)", euros(cents), "Rendiconto (inventato)", "si",
        ])
      }
    }
    return try out.finish(
      editore: ProjectRegisters.editore, titolo: "Pagamenti dei progetti",
      note: "I CUP sono inventati.", &key)
  }

  /// People reached by sex and age; of the last project too few of one age to be shown.
  private func reached(_ root: String, _ key: inout AnswerKey) throws(SampleError) -> SampleFile {
    var out = try Register(
      root, publisher: ProjectRegisters.publisher, dataset: "indicatori_fisici", on: world.asOf,
      columns: [
        "cup", "codice", "descrizione", "unita", "programmato", "realizzato", "data_riferimento",
        "sesso", "fascia_eta",
      ])
    for i in ProjectRegisters.cup.indices {
      for (a, age) in ["18-29", "30-54", "55-64", "65+"].enumerated() {
        for sex in ["F", "M"] {
          var random = world.stream("raggiunti", i * 100 + a * 10 + (sex == "F" ? 1 : 0))
          let isFew = i == 2 && a == 0 && sex == "M"
          out.row([
            ProjectRegisters.cup[i], "PERS", "Persone raggiunte", "persone", "60",
            "\(isFew ? 2 : 12 + 9 * a + random.below(20))", "\(world.asOf)", sex, age,
          ])
        }
      }
    }
    return try out.finish(
      editore: ProjectRegisters.editore, titolo: "Persone raggiunte dai progetti",
      note: "I CUP e le persone sono inventati.", &key)
  }
}
