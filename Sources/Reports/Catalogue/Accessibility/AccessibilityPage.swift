import Indicators

/// `accessibilita.html`: what the administration needs for its declaration of accessibility: which rules, what is
/// tested and how, what is not, whom to write to. It claims nothing of an edition nobody has tested.
enum AccessibilityPage: ReportKind {
  static let path = "accessibilita"

  static func drafts(_ context: ReportContext) -> [Draft] { [{ report(context) }] }

  static func link(_ language: Language) -> Link {
    Link(AccessibilityPhrases.link[language], .page(path + ".html"))
  }

  private static func report(_ context: ReportContext) -> Report {
    let language = context.language
    let words = AccessibilityPhrases.self
    func list(_ texts: [Text]) -> [Block] { [.list(texts.map { Sentence($0[language]) })] }
    let office = context.evidence.territory.office
    var report = Report(
      path: path, language: language, title: words.title[language],
      subtitle: words.subtitle[language], lead: [],
      sections: [
        Section(id: "regole", title: words.rulesTitle[language], blocks: list(words.rules)),
        Section(
          id: "prove", title: words.testsTitle[language],
          blocks: [.sentence(Sentence(words.testsLead[language]))] + list(words.tests)),
        Section(id: "limiti", title: words.limitsTitle[language], blocks: list(words.limits)),
        Section(
          id: "segnalare", title: words.feedbackTitle[language],
          blocks: [
            .sentence(
              Sentence(
                office.map { words.office(language, $0.name, $0.mailbox) }
                  ?? words.noOffice[language])),
            .sentence(Sentence(words.ombudsman[language])),
          ]),
      ],
      trail: [ReportCatalogue.home(context)])
    report.mailbox = office?.mailbox
    return report
  }
}
