import Foundation
import Ingest
import Testing
import Warehouse

/// `forget`, `purge` and `key` on the built command. The persons are made up.
@Suite(.enabled(if: Tavolo.path != nil)) struct PrivacyCommandTests {
  private let workspace: Workspace
  private let source = "datasets/sources/comune-prova/richieste"
  private let rossi = "RSSMRA80A01H224X"
  private let bianchi = "BNCLCU15P70H224P"

  init() throws {
    workspace = try Workspace()
    try workspace.write(
      """
      {"editore": "Comune di prova", "titolo": "Richieste di prova", "dataset": "richieste",
       "licenza": "prova", "politica": "incrementale", "sintetico": false}
      """, to: source + "/source.json")
    try deliver(
      "2026-03-31",
      [
        "1;\(rossi);;080063;2026-03-12;sportello;C1;1980;chiusa;2026-03-20",
        "2;\(bianchi);\(rossi);080063;2026-03-13;sportello;C1;2015;in_attesa;",
        "3;rssmra 80a01 h224x;;080043;non si sa;sportello;C1;1980;in_attesa;",
        "4;\(bianchi);;080043;2022-03-14;sportello;C1;2015;chiusa;2022-03-20",
      ])
  }

  private func deliver(_ day: String, _ rows: [String]) throws {
    let header =
      "id_richiesta;id_persona;id_nucleo;comune;data_richiesta;canale;servizio;anno_nascita;esito;data_chiusura"
    try workspace.write(
      ([header] + rows).joined(separator: "\n") + "\n", to: "\(source)/deliveries/\(day).csv")
  }

  @discardableResult
  private func tavolo(_ command: String..., input: String? = nil) throws -> Tavolo.Run {
    try Tavolo.run(
      command + ["--workspace", workspace.path, "--as-of", "2026-06-30"], input: input)
  }

  private func object(_ run: Tavolo.Run) throws -> [String: Any] {
    try #require(
      JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any],
      "\(run.output)\(run.errors)")
  }

  /// Persons and ids of the current requests.
  private func requests() throws -> [(id: Int64, person: UInt64?)] {
    var all: [(Int64, UInt64?)] = []
    try workspace.store.forEachCurrentRequest { all.append(($0.key & 0xFFFF_FFFF, $0.person)) }
    return all
  }

  private func keyFile() -> String { workspace.path + "/.tavolo/persone.key" }

  private func token(_ identifier: String) throws -> [UInt8] {
    let reading = PersonTokenizer(
      key: try KeyFile.load(keyFile()), scope: "editore:comune-prova", issuer: "comune-prova"
    ).token(for: identifier)
    return PersonToken(high: reading.high, low: reading.low).bytes
  }

  private func warehouse() throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: workspace.path + "/tavolo.sqlite"))
  }

  @Test func aForgottenPersonIsNowhereAndDoesNotComeBack() throws {
    #expect(try tavolo("ingest", "--quiet").code == 0)
    let token = try token(rossi)
    #expect(try warehouse().range(of: Data(token)) != nil)
    #expect(try requests().count == 3)

    let rehearsal = try object(
      tavolo("forget", "--person", "--dry-run", "--json", input: rossi + "\n"))
    #expect(rehearsal["righe"] as? [String: Int] == ["service_request": 1])
    #expect(try requests().count == 3)
    #expect(try warehouse().range(of: Data(token)) != nil)

    let run = try tavolo("forget", "--person", "--json", input: "rssmra80a01 h224x\n")
    #expect(run.code == 0)
    let said = try object(run)
    #expect(said["righe"] as? [String: Int] == ["service_request": 1])
    // The household of somebody else loses the name of its head.
    #expect(said["celle_vuotate"] as? Int == 1)
    #expect(said["residui"] as? [String] == [])
    #expect((said["ricevute_tolte"] as? [String])?.count == 1)
    #expect((said["da_ripulire"] as? [String])?.first?.hasSuffix("2026-03-31.csv") == true)
    #expect(!(run.output + run.errors).lowercased().contains("rssmra"))
    #expect(try warehouse().range(of: Data(token)) == nil)
    #expect(try requests().count == 2)

    // The delivery is still there: read again, it brings everybody else.
    #expect(try tavolo("ingest", "--quiet").code == 0)
    #expect(try requests().map(\.id) == [3, 5])
    #expect(try warehouse().range(of: Data(token)) == nil)
    let status = try object(tavolo("status", "--json"))
    let delivery = try #require((status["consegne"] as? [[String: Any]])?.first)
    // Nothing is told of the rows about them, not even that one was refused.
    #expect(delivery["righe_lette"] as? Int == 2)
    #expect(delivery["righe_rifiutate"] as? Int == 0)
    let receipt = try FileManager.default.contentsOfDirectory(
      atPath: workspace.path + "/receipts/comune-prova/richieste")
    #expect(receipt.count == 1)

    // Nor does a key rotation or a new delivery.
    #expect(try tavolo("key", "rotate", "--quiet").code == 0)
    try deliver("2026-04-30", ["9;\(rossi);;080063;2026-04-12;sportello;C1;1980;;"])
    #expect(try tavolo("ingest", "--quiet").code == 0)
    #expect(try requests().map(\.id) == [3, 5])
    let found = try workspace.findings("comune-prova", "richieste", "2026-04-30.csv")
    #expect(found.keys.contains("persona-dimenticata"))
  }

  /// Where a code was written in the place of a thing's name, alone or among other words.
  @Test func norIsACodeInThePlaceOfAName() throws {
    let contacts = "datasets/sources/comune-prova/contatti"
    try workspace.write(
      """
      {"editore": "Comune di prova", "titolo": "Contatti di prova", "dataset": "contatti",
       "licenza": "prova", "sintetico": false}
      """, to: contacts + "/source.json")
    try workspace.write(
      """
      id_contatto;data;canale;esito;punto;id_persona
      1;2026-03-13;sportello;informazione;\(rossi);77
      \(rossi);2026-03-13;sportello;informazione;;78
      3;2026-03-14;telefono;informazione;CF \(rossi);79
      4;2026-03-14;telefono;informazione;\(bianchi);80

      """, to: contacts + "/deliveries/2026-03-31.csv")
    try deliver(
      "2026-04-30",
      [
        "\(rossi);u5;;080063;2026-04-12;sportello;C1;1980;chiusa;",
        "\(rossi)/2;u6;;080063;2026-04-12;sportello;C1;1980;chiusa;",
        "10;\(rossi) (madre);;080063;2026-04-12;sportello;C1;1980;chiusa;",
      ])
    #expect(try tavolo("ingest", "--quiet").code == 0)
    let hidden = Data("id~".utf8)
    #expect(try warehouse().range(of: hidden) != nil)
    let said = try object(tavolo("forget", "--person", "--json", input: rossi + "\n"))
    #expect(said["residui"] as? [String] == [])
    #expect(said["righe"] as? [String: Int] == ["contact": 1, "service_request": 3])
    // Points of two contacts, and the household of a request.
    #expect(said["celle_vuotate"] as? Int == 3)
    for _ in 1...2 {
      let text = String(decoding: try warehouse(), as: UTF8.self)
      // Of the other person alone.
      #expect(Set(text.matches(of: /id~[0-9a-f]{32}/).map { String($0.output) }).count == 1)
      #expect(try tavolo("ingest", "--quiet").code == 0)
    }
    #expect(try tavolo("key", "rotate", "--quiet").code == 0)
    #expect(try tavolo("ingest", "--quiet").code == 0)
    let again = try object(tavolo("forget", "--person", "--json", input: rossi + "\n"))
    #expect(again["righe"] as? [String: Int] == [:])
    let other = try object(tavolo("forget", "--person", "--json", input: bianchi + "\n"))
    #expect(other["residui"] as? [String] == [])
    #expect(try warehouse().range(of: hidden) == nil)
  }

  @Test func forgettingNeedsAWholeIdentifierAndNeverOnTheCommandLine() throws {
    try tavolo("ingest", "--quiet")
    #expect(try tavolo("forget", "--person", input: "").code == 64)
    #expect(try tavolo("forget", input: rossi).code == 64)
    #expect(try tavolo("forget", "--person", rossi, input: rossi).code == 64)
    let wrong = try tavolo("forget", "--person", input: "RSSMRA80A01H224A")
    #expect(wrong.code == 65)
    #expect(wrong.errors.contains("16 caratteri"))
    #expect(!wrong.errors.contains("RSSMRA"))
    #expect(try requests().count == 3)
  }

  @Test func aRotatedKeyKnowsEverybodyAndTheOldOneNobody() throws {
    try tavolo("ingest", "--quiet")
    let old = try Data(contentsOf: URL(fileURLWithPath: keyFile()))
    let (before, oldToken) = (try requests(), try token(bianchi))
    let said = try object(tavolo("key", "rotate", "--json"))
    #expect(said["celle_cambiate"] as? Int == 4)
    #expect(said["chiave"] as? String != said["chiave_precedente"] as? String)
    let after = try requests()
    #expect(after.map(\.id) == before.map(\.id))
    #expect(Set(after.compactMap(\.person)).isDisjoint(with: before.compactMap(\.person)))
    #expect(Set(after.compactMap(\.person)).count == Set(before.compactMap(\.person)).count)
    #expect(try warehouse().range(of: Data(oldToken)) == nil)

    // Nothing has to be read again, and whoever comes back is recognised.
    let again = try object(tavolo("ingest", "--json"))
    #expect(again["consegne_caricate"] as? Int == 0)
    try deliver("2026-04-30", ["9;\(bianchi);;080063;2026-04-12;sportello;C1;2015;;"])
    try tavolo("ingest", "--quiet")
    let persons = try requests().compactMap(\.person)
    #expect(persons.count == 4)
    #expect(Set(persons).count == 2)

    let shown = try tavolo("key", "show")
    #expect(shown.output.contains("1 rotazione"))
    #expect(try tavolo("key", "check").code == 0)
    // The key as it was opens nothing.
    try old.write(to: URL(fileURLWithPath: keyFile()))
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o600], ofItemAtPath: keyFile())
    for command in [["key", "check"], ["ingest", "--quiet"], ["key", "rotate"]] {
      let run = try Tavolo.run(
        command + ["--workspace", workspace.path, "--as-of", "2026-06-30"], input: nil)
      #expect(run.code == 65)
      #expect(run.errors.contains("non è la chiave dell'archivio"))
    }
    try FileManager.default.removeItem(atPath: keyFile())
    #expect(try tavolo("ingest").code == 66)
    #expect(try tavolo("key", "show").code == 66)
  }

  /// Killed at any moment, a rotation has happened or has not.
  @Test func aRotationThatIsKilledHappensOrDoesNot() throws {
    let rows = (1...20_000).map {
      "\($0);UTENTE\($0 % 7_000);;080063;2026-03-12;sportello;C1;1980;;"
    }
    try deliver("2026-03-31", rows)
    try tavolo("ingest", "--quiet")
    func people() throws -> Int { Set(try requests().compactMap(\.person)).count }
    #expect(try people() == 7_000)
    for delay in [0, 25, 50, 100, 200, 400, 800, 1_600] {
      let process = try Tavolo.start([
        "key", "rotate", "--quiet", "--workspace", workspace.path, "--as-of", "2026-06-30",
      ])
      usleep(UInt32(delay) * 1_000)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      #expect(try tavolo("key", "check").code == 0, "after \(delay) ms")
      let left = try FileManager.default.contentsOfDirectory(atPath: workspace.path + "/.tavolo")
      #expect(left.sorted() == ["lock", "persone.key"])
    }
    // The same people in a later delivery are the same people.
    try deliver(
      "2026-04-30",
      (1...7_000).map {
        "x\($0);UTENTE\($0 - 1);;080063;2026-04-12;sportello;C1;1980;;"
      })
    try tavolo("ingest", "--quiet")
    #expect(try requests().count == 27_000)
    #expect(try people() == 7_000)
  }

  /// Of a case that has ended the deliveries that told of it while it was open keep nobody.
  @Test func earlierVersionsOfAnEndedCaseAreLetGoToo() throws {
    let verdi = "VRDGNN70A01H224K"
    let open = "9;\(verdi);;080063;2022-03-14;sportello;C1;1970;in_attesa;"
    try deliver("2022-06-30", [open])
    try deliver(
      "2022-09-30", [open.replacingOccurrences(of: "in_attesa;", with: "chiusa;2022-09-20")])
    try tavolo("ingest", "--quiet")
    let token = try token(verdi)
    #expect(try warehouse().range(of: Data(token)) != nil)
    try tavolo("purge")
    #expect(try warehouse().range(of: Data(token)) == nil)
    // Nor do they bring it back, read again.
    try deliver("2022-06-30", [open, ""])
    try tavolo("ingest", "--quiet")
    #expect(try warehouse().range(of: Data(token)) == nil)
    #expect(try requests().count == 4)
  }

  @Test func whatHasBeenKeptLongEnoughIsLetGo() throws {
    try tavolo("ingest", "--quiet")
    #expect(try tavolo("purge", "--before", "2026-07-01").code == 64)
    let rehearsal = try object(tavolo("purge", "--dry-run", "--json"))
    let said = try object(tavolo("purge", "--json"))
    func counts(_ object: [String: Any]) -> [String: Int] {
      let terms = object["termini"] as? [[String: Any]] ?? []
      return Dictionary(
        uniqueKeysWithValues: terms.map { ($0["oggetto"] as! String, $0["numero"] as! Int) })
    }
    #expect(counts(rehearsal) == counts(said))
    #expect(counts(said)["casi"] == 1)
    #expect(counts(said)["consegne"] == 1)
    // The old case is still counted and is nobody's; the delivered file is gone.
    #expect(try requests().map { $0.person != nil } == [true, true, false])
    #expect(
      !FileManager.default.fileExists(
        atPath: "\(workspace.path)/\(source)/deliveries/2026-03-31.csv"))
    // A later delivery that repeats the old case does not bring its person back.
    try deliver(
      "2026-06-30", ["4;\(bianchi);;080043;2022-03-14;sportello;C1;2015;chiusa;2022-03-20"])
    try tavolo("ingest", "--quiet")
    #expect(try requests().count == 3)
    #expect(try requests().last?.person == nil)
    #expect(counts(try object(tavolo("purge", "--json")))["casi"] == 0)
  }
}
