extension Contract {
  /// Exchanges that happened (`scambi`).
  public static let scambi = Contract(
    dataset: "scambi", table: "exchange", title: "Scambi",
    meaning: "Una riga per ogni scambio avvenuto fra cittadini.", identity: "id_scambio",
    happenedOn: "data",
    fields: [
      Field(
        "id_scambio", "exchange_id", .identifier, required: true, "Identificativo dello scambio.",
        example: "SCA-0103"),
      Field(
        "data", "exchanged_on", .date, required: true, "Giorno dello scambio.",
        example: "2026-03-21"),
      Field(
        "donatore", "donor", .person, required: true, "Chi dà; diventa una chiave.",
        example: "(mai mostrato)"),
      Field(
        "ricevente", "recipient", .person, required: true, "Chi riceve; diventa una chiave.",
        example: "(mai mostrato)"),
      Field(
        "comune_donatore", "donor_comune", .comune, required: true, "Comune di chi dà.",
        example: "080043"),
      Field(
        "comune_ricevente", "recipient_comune", .comune, "Comune di chi riceve.", example: "080036"),
      Field(
        "tipo", "resource_kind", .code(.tipoRisorsa, keepsUnknown: true), required: true,
        "Tempo, competenza o bene.", example: "tempo"),
      Field(
        "ambito", "sphere", .code(.ambitoScambio, keepsUnknown: false), "Persone, cose o ambiente.",
        example: "persone"),
      Field(
        "servizio", "service", .code(.servizio, keepsUnknown: true),
        "Servizio a cui si avvicina, se c'è.", example: "C1"),
      Field("ore", "hours", .decimal(0...10000), "Ore scambiate.", example: "2"),
      Field(
        "quantita", "quantity", .decimal(0...1_000_000_000), "Quantità dei beni.", example: "1"),
      Field("valore_euro", "value_cents", .euro, "Valore stimato dei beni.", example: "30,00"),
      Field(
        "partecipanti", "participants", .integer(0...100000), "Numero di partecipanti.",
        example: "2"),
    ],
    rules: [FutureDate(), DifferentPersons("donatore", "ricevente")])
}
