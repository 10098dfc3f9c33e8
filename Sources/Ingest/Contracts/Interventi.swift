extension Contract {
  /// Interventions with a CUP (`interventi`).
  public static let interventi = Contract(
    dataset: "interventi", table: "intervention", title: "Interventi",
    meaning: "Una riga per ogni intervento finanziato.", identity: "cup",
    fields: [
      Field(
        "cup", "cup", .cup, required: true, "Codice unico di progetto.", example: "B41H22000020006"),
      Field("clp", "clp", .identifier, "Codice locale di progetto.", example: "CLP-1"),
      Field(
        "titolo", "title", .text, required: true, "Titolo.",
        example: "Piattaforma di welfare collaborativo"),
      Field("missione", "mission", .text, "Missione.", example: "M5"),
      Field("componente", "component", .text, "Componente.", example: "C2"),
      Field("misura", "measure", .text, "Misura.", example: "M5C2I2.2"),
      Field(
        "soggetto_attuatore", "implementer", .text, "Soggetto attuatore.",
        example: "Città metropolitana di esempio"),
      Field(
        "comuni", "comuni", .comuni, "Comuni interessati, separati da |, oppure tutti.",
        example: "tutti"),
      Field(
        "data_inizio_prevista", "planned_start", .date, "Inizio previsto.", example: "2023-01-01"),
      Field(
        "data_inizio_effettiva", "actual_start", .date, "Inizio effettivo.", example: "2023-03-20"),
      Field("data_fine_prevista", "planned_end", .date, "Fine prevista.", example: "2026-06-30"),
      Field("data_fine_effettiva", "actual_end", .date, "Fine effettiva.", example: "2026-06-15"),
      Field("stato", "status", .text, "Stato dichiarato.", example: "in corso"),
    ],
    rules: [
      DatesInOrder(first: "data_inizio_prevista", later: ["data_fine_prevista"]),
      DatesInOrder(first: "data_inizio_effettiva", later: ["data_fine_effettiva"]),
    ])
}
