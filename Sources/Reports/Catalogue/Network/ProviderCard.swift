import Indicators
import Warehouse

/// The sections of an organisation's card.
struct ProviderCard {
  let provider: ProviderProfile
  let network: ProviderNetwork
  let context: ReportContext
  var language: Language { context.language }
  var words: NetworkPhrases.Type { NetworkPhrases.self }
  private var territory: TerritoryAtlas { context.evidence.territory }

  func identity() -> Section {
    func row(_ label: Text, _ cell: Cell) -> [Cell] { [.text(label[language]), cell] }
    func list(_ names: [String], isWithheld: Bool = false) -> Cell {
      names.isEmpty
        ? Cell(.none, mark: isWithheld ? .confidential : .notReceived)
        : .text(names.joined(separator: ", "))
    }
    let isPlaceless = provider.isPlaceWithheld
    func count(_ value: Double?) -> Cell {
      value.map { Cell(.number($0, .decimal($0 == $0.rounded() ? 0 : 1))) }
        ?? Cell(.none, mark: .notReceived)
    }
    let offers = provider.offers.map { offer in
      service(offer.service)
        + (offer.capacity.map { capacity in
          " (" + language.decimal(capacity, 0) + " "
            + words.unit(offer.capacityUnit ?? "")[language] + ")"
        } ?? "")
    }
    let table = Table(
      id: "ente-scheda", caption: words.identityCaption(language, provider.name),
      sheetName: words.identityTitle[language],
      columns: [
        Table.Column(DossierPhrases.entry[language], width: 30),
        Table.Column(DossierPhrases.content[language], width: 70),
      ],
      rows: [
        row(
          words.seat, list([provider.seat].compactMap { $0.flatMap(name) }, isWithheld: isPlaceless)
        ),
        row(
          words.served, list(provider.served.compactMap(name).inOrder(), isWithheld: isPlaceless)),
        row(
          words.activities,
          provider.activities.isEmpty
            ? list([]) : .text(ActivityPhrases.list(provider.activities, language))),
        row(words.activeOffers, list(offers)),
        row(words.places, places()), row(words.waitingForPlace, waitingForPlace()),
        row(words.volunteers, count(provider.volunteers)),
        row(words.employees, count(provider.employees)),
        row(
          words.volunteerHours,
          provider.volunteerHours.map { Cell(.number($0, .decimal(0))) }
            ?? Cell(.none, mark: .notReceived)),
        row(
          words.raised,
          provider.raisedCents.map { Cell(.euro(cents: $0)) }
            ?? Cell(.none, mark: provider.isRaisedWithheld ? .confidential : .notReceived)),
        row(
          words.application,
          provider.application.map { .text(said($0)) } ?? Cell(.none, mark: .notReceived)),
      ])
    return Section(
      id: "scheda", title: words.identityTitle[language],
      blocks: [.sentence(context.reader.sentences.entries(table.rows)), .table(table)])
  }

  private func said(_ application: ProviderProfile.Application) -> String {
    let day = language.long(application.appliedOn)
    guard let decided = application.decidedOn else { return words.applied(language, day) }
    return words.decided(
      language, day, words.name(ofOutcome: application.outcome ?? "")[language],
      language.long(decided), CountPhrases.days(language, decided - application.appliedOn))
  }

  /// Its place among the others, of whom only quarters are shown and only when there are five.
  func comparison() -> Section {
    let areReferralsKnown = provider.referrals != nil
    let measures: [(Text, KeyPath<ProviderProfile, Double?>, isWithheld: Bool)] = [
      (words.deliveries, \.wholeDeliveries, provider.isWithheld),
      (words.responseDays, \.responseDays, provider.isWithheld),
      (words.referralsSent, \.referralsSent, areReferralsKnown),
      (words.referralsReceived, \.referralsReceived, areReferralsKnown),
      (words.volunteers, \.volunteers, false), (words.volunteerHours, \.volunteerHours, false),
      (words.servedCount, \.servedCount, provider.isPlaceWithheld),
      (words.offersCount, \.offerCount, false),
    ]
    var sides: [Side] = []
    let rows = measures.compactMap { name, path, isWithheld -> [Cell]? in
      if path == \.wholeDeliveries, provider.toldInPart != nil { return nil }
      guard let others = others(path) else { return nil }
      let own = provider[keyPath: path]
      sides.append(side(own, others, isWithheld: isWithheld))
      return [
        .text(name[language]),
        own.map { Cell(.number($0, .decimal(0))) }
          ?? Cell(.none, mark: isWithheld ? .confidential : .notReceived),
      ]
        + [0.25, 0.5, 0.75].map { share in
          Cell(.number(others.values.sortedShare(share), .decimal(0)))
        } + [
          .integer(others.values.count),
          .text((others.areAlike ? words.ofItsKind : words.ofAllKinds)[language]),
        ]
    }
    let lead = [Sentence(words.comparisonLead[language]), toldInPart].compactMap(\.self)
    if rows.isEmpty {
      return Section(
        id: "confronto", title: words.comparisonTitle[language],
        blocks: (lead + [Sentence(words.tooFew[language])]).map(Block.sentence))
    }
    let table = Table(
      id: "ente-confronto", caption: words.comparisonCaption(language, provider.name),
      sheetName: words.comparisonSheet[language],
      columns: [
        Table.Column(words.measure[language], width: 36),
        Table.Column(words.own[language], .number),
        Table.Column(words.firstQuarter[language], .number),
        Table.Column(words.middle[language], .number),
        Table.Column(words.thirdQuarter[language], .number),
        Table.Column(words.others[language], .number),
        Table.Column(words.whichOthers[language], width: 20),
      ], rows: rows)
    return Section(
      id: "confronto", title: words.comparisonTitle[language],
      blocks: (lead + [said(sides)]).map(Block.sentence) + [.table(table)])
  }

  /// Where its figure is beside the middle of the others, of the numbers as the table shows them.
  private enum Side { case above, below, equal, withheld, missing }

  private func side(_ own: Double?, _ others: Others, isWithheld: Bool) -> Side {
    guard let own else { return isWithheld ? .withheld : .missing }
    let style = NumberStyle.decimal(0)
    let (shown, middle) = (style.rounded(own), style.rounded(others.values.sortedShare(0.5)))
    return shown > middle ? .above : shown < middle ? .below : .equal
  }

  /// Counted and not graded: a larger organisation does more.
  private func said(_ sides: [Side]) -> Sentence {
    func number(_ side: Side) -> String { language.integer(sides.count { $0 == side }) }
    let words = CardPhrases.self
    let compared = words.comparisonSaid(
      language, number(.above), number(.below), number(.equal))
    return Sentence(
      sides.contains { $0 == .withheld || $0 == .missing }
        ? compared + " " + words.comparisonMissing(language, number(.withheld), number(.missing))
        : compared)
  }

  /// Of which days its deliveries tell, where not of all the twelve months.
  var toldInPart: Sentence? {
    provider.deliveries == nil
      ? nil
      : provider.toldInPart.map {
        Sentence(
          CardPhrases.toldInPart(
            language, language.long($0.lowerBound), language.long($0.upperBound)))
      }
  }

  /// How things stand in the comuni it serves, beside the whole territory.
  func territories() -> Section? {
    let reader = context.reader
    let indicators = ["richieste-per-1000", "copertura-bisogni", "tempo-attivazione.mediana"]
    let places = provider.served.compactMap { territory.comune($0) }.inOrder(of: \.name)
    let cuts = indicators.map { indicator in
      reader.slice(indicator, areas: [], among: places.map(\.key) + [.total], wanted: nil)
    }
    guard !places.isEmpty, cuts.contains(where: { $0 != nil }) else { return nil }
    func cells(_ key: TerritoryKey) -> [Cell] {
      zip(indicators, cuts).flatMap { indicator, cut -> [Cell] in
        let figure = cut.flatMap { reader.figure(indicator, key, $0) }
        return [reader.cell(figure), reader.interval(figure)]
      }
    }
    let heldBack = places.filter { place in
      let cells = cells(place.key)
      return cells.allSatisfy { $0.value == .none && ($0.mark ?? .confidential) == .confidential }
        && cells.contains { $0.mark == .confidential }
    }
    let told = places.filter { !heldBack.contains($0) }
    let pairs = told.flatMap { place in
      zip(indicators, cuts).compactMap { indicator, cut -> (figure: Figure, reference: Figure)? in
        guard let cut, let figure = reader.figure(indicator, place.key, cut),
          let whole = reader.figure(indicator, .total, cut)
        else { return nil }
        return (figure, whole)
      }
    }
    // Where no comune is told of, what the table has is the whole.
    let standing: Block =
      pairs.isEmpty
      ? .list(
        zip(indicators, cuts).compactMap { indicator, cut in
          cut.flatMap { reader.figure(indicator, .total, $0) }.map {
            reader.sentences.statement($0)
          }
        }) : .sentence(reader.sentences.standing(pairs))
    let table = Table(
      id: "ente-comuni", caption: words.territoriesCaption(language, provider.name),
      sheetName: words.territoriesTitle[language],
      columns: [Table.Column(ViewPhrases.comune[language], width: 30)]
        + zip(indicators, cuts).flatMap { indicator, cut -> [Table.Column] in
          let sample = cut.flatMap { reader.figure(indicator, .total, $0) }
          let name =
            [
              sample?.title(language) ?? reader.definition(indicator)?.name[language] ?? indicator,
              cut.map { language.name(of: $0.period) },
            ]
            .compactMap(\.self).joined(separator: ", ")
          return [
            Table.Column(name, .number),
            Table.Column(ViewPhrases.intervalOf(language, name), .interval),
          ]
        },
      rows: told.map { [.link($0.name, .page(ComunePage.path($0) + ".html"))] + cells($0.key) }
        + [[.text(ComunePhrases.wholeTerritory[language])] + cells(.total)])
    return Section(
      id: "comuni-serviti", title: words.territoriesTitle[language],
      blocks: [.sentence(Sentence(words.territoriesLead[language]))]
        + (undeclared().map { [.sentence($0)] } ?? []) + withheld(heldBack.map(\.name))
        + [standing, .table(table)])
  }

  /// A measure of other organisations, smallest first.
  struct Others {
    let values: [Double]
    /// They are of the same kind.
    let areAlike: Bool
  }

  /// Those of the same kind, or all where too few of them have a figure; nil where too few have it to be shown.
  func others(_ path: KeyPath<ProviderProfile, Double?>) -> Others? {
    let others = context.evidence.providers.filter {
      $0.fiscalCode != provider.fiscalCode && $0[keyPath: path] != nil
    }
    let alike = others.filter { $0.kind == provider.kind }
    let areAlike = alike.count >= ProviderCard.fewestOthers
    let chosen = areAlike ? alike : others
    guard chosen.count >= ProviderCard.fewestOthers else { return nil }
    return Others(values: chosen.compactMap { $0[keyPath: path] }.sorted(), areAlike: areAlike)
  }

  /// Fewer other organisations than these make no distribution.
  static let fewestOthers = 5

  func name(_ comune: ComuneCode) -> String? { territory.comune(comune)?.name }

  func service(_ code: String) -> String {
    let services = context.evidence.services
    let found =
      services.first { $0.code == code } ?? services.first { $0.code == String(code.prefix(1)) }
    return (found?.name ?? words.unknownService)[language]
  }
}

extension ProviderProfile {
  var deliveryCount: Double? { deliveries.map(Double.init) }
  /// Nil where its deliveries tell of only a part of the twelve months: less was told, not less done.
  var wholeDeliveries: Double? { toldInPart == nil ? deliveryCount : nil }
  var responseDays: Double? { medianResponseDays.map(Double.init) }
  fileprivate var referralsSent: Double? { referrals?.sent.map(Double.init) }
  fileprivate var referralsReceived: Double? { referrals?.received.map(Double.init) }
  fileprivate var servedCount: Double? { served.isEmpty ? nil : Double(served.count) }
  fileprivate var offerCount: Double? { Double(offers.count) }
}
