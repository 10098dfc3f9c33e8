import Indicators

/// A phrase that changes with a count: "1 giorno", "3 giorni". In both forms `{0}` stands for the count and
/// the arguments follow from `{1}`.
struct CountedText {
  let one: Text
  let many: Text

  func callAsFunction(_ language: Language, _ count: Int, _ arguments: String...) -> String {
    filled(language, language.integer(count), arguments)
  }

  /// With a count that is not whole: `1,0` is one in neither language.
  func callAsFunction(
    _ language: Language, _ count: Double, digits: Int, _ arguments: String...
  ) -> String {
    filled(language, language.decimal(count, digits), arguments)
  }

  private func filled(_ language: Language, _ count: String, _ arguments: [String]) -> String {
    var text = (count == "1" ? one : many)[language].filled("{0}", with: count, language)
    for (index, argument) in arguments.enumerated() {
      text = text.filled("{\(index + 1)}", with: argument, language)
    }
    return text
  }
}

/// Counts of things, to be put into a phrase.
enum CountPhrases {
  static let days = CountedText(
    one: Text(it: "{0}\u{A0}giorno", en: "{0}\u{A0}day"),
    many: Text(it: "{0}\u{A0}giorni", en: "{0}\u{A0}days"))
  static let months = CountedText(
    one: Text(it: "{0}\u{A0}mese", en: "{0}\u{A0}month"),
    many: Text(it: "{0}\u{A0}mesi", en: "{0}\u{A0}months"))
  static let persons = CountedText(
    one: Text(it: "{0} persona", en: "{0} person"),
    many: Text(it: "{0} persone", en: "{0} people"))
  static let comuni = CountedText(
    one: Text(it: "{0} comune", en: "{0} municipality"),
    many: Text(it: "{0} comuni", en: "{0} municipalities"))
  static let residents = CountedText(
    one: Text(it: "{0} residente", en: "{0} resident"),
    many: Text(it: "{0} residenti", en: "{0} residents"))
  static let services = CountedText(
    one: Text(it: "{0} prestazione", en: "{0} service"),
    many: Text(it: "{0} prestazioni", en: "{0} services"))
  static let programmes = CountedText(
    one: Text(it: "{0} programma con CUP", en: "{0} programme with a project code"),
    many: Text(it: "{0} programmi con CUP", en: "{0} programmes with a project code"))
  static let deliveries = CountedText(
    one: Text(it: "{0} consegna", en: "{0} delivery"),
    many: Text(it: "{0} consegne", en: "{0} deliveries"))
  static let rowsRead = CountedText(
    one: Text(it: "{0} riga letta", en: "{0} row read"),
    many: Text(it: "{0} righe lette", en: "{0} rows read"))
  static let refused = CountedText(
    one: Text(it: "{0} rifiutata", en: "{0} refused"),
    many: Text(it: "{0} rifiutate", en: "{0} refused"))
}
