import Foundation
import Testing

/// Exit codes of the command are part of the contract: scripts rely on them.
@Suite(.enabled(if: Tavolo.path != nil)) struct CommandTests {
  private let workspace: Workspace
  private let source = "datasets/sources/comune-prova/richieste"

  /// A source of two rows, the second with a codice fiscale whose last letter is wrong.
  init() throws {
    workspace = try Workspace()
    try workspace.write(
      """
      {"editore": "Comune di prova", "titolo": "Richieste di prova", "dataset": "richieste",
       "licenza": "prova", "sintetico": true}
      """, to: source + "/source.json")
    try workspace.write(
      """
      id_richiesta;id_persona;comune;data_richiesta;canale;servizio
      1;RSSMRA80A01H224X;080063;12/03/2026;sportello;C1
      2;RSSMRA80A01H224A;080063;non si sa;sportello;C1

      """, to: source + "/deliveries/2026-06-30.csv")
  }

  private func tavolo(_ command: String, _ more: String = "--quiet") throws -> Tavolo.Run {
    try Tavolo.run(command, "--workspace", workspace.path, "--as-of", "2026-06-30", more)
  }

  @Test func zeroWhenAllWentWellAndAgainWhenNothingChanged() throws {
    let first = try tavolo("ingest", "--json")
    #expect(first.code == 0)
    #expect(first.output.contains("\"consegne_caricate\""))
    let second = try tavolo("ingest")
    #expect(second.code == 0)
    #expect(second.output.isEmpty && second.errors.isEmpty)
    let status = try tavolo("status")
    #expect(status.code == 0)
    #expect(status.output.contains("comune-prova/richieste"))
    for said in [first, second, status] {
      #expect(!(said.output + said.errors).contains("RSSMRA"))
    }
  }

  @Test func checkLoadsNothingAndWritesTheReceiptWhereAsked() throws {
    let out = workspace.path + "/prova"
    let run = try Tavolo.run(
      "check", "\(workspace.path)/\(source)", "--workspace", workspace.path, "--out", out)
    #expect(run.code == 0)
    #expect(run.output.contains("Correggere alla fonte: 1 riga, una sola causa."))
    #expect(run.output.contains("\n  Riga 3, «data_richiesta»: "))
    #expect(
      run.output.contains(
        " «non si sa»\n    Che cosa serve: una data come 31/12/2026 o 2026-12-31\n"))
    #expect(!(run.output + run.errors).contains("RSSMRA"))
    let folder = out + "/comune-prova/richieste"
    let receipts = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(receipts.count == 1)
    let files = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(receipts[0])")
    #expect(files.contains("ricevuta.html") && files.contains("scarti.csv"))
    #expect(try tavolo("status").output.contains("L'archivio è vuoto"))
  }

  @Test func aDayThatIsYetToComeIsTold() throws {
    #expect(try !tavolo("ingest", "--lang=it").errors.contains("deve ancora venire"))
    try workspace.write(
      "id_richiesta;comune;data_richiesta;canale;servizio\n3;080063;13/03/2026;sportello;C1\n",
      to: source + "/deliveries/2962-06-30.csv")
    let run = try tavolo("ingest", "--lang=it")
    #expect(run.code == 0)
    #expect(
      run.errors.contains("richieste: «2962-06-30.csv» porta un giorno che deve ancora venire"))
  }

  /// Why rows were refused, what is new and what was published, and against what.
  @Test func whatCameOutIsSummedUp() throws {
    let first = try tavolo("run", "--lang=it").errors
    #expect(first.contains("Motivi dei rifiuti: 1 data-non-valida."))
    #expect(first.contains(/: \d+ file, con \d+ osservazioni e \d+ soppresse per riservatezza/))
    #expect(!first.contains("Rispetto a"))
    try workspace.write(
      """
      id_richiesta;id_persona;comune;data_richiesta;canale;servizio
      1;RSSMRA80A01H224X;080063;12/03/2026;sportello;C1
      2;;080063;13/03/2026;sportello;C1

      """, to: source + "/deliveries/2026-06-30-corretto.csv")
    let second = try tavolo("run", "--lang=it").errors
    #expect(second.contains("stesse fonti: righe nuove 1, cambiate 0, non ripetute 0."))
    #expect(second.contains(/Rispetto all'edizione che c'era: \d+ file nuovi, [1-9]\d* cambiati/))
  }

  @Test func checkOfSeveralDeliveriesIsOneObject() throws {
    let first = "\(workspace.path)/\(source)/deliveries/2026-06-30.csv"
    func object() throws -> [String: Any] {
      let run = try Tavolo.run(
        "check", "\(workspace.path)/\(source)", "--json", "--workspace", workspace.path)
      return try #require(
        JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any], "\(run.output)"
      )
    }
    #expect(try object()["rows"] != nil)
    try FileManager.default.copyItem(
      atPath: first, toPath: "\(workspace.path)/\(source)/deliveries/2026-07-30.csv")
    let all = try #require(try object()["deliveries"] as? [[String: Any]])
    #expect(all.count == 2 && all.allSatisfy { $0["findings"] is [Any] })
    for name in ["2026-06-30.csv", "2026-07-30.csv"] {
      try FileManager.default.removeItem(
        atPath: "\(workspace.path)/\(source)/deliveries/\(name)")
    }
    #expect((try object()["deliveries"] as? [Any])?.isEmpty == true)
  }

  /// As after `purge`: what is described anew cannot be read anew.
  @Test func aDeliveryWhoseFileIsGoneStaysAsItWasReadAndThatIsSaid() throws {
    #expect(try tavolo("ingest").code == 0)
    try FileManager.default.removeItem(
      atPath: "\(workspace.path)/\(source)/deliveries/2026-06-30.csv")
    func said() throws -> String {
      try Tavolo.run("ingest", "--workspace", workspace.path, "--as-of", "2026-07-31").errors
    }
    #expect(try !said().contains("restano lette come prima"))
    try workspace.write(
      "campo,valore,codice,motivo\nservizio,Pasti,C1,\n", to: source + "/values.csv")
    #expect(try said().contains("una consegna corrente (2026-06-30.csv): restano lette come prima"))
  }

  @Test func aDeliveryThatCannotBeReadSaysWhichItIs() throws {
    try workspace.write(
      """
      campo,2026-01-01
      id_richiesta,id_richiesta
      comune,Residenza
      data_richiesta,data_richiesta
      canale,canale
      servizio,servizio

      """, to: source + "/columns.csv")
    let run = try Tavolo.run(
      "check", "\(workspace.path)/\(source)", "--workspace", workspace.path)
    #expect(run.code == 65)
    #expect(
      run.errors.contains("/deliveries/2026-06-30.csv», riga 1: manca la colonna «Residenza»"))
  }

  @Test func statusSaysWhichExpectedDeliveriesCameAndWhichDidNot() throws {
    try workspace.write(
      """
      editore,dataset,periodicita,dal,al,scadenza_giorni,territorio,referente
      comune-prova,richieste,trimestrale,2026-01-01,,30,,servizi sociali
      comune-assente,richieste,trimestrale,2026-01-01,,30,,

      """, to: "datasets/calendario.csv")
    #expect(try tavolo("ingest").code == 0)
    let text = try tavolo("status").output
    #expect(text.contains("Consegne attese al 2026-06-30: 4; arrivate 1 (25 %), puntuali 0"))
    #expect(
      text.contains("arrivata il 2026-06-30 (2026-06-30.csv), IN RITARDO, scadeva il 2026-04-30"))
    #expect(text.contains("2026-T1  MANCA: scaduta il 2026-04-30"))
    #expect(text.contains("2026-T2  attesa entro il 2026-07-30; referente: servizi sociali"))
    #expect(text.contains("la fonte datasets/sources/comune-assente/richieste non c'è"))
    let json = try tavolo("status", "--json").output
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let total = try #require(object["tasso_totale"] as? [String: Any])
    #expect(total["attese"] as? Int == 4 && total["mancanti"] as? Int == 1)
    #expect((object["attese"] as? [[String: Any]])?.count == 4)
    #expect(
      text.contains("Quanto si conosca dei trimestri recenti non si può ancora dire di: richieste.")
    )
    let triangle = try #require((object["triangoli"] as? [[String: Any]])?.first)
    #expect(triangle["dataset"] as? String == "richieste")
    #expect(triangle["orizzonte_mesi"] as? Int == 0)
    try workspace.write("editore,dataset\n", to: "datasets/calendario.csv")
    #expect(try tavolo("status").code == 65)
  }

  @Test func oneWhenStrictAndARowIsRefused() throws {
    #expect(try tavolo("ingest", "--strict").code == 1)
  }

  @Test func sixtyFourForAWrongCommandLine() throws {
    let run = try Tavolo.run("ingest", "--workspace", workspace.path, "--as-of", "ieri")
    #expect(run.code == 64)
    #expect(run.errors.contains("«ieri» non è una data"))
    #expect(try tavolo("ingest", "--a-caso").code == 64)
  }

  @Test func sixtyFiveForADescriptorNobodyCanUnderstandNamingTheKey() throws {
    try workspace.write(
      """
      {"editore": "Comune di prova", "titolo": "Richieste di prova", "dataset": "richieste",
       "licenza": "prova", "politca": "cumulativa"}
      """, to: "datasets/sources/comune-rotto/richieste/source.json")
    let run = try tavolo("ingest")
    #expect(run.code == 65)
    #expect(run.errors.contains("«politca»"))
    #expect(run.errors.contains("forse «politica»?"))
    #expect(run.errors.split(separator: "\n").count == 1)
    // The other source is loaded all the same.
    #expect(try tavolo("status").output.contains("comune-prova/richieste"))
  }

  @Test func sixtySixForWhatIsNotThere() throws {
    let run = try Tavolo.run("run", "--workspace", workspace.path + "/nessuna")
    #expect(run.code == 66)
    #expect(run.errors.contains("/nessuna» non c'è"))
    #expect(try tavolo("ingest", "comune-assente/richieste").code == 66)
  }

  /// As if it were not there, an edition would lose it and nobody would know.
  @Test(
    arguments: [
      "datasets/tables", "datasets/indicators", "datasets/reference/territorio.json",
      "datasets/reference/confini.geojson",
    ]) func whatIsThereAndCannotBeReadIsSaid(path: String) throws
  {
    let place = "\(workspace.path)/\(path)"
    try? FileManager.default.removeItem(atPath: place)
    try FileManager.default.createSymbolicLink(atPath: place, withDestinationPath: place)
    let run = try tavolo("run")
    #expect(run.code == 66)
    #expect(
      run.errors.contains("«\(place)» non si può leggere (il collegamento porta a sé stesso)"),
      "\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: workspace.path + "/reports/2026-06-30"))
  }

  @Test func seventyFiveWhileAnotherRunHoldsTheWorkspace() throws {
    try workspace.write("", to: ".tavolo/lock")
    let lock = open(workspace.path + "/.tavolo/lock", O_RDWR | O_CLOEXEC)
    try #require(lock >= 0 && flock(lock, LOCK_EX | LOCK_NB) == 0)
    let run = try tavolo("ingest")
    #expect(run.code == 75)
    #expect(run.errors.contains("un'altra esecuzione"))
    close(lock)
    #expect(try tavolo("ingest").code == 0)
  }
}
