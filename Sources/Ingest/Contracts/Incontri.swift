extension Contract {
  /// Meetings of the table (`incontri`).
  public static let incontri = Contract(
    dataset: "incontri", table: "table_meeting", title: "Incontri del tavolo",
    meaning: "Una riga per incontro e organizzazione invitata.",
    happenedOn: "data",
    fields: [
      Field(
        "id_procedimento", "proceeding_id", .identifier, required: true, "Procedimento.",
        example: "COP-2026-01"),
      Field(
        "data", "held_on", .date, required: true, "Giorno dell'incontro.", example: "2026-03-10"),
      Field(
        "ente", "provider", .organisation, required: true, "Codice fiscale dell'organizzazione.",
        example: "92123450808"),
      Field("presente", "is_present", .yesNo, required: true, "Era presente.", example: "sì"),
    ],
    rules: [FutureDate()])
}
