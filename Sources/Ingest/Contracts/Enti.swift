extension Contract {
  /// Organisations (`enti`).
  public static let enti = Contract(
    dataset: "enti", table: "provider", title: "Enti",
    meaning: "Una riga per ogni organizzazione.", identity: "codice_fiscale",
    fields: [
      Field(
        "codice_fiscale", "fiscal_code", .organisation, required: true, "11 cifre.",
        example: "92123450808"),
      Field(
        "denominazione", "name", .text, required: true, "Denominazione.",
        example: "Associazione di esempio"),
      Field(
        "tipo", "kind", .code(.tipoEnte, keepsUnknown: true), required: true, "Tipo di ente.",
        example: "aps"),
      Field(
        "sezione_runts", "runts_section", .code(.sezioneRunts, keepsUnknown: false),
        "Sezione del RUNTS, da a ad g.", example: "b"),
      Field(
        "repertorio_runts", "runts_number", .identifier, "Numero di repertorio.", example: "12345"),
      Field(
        "data_iscrizione", "registered_on", .date, "Data di iscrizione.", example: "2023-05-11"),
      Field("comune", "comune", .comune, required: true, "Comune della sede.", example: "080043"),
      Field(
        "comuni_serviti", "served_comuni", .comuni, "Comuni serviti, separati da |.",
        example: "080043|080036"),
      Field(
        "attivita_art5", "activities", .codes(.attivitaArt5), "Lettere dell'art. 5 CTS.",
        example: "a|c"),
      Field("volontari", "volunteers", .integer(0...1_000_000), "Volontari.", example: "35"),
      Field(
        "dipendenti_fte", "employees_fte", .decimal(0...1_000_000), "Dipendenti (FTE).",
        example: "2,5"),
    ],
    rules: [FutureDate()])
}
