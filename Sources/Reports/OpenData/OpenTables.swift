import Indicators
import Warehouse

/// The list of the tables an edition opens, in reading order.
enum OpenTables {
  static func all(_ evidence: Evidence) -> [OpenTable] {
    [
      observations(evidence), indicators(evidence), parts(evidence), estimates(evidence),
      territories(evidence), codes(evidence), money(evidence), targets(evidence),
    ] + OpenRegisters.all(evidence) + [sources(evidence)]
  }

  private static func observations(_ evidence: Evidence) -> OpenTable {
    OpenTable(
      "osservazioni", title: Text(it: "Osservazioni", en: "Observations"),
      columns: [
        .init("indicatore", it: "Nome dell'indicatore per i programmi", en: "Indicator slug"),
        .init(
          "territorio_tipo", it: "Tipo di territorio", en: "Kind of territory",
          values: TerritoryKey.Kind.allCases.map(\.rawValue)),
        .init(
          "territorio",
          it:
            "Codice del territorio; ISTAT di sei cifre per i comuni. Di un ambito, `codici.csv` dice "
            + "se la composizione è provvisoria",
          en: "Code of the territory; six-digit ISTAT code for municipalities. Of a district, "
            + "`codici.csv` says whether its composition is provisional"),
        .init(
          "periodo", it: "Anno 2026, semestre 2026-S1, trimestre 2026-T1 o mese 2026-01",
          en: "Year 2026, half-year 2026-S1, quarter 2026-T1 or month 2026-01"),
        .init("dimensione", it: "Dimensione della suddivisione", en: "Dimension of the breakdown"),
        .init(
          "modalita",
          it:
            "Modalità della dimensione: i codici sono in `codici.csv`; fasce d'età e di giorni, CUP, "
            + "codici ISTAT, id di progetti, punti, decisioni e fonti sono quelli delle altre tabelle",
          en:
            "Modality of the dimension: codes are in `codici.csv`; bands of age and of days, CUP, "
            + "ISTAT codes, ids of projects, points, decisions and sources are those of other tables"
        ),
        .init("valore", .number, it: "Valore, nell'unità dell'indicatore", en: "Value"),
        .init("ic_inf", .number, it: "Estremo inferiore al 95 %", en: "Lower end, 95%"),
        .init("ic_sup", .number, it: "Estremo superiore al 95 %", en: "Upper end, 95%"),
        .init("numeratore", .number, it: "Casi contati", en: "Cases counted"),
        .init("denominatore", .number, it: "Base del calcolo", en: "Base of the computation"),
        .init(
          "stato", it: "Stato del valore; soppresso e non pervenuto non sono zero",
          en: "State of the value; suppressed and not received are not zero",
          values: Observation.Status.allCases.map(\.rawValue)),
        .init("id", it: "Identificativo stabile del numero", en: "Stable id of the number"),
      ], key: ["id"], bytes: ObservationsCSV.bytes(evidence.observations))
  }

  /// A file beside the observations, whose columns the exchange contract fixes.
  private static func parts(_ evidence: Evidence) -> OpenTable {
    OpenTable(
      "osservazioni_in_parte",
      title: Text(
        it: "Osservazioni di periodi raccontati solo in parte",
        en: "Observations of periods told of only in part"),
      columns: [
        .init(
          "id",
          it:
            "Id di un'osservazione: del suo periodo le consegne raccontano solo una parte, e il numero "
            + "non si confronta con quello di un periodo intero",
          en:
            "Id of an observation: deliveries tell only part of its period, and the number is not to be "
            + "compared with that of a whole one")
      ], key: ["id"],
      rows: toldInPart(evidence.observations).map { [$0] })
  }

  /// Ids of the numbers whose period is told of only in part, sorted.
  static func toldInPart(_ observations: [Observation]) -> [String] {
    observations.filter { $0.isToldInPart && $0.value != nil && $0.status != .suppressed }
      .map(\.id).sorted()
  }

  /// Estimates are no observations: they have a file of their own.
  private static func estimates(_ evidence: Evidence) -> OpenTable {
    OpenTable(
      "richieste_stime",
      title: Text(
        it: "Richieste pervenute e stima del totale, dove manca una consegna",
        en: "Requests reported and estimate of the total, where a delivery is missing"),
      columns: [
        .init(
          "territorio_tipo", it: "Tipo di territorio", en: "Kind of territory",
          values: TerritoryKey.Kind.allCases.map(\.rawValue)),
        .init("territorio", it: "Codice del territorio", en: "Code of the territory"),
        .init("periodo", it: "Periodo, come nelle osservazioni", en: "Period, as in observations"),
        .init(
          "mancanti", it: "Chi non ha consegnato, separati da |", en: "Missing, separated by |"),
        .init("pervenute", .integer, it: "Richieste pervenute", en: "Requests reported"),
        .init(
          "stima", .integer, it: "Stima del totale, alle decine; vuota se non stimabile",
          en: "Estimate of the total, to tens; empty where not estimable"),
        .init("stima_inf", .integer, it: "Estremo inferiore della stima", en: "Lower end"),
        .init("stima_sup", .integer, it: "Estremo superiore della stima", en: "Upper end"),
        .init(
          "motivo", it: "Perché non c'è una stima; non stimabile non è zero",
          en: "Why there is no estimate; not estimable is not zero",
          values: TotalWithMissing.Reason.allCases.map(\.rawValue)),
        .init(
          "confronti", .integer, it: "Confronti fra numeri riportati e poi arrivati",
          en: "Comparisons of numbers carried and then told"),
        .init("id", it: "Id dell'osservazione pervenuta", en: "Id of the reported observation"),
      ], key: ["id"],
      rows: evidence.totalsWithMissing.map { total in
        [
          total.territory.kind.rawValue, total.territory.code, "\(total.period)",
          total.missing.joined(separator: "|"), String(total.reported),
          total.estimate.map { String($0.value) } ?? "",
          total.estimate.map { String($0.lower) } ?? "",
          total.estimate.map { String($0.upper) } ?? "", total.reason?.rawValue ?? "",
          String(total.pairs), total.observation,
        ]
      })
  }

  private static func indicators(_ evidence: Evidence) -> OpenTable {
    OpenTable(
      "indicatori", title: Text(it: "Indicatori", en: "Indicators"),
      columns: [
        .init("indicatore", it: "Nome per i programmi", en: "Slug"),
        .init("codice", it: "Codice del catalogo di riferimento", en: "Reference code"),
        .init("famiglia", it: "Famiglia", en: "Family"),
        .init("nome_it", it: "Nome in italiano", en: "Italian name"),
        .init("nome_en", it: "Nome in inglese", en: "English name"),
        .init("unita", it: "Unità di misura", en: "Unit"),
        .init("direzione", it: "In quale direzione è meglio", en: "Which direction is better"),
        .init("formula", it: "Formula in parole", en: "Formula in words"),
        .init("fonte", it: "Norma, studio o fonte della definizione", en: "Source"),
      ], key: ["indicatore"],
      bytes: IndicatorsCSV.bytes(
        evidence.definitions, slugs: Set(evidence.observations.map(\.indicator))))
  }

  static let provisionalColumn = OpenTable.Column(
    "composizione_provvisoria", .flag,
    it: "Vero se nessun atto ufficiale ha ancora confermato quali comuni formano l'ambito; vuoto "
      + "dove non c'è un ambito",
    en: "True while no official act has confirmed which municipalities form the district; empty "
      + "where there is no district")

  private static func territories(_ evidence: Evidence) -> OpenTable {
    let provisional = Set(
      evidence.territory.groups.filter { $0.key.kind == .ats && $0.isProvisional }.map(\.key.code))
    return OpenTable(
      "territori", title: Text(it: "Comuni del territorio", en: "Municipalities"),
      columns: [
        .init(
          "istat", it: "Codice ISTAT, sei cifre con gli zeri", en: "ISTAT code, six digits",
          vocabulary: ControlledVocabulary.comuni),
        .init("nome", it: "Nome del comune", en: "Name"),
        .init(
          "provincia", it: "Codice della provincia", en: "Code of the province",
          vocabulary: ControlledVocabulary.provinces),
        .init("ats", it: "Ambito territoriale sociale", en: "Social district"),
        provisionalColumn,
        .init("area_interna", it: "Classe SNAI pubblicata", en: "Published SNAI class"),
        .init("minuti_polo", .number, it: "Minuti dal polo", en: "Minutes to the hub"),
        .init("residenti", .integer, it: "Residenti", en: "Residents"),
        .init("kmq", .number, it: "Superficie in km²", en: "Area in km²"),
        .init("altitudine", .number, it: "Altitudine in metri", en: "Altitude in metres"),
      ], key: ["istat"],
      rows: evidence.territory.comuni.map { comune in
        [
          "\(comune.code)", comune.name, comune.province, comune.ats ?? "",
          comune.ats.map { provisional.contains($0) ? "true" : "false" } ?? "",
          comune.innerAreaClass ?? "", comune.minutesToPole.map(plainNumber) ?? "",
          String(comune.residents), comune.squareKilometres.map(plainNumber) ?? "",
          comune.altitude.map(plainNumber) ?? "",
        ]
      })
  }

  /// Every statement about money with its date and origin: none overwrites another.
  private static func money(_ evidence: Evidence) -> OpenTable {
    OpenTable(
      "programmi_importi",
      title: Text(it: "Programmi: importi dichiarati", en: "Programmes: declared amounts"),
      columns: [
        .init("cup", it: "Codice unico di progetto", en: "Project code"),
        .init("titolo", it: "Titolo", en: "Title"),
        .init(
          "tipo", it: "Finanziamento o pagamento cumulato", en: "Funding or cumulated payment",
          values: ["finanziamento", "pagamento"]),
        .init("fonte", it: "Fonte di finanziamento", en: "Source of funds"),
        .init("importo", .number, it: "Importo in euro", en: "Amount in euro"),
        .init("data_riferimento", .date, it: "Data a cui si riferisce", en: "Reference date"),
        .init("fonte_dato", it: "Chi lo dice", en: "Who says so"),
      ], key: [],
      rows: evidence.programmes.flatMap { programme in
        programme.funding.map { row(programme, "finanziamento", $0) }
          + programme.payments.map { row(programme, "pagamento", $0) }
      })
  }

  private static func row(
    _ programme: Programme, _ kind: String, _ statement: Programme.Statement
  ) -> [String] {
    [
      programme.cup, programme.title, kind, statement.fund,
      plainNumber(Double(statement.amountCents) / 100), "\(statement.date)", statement.origin,
    ]
  }

  private static func targets(_ evidence: Evidence) -> OpenTable {
    OpenTable(
      "programmi_obiettivi",
      title: Text(it: "Programmi: indicatori fisici", en: "Programmes: outputs"),
      columns: [
        .init("cup", it: "Codice unico di progetto", en: "Project code"),
        .init("codice", it: "Codice dell'indicatore", en: "Code of the output"),
        .init("descrizione", it: "Descrizione", en: "Description"),
        .init("unita", it: "Unità di misura", en: "Unit"),
        .init("programmato", .number, it: "Valore programmato", en: "Planned"),
        .init("realizzato", .number, it: "Valore realizzato", en: "Achieved"),
        .init("data_riferimento", .date, it: "Data a cui si riferisce", en: "Reference date"),
      ], key: [],
      rows: evidence.programmes.flatMap { programme in
        programme.targets.map {
          [
            programme.cup, $0.code, $0.name, $0.unit, plainNumber($0.planned),
            plainNumber($0.achieved), "\($0.date)",
          ]
        }
      })
  }

  private static func sources(_ evidence: Evidence) -> OpenTable {
    OpenTable(
      "fonti", title: Text(it: "Consegne su cui si regge l'edizione", en: "Deliveries"),
      columns: [
        .init("editore", it: "Chi consegna", en: "Who delivers"),
        .init("titolo", it: "Titolo della fonte", en: "Title of the source"),
        .init("dataset", it: "Tracciato", en: "Dataset"),
        .init("consegna", it: "File consegnato", en: "Delivered file"),
        .init("ricevuta_il", .date, it: "Data della consegna", en: "Date of the delivery"),
        .init("sha256", it: "Impronta del file", en: "Hash of the file"),
        .init("righe_lette", .integer, it: "Righe lette", en: "Rows read"),
        .init("righe_tenute", .integer, it: "Righe tenute", en: "Rows kept"),
        .init("righe_rifiutate", .integer, it: "Righe rifiutate", en: "Rows refused"),
        .init("licenza", it: "Licenza o accordo", en: "Licence or agreement"),
        .init("sintetica", .flag, it: "Dati inventati come esempio", en: "Invented sample data"),
      ], key: [],
      rows: evidence.sources.map {
        [
          $0.publisher, $0.title, $0.dataset, $0.delivery, "\($0.received)", $0.sha256,
          String($0.rowsRead), String($0.rowsKept), String($0.rowsRefused), $0.licence,
          $0.isSynthetic ? "true" : "false",
        ]
      })
  }
}
