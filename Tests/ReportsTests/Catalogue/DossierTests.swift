import Indicators
import Spreadsheet
import Testing
import Warehouse

@testable import Reports

/// What a dossier says of itself, of the table's own words and of those nobody waits for.
@Suite struct DossierTests {
  private func evidence(_ observations: [Observation]? = nil) -> Evidence {
    let sample = SampleEvidence.make()
    var evidence = Evidence(
      asOf: sample.asOf, territory: sample.territory, definitions: sample.definitions,
      observations: observations ?? sample.observations, programmes: sample.programmes,
      sources: sample.sources, findings: [], services: sample.services,
      userAreas: sample.userAreas, channels: sample.channels)
    evidence.thresholds = try? DisclosureSettings()
    return evidence
  }

  private func dossier(_ evidence: Evidence, _ language: Language = .it) -> Dossier {
    Dossier(
      SampleEvidence.brief,
      ReportContext(evidence: evidence, tables: [SampleEvidence.brief], language: language))
  }

  private func texts(_ row: [Cell]) -> [String] {
    row.map { CellText.text(of: $0, .it) }
  }

  @Test func theCardSaysWhatItRestsOn() throws {
    var evidence = evidence()
    func card() throws -> [String: String] {
      let section = SummarySection.section(dossier(evidence))
      let table = try #require(
        section.allTables.map(\.table).first { $0.id == "scheda-tavolo" })
      return Dictionary(uniqueKeysWithValues: table.rows.map { (texts($0)[0], texts($0)[1]) })
    }
    let first = try card()
    #expect(first["Procedimento"] == "anziani-locride")
    #expect(first["Soglia di riservatezza"] == "5 persone; 10 dove il tema è delicato")
    #expect(first["Impronta delle consegne"]?.count == 16)
    evidence.sources[0].sha256 = String(repeating: "00ff", count: 16)
    #expect(try card()["Impronta delle consegne"] != first["Impronta delle consegne"])
  }

  /// What is a number or a day on the card is one in the workbook too, in line with the words around it.
  @Test func theCardIsTyped() throws {
    let section = SummarySection.section(dossier(evidence()))
    let table = try #require(section.allTables.map(\.table).first { $0.id == "scheda-tavolo" })
    let layout = SheetColumns(table, .it)
    let typed = table.rows.filter {
      layout.value(layout.columns[1], $0[1]).0 != .text(texts($0)[1])
    }
    #expect(typed.map { texts($0)[0] } == ["Numero di comuni", "Residenti", "Dati al"])
    #expect(typed.allSatisfy { layout.value(layout.columns[1], $0[1]).1.alignment == .left })
  }

  /// Printed alone, a number says where it comes from and how it stood before.
  @Test func aNumberOfTheSummaryHasATrendAndASource() throws {
    var evidence = evidence()
    for index in evidence.definitions.indices {
      evidence.definitions[index].inputs = ["richieste", "popolazione"]
    }
    let reader = dossier(evidence).reader
    let figures = KeyFigures(reader).figures(
      TerritoryKey(.ats, "LOC"), wanted: .half(2026, 1), since: .half(2025, 1))
    let coverage = try #require(figures.first)
    #expect(coverage.caption.text.contains("Nel 1º semestre 2025: "))
    #expect(coverage.caption.text.contains("Fonte: Richieste, popolazione residente."))
    #expect(coverage.caption.observations.count > 1)
    let bare = KeyFigures(reader).figures(TerritoryKey(.ats, "LOC"), wanted: .half(2026, 1))
    #expect(bare.first.map { !$0.caption.text.contains("Fonte") } == true)
  }

  @Test func theTablesOwnWordsAreThereAndWhoSaidThemIsNot() throws {
    var evidence = evidence()
    #expect(RemarksPart.section(dossier(evidence)) == nil)
    func remark(_ kind: String, _ text: String, _ procedure: String = "anziani-locride") {
      evidence.remarks.append(
        TableRemark(
          kind: kind, procedure: procedure, userArea: "ANZ", service: nil, text: text,
          voice: "01528071002"))
    }
    remark("rischio", "I fondi finiscono")
    remark("forza", "Una rete di volontari")
    remark("forza", "Altro tavolo", "un-altro")
    let section = try #require(RemarksPart.section(dossier(evidence)))
    let rows = try #require(section.allTables.first).table.rows.map(texts)
    #expect(rows.map { $0[3] } == ["Una rete di volontari", "I fondi finiscono"])
    #expect(rows[0][0] == "punto di forza" && rows[0][1] == "Persone anziane")
    guard case .sentence(let lead) = section.blocks[0] else { return #expect(Bool(false)) }
    #expect(
      lead.text.contains("raccolte: 2 (punti di forza 1; rischi 1). Enti che ne hanno fatte: 1."))
    #expect(!"\(section)".contains("01528071002"))
  }

  /// Where nobody asked nobody waits, and no delivery is missing.
  @Test func nobodyWaitsWhereNobodyAsked() throws {
    let place = SampleEvidence.comuni[0].key
    let observations = SampleEvidence.make().observations.compactMap { one -> Observation? in
      guard one.territory == place else { return one }
      if one.indicator.hasPrefix("tempo-") { return nil }
      var one = one
      if one.indicator == "richieste-per-1000" { (one.value, one.numerator) = (0, 0) }
      return one
    }
    let tables = WaitingPart.section(dossier(evidence(observations))).allTables.map(\.table)
    let rows = tables.filter { $0.id.hasSuffix("-comuni") }.flatMap(\.rows)
      .filter { texts($0)[0] == SampleEvidence.names[0] }
    #expect(!rows.isEmpty)
    for row in rows { #expect(texts(row)[1] == "nessun caso" && row[1].mark == nil) }
  }

  /// Of a list of comuni nothing is published together. A few are shown one by one; of many, whose numbers
  /// the page shows is said first, and no caption gives them to the comuni.
  @Test func aLooseListOfComuniBorrowsNumbersAndSaysSo() throws {
    var brief = SampleEvidence.brief
    brief.groups = []
    brief.comuni = SampleEvidence.comuni.prefix(4).map(\.code)
    func warning(_ brief: TableBrief) -> String? {
      let dossier = Dossier(
        brief, ReportContext(evidence: evidence(), tables: [brief], language: .it))
      guard case .callout(let callout) = SummarySection.section(dossier).blocks.first else {
        return nil
      }
      return callout.sentences.first?.text
    }
    #expect(warning(brief)?.hasSuffix("Città metropolitana di Reggio Calabria.") == true)
    brief.groups = [TerritoryKey(.ats, "LOC")]
    brief.comuni = []
    #expect(warning(brief) == nil)
    brief.groups = []
    #expect(warning(brief) == nil)
    let atlas = evidence().territory
    brief.comuni = SampleEvidence.comuni.prefix(4).map(\.code)
    let many = Scope(brief, in: atlas, .it)
    #expect(many.shown == [.total] && many.shownName == atlas.name && many.name != atlas.name)
    for count in 1...3 {
      brief.comuni = SampleEvidence.comuni.prefix(count).map(\.code)
      #expect(warning(brief) == nil)
      let few = Scope(brief, in: atlas, .it)
      #expect(few.shown == SampleEvidence.comuni.prefix(count).map(\.key))
      #expect(few.reference == .total && few.shownName == few.name)
    }
  }

  /// In the dossier of a theme a number of everybody says that it is: on the first page, and where numbers
  /// are not crossed with user areas.
  @Test func numbersOfEverybodyAreNotTakenForTheThemes() throws {
    func labels(_ areas: [String]) -> [String] {
      KeyFigures(dossier(evidence()).reader).figures(
        TerritoryKey(.ats, "LOC"), wanted: .half(2026, 1),
        areas: evidence().userAreas.filter { areas.contains($0.code) }
      ).map(\.label)
    }
    let other = try #require(evidence().userAreas.first { $0.code != "ANZ" })
    #expect(labels([other.code]).contains { $0.hasSuffix(", tutte le aree di utenza") })
    #expect(labels(["ANZ"]).contains { $0.hasSuffix(", persone anziane") })
    #expect(!labels([]).contains { $0.contains("tutte le aree") })
    // Of what is offered nobody asks for whom.
    #expect(!labels([other.code]).contains { $0.hasPrefix("Copertura territoriale dell'offerta,") })
    func said(_ areas: [String]) -> Int {
      var brief = SampleEvidence.brief
      brief.userAreas = areas
      let context = ReportContext(evidence: evidence(), tables: [brief], language: .it)
      return NeedsSection.section(Dossier(brief, context)).allSentences(under: [])
        .count { $0.sentence.text == DossierPhrases.ofAllAreas.it }
    }
    #expect(said(["ANZ"]) == 2 && said([]) == 0)
  }

  /// A district that is worse off as a whole says so among what stands out: priorities look inside it.
  @Test func aDistrictThatStandsApartSaysSoFirst() throws {
    func emerges(_ share: Double) throws -> [String] {
      var evidence = evidence()
      for index in evidence.observations.indices {
        let one = evidence.observations[index]
        guard one.indicator == "copertura-bisogni", one.modality == "ANZ" else { continue }
        let value = one.territory == .total ? 0.6 : share
        evidence.observations[index].value = value
        evidence.observations[index].lower = value - 0.01
        evidence.observations[index].upper = value + 0.01
      }
      let summary = SummarySection.section(dossier(evidence))
      return (summary.blocks + summary.parts.flatMap(\.blocks)).flatMap { block -> [String] in
        guard case .callout(let callout) = block,
          callout.title == DossierPhrases.emergesTitle.it
        else { return [] }
        return callout.sentences.map(\.text)
      }
    }
    let met = try #require(dossier(evidence()).reader.definition("copertura-bisogni"))
    let name = lowercasedFirst(met.name.it) + ", persone anziane"
    #expect(
      try emerges(0.4).first?.contains(
        "«Locri», peggio che su tutto il territorio oltre il margine d'errore: ") == true)
    #expect(try emerges(0.4).contains { $0.contains(", peggio") && $0.contains(name) })
    #expect(try emerges(0.8).contains { $0.contains(", meglio") && $0.contains(name) })
    #expect(try !emerges(0.6).contains { $0.contains(name) })
  }

  /// Which comuni wait longer is said, and whether chance is enough to explain it.
  @Test func whoWaitsLongerIsSaid() throws {
    let section = WaitingPart.section(dossier(evidence()))
    let part = try #require(section.parts.first { $0.id == "tempo-attivazione" })
    let said = part.allSentences(under: []).map(\.sentence.text)
    let place = try #require(said.firstIndex { $0.hasPrefix("Rispetto al valore di riferimento") })
    #expect(said[place].contains("giorni)") && said[place].contains("non è distinguibile dal caso"))
    #expect(said[place - 1].contains("tempo di attivazione, mediana"))
  }

  @Test func agesAreToldWhereEveryComuneHasThem() throws {
    var evidence = evidence()
    func told() -> String? {
      guard case .list(let all) = PlacePart.section(dossier(evidence)).blocks[0] else { return nil }
      return all.map(\.text).first { $0.contains("indice di vecchiaia") }
    }
    #expect(told() == nil)
    for comune in SampleEvidence.comuni {
      evidence.ages[comune.code] = AgeStructure(
        year: 2026, residents: 1000, children: 100, elders: 250)
    }
    #expect(
      told()
        == "Nel 2026 ha 65 anni e più il 25,0\u{A0}% di chi ci vive; l'indice di vecchiaia è 250.")
    evidence.ages[SampleEvidence.comuni[0].code]?.year = 2025
    #expect(told() == nil)
  }

  /// The next point is looked for in the territory of the table where there is a search of its own; where
  /// no further point would help anybody, that is said.
  @Test func theNextPointIsOfTheTable() throws {
    func evidence(_ found: [(TerritoryKey, String, Double)]) -> Evidence {
      var evidence = SampleEvidence.make()
      var definition = evidence.definitions[0]
      (definition.slug, definition.unit) = (NextPointPart.indicator, .count)
      evidence.definitions.append(definition)
      for (territory, place, gain) in found {
        evidence.observations.append(
          Observation(
            indicator: NextPointPart.indicator, territory: territory, period: .year(2026),
            dimension: "punti", modality: "1", value: gain, note: place))
      }
      return evidence
    }
    func said(_ found: [(TerritoryKey, String, Double)]) throws -> (words: String, notes: [String])
    {
      var brief = SampleEvidence.brief
      brief.groups = [TerritoryKey(.ats, "LOC")]
      let dossier = Dossier(
        brief, ReportContext(evidence: evidence(found), tables: [brief], language: .it))
      let section = try #require(NextPointPart.section(dossier))
      return (
        section.allSentences(under: []).map(\.sentence.text).joined(separator: " "),
        section.allTables.flatMap(\.table.notes)
      )
    }
    let whole = (TerritoryKey.total, "Gerace", 90.0)
    let everywhere = try said([whole])
    #expect(everywhere.words.contains("aiuterebbe di più nel comune di Gerace"))
    #expect(everywhere.notes.contains(NextPointPhrases.everywhere.it))
    let own = try said([whole, (TerritoryKey(.ats, "LOC"), "Ardore", 40)])
    #expect(
      own.words.contains("aiuterebbe di più nel comune di Ardore") && !own.words.contains("Gerace"))
    #expect(own.notes.contains(NextPointPhrases.within.it))
    #expect(try said([(.total, "", 0)]).words == NextPointPhrases.nowhere.it)
  }
}
