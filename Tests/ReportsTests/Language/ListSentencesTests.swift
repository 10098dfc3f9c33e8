import Indicators
import Testing
import Warehouse

@testable import Reports

/// What lists and tables of many indicators say: counted, never ranked; what is withheld or missing is said.
@Suite struct ListSentencesTests {
  private let it = SentencesTests.sentences(.it)
  private let en = SentencesTests.sentences(.en)

  private func figure(
    _ value: Double?, _ lower: Double? = nil, _ upper: Double? = nil,
    _ status: Observation.Status = .published, of slug: String = "copertura-popolazione",
    in code: String = "080001", note: String? = nil
  ) -> Figure {
    SentencesTests.figure(slug, code, value, lower, upper, status: status, note: note)
  }

  /// Zero is an answer; what is withheld is not one, and neither is what was not delivered.
  @Test func entriesSayWhichHaveNoAnswer() {
    let rows: [[Cell]] = [
      [.text("Sede"), .text("Locri")], [.text("Dipendenti"), .integer(0)],
      [.text("Volontari"), Cell(.none, mark: .notReceived)],
      [.text("Ore, in dodici mesi"), Cell(.none, mark: .notReceived)],
      [.text("Raccolta"), Cell(.none, mark: .confidential)],
      [.text("Quota"), Cell(.number(0.5, .percent(0)), mark: .provisional)],
    ]
    #expect(
      it.entries(rows).text
        == "Voci con una risposta: 3 su 6. Non pervenute [..]: volontari; ore, in dodici mesi. "
        + "Riservate [c]: raccolta.")
    #expect(en.entries(Array(rows.prefix(2))).text == "Items with an answer: 2 of 2.")
  }

  /// Values between their ends and nobody's name: without a reference there is nothing to stand apart from.
  @Test func anExtentNamesNobody() {
    let figures = [
      figure(0.12), figure(0.034, in: "080002"), figure(nil, nil, nil, .suppressed, in: "080003"),
      figure(0.08, in: "LOC"),
    ]
    #expect(
      it.extent(figures)?.text
        == "3 dati pubblicati, da 3,4\u{A0}% a 12,0\u{A0}%; un dato non è pubblicato per riservatezza [c]."
    )
    #expect(
      en.extent([figure(0.12), figure(0.1204)])?.text
        == "2 figures are published, all of them 12.0%.")
    #expect(it.extent([figure(0.12)])?.text == "Un dato pubblicato: 12,0\u{A0}%.")
    #expect(
      it.extent([figure(0.12, nil, nil, .provisional)])?.text
        == "Un dato pubblicato: 12,0\u{A0}%. Il dato è provvisorio [p].")
    #expect(
      it.extent([figure(nil, nil, nil, .notReceived)])?.text == "Un dato non è pervenuto [..].")
    #expect(it.extent([]) == nil)
  }

  /// Where the reference is missing nobody is held against it, and the values are still said.
  @Test func withoutAReferenceTheValuesAreSaid() {
    let reference = figure(nil, nil, nil, .suppressed, in: "LOC")
    #expect(
      it.spread([figure(0.12), figure(0.1, in: "080002")], around: reference).text
        == "Manca il valore di riferimento (nell'ambito «Locri»: dato non pubblicato per riservatezza "
        + "[c]): i comuni non si confrontano. 2 dati pubblicati, da 10,0\u{A0}% a 12,0\u{A0}%.")
  }

  @Test func valuesOfSeveralIndicatorsAreNamed() {
    let shares = [
      ("Pagato sul totale", figure(0.1609)),
      ("Pagato sul PNRR", figure(nil, nil, nil, .notReceived)),
    ]
    #expect(
      it.values(shares).text == "Pagato sul totale 16,1\u{A0}%; un dato non è pervenuto [..].")
  }

  /// Better and worse only where the intervals do not touch and the definition says which way is good.
  @Test func aStandingIsCounted() {
    let whole = figure(0.10, 0.09, 0.11, in: "totale")
    let days = figure(30, 28, 32, of: "tempo-attivazione.mediana", in: "totale")
    let pairs = [
      (figure: figure(0.20, 0.19, 0.21), reference: whole),
      (figure: figure(0.11, 0.10, 0.12), reference: whole),
      (figure: figure(0.02, 0.01, 0.03), reference: whole),
      (figure: figure(40, 38, 42, of: "tempo-attivazione.mediana"), reference: days),
      (figure: figure(0.3), reference: whole),
      (figure: figure(nil, nil, nil, .suppressed), reference: whole),
      (figure: figure(0.3, 0.2, 0.4), reference: figure(nil, nil, nil, .suppressed, in: "totale")),
    ]
    #expect(
      it.standing(pairs).text
        == "Rispetto a tutto il territorio: un dato è più in alto, oltre il margine d'errore (meglio); "
        + "un dato è più in alto, oltre il margine d'errore (peggio); "
        + "un dato è più in basso, oltre il margine d'errore (peggio); "
        + "per un dato la differenza non è distinguibile dal caso; "
        + "per un dato la differenza non si giudica, perché manca un intervallo; "
        + "un dato non si confronta; un dato non è pubblicato per riservatezza [c].")
    #expect(it.standing(pairs).observations.count == 14)
    #expect(
      en.standing(Array(pairs.prefix(1))).text
        == "Against the whole territory: one figure is higher, beyond the margin of error (better)."
    )
  }

  @Test func aTallyCountsWhatIsThere() {
    #expect(
      it.tally([figure(0.1), figure(0.2), figure(nil, nil, nil, .notApplicable)]).text
        == "Senza un riferimento con cui confrontarli: 2 dati; un dato non è calcolabile [x].")
  }
}
