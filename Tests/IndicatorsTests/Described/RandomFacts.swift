@testable import Indicators
@testable import Warehouse

/// Random facts of every dataset, the same for the same seed, added to a random world of requests.
enum RandomFacts {
  /// Tables older than the notation, in it.
  private static let older = """
    service_delivery
      delivery_id text!, provider text!, service text!, comune text!, person token,
      delivered_on day!, quantity amount!, unit text!, cost_cents cents, is_remote flag, regime text
    provider
      fiscal_code text!, name text!, kind text!, comune text!
    service_offer
      offer_id text!, provider text!, service text!, comuni text!, is_free flag!, capacity amount,
      capacity_unit text, status text, starts_on day!, ends_on day
    proximity_point
      point_id text!, name text!, comune text!, opened_on day!, closed_on day, public_fte amount,
      third_sector_fte amount
    proximity_access
      access_id text!, point_id text!, accessed_on day!, comune text, age_band text, outcome text
    population
      comune text!, year integer!, age_from integer!, age_to integer!, sex text!, residents count!
    funding
      cup cup!, fund text!, amount_cents cents!, referred_to day!, origin text!
    payment
      cup cup!, fund text, paid_on day!, amount_cents cents!, origin text!, is_cumulative flag!
    """

  /// Words a text column may hold.
  private static let words: [String: [String]] = [
    "service": ["A1", "C1", "C2", "X1"], "user_area": ["FAM", "ANZ", "DIP"],
    "provider": ["E1", "E2", "E3", "E4"], "from_provider": ["E1", "E2"],
    "to_provider": ["E2", "E3", "E4"], "lead": ["E1", "E2"], "partners": ["E1|E3", "E2|E4|E9"],
    "fiscal_code": ["E1", "E2", "E3", "E4"], "kind": ["aps", "odv", "ente_pubblico", "impresa"],
    "outcome": [
      "richiesta", "abbandono", "contatto", "continua", "accettato", "qualificato", "respinto",
      "informazione",
    ],
    "unit": ["ore", "minuti", "pasti"], "comuni": ["tutti"], "capacity_unit": ["posti"],
    "status": ["pubblicato", "attivo", "parziale", "adottata", "conclusa"],
    "fund": ["totale", "pnrr"], "leps": ["L01", "L06"], "ats": ["NORD", "SUD"],
    "profile": ["assistente_sociale", "educatore"], "spending_source": ["istat", "bilancio"],
    "donor_kind": ["cittadini", "imprese", "pubblico"], "actor": ["cittadino", "operatore_pdp"],
    "taken_by": ["sanita", "sanita|ente"], "indicator": ["richieste-per-1000", "assente"],
    "proceeding_id": ["T1", "T2"], "project_id": ["J1", "J2"], "programme": ["J1", "J2"],
    "sex": ["F", "M"], "origin": ["pagina"], "regime": ["pubblico", "territoriale"],
    "resource_kind": ["tempo", "bene"], "care_request_id": ["D1", "D2", "D3", "D4", "D5"],
    "care_offer_id": ["O1", "O2", "O3"], "place": ["080001", "NORD"],
  ]

  static func add(to world: RandomWarehouse, rows count: Int, seed: UInt64) throws {
    var random = SplitMix64(state: seed)
    let comuni = world.comuni.map(\.istat)
    for table in tables(older + "\n" + Migrations.remainingFacts) {
      let rows = table.name == "population" ? comuni.count * 10 : count
      let dictionaries = table.columns.map { _ in CodeDictionary() }
      let columns = zip(table.columns, dictionaries).map { column, dictionary in
        FactColumn(
          name: column.name, kind: kind(column.kind), capacity: rows,
          dictionary: kind(column.kind) == .code ? dictionary : nil)
      }
      let batch = FactBatch(columns: columns, capacity: rows)
      batch.count = rows
      for row in 0..<rows {
        batch.lines[row] = Int32(row + 2)
        for (i, column) in table.columns.enumerated() {
          if !column.isRequired && random.below(5) == 0 { continue }
          switch column.kind {
          case "text", "cup":
            let text = word(column, row, comuni, &random)
            columns[i].a[row] = dictionaries[i].index(of: text)
          case "day":
            let day = Day(year: 2024, month: 1, day: 1)! + random.below(905)
            columns[i].a[row] = Int64(day.number)
          case "flag": columns[i].a[row] = Int64(random.below(2))
          case "token":
            columns[i].a[row] = Int64(random.below(40) + 1) &* 0x1234_5678_9ABC
            columns[i].b[row] = 7
          case "real", "amount":
            columns[i].a[row] = Int64(bitPattern: Double(random.below(60)).bitPattern)
          default: columns[i].a[row] = Int64(number(column.name, row, &random))
          }
        }
      }
      try load(batch, table.name, columns.map(\.name), into: world.store)
    }
  }

  private static func number(_ name: String, _ row: Int, _ random: inout SplitMix64) -> Int {
    switch name {
    case "year": 2024 + random.below(2)
    case "age_from": row % 10 * 10
    case "age_to": row % 10 == 9 ? 130 : row % 10 * 10 + 9
    case "results": random.below(6)
    case "short_goals", "medium_goals", "long_goals": 1 + random.below(3)
    default: random.below(5000)
    }
  }

  private static func word(
    _ column: Column, _ row: Int, _ comuni: [String], _ random: inout SplitMix64
  ) -> String {
    if column.kind == "cup" { return "B41H22000020006" }
    if column.name == "comune" || column.name.hasSuffix("_comune") {
      return comuni[column.name == "comune" && row < 0 ? 0 : random.below(comuni.count)]
    }
    if let pool = words[column.name] { return pool[random.below(pool.count)] }
    if column.name.hasSuffix("_id") { return "\(column.name)\(random.below(80))" }
    return ["a", "b", "c"][random.below(3)]
  }

  struct Column {
    var name: String
    var kind: String
    var isRequired: Bool
  }

  private static func tables(_ notation: String) -> [(name: String, columns: [Column])] {
    var tables: [(name: String, columns: [Column])] = []
    for line in notation.split(separator: "\n") {
      guard line.hasPrefix(" ") else {
        tables.append((String(line), []))
        continue
      }
      for text in line.split(separator: ",") {
        let parts = text.split(separator: " ").map(String.init)
        guard parts.count == 2 else { continue }
        tables[tables.count - 1].columns.append(
          Column(
            name: parts[0], kind: parts[1].filter { $0 != "!" }, isRequired: parts[1].hasSuffix("!")
          ))
      }
    }
    return tables
  }

  private static func kind(_ kind: String) -> ColumnKind {
    switch kind {
    case "text", "cup": .code
    case "real", "amount": .real
    case "token": .token
    default: .integer
    }
  }

  static func load(
    _ batch: FactBatch, _ table: String, _ columns: [String], months: [Int: Int]? = nil,
    into store: Store
  ) throws {
    try store.write { access in
      let source = Source(
        publisher: "prova",
        dataset: FactTable.allCases.first { $0.name == table }?.dataset ?? table, title: "Prova",
        licence: "CC BY 4.0",
        policy: .cumulative, isSynthetic: true)
      let id = try access.save(source)
      var snapshot = Snapshot(
        delivery: "2026-06-30.csv", receivedOn: RandomWarehouse.asOf,
        sha256: String(repeating: "2", count: 64), bytes: 1,
        descriptor: String(repeating: "3", count: 64))
      let opened = try access.open(snapshot, source: id, table: table)
      try BulkLoad(access, table: table, columns: columns, snapshot: opened).write(batch)
      snapshot.rowsRead = batch.count
      snapshot.rowsKept = batch.count
      snapshot.months = months
      try access.close(snapshot, id: opened, source: id, policy: .cumulative)
    }
  }
}
