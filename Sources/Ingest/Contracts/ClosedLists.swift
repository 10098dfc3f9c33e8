/// The code lists the exchange contract itself closes, with the words offices write for each code.
///
/// Services, user areas and channels are not here: they are reference data, editable without Swift.
enum ClosedLists {
  /// Code, Italian label, and other spellings (compared after folding).
  typealias Entry = (code: String, label: String, synonyms: [String])

  static func entries(of list: CodeListName) -> [Entry] {
    switch list {
    case .servizio, .areaUtenza, .canale, .ats, .leps: []
    case .attore:
      [
        ("cittadino", "Cittadino", ["utente", "richiedente"]),
        ("operatore_pdp", "Operatore del Punto di Prossimità", ["operatore pdp"]),
        ("operatore_ente", "Operatore di un ente", ["operatore"]),
        ("azienda", "Azienda", ["impresa"]), ("test", "Prova", ["prova"]),
      ]
    case .sesso:
      [
        (
          "F", "Femmina", ["donna", "femminile", "femmine", "donne", "2", "w", "weiblich", "femme"]
        ),
        ("M", "Maschio", ["uomo", "maschile", "maschi", "uomini", "1", "mannlich", "homme"]),
        ("X", "Non indicato", ["altro", "non indicato"]),
      ]
    case .cittadinanza:
      [
        ("ITA", "Italiana", ["italiana", "italia", "it"]),
        ("UE", "Unione europea", ["ue", "comunitaria", "unione europea"]),
        ("EXTRA", "Extra UE", ["extra ue", "extracomunitaria", "non ue"]),
      ]
    case .fragilita:
      [
        ("solitudine", "Solitudine", ["sola", "solo"]), ("digitale", "Divario digitale", []),
        ("non_autosufficienza", "Non autosufficienza", ["non autosufficiente"]),
        ("isolamento", "Isolamento", []), ("cronicita", "Cronicità", ["cronico"]),
        ("economica", "Fragilità economica", ["poverta"]),
      ]
    case .urgenza:
      [
        ("ordinaria", "Ordinaria", ["normale", "no", "n", "falso", "false", "0"]),
        ("urgente", "Urgente", ["si", "s", "vero", "true", "1", "x"]),
        ("emergenza", "Emergenza", ["pis", "pronto intervento"]),
      ]
    case .durataBisogno:
      [("temporanea", "Temporanea", ["temporaneo"]), ("permanente", "Permanente", [])]
    case .esitoRichiesta:
      [
        ("ricevuta", "Ricevuta", ["presentata", "protocollata", "creata"]),
        ("valutata", "Valutata", ["valutazione", "in valutazione", "vista"]),
        ("in_attesa", "In lista d'attesa", ["lista attesa", "in graduatoria", "in attesa"]),
        ("attivata", "Attivata", ["attiva", "erogata", "in corso", "attivazione"]),
        ("chiusa", "Chiusa", ["evasa", "conclusa", "completata", "cessata"]),
        ("respinta_requisiti", "Respinta per requisiti", ["respinta", "rigettata", "non ammessa"]),
        ("rinuncia", "Rinuncia", ["rinunciata", "ritirata", "annullata dal richiedente"]),
        ("decesso", "Decesso", ["deceduto", "deceduta"]),
        ("trasferita", "Trasferita", ["trasferimento", "trasferito"]),
        ("irreperibile", "Irreperibile", []),
        ("altro_servizio", "Altro servizio", ["invio ad altro servizio"]),
        ("scaduta", "Scaduta", ["decaduta"]),
      ]
    case .regime:
      [
        ("pubblico", "Pubblico", []), ("aziendale", "Aziendale", []),
        ("territoriale", "Territoriale", []),
      ]
    case .unita:
      [
        ("ore", "Ore", ["ora", "h", "hh"]), ("minuti", "Minuti", ["min", "minuto"]),
        ("accessi", "Accessi", ["accesso", "visite"]), ("pasti", "Pasti", ["pasto"]),
        ("giornate", "Giornate", ["giorni", "gg", "giornata"]), ("euro", "Euro", ["eur"]),
        ("pezzi", "Pezzi", ["pz", "unita", "numero"]),
      ]
    case .tipoEnte:
      [
        ("odv", "Organizzazione di volontariato", ["organizzazioni di volontariato"]),
        ("aps", "Associazione di promozione sociale", ["associazioni di promozione sociale"]),
        ("filantropico", "Ente filantropico", ["enti filantropici"]),
        ("impresa_sociale", "Impresa sociale", ["imprese sociali"]),
        ("coop_sociale", "Cooperativa sociale", ["cooperative sociali"]),
        ("rete", "Rete associativa", ["reti associative"]),
        ("mutuo_soccorso", "Società di mutuo soccorso", ["societa di mutuo soccorso"]),
        ("altro_ets", "Altro ente del Terzo settore", ["ets", "altri enti del terzo settore"]),
        ("impresa", "Impresa", []),
        ("ente_pubblico", "Ente pubblico", ["comune"]),
        ("ente_ecclesiastico", "Ente ecclesiastico", ["parrocchia"]),
        ("persona_fisica", "Persona fisica", []),
      ]
    case .sezioneRunts:
      // Of art. 46 of the Third Sector Code.
      zip(
        "abcdefg",
        [
          ["odv", "organizzazioni di volontariato"], ["aps", "associazioni di promozione sociale"],
          ["enti filantropici"], ["imprese sociali"], ["reti associative"],
          ["societa di mutuo soccorso"], ["altri enti del terzo settore"],
        ]
      ).map { (String($0), "Sezione \($0)", $1) }
    case .attivitaArt5: "abcdefghijklmnopqrstuvwxyz".map { (String($0), "Lettera \($0)", []) }
    case .modalita:
      [
        ("domicilio", "A domicilio", ["a domicilio"]), ("sede", "In sede", ["in sede"]),
        ("online", "Online", ["a distanza"]), ("chiamata", "A chiamata", ["a chiamata"]),
      ]
    case .unitaCapacita:
      [
        ("posti", "Posti", ["posto"]), ("ore_settimana", "Ore alla settimana", ["ore settimanali"]),
        ("utenti", "Utenti", ["persone"]),
      ]
    case .statoOfferta:
      [
        ("bozza", "Bozza", []), ("pubblicato", "Pubblicato", ["attivo"]),
        ("sospeso", "Sospeso", []), ("ritirato", "Ritirato", ["chiuso"]),
      ]
    case .esitoAccesso:
      [
        ("richiesta", "Richiesta", []), ("informazione", "Informazione", ["informazioni"]),
        ("rinvio", "Rinvio", ["invio"]), ("nessuno", "Nessuno", []),
      ]
    case .fonteFinanziamento:
      [
        ("pnrr", "PNRR", []), ("pnc", "PNC", []), ("stato", "Stato", []),
        ("regione", "Regione", []), ("provincia", "Provincia o città metropolitana", []),
        ("comune", "Comune", []), ("altro_pubblico", "Altro pubblico", []),
        ("privato", "Privato", []), ("altro", "Altro", []), ("totale", "Totale", []),
      ]
    case .faseContatto:
      [
        ("ascolto", "Ascolto", []), ("orientamento", "Orientamento", []),
        ("accesso", "Accesso", []),
      ]
    case .esitoContatto:
      [
        ("informazione", "Informazione", ["informazioni"]), ("invio", "Invio", ["rinvio"]),
        (
          "proposta_presa_in_carico", "Proposta di presa in carico",
          ["presa in carico", "proposta presa in carico"]
        ),
        ("appuntamento", "Appuntamento", []), ("nessuno", "Nessuno", ["nessun esito"]),
      ]
    case .inCaricoA:
      [
        ("servizio_sociale", "Servizio sociale", ["ss", "servizio sociale professionale"]),
        ("sanita", "Sanità", ["sa", "asp", "asl"]), ("volontariato", "Volontariato", ["vol"]),
        ("parrocchia", "Parrocchia", ["parr"]), ("ente", "Altro ente", []), ("altro", "Altro", []),
      ]
    case .esitoAbbinamento:
      [
        ("proposto", "Proposto", ["in attesa"]), ("accettato", "Accettato", ["concluso"]),
        ("rifiutato", "Rifiutato", []), ("scaduto", "Scaduto", []),
      ]
    case .esitoCandidatura:
      [
        ("qualificato", "Qualificato", ["ammesso", "accreditato"]),
        ("respinto", "Respinto", ["non ammesso"]), ("ritirato", "Ritirato", []),
      ]
    case .fonteRaccolta:
      [
        ("cittadini", "Cittadini", []), ("imprese", "Imprese", ["aziende"]),
        ("fondazioni", "Fondazioni", ["fondazione"]),
        ("cinque_per_mille", "Cinque per mille", ["5x1000", "5 per mille"]),
        ("eventi", "Eventi", ["evento"]), ("lasciti", "Lasciti", ["lascito"]),
        ("pubblico", "Pubblico", ["enti pubblici"]),
      ]
    case .modalitaScelta:
      [
        ("testo", "Testo", []), ("icona", "Icona", []),
        ("ricerca_libera", "Ricerca libera", ["libera"]),
      ]
    case .esitoRicerca:
      [
        ("continua", "Continua", []), ("contatto", "Contatto", []), ("richiesta", "Richiesta", []),
        ("abbandono", "Abbandono", []),
      ]
    case .tipoRisorsa:
      [
        ("tempo", "Tempo", ["tempo libero", "tempo_libero"]),
        ("competenza", "Competenza", ["competenze"]),
        ("bene", "Bene", ["bene materiale", "bene_materiale", "beni"]),
      ]
    case .ambitoScambio:
      [("persone", "Persone", []), ("cose", "Cose", []), ("ambiente", "Ambiente", [])]
    case .tipoCura:
      [
        ("cari", "Persone care", ["persone care", "anziani"]), ("bambini", "Bambini", ["minori"]),
        ("casa", "Casa", []),
      ]
    case .motivoTrasporto:
      [
        ("cura", "Cura", ["visita", "terapia"]), ("esami", "Esami", ["analisi"]),
        ("spesa", "Spesa", []), ("socialita", "Socialità", []),
        ("pdp", "Punto di Prossimità", []), ("altro", "Altro", []),
      ]
    case .fonteSpesa:
      [("istat", "ISTAT", []), ("mlps", "MLPS", ["sioss"]), ("bilancio", "Bilancio", [])]
    case .profiloPersonale:
      [
        ("assistente_sociale", "Assistente sociale", ["assistenti sociali", "as"]),
        ("educatore", "Educatore", ["educatori", "educatore socio-pedagogico"]),
        ("psicologo", "Psicologo", ["psicologi"]),
        ("amministrativo", "Amministrativo", ["amministrativi"]),
        ("mediatore", "Mediatore", ["mediatore culturale"]), ("altro", "Altro", []),
      ]
    case .statoLeps:
      [
        ("assente", "Assente", ["no", "non attivo"]), ("parziale", "Parziale", ["in parte"]),
        ("attivo", "Attivo", ["si", "presente"]),
      ]
    case .innovazione:
      [
        ("governance", "Di governo", ["governo"]), ("processo", "Di processo", []),
        ("servizio", "Di servizio", []),
      ]
    case .tipoProcedimento:
      [
        ("coprogrammazione", "Co-programmazione", ["co-programmazione"]),
        ("coprogettazione", "Co-progettazione", ["co-progettazione"]),
        ("accreditamento", "Accreditamento", []),
      ]
    case .tipoProponente:
      [
        ("ets", "Ente del Terzo settore", []), ("comune", "Comune", []),
        ("cittadini", "Cittadini", []), ("impresa", "Impresa", []),
        ("parte_sociale", "Parte sociale", ["sindacato"]),
      ]
    case .statoProposta:
      [
        ("ricevuta", "Ricevuta", []), ("discussa", "Discussa", []),
        ("adottata", "Adottata", ["accolta"]), ("rinviata", "Rinviata", []),
        ("respinta", "Respinta", ["non accolta"]),
      ]
    case .tipoOsservazione:
      [
        ("forza", "Punto di forza", ["punto di forza"]),
        ("debolezza", "Punto di debolezza", ["punto di debolezza"]),
        ("opportunita", "Opportunità", []), ("rischio", "Rischio", ["minaccia"]),
      ]
    case .statoDecisione:
      [
        ("da_avviare", "Da avviare", []), ("in_corso", "In corso", ["avviata"]),
        ("conclusa", "Conclusa", ["realizzata"]), ("abbandonata", "Abbandonata", []),
      ]
    }
  }
}

extension CodeListName {
  /// The codes of a list the contract closes; none of one that is reference data.
  public var closedCodes: [String] { ClosedLists.entries(of: self).map(\.code) }
}
