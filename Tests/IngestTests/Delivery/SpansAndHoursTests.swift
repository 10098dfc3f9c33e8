import Testing
import Warehouse

@testable import Ingest

/// Cells that look like numbers and say less than one: ranges, and hours whose decimals may be minutes.
@Suite struct SpansAndHoursTests {
  private let bench: DirtBench

  init() throws { bench = try DirtBench() }

  @Test(arguments: [
    ("10-20", true), ("10 – 20", true), ("<5", true), ("< 5", true), (">=100", true), ("≤ 3", true),
    ("meno di 5", true), ("Più di 10", true), ("non più di 3", true), ("fino a 5", true),
    ("tra 10 e 20", true), ("da 5 a 10", true), ("oltre 1.000", true), ("10+", true),
    ("5 o più", true), ("circa 30", true), ("3/4", true), ("", false), ("12", false),
    ("-5", false), ("1.234,5", false), ("dieci", false), ("2026-03-12", false), ("10-", false),
    ("<", false), ("5 rue 3", false), ("3 o 4", true), ("1e3", false), ("1e+05", false),
    ("2,026E+02", false), ("da 5", false), ("12 pasti", false),
  ])
  func aSpanIsNoNumber(text: String, isSpan: Bool) {
    #expect(text.withCellBytes { NumberSpan.matches($0) } == isSpan)
  }

  private static func served(_ quantities: [String], unit: String = "ore") -> String {
    let rows = quantities.enumerated().map {
      "\($0 + 1);01528071002;C1;080063;12/03/2026;\($1);\(unit);;<5"
    }
    return
      (["id_prestazione;ente;servizio;comune;data;quantita;unita;costo;partecipanti"] + rows)
      .joined(separator: "\n") + "\n"
  }

  /// Hours loaded, by line.
  private func hours(_ quantities: [String], unit: String = "ore", settings: String = "") throws
    -> (read: [Double], outcome: DirtBench.Outcome)
  {
    let outcome = try bench.load(
      Self.served(quantities, unit: unit), as: "prestazioni", settings: settings)
    var read: [Double] = []
    try bench.store.forEachCurrent(.serviceDelivery) { fact in
      if let quantity = fact.real(.quantity) { read.append((quantity * 100).rounded() / 100) }
    }
    return (read, outcome)
  }

  @Test func aSpanInAColumnOfCountsIsToldAsSuch() throws {
    let (_, outcome) = try hours(["1"])
    #expect(outcome.lines("intervallo-non-numero") == [2])
    #expect(outcome.cells("intervallo-non-numero") == ["<5"])
    #expect(outcome.lines("numero-non-valido").isEmpty && outcome.snapshot.rowsKept == 1)
  }

  /// `1:30` in the same column says what `1.30` is.
  @Test func aClockBesideThemTellsHoursAndMinutes() throws {
    let (read, outcome) = try hours(["1:30", "1.30", "0.45", "2"])
    #expect(read == [1.5, 1.5, 0.75, 2])
    #expect(outcome.lines("ore-o-minuti").isEmpty)
  }

  @Test func decimalsThatMayBeMinutesAreAsked() throws {
    let (read, outcome) = try hours(["1.30", "0.45", "2"])
    #expect(read == [2])
    #expect(outcome.lines("ore-o-minuti") == [0])
    #expect(outcome.lines("numero-ambiguo") == [2, 3])
  }

  @Test func whatTheSourceDeclaresHolds() throws {
    let quantities = ["1.30", "0.45", "1.75"]
    let minutes = try hours(
      quantities, settings: "\"numeri\": {\"quantita\": \"ore.minuti\"}")
    #expect(minutes.read == [1.5, 0.75])
    #expect(minutes.outcome.lines("quantita-non-valida") == [4])
    let decimals = try DirtBench()
    let outcome = try decimals.load(
      Self.served(["1.30", "0.45"]), as: "prestazioni",
      settings: "\"numeri\": {\"quantita\": \"internazionali\"}")
    #expect(outcome.snapshot.rowsKept == 2 && outcome.lines("ore-o-minuti").isEmpty)
  }

  /// What counts no hours is left alone, and so are decimals that prove themselves.
  @Test(arguments: [
    (["1.30", "0.45"], "pasti"), (["1.30", "1.75", "0.60"], "ore"), (["1,5", "1,30"], "ore"),
    (["1.25", "0.50", "2.50"], "ore"),
  ])
  func decimalsAreDecimals(quantities: [String], unit: String) throws {
    let (read, outcome) = try hours(quantities, unit: unit)
    #expect(read.count == quantities.count)
    #expect(outcome.lines("ore-o-minuti").isEmpty)
  }

  @Test func onlyHoursHaveMinutes() throws {
    let error = #expect(throws: DescriptorError.self) {
      try bench.load(
        DirtBench.payments(["1,00"]), as: "pagamenti",
        settings: "\"numeri\": {\"importo\": \"ore.minuti\"}")
    }
    #expect(error.map { "\($0)" }?.contains("soltanto per un campo di ore") == true)
  }

  private static let volunteering = """
    campo,2020-01-01
    ente,CF
    mese,Mese
    volontari,Volontari
    ore,Minuti

    """

  /// Minutes where hours are read would be sixty times too many.
  @Test func aColumnOfMinutesIsNotReadAsHours() throws {
    let text = "CF;Mese;Volontari;Minuti\n01528071002;2026-03;4;90\n"
    let error = #expect(throws: DescriptorError.self) {
      try bench.load(text, as: "volontari", columns: Self.volunteering)
    }
    #expect(error.map { "\($0)" }?.contains("\"numeri\": {\"ore\": \"minuti\"}") == true)
    try bench.load(
      text, as: "volontari", settings: "\"numeri\": {\"ore\": \"minuti\"}",
      columns: Self.volunteering)
    var hours: [Double?] = []
    try bench.store.forEachCurrent(.volunteering) { hours.append($0.real(.hours)) }
    #expect(hours == [1.5])
  }

  private static func visits(_ lengths: [String], header: String = "durata_minuti") -> String {
    (["id_accesso;id_punto;data_ora;\(header)"]
      + lengths.enumerated().map { "a\($0);PDP-1;12/03/2026;\($1)" }).joined(separator: "\n") + "\n"
  }

  private var minutes: [Int64?] {
    get throws {
      var all: [Int64?] = []
      try bench.store.forEachCurrent(.proximityAccess) { all.append($0.integer(.minutes)) }
      return all
    }
  }

  @Test func lengthsInAColumnOfMinutes() throws {
    let outcome = try bench.load(
      Self.visits(["90", "1h 30'", "20 min", "01:30:00", "1:30", "0:20", "25h", "un'ora"]),
      as: "accessi_pdp")
    #expect(try minutes == [90, 90, 20, 90, nil, nil, nil, nil])
    #expect(outcome.lines("minuti-o-ore") == [6, 7])
    #expect(outcome.lines("fuori-intervallo") == [8])
    #expect(outcome.lines("numero-non-valido") == [9])
  }

  @Test func whatStandsBeforeTheColonIsSaidByTheSourceOrTheHeader() throws {
    try bench.load(
      Self.visits(["90", "1:30"]), as: "accessi_pdp",
      settings: "\"numeri\": {\"durata_minuti\": \"ore.minuti\"}")
    #expect(try minutes == [90, 90])
    let other = try DirtBench()
    try other.load(
      Self.visits(["0:20"], header: "Durata (hh:mm)"), as: "accessi_pdp",
      columns: "campo,2020-01-01\nid_accesso,id_accesso\nid_punto,id_punto\ndata_ora,data_ora\n"
        + "durata_minuti,Durata (hh:mm)\n")
    var read: [Int64?] = []
    try other.store.forEachCurrent(.proximityAccess) { read.append($0.integer(.minutes)) }
    #expect(read == [20])
  }

  /// The same where each row says its unit, and where minutes have decimals.
  @Test func aClockIsNoNumberOfMinutesByItself() throws {
    let (read, outcome) = try hours(["1:30", "1h30", "45"], unit: "minuti")
    #expect(read == [90, 45])
    #expect(outcome.lines("minuti-o-ore") == [2])
    let travel = try bench.load(
      "origine;destinazione;minuti\n080063;080043;0:35\n080001;080043;35 min\n",
      as: "tempi_percorrenza")
    #expect(travel.lines("minuti-o-ore") == [2])
    #expect(travel.snapshot.rowsKept == 1)
  }

  /// The same of a quantity whose unit the descriptor says for all rows.
  @Test func aUnitThatTheHeaderContradictsIsNotTaken() throws {
    func columns(_ unit: String) -> String {
      """
      campo,2020-01-01
      id_prestazione,id_prestazione
      ente,ente
      servizio,servizio
      comune,comune
      data,data
      quantita,Durata (min)
      unita,=\(unit)

      """
    }
    let text =
      "id_prestazione;ente;servizio;comune;data;Durata (min)\n1;01528071002;C1;080063;12/03/2026;90\n"
    let error = #expect(throws: DescriptorError.self) {
      try bench.load(text, as: "prestazioni", columns: columns("ore"))
    }
    #expect(error.map { "\($0)" }?.contains("=minuti") == true)
    #expect(
      try bench.load(text, as: "prestazioni", columns: columns("minuti")).snapshot.rowsKept == 1)
  }

  /// 3/2026, taken for a date by a spreadsheet and saved as text.
  @Test func aCodeSavedAsAShortDateIsPointedAt() throws {
    let outcome = try bench.load(
      DirtBench.requests(
        ["4/2026", "mar-26", "3-mar", "MAR-26", "Mar-26", "3-marzo"], in: "id_richiesta"))
    #expect(outcome.lines("codice-diventato-data") == [3, 4, 6])
    #expect(outcome.snapshot.rowsKept == 6)
  }
}
