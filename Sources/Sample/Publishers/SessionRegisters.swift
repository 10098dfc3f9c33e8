internal import Warehouse

/// The registers of services delivered: a CSV in hours (`1h30`, `1,5`) and a TSV in minutes (`90`).
struct SessionRegisters {
  let world: World
  let organisations: Organisations
  let sessions: Sessions

  private var publisher: String {
    sessions.style == .hours ? ProviderRegister.publisher : "ets-due-sintetico"
  }
  private var separator: String { sessions.style == .hours ? ";" : "\t" }

  private static let hours = [
    ("id_prestazione", "Progr."), ("id_richiesta", "Pratica"), ("ente", "CF ente"),
    ("servizio", "Attività"), ("area_utenza", "Target"), ("comune", "Comune utente"),
    ("id_persona", "CF utente"), ("data", "Data"), ("quantita", "Durata"), ("unita", "Unità"),
    ("costo", "Costo"), ("condivisa", "In gruppo"), ("a_distanza", "A distanza"),
    ("regime", "Regime"), ("programma", "Progetto"),
  ]
  private static let minutes = [
    ("id_prestazione", "id"), ("id_richiesta", "rif_richiesta"), ("ente", "ente"),
    ("servizio", "servizio"), ("area_utenza", "area"), ("comune", "istat"),
    ("id_persona", "persona"), ("data", "giorno"), ("quantita", "durata"), ("unita", "misura"),
    ("costo", "importo"), ("condivisa", "gruppo"), ("a_distanza", "remoto"), ("regime", "regime"),
    ("programma", "progetto"),
  ]
  private var columns: [(String, String)] {
    sessions.style == .hours ? SessionRegisters.hours : SessionRegisters.minutes
  }

  /// Sessions and minutes by service, with `ND` last, as they must be counted.
  private struct Sums {
    var counts = [Int](repeating: 0, count: ServiceMix.services.count + 1)
    var minutes = [Int](repeating: 0, count: ServiceMix.services.count + 1)

    mutating func add(_ s: Sessions.Session) {
      let place = s.fault == .unknownService ? counts.count - 1 : s.need.service
      counts[place] += 1
      minutes[place] += s.minutes
    }

    var json: JSON {
      let names = ServiceMix.services + ["ND"]
      return .object([
        ("colonne", .array(["servizio", "prestazioni", "minuti"].map(JSON.string))),
        (
          "righe",
          .array(
            counts.indices.filter { counts[$0] > 0 }.map {
              .array([.string(names[$0]), .int(counts[$0]), .int(minutes[$0])])
            })
        ),
      ])
    }
  }

  func write(_ root: String, _ key: inout AnswerKey) throws(SampleError) -> SampleFile {
    let folder = try SourceFolder(root: root, publisher: publisher, dataset: "prestazioni")
    let name = "\(world.asOf)" + (sessions.style == .hours ? ".csv" : ".tsv")
    let path = folder.delivery(name)
    var out = try ByteWriter(path: path)
    var ledger = DeliveryLedger(file: name)
    var sums = Sums()
    var byProject = [Int](repeating: 0, count: Projects.titles.count)
    var current = 0
    if sessions.style == .hours { out.text("\u{FEFF}") }
    out.row(columns.map(\.1), separator: separator)
    sessions.visit { session in
      ledger.row(refused: session.fault.refuses)
      if let code = session.fault.finding, session.fault != .repeatedRow {
        ledger.note(code, line: out.line)
      }
      var line = out.line
      write(session, to: &out)
      if session.fault == .repeatedRow {
        ledger.row()
        line = out.line
        ledger.note(.repeatedID, line: line)
        write(session, to: &out)
      }
      if !session.fault.refuses {
        if !key.holds(session.need) {
          ledger.note(unknown: number(of: session.need), in: "id_richiesta", line: line)
        }
        current += 1
        sums.add(session)
        if let project = project(session) { byProject[project] += 1 }
      }
    }
    let bytes = try out.close()
    try describe(folder)
    key.add(
      publisher: publisher, "prestazioni", policy: .cumulative, [ledger], current: current,
      more: [
        ("per_servizio", sums.json),
        (
          "per_progetto",
          .object(byProject.enumerated().map { (Projects.id($0), .int($1)) })
        ),
      ])
    return SampleFile(path: path, rows: ledger.read, bytes: bytes)
  }

  private func number(of need: Need) -> String {
    RequestNumber.text(need, of: need.owner, world.season)
  }

  private func project(_ s: Sessions.Session) -> Int? {
    Projects(asOf: world.asOf, organisations: organisations)
      .project(
        provider: s.provider % organisations.all.count, comune: s.need.person.comune, on: s.day)
  }

  private func write(_ s: Sessions.Session, to out: inout ByteWriter) {
    let isHours = sessions.style == .hours
    let need = s.need
    let comune = world.territory.comuni[need.person.comune]
    let place = isHours ? comune.name : comune.code
    var person = s.isIdentified ? Identifiers.text(need.person) : ""
    if s.fault == .brokenIdentifier { person = String(Identifiers.text(need.person).dropLast()) }
    let service = ServiceMix.services[need.service]
    out.row(
      [
        "\(isHours ? "U" : "D")\(s.number)",
        number(of: need),
        organisations.all[s.provider % organisations.all.count].code,
        s.fault == .unknownService
          ? "Varie"
          : isHours ? AmbitoWords.services.first { $0.code == service }?.label ?? service : service,
        ServiceMix.areas[need.area],
        s.fault == .misspeltComune ? world.territory.misspelling(of: comune.name) : place,
        person,
        s.fault == .invalidRequestDate
          ? (isHours ? "31/02/2025" : "2025-02-31")
          : isHours ? italianDate(s.day) : "\(s.day)",
        s.fault == .missingValue ? "" : quantity(s), isHours ? "ore" : "min",
        cost(s), flag(s.isShared), s.isRemote.map(flag) ?? "", s.regime ?? "",
        project(s).map(Projects.id) ?? "",
      ], separator: separator)
  }

  /// An hour and a half is `1h30`, `1,5` or `90`, as whoever wrote it liked.
  private func quantity(_ s: Sessions.Session) -> String {
    guard sessions.style == .hours else { return "\(s.minutes)" }
    if s.number % 2 == 0 || s.minutes % 30 != 0 {
      return "\(s.minutes / 60)h" + (s.minutes % 60 < 10 ? "0" : "") + "\(s.minutes % 60)"
    }
    return s.minutes % 60 == 0 ? "\(s.minutes / 60)" : "\(s.minutes / 60),5"
  }

  private func flag(_ isSet: Bool) -> String {
    sessions.style == .hours ? (isSet ? "sì" : "no") : (isSet ? "S" : "N")
  }

  private func cost(_ s: Sessions.Session) -> String {
    if s.cost == 0 { return "" }
    let cents = (s.cost % 100 < 10 ? "0" : "") + "\(s.cost % 100)"
    return sessions.style == .hours ? "\(s.cost / 100),\(cents) €" : "\(s.cost / 100).\(cents)"
  }

  private func describe(_ folder: SourceFolder) throws(SampleError) {
    let isHours = sessions.style == .hours
    try folder.describe([
      ("editore", .string(isHours ? "Rete sintetica di enti" : "Ente sintetico n. 9")),
      ("titolo", .string("Prestazioni erogate (dati sintetici)")),
      ("politica", .string("cumulativa")), ("formato", .string(isHours ? "csv" : "tsv")),
      ("codifica", .string("utf-8")), ("separatore", .string(separator)),
      ("formato_data", .string(isHours ? "gg/mm/aaaa" : "aaaa-mm-gg")),
      ("numeri", .string(isHours ? "italiani" : "internazionali")),
      ("collegamento", .string(SampleGenerator.linkScope)),
      ("note", .string("Durate in \(isHours ? "ore, anche come 1h30" : "minuti").")),
    ])
    try folder.map(
      "columns", header: ["campo", "2000-01-01"], columns.map { [$0.0, $0.1] })
    guard isHours else { return }
    try folder.map(
      "values", header: ["campo", "valore", "codice", "motivo"],
      folder.values(
        "servizio",
        AmbitoWords.services.filter { Sessions.delivered.contains($0.code) }
          .map { ($0.label, $0.code) }, reason: "nomi locali"))
  }
}
