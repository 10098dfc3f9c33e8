extension Contract {
  /// Milestones (`milestone`).
  public static let milestone = Contract(
    dataset: "milestone", table: "milestone", title: "Traguardi",
    meaning: "Una riga per ogni traguardo di un intervento.",
    fields: [
      Field(
        "cup", "cup", .cup, required: true, "Codice unico di progetto.", example: "B41H22000020006"),
      Field("codice", "code", .identifier, required: true, "Codice del traguardo.", example: "T1"),
      Field("descrizione", "name", .text, "Descrizione.", example: "avvio in esercizio"),
      Field(
        "data_prevista", "planned_on", .date, required: true, "Data prevista.",
        example: "2026-03-31"),
      Field(
        "data_effettiva", "actual_on", .date, "Data effettiva; vuota se non è raggiunto.",
        example: "2026-05-12"),
      Field("peso", "weight", .decimal(0...1_000_000), "Peso relativo.", example: "1"),
    ],
    rules: [FutureDate(except: ["data_prevista"])])
}
