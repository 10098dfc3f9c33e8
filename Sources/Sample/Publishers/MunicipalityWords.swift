/// The words of the municipality's export: upper case, its own labels, nothing of the code lists.
enum MunicipalityWords {
  /// Labels by service code; where there are two, offices use both.
  static let services: [(code: String, labels: [String])] = [
    ("A1", ["SEGRETARIATO SOCIALE", "SPORTELLO INFORMATIVO"]),
    ("A2", ["SERVIZIO SOCIALE PROFESSIONALE"]),
    ("A3", ["CENTRO ANTIVIOLENZA"]),
    ("B1", ["CONTRIBUTO ECONOMICO", "BUONO SPESA"]),
    ("B2", ["EDUCATIVA DOMICILIARE"]),
    ("B3", ["ASSISTENZA SCOLASTICA ALUNNI"]),
    ("B4", ["SOSTEGNO ALLA GENITORIALITÀ"]),
    ("B5", ["MEDIAZIONE FAMILIARE"]),
    ("B6", ["TIROCINIO DI INCLUSIONE"]),
    ("B7", ["PRONTO INTERVENTO SOCIALE"]),
    ("B8", ["INCLUSIONE SOCIALE – ALTRO"]),
    ("C1", ["ASSISTENZA DOMICILIARE (SAD)", "S.A.D."]),
    ("C2", ["ADI – QUOTA SOCIALE"]),
    ("C3", ["TELESOCCORSO", "PASTI A DOMICILIO"]),
    ("C4", ["TRASPORTO SOCIALE"]),
    ("D1", ["CENTRO DI AGGREGAZIONE"]),
    ("D2", ["CENTRO DIURNO ANZIANI"]),
    ("D3", ["CENTRO DIURNO DISABILITÀ"]),
    ("D4", ["CENTRO SERVIZI POVERTÀ"]),
    ("E1", ["ALLOGGIO DI EMERGENZA"]),
    ("E2", ["ALLOGGIO PROTETTO"]),
    ("E3", ["COMUNITÀ PER MINORI"]),
    ("E4", ["CENTRO DI ACCOGLIENZA"]),
    ("E5", ["R.S.A. / CASA PROTETTA"]),
  ]

  static let areas = [
    ("FAM", "FAMIGLIA E MINORI"), ("DIS", "DISABILITÀ"), ("ANZ", "ANZIANI"),
    ("ANN", "ANZIANI NON AUTOSUFF."), ("DIP", "DIPENDENZE"), ("IMM", "IMMIGRATI E NOMADI"),
    ("POV", "DISAGIO ADULTI"), ("MUL", "MULTIUTENZA"),
  ]

  static let channels: [(Channel, String)] = [
    (.proximityPoint, "PUNTO DI PROSSIMITÀ"), (.desk, "SPORTELLO"), (.telephone, "TELEFONO"),
    (.email, "E-MAIL"), (.certifiedEmail, "PEC"), (.home, "VISITA DOMICILIARE"),
    (.intermediary, "PATRONATO/CAF"),
  ]

  static let outcomes: [(Outcome, String)] = [
    (.received, "PERVENUTA"), (.assessed, "IN ISTRUTTORIA"),
    (.waiting, "ACCOLTA - LISTA D'ATTESA"), (.active, "ATTIVA"), (.closed, "CONCLUSA"),
    (.rejected, "RIGETTATA"), (.withdrawn, "RINUNCIA UTENTE"), (.died, "DECEDUTO"),
    (.moved, "TRASFERITO ALTRO COMUNE"), (.unreachable, "IRREPERIBILE"),
    (.otherService, "AD ALTRO SERVIZIO"), (.expired, "DECADUTA"),
  ]

  static let unknownService = "PRESTAZIONE VARIA DA CLASSIFICARE"
  static let unknownChannel = "ALTRO CANALE"
  static let unknownOutcome = "DA DEFINIRE"

  /// Notes as offices write them: line breaks, semicolons and quotes inside. Never to be loaded.
  static let notes = [
    "richiamare; il figlio lavora fuori",
    "la sig.ra dice: \"\"vengo domani\"\"",
    "documenti da integrare:\nISEE; certificazione – copia",
    "visita all’abitazione già fatta\nconfermata",
    "contributo richiesto 150 €",
    "vedi pratica precedente",
  ]

  static let headers = [
    "N. PROTOCOLLO", "CODICE FISCALE", "ANNO NASCITA", "SESSO", "COMUNE DI RESIDENZA",
    "DATA DOMANDA", "TIPO INTERVENTO", "AREA", "MODALITA", "ASSISTITO", "STATO",
    "DATA PRIMO COLLOQUIO", "DATA ESITO", "DATA AVVIO", "DATA CHIUSURA", "NOTE",
  ]

  /// The contract's name of each header but the notes.
  static let fields = [
    "id_richiesta", "id_persona", "anno_nascita", "sesso", "comune", "data_richiesta", "servizio",
    "area_utenza", "canale", "assistito", "esito", "data_prima_risposta", "data_esito",
    "data_avvio", "data_chiusura",
  ]
}
