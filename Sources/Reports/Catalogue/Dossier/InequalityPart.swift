import Indicators
import Warehouse

/// D2: how unequal coverage is, and how much of it lies between groups rather than inside them.
enum InequalityPart {
  static let indicator = "theil-copertura"

  static func blocks(_ dossier: Dossier) -> [Block] {
    let language = dossier.language
    let words = DossierPhrases.self
    let reader = dossier.reader
    guard let period = reader.period(for: indicator, wanted: dossier.brief.period),
      let whole = reader.figure(indicator, .total, period)
    else { return [dossier.views.absent(indicator)] }
    let parts = reader.indicators.filter { $0.hasPrefix(indicator + ".") }.compactMap {
      reader.figure($0, .total, period)
    }
    let rows = [whole] + parts
    let table = Table(
      id: "theil", caption: words.inequalityCaption(language, language.name(of: period)),
      sheetName: words.sheetInequality[language],
      columns: [
        Table.Column(ViewPhrases.indicator[language], width: 60),
        Table.Column(words.theilValue[language], .number),
      ],
      rows: rows.map { figure in
        [IndicatorViews.name(figure, figure.name[language]), reader.cell(figure)]
      },
      notes: [whole.definition.caveats[language]].filter { !$0.isEmpty })
    return [
      .sentence(Sentence(words.inequalityLead[language])),
      .sentence(reader.sentences.statement(whole)),
    ]
      + parts.compactMap { share($0, of: whole, reader) }.map(Block.sentence) + [.table(table)]
  }

  /// How much of the whole lies between the groups.
  private static func share(_ part: Figure, of whole: Figure, _ reader: EvidenceReader) -> Sentence?
  {
    guard case .betweenGroups = FigurePart(slug: part.observation.indicator),
      let groups = reader.groups(of: part), let value = part.observation.value,
      let total = whole.observation.value, total > 0
    else { return nil }
    return Sentence(
      DossierPhrases.betweenShare(
        reader.language, reader.language.percent(value / total), groups),
      [part.observation.id, whole.observation.id])
  }
}
