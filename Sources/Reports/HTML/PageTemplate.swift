import Mustache

/// The frame of every page, its look and its few lines of behaviour: files in `Templates`, compiled
/// into the program.
struct PageTemplate {
  let css: String
  let script: String
  private let template: MustacheTemplate

  init() throws {
    template = try MustacheTemplate(string: PageTemplate.text(PackageResources.page_mustache))
    css = PageTemplate.text(PackageResources.page_css)
    script = PageTemplate.text(PackageResources.page_js)
  }

  func render(_ values: [String: Any]) throws -> String {
    try template.renderStrictly(values, name: "page.mustache")
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
