extension Contract {
  /// Organisations (`enti`).
  public static let enti = Contract(
    dataset: "enti", table: "provider", title: "Enti",
    meaning: "Una riga per ogni organizzazione.", identity: "codice_fiscale",
    fields: [
      Field("codice_fiscale", "fiscal_code", .organisation, required: true, "11 cifre."),
      Field("denominazione", "name", .text, required: true, "Denominazione."),
      Field("tipo", "kind", .code(.tipoEnte, keepsUnknown: true), required: true, "Tipo di ente."),
      Field(
        "sezione_runts", "runts_section", .code(.sezioneRunts, keepsUnknown: false),
        "Sezione del RUNTS, da a ad g."),
      Field("repertorio_runts", "runts_number", .identifier, "Numero di repertorio."),
      Field("data_iscrizione", "registered_on", .date, "Data di iscrizione."),
      Field("comune", "comune", .comune, required: true, "Comune della sede."),
      Field("comuni_serviti", "served_comuni", .comuni, "Comuni serviti, separati da |."),
      Field("attivita_art5", "activities", .codes(.attivitaArt5), "Lettere dell'art. 5 CTS."),
      Field("volontari", "volunteers", .integer(0...1_000_000), "Volontari."),
      Field("dipendenti_fte", "employees_fte", .decimal(0...1_000_000), "Dipendenti (FTE)."),
    ],
    rules: [FutureDate()])
}
