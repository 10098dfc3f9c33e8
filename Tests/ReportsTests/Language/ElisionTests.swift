import Indicators
import Testing

@testable import Reports

@Suite struct ElisionTests {
  static let phrase = Text(it: "Al {0} è pagato il {1} del totale", en: "On {0}, {1} is paid")

  /// Ottanta, otto, undici, uno begin with a vowel; zero asks for "lo"; the rest is as it is written.
  @Test(arguments: [
    ("30 giugno", "83,6 %", "Al 30 giugno è pagato l'83,6 % del totale"),
    ("8 giugno", "18,0 %", "All'8 giugno è pagato il 18,0 % del totale"),
    ("11 giugno", "11 %", "All'11 giugno è pagato l'11 % del totale"),
    ("1º giugno", "1 %", "Al 1º giugno è pagato l'1 % del totale"),
    ("12 giugno", "0,5 %", "Al 12 giugno è pagato lo 0,5 % del totale"),
    ("28 giugno", "111 %", "Al 28 giugno è pagato il 111 % del totale"),
    ("29 giugno", "1.000", "Al 29 giugno è pagato il 1.000 del totale"),
    ("29 giugno", "11.000", "Al 29 giugno è pagato l'11.000 del totale"),
    ("29 giugno", "801", "Al 29 giugno è pagato l'801 del totale"),
  ])
  func theArticleAgreesWithTheNumber(day: String, share: String, said: String) {
    #expect(Self.phrase(.it, day, share) == said)
    #expect(Self.phrase(.en, day, share) == "On \(day), \(share) is paid")
  }

  @Test func onlyAnArticleIsElided() {
    let phrase = Text(it: "portal {0}, {0} e il totale {0}", en: "")
    #expect(phrase(.it, "8") == "portal 8, 8 e il totale 8")
    #expect(Text(it: "il {0}", en: "")(.it, "ottavo") == "il ottavo")
    #expect(Text(it: "{0} al", en: "")(.it, "8") == "8 al")
  }
}
