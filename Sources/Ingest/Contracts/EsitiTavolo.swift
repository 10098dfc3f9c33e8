extension Contract {
  /// Decisions of the table (`esiti_tavolo`).
  public static let esitiTavolo = Contract(
    dataset: "esiti_tavolo", table: "table_decision", title: "Esiti del tavolo",
    meaning: "Una riga per ogni decisione del tavolo, dal foglio che il fascicolo consegna.",
    fields: [
      Field(
        "id_procedimento", "proceeding_id", .identifier, required: true, "Procedimento.",
        example: "COP-2026-01"),
      Field(
        "numero", "number", .identifier, required: true, "Numero della decisione.", example: "1"),
      Field(
        "bisogno", "need", .text, required: true, "Il bisogno a cui risponde.",
        example: "Raggiungere le visite dai comuni interni"),
      Field(
        "decisione", "decision", .text, required: true, "Che cosa si è deciso.",
        example: "Attivare un trasporto a chiamata"),
      Field(
        "data_decisione", "decided_on", .date,
        "Giorno della decisione; se manca vale quello della prima consegna che la contiene.",
        example: "2026-03-12"),
      Field("peso", "weight", .decimal(0...1_000_000), "Peso dato dal tavolo.", example: "3"),
      Field(
        "responsabile", "responsible", .text, "Ufficio o ente responsabile, non la persona.",
        example: "Ufficio di piano"),
      Field(
        "servizio", "service", .code(.servizio, keepsUnknown: true), "Servizio.", example: "C4"),
      Field(
        "comuni", "comuni", .comuni, "Comuni interessati, separati da |, oppure tutti.",
        example: "080043"),
      Field("indicatore", "indicator", .text, "Indicatore con cui si verifica.", example: "TR2"),
      Field(
        "valore_obiettivo", "target", .decimal(-1e12...1e12),
        "Valore da raggiungere, nell'unità dell'indicatore.", example: "0,2"),
      Field("entro_il", "due_on", .date, "Entro quando.", example: "2026-12-31"),
      Field("risorse", "resources_cents", .euro, "Risorse destinate.", example: "25.000,00"),
      Field(
        "stato", "status", .code(.statoDecisione, keepsUnknown: false), "A che punto è.",
        example: "da_avviare"),
    ], rules: [DatesInOrder(first: "data_decisione", later: ["entro_il"])])
}
