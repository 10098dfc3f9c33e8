import Foundation

/// A whole-file decision in a reader's language.
struct DecisionWords {
  let label: String
  let value: String
  let because: String
  let certainty: String

  init(_ decision: Decisions.Item, _ language: ReceiptLanguage) {
    guard language == .en else {
      (label, value, because) = (decision.label, decision.value, decision.because)
      certainty = decision.certainty
      return
    }
    label = EnglishPhrases.english(decision.label)
    // A sheet keeps its name: only what Tavolo says of the file is put into English.
    value =
      decision.label == "Foglio" ? decision.value : EnglishPhrases.english(decision.value)
    because = EnglishPhrases.english(decision.because)
    certainty = decision.certainty.replacing(#/\s%/#, with: "%")
  }
}
