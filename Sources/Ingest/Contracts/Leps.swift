extension Contract {
  /// State of the essential levels of social services (`leps`).
  public static let leps = Contract(
    dataset: "leps", table: "leps_status", title: "LEPS",
    meaning: "Una riga per ambito, livello essenziale e giorno di rilevazione.",
    fields: [
      Field(
        "ats", "ats", .code(.ats, keepsUnknown: true), required: true,
        "Ambito territoriale sociale.", example: "LOC"),
      Field(
        "leps", "leps", .code(.leps, keepsUnknown: true), required: true,
        "Livello essenziale, con l'id di leps_soglie.csv.", example: "L04"),
      Field(
        "data", "observed_on", .date, required: true, "Giorno della rilevazione.",
        example: "2026-06-30"),
      Field(
        "stato", "status", .code(.statoLeps, keepsUnknown: true), required: true,
        "Assente, parziale o attivo.", example: "parziale"),
      Field(
        "evidenza", "evidence", .text, "Atto o documento che lo prova.", example: "DGC 41/2026"),
    ],
    rules: [FutureDate()])
}
