import Indicators
import Warehouse

extension ProviderCard {
  /// Whom it sends and receives, and how much is given back in the territory; nil where nobody delivers
  /// referrals.
  func referrals() -> Section? {
    guard context.evidence.providers.contains(where: { $0.referrals != nil }) else { return nil }
    let words = NetworkPhrases.self
    func count(_ value: Int?) -> Cell {
      value.map(Cell.integer) ?? Cell(.none, mark: .confidential)
    }
    func said(_ value: Int?) -> String {
      value.map {
        $0 == 0 ? language.integer($0) : words.about(language, language.integer($0))
      } ?? words.referralsWithheld[language]
    }
    let own: [Block] =
      provider.referrals.map { own in
        [
          .sentence(
            Sentence(
              words.referralsSaid(
                language, said(own.sent), said(own.received), language.integer(own.partners),
                language.integer(own.mutual)))),
          .table(
            Table(
              id: "ente-invii", caption: words.referralsCaption(language, provider.name),
              sheetName: words.referralsSheet[language],
              columns: [
                Table.Column(words.measure[language], width: 44),
                Table.Column(words.own[language], .number),
              ],
              rows: [
                [.text(words.referralsSent[language]), count(own.sent)],
                [.text(words.referralsReceived[language]), count(own.received)],
                [.text(words.partners[language]), .integer(own.partners)],
                [.text(words.mutual[language]), .integer(own.mutual)],
              ], notes: [words.referralsNote[language]])),
        ]
      } ?? [.sentence(Sentence(words.noReferrals[language]))]
    return Section(
      id: "invii", title: words.referralsTitle[language], blocks: own + reciprocity())
  }

  /// Of the whole territory: an exchange is between persons and names no organisation.
  private func reciprocity() -> [Block] {
    let words = NetworkPhrases.self
    let reader = context.reader
    let figures = ["reciprocita-generalizzata", "reciprocita-diadica", "rete-invii"]
      .compactMap { slug in
        reader.period(for: slug).flatMap { reader.figure(slug, .total, $0) }
      }
    if figures.isEmpty { return [] }
    let rows = figures.map { figure in
      [
        .text(figure.name[language]), .text(language.name(of: figure.observation.period)),
        reader.cell(figure), reader.interval(figure),
      ]
    }
    return [
      .list(figures.map { reader.sentences.statement($0) }),
      .table(
        Table(
          id: "ente-reciprocita", caption: words.reciprocityCaption[language],
          sheetName: words.reciprocitySheet[language],
          columns: [
            Table.Column(words.measure[language], width: 44),
            Table.Column(ViewPhrases.period[language]),
            Table.Column(ComunePhrases.wholeTerritory[language], .number),
            Table.Column(
              ViewPhrases.intervalOf(language, ComunePhrases.wholeTerritory[language]), .interval),
          ], rows: rows, notes: [words.reciprocityNote[language]])),
    ]
  }
}
