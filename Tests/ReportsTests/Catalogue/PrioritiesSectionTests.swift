import Indicators
import Testing
import Warehouse

@testable import Reports

/// What the section of priorities says agrees with its own table and with the rest of the page.
@Suite struct PrioritiesSectionTests {
  private func dossier(
    _ areas: [String] = ["ANZ"], _ evidence: Evidence = SampleEvidence.make()
  ) -> Dossier {
    var brief = SampleEvidence.brief
    brief.userAreas = areas
    return Dossier(brief, ReportContext(evidence: evidence, tables: [brief], language: .it))
  }

  /// The sample, with every comune like the reference but the first ones as told.
  private func evidence(_ values: [(indicator: String, place: Int, value: Double)]) -> Evidence {
    var evidence = SampleEvidence.make()
    let signals = PriorityRule.Signal.allCases.map(\.indicator)
    evidence.observations = evidence.observations.map { one in
      guard signals.contains(one.indicator) else { return one }
      let value =
        values.first {
          $0.indicator == one.indicator && one.territory == SampleEvidence.comuni[$0.place].key
        }?.value ?? 0.5
      var one = one
      (one.value, one.lower, one.upper) = (value, value - 0.02, value + 0.02)
      one.status = .published
      return one
    }
    return evidence
  }

  /// One comune with two signals is high and before one with a single signal however strong: both sentences,
  /// of the level and of what is sure, name the same.
  @Test func whatIsSureIsOfTheHighestLevel() throws {
    let dossier = dossier(
      ["ANZ"],
      evidence([
        ("copertura-popolazione", 0, 0.4), ("copertura-bisogni", 0, 0.4),
        ("tempo-attivazione.entro-90", 1, 0.01), ("richieste-per-1000", 2, 0.99),
      ]))
    let said = PrioritiesSection.section(dossier).allSentences(under: []).map(\.sentence.text)
    let sure = try #require(said.first { $0.contains("otto prove su dieci") })
    #expect(
      sure
        == "Priorità alta: restano fra le prime tre in almeno otto prove su dieci Africo (persone anziane)."
    )
    #expect(
      PrioritiesSection.headlines(dossier).contains {
        $0.text.hasPrefix("Priorità alta proposta: Africo (")
      })
  }

  /// Areas of which nothing is published by comune rest on the same numbers: they are one row.
  @Test func areasWithTheSameNumbersAreOneRow() {
    let comuni = Dossier(
      SampleEvidence.brief,
      ReportContext(evidence: SampleEvidence.make(), tables: [], language: .it)
    ).scope.comuni.count
    let none = PrioritiesSection.proposals(dossier(["FAM", "DIS"]))
    #expect(none.count == comuni && Set(none.map(\.area)) == ["tutte le aree"])
    let matrix = CriteriaMatrix(dossier: dossier(["FAM", "DIS"])).rows()
    #expect(matrix.count == comuni && Set(matrix.map(\.area)) == ["tutte le aree"])
    let own = PrioritiesSection.proposals(dossier(["ANZ", "DIS"]))
    #expect(own.count == 2 * comuni)
    #expect(Set(own.map(\.area)) == ["Persone anziane", "tutte le aree"])
  }

  /// "None" is said of the signals the rule looks at, by name: others may stand apart.
  @Test func noSignalIsSaidOfNamedSignals() throws {
    let first = try #require(PrioritiesSection.headlines(dossier(["ANZ"], evidence([]))).first)
    #expect(first.text.hasPrefix("Nessuna priorità da proporre: dove i dati bastano"))
    for signal in ["poche persone raggiunte", "quota servita entro 90 giorni", "molte richieste"] {
      #expect(first.text.contains(signal))
    }
  }
}
