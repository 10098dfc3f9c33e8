import Indicators
import Testing
import Warehouse

@testable import Reports

@Suite struct ProviderCardTests {
  static func reports(_ change: (inout Evidence) -> Void = { _ in }) -> [Report] {
    var evidence = SampleEvidence.make()
    change(&evidence)
    return ProviderReport.reports(
      ReportContext(evidence: evidence, tables: [], language: .it))
  }

  /// The others are quarters, never names.
  @Test func aCardNamesNoOtherOrganisation() {
    for (report, provider) in zip(Self.reports(), SampleProviders.all) {
      let texts =
        report.sections.flatMap(\.allTables).flatMap { $0.table.rows.joined() }
        .map { CellText.text(of: $0, .it) }
        + report.sections.flatMap { $0.allSentences(under: []) }.map(\.sentence.text)
      for other in SampleProviders.all where other.fiscalCode != provider.fiscalCode {
        let isThere = texts.contains { $0.contains(other.name) || $0.contains(other.fiscalCode) }
        #expect(!isThere, "\(report.path): \(other.name)")
      }
    }
  }

  static func table(_ id: String, in report: Report) -> Table? {
    report.sections.flatMap(\.allTables).map(\.table).first { $0.id == id }
  }

  /// Its own referrals are on the card, those withheld are not nought, the others are quarters.
  @Test func referralsAreItsOwn() throws {
    let reports = Self.reports { evidence in
      for index in evidence.providers.indices.dropLast() {
        evidence.providers[index].referrals = .init(
          sent: index == 1 ? nil : 10 * index, received: 15, partners: 3, mutual: 1)
      }
    }
    let own = try #require(Self.table("ente-invii", in: reports[1]))
    #expect(own.rows.map { $0[1] }.map(\.value) == [.none, .integer(15), .integer(3), .integer(1)])
    #expect(own.rows[0][1].mark == .confidential)
    let others = try #require(Self.table("ente-confronto", in: reports[2])).rows
    let received = others.first { $0[0].value == .text("Invii ricevuti da altri enti") }
    #expect(
      received?[1].value == .number(15, .decimal(0))
        && received?.dropLast().last?.value == .integer(5))
    // Of the others of the third, four have a number of referrals sent that may be shown.
    #expect(!others.contains { $0[0].value == .text("Invii fatti ad altri enti") })
    let unnamed = reports[6].sections.flatMap { $0.allSentences(under: []) }.map(\.sentence.text)
    #expect(unnamed.contains { $0.hasPrefix("Invii: dato non pervenuto [..]") })
    #expect(!Self.reports()[0].sections.contains { $0.id == "invii" })
  }

  /// What is owed comes before what is to come; nobody is owed where no calendar says so (domain §5.4).
  @Test func theNextDeliveryHasItsDay() throws {
    let agreement = ExpectedDelivery(
      publisher: "comune", publisherName: "Comune di esempio", dataset: "richieste",
      frequency: .quarterly, from: Day(iso: "2026-01-01")!, daysAllowed: 30)
    func rows(_ change: (inout Evidence) -> Void) throws -> [[Cell]] {
      try #require(Self.table("ente-prossime", in: Self.reports(change)[0])).rows
    }
    let next = try rows { $0.calendar = [agreement] }
    #expect(next.map { $0[2] } == [.text("3º trimestre 2026")])
    #expect(next.map { $0[3] } == [.day(Day(iso: "2026-10-30"))])
    let owed = try rows {
      $0.calendar = [agreement]
      $0.reports = [
        ExpectedReport(
          expected: agreement, period: .quarter(2026, 1), answer: nil, asOf: SampleEvidence.asOf)
      ]
    }
    #expect(owed.map { $0[3] } == [.day(Day(iso: "2026-04-30"))])
    #expect(owed.map { $0[4] } == [.text("mancante")])
    let silent = Self.reports()[0]
    #expect(Self.table("ente-prossime", in: silent) == nil)
    let said = silent.sections.flatMap { $0.allSentences(under: []) }.map(\.sentence.text)
    #expect(said.contains { $0.hasPrefix("Prossima consegna: nessun accordo") })
    // Of a delivery that does not speak of it nothing is owed.
    let other = Self.reports { $0.calendar = [agreement] }[6]
    #expect(Self.table("ente-prossime", in: other) == nil)
  }

  /// The first screen: what was done, beside the others, and what is withheld is not nought.
  @Test func theCardOpensWithItsNumbers() throws {
    func figures(_ report: Report) throws -> [KeyFigure] {
      let first = try #require(report.sections.first)
      guard case .keyFigures(let figures)? = first.blocks.first else { return [] }
      return figures
    }
    let reports = Self.reports()
    #expect(
      try figures(reports[0]).prefix(2).map(\.cell.value) == [
        .number(120, .decimal(0)), .number(40, .decimal(0)),
      ])
    #expect(try figures(reports[5])[0].cell.mark == .notReceived)
    #expect(try figures(reports[5])[0].caption.text.hasPrefix("Non pervenuto. "))
    #expect(try figures(reports[6])[0].cell.mark == .confidential)
  }

  /// A row that would only say that it is confidential is a name in a sentence, and a code nobody knows
  /// is said in words.
  @Test func whatIsHeldBackIsNamedTogether() throws {
    let comuni = SampleEvidence.make().territory.comuni
    let (told, other) = (comuni[0], comuni[1])
    let report = Self.reports {
      $0.providers[0].byComune = [
        .init(code: "\(told.code)", deliveries: 120),
        .init(code: "\(other.code)", deliveries: nil),
        .init(code: "ND", deliveries: nil),
      ]
      $0.providers[0].byService = [.init(code: "N", deliveries: nil)]
    }[0]
    let table = try #require(Self.table("attivita-comune", in: report))
    #expect(table.rows.map { $0[0].value } == [.text(told.name)])
    #expect(Self.table("attivita-servizio", in: report) == nil)
    let said = report.sections.flatMap { $0.allSentences(under: []) }.map(\.sentence.text)
    let names = [NetworkPhrases.unknownComune.it, other.name].sorted().joined(separator: "; ")
    #expect(
      said.contains { $0.hasPrefix("Dati riservati [c]") && $0.hasSuffix(": " + names + ".") })
    #expect(said.contains { $0.hasSuffix(": " + NetworkPhrases.unknownService.it + ".") })
  }

  @Test func comuniOfWhichNothingIsToldAreNamedTogether() throws {
    let served = try #require(SampleProviders.all[0].served.first)
    let name = try #require(SampleEvidence.make().territory.comune(served)?.name)
    func rows(_ report: Report) throws -> [String] {
      try #require(Self.table("ente-comuni", in: report)).rows.map { CellText.text(of: $0[0], .it) }
    }
    let report = Self.reports { evidence in
      for index in evidence.observations.indices
      where evidence.observations[index].territory == TerritoryKey(.comune, "\(served)") {
        evidence.observations[index].status = .suppressed
        evidence.observations[index].value = nil
        (evidence.observations[index].lower, evidence.observations[index].upper) = (nil, nil)
      }
    }[0]
    #expect(try rows(Self.reports()[0]).contains(name))
    #expect(try !rows(report).contains(name))
    let section = try #require(report.sections.first { $0.id == "comuni-serviti" })
    let said = section.allSentences(under: []).map(\.sentence.text)
    #expect(said.contains { $0.hasPrefix("Dati riservati [c]") && $0.hasSuffix(": " + name + ".") })
  }

  /// What a part of the others do not exceed is a number one of them has: no fifth of a volunteer.
  @Test func theOthersAreWhole() throws {
    let reports = Self.reports { evidence in
      for index in evidence.providers.indices {
        evidence.providers[index].volunteers = Double(index)
      }
    }
    let table = try #require(Self.table("ente-confronto", in: reports[0]))
    let row = try #require(table.rows.first { $0[0].value == .text(NetworkPhrases.volunteers.it) })
    let others = (1..<reports.count).map(Double.init)
    let quarters = [0.25, 0.5, 0.75].map { share in
      others.first { limit in
        Double(others.count { $0 <= limit }) >= share * Double(others.count)
      }!
    }
    #expect(row[2...4].map(\.value) == quarters.map { .number($0, .decimal(0)) })
  }

  /// The receipt is named, not linked: an edition travels without it.
  @Test func theReceiptIsNamedByItsFile() throws {
    let reports = Self.reports { $0.sources[0].receipt = "comune/richieste/a.csv-1a2b3c4d" }
    let table = try #require(Self.table("ente-ricevute", in: reports[0]))
    #expect(table.rows.count == 1)
    #expect(
      table.rows[0].last?.value
        == .text("receipts/comune/richieste/a.csv-1a2b3c4d/ricevuta.html"))
    #expect(Self.table("ente-ricevute", in: reports[5]) == nil)
  }

  @Test(arguments: [(Language.it, "errore"), (.en, "error")])
  func findingsAreSaidInTheReadersLanguage(language: Language, severity: String) throws {
    let context = ReportContext(evidence: SampleEvidence.make(), tables: [], language: language)
    let table = try #require(Self.table("ente-qualita", in: ProviderReport.reports(context)[0]))
    #expect(table.rows.map { $0[4].value } == [.text(severity)])
  }

  @Test func whatIsWithheldIsSaidAndNotShown() {
    let report = Self.reports()[6]
    let said = report.sections.flatMap { $0.allSentences(under: []) }.map(\.sentence.text)
    #expect(said.contains { $0.contains("[c]") })
    #expect(!report.sections.flatMap(\.allTables).contains { $0.table.id == "attivita-comune" })
  }

  @Test func theNetworkCountsActiveOffers() throws {
    let evidence = SampleEvidence.make()
    let network = ProviderNetwork(evidence)
    let africo = try #require(evidence.territory.comuni.first { $0.name == "Africo" }).code
    // Six offers on Africo: three of A, two of C, one of E.
    #expect(network.count(africo, "A") == 3 && network.count(africo, "C") == 2)
    #expect(network.count(africo, "E") == 1 && network.count(africo, "B") == 0)
    #expect(!network.hasSingleProvider(africo))
    // And where a service hangs on one of them, or on nobody.
    let others = evidence.territory.comuni.count - 1
    let thin = NetworkPage.thin(network, .it).map(\.text)
    #expect(
      thin.contains {
        $0.hasSuffix(
          ": nessun ente ne offre in \(others) comuni; un ente solo ne offre in 1 comune.")
      })
    #expect(
      thin.contains("Inclusione e integrazione: nessun ente ne offre in \(others + 1) comuni."))
    // With an offer, without deliveries, not for confidentiality: nobody in the sample.
    #expect(network.idle.isEmpty)
  }

  /// Idle organisations are rows that lead to their cards, however many they are.
  @Test func idleOrganisationsAreATable() throws {
    var evidence = SampleEvidence.make()
    evidence.providers[0].deliveries = nil
    let context = ReportContext(evidence: evidence, tables: [], language: .it)
    let report = try #require(NetworkPage.reports(context).first)
    let idle = try #require(Self.table("enti-fermi", in: report))
    let name = evidence.providers[0].name
    #expect(idle.rows.map { CellText.text(of: $0[0], .it) } == [name])
    let said = report.sections.flatMap { $0.allSentences(under: []) }.map(\.sentence.text)
    #expect(!said.contains { $0.contains(name) })
    let before = try #require(
      NetworkPage.reports(ReportContext(evidence: SampleEvidence.make(), tables: [], language: .it))
        .first)
    #expect(Self.table("enti-fermi", in: before) == nil)
  }

  /// An anti-violence centre is counted in no comune (domain reference §4.5).
  @Test func theNetworkDoesNotSayWhereARefugeIs() throws {
    var evidence = SampleEvidence.make()
    let place = try #require(evidence.territory.comuni.first).code
    func providers(offering service: String) -> Int {
      evidence.providers[0].offers = [
        ProviderProfile.Offer(
          service: service, comuni: [place], capacity: nil, capacityUnit: nil,
          isPlaceWithheld: ["A3", "E4"].contains(service))
      ]
      return ProviderNetwork(evidence).count(place, String(service.prefix(1)))
    }
    #expect(providers(offering: "A1") == providers(offering: "A3") + 1)
    #expect(providers(offering: "E1") == providers(offering: "E4") + 1)
  }

  /// Where how many ask may not be told, that nobody lacks an answer is not said.
  @Test func aWithheldRequestIsNoAnsweredOne() throws {
    func card(_ statuses: [Observation.Status]) throws -> (text: String, lacking: Cell?) {
      let report = Self.reports { evidence in
        evidence.observations += zip(["B", "E"], statuses).map { service, status in
          Observation(
            indicator: "richieste-per-1000", territory: TerritoryKey(.comune, "080001"),
            period: .year(2025), dimension: "servizio", modality: service,
            value: status == .published ? 3 : nil, status: status)
        }
      }[0]
      let section = try #require(report.sections.first { $0.id == "occasioni" })
      let figures = report.sections.flatMap(\.blocks).compactMap { block -> [KeyFigure]? in
        if case .keyFigures(let figures) = block { figures } else { nil }
      }.joined()
      return (
        section.allSentences(under: []).map(\.sentence.text).joined(separator: " "),
        figures.first { $0.label == "Richieste con poca offerta" }?.cell
      )
    }
    let nothing = try card([])
    #expect(nothing.text.contains("offerto da almeno due enti"))
    #expect(nothing.lacking?.value == .number(0, .decimal(0)))
    let withheld = try card([.suppressed])
    #expect(!withheld.text.contains("almeno due enti"))
    #expect(withheld.text.contains("è riservato [c]") && withheld.text.contains("in 1 comune"))
    #expect(withheld.lacking?.mark == .confidential)
    let both = try card([.suppressed, .published])
    #expect(both.text.contains("è riservato [c]"))
    #expect(both.lacking?.value == .number(1, .decimal(0)))
  }
}
