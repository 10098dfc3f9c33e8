extension Contract {
  /// Needs expressed (`richieste`).
  public static let richieste = Contract(
    dataset: "richieste", table: "service_request", title: "Richieste",
    meaning: "Una riga per ogni bisogno espresso da una persona o famiglia per un servizio.",
    identity: "id_richiesta", happenedOn: "data_richiesta",
    fields: [
      Field(
        "id_richiesta", "request_id", .identifier, required: true,
        "Identificativo della richiesta nel sistema di chi la esporta.", example: "2026-000123"),
      Field(
        "id_persona", "person", .person,
        "Codice fiscale come rilasciato, provvisorio, STP/ENI o codice interno; diventa una chiave.",
        example: "(mai mostrato)"),
      Field(
        "id_nucleo", "household", .person, "Codice del nucleo; diventa una chiave.",
        example: "(mai mostrato)"),
      Field(
        "comune", "comune", .comune, required: true,
        "Comune di residenza: codice ISTAT di 6 cifre, Belfiore o nome.", example: "080063"),
      Field(
        "comune_servizio", "service_comune", .comune, "Comune in cui il servizio è reso.",
        example: "080043"),
      Field(
        "data_richiesta", "requested_on", .date, required: true,
        "Giorno in cui la richiesta è stata ricevuta (protocollo).", example: "2026-03-12"),
      Field(
        "canale", "channel", .code(.canale, keepsUnknown: true), required: true,
        "Canale del primo contatto.", example: "sportello"),
      Field(
        "id_punto", "point_id", .identifier, "Punto di Prossimità da cui è arrivata.",
        example: "PDP-03"),
      Field(
        "assistito", "is_assisted", .yesNo, "Un operatore ha aiutato la persona.", example: "sì"),
      Field(
        "attore", "actor", .code(.attore, keepsUnknown: false), "Chi ha inserito la richiesta.",
        example: "cittadino"),
      Field(
        "servizio", "service", .code(.servizio, keepsUnknown: true), required: true,
        "Servizio richiesto, nella tassonomia di riferimento.", example: "C1"),
      Field(
        "area_utenza", "user_area", .code(.areaUtenza, keepsUnknown: true),
        "Area di utenza; se manca e il servizio ne ha una sola, si deduce.", example: "ANZ"),
      Field(
        "anno_nascita", "birth_year", .integer(1900...2100), "Anno di nascita.", example: "1948"),
      Field("sesso", "sex", .code(.sesso, keepsUnknown: false), "F, M o X.", example: "F"),
      Field(
        "cittadinanza", "citizenship", .code(.cittadinanza, keepsUnknown: false), "ITA, UE, EXTRA.",
        example: "ITA"),
      Field(
        "fragilita", "frailties", .codes(.fragilita), "Condizioni di fragilità dichiarate.",
        example: "solitudine|digitale"),
      Field(
        "urgenza", "urgency", .code(.urgenza, keepsUnknown: false), "Urgenza.", example: "ordinaria"
      ),
      Field(
        "durata_bisogno", "duration", .code(.durataBisogno, keepsUnknown: false),
        "Bisogno temporaneo o permanente.", example: "permanente"),
      Field("prima_volta", "is_first", .yesNo, "Prima richiesta della persona.", example: "sì"),
      Field(
        "data_prima_risposta", "first_response_on", .date, "Primo contatto o colloquio.",
        example: "2026-03-18"),
      Field(
        "data_esito", "decided_on", .date, "Decisione, anche di rigetto.", example: "2026-03-25"),
      Field("data_presa_in_carico", "taken_on", .date, "Presa in carico.", example: "2026-03-26"),
      Field("data_avvio", "started_on", .date, "Prima prestazione.", example: "2026-04-07"),
      Field("data_chiusura", "closed_on", .date, "Chiusura.", example: "2026-06-20"),
      Field(
        "date_presunte", "has_presumed_dates", .yesNo,
        "Le date sono presunte: non entrano nei tempi di risposta.", example: "no"),
      Field(
        "esito", "outcome", .code(.esitoRichiesta, keepsUnknown: false), "Stato o esito.",
        example: "attivata"),
      Field(
        "ente", "provider", .organisation, "Codice fiscale dell'ente che risponde.",
        example: "92123450808"),
      Field("id_servizio", "offer_id", .identifier, "Offerta scelta.", example: "SRV-014"),
      Field(
        "regime", "regime", .code(.regime, keepsUnknown: false),
        "Pubblico, aziendale o territoriale.",
        example: "pubblico"),
      Field("gratuita", "is_free", .yesNo, "Servizio gratuito.", example: "sì"),
      Field("condivisa", "is_shared", .yesNo, "Servizio in condivisione.", example: "no"),
      Field(
        "trasporto_necessario", "needs_transport", .yesNo, "Serve un trasporto.", example: "no"),
      Field("valutazione", "rating", .integer(1...5), "Valutazione da 1 a 5.", example: "4"),
      Field(
        "id_origine", "origin_id", .identifier,
        "Identificativo della stessa richiesta in un altro sistema: due esportazioni diventano una.",
        example: "WERC-5521"),
    ],
    rules: [
      FutureDate(),
      DatesInOrder(
        first: "data_richiesta",
        later: [
          "data_prima_risposta", "data_esito", "data_presa_in_carico", "data_avvio",
          "data_chiusura",
        ]),
      AfterDeath(
        outcome: "esito", ended: ["data_chiusura", "data_esito"],
        answers: ["data_prima_risposta", "data_presa_in_carico", "data_avvio"]),
      DatesInOrder(first: "data_avvio", later: ["data_chiusura"]),
      BornBeforeAsking(birthYear: "anno_nascita", date: "data_richiesta"),
      AreaFromService(service: "servizio", area: "area_utenza"),
    ])
}
