import Indicators

/// F1: the volunteers of the organisations that offer something in the comuni of the table, as each declares
/// them. They are the organisation's, wherever they work.
enum VolunteersPart {
  /// Nil where no organisation says how many it has, nor for how long they work.
  static func section(_ dossier: Dossier) -> Section? {
    let language = dossier.language
    let words = VolunteerPhrases.self
    let network = ProviderNetwork(dossier.context.evidence)
    let here = Set(
      dossier.scope.comuni.flatMap { network.offering(in: $0.code).map(\.provider.fiscalCode) })
    let providers = dossier.context.evidence.providers.filter {
      here.contains($0.fiscalCode) && ($0.volunteers != nil || $0.volunteerHours != nil)
    }
    if providers.isEmpty { return nil }
    /// How many say it, and how much it is in all; of what nobody says, that.
    func said(_ path: KeyPath<ProviderProfile, Double?>, _ words: Text, _ missing: Text) -> String {
      let values = providers.compactMap { $0[keyPath: path] }
      if values.isEmpty { return missing[language] }
      return words(
        language, language.integer(values.count), language.decimal(values.reduce(0, +), 0))
    }
    func cell(_ value: Double?) -> Cell {
      value.map { Cell(.number($0, .decimal(0))) } ?? Cell(.none, mark: .notReceived)
    }
    let table = Table(
      id: "volontari-enti", caption: words.caption[language], sheetName: words.title[language],
      columns: [
        Table.Column(NetworkPhrases.provider[language], width: 40),
        Table.Column(NetworkPhrases.volunteers[language], .number),
        Table.Column(NetworkPhrases.volunteerHours[language], .number),
      ],
      rows: providers.map { provider in
        [
          .link(provider.name, .page(ProviderReport.path(provider) + ".html")),
          cell(provider.volunteers), cell(provider.volunteerHours),
        ]
      }, notes: [words.note[language]], isSortable: true,
      isInWorkbookOnly: dossier.scope.isWide)
    return Section(
      id: "volontari", title: words.title[language],
      blocks: [
        .sentence(
          Sentence(
            [
              words.lead(language, language.integer(here.count)),
              said(\.volunteers, words.volunteers, words.noVolunteers),
              said(\.volunteerHours, words.hours, words.noHours),
            ].joined(separator: " "))),
        .table(table),
      ])
  }
}

/// The words of the part on volunteers.
enum VolunteerPhrases {
  static let title = Text(it: "Volontari degli enti", en: "Volunteers of organisations")
  static let lead = Text(
    it: "Enti che offrono qualcosa nei comuni del tavolo: {0}.",
    en: "Organisations that offer something in the municipalities of the table: {0}.")
  static let volunteers = Text(
    it: "Enti che dicono quanti volontari hanno: {0}, in tutto {1} volontari.",
    en: "Organisations that say how many volunteers they have: {0}, {1} volunteers in all.")
  static let noVolunteers = Text(
    it: "Quanti volontari hanno: dato non pervenuto [..].",
    en: "How many volunteers they have: figure not received [..].")
  static let hours = Text(
    it: "Enti che dicono le ore di dodici mesi: {0}, in tutto {1} ore.",
    en: "Organisations that say the hours of twelve months: {0}, {1} hours in all.")
  static let noHours = Text(
    it: "Le ore: dato non pervenuto [..].", en: "Hours: figure not received [..].")
  static let caption = Text(
    it: "Volontari e ore degli enti che offrono qualcosa nei comuni del tavolo",
    en:
      "Volunteers and hours of organisations that offer something in the municipalities of the table"
  )
  static let note = Text(
    it: "Come li dichiara ogni ente, ovunque lavorino: non si sa quanti lavorino in questi comuni.",
    en:
      "As each organisation declares them, wherever they work: how many work in these municipalities "
      + "is not known.")
}
