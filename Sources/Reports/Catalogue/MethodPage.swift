import Indicators

/// `metodo.html`: how each indicator is computed, from the catalogue itself.
enum MethodPage: ReportKind {
  static func drafts(_ context: ReportContext) -> [Draft] { [{ report(context) }] }

  private static func report(_ context: ReportContext) -> Report {
    let language = context.language
    let words = MethodPhrases.self
    let composition =
      context.evidence.territory.groups.contains(where: \.isProvisional)
      ? [Sentence(ProvisionalComposition.legend[language])] : []
    var families: [String] = []
    for definition in context.evidence.definitions where !families.contains(definition.family) {
      families.append(definition.family)
    }
    return Report(
      path: "metodo", language: language, title: words.title[language],
      subtitle: words.subtitle[language], lead: [],
      sections: [
        Section(
          id: "lettura", title: words.readingTitle[language],
          blocks: [.list(words.principles.map { Sentence($0[language]) })],
          parts: [
            Section(
              id: "segni", title: words.marksTitle[language],
              blocks: [
                .list(Mark.allCases.map { Sentence($0.legend[language]) } + composition)
              ])
          ])
      ]
        + families.map { family in
          Section(
            id: "famiglia-" + (family.isEmpty ? "altri" : family.lowercased()),
            title: words.family(family)[language],
            parts: context.evidence.definitions.filter { $0.family == family }.map {
              part($0, language)
            })
        },
      trail: [ReportCatalogue.home(context)])
  }

  private static func part(_ definition: Definition, _ language: Language) -> Section {
    let words = MethodPhrases.self
    func line(_ label: Text, _ text: String) -> Particular? {
      text.isEmpty ? nil : Particular(label: label[language], text: text)
    }
    let code = definition.code.isEmpty ? "" : " (\(definition.code))"
    return Section(
      id: definition.slug, title: definition.name[language] + code,
      blocks: [
        .particulars(
          [
            line(words.identifier, definition.slug),
            line(words.unit, definition.unit.label[language]),
            line(words.direction, words.name(of: definition.direction)[language]),
            line(words.formula, definition.formula[language]),
            line(words.caveats, definition.caveats[language]),
            line(words.source, definition.source[language]),
            line(words.minimum, words.meaning(ofMinimum: definition.minimumCell)[language]),
          ].compactMap(\.self))
      ])
  }
}
