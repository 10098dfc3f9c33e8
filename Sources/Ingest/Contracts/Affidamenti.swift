extension Contract {
  /// Contracts awarded (`affidamenti`).
  public static let affidamenti = Contract(
    dataset: "affidamenti", table: "award", title: "Affidamenti",
    meaning:
      "Una riga per affidamento e aggiudicatario: in un raggruppamento l'importo si ripete e non va sommato.",
    fields: [
      Field(
        "cup", "cup", .cup, required: true, "Codice unico di progetto.", example: "B41H22000020006"),
      Field("cig", "cig", .identifier, "Codice identificativo di gara.", example: "960298169C"),
      Field("data_aggiudicazione", "awarded_on", .date, "Aggiudicazione.", example: "2023-03-20"),
      Field("importo", "amount_cents", .euro, "Importo aggiudicato.", example: "745.000,00"),
      Field(
        "aggiudicatario", "awardee", .text, "Denominazione di chi si aggiudica.",
        example: "Impresa di esempio"),
      Field("ruolo", "role", .text, "Ruolo nel raggruppamento.", example: "mandataria"),
    ],
    rules: [FutureDate()])
}
