import Indicators
import Warehouse

/// The people a programme or a project reached, by the deliveries of services that name it.
struct ServedPart {
  let served: Programme.Served?
  let isWithheld: Bool

  func sentence(_ language: Language, _ asOf: Day) -> Sentence {
    let words = ProgrammePhrases.self
    if isWithheld { return Sentence(words.servedWithheld[language]) }
    guard let served else { return Sentence(words.noServed[language]) }
    return Sentence(
      words.served(
        language, language.long(asOf), CountPhrases.services(language, served.deliveries),
        CountPhrases.persons(language, served.persons)))
  }
}
