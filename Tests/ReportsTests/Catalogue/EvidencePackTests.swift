import Indicators
import Testing
import Warehouse

@testable import Reports

/// What a dossier owes the table beside its indicators: proposals, essential levels, volunteers.
@Suite struct EvidencePackTests {
  private func dossier(_ evidence: Evidence) -> Dossier {
    Dossier(
      SampleEvidence.brief,
      ReportContext(evidence: evidence, tables: [SampleEvidence.brief], language: .it))
  }

  private func texts(_ table: Table) -> [[String]] {
    table.rows.map { $0.map { CellText.text(of: $0, .it) } }
  }

  /// What was accepted comes first, each with its reason; other tables' proposals are not here.
  @Test func proposalsHaveTheirReasons() throws {
    var evidence = SampleEvidence.make()
    #expect(ProposalsPart.section(dossier(evidence)) == nil)
    func propose(_ number: String, _ state: String?, _ grounds: String?, at procedure: String) {
      evidence.proposals.append(
        TableProposal(
          procedure: procedure, number: number, text: "Proposta \(number)", userArea: "ANZ",
          service: nil, status: state, grounds: grounds))
    }
    propose("1", "respinta", "costa troppo", at: "anziani-locride")
    propose("2", "adottata", nil, at: "anziani-locride")
    propose("3", "sconosciuto", nil, at: "anziani-locride")
    propose("4", "adottata", nil, at: "un-altro")
    let section = try #require(ProposalsPart.section(dossier(evidence)))
    let table = try #require(section.allTables.first?.table)
    #expect(texts(table).map { $0[0] } == ["2", "1", "3"])
    #expect(texts(table)[1][1...3] == ["Proposta 1", "respinta", "costa troppo"])
    #expect(table.rows[0][3].mark == .notReceived && texts(table)[2][2] == "non indicato")
    #expect(texts(table)[1][4] == "Persone anziane")
    guard case .sentence(let lead) = section.blocks[0] else { return #expect(Bool(false)) }
    #expect(lead.text.contains("tavolo: 3 (adottata 1; respinta 1; non indicato 1)."))
    #expect(
      DecisionsSection.section(dossier(evidence)).parts.contains { $0.id == "proposte" })
  }

  /// What was said of a service and what was decided of it stand in one row, with what is asked beside.
  @Test func whatWasSaidIsFollowedToWhereItWent() throws {
    var evidence = SampleEvidence.make()
    evidence.decisions = []
    #expect(TraceabilityPart.section(dossier(evidence)) == nil)
    func remark(_ service: String?) {
      evidence.remarks.append(
        TableRemark(
          kind: "debolezza", procedure: "anziani-locride", userArea: nil, service: service,
          text: "Poco", voice: nil))
    }
    func propose(_ number: String, _ service: String, _ state: String) {
      evidence.proposals.append(
        TableProposal(
          procedure: "anziani-locride", number: number, text: "Proposta", userArea: nil,
          service: service, status: state, grounds: nil))
    }
    func decide(_ number: String, _ cents: Int64?, _ due: String?) {
      var one = SampleProviders.decision
      (one.number, one.service, one.resourcesCents) = (number, "C1", cents)
      one.due = due.flatMap { Day(iso: $0) }
      evidence.decisions.append(one)
    }
    remark("C4")
    remark("A")
    remark(nil)
    propose("1", "C", "adottata")
    propose("2", "B1", "respinta")
    propose("3", "E", "respinta")
    propose("4", "E", "discussa")
    decide("7", 100_000, "2026-12-31")
    decide("8", nil, "2026-09-30")
    let section = try #require(TraceabilityPart.section(dossier(evidence)))
    let table = try #require(section.allTables.first?.table)
    #expect(
      texts(table).map { $0[1] } == [
        "osservato, senza proposte né decisioni", "proposte tutte respinte", "c'è una decisione",
        "c'è una proposta, senza decisione", "osservato, senza proposte né decisioni",
      ])
    let home = texts(table)[2]
    #expect(home[0] == "Domiciliarità" && home[3...5] == ["1", "1 (adottata)", "7; 8"])
    #expect(home[6] == "Bisogni soddisfatti")
    #expect(home[7] == "1.000,00\u{A0}€ (dette da 1 su 2)" && home[8] == "30/09/2026")
    #expect(texts(table)[4][0] == "Senza un servizio indicato")
    #expect(texts(table)[0][4...5] == ["nessuna", "nessuna"])
    #expect(table.rows[0][7].mark == .notApplicable && table.rows[4][2].mark == .notApplicable)
    #expect(
      section.allSentences(under: []).map(\.sentence.text) == [
        "Servizi di cui si è parlato al tavolo: 5. Fin dove si è arrivati: c'è una decisione (1); c'è una "
          + "proposta, senza decisione (1); proposte tutte respinte (1); osservato, senza proposte né "
          + "decisioni (2)."
      ])
  }

  /// What is said before deciding has its sheets, with the headers of its contracts.
  @Test func whatIsSaidHasItsForms() {
    let forms = TableForms.all(dossier(SampleEvidence.make()))
    #expect(forms.map(\.sheetName) == ["osservazioni_tavolo", "proposte", "esiti_tavolo"])
    for form in forms {
      #expect(form.columns[0].choices == ["anziani-locride"])
      #expect(form.columns.allSatisfy { !$0.prompt.isEmpty })
      #expect(
        form.columns.allSatisfy { $0.meanings.isEmpty || $0.meanings.count == $0.choices.count })
    }
  }

  /// Each level by district, in the state last declared; of a district that declared none nothing is said.
  @Test func levelsHaveTheirState() throws {
    var evidence = SampleEvidence.make()
    #expect(LevelsPart.section(dossier(evidence)) == nil)
    var definition = evidence.definitions[0]
    (definition.slug, definition.code, definition.parts) = ("leps-attivi", "NC9", [])
    evidence.definitions.append(definition)
    evidence.levels = [
      NamedCode(code: "L01", name: Text(it: "Servizio sociale", en: "Social service"))
    ]
    for (district, level, year, value) in [
      ("LOC", "L01", 2025, 0.0), ("LOC", "L01", 2026, 0.5), ("LOC", "L02", 2026, 1),
      ("ALTRO", "L03", 2026, 1),
    ] {
      evidence.observations.append(
        Observation(
          indicator: "leps-attivi", territory: TerritoryKey(.ats, district), period: .year(year),
          dimension: "leps", modality: level, value: value))
    }
    let section = try #require(LevelsPart.section(dossier(evidence)))
    let said = section.allSentences(under: []).map(\.sentence.text)
    #expect(said == ["Stati dichiarati: 2. Attivi: 1; in parte: 1; assenti: 0."])
    let table = try #require(section.allTables.first?.table)
    #expect(texts(table) == [["L01, Servizio sociale", "parziale"], ["L02", "attivo"]])
    #expect(table.rows[0][1].observation?.contains("L01") == true)
  }

  /// Of organisations that offer something in the comuni of the table, those that say it.
  @Test func volunteersAreOfWhoIsHere() throws {
    var evidence = SampleEvidence.make()
    for index in evidence.providers.indices {
      evidence.providers[index].volunteers = nil
      evidence.providers[index].volunteerHours = nil
    }
    #expect(VolunteersPart.section(dossier(evidence)) == nil)
    let network = ProviderNetwork(evidence)
    let here = try #require(network.offering(in: SampleEvidence.comuni[0].code).first?.provider)
    let place = try #require(evidence.providers.firstIndex { $0.fiscalCode == here.fiscalCode })
    evidence.providers[place].volunteers = 12
    let section = try #require(VolunteersPart.section(dossier(evidence)))
    let table = try #require(section.allTables.first?.table)
    #expect(texts(table).map { Array($0[0...1]) } == [[here.name, "12"]])
    #expect(table.rows[0][2].mark == .notReceived)
    let said = section.allSentences(under: []).map(\.sentence.text).joined()
    #expect(
      said.contains(
        "Enti che dicono quanti volontari hanno: 1, in tutto 12 volontari. Le ore: dato non pervenuto [..]."
      ))
    evidence.providers[place].offers = []
    #expect(VolunteersPart.section(dossier(evidence)) == nil)
  }

  /// A promised indicator says which way is better, and which data it comes from.
  @Test func aPromisedIndicatorSaysItsDirectionAndItsData() throws {
    var evidence = SampleEvidence.make()
    for index in evidence.definitions.indices { evidence.definitions[index].inputs = ["richieste"] }
    let tables = DecisionsSection.section(dossier(evidence)).allTables.map(\.table)
    let table = try #require(tables.first { $0.id == "decisioni-indicatori" })
    let columns = table.columns.map(\.title)
    let direction = try #require(columns.firstIndex(of: "Verso"))
    let data = try #require(columns.firstIndex(of: "Fonte dei dati"))
    #expect(texts(table)[0][direction].hasSuffix("è meglio"))
    #expect(texts(table)[0][data] == "Richieste")
  }
}
