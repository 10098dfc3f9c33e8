extension ClosedLists {
  /// The English words of a list the contract closes, by code. They are read as the Italian ones are.
  static func english(of list: CodeListName) -> [String: String] {
    switch list {
    case .servizio, .areaUtenza, .canale, .ats, .leps: [:]
    case .attore:
      [
        "cittadino": "Citizen", "operatore_pdp": "Proximity Point operator",
        "operatore_ente": "Operator of an organisation", "azienda": "Company", "test": "Test",
      ]
    case .sesso: ["F": "Female", "M": "Male", "X": "Not stated"]
    case .cittadinanza: ["ITA": "Italian", "UE": "European Union", "EXTRA": "Outside the EU"]
    case .fragilita:
      [
        "solitudine": "Loneliness", "digitale": "Digital divide",
        "non_autosufficienza": "Not self-sufficient", "isolamento": "Isolation",
        "cronicita": "Chronic illness", "economica": "Economic hardship",
      ]
    case .urgenza: ["ordinaria": "Ordinary", "urgente": "Urgent", "emergenza": "Emergency"]
    case .durataBisogno: ["temporanea": "Temporary", "permanente": "Permanent"]
    case .esitoRichiesta:
      [
        "ricevuta": "Received", "valutata": "Assessed", "in_attesa": "On a waiting list",
        "attivata": "Started", "chiusa": "Closed",
        "respinta_requisiti": "Rejected for requirements", "rinuncia": "Withdrawn",
        "decesso": "Died", "trasferita": "Moved away", "irreperibile": "Untraceable",
        "altro_servizio": "Another service", "scaduta": "Expired",
      ]
    case .regime:
      ["pubblico": "Public", "aziendale": "Corporate", "territoriale": "Territorial"]
    case .unita:
      [
        "ore": "Hours", "minuti": "Minutes", "accessi": "Visits", "pasti": "Meals",
        "giornate": "Days", "euro": "Euros", "pezzi": "Pieces",
      ]
    case .tipoEnte:
      [
        "odv": "Voluntary organisation", "aps": "Social promotion association",
        "filantropico": "Grant-making body", "impresa_sociale": "Social enterprise",
        "coop_sociale": "Social cooperative", "rete": "Network of associations",
        "mutuo_soccorso": "Mutual aid society", "altro_ets": "Other third-sector body",
        "impresa": "Business", "ente_pubblico": "Public body",
        "ente_ecclesiastico": "Church body", "persona_fisica": "Natural person",
      ]
    case .sezioneRunts: letters("Section", "abcdefg")
    case .attivitaArt5: letters("Letter", "abcdefghijklmnopqrstuvwxyz")
    case .modalita:
      ["domicilio": "At home", "sede": "On site", "online": "Online", "chiamata": "On call"]
    case .unitaCapacita:
      ["posti": "Places", "ore_settimana": "Hours a week", "utenti": "Users"]
    case .statoOfferta:
      [
        "bozza": "Draft", "pubblicato": "Published", "sospeso": "Suspended",
        "ritirato": "Withdrawn",
      ]
    case .esitoAccesso:
      [
        "richiesta": "Request", "informazione": "Information", "rinvio": "Sent elsewhere",
        "nessuno": "None",
      ]
    case .fonteFinanziamento:
      [
        "pnrr": "PNRR", "pnc": "PNC", "stato": "State", "regione": "Region",
        "provincia": "Province or metropolitan city", "comune": "Municipality",
        "altro_pubblico": "Other public", "privato": "Private", "altro": "Other",
        "totale": "Total",
      ]
    case .faseContatto:
      ["ascolto": "Listening", "orientamento": "Guidance", "accesso": "Access"]
    case .esitoContatto:
      [
        "informazione": "Information", "invio": "Referral",
        "proposta_presa_in_carico": "Proposal to take in charge", "appuntamento": "Appointment",
        "nessuno": "None",
      ]
    case .inCaricoA:
      [
        "servizio_sociale": "Social services", "sanita": "Health services",
        "volontariato": "Volunteers", "parrocchia": "Parish", "ente": "Another organisation",
        "altro": "Other",
      ]
    case .esitoAbbinamento:
      [
        "proposto": "Proposed", "accettato": "Accepted", "rifiutato": "Refused",
        "scaduto": "Expired",
      ]
    case .esitoCandidatura:
      ["qualificato": "Qualified", "respinto": "Rejected", "ritirato": "Withdrawn"]
    case .fonteRaccolta:
      [
        "cittadini": "Citizens", "imprese": "Businesses", "fondazioni": "Foundations",
        "cinque_per_mille": "Five per thousand", "eventi": "Events", "lasciti": "Bequests",
        "pubblico": "Public",
      ]
    case .modalitaScelta: ["testo": "Text", "icona": "Icon", "ricerca_libera": "Free search"]
    case .esitoRicerca:
      [
        "continua": "Goes on", "contatto": "Contact", "richiesta": "Request",
        "abbandono": "Given up",
      ]
    case .tipoRisorsa: ["tempo": "Time", "competenza": "Skill", "bene": "Goods"]
    case .ambitoScambio: ["persone": "People", "cose": "Things", "ambiente": "Environment"]
    case .tipoCura: ["cari": "Loved ones", "bambini": "Children", "casa": "Home"]
    case .motivoTrasporto:
      [
        "cura": "Care", "esami": "Tests", "spesa": "Shopping", "socialita": "Social life",
        "pdp": "Proximity Point", "altro": "Other",
      ]
    case .fonteSpesa:
      ["istat": "ISTAT", "mlps": "Ministry of Labour", "bilancio": "Budget"]
    case .profiloPersonale:
      [
        "assistente_sociale": "Social worker", "educatore": "Educator",
        "psicologo": "Psychologist", "amministrativo": "Administrative",
        "mediatore": "Mediator", "altro": "Other",
      ]
    case .statoLeps: ["assente": "Absent", "parziale": "Partial", "attivo": "Active"]
    case .innovazione:
      ["governance": "Of governance", "processo": "Of process", "servizio": "Of service"]
    case .tipoProcedimento:
      [
        "coprogrammazione": "Co-programming", "coprogettazione": "Co-design",
        "accreditamento": "Accreditation",
      ]
    case .tipoProponente:
      [
        "ets": "Third-sector body", "comune": "Municipality", "cittadini": "Citizens",
        "impresa": "Business", "parte_sociale": "Social partner",
      ]
    case .statoProposta:
      [
        "ricevuta": "Received", "discussa": "Discussed", "adottata": "Adopted",
        "rinviata": "Put off", "respinta": "Rejected",
      ]
    case .tipoOsservazione:
      [
        "forza": "Strength", "debolezza": "Weakness", "opportunita": "Opportunity",
        "rischio": "Risk",
      ]
    case .statoDecisione:
      [
        "da_avviare": "To be started", "in_corso": "Under way", "conclusa": "Concluded",
        "abbandonata": "Abandoned",
      ]
    }
  }

  private static func letters(_ name: String, _ letters: String) -> [String: String] {
    Dictionary(uniqueKeysWithValues: letters.map { (String($0), "\(name) \($0)") })
  }
}
