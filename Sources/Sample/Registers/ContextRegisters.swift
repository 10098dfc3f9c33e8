internal import Warehouse

/// What surrounds the needs: spending, staff, essential levels, travel times, prevalences.
struct ContextRegisters {
  let world: World
  private var districts: [String] {
    Set(world.territory.comuni.map(\.ats)).subtracting([""]).sorted()
  }

  func write(_ root: String, _ key: inout AnswerKey) throws(SampleError) -> [SampleFile] {
    var files = [try spending(root, &key)]
    // A territory that names no ambito has nobody to tell these of.
    if !districts.isEmpty { files += [try staff(root, &key), try levels(root, &key)] }
    // Nor has anybody measured ways between comuni that are nowhere.
    if world.territory.comuni.contains(where: { $0.place != nil }) {
      files.append(try travelTimes(root, &key))
    }
    return files + [try prevalences(root, &key)]
  }

  private func spending(_ root: String, _ key: inout AnswerKey) throws(SampleError) -> SampleFile {
    var out = try Register(
      root, publisher: "spesa-sintetica", dataset: "spesa_sociale", on: world.asOf,
      columns: [
        "comune", "anno", "area_utenza", "servizio", "spesa_lorda", "compartecipazione_utenti",
        "compartecipazione_ssn", "fonte",
      ],
      faults: [
        6: .noNumber("spesa_lorda", refuses: true), 30: .unknownWord("area_utenza"),
        44: .missing("fonte"),
      ])
    for year in [world.asOf.year - 3, world.asOf.year - 2] {
      for (i, comune) in world.territory.comuni.enumerated() where comune.residents > 0 {
        for (area, perHead) in [("FAM", 2600), ("ANN", 1900), ("POV", 1100)] {
          var random = world.stream("spesa", (year * 1000 + i) * 16 + perHead % 16)
          let gross = comune.residents * perHead * (55 + random.below(90)) / 100
          out.row([
            comune.code, "\(year)", area, nil, euros(gross),
            area == "POV" ? nil : euros(gross * random.below(12) / 100),
            area == "ANN" ? euros(gross * random.below(15) / 100) : nil, "istat",
          ])
        }
      }
    }
    return try out.finish(editore: "Spesa sintetica", titolo: "Spesa sociale dei comuni", &key)
  }

  private func staff(_ root: String, _ key: inout AnswerKey) throws(SampleError) -> SampleFile {
    var out = try Register(
      root, publisher: "spesa-sintetica", dataset: "personale", on: world.asOf,
      columns: ["comune", "anno", "profilo", "fte", "tempo_indeterminato"],
      faults: [3: .unknownWord("profilo"), 17: .missing("fte")])
    let profiles = [
      ("assistente_sociale", 6200), ("educatore", 24_000), ("psicologo", 40_000),
      ("amministrativo", 14_000),
    ]
    for year in [world.asOf.year - 2, world.asOf.year - 1] {
      for (i, ats) in districts.enumerated() {
        let residents = world.territory.comuni.filter { $0.ats == ats }
          .reduce(0) { $0 + $1.residents }
        for (profile, perWorker) in profiles {
          for isPermanent in [true, false] {
            var random = world.stream(
              "personale\(profile)", (year * 100 + i) * 2 + (isPermanent ? 1 : 0))
            let whole = residents * 10 / perWorker * (60 + random.below(60)) / 100
            out.row([
              ats, "\(year)", profile, tenths(isPermanent ? whole : whole / 4),
              yesNo(isPermanent),
            ])
          }
        }
      }
    }
    return try out.finish(
      editore: "Spesa sintetica", titolo: "Personale dei servizi sociali per ambito", &key)
  }

  private func levels(_ root: String, _ key: inout AnswerKey) throws(SampleError) -> SampleFile {
    var out = try Register(
      root, publisher: TableRegisters.publisher, dataset: "leps", on: world.asOf,
      columns: ["ats", "leps", "data", "stato", "evidenza"],
      faults: [8: .unknownWord("stato"), 13: .missing("leps")])
    for (i, ats) in districts.enumerated() {
      for (k, level) in ["L01", "L02-psicologo", "L04", "L05", "L06", "L07"].enumerated() {
        var random = world.stream("leps", i * 100 + k)
        let state = WeightedChoice([30, 40, 30]).pick(random.unit())
        out.row([
          ats, level, "\(world.asOf)", ["assente", "parziale", "attivo"][state],
          state == 0 ? nil : "atto di esempio n. \(1 + random.below(90))",
        ])
      }
    }
    return try out.finish(
      editore: TableRegisters.editore, titolo: "Livelli essenziali per ambito", &key)
  }

  /// As the crow flies, 1.4 times as long by road, at 35 km/h; only the pairs within an hour.
  private func travelTimes(
    _ root: String, _ key: inout AnswerKey
  ) throws(SampleError) -> SampleFile {
    var out = try Register(
      root, publisher: Population.publisher, dataset: "tempi_percorrenza", on: world.asOf,
      columns: ["origine", "destinazione", "minuti"],
      faults: [12: .noNumber("minuti", refuses: true)])
    let comuni = world.territory.comuni
    for a in comuni {
      for b in comuni {
        guard let from = a.place, let to = b.place else { continue }
        let north = (from.latitude - to.latitude) * 111.2
        let east = (from.longitude - to.longitude) * 87.4
        let minutes = Int(((north * north + east * east).squareRoot() * 1.4 / 35 * 60).rounded())
        if minutes <= 60 { out.row([a.code, b.code, "\(minutes)"]) }
      }
    }
    return try out.finish(
      editore: "Demografia sintetica", titolo: "Tempi di percorrenza entro un'ora",
      note: "Stima in linea d'aria: una volta e quattro decimi, a 35 km/h.", &key)
  }

  private func prevalences(
    _ root: String, _ key: inout AnswerKey
  ) throws(SampleError) -> SampleFile {
    var out = try Register(
      root, publisher: Population.publisher, dataset: "prevalenze", on: world.asOf,
      columns: [
        "area_utenza", "fascia_eta", "sesso", "prevalenza", "ic_inf", "ic_sup", "fonte", "anno",
      ])
    let rows: [(String, String, Int, Int)] = [
      ("ANN", "65-74", 55, 48), ("ANN", "75-84", 168, 131), ("ANN", "85+", 447, 362),
      ("DIS", "0-17", 19, 27), ("DIS", "18-64", 31, 34), ("POV", "0+", 92, 88),
    ]
    for (area, ages, females, males) in rows {
      for (sex, value) in [("F", females), ("M", males)] {
        out.row([
          area, ages, sex, thousandths(value), thousandths(value - value / 12 - 1),
          thousandths(value + value / 12 + 1), "indagine inventata", "\(world.asOf.year - 2)",
        ])
      }
    }
    return try out.finish(editore: "Demografia sintetica", titolo: "Prevalenze", &key)
  }

  private func thousandths(_ value: Int) -> String {
    "0." + (value < 100 ? "0" : "") + (value < 10 ? "0" : "") + "\(value)"
  }
}
