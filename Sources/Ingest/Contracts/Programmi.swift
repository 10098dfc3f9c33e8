extension Contract {
  /// Interventions with a CUP (`interventi`).
  public static let interventi = Contract(
    dataset: "interventi", table: "intervention", title: "Interventi",
    meaning: "Una riga per ogni intervento finanziato.", identity: "cup",
    fields: [
      Field(
        "cup", "cup", .cup, required: true, "Codice unico di progetto.", example: "B41H22000020006"),
      Field("clp", "clp", .identifier, "Codice locale di progetto."),
      Field("titolo", "title", .text, required: true, "Titolo."),
      Field("missione", "mission", .text, "Missione."),
      Field("componente", "component", .text, "Componente."),
      Field("misura", "measure", .text, "Misura."),
      Field("soggetto_attuatore", "implementer", .text, "Soggetto attuatore."),
      Field("comuni", "comuni", .comuni, "Comuni interessati, separati da |, oppure tutti."),
      Field("data_inizio_prevista", "planned_start", .date, "Inizio previsto."),
      Field("data_inizio_effettiva", "actual_start", .date, "Inizio effettivo."),
      Field("data_fine_prevista", "planned_end", .date, "Fine prevista."),
      Field("data_fine_effettiva", "actual_end", .date, "Fine effettiva."),
      Field("stato", "status", .text, "Stato dichiarato."),
    ],
    rules: [
      DatesInOrder(first: "data_inizio_prevista", later: ["data_fine_prevista"]),
      DatesInOrder(first: "data_inizio_effettiva", later: ["data_fine_effettiva"]),
    ])

  /// Statements of funding (`finanziamenti`): none overwrites another.
  public static let finanziamenti = Contract(
    dataset: "finanziamenti", table: "funding", title: "Finanziamenti",
    meaning: "Una riga per ogni dichiarazione di finanziamento, con data e origine.",
    fields: [
      Field("cup", "cup", .cup, required: true, "Codice unico di progetto."),
      Field(
        "fonte", "fund", .code(.fonteFinanziamento, keepsUnknown: false), required: true,
        "Fonte del finanziamento, oppure totale."),
      Field(
        "importo", "amount_cents", .euro, required: true, "Importo.", example: "1.479.692,48 €"),
      Field("data_riferimento", "referred_to", .date, required: true, "A quando si riferisce."),
      Field("fonte_dato", "origin", .text, required: true, "Chi lo dichiara e dove."),
    ],
    rules: [FutureDate()])

  /// Payments (`pagamenti`).
  public static let pagamenti = Contract(
    dataset: "pagamenti", table: "payment", title: "Pagamenti",
    meaning: "Una riga per pagamento, o per totale pagato a una data.",
    fields: [
      Field("cup", "cup", .cup, required: true, "Codice unico di progetto."),
      Field("fonte", "fund", .code(.fonteFinanziamento, keepsUnknown: false), "Fonte."),
      Field("data", "paid_on", .date, required: true, "Giorno del pagamento o del totale."),
      Field("importo", "amount_cents", .euro, required: true, "Importo."),
      Field("fonte_dato", "origin", .text, required: true, "Chi lo dichiara e dove."),
      Field("cumulato", "is_cumulative", .yesNo, required: true, "È un totale fino alla data."),
    ],
    rules: [FutureDate()])

  /// Physical indicators (`indicatori_fisici`).
  public static let indicatoriFisici = Contract(
    dataset: "indicatori_fisici", table: "physical_indicator", title: "Indicatori fisici",
    meaning: "Una riga per indicatore e data: programmato e realizzato.",
    fields: [
      Field("cup", "cup", .cup, required: true, "Codice unico di progetto."),
      Field(
        "codice", "code", .identifier, required: true, "Codice dell'indicatore.", example: "T0146"),
      Field("descrizione", "name", .text, "Descrizione."),
      Field("unita", "unit", .text, required: true, "Unità di misura."),
      Field(
        "programmato", "planned", .decimal(-1e12...1e12), required: true, "Valore programmato."),
      Field("realizzato", "achieved", .decimal(-1e12...1e12), required: true, "Valore realizzato."),
      Field("data_riferimento", "referred_to", .date, required: true, "A quando si riferisce."),
      Field("sesso", "sex", .code(.sesso, keepsUnknown: false), "Sesso."),
      Field("fascia_eta", "age_band", .text, "Fascia di età."),
    ])
}
