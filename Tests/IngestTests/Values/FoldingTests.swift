import Ingest
import Testing

@Suite struct FoldingTests {
  @Test(arguments: [
    ("Platì", "PLATI"),
    ("PLATI'", "PLATI"),
    (" plati’ ", "PLATI"),
    ("Plati\u{300}", "PLATI"),
    ("PLATI\u{02BC}", "PLATI"),
    ("Plati`", "PLATI"),
    ("Plati\u{00B4}", "PLATI"),
    ("Sant'Agata del Bianco", "SANT AGATA DEL BIANCO"),
    ("SANT\u{2019}AGATA  DEL\u{00A0}BIANCO", "SANT AGATA DEL BIANCO"),
    ("S. Giovanni (RC)", "S GIOVANNI RC"),
    ("Data_richiesta", "DATA RICHIESTA"),
    ("N.° prot.", "N PROT"),
    ("città\u{200B}", "CITTA"),
    ("Straße", "STRASSE"),
    ("Bolzano/Bozen", "BOLZANO BOZEN"),
    ("12,5 %", "12 5"),
    ("   ", ""),
    ("", ""),
    ("-'-", ""),
    ("è", "E"),
  ])
  func folds(_ text: String, to expected: String) {
    #expect(Folding.fold(text) == expected)
    var copy = text
    copy.withUTF8 { #expect(Folding.fold($0) == expected) }
  }

  @Test func foldingTwiceChangesNothing() {
    for text in ["Melicuccà", "Sant’Eufemia d’Aspromonte", "a--b", "ÀÉÎÕÜ ç ñ ß ŷ"] {
      let once = Folding.fold(text)
      #expect(Folding.fold(once) == once)
    }
  }

  @Test func placeNamesReadJAsI() {
    #expect(Folding.foldName("Montebello Jonico") == "MONTEBELLO IONICO")
    #expect(Folding.foldName("Gioiosa Ionica") == Folding.foldName("GIOIOSA JONICA"))
    #expect(Folding.foldName("Melicuccà") != Folding.foldName("Melicucco"))
  }

  /// Decomposed whole, such a text takes minutes.
  @Test(.timeLimit(.minutes(1))) func longTextsInPieces() {
    let long = String(repeating: "à", count: 1_000_000)
    #expect(Folding.fold(long) == String(repeating: "A", count: 1_000_000))
    // A mark stays with its letter wherever a piece might have ended.
    for count in 250...262 {
      let letters = String(repeating: "x", count: count)
      #expect(Folding.fold(letters + "e\u{301}\u{323}ò z") == letters.uppercased() + "EO Z")
    }
  }
}
