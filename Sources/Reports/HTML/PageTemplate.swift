import Mustache

/// The frame of every page, its look and its behaviour: files in `Templates`, compiled into the
/// program.
struct PageTemplate {
  let css: String
  private let template: MustacheTemplate

  init() throws {
    template = try MustacheTemplate(string: PageTemplate.text(PackageResources.page_mustache))
    css = PageTemplate.text(PackageResources.page_css)
  }

  func render(_ values: [String: Any]) throws -> String {
    try template.renderStrictly(values, name: "page.mustache")
  }

  /// The script of a page: only the parts it has a use for, in one function of their own.
  func script(_ parts: ScriptParts) -> String {
    var sources = [PackageResources.page_js]
    if parts.contains(.tables) { sources.append(PackageResources.tables_js) }
    if parts.contains(.charts) { sources.append(PackageResources.charts_js) }
    if parts.contains(.finder) { sources.append(PackageResources.finder_js) }
    return "(function () {\n\"use strict\";\n" + sources.map(PageTemplate.text).joined() + "})();\n"
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}

/// What the script of a page must be able to do.
struct ScriptParts: OptionSet {
  let rawValue: Int

  static let tables = ScriptParts(rawValue: 1)
  static let charts = ScriptParts(rawValue: 2)
  /// Finding pages and comparing rows; it searches as tables do.
  static let finder = ScriptParts(rawValue: 4)

  init(rawValue: Int) { self.rawValue = rawValue }

  init(_ sections: [Section]) {
    self = []
    for section in sections {
      formUnion(ScriptParts(section.parts))
      for block in section.blocks {
        switch block {
        case .table(let table): formUnion(ScriptParts(table))
        case .charts(_, let table): formUnion(ScriptParts(table).union(.charts))
        case .finder: formUnion([.finder, .tables])
        case .sentence, .list, .particulars, .keyFigures, .callout, .links: break
        }
      }
    }
  }

  private init(_ table: Table) { self = table.isComparable ? [.tables, .finder] : .tables }
}
