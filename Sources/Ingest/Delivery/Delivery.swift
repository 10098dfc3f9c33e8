import Foundation
import Warehouse

/// A row's way from a delivered file into the warehouse, in the order the steps must have:
///
/// 1. open the file: encoding, dialect and sheet are decided on the whole of it;
/// 2. find the header, so that every later step can name a column;
/// 3. decide how each column writes dates and numbers, on the whole column;
/// 4. corrections, guarded, before anything is understood;
/// 5. cells to values, column by column: map, then parse; personal identifiers become tokens here;
/// 6. rules between fields, on values;
/// 7. facts and findings into one transaction, with the delivery's place in its source;
/// 8. the receipt, counted while rows went by and put in place after the transaction: it tells what is
///    in the warehouse.
struct Delivery {
  let file: DeliveryFile
  let folder: SourceFolder
  let reference: ReferenceFolder
  let key: PersonKey
  let forgotten: ForgottenMarks
  let writing: ReceiptWriting
  let progress: @Sendable (Double) -> Void

  struct Loaded {
    let snapshot: Snapshot
    let table: DeliveredTable
    let receipt: Receipt
    /// Writes the receipt where receipts are written; until then it is owed.
    let writeReceipt: () throws -> Void
    var log: FindingLog { receipt.log }
  }

  /// - Parameters:
  ///   - opening: the delivery, if it is open already, or why it cannot be.
  ///   - isSame: throws when the file is no longer the one that was digested.
  func load(
    _ opened: Snapshot, from opening: Result<Opened, any Error>? = nil, into store: Store,
    isSame: () throws -> Void
  ) throws -> Loaded {
    let delivered: Opened
    do {
      delivered = try opening?.get() ?? Opened(file, of: folder)
    } catch {
      throw ReversedTable.explaining(error, of: file, folder, reference)
    }
    let table = delivered.table
    let supplement = try Supplement(table: table)
    // A few mended rows decide nothing: the delivery they come from does.
    var conventions = delivered.conventions
    if let whole = supplement?.whole {
      conventions.adopt(
        columnsOf: try Conventions(
          table: DeliveredTable(file: whole, folder: folder), settings: folder.settings))
    }
    let pipeline = try Pipeline(
      table: table, conventions: conventions, folder: folder, file: file, bytes: opened.bytes,
      reference: reference, key: key, forgotten: forgotten, supplement: supplement,
      coverageDays: writing.coverageDays,
      progress: progress)
    let draft = try writing.draft(of: opened, folder.source)
    let scraps = draft.map {
      RefusedRowsFile(
        path: $0.draft + "/" + ReceiptFiles.scraps, delivery: file.name, table: table,
        pipeline: pipeline, conventions: conventions, language: writing.language)
    }
    let copies = RowCopies(scraps: scraps)
    if draft != nil { pipeline.copyRows(into: copies) }

    let (snapshot, log, revision) = try store.write { access in
      try write(
        opened, table: table, conventions: conventions, completes: supplement?.completes, pipeline,
        access, isSame: isSame)
    }
    let receipt = Receipt(
      snapshot: snapshot, folder: folder, table: table, conventions: conventions, log: log,
      revision: revision, copies: copies, reading: pipeline.reading, corrected: pipeline.corrected,
      tally: pipeline.tally, names: PlaceNamesOfReceipt(reference), language: writing.language)
    return Loaded(snapshot: snapshot, table: table, receipt: receipt) {
      guard let draft else { return }
      try scraps?.close()
      try receipt.write(to: draft)
      try draft.complete()
      try store.receiptIsWritten(
        snapshot, publisher: folder.source.publisher, dataset: folder.source.dataset)
    }
  }

  /// Step 7: everything of the delivery in one transaction.
  private func write(
    _ opened: Snapshot, table: DeliveredTable, conventions: Conventions, completes: String?,
    _ pipeline: Pipeline, _ access: WriteAccess, isSame: () throws -> Void
  ) throws -> (Snapshot, FindingLog, Revision?) {
    let contract = folder.contract
    let policy = folder.source.policy
    let identity = contract.identity.flatMap(contract.field)?.column
    let source = try access.save(folder.source)
    try access.setScope(folder.scope, source: source)
    try access.setOverlap(folder.settings.overlaps, source: source)
    let happenedOn = contract.happenedOn.flatMap(contract.field)?.column
    let versions = try identity.map {
      try access.versions(
        of: opened, source: source, policy: policy, table: contract.table, idColumn: $0,
        happenedOn: happenedOn)
    }
    try versions?.leave()
    let id = try access.open(opened, source: source, table: contract.table)
    let bulk = try BulkLoad(
      access, table: contract.table, columns: pipeline.columnNames, idColumn: identity, snapshot: id
    )
    var log = FindingLog()
    func note(_ findings: [Finding]) throws {
      for finding in findings { try bulk.write(finding) }
      log.add(batch: findings)
    }
    try note(table.findings + conventions.findings + needlessHeaders(table, pipeline))
    try pipeline.run { batch in
      try bulk.write(batch)
      log.add(batch: batch.findings)
    }
    try isSame()
    try note(pipeline.closingFindings + doubts(about: pipeline, log))
    if let identity {
      try note(
        access.supersedeRepeated(
          ids: pipeline.suspectIDs, table: contract.table, idColumn: identity, snapshot: id
        ).map { FindingKind.finding($0, contract: contract, header: pipeline.identityHeader) })
    }
    try noteEncounters(of: pipeline, access)
    try access.letGoAgain(table: contract.table, snapshot: id)
    var snapshot = counted(opened, pipeline)
    snapshot.completes = completes
    snapshot.decisions = try Decisions.json(table: table, conventions: conventions)
    try access.close(snapshot, id: id, source: source, policy: policy)
    if let versions {
      try versions.enter(id, snapshot)
    } else {
      try access.revise(
        snapshot: id, source: source, table: contract.table, idColumn: nil, policy: policy)
    }
    let revision = try access.revision(of: id)
    try note(revision.map { try losses(of: $0, snapshot) } ?? [])
    let restart =
      try revision.flatMap {
        RestartedIDs.finding(in: $0, comparedWith: $0.previous, of: contract)
      }
      ?? (versions?.isAgain == false ? access.successor(of: id) : nil).flatMap {
        RestartedIDs.finding(in: $0.revision, comparedWith: $0.delivery, of: contract)
      }
    try note([restart].compactMap(\.self))
    try access.count(identifiers: pipeline.identifierCounts, snapshot: id)
    if writing.root != nil { try access.owe(receiptOf: id) }
    // Which requests are another system's: with the delivery that brings either of them.
    if contract.dataset == Contract.richieste.dataset {
      try access.supersedeCopies(with: id, isAgain: versions?.isAgain ?? false)
    }
    return (snapshot, log, revision)
  }

  private func counted(_ opened: Snapshot, _ pipeline: Pipeline) -> Snapshot {
    var snapshot = opened
    snapshot.rowsRead = pipeline.rowsRead
    snapshot.rowsRefused = pipeline.rowsRefused
    snapshot.rowsKept = pipeline.rowsRead - pipeline.rowsRefused
    snapshot.months = pipeline.rowsByMonth
    return snapshot
  }

  private var isOfPersons: Bool { folder.contract.fields.contains(where: \.isPersonal) }

  /// Columns that nobody reads and should not have come.
  private func needlessHeaders(_ table: DeliveredTable, _ pipeline: Pipeline) -> [Finding] {
    guard isOfPersons else { return [] }
    // One with the name of a field, of which nobody has decided, is to be mapped and not to be taken out.
    let ignored = folder.columns.ignored(on: table.headersDay).map(\.header)
    let awaited = folder.contract.fields.map(\.name).filter { name in
      !ignored.contains { IgnoredHeader.matches(name, pattern: $0) }
    }.map(Folding.fold)
    return reference.personalHeaders.findings(
      delivered: table.headers.filter { !awaited.contains(Folding.fold($0)) },
      read: pipeline.readHeaders)
  }

  /// Whether this is the file that was meant at all.
  private func doubts(about pipeline: Pipeline, _ log: FindingLog) -> [Finding] {
    if pipeline.rowsRead == 0 { return [FindingKind.finding(.noRows, line: 0)] }
    // Of people, who live where they are served: a register of the whole country is another thing.
    let outside = log.counts[FindingKind.outsideComune.code] ?? 0
    let isElsewhere = isOfPersons && outside * 2 > pipeline.rowsRead
    return [
      PartialExport.isFull(rows: pipeline.rowsRead)
        ? FindingKind.finding(
          .partialExport, line: 0,
          detail: "righe: \(pipeline.rowsRead), quante ne tiene un foglio di calcolo") : nil,
      isElsewhere
        ? FindingKind.finding(.mostlyOutside, line: 0, detail: "celle: \(outside)") : nil,
    ].compactMap(\.self)
  }

  /// Rows lost on the way look like rows that are gone: what a source says by saying nothing is believed
  /// only of one that may be empty.
  private func losses(of revision: Revision, _ snapshot: Snapshot) throws -> [Finding] {
    let before = revision.vanished + revision.changed + revision.unchanged
    guard folder.source.policy == .cumulative, revision.vanished > 0 else { return [] }
    let loss =
      "e la fonte è cumulativa: caricarlo toglierebbe le \(before) righe di «\(revision.previous)», che"
      + " restano."
    if snapshot.rowsKept == 0, snapshot.rowsRead > 0 {
      throw UnreadableFile(
        code: "nessuna-riga-tenuta",
        message: "ogni riga del file è rifiutata (\(snapshot.rowsRead)), \(loss) «tavolo check»"
          + " del file dice che cosa non va: correggerlo, o toglierlo da deliveries/")
    }
    if snapshot.rowsRead == 0, !folder.settings.mayBeEmpty {
      throw UnreadableFile(
        code: FindingKind.noRows.code,
        message: "il file ha l'intestazione e nessuna riga, \(loss) Esportare di nuovo; se"
          + " davvero non ce n'è più nessuna, «puo_essere_vuota»: true in source.json")
    }
    // Without an identity a row that changed is one that vanished.
    guard folder.contract.identity != nil, revision.vanished * 2 > before, before >= 20 else {
      return []
    }
    return [
      FindingKind.finding(
        .shrunkDelivery, line: 0,
        detail: "\(revision.vanished) su \(before), rispetto a «\(revision.previous)»")
    ]
  }

  /// Comuni that are gone and persons whose code may change, as they were met.
  private func noteEncounters(of pipeline: Pipeline, _ access: WriteAccess) throws {
    try access.note(
      successions: pipeline.comuneCodes.compactMap { code in
        reference.resolver.succession(of: code).map {
          Succession(filed: "\(code)", name: $0.name, successor: "\($0.successor)")
        }
      })
    try access.note(uncertain: pipeline.uncertainPersons)
  }
}
