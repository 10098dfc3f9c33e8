import Foundation
public import Warehouse

/// A dry run: what reading a file would give, without a warehouse to put it in.
public struct Examination {
  public let file: String
  let snapshot: Snapshot
  let table: DeliveredTable
  /// Nil without a contract.
  let receipt: Receipt?
  private let shapeFindings: [Finding]
  private let language: ReceiptLanguage
  var findings: [Finding] { receipt?.log.findings ?? shapeFindings }
  /// True when the file was read against a contract; otherwise only its shape is known.
  let hasContract: Bool

  public var refused: Int { snapshot.rowsRefused }

  /// Examines one file, or every delivery of a source's folder.
  ///
  /// A file inside a source's `deliveries/` is read as that source; any other needs the contract's
  /// name to be read as more than a shape, and a shape needs no reference.
  public static func run(
    path: String, isFolder: Bool, dataset: String?, receivedOn: Day,
    reference: @autoclosure () throws -> ReferenceFolder, receipts: ReceiptWriting = .none
  ) throws -> [Examination] {
    if isFolder {
      let folder = try SourceFolder(path: path)
      let reference = try reference()
      return try folder.deliveries.map { try examined($0, folder, reference, receipts) }
    }
    let url = URL(fileURLWithPath: path)
    if let source = SourceFolder.path(ofDelivery: path) {
      let folder = try SourceFolder(path: source)
      let deliveries = folder.deliveries.filter { $0.name == url.lastPathComponent }
      return try deliveries.map { try examined($0, folder, reference(), receipts) }
    }
    let file = DeliveryFile(path: path, name: url.lastPathComponent, receivedOn: receivedOn)
    if let dataset, Contract.named(dataset) == nil {
      throw DescriptorError(file: path, message: Contract.unknown(dataset))
    }
    let folder = SourceFolder(
      canonical: dataset.flatMap(Contract.named) ?? .shape, path: path, hasContract: dataset != nil)
    return [try examined(file, folder, reference(), receipts)]
  }

  /// A file that cannot be read says which it is.
  private static func examined(
    _ file: DeliveryFile, _ folder: SourceFolder,
    _ reference: @autoclosure () throws -> ReferenceFolder, _ receipts: ReceiptWriting
  ) throws -> Examination {
    try UnreadableFile.naming(file.path) {
      try FileStamp.holding(file.path) {
        try Examination(file: file, folder: folder, reference(), receipts, isSame: $0)
      }
    }
  }

  private init(
    file: DeliveryFile, folder: SourceFolder,
    _ reference: @autoclosure () throws -> ReferenceFolder, _ receipts: ReceiptWriting,
    isSame: () throws -> Void
  ) throws {
    self.file = file.path
    language = receipts.language
    hasContract = !folder.contract.fields.isEmpty
    let digest = try FileDigest(path: file.path)
    var snapshot = Snapshot(
      delivery: file.name, receivedOn: file.receivedOn, sha256: digest.sha256, bytes: digest.bytes,
      descriptor: String(repeating: "0", count: 64))
    guard hasContract else {
      table = try DeliveredTable(file: file, folder: folder)
      shapeFindings = try Examination.shape(of: table, &snapshot)
      try isSame()
      receipt = nil
      self.snapshot = snapshot
      return
    }
    // A key of the moment: tokens are made and forgotten.
    let delivery = Delivery(
      file: file, folder: folder, reference: try reference(), key: PersonKey.random(),
      forgotten: ForgottenMarks(), writing: receipts, progress: { _ in })
    let loaded = try delivery.load(snapshot, into: try Store(), isSame: isSame)
    try loaded.writeReceipt()
    self.snapshot = loaded.snapshot
    table = loaded.table
    receipt = loaded.receipt
    shapeFindings = []
  }

  /// What can be said of a table of which nothing is known: which rows are data, and which of those
  /// have no place under the header.
  private static func shape(
    of table: DeliveredTable, _ snapshot: inout Snapshot
  ) throws -> [Finding] {
    let conventions = try Conventions(table: table, settings: table.folder.settings)
    var log = FindingLog()
    var findings: [Finding] = []
    let batch = RawBatch()
    while try table.next(into: batch) {
      conventions.filter.remove(from: batch, findings: &findings)
      table.markSpoiledRows(in: batch)
      snapshot.rowsRead += batch.rows.count
      for row in batch.rows {
        let finding =
          batch.brokenRecord(at: row.line)
          ?? table.oddity(of: row, in: batch, rowsAreEven: conventions.rowsAreEven)
        guard let finding else { continue }
        findings.append(finding)
        if finding.severity == .error { snapshot.rowsRefused += 1 }
      }
      for finding in findings { log.add(finding) }
      findings.removeAll(keepingCapacity: true)
    }
    snapshot.rowsKept = snapshot.rowsRead - snapshot.rowsRefused
    return table.findings + conventions.findings + log.findings + table.closingFindings
  }

  /// What `check --json` prints of a file that cannot be read as a whole.
  public static func object(ofRefused path: String, _ error: UnreadableFile) -> [String: Any] {
    let nothing = NSNull()
    let digest = try? FileDigest(path: path)
    return [
      "file": path, "sha256": digest.map { $0.sha256 as Any } ?? nothing,
      "kind": error.kind.map { $0.rawValue as Any } ?? nothing, "encoding": nothing,
      "delimiter": nothing, "quote": nothing, "escape": nothing, "newline": nothing,
      "sheet": nothing, "headerRows": 0, "columns": [String](), "rows": 0, "kept": 0, "refused": 0,
      "findings": [
        [
          "code": error.code, "severity": Finding.Severity.error.rawValue,
          "line": error.line ?? 0, "column": "", "message": error.message, "expected": "",
        ] as [String: Any]
      ],
    ]
  }

  /// The object `check --json` prints, without its findings: they may be a hundred thousand, and are made
  /// one at a time.
  public var object: [String: Any] {
    let survey = table.opened.survey
    func text(_ byte: UInt8?) -> Any {
      byte.map { String(UnicodeScalar($0)) as Any } ?? NSNull()
    }
    return [
      "file": file, "sha256": snapshot.sha256, "kind": survey.kind.value.rawValue,
      "encoding": survey.encoding.map { $0.value.rawValue as Any } ?? NSNull(),
      "delimiter": text(survey.delimiter?.value), "quote": text(survey.quote?.value),
      "escape": text(survey.escape?.value ?? nil),
      "newline": survey.newline.map { $0.rawValue as Any } ?? NSNull(),
      "sheet": table.opened.sheet.map { DeliveredTable.withoutPersons($0) as Any } ?? NSNull(),
      "headerRows": table.headerCells.count,
      "columns": DeliveredTable.withoutPersons(table.headers), "rows": snapshot.rowsRead,
      "kept": snapshot.rowsKept,
      "refused": snapshot.rowsRefused,
    ]
  }

  public var findingObjects: some Sequence<[String: Any]> {
    let details = EnglishDetails()
    return findings.lazy.map { finding in
      let kind = FindingKind.named(finding.code)
      let detail = language == .it ? finding.detail : details.english(finding.detail)
      return [
        "code": finding.code, "severity": finding.severity.rawValue, "line": Int(finding.line),
        "column": finding.header,
        "message": FindingWords.message(kind, finding.code, language)
          + (detail.isEmpty ? "" : " (\(detail))"),
        "expected": FindingWords.expected(kind, language),
      ]
    }
  }

  /// For a reader at a terminal: the summary of the receipt, how the file was understood, and the first
  /// findings one by one.
  public var text: String {
    var lines = [
      "\(file): righe \(snapshot.rowsRead), tenute \(snapshot.rowsKept), "
        + "rifiutate \(snapshot.rowsRefused)",
      "  colonne: " + DeliveredTable.withoutPersons(table.headers).joined(separator: ", "),
    ]
    var decisions = Decisions.file(table.opened.survey)
    if let receipt {
      lines = [ReceiptSummary(receipt).text, ReceiptPhrases.understood[language] + ":"]
      decisions = Decisions.list(table: table, conventions: receipt.conventions)
    }
    lines += decisions.map {
      let words = DecisionWords($0, language)
      return "  \(words.label): \(words.value) (\(words.because))"
    }
    if let receipt {
      lines += FileRemarks(receipt).rows(language).map { "  " + $0.joined(separator: ": ") }
    }
    if !findings.isEmpty { lines += ["", ReceiptPhrases.lines[language] + ":"] }
    lines += findings.prefix(Examination.findingsShown).map { entry($0, language) }
    if findings.count > Examination.findingsShown {
      lines.append(
        "  … "
          + ReceiptPhrases.moreFindings(
            language, language.integer(findings.count - Examination.findingsShown)))
    }
    return lines.joined(separator: "\n")
  }

  /// Where, what is wrong with which value, and under it what was expected.
  private func entry(_ finding: Finding, _ language: ReceiptLanguage) -> String {
    let words = ReceiptPhrases.self
    let place =
      finding.line > 0
      ? "\(words.line[language]) \(finding.line)"
      : words.wholeFile[language].prefix(1).uppercased() + words.wholeFile[language].dropFirst()
    let expected = FindingWords.expected(FindingKind.named(finding.code), language)
    return "  \(place), " + FindingWords.sentence(finding, language)
      + (finding.cell.isEmpty ? "" : " «\(finding.cell)»")
      + (expected.isEmpty ? "" : "\n    \(words.fix[language]): \(expected)")
  }

  static let findingsShown = 40
}

extension Contract {
  /// No contract: rows and columns, no meaning.
  static let shape = Contract(
    dataset: "", table: "", title: "", meaning: "Nessun contratto.", fields: [])
}

extension SourceFolder {
  /// A folder that is not there: a file in canonical form, without maps.
  init(canonical contract: Contract, path: String, hasContract: Bool) {
    self.path = path
    self.contract = contract
    settings = SourceSettings()
    source = Source(
      publisher: "prova", dataset: contract.dataset, title: "Prova", licence: "",
      policy: .cumulative,
      isSynthetic: false)
    columns = ColumnMap()
    values = ValueMap()
    corrections = []
    deliveries = []
    fingerprintParts = []
  }
}
