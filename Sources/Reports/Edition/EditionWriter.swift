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

  /// - Parameter previous: the edition before this one; what has changed since has a page.
  /// - Parameter directory: of the edition, `reports/2026-06-30`; replaced whole.
  /// - Parameter progress: told how much of the work is done, from 0 to 1.
  /// - Returns: the files written, sorted by path, `edition.json` last.
  /// - Throws: `EditionError`; a workbook that cannot be written throws `WorkbookError`.
  @discardableResult
  public func write(
    _ evidence: Evidence, tables: [TableBrief], language: Language = .it,
    since previous: PublishedEdition? = nil, to directory: String,
    progress: (Double) -> Void = { _ in }
  ) throws -> [EditionOutput] {
    let stage = try EditionStage(replacing: directory, forbidden: forbidden)
    let context = ReportContext(
      evidence: evidence, tables: tables, language: language, previous: previous?.asOf)
    var (outputs, openData) = try together(
      { try Self.writeReports(context, on: stage, progress) },
      { try Self.writeOpenData(evidence, context, on: stage) })
    outputs += openData
    if let previous {
      try putManifest(outputs, context, on: stage)
      outputs += try Self.writeBulletin(since: previous, context, on: stage)
    }
    outputs.sort { $0.path < $1.path }
    outputs.append(try putManifest(outputs, context, on: stage))
    try stage.commit()
    return outputs
  }

  @discardableResult
  private func putManifest(
    _ outputs: [EditionOutput], _ context: ReportContext, on stage: EditionStage
  ) throws -> EditionOutput {
    let manifest = EditionManifest.bytes(
      context.evidence, language: context.language, toolVersion: toolVersion, outputs: outputs)
    return try Self.put(manifest, "edition.json", on: stage)
  }

  /// What is about to be published is held against what was.
  private static func writeBulletin(
    since previous: PublishedEdition, _ context: ReportContext, on stage: EditionStage
  ) throws -> [EditionOutput] {
    let comparison = EditionComparison(
      previous,
      try PublishedEdition(directory: stage.folder, holding: context.evidence.observations))
    let bulletin = RevisionBulletin(comparison, language: context.language)
    return try put(
      bulletin.report(at: RevisionBulletin.path, trail: [ReportCatalogue.home(context)]),
      try pageWriter(context),
      WorkbookRenderer(frame: context.frame), on: stage)
  }

  private static func pageWriter(_ context: ReportContext) throws -> PageWriter {
    try PageWriter(
      frame: context.frame, navigation: ReportCatalogue.navigation(context),
      accessibility: AccessibilityPage.link(context.language))
  }

  /// Pages and workbooks.
  private static func writeReports(
    _ context: ReportContext, on stage: EditionStage, _ progress: (Double) -> Void
  ) throws -> [EditionOutput] {
    let pages = try pageWriter(context)
    let workbooks = WorkbookRenderer(frame: context.frame)
    let drafts = ReportCatalogue.kinds.flatMap { $0.drafts(context) }
    var outputs: [EditionOutput] = []
    for first in stride(from: 0, to: drafts.count, by: batch) {
      progress(Double(first) / Double(drafts.count))
      let some = Array(drafts[first..<min(first + batch, drafts.count)])
      outputs += try concurrently(some.count) {
        try put(some[$0](), pages, workbooks, on: stage)
      }.flatMap(\.self)
    }
    return outputs
  }

  /// The files of `dati`.
  private static func writeOpenData(
    _ evidence: Evidence, _ context: ReportContext, on stage: EditionStage
  ) throws -> [EditionOutput] {
    let tables = OpenTables.all(evidence)
    let maps = OpenMap.all(context.reader)
    let files =
      tables.map { ("\($0.name).csv", $0.bytes) } + maps.map { ($0.file, $0.bytes) } + [
        ("datapackage.json", DataPackage.bytes(context.frame, tables, maps)),
        (
          "README.md",
          OpenDataReadme.bytes(
            context.frame, tables,
            provisional: evidence.territory.groups.filter(\.isProvisional))
        ),
      ]
    let record = CatalogueRecord.bytes(
      context.frame, tables, maps, of: evidence.territory,
      since: evidence.observations.lazy.map(\.period.firstDay).min())
    return try files.map { try put($0.1, "dati/" + $0.0, on: stage) } + [
      try put(
        record, "dati/dcat.ttl", on: stage, allowing: evidence.territory.office?.mailbox)
    ]
  }

  /// Reports written between two steps of the progress.
  private static let batch = 16

  private static func put(
    _ report: Report, _ pages: PageWriter, _ workbooks: WorkbookRenderer, on stage: EditionStage
  ) throws -> [EditionOutput] {
    let page = try put(
      try pages.page(report), report.path + ".html", on: stage, allowing: report.mailbox)
    guard report.hasWorkbook else { return [page] }
    let path = report.path + ".xlsx"
    let texts = try workbooks.write(report, to: try stage.prepare(path))
    try stage.scan(Array(texts.joined(separator: "\n").utf8), path)
    return [page, output(try stage.take(path), path)]
  }

  private static func put(
    _ bytes: [UInt8], _ path: String, on stage: EditionStage, allowing mailbox: String? = nil
  ) throws -> EditionOutput {
    try stage.write(bytes, to: path, allowing: mailbox)
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
