import Indicators
import Warehouse

/// `glossario.html`: each term of the reports in one sentence.
enum GlossaryPage: ReportKind {
  struct Term {
    /// Anchor on the page.
    var id: String
    var name: Text
    var meaning: Text
  }

  static func drafts(_ context: ReportContext) -> [Draft] { [{ report(context) }] }

  private static func report(_ context: ReportContext) -> Report {
    let language = context.language
    return Report(
      path: "glossario", language: language, title: GlossaryPhrases.title[language],
      subtitle: GlossaryPhrases.subtitle[language], lead: [],
      sections: groups.map { id, title, terms in
        Section(
          id: id, title: title[language],
          parts: sorted(terms, language).map { term in
            Section(
              id: "termine-" + term.id, title: term.name[language],
              blocks: [.sentence(Sentence(term.meaning[language]))])
          })
      },
      trail: [ReportCatalogue.home(context)])
  }

  /// Every term, for the search of the portal.
  static func links(_ language: Language) -> [Link] {
    sorted(groups.flatMap(\.terms), language).map {
      Link($0.name[language], .page("glossario.html#termine-" + $0.id))
    }
  }

  static let groups: [(id: String, title: Text, terms: [Term])] = [
    ("chi-e-che-cosa", GlossaryPhrases.whoTitle, GlossaryTerms.who),
    ("dove-e-quando", GlossaryPhrases.whereTitle, GlossaryTerms.places),
    ("numeri", GlossaryPhrases.numbersTitle, GlossaryTerms.numbers),
    ("denaro", GlossaryPhrases.moneyTitle, GlossaryTerms.money),
  ]

  private static func sorted(_ terms: [Term], _ language: Language) -> [Term] {
    terms.inOrder { $0.name[language] }
  }
}

/// The words of the glossary around its terms.
enum GlossaryPhrases {
  static let title = Text(it: "Glossario", en: "Glossary")
  static let subtitle = Text(
    it: "I termini di queste pagine, ciascuno in una frase.",
    en: "The terms of these pages, each in one sentence.")
  static let whoTitle = Text(it: "Chi e che cosa", en: "Who and what")
  static let whereTitle = Text(it: "Dove e quando", en: "Where and when")
  static let numbersTitle = Text(it: "Come si leggono i numeri", en: "How to read the numbers")
  static let moneyTitle = Text(it: "Programmi e denaro", en: "Programmes and money")
}
