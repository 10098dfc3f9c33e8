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
    let stage = try EditionStage(replacing: directory, forbidden: forbidden)
    var outputs: [EditionOutput] = []
    func put(_ bytes: [UInt8], _ path: String) throws {
      outputs.append(try Self.put(bytes, path, on: stage))
    }
    let context = ReportContext(evidence: evidence, tables: tables, language: language)
    let pages = try PageWriter(
      frame: context.frame, navigation: ReportCatalogue.navigation(context))
    let workbooks = WorkbookRenderer(frame: context.frame)
    let reports = concurrently(ReportCatalogue.kinds.count) {
      ReportCatalogue.kinds[$0].reports(context)
    }.flatMap(\.self)
    for first in stride(from: 0, to: reports.count, by: Self.batch) {
      progress(Double(first) / Double(reports.count))
      let some = Array(reports[first..<min(first + Self.batch, reports.count)])
      outputs += try concurrently(some.count) {
        try Self.put(some[$0], pages, workbooks, on: stage)
      }.flatMap(\.self)
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

  /// Reports written between two steps of the progress.
  private static let batch = 16

  private static func put(
    _ report: Report, _ pages: PageWriter, _ workbooks: WorkbookRenderer, on stage: EditionStage
  ) throws -> [EditionOutput] {
    let page = try put(try pages.page(report), report.path + ".html", on: stage)
    guard report.hasWorkbook else { return [page] }
    let path = report.path + ".xlsx"
    let texts = try workbooks.write(report, to: try stage.prepare(path))
    try stage.scan(Array(texts.joined(separator: "\n").utf8), path)
    return [page, output(try stage.read(path), path)]
  }

  private static func put(
    _ bytes: [UInt8], _ path: String, on stage: EditionStage
  ) throws -> EditionOutput {
    try stage.write(bytes, to: path)
    return output(bytes, path)
  }

  private static func output(_ bytes: [UInt8], _ path: String) -> EditionOutput {
    EditionOutput(path: path, bytes: bytes.count, sha256: hexadecimal(SHA256.hash(data: bytes)))
  }
}

func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  return String(
    decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
