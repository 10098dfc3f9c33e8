import Indicators
import Warehouse

/// D: how many are reached, how long they wait, where the distance is.
enum GapsSection {
  static func section(_ dossier: Dossier) -> Section {
    let language = dossier.language
    let words = DossierPhrases.self
    return Section(
      id: "divari", title: words.gapsTitle[language],
      blocks: [.sentence(Sentence(words.gapsLead[language]))],
      parts: [
        part(
          "quadro", PicturePhrases.overviewTitle,
          dossier.scope.comuni.count < 2 ? [] : PicturePart.overview(dossier), language),
        Section(
          id: "copertura", title: words.coverageTitle[language],
          blocks: dossier.byComune(
            "copertura-popolazione", withMap: true, sheet: words.sheetCoverage[language])),
        Section(
          id: "soddisfazione", title: words.metTitle[language],
          blocks: dossier.byComune(
            "copertura-bisogni", withMap: true, sheet: words.sheetMet[language])),
        part(
          "confronto", SpinePhrases.each, dossier.scope.isAlone ? [] : SpinesPart.blocks(dossier),
          language),
        part("imbuto", PicturePhrases.funnelTitle, PicturePart.funnel(dossier), language),
        part("cambiamenti", PicturePhrases.changeTitle, PicturePart.changes(dossier), language),
        WaitingPart.section(dossier), dossier.declared(.waiting),
        part(
          "distanze", words.distanceTitle, dossier.scope.isAlone ? [] : distances(dossier), language
        ),
        part(
          "disuguaglianza", words.inequalityTitle,
          dossier.scope.isAlone ? [] : InequalityPart.blocks(dossier), language),
        LevelsPart.section(dossier), dossier.declared(.gaps),
      ].compactMap(\.self))
  }

  private static func part(
    _ id: String, _ title: Text, _ blocks: [Block], _ language: Language
  ) -> Section? {
    blocks.isEmpty ? nil : Section(id: id, title: title[language], blocks: blocks)
  }

  /// The gap of each comune from the common mean, around zero.
  private static func distances(_ dossier: Dossier) -> [Block] {
    let language = dossier.language
    let reader = dossier.reader
    let views = dossier.views
    let indicator = "divario-copertura"
    guard let slice = dossier.sliceForComuni(indicator) else { return [dossier.absent(indicator)] }
    let rows = dossier.scope.comuni.map { ($0, reader.figure(indicator, $0.key, slice)) }
    guard let sample = rows.compactMap(\.1).first else { return [dossier.absent(indicator)] }
    let title = [sample.name[language], slice.label, language.name(of: slice.period)]
      .compactMap(\.self).joined(separator: ", ")
    let table = Table(
      id: "divario-comuni", caption: ViewPhrases.byComuneCaption(language, title),
      sheetName: DossierPhrases.sheetGap[language],
      columns: [Table.Column(ViewPhrases.comune[language], width: 26)]
        + views.valueColumns(sample).prefix(2)
        + [Table.Column(DossierPhrases.fromMean[language], width: 30)],
      rows: rows.map { comune, figure in
        let standing = figure.map { Separation($0.observation, fromFixed: 0) } ?? .unknown
        return [.text(comune.name)] + views.cells(figure).prefix(2)
          + [.text(ViewPhrases.standing(standing)[language])]
      },
      notes: [sample.definition.caveats[language]].filter { !$0.isEmpty }, isSortable: true)
    let plotted = views.plotted(rows, title)
    let said = reader.sentences.spread(ofDistances: rows.compactMap(\.1))
    let chart = Chart(
      id: "g-divario", title: plotted.title, description: said.text,
      kind: .gaps(
        Chart.Scale(label: sample.unit.label[language], style: sample.style),
        plotted.items, origin: 0),
      native: Chart.Native(kind: .bar, categories: 0, values: [1]))
    return dossier.onlyTotal(slice)
      + [
        .sentence(Sentence(DossierPhrases.distanceLead[language])),
        .sentence(said),
        dossier.scope.isWide ? .table(table) : .charts([chart], table),
      ]
  }
}
