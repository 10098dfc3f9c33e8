import Foundation
import Testing

/// `reports/sample`, the small edition kept in the repository: whole, closed in itself, and said to be
/// invented. `make sample-report` writes it anew.
@Suite struct SampleReportTests {
  private static let folder = "reports/sample"

  private struct Manifest: Decodable {
    struct Output: Decodable {
      var file: String
      var byte: Int
    }

    var isSynthetic: Bool
    var outputs: [Output]

    enum CodingKeys: String, CodingKey {
      case isSynthetic = "dati_sintetici"
      case outputs = "uscite"
    }
  }

  @Test func itHoldsWhatItSaysItHolds() throws {
    let root = "\(Repository.root)/\(Self.folder)"
    let manifest = try JSONDecoder().decode(
      Manifest.self, from: Data(contentsOf: URL(fileURLWithPath: root + "/edition.json")))
    #expect(manifest.isSynthetic)
    let listed = Set(manifest.outputs.map(\.file))
    #expect(
      listed.isSuperset(of: [
        "index.html", "tavoli/anziani.html", "tavoli/anziani.xlsx", "dati/osservazioni.csv",
      ]))
    for output in manifest.outputs {
      let size = try FileManager.default.attributesOfItem(atPath: "\(root)/\(output.file)")[.size]
      #expect(size as? Int == output.byte, "\(output.file)")
    }
    let here = Repository.paths(under: Self.folder, ending: [""])
      .filter { !Self.isFolder($0) }.map { String($0.dropFirst(Self.folder.count + 1)) }
    #expect(Set(here) == listed.union(["edition.json"]))
  }

  @Test func everyPageSaysItIsInventedAndLeadsToWhatIsThere() throws {
    let pages = Repository.paths(under: Self.folder, ending: [".html"])
    #expect(pages.count > 10)
    for path in pages {
      let page = try Repository.text(path)
      #expect(page.contains("Dati di esempio (sintetici)"), "\(path)")
      #expect(Self.broken(page, at: path, exists: Repository.exists) == [], "\(path)")
    }
    #expect(try Repository.text(Self.folder + "/dati/README.md").contains("(sintetici)"))
  }

  @Test func aPageThatLeadsNowhereIsCaught() {
    let page = """
      <a href="../index.html#x">a</a> <a href="b.html">b</a> <a href="#qui">c</a>
      """
    let found = Self.broken(page, at: "reports/sample/tavoli/a.html") {
      $0 == "reports/sample/index.html"
    }
    #expect(found == ["reports/sample/tavoli/b.html"])
  }

  private static func broken(
    _ page: String, at path: String, exists: (String) -> Bool
  ) -> [String] {
    LinkLaw.violations(in: [SourceFile(path: path, text: markdown(page))], exists: exists).map {
      String($0.dropFirst("\(path) leads to ".count))
    }
  }

  /// The links of a page as those of the documents are written.
  private static func markdown(_ page: String) -> String {
    page.components(separatedBy: " href=\"").dropFirst().map {
      "[](" + $0.prefix { $0 != "\"" } + ")"
    }.joined(separator: "\n")
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(
      atPath: "\(Repository.root)/\(path)", isDirectory: &isFolder) && isFolder.boolValue
  }
}
