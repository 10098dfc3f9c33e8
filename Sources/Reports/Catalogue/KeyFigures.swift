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
  func figures(
    _ territory: TerritoryKey, wanted: Period?, areas: [NamedCode] = []
  ) -> [KeyFigure] {
    let reference: TerritoryKey? =
      Scope.isWhole(territory, in: reader.evidence.territory) ? nil : .total
    return Self.indicators.compactMap { indicator in
      // In how many comuni there is an offer says nothing of one comune.
      if territory.kind == .comune, indicator == "copertura-offerta" { return nil }
      let slice =
        reader.slice(indicator, areas: areas, among: [territory], wanted: wanted)
        // Nothing has a value here: what the others show tells which cut is withheld.
        ?? reader.period(for: indicator, wanted: wanted).map {
          Slice(breakdown: .total, label: nil, period: $0)
        }
      return slice.flatMap { reader.figure(indicator, territory, $0) }.map {
        keyFigure($0, against: reference)
      }
    }
  }

  private func keyFigure(_ figure: Figure, against reference: TerritoryKey?) -> KeyFigure {
    let language = reader.language
    let observation = figure.observation
    var sentence = reader.sentences.statement(figure)
    var caption = reader.sentences.caption(figure)
    if let reference, observation.value != nil,
      let other = reader.figure(
        observation.indicator, reference, observation.period,
        Breakdown(dimension: observation.dimension, modality: observation.modality))
    {
      let comparison = reader.sentences.comparison(figure, with: other)
      sentence = sentence.followed(by: comparison)
      caption = caption.followed(by: comparison)
    }
    let slice = reader.sentences.slice(observation).map { ", " + lowercasedFirst($0) } ?? ""
    let unit = observation.value == nil ? "" : figure.suffix(language)
    return KeyFigure(
      label: figure.name[language] + slice, cell: reader.cell(figure), unit: unit,
      sentence: sentence, caption: caption)
  }
}
