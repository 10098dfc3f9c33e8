extension Contract {
  /// Steps of a search in the platform's funnel (`ricerche`).
  public static let ricerche = Contract(
    dataset: "ricerche", table: "search_step", title: "Ricerche",
    meaning:
      "Una riga per ogni passo di una ricerca sulla piattaforma. Si contano sessioni, mai persone.",
    happenedOn: "data_ora",
    fields: [
      Field(
        "id_sessione", "session_id", .identifier, required: true,
        "Sessione: un codice casuale, che cambia ogni giorno.", example: "7f3a90c1"),
      Field(
        "data_ora", "searched_on", .date, required: true, "Giorno e ora del passo.",
        example: "2026-04-02T10:15:00"),
      Field(
        "attore", "actor", .code(.attore, keepsUnknown: false), "Chi cerca.",
        example: "cittadino"),
      Field(
        "id_punto", "point_id", .identifier, "Punto di Prossimità da cui si cerca.",
        example: "PDP-03"),
      Field("comune", "comune", .comune, "Comune indicato nella ricerca.", example: "080043"),
      Field(
        "passo", "step", .integer(0...1000), required: true,
        "Numero del passo nella sessione, da 1.", example: "2"),
      Field(
        "nodo", "node", .identifier, required: true, "Voce della tassonomia della piattaforma.",
        example: "P2"),
      Field(
        "modalita_scelta", "choice", .code(.modalitaScelta, keepsUnknown: false),
        "Come è stata scelta la voce.", example: "icona"),
      Field(
        "risultati", "results", .integer(0...1_000_000), required: true, "Risultati mostrati.",
        example: "3"),
      Field(
        "posizione_scelta", "chosen_position", .integer(1...1_000_000),
        "Posizione del risultato scelto, da 1.", example: "1"),
      Field(
        "esito", "outcome", .code(.esitoRicerca, keepsUnknown: false),
        "Che cosa è seguito al passo.", example: "continua"),
      Field(
        "id_richiesta", "request_id", .identifier, "Richiesta nata dalla ricerca.",
        example: "2026-000123"),
    ],
    rules: [FutureDate()])
}
