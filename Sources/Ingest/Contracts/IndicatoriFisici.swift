extension Contract {
  /// Physical indicators (`indicatori_fisici`).
  public static let indicatoriFisici = Contract(
    dataset: "indicatori_fisici", table: "physical_indicator", title: "Indicatori fisici",
    meaning: "Una riga per indicatore e data: programmato e realizzato.",
    fields: [
      Field(
        "cup", "cup", .cup, required: true, "Codice unico di progetto.", example: "B41H22000020006"),
      Field(
        "codice", "code", .identifier, required: true, "Codice dell'indicatore.", example: "T0146"),
      Field(
        "descrizione", "name", .text, "Descrizione.",
        example: "Interventi di progettazione integrata conclusi"),
      Field("unita", "unit", .text, required: true, "Unità di misura.", example: "numero"),
      Field(
        "programmato", "planned", .decimal(-1e12...1e12), required: true, "Valore programmato.",
        example: "1"),
      Field(
        "realizzato", "achieved", .decimal(-1e12...1e12), required: true, "Valore realizzato.",
        example: "0"),
      Field(
        "data_riferimento", "referred_to", .date, required: true, "A quando si riferisce.",
        example: "2025-03-31"),
      Field("sesso", "sex", .code(.sesso, keepsUnknown: false), "Sesso.", example: "F"),
      Field("fascia_eta", "age_band", .text, "Fascia di età.", example: "30-54"),
    ])
}
