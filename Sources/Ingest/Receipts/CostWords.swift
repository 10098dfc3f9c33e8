import Warehouse

/// What the refused rows cost in the indicators, in words and tables.
struct CostWords {
  let receipt: Receipt
  private var language: ReceiptLanguage { receipt.language }
  private var words: ReceiptPhrases.Type { ReceiptPhrases.self }

  init(_ receipt: Receipt) { self.receipt = receipt }

  /// Places listed at most; the rest is said.
  static let shown = 40

  /// Share of the delivery that no indicator sees, in one sentence; nil when nothing was refused.
  var headline: String? {
    let snapshot = receipt.snapshot
    guard snapshot.rowsRefused > 0 else { return nil }
    let places = receipt.tally.places.filter { $0.code != nil && $0.code != "ND" }
    return words.costHeadline(
      language, language.integer(snapshot.rowsRefused),
      language.percent(Double(snapshot.rowsRefused) / Double(max(1, snapshot.rowsRead))))
      + (places.isEmpty ? "" : " " + words.costPlaces(language, language.integer(places.count)))
  }

  var keptWithoutPlace: String? {
    let count = receipt.tally.keptWithoutPlace
    return count > 0 ? words.keptWithoutPlace(language, language.integer(count)) : nil
  }

  var judgesCoverage: Bool { receipt.tally.places.contains { $0.counts.coverage != nil } }

  var placeHeader: [String] {
    [
      words.comune[language], words.refusedRows[language], words.keptRows[language],
      words.missingShare[language], words.services[language],
    ]
      + (judgesCoverage
        ? [words.coverageNow[language], words.coverageBounds[language], words.points[language]]
        : [])
  }

  var placeRows: [[String]] {
    receipt.tally.places.prefix(CostWords.shown).map { code, counts in
      let services = receipt.tally.services(at: code).prefix(4).map {
        "\(receipt.names.service($0.code, language)) (\(language.integer($0.refused)))"
      }
      var row = [
        receipt.names.comune(code, language), language.integer(counts.refused),
        language.integer(counts.kept), language.percent(counts.share),
        services.joined(separator: "; "),
      ]
      guard judgesCoverage else { return row }
      if let coverage = counts.coverage, let points = counts.pointsAtStake {
        row += [
          language.percent(coverage.now),
          between(language.percent(coverage.least), language.percent(coverage.most)),
          language.decimal(points * 100),
        ]
      } else {
        row += Array(repeating: words.notJudged[language], count: 3)
      }
      return row
    }
  }

  private func between(_ least: String, _ most: String) -> String {
    least == most ? least : words.between(language, least, most)
  }

  var serviceHeader: [String] {
    [
      words.service[language], words.refusedRows[language], words.keptRows[language],
      words.missingShare[language],
    ]
  }

  var serviceRows: [[String]] {
    receipt.tally.services.prefix(CostWords.shown).map { code, counts in
      [
        receipt.names.service(code, language), language.integer(counts.refused),
        language.integer(counts.kept), language.percent(counts.share),
      ]
    }
  }

  /// Said when a table is cut.
  func more(_ count: Int) -> String? {
    count > CostWords.shown
      ? words.morePlaces(language, language.integer(count - CostWords.shown)) : nil
  }
}
