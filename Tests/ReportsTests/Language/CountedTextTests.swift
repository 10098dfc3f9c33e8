import Indicators
import Testing

@testable import Reports

@Suite struct CountedTextTests {
  /// "1 giorno", never "1 giorni" and never "giorni 1".
  @Test(arguments: [
    (0, "0\u{A0}giorni", "0\u{A0}days"), (1, "1\u{A0}giorno", "1\u{A0}day"),
    (2, "2\u{A0}giorni", "2\u{A0}days"), (1500, "1.500\u{A0}giorni", "1,500\u{A0}days"),
  ])
  func aCountHasItsNoun(count: Int, it: String, en: String) {
    #expect(CountPhrases.days(.it, count) == it)
    #expect(CountPhrases.days(.en, count) == en)
  }

  @Test func aCountThatIsNotWholeIsMany() {
    #expect(CountPhrases.months(.it, 1, digits: 1) == "1,0\u{A0}mesi")
    #expect(CountPhrases.months(.it, 1, digits: 0) == "1\u{A0}mese")
  }

  @Test func argumentsFollowTheCount() {
    let text = CountedText(
      one: Text(it: "{0} caso a {1}", en: "{0} case in {1}"),
      many: Text(it: "{0} casi a {1}", en: "{0} cases in {1}"))
    #expect(text(.it, 1, "Locri") == "1 caso a Locri")
    #expect(text(.en, 3, "Locri") == "3 cases in Locri")
  }

  /// A colon between a plural noun and its number is a label, not a sentence: no text of the reports says
  /// "giorni: {0}" or "dopo giorni {0}".
  @Test func noTextPutsANounBeforeItsNumber() throws {
    let nouns = "giorni|mesi|persone|comuni|residenti|days|months|people|municipalities|residents"
    let pattern = try Regex(
      "\"[^\"]*\\b(?:dopo|da|entro|mancano|mancherebbero|within|after) (?:\(nouns)):? \\{")
    for (name, source) in try PhrasesTests.sources() {
      let found = source.matches(of: pattern).map { String($0.output[0].substring ?? "") }
      #expect(found.isEmpty, "\(name): \(found)")
    }
  }
}
