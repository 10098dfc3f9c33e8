internal import Warehouse

/// A delivery in the contract's own words: no map, ISO days, decimal points, one row after the other.
struct Register: ~Copyable {
  let publisher: String
  let dataset: String
  private let columns: [String]
  private let faults: [Int: RegisterFault]
  private let name: String
  private let folder: SourceFolder
  private var out: ByteWriter
  private var ledger: DeliveryLedger
  /// Rows in the current view: repetitions and refusals are not.
  private(set) var current = 0
  private var refused: Set<String> = []

  /// - Parameter faults: what is wrong with which row, counted from 1.
  init(
    _ root: String, publisher: String, dataset: String, on day: Day, columns: [String],
    faults: [Int: RegisterFault] = [:]
  ) throws(SampleError) {
    let name = "\(day).csv"
    let folder = try SourceFolder(root: root, publisher: publisher, dataset: dataset)
    var file = try ByteWriter(path: folder.delivery(name))
    file.row(columns, separator: ",")
    self.publisher = publisher
    self.dataset = dataset
    self.columns = columns
    self.faults = faults
    self.name = name
    self.folder = folder
    ledger = DeliveryLedger(file: name)
    out = file
  }

  /// Rows written so far, repetitions included.
  var rows: Int { ledger.read }

  /// - Parameters:
  ///   - cells: in the order of the columns; nil is a blank.
  ///   - unknown: columns that name what no delivery holds.
  mutating func row(_ cells: [String?], unknown: [String] = []) {
    let fault = faults[ledger.read + 1]
    var cells = cells
    if let fault, let column = columns.firstIndex(of: fault.column) { cells[column] = fault.text }
    ledger.row(refused: fault?.refuses ?? false)
    if let fault, !fault.repeats { ledger.note(fault.finding, line: out.line) }
    // Of a row that is there twice the second holds.
    var line = out.line
    write(cells)
    if let fault, fault.repeats {
      ledger.row()
      line = out.line
      ledger.note(.repeatedID, line: line)
      write(cells)
    }
    guard !(fault?.refuses ?? false) else {
      if let id = cells[0] { refused.insert(id) }
      return
    }
    current += 1
    for column in unknown {
      if let id = cells[columns.firstIndex(of: column)!] {
        ledger.note(unknown: id, in: column, line: line)
      }
    }
  }

  private mutating func write(_ cells: [String?]) {
    for (i, cell) in cells.enumerated() {
      if i > 0 { out.text(",") }
      if let cell { out.csvCell(cell) }
    }
    out.newline()
  }

  /// Closes the file, describes the source and tells the key what must come of it.
  ///
  /// - Parameter words: by field, the words of the register's own lists and their codes.
  mutating func finish(
    editore: String, titolo: String, note: String = "",
    words: [(field: String, pairs: [(String, String)])] = [],
    more: [(String, JSON)] = [],
    _ key: inout AnswerKey
  ) throws(SampleError) -> SampleFile {
    let bytes = try out.close()
    let untold =
      words.isEmpty
      ? "Nomi e valori del contratto: non serve alcuna mappa." : SourceFolder.ownWordsAlone
    try folder.describe([
      ("editore", .string(editore)), ("titolo", .string(titolo + " (dati sintetici)")),
      ("politica", .string("cumulativa")), ("formato", .string("csv")),
      ("formato_data", .string("aaaa-mm-gg")), ("numeri", .string("internazionali")),
      ("collegamento", .string(SampleGenerator.linkScope)),
      (
        "note",
        .string(note.isEmpty ? untold : note)
      ),
    ])
    try folder.mapOwnWords(words)
    key.add(refused: refused, of: dataset)
    key.add(
      publisher: publisher, dataset, policy: .cumulative, [ledger], current: current, more: more)
    return SampleFile(path: folder.delivery(name), rows: ledger.read, bytes: bytes)
  }
}

/// One thing wrong with one row of a register.
struct RegisterFault {
  var column: String
  /// What stands in the cell instead; nil is a blank.
  var text: String?
  var finding: FindingCode
  var refuses: Bool
  var repeats = false

  static func missing(_ column: String) -> RegisterFault {
    RegisterFault(column: column, text: nil, finding: .missingValue, refuses: true)
  }
  /// A day that does not exist.
  static func noDay(_ column: String, refuses: Bool) -> RegisterFault {
    RegisterFault(column: column, text: "2026-02-30", finding: .invalidDate, refuses: refuses)
  }
  static func unknownWord(_ column: String) -> RegisterFault {
    RegisterFault(column: column, text: "varie", finding: .unknownCode, refuses: false)
  }
  static func unknownComune(_ column: String, _ text: String) -> RegisterFault {
    RegisterFault(column: column, text: text, finding: .unknownComune, refuses: false)
  }
  static func noNumber(_ column: String, refuses: Bool) -> RegisterFault {
    RegisterFault(
      column: column, text: "da definire", finding: .invalidNumber, refuses: refuses)
  }
  static let repeated = RegisterFault(
    column: "", text: nil, finding: .repeatedID, refuses: false, repeats: true)
}

extension World {
  /// A stream of a register's own; its name keeps it apart from the others.
  func stream(_ register: String, _ index: Int) -> RandomStream {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in register.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return RandomStream(seed: seed ^ hash, .register, index)
  }

  func code(_ comune: Int) -> String { territory.comuni[comune].code }
}

/// Euro with two decimals.
func euros(_ cents: Int) -> String {
  "\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100)"
}

/// A number of tenths, `7.5`.
func tenths(_ value: Int) -> String {
  value % 10 == 0 ? "\(value / 10)" : "\(value / 10).\(value % 10)"
}

func yesNo(_ flag: Bool) -> String { flag ? "si" : "no" }
