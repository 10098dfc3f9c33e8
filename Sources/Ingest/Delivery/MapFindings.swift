import Warehouse

extension FindingKind {
  static let unmappedColumn = FindingKind(
    "colonna-non-mappata", .error,
    it: "la colonna non è in columns.csv e non è stata letta",
    en: "the column is not in columns.csv and was not read",
    expected:
      "una riga di columns.csv con il campo che è, oppure «-» al posto del campo se non va letta")
  static let unmappedColumns = FindingKind(
    "colonne-non-mappate", .error,
    it: "più colonne non sono in columns.csv e non sono state lette",
    en: "several columns are not in columns.csv and were not read",
    expected:
      "per ciascuna una riga di columns.csv con il campo che è, oppure «-» al posto del campo se non va letta;"
      + " «-,*» se non va letta nessuna delle altre")
  static let unmetColumn = FindingKind(
    "colonna-mai-incontrata", .warning,
    it: "una colonna di columns.csv non è in nessuna riga della consegna",
    en: "a column of columns.csv is in no row of the delivery",
    expected: "aggiornare columns.csv con il nome nuovo, in una colonna per il nuovo periodo")
  static let unusedMapping = FindingKind(
    "mappa-inutilizzata", .note,
    it: "voce mai incontrata: una riga o colonna delle mappe che questa consegna non usa",
    en: "never met: a row or column of the maps that this delivery does not use",
    expected: "nulla, se serve ad altre consegne; altrimenti toglierla dalla mappa")
}

/// What a delivery and the maps of its source say of each other, once all of it has been read: headers
/// nobody decided about, and decisions nobody needed. None of them concerns a row.
struct MapFindings {
  let table: DeliveredTable
  let layout: Layout
  let values: ValueLookup

  private var columns: ColumnMap { table.folder.columns }
  private var day: Day { table.headersDay }
  private var headers: [String] {
    table.headersMet.filter { !$0.isEmpty && !RefusedRowsFile.ownColumns.contains($0) }
  }

  var list: [Finding] { unmapped + unmet + unusedWords + unusedColumns + strayCorrections }

  /// Corrections of deliveries that are not there, told once, with the newest: gone, or misspelt.
  private var strayCorrections: [Finding] {
    let names = table.folder.deliveries.map(\.name)
    guard names.last == table.file.name else { return [] }
    let stray = Set(table.folder.corrections.map(\.delivery)).subtracting(names)
    return stray.sorted().map {
      FindingKind.finding(
        .unusedCorrection, line: 0, cell: Masking.mask($0, isPersonal: false),
        detail: "la consegna non c'è" + Nearest.suggestion(to: $0, in: names, before: ", "))
    }
  }

  /// Headers that are neither a field's nor declared not to be read.
  private var unmapped: [Finding] {
    let read = Set(layout.slots.map { Folding.fold($0.header) })
    let ignored = columns.ignored(on: day).map(\.header)
    let known = Array(
      (columns.headers(on: day) ?? [:]).values.sorted() + ignored + free.map(\.name))
    var met: Set<String> = []
    let unmapped = headers.filter { header in
      // Where a format names its own columns, `Esito` after `esito` is another one, which nobody reads.
      let isAgain = !met.insert(Folding.fold(header)).inserted
      return (isAgain || !read.contains(Folding.fold(header)))
        && !ignored.contains { IgnoredHeader.matches(header, pattern: $0) }
    }
    guard unmapped.count > MapFindings.toldOneByOne else {
      return unmapped.map { finding($0, detail: Nearest.suggestion(to: $0, in: known)) }
    }
    // Of many, those that may be a field under a new name are told by themselves; the others are one
    // thing to do.
    var hinted: [Finding] = []
    var others: [String] = []
    for header in unmapped {
      let hint =
        hinted.count < MapFindings.toldOneByOne ? Nearest.suggestion(to: header, in: known) : ""
      if hint.isEmpty {
        others.append(header)
      } else {
        hinted.append(finding(header, detail: hint))
      }
    }
    return hinted + together(others)
  }

  /// Columns nobody mapped that are told one by one; of more, most are told together.
  static let toldOneByOne = 5

  private func finding(_ header: String, detail: String) -> Finding {
    // Keys of JSON objects may be anything, persons included.
    FindingKind.finding(
      .unmappedColumn, line: 0, header: Masking.mask(header, isPersonal: false), detail: detail)
  }

  private func together(_ headers: [String]) -> [Finding] {
    guard headers.count > 1 else { return headers.map { finding($0, detail: "") } }
    let shown = headers.prefix(MapFindings.toldOneByOne).map { Masking.mask($0, isPersonal: false) }
    return [
      FindingKind.finding(
        .unmappedColumns, line: 0,
        header: shown.joined(separator: ", ") + (headers.count > shown.count ? "…" : ""),
        detail: "sono \(headers.count)")
    ]
  }

  /// Fields the delivery does not carry.
  private var free: [Field] {
    table.folder.contract.fields.filter { layout.slot($0.name) == nil }
  }

  /// Keys of JSON objects that should have come and never did.
  private var unmet: [Finding] {
    guard columns.headers(on: day) != nil else { return [] }
    return layout.slots.filter { $0.rawColumn == Layout.notYetMet && $0.constant == nil }.map {
      FindingKind.finding(
        .unmetColumn, line: 0, header: $0.header,
        detail: "per il campo «\($0.field.name)»"
          + Nearest.suggestion(to: $0.header, in: headers, before: ", "))
    }
  }

  private var unusedWords: [Finding] {
    values.unmet.compactMap { entry in
      guard let slot = layout.slot(entry.field).map({ layout.slots[$0] }) else { return nil }
      return FindingKind.finding(
        .unusedMapping, line: 0, header: slot.header,
        cell: Masking.mask(entry.word, isPersonal: false),
        detail: "values.csv, riga \(entry.line)")
    }
  }

  private var unusedColumns: [Finding] {
    let ignored = columns.ignored(on: day).filter { entry in
      !headers.contains { IgnoredHeader.matches($0, pattern: entry.header) }
    }.map { "columns.csv, riga \($0.line): «\(Masking.whole($0.header))»" }
    let days = table.folder.deliveries.map(\.receivedOn) + [day]
    let periods = columns.periodsUnused(by: days).map {
      "columns.csv, colonna \($0): nessuna consegna è di quel periodo"
    }
    return (ignored + periods).map {
      FindingKind.finding(.unusedMapping, line: 0, detail: $0)
    }
  }
}

/// A header somebody decided not to read; a final `*` stands for anything.
enum IgnoredHeader {
  static func matches(_ header: String, pattern: String) -> Bool {
    guard pattern.hasSuffix("*") else { return Folding.fold(header) == Folding.fold(pattern) }
    let start = pattern.dropLast()
    return header.lowercased().hasPrefix(start.lowercased())
  }
}
