import Indicators
import Warehouse

extension ProviderCard {
  /// The deliveries that speak of it, with the file of each one's receipt, and what was found in them.
  ///
  /// A receipt is given back to who delivered and stays beside the archive: an edition that is copied
  /// or published has none with it. Its file is named, because a link would lead nowhere for most.
  func quality() -> Section {
    let words = NetworkPhrases.self
    let quality = QualityTables(context: context)
    let receipts = context.evidence.sources
      .filter { speaks($0.publisher, $0.dataset) && $0.receipt != nil }
    let findings = context.evidence.findings.filter { speaks($0.publisher, $0.dataset) }
    var blocks: [Block] = [
      .sentence(
        Sentence(
          provider.sources.isEmpty
            ? words.noSources[language]
            : words.sources(language, provider.sources.map(said).joined(separator: "; "))))
    ]
    blocks += expectations()
    let source = [
      Table.Column(QualityPhrases.publisher[language], width: 30),
      Table.Column(QualityPhrases.dataset[language]),
    ]
    if !receipts.isEmpty {
      blocks += [
        .sentence(quality.rowsSentence(of: receipts)),
        .table(
          Table(
            id: "ente-ricevute", caption: words.receiptsCaption[language],
            sheetName: words.receiptsSheet[language],
            columns: source + [
              Table.Column(QualityPhrases.received[language], .number),
              Table.Column(QualityPhrases.read[language], .number),
              Table.Column(QualityPhrases.refused[language], .number),
              Table.Column(words.receipt[language], width: 60),
            ],
            rows: receipts.map { source in
              [
                .text(source.publisher), .text(DatasetPhrases.name(source.dataset)[language]),
                .day(source.received), .integer(source.rowsRead), .integer(source.rowsRefused),
                .text("receipts/" + (source.receipt ?? "") + "/" + Self.receiptPage),
              ]
            }, notes: [words.receiptsNote[language]])),
      ]
    }
    if !findings.isEmpty {
      blocks += [
        .sentence(quality.said(findings)),
        .table(
          Table(
            id: "ente-qualita", caption: QualityPhrases.findingsCaption[language],
            sheetName: QualityPhrases.sheetFindings[language],
            columns: source + [
              Table.Column(QualityPhrases.count[language], .number),
              Table.Column(QualityPhrases.message[language], width: 60),
              Table.Column(QualityPhrases.severity[language]),
            ],
            rows: findings.map { finding in
              [
                .text(finding.publisher), .text(DatasetPhrases.name(finding.dataset)[language]),
                .integer(finding.count), .text(finding.message[language]),
                .text(QualityPhrases.name(ofSeverity: finding.severity)[language]),
              ]
            })),
      ]
    }
    return Section(id: "qualita", title: words.qualityTitle[language], blocks: blocks)
  }

  private func said(_ source: ProviderProfile.Source) -> String {
    source.publisher + " / " + DatasetPhrases.name(source.dataset)[language]
  }

  /// As `ingest` calls it.
  private static let receiptPage = "ricevuta.html"
}
