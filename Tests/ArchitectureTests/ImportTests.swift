import Testing

@Suite struct ImportTests {
  private func planted(_ path: String, _ text: String) -> SourceFile {
    SourceFile(path: path, text: text)
  }

  @Test func everySourceKeepsTheModuleLaw() throws {
    expectKept(ImportLaw.violations(in: try Repository.swift(under: "Sources")))
  }

  @Test func everyTestKeepsTheModuleLaw() throws {
    expectKept(ImportLaw.violations(inTests: try Repository.swift(under: "Tests")))
  }

  @Test func everyTargetHasItsPlace() {
    let folders = Repository.folders(in: "Sources").filter {
      !Repository.paths(under: "Sources/\($0)").isEmpty
    }
    #expect(Set(folders) == Set(ImportLaw.allowed.keys))
  }

  @Test func everySystemLibraryHasOneHome() throws {
    let libraries =
      try Repository.text("Package.swift").pieces(
        from: ".systemLibrary(\n      name: \"", to: "\"")
      + Repository.text("Package.swift").pieces(from: ".systemLibrary(name: \"", to: "\"")
    #expect(Set(libraries) == ["CXLSXWriter", "CZip", "CZlib", "CExpat"])
    #expect(
      ImportLaw.violations(ofLibraries: libraries, in: try Repository.swift(under: "Sources")) == []
    )
  }

  @Test func onlyTheWarehouseSpeaksToTheDatabase() throws {
    expectKept(StoreLaw.violations(in: try Repository.swift(under: "Sources")))
  }

  // MARK: A planted violation is caught

  @Test(arguments: [
    ("Ingest", "import GRDB"), ("Ingest", "import Indicators"), ("Ingest", "public import Reports"),
    ("Reports", "internal import GRDB"), ("Reports", "import Ingest"),
    ("Indicators", "import Spreadsheet"), ("Indicators", "@testable import Ingest"),
    ("Warehouse", "import Ingest"), ("Spreadsheet", "import Warehouse"),
    ("Sample", "import Ingest"), ("Reports", "@_exported public import tavolo"),
    ("Ingest", "import struct GRDB.Row"), ("tavolo", "import GRDB"),
    ("Unheard", "import Foundation"),
  ]) func aBrokenLawIsCaught(_ target: String, _ line: String) {
    let file = planted(
      "Sources/\(target)/Folder/File.swift", "/// A page.\n\(line)\n\nstruct A {}\n")
    #expect(ImportLaw.violations(in: [file]).count == 1)
  }

  @Test(arguments: [
    ("Ingest", "public import Warehouse"), ("Reports", "import Indicators"),
    ("Warehouse", "internal import GRDB"), ("Ingest", "// import GRDB"),
    ("Ingest", "  /// What is important: import nothing from Reports"),
    ("tavolo", "import ArgumentParser"), ("Sample", "import Glibc"),
  ]) func aKeptLawIsNot(_ target: String, _ line: String) {
    #expect(ImportLaw.violations(in: [planted("Sources/\(target)/File.swift", line)]) == [])
  }

  @Test func testsThatReachTooFarAreCaught() {
    let files = [
      planted("Tests/IngestTests/A.swift", "import GRDB"),
      planted("Tests/EndToEndTests/B.swift", "@testable import tavolo"),
      planted("Tests/WarehouseTests/C.swift", "import GRDB"),
    ]
    #expect(ImportLaw.violations(inTests: files).count == 2)
  }

  @Test func aLibraryWithTwoHomesOrNoneIsCaught() {
    let one = planted("Sources/Ingest/A.swift", "import CZip")
    let two = planted("Sources/Ingest/B.swift", "internal import CZip")
    #expect(ImportLaw.violations(ofLibraries: ["CZip"], in: [one]) == [])
    #expect(ImportLaw.violations(ofLibraries: ["CZip"], in: [one, two]).count == 1)
    #expect(ImportLaw.violations(ofLibraries: ["CExpat"], in: [one]).count == 1)
  }

  @Test(arguments: [
    ("Reports", "let s: Store"), ("Indicators", "\"SELECT 1\""), ("Ingest", "\"PRAGMA page_size\""),
  ]) func aSecondDoorIsCaught(_ target: String, _ line: String) {
    #expect(StoreLaw.violations(in: [planted("Sources/\(target)/A.swift", line)]).count == 1)
  }

  @Test(arguments: [
    ("Indicators", "let s: Store"), ("Reports", "StoredValue"), ("Warehouse", "SELECT"),
  ])
  func theDoorItselfIsNot(_ target: String, _ line: String) {
    #expect(StoreLaw.violations(in: [planted("Sources/\(target)/A.swift", line)]) == [])
  }
}
