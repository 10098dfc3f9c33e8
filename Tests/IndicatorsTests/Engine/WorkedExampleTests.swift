import Testing

@testable import Indicators
@testable import Warehouse

/// The examples of the manual, worked out by the whole engine from facts in a warehouse.
@Suite struct WorkedExampleTests {
  private static let asOf = RandomWarehouse.asOf
  private static let first = Catalogue.definitions.prefix {
    definition in !Catalogue.described.contains { $0.definition.slug == definition.slug }
  }

  @Test func everyIndicatorHasAnExample() {
    #expect(Self.first.count == 17)
    for definition in Catalogue.definitions {
      #expect(definition.example != nil, "\(definition.slug)")
    }
  }

  @Test(arguments: first.map(\.slug)) func comesOut(_ slug: String) throws {
    let definition = try #require(Self.first.first { $0.slug == slug })
    let example = try #require(definition.worked)
    let store = try warehouse(of: example)
    let wanted = Observation(
      indicator: slug + example.suffix,
      territory: example.comune.map { TerritoryKey(.comune, WorkedExample.code($0)) } ?? .total,
      period: example.period, dimension: example.dimension, modality: example.modality)
    let all = try Engine(store: store, settings: DisclosureSettings(), asOf: Self.asOf)
      .observations()
    let found = all.filter { one in
      guard one.indicator == wanted.indicator, one.territory == wanted.territory else {
        return false
      }
      // A stock has the as-of date for a period.
      return one.id == wanted.id || slug == "arretrato" && one.dimension == "totale"
    }
    let value = try #require(found.first?.value, "\(slug): \(found.map(\.status))")
    #expect(abs(value - example.value) < 1e-9, "\(slug): \(value)")
  }

  // MARK: The facts, in a warehouse

  /// - Parameter months: of a dataset, how many of its facts are of each month.
  ///   `sensitiveServices`: those whose place may not be told. `codes`: others than the usual ones.
  func warehouse(
    of example: WorkedExample, months: [FactTable: [Int: Int]] = [:],
    sensitiveServices: [String] = [], codes others: [CodeRecord] = []
  ) throws -> Store {
    let store = try Store()
    let comuni = example.residents.indices.map { i in
      ComuneRecord(
        istat: WorkedExample.code(i), name: "Comune \(i)", belfiore: "A00\(i)", province: "000",
        validFrom: nil, validTo: nil, residents: example.residents[i], squareKilometres: 10,
        altitude: 100, innerAreaClass: ["A", "F"][i % 2], minutesToPole: 10, ats: "ATS\(i)")
    }
    let codes =
      [("servizio", "A", nil), ("servizio", "A1", "A"), ("area_utenza", "ANZ", nil)].map {
        CodeRecord(list: $0, code: $1, nameIT: $1, nameEN: $1, parent: $2)
      }
      + ["sportello", "pdp", "telefono"].map {
        CodeRecord(list: "canale", code: $0, nameIT: $0, nameEN: $0)
      }
      + sensitiveServices.map {
        CodeRecord(
          list: "servizio", code: $0, nameIT: $0, nameEN: $0, parent: String($0.prefix(1)),
          isSensitive: true)
      } + others
    try store.write {
      try $0.replaceReference(
        comuni: comuni,
        ats: comuni.map { ATSRecord(id: $0.ats!, name: $0.ats!, isProvisional: false) },
        codes: codes)
    }
    var facts = example.facts
    facts[.population] =
      facts[.population]
      ?? example.residents.enumerated().map { i, residents in
        [
          .comune: WorkedExample.code(i), .year: "2025", .ageFrom: "0", .ageTo: "130",
          .residents: "\(residents)",
        ]
      }
    for (table, rows) in facts.sorted(by: { $0.key.name < $1.key.name }) {
      try load(rows, table, months: months[table], into: store)
    }
    return store
  }

  private func load(
    _ rows: [[FactField: String]], _ table: FactTable, months: [Int: Int]? = nil,
    into store: Store
  ) throws {
    var fields = Set(rows.flatMap(\.keys))
    if table == .serviceRequest || table == .serviceDelivery { fields.insert(.person) }
    let kinds = fields.map { ($0, kind(of: $0, rows)) }
    // What must be told and is of no account here.
    let needed = Self.needed[table, default: [:]].filter { !fields.contains($0.key) }
    let columns = (kinds + needed.map { ($0.key, $0.value) }).sorted {
      $0.0.rawValue < $1.0.rawValue
    }
    .map { field, kind in
      FactColumn(
        name: field.name, kind: kind, capacity: rows.count,
        dictionary: kind == .code ? CodeDictionary() : nil)
    }
    let batch = FactBatch(columns: columns, capacity: rows.count)
    batch.count = rows.count
    for (row, fact) in rows.enumerated() {
      batch.lines[row] = Int32(row + 2)
      for column in columns {
        let field = FactField.named(column.name)!
        fill(column, row, fact[field], isNeeded: needed[field] != nil)
      }
    }
    try RandomFacts.load(batch, table.name, columns.map(\.name), months: months, into: store)
  }

  private static let needed: [FactTable: [FactField: ColumnKind]] = [
    .serviceRequest: [.requestID: .code],
    .serviceDelivery: [.deliveryID: .code, .provider: .code, .quantity: .real, .unit: .code],
    .serviceOffer: [.offerID: .code, .provider: .code, .isFree: .integer],
    .population: [.sex: .code],
    .exchange: [.exchangeID: .code, .resourceKind: .code],
    .tableProposal: [.proceedingID: .code, .number: .code, .text: .code],
    .prevalence: [.origin: .code, .year: .integer],
    .searchStep: [.step: .integer, .node: .code, .results: .integer],
  ]

  private func kind(of field: FactField, _ rows: [[FactField: String]]) -> ColumnKind {
    if field.isToken { return .token }
    if [.planned, .achieved, .capacity, .fte, .quantity, .prevalence, .hours].contains(field) {
      return .real
    }
    let isNumber = rows.allSatisfy { row in
      row[field].map { Day(iso: $0) != nil || $0 == "S" || $0 == "N" } ?? true
    }
    let isCount = [
      .year, .ageFrom, .ageTo, .residents, .amountCents, .grossCents, .employees, .birthYear,
    ]
    .contains(field)
    return isNumber || isCount ? .integer : .code
  }

  private func fill(_ column: FactColumn, _ row: Int, _ told: String?, isNeeded: Bool) {
    switch column.kind {
    case .token:
      // Nobody: the fact names no person.
      if told == "" { return }
      column.a[row] = Int64(bitPattern: fingerprint(told ?? "riga \(row)"))
      column.b[row] = 1
    case .code:
      if let text = told ?? (isNeeded ? "x\(row)" : nil) {
        column.a[row] = column.dictionary!.index(of: text)
      }
    case .real:
      if let number = told.flatMap(Double.init) ?? (isNeeded ? 0 : nil) {
        column.a[row] = Int64(bitPattern: number.bitPattern)
      }
    default:
      if let told {
        column.a[row] =
          Day(iso: told).map { Int64($0.number) } ?? Int64(told) ?? (told == "S" ? 1 : 0)
      } else if isNeeded {
        column.a[row] = 0
      }
    }
  }
}
