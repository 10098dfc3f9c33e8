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
/// 8. the receipt, after the transaction: it tells what is in the warehouse.
struct Delivery {
  let file: DeliveryFile
  let folder: SourceFolder
  let reference: ReferenceFolder
  let key: PersonKey
  let progress: @Sendable (Double) -> Void

  struct Loaded {
    let snapshot: Snapshot
    let table: DeliveredTable
    let log: FindingLog
  }

  /// - Parameter receipts: where the receipt goes; nil for a dry run.
  func load(_ opened: Snapshot, into store: Store, receipts: String?) throws -> Loaded {
    let table = try DeliveredTable(file: file, folder: folder)
    let conventions = try Conventions(table: table, settings: folder.settings)
    let pipeline = try Pipeline(
      table: table, conventions: conventions, folder: folder, file: file, reference: reference,
      key: key, progress: progress)
    let contract = folder.contract
    let identity = contract.identity.flatMap(contract.field)?.column

    let (snapshot, log) = try store.write { access in
      let source = try access.save(folder.source)
      let id = try access.open(opened, source: source, table: contract.table)
      let bulk = try BulkLoad(
        access, table: contract.table, columns: pipeline.columnNames, snapshot: id)
      var log = FindingLog()
      for finding in table.findings + conventions.findings {
        try bulk.write(finding)
        log.add(finding)
      }
      try pipeline.run { batch in
        try bulk.write(batch)
        for finding in batch.findings { log.add(finding) }
      }
      for finding in pipeline.closingFindings {
        try bulk.write(finding)
        log.add(finding)
      }
      if let identity {
        for repeated in try access.supersedeRepeated(
          ids: pipeline.suspectIDs, table: contract.table, idColumn: identity, snapshot: id)
        {
          let finding = FindingKind.finding(
            .repeatedID, line: repeated.line, header: contract.identity ?? "",
            cell: Masking.mask(repeated.id, isPersonal: false),
            detail: "riga precedente: \(repeated.earlier)")
          try bulk.write(finding)
          log.add(finding)
        }
      }
      var snapshot = opened
      snapshot.rowsRead = pipeline.rowsRead
      snapshot.rowsRefused = pipeline.rowsRefused
      snapshot.rowsKept = pipeline.rowsRead - pipeline.rowsRefused
      snapshot.months = pipeline.rowsByMonth
      snapshot.decisions = try Decisions.json(table: table, conventions: conventions)
      try access.close(snapshot, id: id, source: source, policy: folder.source.policy)
      if folder.source.policy == .incremental, let identity {
        try access.supersedeOlderVersions(
          table: contract.table, idColumn: identity, source: source)
      }
      // Which requests are another system's: with the delivery that brings either of them.
      if contract.dataset == Contract.richieste.dataset { try access.supersedeCopies() }
      return (snapshot, log)
    }
    if let receipts {
      try Receipt(
        snapshot: snapshot, folder: folder, table: table, conventions: conventions, log: log
      ).write(to: receipts)
    }
    return Loaded(snapshot: snapshot, table: table, log: log)
  }
}

/// What was found in a delivery: every finding is counted; all of them go to the warehouse and to
/// `scarti.csv`, the page shows the first of each kind.
struct FindingLog {
  private(set) var counts: [String: Int] = [:]
  private(set) var findings: [Finding] = []

  /// Enough for any office to act on; beyond it the same mistake repeats, and the count tells so.
  static let limit = 100_000

  mutating func add(_ finding: Finding) {
    counts[finding.code, default: 0] += 1
    if findings.count < FindingLog.limit { findings.append(finding) }
  }
}
