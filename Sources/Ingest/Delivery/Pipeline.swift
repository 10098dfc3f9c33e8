import Foundation
import Synchronization
import Warehouse

/// Steps 4–6 on one thread, step 7 on the caller's: rows are understood while the previous ones are
/// being written.
final class Pipeline {
  private let table: DeliveredTable
  let layout: Layout
  let decoders: [(slot: Int, decoder: any FieldDecoder)]
  private let rules: [any RowRule]
  private let corrections: CorrectionDesk
  private let receivedOn: Day
  private let filter: RowFilter
  private let rowsAreEven: Bool
  private var chosen: ChosenRows
  private let derivedArea: DerivedArea?
  private let identitySlot: Int?
  private let repeated: RepeatedIDs?
  /// Of datasets without an identifier.
  private let equalRows: RepeatedRows?
  private var months: RowsByMonth?
  private let values: ValueLookup
  private(set) var tally: DefectTally
  private let supplement: Supplement?
  private var copies: RowCopies?
  private let progress: @Sendable (Double) -> Void

  private let comuni: CodeDictionary
  private(set) var rowsRead = 0
  private(set) var rowsRefused = 0
  /// Rows about persons who were erased: neither read nor refused, nothing of them is told.
  private(set) var forgottenLines: Set<Int32> = []

  init(
    table: DeliveredTable, conventions: Conventions, folder: SourceFolder, file: DeliveryFile,
    bytes: Int, reference: ReferenceFolder, key: PersonKey,
    forgotten: ForgottenMarks = ForgottenMarks(), supplement: Supplement?, coverageDays: Int,
    progress: @escaping @Sendable (Double) -> Void
  ) throws {
    self.table = table
    self.supplement = supplement
    self.progress = progress
    receivedOn = file.receivedOn
    rules = folder.contract.rules
    var dictionaries: [String: CodeDictionary] = [:]
    let dictionary = { (list: CodeListName?) -> CodeDictionary in
      let name = list?.rawValue ?? "comune"
      if let known = dictionaries[name] { return known }
      let new = CodeDictionary()
      dictionaries[name] = new
      return new
    }
    let slots = try table.slots(filledBy: rules).map { slot in
      var slot = slot
      slot.namesPersons = reference.personalHeaders.namesPersons(slot.header)
      return slot
    }
    try table.refuseSheetsOfOtherComuni(slots, reference.resolver)
    layout = Layout(slots: slots, width: table.width, dictionary: dictionary)
    let tokenizer = PersonTokenizer(
      key: key, scope: folder.scope, issuer: folder.source.publisher, forgotten: forgotten,
      forBytes: bytes)
    try folder.values.check(contract: folder.contract, reference: reference)
    values = ValueLookup(folder.values)
    let factory = DecoderFactory(
      reference: reference, values: values, conventions: conventions,
      tokenizer: tokenizer, dictionary: dictionary,
      salt: "\(folder.source.publisher)/\(folder.source.dataset)/\(file.name)",
      assumesUTC: folder.settings.timeZone == "UTC",
      isAddedUp: folder.contract.identity == nil,
      isFixedWidth: table.opened.survey.kind.value == .fixedWidth)
    var decoders: [(slot: Int, decoder: any FieldDecoder, isLate: Bool)] = []
    for (i, slot) in layout.slots.enumerated() where slot.rawColumn != nil {
      // A quantity is read after its unit.
      var isLate = false
      if case .quantity = slot.field.kind { isLate = true }
      decoders.append((i, factory.decoder(for: slot.field), isLate))
    }
    self.decoders = (decoders.filter { !$0.isLate } + decoders.filter(\.isLate)).map {
      ($0.slot, $0.decoder)
    }
    corrections = CorrectionDesk(
      corrections: folder.corrections.filter { $0.delivery == file.name }, layout: layout)
    filter = conventions.filter
    rowsAreEven = conventions.rowsAreEven
    var chosen = ChosenRows(settings: folder.settings)
    try chosen.locate(in: table)
    self.chosen = chosen
    derivedArea = DerivedArea(
      layout: layout, singleArea: reference.singleArea, services: dictionary(.servizio),
      areas: dictionary(.areaUtenza))
    comuni = dictionary(nil)
    identitySlot = folder.contract.identity.flatMap(layout.slot)
    repeated = identitySlot == nil ? nil : RepeatedIDs(forBytes: bytes)
    equalRows = folder.contract.identity == nil ? RepeatedRows() : nil
    tally = DefectTally(
      layout: layout, receivedOn: file.receivedOn, coverageDays: coverageDays)
    months = folder.contract.happenedOn.flatMap(layout.slot).map {
      RowsByMonth(column: layout.factIndex[$0])
    }
  }

  /// Headers of the columns that some field reads.
  var readHeaders: Set<String> { Set(layout.slots.map(\.header)) }
  /// Every comune the delivery has named, in columns of one comune.
  var comuneCodes: [ComuneCode] { comuni.codes.compactMap { ComuneCode($0) } }
  var columnNames: [String] { layout.factColumns.map(\.name) }
  /// Kept rows by month; nil for registers.
  var rowsByMonth: [Int: Int]? { months?.counts }
  var suspectIDs: Set<String> { repeated?.suspects ?? [] }
  var closingFindings: [Finding] {
    let forgotten = FindingKind.finding(
      .forgottenPerson, line: 0, detail: "righe: \(forgottenLines.count)")
    return corrections.unused + table.closingFindings + (supplement?.findings ?? [])
      + MapFindings(table: table, layout: layout, values: values).list
      + (forgottenLines.isEmpty ? [] : [forgotten]) + chosen.findings + personsByName
      + (equalRows?.findings ?? [])
  }
  var corrected: [CorrectedCell] { corrections.corrected }
  /// Which field reads each column met so far.
  var reading: ColumnReading { ColumnReading(layout: layout) }

  /// Where each read field's column is now: names of columns may still be met.
  func place(of slot: Int) -> Int { layout.slots[slot].rawColumn ?? Layout.notYetMet }
  var readSlots: [(slot: Int, header: String)] {
    layout.slots.enumerated().filter { $1.rawColumn != nil && $1.constant == nil }
      .map { ($0, $1.header) }
  }

  /// What the delivery calls the column of identifiers.
  var identityHeader: String { identitySlot.map { layout.slots[$0].header } ?? "" }

  /// Rows worth giving back are copied as they go by.
  func copyRows(into copies: RowCopies) { self.copies = copies }

  /// Reads the whole table; `write` is called with each batch, on this thread.
  func run(write: (FactBatch) throws -> Void) throws {
    let handoff = Handoff(batches: (0..<3).map { _ in layout.makeBatch() })
    let done = DispatchSemaphore(value: 0)
    // Sendable by agreement: until `done` is signalled the pipeline's state belongs to the reader.
    nonisolated(unsafe) let reading = self
    let reader = Thread {
      do {
        try reading.read(into: handoff)
        handoff.finish()
      } catch {
        handoff.finish(error)
      }
      done.signal()
    }
    reader.stackSize = 8 << 20
    reader.start()
    do {
      while let batch = try handoff.takeFilled() {
        try write(batch)
        handoff.giveBack(batch)
      }
    } catch {
      handoff.cancel()
      done.wait()
      throw error
    }
    done.wait()
  }

  private func read(into handoff: Handoff) throws {
    let raw = RawBatch()
    while try table.next(into: raw) {
      guard let facts = handoff.takeFree() else { return }
      try understand(raw, into: facts)
      handoff.put(facts)
      progress(table.fractionRead)
    }
  }

  private func understand(_ raw: RawBatch, into facts: FactBatch) throws {
    layout.meet(table.opened.reader.columnNames)
    try supplement?.restore(raw)
    corrections.apply(to: raw, findings: &facts.findings)
    let delivered = raw.rows
    filter.remove(from: raw, findings: &facts.findings)
    table.markSpoiledRows(in: raw)
    chosen.meet(table.opened.reader.columnNames)
    chosen.remove(from: raw)
    facts.count = raw.rows.count
    for row in raw.rows.indices { facts.lines[row] = raw.rows[row].line }
    let batch = DecodedBatch(raw: raw, facts: facts, layout: layout, receivedOn: receivedOn)
    for (slot, decoder) in decoders {
      if let constant = layout.slots[slot].constant {
        RawColumn.with(constant: constant, count: facts.count) {
          decoder.decode($0, slot: slot, into: batch)
        }
      } else {
        RawColumn.with(raw, column: layout.slots[slot].rawColumn!) {
          decoder.decode($0, slot: slot, into: batch)
        }
      }
    }
    clearFilledColumns(of: facts)
    let shifted = refuseShiftedRows(batch)
    derivedArea?.refresh()
    for rule in rules { rule.check(batch) }
    refuseBrokenRecords(batch)
    forgetCells(of: shifted, in: facts)
    dropForgotten(batch)
    count(facts)
    equalRows?.add(batch)
    let again = noteIdentities(facts)
    months?.add(facts)
    tally.add(facts, but: batch.forgottenRows)
    let told =
      forgottenLines.isEmpty
      ? delivered : delivered.filter { !forgottenLines.contains($0.line) }
    try copies?.add(told, of: batch, also: again)
  }

  /// Columns only a rule fills in still hold the values of the batch's previous use.
  private func clearFilledColumns(of facts: FactBatch) {
    for (i, slot) in layout.slots.enumerated() where slot.rawColumn == nil {
      facts.columns[layout.factIndex[i]].a.update(repeating: FactBatch.null, count: facts.count)
    }
  }

  /// - Returns: lines of the rows whose cells stand under other columns' names.
  private func refuseShiftedRows(_ batch: DecodedBatch) -> Set<Int32> {
    let facts = batch.facts
    var lines: Set<Int32> = []
    for (row, place) in table.oddRows(in: batch.raw) {
      let finding = table.oddity(of: place, in: batch.raw, rowsAreEven: rowsAreEven) {
        facts.isRefused[row] || facts.findings.count { $0.line == place.line } > 1
      }
      guard let finding else { continue }
      facts.findings.append(finding)
      guard finding.severity == .error else { continue }
      facts.isRefused[row] = true
      lines.insert(place.line)
    }
    return lines
  }

  /// Nobody knows of which column each cell of a shifted row is: what was said of them may be wrong.
  private func forgetCells(of shifted: Set<Int32>, in facts: FactBatch) {
    guard !shifted.isEmpty else { return }
    facts.findings.removeAll {
      shifted.contains($0.line) && $0.code != FindingKind.shiftedRow.code
    }
  }

  /// What else is wrong with what could be read of them follows from that.
  private func refuseBrokenRecords(_ batch: DecodedBatch) {
    let (raw, facts) = (batch.raw, batch.facts)
    guard !raw.broken.isEmpty else { return }
    facts.findings.removeAll { raw.broken[$0.line] != nil }
    for (row, place) in raw.rows.enumerated() {
      guard let finding = raw.brokenRecord(at: place.line) else { continue }
      facts.isRefused[row] = true
      facts.findings.append(finding)
    }
  }

  private func dropForgotten(_ batch: DecodedBatch) {
    guard !batch.forgottenRows.isEmpty else { return }
    let facts = batch.facts
    let lines = Set(batch.forgottenRows.map { facts.lines[$0] })
    for row in batch.forgottenRows { facts.isRefused[row] = true }
    facts.findings.removeAll { lines.contains($0.line) }
    forgottenLines.formUnion(lines)
    rowsRead -= batch.forgottenRows.count
    rowsRefused -= batch.forgottenRows.count
  }

  private func count(_ facts: FactBatch) {
    rowsRead += facts.count
    for row in 0..<facts.count where facts.isRefused[row] { rowsRefused += 1 }
  }

  /// - Returns: lines of the rows whose identifier may have been met before.
  private func noteIdentities(_ facts: FactBatch) -> Set<Int32> {
    guard let identitySlot, let repeated else { return [] }
    var again: Set<Int32> = []
    let column = facts.columns[layout.factIndex[identitySlot]]
    facts.bytes.withUnsafeBufferPointer { bytes in
      for row in 0..<facts.count
      where !facts.isRefused[row] && column.a[row] != FactBatch.null {
        let start = Int(column.a[row])
        let id = UnsafeBufferPointer(rebasing: bytes[start..<start + Int(column.b[row])])
        if repeated.insert(id) { again.insert(facts.lines[row]) }
      }
    }
    return again
  }
}
