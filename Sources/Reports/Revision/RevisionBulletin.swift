import Foundation
import Indicators
import Warehouse

/// What changed between two editions: a page and a workbook of the second, about the one before it; or,
/// of any two, a folder of its own for who publishes them, with a table for programs.
public struct RevisionBulletin {
  private let comparison: EditionComparison
  private let language: Language
  private let threshold: Int?

  /// - Parameter threshold: persons below which a difference may tell who was added. Who publishes is warned
  ///   of it; nil for readers of the second edition, whom nobody asks to withdraw anything.
  public init(_ comparison: EditionComparison, threshold: Int? = nil, language: Language) {
    self.comparison = comparison
    self.threshold = threshold
    self.language = language
  }

  /// Its page in the second edition, without extension.
  static let path = "revisioni"

  private var words: RevisionPhrases.Type { RevisionPhrases.self }

  /// Writes `index.html`, `index.xlsx` and `revisioni.csv`, all or none.
  ///
  /// - Returns: the page.
  @discardableResult
  public func write(to directory: String) throws -> String {
    let frame = EditionFrame(
      asOf: comparison.after.asOf, language: language,
      isSynthetic: comparison.before.isSynthetic || comparison.after.isSynthetic,
      territoryName: "", publishers: publishers, licence: "CC BY 4.0")
    let stage = try EditionStage(replacing: directory, forbidden: ForbiddenContent())
    let report = report(at: "index", trail: [])
    try stage.write(try PageWriter(frame: frame, navigation: []).page(report), to: "index.html")
    let texts = try WorkbookRenderer(frame: frame)
      .write(report, to: try stage.prepare("index.xlsx"))
    try stage.scan(Array(texts.joined(separator: "\n").utf8), "index.xlsx")
    try stage.write(rows, to: "revisioni.csv")
    try stage.commit()
    return directory + "/index.html"
  }

  private var publishers: [String] {
    var names: [String] = []
    for delivery in comparison.after.deliveries where !names.contains(delivery.publisher) {
      names.append(delivery.publisher)
    }
    return names
  }

  func report(at path: String, trail: [Link]) -> Report {
    let both = comparison.after.observations.count - comparison.added.count
    return Report(
      path: path, language: language,
      title: words.title(
        language, language.long(comparison.before.asOf), language.long(comparison.after.asOf)),
      subtitle: words.subtitle[language],
      lead: [
        words.lead(
          language, language.integer(both), language.integer(comparison.revisions.count),
          language.integer(comparison.added.count), language.integer(comparison.removed.count))
      ],
      sections: [causes] + (close.map { [$0] } ?? [])
        + (comparison.revisions.isEmpty ? [] : [indicators])
        + (listable.isEmpty ? [] : [figures]),
      trail: trail, hasWorkbook: true)
  }

  private var causes: Section {
    var sentences: [Sentence] = []
    func add(_ text: Text, _ names: [String]) {
      if !names.isEmpty {
        sentences.append(Sentence(text(language, names.joined(separator: ", "))))
      }
    }
    add(words.arrived, comparison.arrived)
    add(words.corrected, comparison.corrected)
    add(words.withdrawn, comparison.withdrawn)
    add(words.redefined, comparison.redefined.map(name(of:)).inOrder())
    add(words.keptAsDefinedBefore, comparison.keptAsDefinedBefore.map(name(of:)).inOrder())
    if sentences.isEmpty { sentences = [Sentence(words.sameInputs[language])] }
    if comparison.before.asOf != comparison.after.asOf {
      sentences.append(
        Sentence(
          words.otherDate(
            language, language.long(comparison.before.asOf), language.long(comparison.after.asOf))))
    }
    return Section(
      id: "cause", title: words.causesTitle[language], blocks: [.list(sentences)])
  }

  private var close: Section? {
    guard let threshold else { return nil }
    let count = comparison.closeRevisions(threshold: threshold)
    guard count > 0 else { return nil }
    return Section(
      id: "poche-persone", title: words.closeTitle[language],
      blocks: [
        .callout(
          Callout(
            kind: .caution, title: words.closeAdvice[language],
            sentences: [
              Sentence(
                words.close(language, language.integer(count), language.integer(threshold)))
            ]))
      ])
  }

  private var indicators: Section {
    let all = comparison.byIndicator
    let said = words.indicatorsSaid(
      language, language.integer(all.reduce(0) { $0 + $1.count }),
      language.integer(Set(all.map(\.indicator)).count))
    return Section(
      id: "indicatori", title: words.indicatorsTitle[language],
      blocks: [
        .sentence(Sentence(said)),
        .table(
          Table(
            id: "per-indicatore", caption: words.indicatorsCaption[language],
            sheetName: words.indicatorsTitle[language],
            columns: [
              Table.Column(words.indicator[language], width: 34),
              Table.Column(words.reason[language], width: 34),
              Table.Column(words.count[language], .number),
              Table.Column(words.withheld[language], .number),
            ],
            rows: all.inOrder { name(of: $0.indicator) }.map {
              [
                .text(name(of: $0.indicator)), .text(words.name(of: $0.reason)[language]),
                .integer($0.count), .integer($0.withheld),
              ]
            }, isSortable: true)),
      ])
  }

  /// Rows of the sheet, of which a page shows the first.
  private static let listed = 50_000
  private static let shown = 200

  /// What an edition withholds it does not tell as it was either.
  private var listable: [EditionComparison.Revision] {
    isForReaders
      ? comparison.revisions.filter { $0.after.status != .suppressed } : comparison.revisions
  }

  private var isForReaders: Bool { threshold == nil }

  private var figures: Section {
    let all = listable
    let listed = RevisionBulletin.readingOrder(all).prefix(RevisionBulletin.listed)
    let more = isForReaders ? words.onlyFirst : words.onlyFirstBesideFile
    let left = comparison.revisions.count - all.count
    var table = Table(
      id: "revisioni", caption: words.revisionsCaption[language],
      sheetName: words.revisionsTitle[language],
      columns: [
        Table.Column(words.indicator[language], width: 48),
        Table.Column(words.territory[language], width: 34),
        Table.Column(words.period[language], width: 20),
        Table.Column(words.before[language], .number),
        Table.Column(words.after[language], .number),
        Table.Column(words.change[language], width: 20),
        Table.Column(words.reason[language], width: 34),
      ],
      rows: listed.map {
        [
          .text(title(of: $0.after)), .text(territories.name($0.after.territory, language)),
          .text(language.name(of: $0.after.period)), cell($0.before),
          cell($0.after, named: true), .text(words.name(of: $0.change)[language]),
          .text(words.name(of: $0.reason)[language]),
        ]
      },
      notes: (all.count > listed.count ? [more(language, language.integer(listed.count))] : [])
        + (left > 0 ? [words.nowWithheld(language, language.integer(left))] : []),
      isSortable: true)
    table.rowsOnPage = RevisionBulletin.shown
    let moved = all.compactMap { one in
      one.before.value.flatMap { before in one.after.value.map { $0 - before } }
    }
    let said = words.revisionsSaid(
      language, language.integer(all.count), language.integer(moved.count { $0 > 0 }),
      language.integer(moved.count { $0 < 0 }), language.integer(moved.count { $0 == 0 }))
    return Section(
      id: "numeri", title: words.revisionsTitle[language],
      blocks: [
        .sentence(Sentence(said).followed(by: Sentence(words.revisionsLead[language]))),
        .table(table),
      ])
  }

  /// The numbers most readers look for come first: of everything before its parts, of larger territories
  /// before smaller ones, of later periods before earlier ones.
  private static func readingOrder(
    _ revisions: [EditionComparison.Revision]
  ) -> [EditionComparison.Revision] {
    let kinds: [TerritoryKey.Kind] = [.total, .province, .ats, .zone, .innerAreaClass, .comune]
    let keyed = revisions.map { revision in
      let one = revision.after
      let kind = kinds.firstIndex(of: one.territory.kind)!
      return (
        key: (kind, one.dimension == Breakdown.total.dimension ? 0 : 1, -one.period.lastDay.number),
        revision: revision
      )
    }
    return keyed.sorted {
      $0.key == $1.key ? $0.revision.after.id < $1.revision.after.id : $0.key < $1.key
    }.map(\.revision)
  }

  private var territories: PublishedTerritories { comparison.after.territories }

  /// As the second edition calls it.
  private func name(of indicator: String) -> String {
    comparison.after.definition(indicator)?.name[language] ?? indicator
  }

  private func figure(_ observation: Observation) -> Figure? {
    comparison.after.definition(observation.indicator).map { Figure(observation, $0) }
  }

  private func title(of observation: Observation) -> String {
    let name = figure(observation)?.title(language) ?? observation.indicator
    guard let modality = territories.modality(of: observation, language) else { return name }
    return name + ", " + lowercasedFirst(modality)
  }

  /// One decimal more than where the figure is published, so that a small change is seen.
  private func cell(_ observation: Observation, named: Bool = false) -> Cell {
    let style = figure(observation)?.style.finer ?? .decimal(4)
    return Cell(
      observation.value.map { .number($0, style) } ?? .none, mark: Mark(observation.status),
      observation: named ? observation.id : nil)
  }

  private var rows: [UInt8] {
    var csv = CSVWriter()
    csv.row([
      "id", "composizione_provvisoria", "motivo", "stato_prima", "stato_dopo", "valore_prima",
      "valore_dopo",
    ])
    for revision in comparison.revisions {
      csv.row([
        revision.after.id,
        territories.isProvisional(revision.after.territory).map { $0 ? "true" : "false" } ?? "",
        revision.reason.rawValue, revision.before.status.rawValue,
        revision.after.status.rawValue, revision.before.value.map(plainNumber) ?? "",
        revision.after.value.map(plainNumber) ?? "",
      ])
    }
    return csv.bytes
  }
}
