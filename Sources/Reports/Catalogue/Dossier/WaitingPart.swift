import Indicators
import Warehouse

/// D3: how long people wait, those still waiting included.
enum WaitingPart {
  static let indicators = ["tempo-primo-contatto", "tempo-decisione", "tempo-attivazione"]
  static let days = [30, 60, 90, 180]
  /// What may tell of a wait, in the order in which it is looked for.
  static let anchors = [".entro-90", ".mediana", ".entro-30", ".entro-60"]

  static func section(_ dossier: Dossier) -> Section {
    let language = dossier.language
    let words = DossierPhrases.self
    return Section(
      id: "tempi", title: words.waitingTitle[language],
      blocks: [.sentence(Sentence(words.waitingLead[language]))],
      parts: indicators.map { indicator in
        Section(
          id: indicator, title: dossier.reader.definition(indicator)?.name[language] ?? indicator,
          blocks: above(indicator, dossier) + byComune(indicator, dossier))
      } + [Section(id: "arretrato", title: words.backlogTitle[language], blocks: backlog(dossier))])
  }

  /// The groups of the table beside the whole territory: sentences, curves, figures.
  private static func above(_ indicator: String, _ dossier: Dossier) -> [Block] {
    let language = dossier.language
    let reader = dossier.reader
    guard let slice = anchors.lazy.compactMap({ dossier.sliceAbove(indicator + $0) }).first else {
      return [dossier.absent(indicator + anchors[0])]
    }
    let territories = (dossier.scope.shown + [.total]).uniqued()
    let title = heading(indicator, slice, reader)
    let table = figures(
      indicator, slice, territories.map { (reader.name(of: $0), $0) },
      DossierPhrases.waitingCaption(language, title), ViewPhrases.territory,
      id: indicator + "-ambiti", sheet: reader.definition(indicator)?.name[language] ?? indicator,
      reader)
    let medians = territories.compactMap { reader.figure(indicator + ".mediana", $0, slice) }
    let told = [90, 60, 30].map { indicator + ".entro-\($0)" }
    let share = told.first { part in
      territories.contains { reader.figure(part, $0, slice)?.observation.value != nil }
    }
    let shares = territories.compactMap { reader.figure(share ?? told[0], $0, slice) }
    let sentences = zip(medians, shares).map { reader.sentences.statement([$0, $1]) }
    let curves = territories.prefix(4).compactMap { curve(indicator, $0, slice, reader) }
    let start = dossier.onlyTotal(slice) + [.list(sentences)]
    if curves.isEmpty { return start + [.table(table)] }
    let chart = Chart(
      id: "g-" + indicator, title: title,
      description: shares.map { reader.sentences.statement($0).text }.joined(separator: " "),
      kind: .curve(
        Chart.Scale(label: DossierPhrases.shareServed[language], style: .percent(0)), curves,
        horizon: 180),
      // The shares within each day: nothing is drawn between two.
      native: Chart.Native(kind: .column, categories: 0, values: Array(4..<(4 + days.count))))
    return start + [.charts([chart], table)]
  }

  /// The comuni, where waiting times are published without breakdowns.
  private static func byComune(_ indicator: String, _ dossier: Dossier) -> [Block] {
    guard !dossier.scope.isAlone,
      let slice = anchors.lazy.compactMap({ dossier.sliceForComuni(indicator + $0) }).first
    else { return [] }
    let title = heading(indicator, slice, dossier.reader)
    let name = dossier.reader.definition(indicator)?.name[dossier.language] ?? indicator
    var table = figures(
      indicator, slice, dossier.scope.comuni.map { ($0.name, $0.key) },
      DossierPhrases.waitingComuniCaption(dossier.language, title), ViewPhrases.comune,
      id: indicator + "-comuni", sheet: DossierPhrases.sheetByComune(dossier.language, name),
      dossier.reader)
    table.isInWorkbookOnly = dossier.scope.isWide
    return dossier.onlyTotal(slice) + standing(indicator + ".mediana", slice, dossier) + [
      .table(table)
    ]
  }

  /// Who waits longer, or that chance is enough to explain it.
  private static func standing(
    _ indicator: String, _ slice: Slice, _ dossier: Dossier
  ) -> [Block] {
    let reader = dossier.reader
    guard let reference = reader.figure(indicator, dossier.scope.reference, slice) else {
      return []
    }
    let figures = dossier.scope.comuni.compactMap { reader.figure(indicator, $0.key, slice) }
    return [
      .sentence(reader.sentences.statement(reference)),
      .sentence(reader.sentences.spread(figures, around: reference)),
    ]
  }

  static func figures(
    _ indicator: String, _ slice: Slice, _ territories: [(String, TerritoryKey)],
    _ caption: String, _ kind: Text, id: String, sheet: String, _ reader: EvidenceReader
  ) -> Table {
    let language = reader.language
    let words = DossierPhrases.self
    let mean = reader.restrictedMean(of: indicator)
    let parts =
      [".mediana", ".p90"] + days.map { ".entro-\($0)" } + (mean.map { [".media-\($0)"] } ?? [])
    var table = Table(
      id: id, caption: caption, sheetName: sheet,
      columns: [
        Table.Column(kind[language], width: 28),
        Table.Column(words.median[language], .number),
        Table.Column(words.medianInterval[language], .interval),
        Table.Column(words.ninetieth[language], .number),
      ] + days.map { Table.Column(words.within(language, "\($0)"), .number) }
        + (mean.map { [Table.Column(words.mean(language, "\($0)"), .number)] } ?? []),
      rows: territories.map { name, key in
        let figures = parts.map { reader.figure(indicator + $0, key, slice) }
        return [.text(name), reader.cell(figures[0]), reader.interval(figures[0])]
          + figures.dropFirst().map { reader.cell($0) }
      },
      notes: [words.waitingNote[language]]
        + (mean.map { [words.meanNote(language, "\($0)")] } ?? []),
      isSortable: true)
    let hasOpen = table.rows.joined().contains {
      if case .interval(_, let upper, _) = $0.value { !upper.isFinite } else { false }
    }
    if hasOpen { table.notes.append(words.openNote[language]) }
    return table
  }

  static func curve(
    _ indicator: String, _ territory: TerritoryKey, _ slice: Slice, _ reader: EvidenceReader
  ) -> Chart.Curve? {
    let steps = days.compactMap { day -> Chart.Curve.Step? in
      guard
        let one = reader.figure(indicator + ".entro-\(day)", territory, slice)?.observation,
        let value = one.value
      else { return nil }
      return Chart.Curve.Step(
        day: Double(day), share: value, lower: one.lower, upper: one.upper)
    }
    let name =
      territory == .total
      ? ComunePhrases.wholeTerritory[reader.language] : reader.name(of: territory)
    let subjects = days.lazy.compactMap {
      reader.figure(indicator + ".entro-\($0)", territory, slice)?.observation.denominator
    }.first
    return steps.isEmpty
      ? nil : Chart.Curve(name: name, steps: steps, subjects: subjects.map { Int($0) })
  }

  /// Requests still open, by how long they have been.
  private static func backlog(_ dossier: Dossier) -> [Block] {
    let indicator = "arretrato"
    guard let slice = dossier.sliceAbove(indicator) else {
      return [dossier.absent(indicator)]
    }
    let statements = dossier.scope.shown.compactMap {
      dossier.reader.figure(indicator, $0, slice).map(dossier.reader.sentences.statement)
    }
    let ages = ["0-30", "31-90", "91-180", ">180"].map { age in
      NamedCode(code: age, name: ModalityPhrases.name("anzianita", age)!)
    }
    return dossier.onlyTotal(slice) + statements.map(Block.sentence)
      + dossier.ofAllAreas(
        dossier.byModality(
          indicator, dimension: "anzianita", codes: ages,
          name: DossierPhrases.age[dossier.language],
          sheet: DossierPhrases.backlogTitle[dossier.language]))
  }

  static func heading(_ indicator: String, _ slice: Slice, _ reader: EvidenceReader) -> String {
    [
      reader.definition(indicator)?.name[reader.language] ?? indicator, slice.label,
      reader.language.name(of: slice.period),
    ].compactMap(\.self).joined(separator: ", ")
  }
}

extension Array where Element: Hashable {
  /// The first of each, in order.
  func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
