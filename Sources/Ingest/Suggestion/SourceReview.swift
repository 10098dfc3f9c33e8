import Foundation
import Warehouse

/// What a new delivery asks of the maps its source already has: headers nobody mapped and words nobody
/// decided about, as rows to be added. What was decided is not asked again.
public struct SourceReview {
  /// Rows for `columns.csv`, the cell that counts in the place of the period's header.
  public let columns: [String]
  /// Rows for `values.csv`.
  public let values: [String]

  public init(
    _ delivery: DeliveryFile, of source: SourceFolder, reference: ReferenceFolder, folder: String
  ) throws {
    let suggestion = try Suggestion(
      file: delivery.path, dataset: source.contract.dataset, sheet: source.settings.sheets.first,
      reference: reference, folder: folder)
    let day = delivery.receivedOn
    let map =
      source.columns.headers(on: day)
      ?? Dictionary(uniqueKeysWithValues: source.contract.fields.map { ($0.name, $0.name) })
    let fields = Dictionary(
      map.map { (Folding.fold($1), $0) }, uniquingKeysWith: { first, _ in first })
    let ignored = source.columns.ignored(on: day).map(\.header)
    let abbreviations = try HeaderSynonyms(reference: folder).abbreviations
    var columns: [String] = []
    var values: [String] = []
    for (i, column) in suggestion.profile.columns.enumerated() where !column.header.isEmpty {
      guard let field = fields[Folding.fold(column.header)].flatMap(source.contract.field) else {
        let isDecided = ignored.contains { IgnoredHeader.matches(column.header, pattern: $0) }
        if !isDecided { columns.append(suggestion.row(i)) }
        continue
      }
      let match = FieldMatch(field: field, score: 1, evidence: "")
      let words = WordProposals(
        match, column, reference: reference, abbreviations: abbreviations
      ) { source.values.place(of: $0, field: field.name) != nil }
      values += (words?.open ?? []).map { DraftRows.open($0, of: field) }
    }
    self.columns = columns
    self.values = values
  }

  /// For a reader at a terminal, who may paste it.
  public var text: String {
    var lines: [String] = []
    if !columns.isEmpty {
      lines += ["Da aggiungere a columns.csv (campo, intestazione, perché):"] + columns
    }
    if !values.isEmpty {
      lines +=
        ["Da aggiungere a values.csv (\(ValueMap.header.joined(separator: ",")), …):"] + values
    }
    return lines.isEmpty
      ? "Nulla da decidere: le mappe della fonte bastano." : lines.joined(separator: "\n")
  }
}
