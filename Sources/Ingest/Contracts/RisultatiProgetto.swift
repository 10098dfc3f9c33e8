extension Contract {
  /// Results of projects (`risultati_progetto`).
  public static let risultatiProgetto = Contract(
    dataset: "risultati_progetto", table: "project_result", title: "Risultati dei progetti",
    meaning: "Una riga per progetto, indicatore e data: obiettivo e valore raggiunto.",
    fields: [
      Field(
        "id_progetto", "project_id", .identifier, required: true, "Progetto.", example: "PRJ-01"),
      Field(
        "indicatore", "code", .text, required: true, "Indicatore del progetto.",
        example: "persone coinvolte"),
      Field("unita", "unit", .text, required: true, "Unità di misura.", example: "persone"),
      Field(
        "obiettivo", "target", .decimal(0...1e12), required: true, "Obiettivo cumulato alla data.",
        example: "120"),
      Field(
        "valore", "value", .decimal(0...1e12), required: true, "Valore cumulato alla data.",
        example: "97"),
      Field(
        "data", "measured_on", .date, required: true, "A quando si riferisce.",
        example: "2026-06-30"),
    ],
    rules: [FutureDate()])
}
