import Indicators
import Testing
import Warehouse

@testable import Reports

/// Sentences on the parts of a dimension and on distances from the mean.
@Suite struct OutstandingSentencesTests {
  static func modality(
    _ slug: String, _ code: String, _ value: Double?, _ lower: Double?, _ upper: Double?
  ) -> Figure {
    SentencesTests.figure(
      slug, "LOC", value, lower, upper, status: value == nil ? .suppressed : .published,
      modality: code)
  }

  static let byCode = Sentences(language: .it, name: { $0.code }, slice: { $0.modality })

  /// The one that stands out is never alone where others cannot be told from it.
  @Test func whatStandsOutIsNotARanking() {
    let figures = [
      Self.modality("richieste-per-1000", "ANZ", 9.5, 8.2, 10.9),
      Self.modality("richieste-per-1000", "ANN", 10.3, 9.0, 11.8),
      Self.modality("richieste-per-1000", "DIS", 0.8, 0.6, 1.0),
      Self.modality("richieste-per-1000", "DIP", nil, nil, nil),
    ]
    #expect(
      Self.byCode.outstanding(figures)?.text
        == "Il valore più alto, 10,3, è di «ANN»; la differenza non è distinguibile dal caso per «ANZ»; "
        + "un dato non è pubblicato per riservatezza [c].")
    #expect(Self.byCode.outstanding([figures[0], figures[3]]) == nil)
    let english = Sentences(language: .en, name: { $0.code }, slice: { $0.modality })
    #expect(
      english.outstanding([figures[1], figures[2]])?.text
        == "The highest value, 10.3, is that of “ANN”.")
  }

  /// Where more is better the gap is what matters; equal values are named together.
  @Test func whereMoreIsBetterTheLowestIsSaid() {
    let figures = [
      Self.modality("copertura-offerta", "A", 0.5, nil, nil),
      Self.modality("copertura-offerta", "B", 1, nil, nil),
      Self.modality("copertura-offerta", "C", 0.5, nil, nil),
    ]
    #expect(
      Self.byCode.outstanding(figures)?.text
        == "Il valore più basso, 50,0\u{A0}%, è di «A», «C».")
    #expect(
      Self.byCode.outstanding([figures[0], figures[2]])?.text
        == "Tutti hanno lo stesso valore, 50,0\u{A0}%.")
  }

  /// Distances are held against zero, by their own interval.
  @Test func distancesAreHeldAgainstTheMean() {
    let figures = [
      SentencesTests.figure("divario-copertura", "080001", 0.44, 0.01, 1.2),
      SentencesTests.figure("divario-copertura", "080002", 0.08, -0.3, 1.0),
    ]
    #expect(
      SentencesTests.sentences(.it).spread(ofDistances: figures).text
        == "Rispetto alla media di tutto il territorio: un comune è più in alto, oltre il margine "
        + "d'errore (Africo); "
        + "per un comune la differenza non è distinguibile dal caso.")
  }
}
