import Foundation
import Indicators
import Ingest
import Testing
import Warehouse

/// Who is who, across deliveries, systems and years, on the built command. Everybody is made up.
@Suite(.enabled(if: Tavolo.path != nil)) struct IdentityCommandTests {
  private let workspace: Workspace
  private let base = "RSSMRA80A01H224X"
  private let omocodic = "RSSMRA80A01H22QU"
  private let temporary = "[0CC175B9C0F1B6A831C399E269772661]"

  init() throws { workspace = try Workspace() }

  private func source(_ publisher: String, _ dataset: String = "richieste", _ more: String = "")
    throws
  {
    try workspace.write(
      """
      {"editore": "\(publisher)", "titolo": "Prova", "dataset": "\(dataset)", "licenza": "prova",
       "sintetico": true\(more)}
      """, to: "datasets/sources/\(publisher)/\(dataset)/source.json")
  }

  private func deliver(_ publisher: String, _ day: String, _ rows: [String]) throws {
    let header =
      "id_richiesta;id_persona;comune;data_richiesta;canale;servizio;esito;id_origine;anno_nascita"
    try workspace.write(
      ([header] + rows).joined(separator: "\n") + "\n",
      to: "datasets/sources/\(publisher)/richieste/deliveries/\(day).csv")
  }

  @discardableResult
  private func tavolo(_ command: String...) throws -> Tavolo.Run {
    try Tavolo.run(
      command + ["--workspace", workspace.path, "--as-of", "2026-06-30"], input: nil)
  }

  private func status() throws -> [String: Any] {
    let run = try tavolo("status", "--json")
    return try #require(
      JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any], "\(run.errors)")
  }

  private func identity() throws -> [String: Any] {
    try #require(try status()["identita"] as? [String: Any])
  }

  private func read(_ file: String) throws -> [[String]] {
    QuotedRows.read(
      try String(contentsOfFile: "\(workspace.path)/\(file)", encoding: .utf8))
  }

  private func currentCount() throws -> Int {
    var count = 0
    try workspace.store.forEachCurrentRequest { _ in count += 1 }
    return count
  }

  private func personCount(asOf day: String) throws -> Int {
    var persons: Set<UInt64> = []
    try workspace.store.forEachCurrentRequest(asOf: Day(iso: day)!) { request in
      if let person = request.person { persons.insert(person) }
    }
    return persons.count
  }

  @Test func aRevisionSaysWhatIsNewChangedAndGone() throws {
    try source("comune")
    try deliver(
      "comune", "2026-03-31",
      [
        "1;;080063;2026-01-12;sportello;C1;in_attesa;;1980",
        "2;;080063;2026-01-13;sportello;C1;in_attesa;;1980",
        "3;;080063;2026-01-14;sportello;C1;in_attesa;;1980",
      ])
    try deliver(
      "comune", "2026-06-30",
      [
        "1;;080063;2026-01-12;sportello;C1;attivata;;1980",
        "2;;080063;2026-01-13;sportello;C1;in_attesa;;12/05/1980",
        "4;;080063;2026-04-14;sportello;C1;in_attesa;;1980",
      ])
    #expect(try tavolo("ingest", "--quiet").code == 0)
    let deliveries = try #require(try status()["consegne"] as? [[String: Any]])
    let revision = try #require(
      deliveries.first { $0["consegna"] as? String == "2026-06-30.csv" }?["revisione"]
        as? [String: Any])
    #expect(revision["rispetto_a"] as? String == "2026-03-31.csv")
    #expect(
      ["nuove", "cambiate", "uguali", "scomparse"].map { revision[$0] as? Int } == [1, 1, 1, 1])
    #expect(revision["campi"] as? [String: Int] == ["esito": 1])
    let folder = "\(workspace.path)/receipts/comune/richieste"
    let receipt = try #require(
      try FileManager.default.contentsOfDirectory(atPath: folder).first { $0.hasPrefix("2026-06") })
    let page = try String(contentsOfFile: "\(folder)/\(receipt)/ricevuta.html", encoding: .utf8)
    #expect(page.contains("1 righe nuove, 1 cambiate (esito 1), 1 uguali, 1 scomparse"))
    #expect(try tavolo("ingest", "--json").output.contains("\"consegne_invariate\" : 2"))
  }

  @Test func twoSystemsThatOverlapTellOneRequestOnce() throws {
    let rows = [
      "a;\(base);080063;2026-01-12;sportello;C1;in_attesa;;1980",
      "b;\(base);080063;2026-01-20;sportello;C1;in_attesa;;1980",
    ]
    let other = [
      "x;\(base);Reggio di Calabria;2026-01-12;telefono;C1;attivata;;1980",
      "y;;080063;2026-01-20;telefono;C1;attivata;;1980",
    ]
    let scope = ", \"collegamento\": \"accordo\""
    try source("comune", "richieste", scope)
    try source("piattaforma", "richieste", scope)
    try deliver("comune", "2026-03-31", rows)
    try deliver("piattaforma", "2026-03-31", other)
    try tavolo("ingest", "--quiet")
    // Nobody said that they overlap: a proposal, kept beside the key and out of the datasets.
    #expect(try currentCount() == 4)
    var proposals = try read(".tavolo/decisioni/richieste.csv")
    #expect(proposals.count == 2)
    #expect(Array(proposals[1].prefix(2)) == ["comune/richieste a", "piattaforma/richieste x"])
    #expect(proposals[1][4] == "OPEN")

    // One of the two alone is not an agreement.
    let overlap = ", \"sovrapposta\": [\"piattaforma\"]"
    try source("comune", "richieste", scope + overlap.replacing("forma", with: "frma"))
    #expect(try tavolo("ingest").errors.contains("di cui non c'è nulla (forse «piattaforma»?)"))
    try source("comune", "richieste", scope + overlap)
    #expect(!(try tavolo("ingest")).errors.contains("di cui non c'è nulla"))
    #expect(try currentCount() == 4)
    try source("piattaforma", "richieste", scope + ", \"sovrapposta\": [\"comune\"]")
    try tavolo("ingest", "--quiet")
    #expect(try currentCount() == 3)
    proposals = try read(".tavolo/decisioni/richieste.csv")
    #expect(proposals.count == 1)
    let copies = try #require(try identity()["richieste_in_due_sistemi"] as? [[String: Any]])
    #expect(copies.count == 1)
    #expect(copies[0]["tenute"] as? String == "comune/richieste")
    #expect(copies[0]["richieste"] as? Int == 1)
    #expect(copies[0]["in_disaccordo"] as? [String: Int] == ["canale": 1, "esito": 1])
  }

  @Test func aRequestDecidedToBeAnotherIsOne() throws {
    let scope = ", \"collegamento\": \"accordo\""
    for publisher in ["comune", "piattaforma"] {
      try source(publisher, "richieste", scope)
      try deliver(publisher, "2026-03-31", ["1;\(base);080063;2026-01-12;sportello;C1;;;1980"])
    }
    try tavolo("ingest", "--quiet")
    let file = ".tavolo/decisioni/richieste.csv"
    let text = try String(contentsOfFile: "\(workspace.path)/\(file)", encoding: .utf8)
    try workspace.write(text.replacing(",OPEN,,,", with: ",MERGED,,,"), to: file)
    let refused = try tavolo("ingest")
    #expect(refused.code == 65)
    #expect(refused.errors.contains("chi l'ha presa"))
    try workspace.write(
      text.replacing(",OPEN,,,", with: ",MERGED,ufficio di piano,2026-05-01,stessa pratica"),
      to: file)
    #expect(try tavolo("ingest", "--quiet").code == 0)
    #expect(try currentCount() == 1)
    try workspace.write(
      text.replacing(",OPEN,,,", with: ",DISTINCT,ufficio di piano,2026-05-01,due pratiche"),
      to: file)
    #expect(try tavolo("ingest", "--quiet").code == 0)
    #expect(try currentCount() == 2)
    #expect(try read(file).last?[4] == "DISTINCT")
  }

  @Test func whoHasTwoKeysIsOnePersonOnlyWhenSomebodySaysSo() throws {
    try source("comune", "richieste", ", \"politica\": \"incrementale\"")
    try deliver(
      "comune", "2026-03-31",
      [
        "1;\(base);080063;2026-01-12;sportello;C1;;;1980",
        "2;\(omocodic);080063;2026-01-12;sportello;C1;;;1980",
        "3;\(temporary);080063;2026-01-12;sportello;C1;;;1980",
        "4;ANONIMO;080063;2026-01-12;sportello;C1;;;1980",
        "5;ANONIMO;080063;2026-01-12;sportello;C1;;;1980",
        "6;;080063;2026-01-12;sportello;C1;;;1980",
      ])
    // The product gives the temporary key's owner their real code.
    try deliver(
      "comune", "2026-04-30", ["3;BNCLCU15P70H224P;080063;2026-01-12;sportello;C1;;;1980"])
    try tavolo("ingest", "--quiet")
    #expect(try personCount(asOf: "2026-06-30") == 5)
    let counts = try #require(try identity()["persone"] as? [[String: Any]])
    func rows(_ kind: String) -> Int? {
      counts.first { $0["classe"] as? String == kind }?["righe"] as? Int
    }
    #expect(rows("CF_OMOCODICO") == 1)
    #expect(rows("ANONIMO") == 2)
    #expect(rows("ASSENTE") == 1)

    let file = ".tavolo/decisioni/persone.csv"
    let text = try String(contentsOfFile: "\(workspace.path)/\(file)", encoding: .utf8)
    let proposals = QuotedRows.read(text)
    #expect(proposals.count == 3)
    #expect(!text.contains("RSSMRA") && !text.contains("0CC175"))
    #expect(text.contains("2026-03-31.csv riga 3"))
    let attributes = try FileManager.default.attributesOfItem(atPath: "\(workspace.path)/\(file)")
    #expect(attributes[.posixPermissions] as? Int == 0o600)

    try workspace.write(
      text.replacing(",OPEN,,,", with: ",MERGED,anagrafe,2026-05-15,codice sostituito"), to: file)
    #expect(try tavolo("ingest", "--quiet").code == 0)
    // 3 is now BNCLCU…, whom nobody else is; base and omocodic are one from the day of the decision.
    #expect(try personCount(asOf: "2026-05-14") == 5)
    #expect(try personCount(asOf: "2026-06-30") == 4)
    // A rotated key still understands what was decided under the old one.
    #expect(try tavolo("key", "rotate", "--quiet").code == 0)
    #expect(try tavolo("ingest", "--quiet").code == 0)
    #expect(try personCount(asOf: "2026-06-30") == 4)
    try workspace.write(
      "primo,secondo,perche,dove,stato,chi,quando,motivo\n\(base),\(omocodic),,,MERGED,io,2026-05-15,x\n",
      to: file)
    let clear = try tavolo("ingest")
    #expect(clear.code == 65)
    #expect(!clear.errors.contains("RSSMRA"))
  }

  @Test func anOrganisationUnderTwoCodesIsProposedAndNeverMergedAlone() throws {
    try source("csv", "enti")
    try workspace.write(
      """
      codice_fiscale;denominazione;tipo;comune
      01528071002;Auser Locride ODV;odv;080043
      06656421002;Associazione AUSER Locride;odv;080043
      04877961005;Centro Agape APS;aps;080063

      """, to: "datasets/sources/csv/enti/deliveries/2026-03-31.csv")
    #expect(try tavolo("ingest", "--quiet").code == 0)
    let file = "datasets/decisions/organizzazioni.csv"
    let proposals = try read(file)
    #expect(proposals.count == 2)
    #expect(Array(proposals[1].prefix(2)) == ["01528071002", "06656421002"])
    #expect(try identity()["da_decidere"] as? [String: Int] != [:])
    let text = try String(contentsOfFile: "\(workspace.path)/\(file)", encoding: .utf8)
    let decided = text.replacing(",OPEN,,,", with: ",MERGED,csv,2026-05-15,stessa sede e statuto")
    try workspace.write(decided, to: file)
    try tavolo("ingest", "--quiet")
    #expect(try read(file) == QuotedRows.read(decided))
    #expect((try identity()["da_decidere"] as? [String: Int])?.isEmpty == true)
    // A slip in a code is as if nobody had decided: it is said with the one it may be.
    try workspace.write(decided.replacing("06656421002,", with: "06656421003,"), to: file)
    let slip = "riga 2: «06656421003» non è in nessuna consegna (forse «06656421002»?)"
    for _ in 1...2 { #expect(try tavolo("ingest").errors.contains(slip), "also of nothing new") }
  }

  /// A comune that is no more: facts stay under its code and count where it is today, or where it was
  /// when the territory says so.
  @Test func aFactIsCountedAsIsAndAsWas() throws {
    let file = "\(workspace.path)/datasets/reference/comuni_italia.csv"
    let italy = try String(contentsOfFile: file, encoding: .utf8)
    try workspace.write(
      italy + "080901,Locri Vecchia,,Z901,RC,2025-12-31,080043,mano\n",
      to: "datasets/reference/comuni_italia.csv")
    try source("comune")
    try deliver(
      "comune", "2026-06-30",
      (1...40).map {
        "\($0);;\($0 <= 20 ? "Locri Vecchia" : "Locri");2026-01-12;sportello;C1;attivata;;1980"
      })
    /// Every count published of a comune.
    func counts(_ comune: String) throws -> Set<Double> {
      Set(
        try workspace.compute().filter {
          $0.territory.kind == .comune && $0.territory.code == comune
        }.flatMap { [$0.numerator, $0.denominator].compactMap(\.self) })
    }
    #expect(try tavolo("ingest", "--quiet").code == 0)
    var filed: [UInt64: Int] = [:]
    try workspace.store.forEachCurrentRequest { filed[$0.comune.raw, default: 0] += 1 }
    #expect(filed.values.sorted() == [20, 20])
    #expect(try workspace.store.succession() == ["080901": "080043"])
    #expect(try counts("080043").contains(40))
    #expect(try counts("080901").isEmpty)

    try workspace.write(
      "{\"nome\": \"Prova\", \"comuni_come_erano_dal\": \"2025-01-01\"}",
      to: "datasets/reference/territorio.json")
    #expect(try tavolo("ingest", "--quiet").code == 0)
    #expect(try workspace.store.comuni().count == 98)
    #expect(try counts("080043").contains(20) && !counts("080043").contains(40))
    #expect(try counts("080901").contains(20))
  }

  @Test func columnsAboutPersonsThatNobodyNeedsAreReported() throws {
    try source("comune")
    try workspace.write(
      """
      id_richiesta;id_persona;Cognome;Cellulare;comune;data_richiesta;canale;servizio;anno_nascita
      1;;Verdi;;080063;2026-01-12;sportello;C1;31/12/1980

      """, to: "datasets/sources/comune/richieste/deliveries/2026-03-31.csv")
    let run = try tavolo("ingest", "--json")
    #expect(run.output.contains("\"colonna-personale\" : 2"))
    #expect(!run.output.contains("Verdi"))
    #expect(!run.output.contains("numero-non-valido"))
  }
}
