import Foundation
import Synchronization
import Warehouse

/// Steps 4–6 on one thread, step 7 on the caller's: rows are understood while the previous ones are
/// being written.
final class Pipeline {
  private let table: DeliveredTable
  private let layout: Layout
  private let decoders: [(slot: Int, decoder: any FieldDecoder)]
  private let rules: [any RowRule]
  private let corrections: CorrectionDesk
  private let receivedOn: Day
  private let totals: TotalRows
  private let derivedArea: DerivedArea?
  private let identitySlot: Int?
  private let repeated: RepeatedIDs?
  private var months: RowsByMonth?
  private let progress: @Sendable (Double) -> Void

  private(set) var rowsRead = 0
  private(set) var rowsRefused = 0

  init(
    table: DeliveredTable, conventions: Conventions, folder: SourceFolder, file: DeliveryFile,
    reference: ReferenceFolder, key: PersonKey, progress: @escaping @Sendable (Double) -> Void
  ) throws {
    self.table = table
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
    layout = Layout(
      slots: try table.slots(filledBy: rules), width: table.width, dictionary: dictionary)
    let tokenizer = PersonTokenizer(
      key: key, scope: folder.settings.linkage ?? "editore:" + folder.source.publisher,
      issuer: folder.source.publisher)
    let factory = DecoderFactory(
      reference: reference, values: folder.values, conventions: conventions,
      tokenizer: tokenizer, dictionary: dictionary,
      salt: "\(folder.source.publisher)/\(folder.source.dataset)/\(file.name)",
      assumesUTC: folder.settings.timeZone == "UTC")
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
    totals = TotalRows(labels: folder.settings.totalLabels)
    derivedArea = DerivedArea(
      layout: layout, singleArea: reference.singleArea, services: dictionary(.servizio),
      areas: dictionary(.areaUtenza))
    identitySlot = folder.contract.identity.flatMap(layout.slot)
    repeated = identitySlot == nil ? nil : RepeatedIDs()
    months = folder.contract.happenedOn.flatMap(layout.slot).map {
      RowsByMonth(column: layout.factIndex[$0])
    }
  }

  var columnNames: [String] { layout.factColumns.map(\.name) }
  /// Kept rows by month; nil for registers.
  var rowsByMonth: [Int: Int]? { months?.counts }
  var suspectIDs: Set<String> { repeated?.suspects ?? [] }
  var closingFindings: [Finding] { corrections.unused }

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
      understand(raw, into: facts)
      handoff.put(facts)
      progress(table.fractionRead)
    }
  }

  private func understand(_ raw: RawBatch, into facts: FactBatch) {
    layout.meet(table.opened.reader.columnNames)
    corrections.apply(to: raw, findings: &facts.findings)
    totals.remove(from: raw, findings: &facts.findings)
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
    refuseShiftedRows(batch)
    derivedArea?.refresh()
    for rule in rules { rule.check(batch) }
    count(facts)
    noteIdentities(facts)
    months?.add(facts)
  }

  /// Columns only a rule fills in still hold the values of the batch's previous use.
  private func clearFilledColumns(of facts: FactBatch) {
    for (i, slot) in layout.slots.enumerated() where slot.rawColumn == nil {
      facts.columns[layout.factIndex[i]].a.update(repeating: FactBatch.null, count: facts.count)
    }
  }

  private func refuseShiftedRows(_ batch: DecodedBatch) {
    let raw = batch.raw
    for (row, place) in raw.rows.enumerated() where Int(place.cellCount) > layout.width {
      let extra = (layout.width..<Int(place.cellCount)).contains {
        raw.cells[Int(place.firstCell) + $0].length > 0
      }
      guard extra else { continue }
      batch.facts.isRefused[row] = true
      batch.facts.findings.append(
        FindingKind.finding(
          .shiftedRow, line: place.line,
          detail: "\(place.cellCount) celle invece di \(layout.width)"
        ))
    }
  }

  private func count(_ facts: FactBatch) {
    rowsRead += facts.count
    for row in 0..<facts.count where facts.isRefused[row] { rowsRefused += 1 }
  }

  private func noteIdentities(_ facts: FactBatch) {
    guard let identitySlot, let repeated else { return }
    let column = facts.columns[layout.factIndex[identitySlot]]
    facts.bytes.withUnsafeBufferPointer { bytes in
      for row in 0..<facts.count
      where !facts.isRefused[row] && column.a[row] != FactBatch.null {
        let start = Int(column.a[row])
        repeated.insert(
          UnsafeBufferPointer(rebasing: bytes[start..<start + Int(column.b[row])]))
      }
    }
  }
}

/// Keeps, for each index of the service dictionary, the index of the only user area it serves.
private struct DerivedArea {
  let layout: Layout
  let singleArea: [String: String]
  let services: CodeDictionary
  let areas: CodeDictionary

  init?(
    layout: Layout, singleArea: [String: String], services: CodeDictionary, areas: CodeDictionary
  ) {
    guard layout.slot("servizio") != nil, layout.slot("area_utenza") != nil else { return nil }
    self.layout = layout
    self.singleArea = singleArea
    self.services = services
    self.areas = areas
  }

  func refresh() {
    while layout.singleArea.count < services.codes.count {
      let service = services.codes[layout.singleArea.count]
      layout.singleArea.append(singleArea[service].map { areas.index(of: $0) })
    }
  }
}
