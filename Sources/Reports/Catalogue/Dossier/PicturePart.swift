import Indicators
import Warehouse

/// Where the gaps are, seen whole: every comune and indicator at a glance, the comuni inside the limits
/// of chance, what changed since the comparison period.
enum PicturePart {
  static let indicators = [
    "copertura-popolazione", "copertura-bisogni", "richieste-per-1000", "posti-per-100",
    "tempo-attivazione.mediana", "tempo-attivazione.entro-90",
  ]

  /// A heat table: shades help the eye, numbers say it.
  static func overview(_ dossier: Dossier) -> [Block] {
    let words = PicturePhrases.self
    let language = dossier.language
    // District and class are in the table of the territory.
    let comuni = ComuniTable(
      context: dossier.context, indicators: indicators, wanted: dossier.brief.period,
      showsPlaces: false)
    let (whole, silence) = comuni.table(
      dossier.scope, id: "quadro-comuni",
      caption: words.overviewCaption(language, dossier.scope.name))
    var table = whole
    table.sheetName = words.overviewTitle[language]
    table.isShaded = true
    table.notes = [words.shades[language]]
    // Residents are in the table of the territory.
    guard table.columns.count(where: { $0.kind == .number }) > 1 else { return silence }
    return [.sentence(Sentence(words.overviewLead[language]))] + comuni.said(dossier.scope)
      + [.table(table)] + silence
  }

  static func funnel(_ dossier: Dossier) -> [Block] {
    let indicator = "copertura-popolazione"
    let language = dossier.language
    let words = PicturePhrases.self
    guard let slice = dossier.sliceForComuni(indicator),
      let reference = dossier.reader.figure(indicator, dossier.scope.reference, slice),
      let center = reference.observation.value, center > 0, center < 1
    else { return [dossier.absent(indicator)] }
    let figures = dossier.scope.comuni.compactMap { comune in
      dossier.reader.figure(indicator, comune.key, slice).map { (comune, $0) }
    }
    let points = figures.compactMap { comune, figure -> Chart.FunnelPoint? in
      guard figure.observation.value != nil, let size = figure.observation.denominator, size >= 1
      else { return nil }
      let side = Separation(figure.observation, from: reference.observation)
      return Chart.FunnelPoint(
        item: dossier.reader.item(comune.name, figure), size: size,
        isDistinct: side == .above || side == .below)
    }
    guard points.count > 2 else { return [] }
    let title = [reference.name[language], slice.label, language.name(of: slice.period)]
      .compactMap(\.self).joined(separator: ", ")
    let outside = points.filter { point in
      guard let value = point.item.value, let limit = limits(center, point.size)
      else { return false }
      return value < limit.lower || value > limit.upper
    }
    let sentence = Sentence(
      words.funnel(
        language, language.integer(points.count), language.integer(outside.count)),
      figures.map(\.1.observation.id))
    let table = Table(
      id: "imbuto-comuni", caption: words.funnelCaption(language, title),
      sheetName: words.funnelTitle[language],
      columns: [Table.Column(ViewPhrases.comune[language], width: 26)]
        + dossier.views.valueColumns(reference)
        + [Table.Column(uppercasedFirst(ChartPhrases.limits998[language]), .interval)],
      rows: figures.map { comune, figure in
        [.text(comune.name)] + dossier.views.cells(figure) + [limits(center, figure)]
      }, isSortable: true)
    let place = dossier.reader.name(of: dossier.scope.reference)
    let chart = Chart(
      id: "g-imbuto", title: words.funnelCaption(language, title), description: sentence.text,
      kind: .funnel(
        Chart.Scale(label: reference.title(language), style: reference.style), points,
        center: Chart.Reference(
          label: place + " " + reference.style.text(center, language), value: center),
        sizeLabel: words.sizeLabel[language]),
      native: Chart.Native(kind: .scatter, categories: 4, values: [1, 5]))
    return [
      .sentence(Sentence(words.funnelLead[language])), .sentence(sentence),
      .charts([chart], table),
    ]
  }

  private static func limits(_ center: Double, _ size: Double) -> ConfidenceInterval? {
    FunnelLimits.exact(proportion: center, trials: Int(size.rounded()), level: 0.998)
  }

  /// Between what chance alone draws for a comune of its size.
  private static func limits(_ center: Double, _ figure: Figure) -> Cell {
    guard figure.observation.value != nil, let size = figure.observation.denominator, size >= 1,
      let limit = limits(center, size)
    else { return Cell(.none) }
    return Cell(.interval(limit.lower, limit.upper, figure.style.telling(limit.lower, limit.upper)))
  }

  /// The comuni that have both periods, before and after.
  static func changes(_ dossier: Dossier) -> [Block] {
    let indicator = "richieste-per-1000"
    let language = dossier.language
    let words = PicturePhrases.self
    guard let comparison = dossier.brief.comparison, let slice = dossier.sliceForComuni(indicator)
    else { return [] }
    var before = slice
    before.period = comparison
    let rows = dossier.scope.comuni.compactMap { comune -> (String, Figure, Figure)? in
      guard let a = dossier.reader.figure(indicator, comune.key, before),
        let b = dossier.reader.figure(indicator, comune.key, slice), a.observation.value != nil,
        b.observation.value != nil
      else { return nil }
      return (comune.name, a, b)
    }
    guard let sample = rows.first?.2, slice.period != comparison else { return [] }
    if let reason = rows.compactMap({ $0.2.observation.unlikeness(to: $0.1.observation) }).first {
      return [
        .sentence(
          Sentence(
            SentencePhrases.unlike(
              language, language.name(of: comparison), reason.said[language])))
      ]
    }
    let names = [before.period, slice.period].map { language.name(of: $0) }
    let apart = rows.filter {
      switch Separation($0.2.observation, from: $0.1.observation) {
      case .above, .below: true
      case .indistinct, .unjudged, .unlike, .unknown: false
      }
    }
    let sentence = Sentence(
      words.change(
        language, language.integer(rows.count), language.integer(apart.count),
        language.integer(rows.count - apart.count))
        + (apart.isEmpty
          ? "" : " " + words.changed(language, apart.map(\.0).joined(separator: ", "))),
      rows.flatMap { [$0.1.observation.id, $0.2.observation.id] })
    let title = [sample.name[language], slice.label].compactMap(\.self).joined(separator: ", ")
    var table = Table(
      id: "cambiamenti-comuni", caption: words.changeCaption(language, title, names[0], names[1]),
      sheetName: words.changeTitle[language],
      columns: [
        Table.Column(ViewPhrases.comune[language], width: 26), Table.Column(names[0], .number),
        Table.Column(ViewPhrases.intervalOf(language, names[0]), .interval),
        Table.Column(names[1], .number),
        Table.Column(ViewPhrases.intervalOf(language, names[1]), .interval),
        Table.Column(words.changeOf[language], width: 30),
      ],
      rows: rows.map { name, a, b in
        [
          .text(name), dossier.reader.cell(a), dossier.reader.interval(a), dossier.reader.cell(b),
          dossier.reader.interval(b), .text(dossier.views.standing(b, a)),
        ]
      }, isSortable: true)
    let chart = Chart(
      id: "g-cambiamenti", title: words.changeCaption(language, title, names[0], names[1]),
      description: sentence.text,
      kind: .pairs(
        Chart.Scale(label: sample.title(language), style: sample.style),
        rows.map {
          Chart.Pair(
            label: $0.0, first: dossier.reader.item($0.0, $0.1),
            second: dossier.reader.item($0.0, $0.2))
        }, first: names[0], second: names[1]),
      native: Chart.Native(kind: .bar, categories: 0, values: [1, 3]))
    table.isInWorkbookOnly = dossier.scope.isWide
    return dossier.onlyTotal(slice) + [
      .sentence(sentence), dossier.scope.isWide ? .table(table) : .charts([chart], table),
    ]
  }
}

/// The words of the pictures of the whole.
enum PicturePhrases {
  static let overviewTitle = Text(it: "Quadro d'insieme", en: "Overview")
  static let overviewLead = Text(
    it: "Tutti i comuni e gli indicatori principali. Il fondo più scuro segna i valori più alti "
      + "della colonna, che non vuol dire migliori; con valori così vicini l'ordine può essere "
      + "dovuto al caso. Il nome di un comune porta alla sua pagina, dove un grafico lo mette fra tutti gli "
      + "altri e fra quelli simili.",
    en:
      "All municipalities and the main indicators. A darker background marks the higher values of "
      + "the column, which does not mean better; with values so close chance can make the order. The "
      + "name of a municipality leads to its page, where a chart places it among all others and among "
      + "those alike.")
  static let overviewCaption = Text(
    it: "{0}: i comuni e gli indicatori principali",
    en: "{0}: municipalities and main indicators")
  static let shades = Text(
    it: "Cinque fondi, dal più chiaro al più scuro, con circa altrettanti comuni ciascuno; nessuno "
      + "dove i valori sono tutti uguali.",
    en: "Five backgrounds, light to dark, with about as many municipalities each; none where "
      + "all values are equal.")
  static let funnelTitle = Text(it: "Che cosa spiega il caso", en: "What chance explains")
  static let funnelLead = Text(
    it: "Nei comuni piccoli bastano poche persone a far salire o scendere il valore. Il grafico a "
      + "imbuto mette ogni comune secondo i suoi residenti: dentro le linee, il caso basta a spiegare "
      + "la distanza dal valore comune.",
    en: "In small municipalities a few people make the value go up or down. The funnel plot places "
      + "each municipality by its residents: inside the lines chance is enough to explain the "
      + "distance from the common value.")
  static let funnel = Text(
    it:
      "Comuni con un valore pubblicato: {0}. Fuori dai limiti al 99,8\u{A0}%: {1}; se ci fosse solo "
      + "il caso se ne attenderebbero due su mille.",
    en:
      "Municipalities with a published value: {0}. Outside the 99.8% limits: {1}; with chance alone "
      + "two in a thousand would be expected.")
  static let funnelCaption = Text(
    it: "{0}: comuni e limiti del caso", en: "{0}: municipalities and limits of chance")
  static let sizeLabel = Text(
    it: "persone su cui si misura (scala logaritmica)",
    en: "people it is measured on (logarithmic scale)")
  static let changeTitle = Text(it: "Che cosa è cambiato", en: "What changed")
  static let change = Text(
    it:
      "Comuni con un valore in entrambi i periodi: {0}. Cambiamenti oltre il margine d'errore: {1}; "
      + "non distinguibili dal caso: {2}.",
    en:
      "Municipalities with a value in both periods: {0}. Changes beyond the margin of error: {1}; "
      + "not distinguishable from chance: {2}.")
  static let changed = Text(it: "È cambiato: {0}.", en: "Changed: {0}.")
  static let changeCaption = Text(
    it: "{0}: {1} e {2}, per comune", en: "{0}: {1} and {2}, by municipality")
  static let changeOf = Text(it: "Rispetto a prima", en: "Against before")
}
