import Warehouse

/// What was found in a delivery, counted by cause while its rows go by: nothing is read again for the
/// receipt.
struct FindingLog {
  private(set) var counts: [String: Int] = [:]
  private(set) var causes: [Cause.Key: Cause] = [:]
  /// Every finding up to `limit`.
  private(set) var findings: [Finding] = []

  /// Enough for any office to act on; beyond it the same mistakes repeat, and the counts tell so.
  static let limit = 100_000

  var total: Int { counts.values.reduce(0, +) }

  mutating func add(_ finding: Finding) { add(batch: [finding]) }

  /// All the findings of a row come in the same call.
  mutating func add(batch: [Finding]) {
    guard !batch.isEmpty else { return }
    var errors: [(line: Int32, cause: Cause.Key)] = []
    for finding in batch {
      counts[finding.code, default: 0] += 1
      if findings.count < FindingLog.limit { findings.append(finding) }
      let key = Cause.Key(finding)
      causes[key, default: Cause(key)].add(finding)
      if finding.severity == .error, finding.line > 0 { errors.append((finding.line, key)) }
    }
    guard !errors.isEmpty else { return }
    errors.sort { $0.line < $1.line }
    var start = 0
    while start < errors.count {
      var end = start + 1
      while end < errors.count, errors[end].line == errors[start].line { end += 1 }
      addRefusedRow(errors[start..<end].map(\.cause))
      start = end
    }
  }

  /// What else is wrong with a shifted row follows from the shift.
  private mutating func addRefusedRow(_ errors: [Cause.Key]) {
    let shift = errors.filter { $0.code == FindingKind.shiftedRow.code }
    let distinct = Set(shift.isEmpty ? errors : shift)
    for key in distinct { causes[key]!.addRefusedRow(isAlone: distinct.count == 1) }
  }

  /// By code, rows refused for it in one column or another.
  var refusals: [String: Int] {
    causes.values.reduce(into: [:]) { sums, cause in
      if cause.refusedRows > 0 { sums[cause.key.code, default: 0] += cause.refusedRows }
    }
  }

  /// What to mend, most rewarding first: rows that come back by mending this alone, then rows refused
  /// for this and more, then cells emptied.
  var toDo: [Cause] {
    causes.values.sorted { a, b in
      (b.regained, b.refusedRows, b.severity.rank, b.count, a.key.code, a.key.header)
        < (a.regained, a.refusedRows, a.severity.rank, a.count, b.key.code, b.key.header)
    }
  }
}

/// The same thing wrong in the same column: what is mended once at the source.
struct Cause {
  struct Key: Hashable {
    let code: String
    let header: String

    init(_ finding: Finding) {
      code = finding.code
      header = finding.header
    }
  }

  /// A delivered value (masked where personal) and how often it was met.
  struct Value {
    let cell: String
    let detail: String
    var count: Int
  }

  let key: Key
  private(set) var count = 0
  private(set) var severity = Finding.Severity.note
  /// Rows refused for this, alone or with other causes.
  private(set) var refusedRows = 0
  /// Rows refused for this alone: mending it brings them back.
  private(set) var regained = 0
  private(set) var examples: [Finding] = []
  private var values: [String: Value] = [:]
  /// True when there were more distinct values than are kept.
  private(set) var hasMoreValues = false

  static let exampleLimit = 20
  static let valueLimit = 200

  init(_ key: Key) { self.key = key }

  var kind: FindingKind? { FindingKind.named(key.code) }

  fileprivate mutating func add(_ finding: Finding) {
    count += 1
    if finding.severity.rank > severity.rank { severity = finding.severity }
    if examples.count < Cause.exampleLimit { examples.append(finding) }
    if values[finding.cell] != nil {
      values[finding.cell]!.count += 1
    } else if values.count < Cause.valueLimit {
      values[finding.cell] = Value(cell: finding.cell, detail: finding.detail, count: 1)
    } else {
      hasMoreValues = true
    }
  }

  fileprivate mutating func addRefusedRow(isAlone: Bool) {
    refusedRows += 1
    if isAlone { regained += 1 }
  }

  /// Most frequent first.
  var distinctValues: [Value] {
    values.values.sorted { (-$0.count, $0.cell) < (-$1.count, $1.cell) }
  }
}

extension Finding.Severity {
  var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}
