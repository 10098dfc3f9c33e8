extension Contract {
  /// Contacts at a desk, by phone or at a Punto di Prossimità (`contatti`).
  public static let contatti = Contract(
    dataset: "contatti", table: "contact", title: "Contatti",
    meaning:
      "Una riga per ogni contatto a uno sportello, a una PUA, a un Punto di Prossimità o al telefono (segretariato sociale).",
    identity: "id_contatto",
    happenedOn: "data",
    fields: [
      Field(
        "id_contatto", "contact_id", .identifier, required: true, "Identificativo della scheda.",
        example: "SEG-2026-00412"),
      Field(
        "data", "contacted_on", .date, required: true, "Giorno del contatto.", example: "2026-03-12"
      ),
      Field(
        "punto", "point_id", .identifier, "Sportello, ufficio o Punto di Prossimità.",
        example: "PUA-LOCRI"),
      Field(
        "canale", "channel", .code(.canale, keepsUnknown: true), required: true,
        "Canale del contatto.", example: "sportello"),
      Field("comune", "comune", .comune, "Comune di residenza della persona.", example: "080043"),
      Field(
        "id_persona", "person", .person, "Identificativo personale; diventa una chiave.",
        example: "(mai mostrato)"),
      Field(
        "motivo", "reason", .ownWord,
        "Motivo, nelle parole di chi tiene lo sportello; mai note libere sulla persona.",
        example: "informazioni sulla domiciliare"),
      Field(
        "inviato_da", "sent_by", .ownWord, "Chi ha indirizzato la persona qui.",
        example: "medico di base"),
      Field(
        "inviato_a", "sent_to", .ownWord, "Verso chi la persona è indirizzata.",
        example: "servizio sociale professionale"),
      Field("prima_volta", "is_first", .yesNo, "Primo contatto della persona.", example: "sì"),
      Field(
        "fase", "phase", .code(.faseContatto, keepsUnknown: false),
        "Ascolto, orientamento o accesso.", example: "ascolto"),
      Field(
        "esito", "outcome", .code(.esitoContatto, keepsUnknown: true), required: true,
        "Esito del contatto.", example: "informazione"),
      Field(
        "id_richiesta", "request_id", .identifier, "Richiesta nata dal contatto.",
        example: "2026-000123"),
      Field(
        "annullato", "is_cancelled", .yesNo, "La scheda è stata annullata: non è contata.",
        example: "no"),
    ],
    rules: [FutureDate()])
}
