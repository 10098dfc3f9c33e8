import Warehouse

/// How each column writes its dates and numbers, and which rows are not data: decided on the whole
/// table before any cell is read.
///
/// What `source.json` declares is taken; what it does not is proved by the column itself, or by another
/// of the same file, which one program wrote; what nothing proves is asked of the provider in a finding,
/// and its doubtful cells are not guessed.
struct Conventions {
  /// What was decided for a column, and why.
  struct Evidence {
    var field: String
    var header: String
    var decision: String
    var because: String
    var confidence: Double
  }

  private var dateOrders: [String: DateOrder?] = [:]
  /// Fields whose columns say months.
  private var monthly: Set<String> = []
  /// Fields whose columns are shown as months, and may be no more than that.
  private var shownAsMonths: Set<String> = []
  private var letters: YesNoLetters
  private var padded: PaddedAmounts
  /// Fields whose columns have days counted by a spreadsheet.
  private var serials: [String: SerialSystem] = [:]
  private var numberConventions: [String: NumberConvention?] = [:]
  private var powers: [String: Int] = [:]
  private var hours: HourColumns
  private(set) var evidence: [Evidence] = []
  private(set) var findings: [Finding] = []
  private(set) var filter: RowFilter
  /// Every row has as many cells as the header, but for a few that are mistaken.
  private(set) var rowsAreEven = false
  private var rowCount = 0
  /// Rows with something beyond the last column of the header.
  private var shiftedRows = 0

  init(table: DeliveredTable, settings: SourceSettings) throws {
    filter = RowFilter(header: table.headerCells, isScaled: !settings.multipliers.isEmpty)
    let all = try table.slots(filledBy: [])
    hours = try HourColumns(all, of: table, settings: settings)
    let slots = all.filter { $0.constant == nil }
    let unscaled = NumberScale.unscaled(slots, settings)
    letters = YesNoLetters(slots)
    padded = PaddedAmounts(unscaled)
    try NumberScale.check(slots, in: table, settings: settings)
    var dates = Conventions.dates(slots, of: table.file)
    var numbers = Conventions.numbers(slots)
    let summed = numbers.map(\.slot).filter { !$0.field.isYear }
    let words = slots.filter(\.field.mayNameATotal)
    let required = slots.filter(\.field.isRequired)
    for (slot, word) in hours.told { declare(slot, word) }
    takePowers(of: slots, settings)
    takeOrders(of: &dates, settings, table.opened)
    takeConventions(of: &numbers, settings)
    var totals = TotalRows(labels: settings.totalLabels)
    // Numbers whose writing is declared, or none at all, are added up in the same reading.
    let known = numbers.isEmpty
    let readings: [(slot: Layout.Slot, convention: NumberConvention?)] = summed.map {
      ($0, numberConventions[$0.field.name] ?? .italian)
    }
    let whole = try table.reopened()
    try observe(
      whole, &dates, &numbers, &totals, required, words, adding: known ? readings : nil)
    try NumberScale.check(unscaled, asShownIn: whole, padded)
    decide(dates)
    decide(serialsOf: dates, table.opened.countsDaysFrom1904 ? .from1904 : .from1900)
    decideHours()
    decide(numbers)
    if totals.hasCandidates, !known {
      try totals.verify(
        try table.reopened(),
        columns: summed.map { ($0, numberConventions[$0.field.name] ?? .italian) },
        required: required)
    }
    filter.conclude(totals: totals, width: table.headers.count)
    table.isMostlyShifted = shiftedRows * 2 > rowCount
  }

  // MARK: What the descriptor declares

  private mutating func takePowers(of slots: [Layout.Slot], _ settings: SourceSettings) {
    for slot in slots {
      guard let power = settings.power(of: slot.field), power != 0 else { continue }
      powers[slot.field.name] = power
      declare(slot, "moltiplicata per \(NumberScale.multiplier(power))")
    }
  }

  /// Of the columns, those it says nothing of are left.
  private mutating func takeOrders(
    of columns: inout DateColumns, _ settings: SourceSettings, _ opened: OpenedTable
  ) {
    for slot in columns.map(\.slot) {
      guard let order = settings.dateOrder(of: slot.field.name) else { continue }
      dateOrders[slot.field.name] = order
      if settings.readsMonths(slot.field.name) {
        monthly.insert(slot.field.name)
        declare(slot, "mm/aaaa")
        findings.append(FindingKind.finding(.monthOnly, line: 0, header: slot.header))
      } else if let system = settings.serials(of: slot.field.name, in: opened) {
        serials[slot.field.name] = system
        declare(slot, system.label)
      } else {
        declare(slot, order.label)
      }
    }
    columns.removeAll { dateOrders[$0.slot.field.name] != nil }
  }

  /// Of the columns, those it says nothing of are left.
  private mutating func takeConventions(
    of columns: inout NumberColumns, _ settings: SourceSettings
  ) {
    for slot in columns.map(\.slot) {
      guard let convention = settings.numberConvention(of: slot.field.name) else { continue }
      numberConventions[slot.field.name] = convention
      declare(slot, convention.label)
    }
    columns.removeAll { numberConventions[$0.slot.field.name] != nil }
  }

  private mutating func declare(_ slot: Layout.Slot, _ label: String) {
    note(slot, label, "dichiarato nel descrittore", 1)
  }

  // MARK: What the table proves

  private mutating func observe(
    _ table: DeliveredTable, _ dates: inout DateColumns, _ numbers: inout NumberColumns,
    _ totals: inout TotalRows, _ required: [Layout.Slot], _ words: [Layout.Slot],
    adding columns: [(slot: Layout.Slot, convention: NumberConvention?)]?
  ) throws {
    let batch = RawBatch()
    var widths = RowWidths()
    var labels = GroupLabels(required: required)
    defer { findings += labels.findings }
    defer { rowsAreEven = table.opened.survey.dialect != nil && widths.areEven }
    while try table.next(into: batch) {
      filter.observe(batch, before: table.parts.last?.before ?? 0)
      widths.observe(batch, width: table.width)
      labels.observe(batch, of: table)
      letters.observe(batch, of: table)
      padded.observe(batch, of: table)
      rowCount += batch.rows.count
      shiftedRows += table.oddRows(in: batch).count { table.overflows($0.row, of: batch) }
      let candidates = totals.observe(batch, words: words.map { table.place(of: $0) })
      hours.observe(batch, of: table)
      if let columns {
        totals.add(
          batch, totals: candidates,
          columns: columns.map { table.numberColumn($0.slot, $0.convention) },
          required: required.map { table.place(of: $0) })
      }
      for i in dates.indices {
        RawColumn.with(batch, column: table.place(of: dates[i].slot)) { column in
          for row in 0..<column.count {
            let cell = column[row]
            if cell.kind == .date { dates[i].swapped.add(cell.bytes) }
            if cell.kind == .month { dates[i].months.add(cell.bytes) }
            guard cell.kind.isTextOrNumber else { continue }
            if cell.kind == .text { dates[i].evidence.add(cell.bytes) }
            dates[i].serials.add(cell.bytes)
          }
        }
      }
      for i in numbers.indices {
        RawColumn.with(batch, column: table.place(of: numbers[i].slot)) { column in
          for row in 0..<column.count where column[row].kind == .text {
            numbers[i].evidence.add(column[row].bytes)
          }
        }
      }
    }
  }

  private mutating func note(
    _ slot: Layout.Slot, _ decision: String, _ because: String, _ confidence: Double
  ) {
    evidence.append(
      Evidence(
        field: slot.field.name, header: slot.header, decision: decision, because: because,
        confidence: confidence))
  }

  private mutating func decide(_ columns: DateColumns) {
    let proved = columns.filter { $0.evidence.decision.map { !$0.isYearFirst } ?? false }
    for (slot, proof, _, swapped, months) in columns {
      if months.areMonths { shownAsMonths.insert(slot.field.name) }
      if let detail = swapped.detail(texts: proof) {
        findings.append(
          FindingKind.finding(.swappedDates, line: 0, header: slot.header, detail: detail))
      }
      if let order = proof.decision {
        dateOrders[slot.field.name] = order
        note(slot, order.label, proof.because, proof.confidence)
      } else if !proof.isAmbiguous {
        dateOrders[slot.field.name] = .dayFirst
        note(slot, DateOrder.dayFirst.label, proof.because, 1)
      } else if !proof.isContested, let other = proved.first,
        proved.allSatisfy({ $0.evidence.decision == other.evidence.decision })
      {
        dateOrders[slot.field.name] = other.evidence.decision
        note(
          slot, other.evidence.decision!.label,
          "come la colonna «\(other.slot.header)», che lo prova: \(proof.because)", 0.8)
      } else {
        dateOrders[slot.field.name] = .some(nil)
        note(slot, "non deciso", proof.because, 0)
        findings.append(
          FindingKind.finding(
            .undecidedDates, line: 0, header: slot.header, detail: proof.because))
      }
    }
  }

  /// Days that a spreadsheet counts are read as such, and it is said.
  private mutating func decide(serialsOf columns: DateColumns, _ system: SerialSystem) {
    for (slot, _, proof, _, _) in columns where proof.isProved {
      serials[slot.field.name] = system
      let day = proof.example.withCellBytes { system.day($0) }
      guard case .day(let day, _) = day else { continue }
      let example = "«\(proof.example)» è il \(day) (celle come questa: \(proof.count))"
      note(slot, system.label, example, proof.confidence)
      findings.append(
        FindingKind.finding(.serialDates, line: 0, header: slot.header, detail: example))
    }
  }

  private mutating func decide(_ columns: NumberColumns) {
    // The dot between hours and minutes says nothing of other columns.
    let proved = columns.filter {
      $0.evidence.decision != nil && $0.evidence.decision != .plain
        && hours.reading(of: $0.slot.field) == .decimals
    }
    for (slot, proof) in columns {
      if let convention = proof.decision {
        numberConventions[slot.field.name] = convention
        note(slot, convention.label, proof.because, proof.confidence)
      } else if !proof.isAmbiguous {
        numberConventions[slot.field.name] = .italian
        note(slot, NumberConvention.plain.label, proof.because, 1)
      } else if !proof.isContested, let other = proved.first,
        proved.allSatisfy({ $0.evidence.decision == other.evidence.decision })
      {
        numberConventions[slot.field.name] = other.evidence.decision
        note(
          slot, other.evidence.decision!.label,
          "come la colonna «\(other.slot.header)», che lo prova: \(proof.because)", 0.8)
      } else {
        numberConventions[slot.field.name] = .some(nil)
        note(slot, "non deciso", proof.because, 0)
        findings.append(
          FindingKind.finding(
            .undecidedNumbers, line: 0, header: slot.header, detail: proof.because))
      }
    }
  }

  private mutating func decideHours() {
    for (slot, reading, because) in hours.conclude() {
      note(
        slot, reading == .minutes ? HourColumns.declared : "non deciso", because,
        reading == .minutes ? 0.9 : 0)
      if reading == .minutes { continue }
      findings.append(
        FindingKind.finding(.undecidedHours, line: 0, header: slot.header, detail: because))
    }
  }

  /// Takes what another table proved of the same columns; which rows are data stays this table's own.
  mutating func adopt(columnsOf other: Conventions) {
    dateOrders = other.dateOrders
    shownAsMonths = other.shownAsMonths
    letters = other.letters
    serials = other.serials
    numberConventions = other.numberConventions
    powers = other.powers
    hours = other.hours
    evidence = other.evidence
    findings = other.findings
  }

  /// Nil when the column's bare numbers are no dates.
  func serials(of field: Field) -> SerialSystem? { serials[field.name] }
  func readsMonths(_ field: Field) -> Bool { monthly.contains(field.name) }
  /// What the sheet shows as a month is no day, unless its day was written.
  func isShownAsMonths(_ field: Field) -> Bool { shownAsMonths.contains(field.name) }
  func readsLetters(_ field: Field) -> Bool { letters.fields.contains(field.name) }
  /// Nil when nothing proves the order.
  func dates(of field: Field) -> DateOrder? { dateOrders[field.name] ?? .dayFirst }
  /// Whether decimals are minutes.
  func hours(of field: Field) -> HourColumns.Reading { hours.reading(of: field) }
  /// The power of ten by which a field's numbers are multiplied.
  func power(of field: Field) -> Int { powers[field.name] ?? 0 }
  /// Nil when nothing proves the convention.
  func numbers(of field: Field) -> NumberConvention? { numberConventions[field.name] ?? .italian }
}
