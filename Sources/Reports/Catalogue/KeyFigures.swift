import Indicators
import Warehouse

/// The few numbers that open a page, each with the sentence that keeps it honest.
struct KeyFigures {
  let reader: EvidenceReader

  /// In this order, proximity before use of the platform: whom we reach, how fast, who answers.
  static let indicators = [
    "copertura-popolazione", "copertura-bisogni", "tempo-attivazione.mediana", "richieste-per-1000",
    "copertura-offerta", "quota-assistita-pdp",
  ]

  init(_ reader: EvidenceReader) { self.reader = reader }

  /// Those that exist for the territory, for the first user area that has them; a withheld one is
  /// shown as such. A part of the territory is held against the whole.
  ///
  /// - Parameter earlier: the period each is also held against, with the data it comes from: what a page
  ///   that is printed alone must say of a number.
  func figures(
    _ territory: TerritoryKey, wanted: Period?, areas: [NamedCode] = [],
    since earlier: Period? = nil
  ) -> [KeyFigure] {
    chosen(territory, wanted, areas).map { keyFigure($0, of: areas, since: earlier) }
  }

  /// Those of them that are better, or worse, than across the whole territory, beyond the margin of error.
  func apart(
    _ verdict: Verdict, _ territory: TerritoryKey, wanted: Period?, areas: [NamedCode]
  ) -> [Figure] {
    chosen(territory, wanted, areas).filter { figure in
      whole(beside: figure).flatMap {
        Separation(figure.observation, from: $0.observation).verdict(figure.direction)
      } == verdict
    }
  }

  /// The same figure of the whole territory; nil for what is the whole, or has no value.
  private func whole(beside figure: Figure) -> Figure? {
    let one = figure.observation
    if one.value == nil || Scope.isWhole(one.territory, in: reader.evidence.territory) {
      return nil
    }
    return reader.figure(
      one.indicator, .total, one.period,
      Breakdown(dimension: one.dimension, modality: one.modality))
  }

  private func chosen(
    _ territory: TerritoryKey, _ wanted: Period?, _ areas: [NamedCode]
  ) -> [Figure] {
    Self.indicators.compactMap { indicator in
      // In how many comuni there is an offer says nothing of one comune.
      if territory.kind == .comune, indicator == "copertura-offerta" { return nil }
      let slice =
        reader.slice(indicator, areas: areas, among: [territory], wanted: wanted)
        // Nothing has a value here: what the others show tells which cut is withheld.
        ?? reader.period(for: indicator, wanted: wanted).map {
          Slice(breakdown: .total, label: nil, period: $0)
        }
      return slice.flatMap { reader.figure(indicator, territory, $0) }
    }
  }

  private func keyFigure(
    _ figure: Figure, of areas: [NamedCode], since earlier: Period?
  ) -> KeyFigure {
    let language = reader.language
    let observation = figure.observation
    var sentence = reader.sentences.statement(figure)
    var caption = reader.sentences.caption(figure)
    if let other = whole(beside: figure) {
      let comparison = reader.sentences.comparison(figure, with: other)
      sentence = sentence.followed(by: comparison)
      caption = caption.followed(by: comparison)
    }
    if let earlier, observation.value != nil {
      for more in [trend(figure, since: earlier), source(figure)].compactMap(\.self) {
        sentence = sentence.followed(by: more)
        caption = caption.followed(by: more)
      }
    }
    let unit = observation.value == nil ? "" : figure.suffix(language)
    return KeyFigure(
      label: label(of: figure, areas), cell: reader.cell(figure), unit: unit,
      sentence: sentence, caption: caption)
  }

  /// Its name and of whom it is. Among numbers of the theme one of everybody says so, where it might have
  /// been of the theme.
  func label(of figure: Figure, _ areas: [NamedCode]) -> String {
    let one = figure.observation
    let isOfAll =
      !areas.isEmpty
      && reader.has(one.indicator) { $0.dimension == Breakdown.userArea("").dimension }
    let whose =
      reader.sentences.slice(one).map(lowercasedFirst)
      ?? (isOfAll ? ViewPhrases.allAreas[reader.language] : nil)
    return figure.name[reader.language] + (whose.map { ", " + $0 } ?? "")
  }

  /// How it stood in an earlier period, and whether it moved beyond chance.
  private func trend(_ figure: Figure, since earlier: Period) -> Sentence? {
    let language = reader.language
    let one = figure.observation
    guard earlier != one.period,
      let before = reader.figure(
        one.indicator, one.territory, earlier,
        Breakdown(dimension: one.dimension, modality: one.modality)),
      let value = before.observation.value
    else { return nil }
    let when = language.during(earlier)
    let separation = Separation(one, from: before.observation)
    return Sentence(
      SentencePhrases.trend(
        language, uppercasedFirst(when), figure.said(value, language),
        SentencePhrases.since(separation, separation.verdict(figure.direction))[language]),
      [one.id, before.observation.id])
  }

  private func source(_ figure: Figure) -> Sentence? {
    let names = figure.definition.inputs.map { DatasetPhrases.name($0)[reader.language] }
    guard !names.isEmpty else { return nil }
    return Sentence(
      SentencePhrases.source(
        reader.language,
        names.enumerated().map { $0 == 0 ? $1 : lowercasedFirst($1) }.joined(separator: ", ")))
  }
}

extension KeyFigure {
  /// A number with what it means; one that is missing says why also where the words stand alone.
  init(
    label: String, cell: Cell, unit: String = "", caption: String, observations: [String] = [],
    _ language: Language
  ) {
    let value = CellText.text(of: cell, language)
    let mark = cell.mark.map { $0.meaning[language] + " " + $0.rawValue } ?? ""
    let said = value.isEmpty ? uppercasedFirst(mark) : value + (unit.isEmpty ? "" : " " + unit)
    self.init(
      label: label, cell: cell, unit: unit, sentence: Sentence(said + ". " + caption, observations),
      caption: Sentence(caption, observations))
  }
}
