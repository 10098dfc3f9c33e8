/// The words of the ambito's workbook: two rows of headers, renamed from one quarter to the next.
enum AmbitoWords {
  static let services: [(code: String, label: String)] = [
    ("A1", "PUA – informazione e orientamento"), ("A2", "Colloquio con assistente sociale"),
    ("A3", "Sportello antiviolenza"), ("B1", "Sussidio economico"),
    ("B2", "Servizio educativo domiciliare (SED)"), ("B3", "Assistenza alla comunicazione"),
    ("B4", "Home care famiglie"), ("B5", "Spazio mediazione"), ("B6", "Borsa lavoro"),
    ("B7", "PRIS – pronto intervento"), ("B8", "Laboratori di comunità"),
    ("C1", "SAD distrettuale"),
    ("C2", "ADI integrata"), ("C3", "Pasti caldi e telesoccorso"), ("C4", "Taxi sociale"),
    ("D1", "Centro polifunzionale minori e anziani"), ("D2", "Centro sociale anziani"),
    ("D3", "Centro diurno integrato"), ("D4", "Stazione di posta"),
    ("E1", "Posto letto di sollievo"),
    ("E2", "Gruppo appartamento"), ("E3", "Casa famiglia"), ("E4", "Casa rifugio"),
    ("E5", "RSA quota sociale"),
  ]

  static let areas = [
    ("FAM", "Minori e famiglie"), ("DIS", "Disabili"), ("ANZ", "Anziani autosufficienti"),
    ("ANN", "Anziani non autosufficienti"), ("DIP", "Dipendenze"), ("IMM", "Migranti"),
    ("POV", "Povertà"), ("MUL", "Tutti"),
  ]

  static let channels: [(Channel, String)] = [
    (.proximityPoint, "PdP"), (.desk, "Sportello d'ambito"), (.telephone, "Tel."),
    (.email, "Posta elettronica"), (.certifiedEmail, "P.E.C."), (.home, "A domicilio"),
    (.intermediary, "Patronato"),
  ]

  static let outcomes: [(Outcome, String)] = [
    (.received, "Da lavorare"), (.assessed, "In valutazione UVM"), (.waiting, "In graduatoria"),
    (.active, "In corso"), (.closed, "Terminato"), (.rejected, "Non ammesso"),
    (.withdrawn, "Rinunciatario"), (.died, "Deceduto"), (.moved, "Trasferito"),
    (.unreachable, "Non reperito"), (.otherService, "Orientato ad altro servizio"),
    (.expired, "Istanza decaduta"),
  ]

  static let unknownService = "Progetto speciale"
  static let unknownChannel = "Varie"
  static let unknownOutcome = "Vedi fascicolo"

  /// The headers of a period: a group over its columns, each with the contract's field.
  typealias Headers = [(group: String, columns: [(field: String, name: String)])]

  static let before: Headers = [
    ("Domanda", [("id_richiesta", "Numero"), ("data_richiesta", "Data")]),
    (
      "Persona",
      [
        ("id_persona", "Codice fiscale"), ("anno_nascita", "Anno di nascita"), ("sesso", "Sesso"),
        ("comune", "Comune"),
      ]
    ),
    (
      "Servizio",
      [
        ("servizio", "Prestazione"), ("area_utenza", "Area"), ("canale", "Canale"),
        ("assistito", "Con operatore"),
      ]
    ),
    (
      "Iter",
      [
        ("data_prima_risposta", "Primo colloquio"), ("data_esito", "Decisione"),
        ("data_avvio", "Avvio"), ("data_chiusura", "Chiusura"), ("esito", "Stato"),
      ]
    ),
  ]

  static let after: Headers = [
    ("Istanza", [("id_richiesta", "N. istanza"), ("data_richiesta", "Presentata il")]),
    (
      "Utente",
      [
        ("id_persona", "C.F."), ("anno_nascita", "Nato/a nel"), ("sesso", "Genere"),
        ("comune", "Residenza"),
      ]
    ),
    (
      "Intervento",
      [
        ("servizio", "Tipologia"), ("area_utenza", "Target"), ("canale", "Accesso"),
        ("assistito", "Assistita da operatore"),
      ]
    ),
    (
      "Tempi e stato",
      [
        ("data_prima_risposta", "1° contatto"), ("data_esito", "Esito UVM"),
        ("data_avvio", "Inizio"), ("data_chiusura", "Fine"), ("esito", "Situazione"),
      ]
    ),
  ]

  /// Contract field and header as a reader joins the two rows.
  static func joined(_ headers: Headers) -> [(field: String, header: String)] {
    headers.flatMap { group in
      group.columns.map { ($0.field, "\(group.group) / \($0.name)") }
    }
  }
}
