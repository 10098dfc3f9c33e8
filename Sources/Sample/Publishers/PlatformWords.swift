/// The platform's own taxonomy and words.
enum PlatformWords {
  /// Funnel nodes by service code: P1 children … P7 carers, P8 everything else.
  static let nodes: [(service: String, node: String, path: String)] = [
    ("B2", "P1.1", "Figli|Educatore a casa"), ("B3", "P1.2", "Figli|A scuola"),
    ("B4", "P1.3", "Figli|Sostegno ai genitori"), ("D1", "P1.4", "Figli|Spazi e centri"),
    ("C1", "P2.1", "Persone non autosufficienti|Aiuto a casa"),
    ("C2", "P2.2", "Persone non autosufficienti|Cure a casa"),
    ("C3", "P2.3", "Persone non autosufficienti|Pasti e telesoccorso"),
    ("D3", "P2.4", "Persone non autosufficienti|Centro diurno"),
    ("E5", "P2.5", "Persone non autosufficienti|Residenza"),
    ("X1", "P3.1", "Animali domestici|Cura"), ("X2", "P4.1", "Gestione della casa|Piccoli lavori"),
    ("B8", "P5.1", "Stare insieme|Attività"), ("D2", "P5.2", "Stare insieme|Centro anziani"),
    ("X3", "P5.3", "Stare insieme|Condivisione"), ("C4", "P6.1", "Mobilità|Trasporto"),
    ("A1", "P8.1", "Altro aiuto|Informazioni"), ("A2", "P8.2", "Altro aiuto|Assistente sociale"),
    ("A3", "P8.3", "Altro aiuto|Antiviolenza"), ("B1", "P8.4", "Altro aiuto|Sostegno economico"),
    ("B5", "P8.5", "Altro aiuto|Mediazione"), ("B6", "P8.6", "Altro aiuto|Lavoro"),
    ("B7", "P8.7", "Altro aiuto|Emergenza"), ("D4", "P8.8", "Altro aiuto|Centro servizi"),
    ("E1", "P8.9", "Altro aiuto|Un posto letto"), ("E2", "P8.10", "Altro aiuto|Alloggio protetto"),
    ("E3", "P8.11", "Altro aiuto|Comunità"), ("E4", "P8.12", "Altro aiuto|Accoglienza"),
  ]

  /// Node of each service, in the order of the mix.
  static let nodeOfService: [String] = ServiceMix.services.map { code in
    nodes.first { $0.service == code }?.node ?? ""
  }

  static let outcomes: [(Outcome, String)] = [
    (.received, "nuova"), (.assessed, "contattata"), (.waiting, "in_coda"), (.active, "in_corso"),
    (.closed, "completata"), (.rejected, "respinta"), (.withdrawn, "annullata_utente"),
    (.died, "cessata_decesso"), (.moved, "cessata_trasferimento"),
    (.unreachable, "senza_risposta"), (.otherService, "reindirizzata"), (.expired, "scaduta"),
  ]

  static let unknownNode = "P9.9"
  static let unknownOutcome = "stato_17"
  static let unknownChannel = "kiosk"

  /// Contract field and key of the objects, nested keys joined with a dot.
  static let columns = [
    ("id_richiesta", "id"), ("data_richiesta", "creata"), ("canale", "canale"),
    ("attore", "attore"), ("assistito", "assistita"), ("id_punto", "punto"),
    ("id_persona", "persona.id"), ("comune", "persona.comune"), ("anno_nascita", "persona.nascita"),
    ("sesso", "persona.sesso"), ("cittadinanza", "persona.citt"),
    ("servizio", "servizio.codice"), ("area_utenza", "servizio.area"), ("urgenza", "urgenza"),
    ("fragilita", "fragilita"), ("prima_volta", "prima_volta"), ("valutazione", "voto"),
    ("data_prima_risposta", "stati.contatto"), ("data_esito", "stati.decisione"),
    ("data_presa_in_carico", "stati.presa_in_carico"), ("data_avvio", "stati.attivazione"),
    ("data_chiusura", "stati.chiusura"), ("esito", "stato"), ("id_origine", "rif_esterno"),
  ]
}
