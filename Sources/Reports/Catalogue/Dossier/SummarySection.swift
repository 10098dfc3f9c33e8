import Crypto
import Indicators
import Warehouse

/// A0–A1: what the table is about, at most six numbers, and what is not known.
enum SummarySection {
  static func section(_ dossier: Dossier) -> Section {
    let language = dossier.language
    let words = DossierPhrases.self
    let reader = dossier.reader
    func figures(_ territory: TerritoryKey) -> Block {
      .keyFigures(
        KeyFigures(reader).figures(
          territory, wanted: dossier.brief.period, areas: dossier.userAreas,
          since: dossier.brief.comparison))
    }
    let shown = dossier.scope.shown
    let card = Section(
      id: "scheda", title: words.cardTitle[language],
      blocks: [.sentence(cardSaid(dossier)), .table(card(dossier))])
    if shown.count == 1 {
      return Section(
        id: "in-sintesi", title: words.summaryTitle[language],
        blocks: borrowed(dossier) + [figures(shown[0])] + callouts(dossier), parts: [card])
    }
    let groups = shown.map { territory in
      Section(
        id: "sintesi-" + territory.code.lowercased(), title: reader.name(of: territory),
        blocks: [figures(territory)])
    }
    let caution = Section(
      id: "da-sapere", title: words.beforeReading[language], blocks: callouts(dossier))
    return Section(
      id: "in-sintesi", title: words.summaryTitle[language],
      parts: groups + (caution.blocks.isEmpty ? [] : [caution]) + [card])
  }

  /// Whose numbers the page shows, where they are not of the table's own comuni.
  private static func borrowed(_ dossier: Dossier) -> [Block] {
    guard dossier.scope.borrowsWhole else { return [] }
    let (language, words) = (dossier.language, DossierPhrases.self)
    return [
      .callout(
        Callout(
          kind: .caution, title: words.beforeReading[language],
          sentences: [Sentence(words.ofTheWhole(language, dossier.scope.shownName))]))
    ]
  }

  /// How the territories of the table stand to the whole, where chance is not enough to explain it: the
  /// rule of priorities looks inside them only.
  private static func standing(_ dossier: Dossier) -> [Sentence] {
    let (language, words) = (dossier.language, DossierPhrases.self)
    let reader = dossier.reader
    return dossier.scope.shown.flatMap { territory in
      [(Verdict.worse, words.worseThanWhole), (.better, words.betterThanWhole)]
        .compactMap { verdict, phrase in
          let figures = KeyFigures(reader).apart(
            verdict, territory, wanted: dossier.brief.period, areas: dossier.userAreas)
          if figures.isEmpty { return nil }
          let names = figures.map {
            lowercasedFirst(KeyFigures(reader).label(of: $0, dossier.userAreas))
          }
          return Sentence(
            phrase(language, reader.sentences.place(territory), names.joined(separator: "; ")),
            figures.map(\.observation.id))
        }
    }
  }

  private static func callouts(_ dossier: Dossier) -> [Block] {
    let language = dossier.language
    let words = DossierPhrases.self
    var blocks: [Block] = [
      .callout(
        Callout(
          kind: .information, title: words.emergesTitle[language],
          sentences: standing(dossier) + PrioritiesSection.headlines(dossier)))
    ]
    let unknown = unknowns(dossier)
    if !unknown.isEmpty {
      blocks.append(
        .callout(Callout(kind: .caution, title: words.unknownTitle[language], sentences: unknown)))
    }
    if !dossier.brief.questions.isEmpty {
      blocks.append(
        .callout(
          Callout(
            kind: .information, title: words.questionsTitle[language],
            sentences: dossier.brief.questions.map { Sentence($0[language]) })))
    }
    return blocks
  }

  /// What the reader must not take for known: indicators without data, withheld comuni, provisional
  /// territories.
  private static func unknowns(_ dossier: Dossier) -> [Sentence] {
    let language = dossier.language
    let words = DossierPhrases.self
    let reader = dossier.reader
    var sentences: [Sentence] = []
    let absent = KeyFigures.indicators.filter { reader.period(for: $0) == nil }
    // Withheld is not undelivered: the sections below say which of the two it is.
    func isKnown(_ slug: String) -> Bool { reader.has(slug) { $0.status != .notReceived } }
    for (phrase, slugs) in [
      (words.noData, absent.filter { !isKnown($0) }), (words.noFigure, absent.filter(isKnown)),
    ] {
      let names = slugs.compactMap { reader.definition($0)?.name[language] }
      if !names.isEmpty {
        sentences.append(
          Sentence(phrase(language, names.map(lowercasedFirst).joined(separator: ", "))))
      }
    }
    let coverage = "copertura-popolazione"
    if let slice = dossier.sliceForComuni(coverage) {
      let figures = dossier.scope.comuni.compactMap { reader.figure(coverage, $0.key, slice) }
      if let missing = reader.sentences.missing(figures), let name = figures.first?.name[language] {
        sentences.append(
          Sentence(
            words.missingByComune(language, name, language.name(of: slice.period))
              + lowercasedFirst(missing.text), missing.observations))
      }
      if slice.period != dossier.brief.period {
        sentences.append(
          Sentence(
            words.otherPeriod(
              language, language.name(of: dossier.brief.period),
              language.name(of: slice.period))))
      }
    }
    let provisional = dossier.context.evidence.territory.groups.filter { group in
      group.isProvisional
        && dossier.scope.comuni.contains { $0.ats == group.key.code }
    }
    if !provisional.isEmpty {
      sentences.append(
        Sentence(
          words.provisionalGroups(
            language, provisional.map { TerritoryNames.short($0) }.joined(separator: ", "))))
    }
    return sentences
  }

  /// Of the deliveries it rests on: two dossiers with the same one were made of the same files.
  private static func fingerprint(of sources: [SourceSummary]) -> String {
    let files = sources.map(\.sha256).sorted().joined(separator: "\n")
    return String(hexadecimal(SHA256.hash(data: Array(files.utf8))).prefix(16))
  }

  private static func cardSaid(_ dossier: Dossier) -> Sentence {
    let language = dossier.language
    let comuni = dossier.scope.comuni
    return Sentence(
      DossierPhrases.cardSaid(
        language, CountPhrases.comuni(language, comuni.count),
        CountPhrases.residents(language, comuni.reduce(0) { $0 + $1.residents }),
        language.long(dossier.context.evidence.asOf)))
  }

  private static func card(_ dossier: Dossier) -> Table {
    let language = dossier.language
    let words = DossierPhrases.self
    let brief = dossier.brief
    func row(_ label: Text, _ text: String) -> [Cell] { [.text(label[language]), .text(text)] }
    var rows: [[Cell]] = []
    rows.append(row(words.proceeding, brief.procedure))
    if !brief.administration[language].isEmpty {
      rows.append(row(words.administration, brief.administration[language]))
    }
    rows.append(row(words.legalBasis, brief.legalBasis))
    if !brief.activities.isEmpty {
      rows.append(row(words.activities, ActivityPhrases.list(brief.activities, language)))
    }
    rows.append(row(words.territory, dossier.scope.name))
    let comuni = dossier.scope.comuni
    rows.append([.text(words.comuniCount[language]), .integer(comuni.count)])
    rows.append(
      [.text(words.residentsCount[language]), .integer(comuni.reduce(0) { $0 + $1.residents })])
    if !brief.userAreas.isEmpty {
      rows.append(
        row(words.userAreas, dossier.userAreas.map { $0.name[language] }.joined(separator: "; ")))
    }
    if !brief.services.isEmpty {
      rows.append(
        row(words.services, dossier.services.map { $0.name[language] }.joined(separator: "; ")))
    }
    rows.append(row(words.period, language.name(of: brief.period)))
    if let comparison = brief.comparison {
      rows.append(row(words.comparison, language.name(of: comparison)))
    }
    let evidence = dossier.context.evidence
    rows.append([.text(words.asOf[language]), .day(evidence.asOf)])
    if let thresholds = evidence.thresholds {
      rows.append(
        row(
          words.thresholds,
          words.personsOrMore(
            language, language.integer(thresholds.threshold),
            language.integer(thresholds.sensitiveThreshold))))
    }
    rows.append(row(words.fingerprint, fingerprint(of: evidence.sources)))
    if !brief.participants.isEmpty {
      rows.append(row(words.participants, brief.participants.joined(separator: "; ")))
    }
    return Table(
      id: "scheda-tavolo", caption: words.cardCaption[language],
      sheetName: words.cardSheet[language],
      columns: [
        Table.Column(words.entry[language], width: 28),
        Table.Column(words.content[language], width: 70),
      ], rows: rows)
  }
}
