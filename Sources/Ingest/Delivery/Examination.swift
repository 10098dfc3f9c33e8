import Foundation
public import Warehouse

/// A dry run: what reading a file would give, without a warehouse to put it in.
public struct Examination {
  public let file: String
  let snapshot: Snapshot
  let table: DeliveredTable
  let findings: [Finding]
  /// True when the file was read against a contract; otherwise only its shape is known.
  let hasContract: Bool

  public var refused: Int { snapshot.rowsRefused }

  /// Examines one file, or every delivery of a source's folder.
  ///
  /// A file inside a source's `deliveries/` is read as that source; any other needs the contract's
  /// name to be read as more than a shape.
  public static func run(
    path: String, isFolder: Bool, dataset: String?, receivedOn: Day, reference: ReferenceFolder
  ) throws -> [Examination] {
    if isFolder {
      let folder = try SourceFolder(path: path)
      return try folder.deliveries.map { try Examination(file: $0, folder: folder, reference) }
    }
    let url = URL(fileURLWithPath: path)
    let source = url.deletingLastPathComponent().deletingLastPathComponent().path
    if FileManager.default.fileExists(atPath: source + "/source.json") {
      let folder = try SourceFolder(path: source)
      let deliveries = folder.deliveries.filter { $0.name == url.lastPathComponent }
      return try deliveries.map { try Examination(file: $0, folder: folder, reference) }
    }
    let file = DeliveryFile(path: path, name: url.lastPathComponent, receivedOn: receivedOn)
    if let dataset, Contract.named(dataset) == nil {
      throw DescriptorError(
        file: path,
        message: "il dataset «\(dataset)» non esiste"
          + Nearest.hint(to: dataset, in: Contract.all.map(\.dataset)))
    }
    let folder = SourceFolder(
      canonical: dataset.flatMap(Contract.named) ?? .shape, path: path, hasContract: dataset != nil)
    return [try Examination(file: file, folder: folder, reference)]
  }

  private init(file: DeliveryFile, folder: SourceFolder, _ reference: ReferenceFolder) throws {
    self.file = file.path
    hasContract = !folder.contract.fields.isEmpty
    let digest = try FileDigest(path: file.path)
    var snapshot = Snapshot(
      delivery: file.name, receivedOn: file.receivedOn, sha256: digest.sha256, bytes: digest.bytes,
      descriptor: String(repeating: "0", count: 64))
    guard hasContract else {
      table = try DeliveredTable(file: file, folder: folder)
      let batch = RawBatch()
      while try table.next(into: batch) { snapshot.rowsRead += batch.rows.count }
      snapshot.rowsKept = snapshot.rowsRead
      findings = []
      self.snapshot = snapshot
      return
    }
    // A key of the moment: tokens are made and forgotten.
    let delivery = Delivery(
      file: file, folder: folder, reference: reference, key: PersonKey.random(),
      progress: { _ in })
    let loaded = try delivery.load(snapshot, into: try Store(), receipts: nil)
    self.snapshot = loaded.snapshot
    table = loaded.table
    findings = loaded.log.findings
  }

  /// The object `check --json` prints.
  public var object: [String: Any] {
    let survey = table.opened.survey
    func text(_ byte: UInt8?) -> Any {
      byte.map { String(UnicodeScalar($0)) as Any } ?? NSNull()
    }
    return [
      "file": file, "sha256": snapshot.sha256, "kind": survey.kind.value.rawValue,
      "encoding": survey.encoding.map { $0.value.rawValue as Any } ?? NSNull(),
      "delimiter": text(survey.delimiter?.value), "quote": text(survey.quote?.value),
      "escape": text(survey.escape),
      "newline": survey.newline.map { $0.rawValue as Any } ?? NSNull(),
      "sheet": table.opened.sheet.map { $0 as Any } ?? NSNull(),
      "headerRows": table.headerLine == nil ? 0 : table.folder.settings.headerRows,
      "columns": table.headers, "rows": snapshot.rowsRead, "kept": snapshot.rowsKept,
      "refused": snapshot.rowsRefused,
      "findings": findings.map { finding -> [String: Any] in
        let kind = FindingKind.named(finding.code)
        return [
          "code": finding.code, "severity": finding.severity.rawValue, "line": Int(finding.line),
          "column": finding.header, "message": kind?.message.it ?? finding.code,
          "expected": kind?.expected ?? "",
        ]
      },
    ]
  }

  /// For a reader at a terminal.
  public var text: String {
    var lines = [
      "\(file): \(snapshot.rowsRead) righe, \(snapshot.rowsKept) tenute, "
        + "\(snapshot.rowsRefused) rifiutate"
    ]
    let survey = table.opened.survey
    lines.append(
      "  formato \(survey.kind.value.rawValue)"
        + (survey.encoding.map { ", codifica \($0.value.rawValue)" } ?? "")
        + (survey.delimiter.map { ", separatore \(DialectName.name(of: $0.value))" } ?? ""))
    lines.append("  colonne: " + table.headers.joined(separator: ", "))
    for finding in findings.prefix(40) {
      let kind = FindingKind.named(finding.code)
      lines.append(
        "  riga \(finding.line), \(finding.header.isEmpty ? "riga intera" : finding.header): "
          + "\(kind?.message.it ?? finding.code)"
          + (finding.cell.isEmpty ? "" : " «\(finding.cell)»")
          + (finding.detail.isEmpty ? "" : " (\(finding.detail))"))
    }
    if findings.count > 40 { lines.append("  … e altri \(findings.count - 40) rilievi") }
    return lines.joined(separator: "\n")
  }
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
