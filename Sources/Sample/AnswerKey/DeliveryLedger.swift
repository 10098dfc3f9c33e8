/// What must come of one delivery: counted while it is written, from what was put into it.
struct DeliveryLedger {
  /// Line numbers kept for each code.
  static let linesKept = 200

  let file: String
  /// Data rows: title, header and total rows are not among them.
  private(set) var read = 0
  private(set) var refused = 0
  /// Rows a correction brings back in order.
  var corrected = 0
  private var counts = [Int](repeating: 0, count: FindingCode.allCases.count)
  private var lines = [[Int]](repeating: [], count: FindingCode.allCases.count)
  /// What this delivery has named and no delivery holds.
  private var unknown: Set<String> = []

  init(file: String) { self.file = file }

  var kept: Int { read - refused }

  mutating func row(refused isRefused: Bool = false) {
    read += 1
    if isRefused { refused += 1 }
  }

  mutating func note(_ code: FindingCode, line: Int) {
    let place = code.position
    counts[place] += 1
    if lines[place].count < DeliveryLedger.linesKept { lines[place].append(line) }
  }

  /// A kept row names what no delivery holds: it is said once, at the first that does.
  mutating func note(unknown id: String, in column: String, line: Int) {
    if unknown.insert("\(column) \(id)").inserted { note(.unknownReference, line: line) }
  }

  /// Findings by code, those that occur.
  var json: JSON {
    .object([
      ("file", .string(file)), ("lette", .int(read)), ("tenute", .int(kept)),
      ("scartate", .int(refused)), ("corrette", .int(corrected)),
      (
        "rilievi",
        .object(
          FindingCode.allCases.filter { counts[$0.position] > 0 }.map { code in
            let place = code.position
            var parts: [(String, JSON)] = [("numero", .int(counts[place]))]
            if counts[place] <= DeliveryLedger.linesKept {
              parts.append(("righe", .array(lines[place].map(JSON.int))))
            }
            return (code.rawValue, .object(parts))
          })
      ),
    ])
  }
}

extension FindingCode {
  var position: Int {
    switch self {
    case .missingValue: 0
    case .invalidDate: 1
    case .futureDate: 2
    case .datesOutOfOrder: 3
    case .invalidNumber: 4
    case .outOfRange: 5
    case .unknownCode: 6
    case .unknownComune: 7
    case .comuneOutside: 8
    case .invalidIdentifier: 9
    case .maskedIdentifier: 10
    case .repeatedID: 11
    case .totalRow: 12
    case .errorCell: 13
    case .shiftedRow: 14
    case .unknownReference: 15
    case .unqualifiedOffer: 16
    }
  }
}
