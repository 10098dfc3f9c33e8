public import Warehouse

/// A batch while it is being understood: the raw rows on one side, the facts on the other.
///
/// The policy for a bad cell has its one home here: a required field refuses the row, an optional one
/// is emptied and the row stays; either way the cell is reported.
public final class DecodedBatch {
  let raw: RawBatch
  let facts: FactBatch
  public let layout: Layout
  /// Day the file was handed over.
  public let receivedOn: Day
  /// Rows about somebody who was erased.
  private(set) var forgottenRows: Set<Int> = []

  init(raw: RawBatch, facts: FactBatch, layout: Layout, receivedOn: Day) {
    self.raw = raw
    self.facts = facts
    self.layout = layout
    self.receivedOn = receivedOn
  }

  /// The fields that are read as dates, with their columns.
  var dateColumns: [(field: Field, column: FactColumn)] {
    layout.slots.indices.compactMap { slot in
      switch layout.slots[slot].field.kind {
      case .date, .month: (layout.slots[slot].field, facts.columns[layout.factIndex[slot]])
      default: nil
      }
    }
  }

  /// The column of a field; nil when the delivery does not carry it.
  func column(_ name: String) -> FactColumn? {
    layout.slot(name).map { facts.columns[layout.factIndex[$0]] }
  }

  /// A cell names somebody who was erased: the row goes when it is about them, else the cell alone.
  func forget(row: Int, slot: Int) {
    let field = layout.slots[slot].field
    facts.columns[layout.factIndex[slot]].a[row] = FactBatch.null
    let namesAnother = layout.slots.contains { $0.field.column == "person" }
    if field.isRequired || field.column == "person" || !namesAnother { forgottenRows.insert(row) }
  }

  /// Reports a cell and does with it what the policy says.
  func empty(_ kind: FindingKind, row: Int, field: Field, detail: String = "") {
    guard let slot = layout.slot(field.name) else { return }
    facts.columns[layout.factIndex[slot]].a[row] = FactBatch.null
    if field.isRequired { facts.isRefused[row] = true }
    report(kind, row: row, slot: slot, refuses: field.isRequired, detail: detail)
  }

  /// Refuses a row for what it is as a whole.
  func refuse(_ kind: FindingKind, row: Int, detail: String = "") {
    facts.isRefused[row] = true
    facts.findings.append(
      FindingKind.finding(kind, line: raw.rows[row].line, detail: detail, refuses: true))
  }

  /// Refuses a row for a cell, required or not.
  func refuse(_ kind: FindingKind, row: Int, slot: Int) {
    facts.columns[layout.factIndex[slot]].a[row] = FactBatch.null
    facts.isRefused[row] = true
    report(kind, row: row, slot: slot, refuses: true)
  }

  /// Reports a cell whose value stays (as `ND`, or as it is).
  func report(
    _ kind: FindingKind, row: Int, slot: Int, refuses: Bool = false, detail: String = ""
  ) {
    let place = layout.slots[slot]
    var cell = ""
    if let rawColumn = place.rawColumn {
      cell = Masking.mask(
        place.constant ?? raw.text(row: row, column: rawColumn),
        isPersonal: place.field.isMasked || place.namesPersons)
    }
    facts.findings.append(
      FindingKind.finding(
        kind, line: raw.rows[row].line, header: place.header, cell: cell, detail: detail,
        refuses: refuses))
  }
}
