import Warehouse

/// `ricevuta.html`: the whole story of a delivery on one page.
struct ReceiptPage {
  private let receipt: Receipt
  private var page: ReceiptMarkup
  private var language: ReceiptLanguage { receipt.language }
  private var words: ReceiptPhrases.Type { ReceiptPhrases.self }

  init(_ receipt: Receipt) {
    self.receipt = receipt
    page = ReceiptMarkup(title: receipt.title, language: receipt.language)
  }

  /// Findings of one cause the page shows.
  static let valuesShown = 10

  var html: String {
    var copy = self
    return copy.write()
  }

  private mutating func write() -> String {
    let snapshot = receipt.snapshot
    if receipt.folder.source.isSynthetic { page.banner(words.synthetic[language]) }
    page.figures([
      (words.rowsRead[language], language.integer(snapshot.rowsRead)),
      (words.keptRows[language], language.integer(snapshot.rowsKept)),
      (words.refusedRows[language], language.integer(snapshot.rowsRefused)),
    ])
    for line in ReceiptSummary(receipt).outcome.dropFirst() { page.paragraph(line) }
    if let cost = CostWords(receipt).headline { page.paragraph(cost) }
    let lead = page.takeBody()
    toDo()
    cost()
    arrived()
    understood()
    lines()
    page.section(AuditedReceipt.place, words.audits[language])
    let notAudited = words.notAudited[language]
    page.fragment(AuditedReceipt.place) { $0.paragraph(notAudited) }
    files()
    return page.html(lead: lead)
  }

  private mutating func arrived() {
    let snapshot = receipt.snapshot
    let source = receipt.folder.source
    page.section("arrivo", words.arrived[language])
    var rows = [
      [words.publisher[language], receipt.folder.settings.publisher],
      [words.source[language], source.title], [words.file[language], snapshot.delivery],
      [words.day[language], language.date(snapshot.receivedOn)],
      [words.fingerprint[language], snapshot.sha256],
      [words.size[language], words.bytes(language, language.integer(snapshot.bytes))],
      [words.rowsRead[language], language.integer(snapshot.rowsRead)],
    ]
    if let span = receipt.span {
      rows.append([
        words.span[language], words.fromTo(language, span.first, span.last),
      ])
    }
    rows += FileRemarks(receipt).rows(language)
    page.table(
      caption: words.arrived[language], header: [words.item[language], words.value[language]],
      rows: rows)
    if let revision = receipt.revision {
      page.paragraph(revision.sentence(contract: receipt.folder.contract, language))
    }
  }

  private mutating func understood() {
    page.section("lettura", words.understood[language])
    page.table(
      caption: words.understood[language],
      header: [
        words.decision[language], words.value[language], words.evidence[language],
        words.certainty[language],
      ],
      rows: Decisions.list(table: receipt.table, conventions: receipt.conventions).map {
        let shown = DecisionWords($0, language)
        return [shown.label, shown.value, shown.because, shown.certainty]
      })
    // The dictionary of fields is in Italian.
    page.table(
      caption: words.columns[language],
      header: [words.column[language], words.field[language]]
        + (language == .it ? [words.meaning[language]] : []),
      rows: receipt.table.headersMet.enumerated().compactMap { place, header in
        receipt.reading.field(of: place).map {
          [header, $0.name] + (language == .it ? [$0.meaning] : [])
        }
      })
  }

  private mutating func toDo() {
    let causes = receipt.log.toDo
    guard !causes.isEmpty else { return }
    page.section("correggere", words.toDo[language])
    page.paragraph(words.toDoLead[language])
    page.table(
      caption: words.toDoTitle[language],
      header: [
        words.priority[language], words.what[language], words.gain[language],
        words.times[language], words.severity[language], words.fix[language],
      ],
      rows: causes.enumerated().map { i, cause in
        let shown = CauseWords(cause, language)
        return [
          "\(i + 1)", shown.what, shown.gain, language.integer(cause.count),
          FindingWords.severity(cause.severity, language),
          FindingWords.expected(cause.kind, language),
        ]
      }, numbers: [0, 3])
  }

  private mutating func cost() {
    let cost = CostWords(receipt)
    guard let headline = cost.headline else { return }
    page.section("costo", words.cost[language])
    page.paragraph(headline)
    if let kept = cost.keptWithoutPlace { page.paragraph(kept) }
    guard !cost.placeRows.isEmpty else {
      page.paragraph(words.noPlaces[language])
      return
    }
    page.paragraph(
      cost.judgesCoverage
        ? words.costMeaning(language, "\(receipt.tally.coverageDays)")
        : words.shareMeaning[language])
    page.table(
      caption: words.byComune[language], header: cost.placeHeader, rows: cost.placeRows,
      numbers: [1, 2, 3, 5, 7])
    if let more = cost.more(receipt.tally.places.count) { page.paragraph(more) }
    guard receipt.tally.countsServices else { return }
    page.table(
      caption: words.byService[language], header: cost.serviceHeader, rows: cost.serviceRows,
      numbers: [1, 2, 3])
    if let more = cost.more(receipt.tally.services.count) { page.paragraph(more) }
  }

  private mutating func lines() {
    guard !receipt.log.causes.isEmpty else { return }
    page.section("righe", words.lines[language])
    for cause in receipt.log.toDo {
      page.heading(CauseWords(cause, language).what)
      let values = cause.distinctValues.filter { $0.count > 1 && !$0.cell.isEmpty }
        .prefix(ReceiptPage.valuesShown)
      if !values.isEmpty {
        page.paragraph(
          words.values[language] + ": "
            + values.map {
              "«\(FindingWords.cell($0.cell, language))» (\(language.integer($0.count)))"
            }.joined(separator: ", ")
            + (cause.hasMoreValues ? ", …" : ""))
      }
      let caption =
        cause.examples.count == cause.count
        ? words.affected[language]
        : (receipt.log.total > FindingLog.limit ? words.firstOfMany : words.firstLines)(
          language, language.integer(cause.examples.count), language.integer(cause.count),
          ReceiptFiles.findings)
      page.table(
        caption: CauseWords(cause, language).what + ". " + caption,
        header: [words.line[language], words.cell[language], words.note[language]],
        rows: cause.examples.map {
          [
            $0.line == 0 ? words.wholeFile[language] : "\($0.line)",
            FindingWords.cell($0.cell, language),
            FindingWords.detail($0.detail, language),
          ]
        })
    }
  }

  private mutating func files() {
    page.section("file", words.files[language])
    var items = ["\(ReceiptFiles.annotated): \(words.annotatedFile[language])"]
    if receipt.snapshot.rowsRefused > 0 {
      items.append(
        "\(ReceiptFiles.scraps): "
          + words.scrapsFile(language, language.integer(receipt.snapshot.rowsRefused)))
    }
    items += [
      "\(ReceiptFiles.findings): \(words.findingsFile[language])",
      "\(ReceiptFiles.summary): \(words.summaryFile[language])",
    ]
    page.list(items)
  }
}

/// What is worth knowing of a file besides its rows: hidden sheets, letters repaired or lost, columns
/// nobody reads.
struct FileRemarks {
  private let receipt: Receipt

  /// Names of unread columns that are shown.
  private static let columnsShown = 60

  init(_ receipt: Receipt) { self.receipt = receipt }

  func rows(_ language: ReceiptLanguage) -> [[String]] {
    let words = ReceiptPhrases.self
    let opened = receipt.table.opened
    let corrected = receipt.corrected.count
    var rows: [[String]] = []
    func add(_ label: Words, _ value: String) { rows.append([label[language], value]) }
    if !opened.sheetNames.isEmpty {
      add(
        words.sheets, opened.sheetNames.map(DeliveredTable.withoutPersons).joined(separator: ", "))
    }
    if !opened.hiddenSheetNames.isEmpty {
      add(
        words.hiddenSheets,
        opened.hiddenSheetNames.map(DeliveredTable.withoutPersons).joined(separator: ", "))
    }
    if opened.survey.doubledSequences > 0 {
      add(words.repaired, language.integer(opened.survey.doubledSequences))
    }
    if opened.survey.replacementCharacters > 0 {
      add(words.lost, language.integer(opened.survey.replacementCharacters))
    }
    if receipt.table.blankRowCount > 0 {
      add(words.blankRows, language.integer(receipt.table.blankRowCount))
    }
    if corrected > 0 { add(words.corrections, language.integer(corrected)) }
    let unread = receipt.table.headersMet.enumerated().filter {
      receipt.reading.field(of: $0.offset) == nil && !$0.element.isEmpty
        && !RefusedRowsFile.ownColumns.contains($0.element)
    }.map(\.element)
    if !unread.isEmpty {
      let more = unread.count - FileRemarks.columnsShown
      add(
        words.columnsUnread,
        unread.prefix(FileRemarks.columnsShown).joined(separator: ", ")
          + (more > 0 ? "… (+\(language.integer(more)))" : ""))
    }
    return rows
  }
}
