import Indicators
import Warehouse

/// What the workbook of a dossier holds beside the tables of its page: every figure in one long table,
/// ready for pivots, and the main ones in the layout of the planning document of a municipality (DUP).
enum DossierWorkbook {
  static func section(_ dossier: Dossier, beside sections: [Section]) -> Section {
    Section(
      id: "per-lavorare", title: WorkbookPhrases.title[dossier.language],
      blocks: [.table(tidy(dossier, sections))] + planning(dossier))
  }

  /// Every observation the tables of the dossier show, once, in the order of its id.
  private static func tidy(_ dossier: Dossier, _ sections: [Section]) -> Table {
    let language = dossier.language
    let words = WorkbookPhrases.self
    let reader = dossier.reader
    let ids = Set(
      sections.flatMap(\.allTables).flatMap { $0.table.rows.joined() }.compactMap(\.observation))
    let figures = ids.sorted().compactMap { id in
      dossier.context.evidence.observation(id).flatMap(reader.figure)
    }
    return Table(
      id: "dati-lunghi", caption: words.tidyCaption[language], sheetName: words.tidySheet[language],
      columns: [
        Table.Column(words.slug[language], width: 30),
        Table.Column(ViewPhrases.indicator[language], width: 40),
        Table.Column(ViewPhrases.unit[language]), Table.Column(words.kind[language]),
        Table.Column(ViewPhrases.territory[language], width: 26),
        Table.Column(ViewPhrases.period[language]), Table.Column(words.dimension[language]),
        Table.Column(words.modality[language], width: 26),
        Table.Column(ViewPhrases.value[language], .number),
        Table.Column(ViewPhrases.interval[language], .interval),
        Table.Column(ViewPhrases.numerator[language], .number),
        Table.Column(ViewPhrases.denominator[language], .number),
      ],
      rows: figures.map { figure in
        let one = figure.observation
        return [
          .text(one.indicator), .text(figure.name[language]), .text(figure.unit.label[language]),
          .text(one.territory.kind.rawValue), .text(reader.name(of: one.territory)),
          .text("\(one.period)"), .text(one.dimension),
          .text(reader.sentences.slice(one) ?? one.modality), reader.cell(figure),
          reader.interval(figure), reader.count(one.numerator, of: figure),
          reader.count(one.denominator, of: figure),
        ]
      })
  }

  /// Mission 12 of the harmonised budgets (D.Lgs. 118/2011, annex 14), one row per indicator, with room
  /// for what the table decides.
  private static func planning(_ dossier: Dossier) -> [Block] {
    let language = dossier.language
    let words = WorkbookPhrases.self
    let programme = budgetProgramme(dossier.brief.userAreas.first)
    let decide = Cell(.none, mark: .notReceived, word: DossierPhrases.toCollect[language])
    let figures = KeyFigures.indicators.flatMap { indicator in
      dossier.scope.shown.compactMap { territory in
        dossier.sliceAbove(indicator).flatMap { dossier.reader.figure(indicator, territory, $0) }
      }
    }
    let rows = figures.map { figure -> [Cell] in
      let one = figure.observation
      return [
        .text("12"), .text(programme.code), .text(programme.name[language]),
        .text(dossier.reader.name(of: one.territory)), .text(figure.name[language]),
        .text(figure.unit.label[language]), .text(language.name(of: one.period)),
        dossier.reader.cell(figure), decide, decide, decide,
      ]
    }
    let table = Table(
      id: "dup", caption: words.planningCaption[language], sheetName: words.planningSheet[language],
      columns: [
        Table.Column(words.mission[language]), Table.Column(words.programme[language]),
        Table.Column(words.programmeName[language], width: 40),
        Table.Column(ViewPhrases.territory[language], width: 24),
        Table.Column(ViewPhrases.indicator[language], width: 40),
        Table.Column(ViewPhrases.unit[language]), Table.Column(words.baselinePeriod[language]),
        Table.Column(words.baseline[language], .number),
        Table.Column(words.targetOfYear(language, "1"), width: 24),
        Table.Column(words.targetOfYear(language, "2"), width: 24),
        Table.Column(words.targetOfYear(language, "3"), width: 24),
      ], rows: rows, notes: [words.planningNote[language]])
    return [.sentence(dossier.reader.sentences.tally(figures)), .table(table)]
  }

  /// Programmes of mission 12 by user area.
  static func budgetProgramme(_ userArea: String?) -> (code: String, name: Text) {
    switch userArea {
    case "FAM":
      (
        "12.01",
        Text(
          it: "Interventi per l'infanzia e i minori e per asili nido",
          en: "Measures for children, minors and nurseries")
      )
    case "DIS":
      ("12.02", Text(it: "Interventi per la disabilità", en: "Measures for disability"))
    case "ANZ", "ANN":
      ("12.03", Text(it: "Interventi per gli anziani", en: "Measures for older people"))
    case "DIP", "IMM", "POV":
      (
        "12.04",
        Text(
          it: "Interventi per soggetti a rischio di esclusione sociale",
          en: "Measures for people at risk of social exclusion")
      )
    default:
      (
        "12.07",
        Text(
          it: "Programmazione e governo della rete dei servizi sociosanitari e sociali",
          en: "Planning and governance of the network of health and social services")
      )
    }
  }
}

/// The words of the sheets to work on.
enum WorkbookPhrases {
  static let title = Text(it: "Per lavorarci", en: "To work on")
  static let tidyCaption = Text(
    it: "Tutti i numeri del fascicolo in una tabella lunga, pronta per le tabelle pivot",
    en: "All the numbers of the dossier in one long table, ready for pivot tables")
  static let tidySheet = Text(it: "Dati lunghi", en: "Long data")
  static let slug = Text(it: "Codice dell'indicatore", en: "Indicator code")
  static let kind = Text(it: "Tipo di territorio", en: "Kind of territory")
  static let dimension = Text(it: "Dimensione", en: "Dimension")
  static let modality = Text(it: "Modalità", en: "Modality")
  static let planningCaption = Text(
    it: "Indicatori nello schema del Documento unico di programmazione (DUP), missione 12",
    en: "Indicators in the layout of the municipal planning document (DUP), mission 12")
  static let planningSheet = Text(it: "Schema DUP", en: "DUP layout")
  static let mission = Text(it: "Missione", en: "Mission")
  static let programme = Text(it: "Programma", en: "Programme")
  static let programmeName = Text(
    it: "Denominazione del programma", en: "Name of the programme")
  static let baselinePeriod = Text(it: "Periodo di partenza", en: "Baseline period")
  static let baseline = Text(it: "Valore di partenza", en: "Baseline")
  static let targetOfYear = Text(
    it: "Valore atteso, anno {0}", en: "Expected value, year {0}")
  static let planningNote = Text(
    it: "Missione e programmi dell'allegato 14 al D.Lgs. 118/2011. I valori attesi li decide "
      + "l'amministrazione.",
    en: "Mission and programmes of annex 14 to D.Lgs. 118/2011. Expected values are for the "
      + "administration to decide.")
}
