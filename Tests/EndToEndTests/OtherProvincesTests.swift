import Foundation
import TestSupport
import Testing

/// Working folders of other provinces, one or several, as `tavolo init` prepares them.
@Suite(.enabled(if: Tavolo.path != nil)) struct OtherProvincesTests {
  private let folder: TemporaryFolder
  private let reference = PackageFolder.path + "/datasets/reference"

  init() throws { folder = try TemporaryFolder() }

  private func tavolo(_ arguments: String...) throws -> Tavolo.Run {
    try Tavolo.run(arguments + ["--as-of", "2026-06-30"])
  }

  private func lines(_ file: String) throws -> [String] {
    try String(contentsOfFile: folder.path + file, encoding: .utf8)
      .split(whereSeparator: \.isNewline).map(String.init)
  }

  /// Gorizia and Trieste, 31 comuni: nothing says where they are or which districts they form.
  @Test func severalProvincesAreToldApart() throws {
    let made = try tavolo(
      "init", folder.path, "--province", "ts, 031", "--name", "Giuliano Isontino", "--from",
      reference)
    #expect(made.code == 0, "\(made.errors)")
    #expect(made.errors.contains("2 province, 31 comuni"))
    let siuss = "/datasets/profiles/siuss-casi/deliveries/2026-02-28.xml"
    let export = folder.path + "/siuss.xml"
    try FileManager.default.copyItem(atPath: folder.path + siuss, toPath: export)
    let suggested = try tavolo("suggest", export, "--workspace", folder.path)
    #expect((suggested.output + suggested.errors).contains("«siuss-casi»"), "\(suggested.errors)")
    try FileManager.default.removeItem(atPath: folder.path + "/datasets/sources")
    let sample = try tavolo(
      "sample", "--workspace", folder.path, "--requests", "300", "--out",
      folder.path + "/datasets/sources", "--quiet")
    #expect(sample.code == 0, "\(sample.errors)")
    let sources = try FileManager.default.subpathsOfDirectory(
      atPath: folder.path + "/datasets/sources")
    #expect(sources.contains { $0.contains("punti_prossimita") })
    #expect(!sources.contains { $0.contains("tempi_percorrenza") }, "ways between nowhere")
    let run = try tavolo("run", "--workspace", folder.path, "--quiet")
    #expect(run.code == 0, "\(run.errors)")
    let codes = try lines("/reports/2026-06-30/dati/codici.csv")
    for name in ["031,Provincia: Gorizia", "032,Provincia: Trieste"] {
      #expect(codes.contains { $0.hasPrefix("provincia,\(name),") }, "\(name)")
    }
    let territories = try lines("/reports/2026-06-30/dati/osservazioni.csv")
      .filter { $0.hasPrefix("richieste-per-1000,") }.map { $0.split(separator: ",")[1...2] }
    #expect(territories.contains(["provincia", "031"]))
    // The name is in the edition: another one is another edition.
    try Data(#"{"nome": "Altro nome"}"#.utf8).write(
      to: URL(filePath: folder.path + "/datasets/reference/territorio.json"))
    let again = try tavolo("publish", "--workspace", folder.path, "--quiet")
    #expect(again.code == 0, "\(again.errors)")
    let portal = try String(
      contentsOfFile: folder.path + "/reports/2026-06-30/index.html", encoding: .utf8)
    #expect(portal.contains("Altro nome") && !portal.contains("Giuliano Isontino"))
  }

  @Test func aProvinceThatIsNotThereIsNamed() throws {
    let made = try tavolo(
      "init", folder.path + "/x", "--province", "TS,XX", "--from", reference)
    #expect(made.code == 65)
    #expect(made.errors.contains("la provincia «XX» non c'è; le sigle sono: AG, AL"))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/x"))
  }

  @Test func theWholeCountryIsATerritory() throws {
    let made = try tavolo("init", folder.path, "--province", "tutte", "--from", reference)
    #expect(made.code == 0, "\(made.errors)")
    let comuni = try lines("/datasets/reference/comuni.csv").count - 1
    #expect(made.errors.contains("110 province, \(comuni) comuni") && comuni > 7800)
    let territory = try String(
      contentsOfFile: folder.path + "/datasets/reference/territorio.json", encoding: .utf8)
    #expect(territory.contains("\"021\" : \"Bolzano/Bozen\""))
  }
}
