import Foundation
import Reports
import Testing

/// An edition is checked, and two are compared, by the built command.
@Suite(.enabled(if: Tavolo.path != nil)) struct RevisionTests {
  private let workspace: Workspace

  init() throws {
    workspace = try Workspace()
    try workspace.generateSample(requests: 400)
    #expect(try tavolo("run").code == 0)
  }

  private func tavolo(_ command: String, _ more: String...) throws -> Tavolo.Run {
    try Tavolo.run(
      [command, "--workspace", workspace.path, "--as-of", "2026-06-30", "--quiet"] + more)
  }

  private var edition: String { workspace.path + "/reports/2026-06-30" }

  @Test func anEditionJustPublishedIsConfirmed() throws {
    let run = try tavolo("verify")
    #expect(run.code == 0)
    #expect(run.output.contains("Confermata"))
    #expect(!run.output.contains("Consegne"))
  }

  /// Without a date: the last edition, and the last numbers.
  @Test func theLastEditionIsMeantWhereNoDateIsGiven() throws {
    let last = ["--workspace", workspace.path]
    #expect(try Tavolo.run(["verify"] + last).code == 0)
    #expect(try Tavolo.run(["verify", "2026-06-30"] + last).code == 0)
    #expect(try Tavolo.run(["verify", "2020-01-01"] + last).code == 66)
    let rows = try String(contentsOfFile: edition + "/dati/osservazioni.csv", encoding: .utf8)
    let id = try #require(rows.split(separator: "\r\n").last?.split(separator: ",").last)
    let run = try Tavolo.run(["explain", String(id)] + last)
    #expect(run.code == 0)
    #expect(run.output.contains("Formula: "))
  }

  /// A number with its interval, and the files it rests on; rows about persons are counted, not listed.
  @Test func aNumberIsExplainedDownToItsFiles() throws {
    let rows = try String(contentsOfFile: edition + "/dati/osservazioni.csv", encoding: .utf8)
      .split(separator: "\r\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    func explained(
      _ indicator: String, _ status: String, hasInterval: Bool = false
    ) throws -> Tavolo.Run {
      let row = try #require(
        rows.first {
          $0[0] == indicator && $0[11] == status && (!hasInterval || !$0[7].isEmpty)
        })
      return try tavolo("explain", String(row[12]))
    }
    let told = try explained("copertura-bisogni", "pubblicato", hasInterval: true).output
    #expect(told.contains("Intervallo al 95 %: da "))
    let counted = told.matches(
      of: /\/richieste\/[^:]+: circa (\d+) righe, di persone: non si elencano/)
    #expect(!counted.isEmpty)
    #expect(counted.allSatisfy { Int($0.1)! % 5 == 0 })
    #expect(told.contains(/impronta [0-9a-f]{64}; lettura e mappe [0-9a-f]{12}/))
    #expect(told.contains("errori della fonte, per causa: "))
    // What counts no rows of its own says which deliveries it was worked out from.
    let whole = try explained("avanzamento-finanziario.totale", "pubblicato").output
    #expect(whole.contains("si calcola su tutte queste consegne"))
    #expect(whole.contains(/\/finanziamenti\/[^:]+: \d+ righe tenute/))
    #expect(whole.contains(/\/pagamenti\/[^:]+: \d+ righe tenute/))
    #expect(whole.contains(/impronta [0-9a-f]{64}; lettura e mappe [0-9a-f]{12}/))
    let withheld = try explained("copertura-bisogni", "soppresso").output
    #expect(withheld.contains("Regola: ") && !withheld.contains("Righe: "))
    #expect(!withheld.contains("impronta"))
  }

  @Test func whatWasChangedAfterwardsIsNamed() throws {
    let page = edition + "/metodo.html"
    try (String(contentsOfFile: page, encoding: .utf8) + " ").write(
      toFile: page, atomically: true, encoding: .utf8)
    try FileManager.default.removeItem(atPath: edition + "/qualita.html")
    try "intruso".write(toFile: edition + "/altro.txt", atomically: true, encoding: .utf8)
    let numbers = edition + "/dati/osservazioni.csv"
    var text = try String(contentsOfFile: numbers, encoding: .utf8)
    let row = try #require(
      text.firstMatch(of: /copertura-offerta,comune,\d+,\d+,servizio,\w+,1,,,/))
    text.replaceSubrange(row.range, with: row.output.dropLast(4) + "0.5,,,")
    try text.write(toFile: numbers, atomically: true, encoding: .utf8)
    let run = try tavolo("verify")
    #expect(run.code == 65)
    for said in ["metodo.html", "qualita.html", "altro.txt", "osservazioni.csv"] {
      #expect(run.output.contains("  " + said) || run.output.contains("/" + said), "\(said)")
    }
    #expect(run.output.contains("Numeri diversi da quelli ricalcolati ora: 1"))
  }

  /// A link may hold something else tomorrow, and a folder is something nobody published.
  @Test func whatIsNoFileOfTheEditionIsNamed() throws {
    let files = FileManager.default
    try files.moveItem(atPath: edition + "/qualita.html", toPath: workspace.path + "/altrove.html")
    try files.createSymbolicLink(
      atPath: edition + "/qualita.html", withDestinationPath: workspace.path + "/altrove.html")
    try files.createDirectory(
      atPath: edition + "/dati/vuota", withIntermediateDirectories: true)
    let run = try tavolo("verify")
    #expect(run.code == 65)
    #expect(run.output.contains("File cambiati dopo la pubblicazione: 1\n  qualita.html\n"))
    #expect(run.output.contains("File che nessuno ha pubblicato: 1\n  dati/vuota/\n"))
  }

  @Test func whatIsNotAnEditionIsRefused() throws {
    #expect(try tavolo("verify", workspace.path + "/datasets").code == 66)
    try "{}".write(toFile: edition + "/edition.json", atomically: true, encoding: .utf8)
    #expect(try tavolo("verify").code == 65)
  }

  /// An edition beside which an earlier one stands tells what has changed; one that cannot be read is said,
  /// and keeps nothing from being published.
  @Test func aLaterEditionHasItsBulletin() throws {
    let page = edition + "/revisioni.html"
    #expect(!FileManager.default.fileExists(atPath: page))
    let earlier = workspace.path + "/reports/2026-03-31"
    try FileManager.default.copyItem(atPath: edition, toPath: earlier)
    #expect(try tavolo("publish").code == 0)
    #expect(FileManager.default.fileExists(atPath: page))
    #expect(try tavolo("verify").code == 0)
    #expect(try tavolo("publish", "--json").output.contains("\"pubblicata\" : false"))
    try "{}".write(toFile: earlier + "/edition.json", atomically: true, encoding: .utf8)
    #expect(try tavolo("publish").code == 0)
    #expect(!FileManager.default.fileExists(atPath: page))
  }

  @Test func theBulletinSaysWhatMovedAndWhy() throws {
    let before = workspace.path + "/prima"
    try FileManager.default.copyItem(atPath: edition, toPath: before)
    let same = try tavolo("compare", before, "2026-06-30", "--json")
    #expect(same.code == 0)
    #expect(same.output.contains("\"cambiati\" : 0"))

    // One register loses its last rows: the same delivery with other contents.
    let register = workspace.sources + "/comune-sintetico/richieste/deliveries"
    let file = try #require(
      try FileManager.default.contentsOfDirectory(atPath: register).sorted().last)
    let bytes = try Data(contentsOf: URL(filePath: register + "/" + file))
    let cut = try #require(bytes[..<(bytes.count / 2)].lastIndex(of: 0x0A))
    try bytes[...cut].write(to: URL(filePath: register + "/" + file))
    #expect(try tavolo("run").code == 0)
    let run = try tavolo("compare", before, "2026-06-30", "--json")
    #expect(run.code == 0)
    #expect(!run.output.contains("\"cambiati\" : 0"))
    #expect(run.output.contains("/richieste/" + file))
    let folder = workspace.path + "/reports/revisioni/prima_2026-06-30"
    let rows = try String(contentsOfFile: folder + "/revisioni.csv", encoding: .utf8)
    #expect(rows.contains(",correzione,"))
    #expect(!rows.contains(",dati_nuovi,"))
    #expect(FileManager.default.fileExists(atPath: folder + "/index.html"))
    #expect(FileManager.default.fileExists(atPath: folder + "/index.xlsx"))
  }
}
