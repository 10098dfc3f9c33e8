import Indicators
import Warehouse

extension ProviderCard {
  /// What a coordinator came for: what was done, how fast, what is missing nearby, what is due next.
  ///
  /// - Parameter missing: services its comuni lack.
  func summary(_ missing: Opportunities) -> Section {
    let words = CardPhrases.self
    var figures = [
      figure(
        words.deliveries, provider.deliveryCount, among(\.wholeDeliveries, words.inTwelveMonths)),
      figure(
        words.persons, provider.persons.map(Double.init),
        (provider.persons == nil ? words.inTwelveMonths : words.personsRounded)[language]),
      figure(
        words.responseDays, provider.responseDays, unit: Definition.Unit.days.label[language],
        among(\.responseDays, words.responseCaption)),
    ]
    if !provider.isPlaceWithheld {
      // Where all that is lacking may not be told, none is not the answer.
      let isTold = !missing.rows.isEmpty || missing.withheld.isEmpty
      figures.append(
        isTold
          ? figure(words.missing, Double(missing.rows.count), words.missingCaption[language])
          : figure(
            words.missing, Cell(.none, mark: .confidential),
            uppercasedFirst(Mark.confidential.meaning[language]) + ". "
              + words.missingCaption[language]))
    }
    if let next = nextDeliveries().min(by: { $0.dueOn < $1.dueOn }) {
      figures.append(figure(words.next, .day(next.dueOn), next.said(language)))
    }
    return Section(
      id: "in-sintesi", title: PortalPhrases.keyTitle[language], blocks: [.keyFigures(figures)])
  }

  /// What a number means and, where there are enough others, where half of them are.
  private func among(_ path: KeyPath<ProviderProfile, Double?>, _ meaning: Text) -> String {
    if path == \.wholeDeliveries, let toldInPart { return toldInPart.text }
    guard let others = others(path) else { return meaning[language] }
    let phrase = others.areAlike ? CardPhrases.alikeMiddle : CardPhrases.othersMiddle
    return meaning[language] + " "
      + phrase(
        language, language.integer(others.values.count),
        language.decimal(others.values.sortedShare(0.5), 0))
  }

  private func figure(
    _ label: Text, _ value: Double?, unit: String = "", _ caption: String
  ) -> KeyFigure {
    guard let value else {
      let mark: Mark = provider.isWithheld ? .confidential : .notReceived
      var figure = figure(label, Cell(.none, mark: mark), caption)
      // The first thing of a page may be a mark, and its legend is at the foot of a table.
      figure.caption.text = uppercasedFirst(mark.meaning[language]) + ". " + caption
      return figure
    }
    return figure(label, Cell(.number(value, .decimal(0))), unit: unit, caption)
  }

  private func figure(
    _ label: Text, _ cell: Cell, unit: String = "", _ caption: String
  ) -> KeyFigure {
    KeyFigure(label: label[language], cell: cell, unit: unit, caption: caption, language)
  }
}
