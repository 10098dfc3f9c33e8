import Indicators
import Warehouse

/// `qualita.html`: who delivered what, how much of it could be used, and what was found wrong.
enum QualityPage: ReportKind {
  static func drafts(_ context: ReportContext) -> [Draft] { [{ report(context) }] }

  private static func report(_ context: ReportContext) -> Report {
    let language = context.language
    let words = QualityPhrases.self
    let tables = QualityTables(context: context)
    let findings: [Block] =
      context.evidence.findings.isEmpty
      ? [.sentence(Sentence(words.noFindings[language]))]
      : [
        .sentence(Sentence(words.findingsLead[language])),
        .sentence(tables.said(context.evidence.findings)), .table(tables.findings()),
      ]
    return Report(
      path: "qualita", language: language, title: words.title[language],
      subtitle: words.subtitle[language], lead: [],
      sections: [
        ReportingTables(context: context).section, DevelopmentTables(context: context).section,
      ].compactMap(\.self) + [
        Section(
          id: "fonti", title: words.sourcesTitle[language],
          blocks: tables.sources()),
        Section(id: "problemi", title: words.findingsTitle[language], blocks: findings),
        Section(
          id: "stati", title: words.statesTitle[language],
          blocks: [.sentence(Sentence(words.statesLead[language])), .sentence(tables.statesSaid())]
            + [.table(tables.states())]),
      ],
      trail: [ReportCatalogue.home(context)])
  }
}

/// The tables about the data themselves, shared with the dossiers.
struct QualityTables {
  let context: ReportContext
  private var language: Language { context.language }
  private var words: QualityPhrases.Type { QualityPhrases.self }

  func rowsSentence(of sources: [SourceSummary]) -> Sentence {
    let read = sources.reduce(0) { $0 + $1.rowsRead }
    let refused = sources.reduce(0) { $0 + $1.rowsRefused }
    return Sentence(
      words.rows(
        language, CountPhrases.rowsRead(language, read),
        CountPhrases.deliveries(language, sources.count), CountPhrases.refused(language, refused)))
  }

  func sources() -> [Block] {
    let table = Table(
      id: "fonti-tabella", caption: words.sourcesCaption[language],
      sheetName: words.sheetSources[language],
      columns: [
        Table.Column(words.publisher[language], width: 30), Table.Column(words.dataset[language]),
        Table.Column(words.received[language], .number),
        Table.Column(words.read[language], .number),
        Table.Column(words.kept[language], .number), Table.Column(words.refused[language], .number),
        Table.Column(words.source[language], width: 34).delivered(),
        Table.Column(words.delivery[language], width: 26),
        Table.Column(words.licence[language]).delivered(), Table.Column(words.nature[language]),
      ],
      rows: context.evidence.sources.inOrder(of: \.publisher).map { source in
        [
          .text(source.publisher), .text(DatasetPhrases.name(source.dataset)[language]),
          .day(source.received), .integer(source.rowsRead), .integer(source.rowsKept),
          .integer(source.rowsRefused), .text(source.title), .text(source.delivery),
          .text(source.licence),
          .text((source.isSynthetic ? words.synthetic : words.real)[language]),
        ]
      }, isSortable: true)
    return [.sentence(rowsSentence(of: context.evidence.sources)), .table(table)]
  }

  /// How often anything was found, the gravest first.
  func said(_ findings: [FindingSummary]) -> Sentence {
    let counts = QualityPhrases.severities.compactMap { severity -> String? in
      let times = findings.filter { $0.severity == severity }.reduce(0) { $0 + $1.count }
      return times == 0
        ? nil : QualityPhrases.name(ofSeverity: severity)[language] + " " + language.integer(times)
    }
    return Sentence(
      words.findingsSaid(
        language, language.integer(findings.count), counts.joined(separator: "; ")))
  }

  func findings() -> Table {
    Table(
      id: "problemi-tabella", caption: words.findingsCaption[language],
      sheetName: words.sheetFindings[language],
      columns: [
        Table.Column(words.publisher[language], width: 30), Table.Column(words.dataset[language]),
        Table.Column(words.count[language], .number),
        Table.Column(words.message[language], width: 60), Table.Column(words.severity[language]),
        Table.Column(words.code[language], width: 26),
      ],
      rows: context.evidence.findings.map { finding in
        [
          .text(finding.publisher), .text(DatasetPhrases.name(finding.dataset)[language]),
          .integer(finding.count), .text(finding.message[language]),
          .text(QualityPhrases.name(ofSeverity: finding.severity)[language]), .text(finding.code),
        ]
      }, isSortable: true)
  }

  private static let states: [Observation.Status] = [
    .published, .provisional, .suppressed, .notApplicable, .notReceived,
  ]

  /// All the indicators of the table together.
  func statesSaid() -> Sentence {
    let counts = Self.states.map { state in
      lowercasedFirst(words.name(of: state)[language]) + " "
        + language.integer(context.reader.states.reduce(0) { $0 + ($1.counts[state] ?? 0) })
    }
    return Sentence(words.statesSaid(language, counts.joined(separator: "; ")))
  }

  /// How many observations of each indicator have a number, and why the others have none.
  func states() -> Table {
    let reader = context.reader
    let states = Self.states
    return Table(
      id: "stati-tabella", caption: words.statesCaption[language],
      sheetName: words.sheetStates[language],
      columns: [Table.Column(ViewPhrases.indicator[language], width: 44)]
        + states.map { Table.Column(words.name(of: $0)[language], .number) },
      rows: reader.states.map { slug, counts in
        (name: reader.definition(slug)?.name[language] ?? slug, slug: slug, counts: counts)
      }.inOrder(of: \.name).map { name, slug, counts in
        [.link(name, .page("metodo.html#" + slug))] + states.map { .integer(counts[$0] ?? 0) }
      }, isSortable: true)
  }
}
