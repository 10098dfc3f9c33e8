import Crypto
import Foundation
public import Indicators
import Warehouse

/// Writes an edition: every page, workbook and open-data file, scanned, then put in place whole.
///
/// The new edition is written beside the old one and swapped by renaming; if anything fails the old
/// one is untouched and nothing new is left behind.
public struct EditionWriter: Sendable {
  /// Version of the tool, for `edition.json`.
  public var toolVersion: String
  private var forbidden: ForbiddenContent

  /// - Parameter allowedOrganisations: fiscal codes (eleven digits) that may appear in the outputs.
  public init(toolVersion: String, allowedOrganisations: Set<String> = []) {
    self.toolVersion = toolVersion
    forbidden = ForbiddenContent(allowedOrganisations: allowedOrganisations)
  }

  /// - Parameter directory: of the edition, `reports/2026-06-30`; replaced whole.
  /// - Parameter progress: told how much of the work is done, from 0 to 1.
  /// - Returns: the files written, sorted by path, `edition.json` last.
  /// - Throws: `EditionError`; a workbook that cannot be written throws `WorkbookError`.
  @discardableResult
  public func write(
    _ evidence: Evidence, tables: [TableBrief], language: Language = .it, to directory: String,
    progress: (Double) -> Void = { _ in }
  ) throws -> [EditionOutput] {
    let stage = try EditionStage(replacing: directory)
    var outputs: [EditionOutput] = []
    func put(_ bytes: [UInt8], _ path: String) throws {
      try scan(bytes, path)
      try stage.write(bytes, to: path)
      outputs.append(output(bytes, path))
    }
    let context = ReportContext(evidence: evidence, tables: tables, language: language)
    let pages = try PageWriter(
      frame: context.frame, navigation: ReportCatalogue.navigation(context))
    let workbooks = WorkbookRenderer(frame: context.frame)
    let reports = ReportCatalogue.kinds.flatMap { $0.reports(context) }
    for (done, report) in reports.enumerated() {
      progress(Double(done) / Double(reports.count))
      try put(try pages.page(report), report.path + ".html")
      if report.hasWorkbook {
        let path = report.path + ".xlsx"
        let texts = try workbooks.write(report, to: try stage.prepare(path))
        try scan(Array(texts.joined(separator: "\n").utf8), path)
        outputs.append(output(try stage.read(path), path))
      }
    }
    let open = OpenTables.all(evidence)
    for table in open { try put(table.bytes, "dati/\(table.name).csv") }
    let maps = OpenMap.all(context.reader)
    for map in maps { try put(map.bytes, "dati/" + map.file) }
    try put(DataPackage.bytes(context.frame, open, maps), "dati/datapackage.json")
    try put(
      CatalogueRecord.bytes(
        context.frame, open, maps, ipaCode: evidence.territory.ipaCode,
        since: evidence.observations.lazy.map(\.period.firstDay).min()),
      "dati/dcat.ttl")
    try put(
      OpenDataReadme.bytes(
        context.frame, open, provisional: evidence.territory.groups.filter(\.isProvisional)),
      "dati/README.md")
    outputs.sort { $0.path < $1.path }
    let manifest = EditionManifest.bytes(
      evidence, language: language, toolVersion: toolVersion, outputs: outputs)
    try put(manifest, "edition.json")
    try stage.commit()
    return outputs
  }

  private func scan(_ bytes: [UInt8], _ path: String) throws {
    if let found = forbidden.firstMatch(in: bytes) {
      throw EditionError.forbidden(file: path, line: found.line, kind: found.kind)
    }
  }

  private func output(_ bytes: [UInt8], _ path: String) -> EditionOutput {
    EditionOutput(path: path, bytes: bytes.count, sha256: hexadecimal(SHA256.hash(data: bytes)))
  }
}

func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  return String(
    decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
