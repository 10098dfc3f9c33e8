import Indicators

/// The terms of the glossary, each explained in one sentence.
enum GlossaryTerms {
  static let who: [GlossaryPage.Term] = [
    term(
      "co-programmazione", "Co-programmazione", "Co-programming",
      it: "Il procedimento con cui un'amministrazione e gli enti del Terzo settore individuano "
        + "insieme bisogni, interventi, modi di realizzarli e risorse (art. 55 del Codice del "
        + "Terzo settore).",
      en: "The procedure by which an administration and third-sector organisations identify "
        + "together needs, interventions, ways of carrying them out and resources (art. 55 of "
        + "the Third Sector Code)."),
    term(
      "tavolo", "Tavolo", "Table",
      it: "Il gruppo di amministrazioni ed enti che si riunisce per una co-programmazione, su un "
        + "tema e un territorio.",
      en: "The group of administrations and organisations that meets for a co-programming "
        + "procedure, on a theme and a territory."),
    term(
      "fascicolo", "Fascicolo", "Dossier",
      it: "Il documento che raccoglie per un tavolo i dati su bisogni, risposte, divari e risorse.",
      en: "The document that gathers for a table the evidence on needs, answers, gaps and "
        + "resources."),
    term(
      "ets", "Ente del Terzo settore (ETS)", "Third-sector organisation (ETS)",
      it: "Un'organizzazione senza scopo di lucro iscritta al registro unico nazionale (RUNTS).",
      en: "A non-profit organisation entered in the national single register (RUNTS)."),
    term(
      "runts", "RUNTS", "RUNTS",
      it: "Il Registro unico nazionale del Terzo settore.",
      en: "The national single register of the third sector."),
    term(
      "istat", "ISTAT", "ISTAT",
      it: "L'Istituto nazionale di statistica, da cui vengono i residenti e i confini dei comuni.",
      en:
        "The national statistics institute, from which residents and boundaries of municipalities "
        + "come."),
    term(
      "pdp", "Punto di Prossimità (PdP)", "Proximity Point (PdP)",
      it: "Uno sportello di quartiere o di paese in cui un operatore aiuta a cercare e chiedere "
        + "un servizio.",
      en: "A neighbourhood or village desk where an operator helps people look and ask for a "
        + "service."),
    term(
      "richiesta", "Richiesta", "Request",
      it: "Un bisogno espresso da una persona o da una famiglia per un servizio.",
      en: "A need expressed by a person or a household for a service."),
    term(
      "area-utenza", "Area di utenza", "User area",
      it: "Il gruppo di persone a cui un servizio si rivolge, per esempio anziani o famiglia e "
        + "minori.",
      en: "The group of people a service is for, such as older people or families and minors."),
    term(
      "canale", "Canale", "Channel",
      it: "La porta da cui arriva una richiesta: sportello, telefono, piattaforma, Punto di "
        + "Prossimità e altre.",
      en: "The door through which a request arrives: desk, telephone, platform, Proximity Point "
        + "and others."),
    term(
      "casa-animali", "Casa, animali e stare insieme", "Home, pets and being together",
      it: "Gli aiuti che si chiedono soltanto sulla piattaforma di welfare: stanno fuori dalla "
        + "classificazione dei servizi sociali.",
      en: "Help asked for on the welfare platform alone: it is outside the classification of "
        + "social services."),
    term(
      "attivazione", "Attivazione", "Activation",
      it: "L'inizio del servizio chiesto.",
      en: "The start of the service asked for."),
    term(
      "presa-in-carico", "Presa in carico", "Taking in charge",
      it: "Il momento in cui un servizio comincia a occuparsi di una persona.",
      en: "The moment a service begins to look after a person."),
    term(
      "leps", "LEPS", "LEPS",
      it: "I livelli essenziali delle prestazioni sociali, che la legge garantisce a tutti.",
      en: "The essential levels of social services, which the law guarantees to all."),
    term(
      "esiti-tavolo", "Esiti del tavolo", "Outcomes of the table",
      it: "Le decisioni prese al tavolo, scritte sul foglio allegato al fascicolo.",
      en: "The decisions taken at the table, written on the sheet attached to the dossier."),
  ]

  static let places: [GlossaryPage.Term] = [
    term(
      "ats", "Ambito territoriale sociale (ATS)", "Social district (ATS)",
      it: "Un gruppo di comuni che programmano insieme i servizi sociali.",
      en: "A group of municipalities that plan social services together."),
    term(
      "composizione-provvisoria", "Composizione provvisoria di un ambito",
      "Provisional composition of a district",
      it: "Si dice di un ambito quando nessun atto ufficiale ha ancora confermato quali comuni lo "
        + "formano; un segno accanto al nome lo ricorda.",
      en: "Said of a district while no official act has confirmed which municipalities form it; a "
        + "mark beside its name recalls it."),
    term(
      "area-interna", "Area interna, classe SNAI", "Inner area, SNAI class",
      it: "La distanza di un comune dai servizi essenziali, da A (polo) a F (ultraperiferico); E "
        + "ed F sono mostrate insieme.",
      en: "The distance of a municipality from essential services, from A (hub) to F "
        + "(ultra-peripheral); E and F are shown together."),
    term(
      "polo", "Polo", "Hub",
      it: "Un comune che ha scuole superiori, ospedale con pronto soccorso e stazione ferroviaria.",
      en: "A municipality with upper secondary schools, a hospital with emergency department and "
        + "a railway station."),
    term(
      "data-riferimento", "Data di riferimento", "As-of date",
      it: "Il giorno a cui tutti i numeri di un'edizione si riferiscono.",
      en: "The day all the numbers of an edition refer to."),
    term(
      "edizione", "Edizione", "Edition",
      it: "Tutto quello che si pubblica per una data di riferimento.",
      en: "Everything published for an as-of date."),
    term(
      "periodo", "Periodo", "Period",
      it: "L'anno, il semestre, il trimestre o il mese in cui i fatti contati sono accaduti.",
      en: "The year, half-year, quarter or month in which the facts counted happened."),
  ]

  static let numbers: [GlossaryPage.Term] = [
    term(
      "osservazione", "Osservazione", "Observation",
      it: "Un numero pubblicato, o il motivo per cui non c'è, con il suo identificativo.",
      en: "A published number, or the reason it is not there, with its identifier."),
    term(
      "identificativo", "Identificativo", "Identifier",
      it: "Il nome stabile di un numero, con cui lo si cita e si risale alle righe da cui viene.",
      en: "The stable name of a number, by which it is cited and traced back to the rows it "
        + "comes from."),
    term(
      "copertura", "Copertura", "Coverage",
      it: "La parte di chi potrebbe avere bisogno che è stata raggiunta.",
      en: "The share of those who might be in need that has been reached."),
    term(
      "mediana", "Mediana", "Median",
      it: "Il valore che divide a metà: metà delle richieste aspetta meno, metà aspetta di più.",
      en: "The value that halves: half of the requests wait less, half wait longer."),
    term(
      "percentile-90", "90º percentile", "90th percentile",
      it: "Il valore sotto il quale stanno nove richieste su dieci.",
      en: "The value below which nine requests out of ten lie."),
    term(
      "intervallo", "Intervallo al 95\u{A0}%", "95% interval",
      it: "I valori compatibili con i dati, tenuto conto che i casi contati sono pochi e "
        + "potevano andare altrimenti.",
      en: "The values compatible with the data, given that the cases counted are few and could "
        + "have gone otherwise."),
    term(
      "caso", "Non distinguibile dal caso", "Not distinguishable from chance",
      it: "Una differenza che i pochi casi contati bastano a spiegare: gli intervalli si "
        + "sovrappongono.",
      en: "A difference that the few cases counted are enough to explain: the intervals overlap."),
    term(
      "incidenza", "Curva dei tempi", "Waiting curve",
      it: "La quota di richieste servite entro un certo numero di giorni, contando anche quelle "
        + "ancora aperte e quelle ritirate (stimatore di Aalen–Johansen o di Kaplan–Meier).",
      en: "The share of requests served within a number of days, counting also those still open "
        + "and those withdrawn (Aalen–Johansen or Kaplan–Meier estimator)."),
    term(
      "a-rischio", "Richieste ancora osservate", "Requests still observed",
      it: "Quante richieste, a un certo numero di giorni, aspettano ancora e si possono ancora "
        + "osservare.",
      en: "How many requests, at a number of days, are still waiting and can still be observed."),
    term(
      "divario", "Divario", "Gap",
      it: "La distanza fra il valore di un territorio e quello di tutti.",
      en: "The distance between the value of a territory and that of all."),
    term(
      "theil", "Indice di Theil", "Theil index",
      it: "Una misura della disuguaglianza: zero se tutti i comuni hanno la stessa copertura, e "
        + "tanto più grande quanto più si allontanano.",
      en: "A measure of inequality: zero when all municipalities have the same coverage, and "
        + "larger the further they are apart."),
    term(
      "gini", "Indice di Gini", "Gini index",
      it:
        "Una misura della concentrazione: zero se tutti i comuni hanno la stessa copertura, verso "
        + "uno se chi è raggiunto sta quasi tutto in pochi comuni.",
      en:
        "A measure of concentration: zero when all municipalities have the same coverage, towards "
        + "one when nearly all those reached are in a few."),
    term(
      "moran", "Indice di Moran", "Moran's index",
      it:
        "Dice se i comuni vicini si somigliano: sopra zero si somigliano più che a caso, sotto zero "
        + "meno.",
      en:
        "Says whether nearby municipalities are alike: above zero more than by chance, below zero "
        + "less."),
    term(
      "chain-ladder", "Chain ladder", "Chain ladder",
      it:
        "Il metodo che stima quanto si conosce già dei periodi recenti da come sono cresciuti, con "
        + "i dati arrivati in ritardo, quelli passati.",
      en:
        "The method that estimates how much is already known of recent periods from how past ones "
        + "grew as late data came in."),
    term(
      "centralita", "Centralità di un'organizzazione", "Centrality of an organisation",
      it:
        "La parte dei percorsi più brevi fra le altre organizzazioni che passa per una: dove è alta, "
        + "la rete degli invii dipende da quella.",
      en:
        "The share of the shortest paths between the other organisations that passes through one: "
        + "where it is high, the network of referrals depends on it."),
    term(
      "saturazione", "Saturazione dei posti", "Occupancy of places",
      it: "Quanti dei posti disponibili sono occupati: al 100\u{A0}% chi arriva deve aspettare.",
      en: "How many of the available places are taken: at 100% whoever arrives has to wait."),
    term(
      "nat-bit", "Nat e bit", "Nats and bits",
      it: "Le unità degli indici di disuguaglianza e di cambiamento: zero vuol dire nessuna "
        + "differenza, e ogni valore si legge accanto a quello dello stesso indice in un altro anno.",
      en: "The units of indices of inequality and of change: zero means no difference, and each "
        + "value is read beside that of the same index in another year."),
    term(
      "imbuto", "Grafico a imbuto", "Funnel plot",
      it: "Un grafico che mostra quali comuni stanno fuori da quello che il caso spiega, tenuto "
        + "conto di quanto sono grandi.",
      en: "A chart showing which municipalities lie outside what chance explains, given how "
        + "large they are."),
    term(
      "riservato", "Riservato [c]", "Confidential [c]",
      it: "Un dato che esiste e non si pubblica, perché riguarda poche persone o permetterebbe "
        + "di ricavarle.",
      en: "A figure that exists and is not published, because it concerns few people or would "
        + "let them be worked out."),
    term(
      "non-applicabile", "Non applicabile [x]", "Not applicable [x]",
      it: "Un dato che in quel caso non ha senso o non si può calcolare.",
      en: "A figure that has no meaning or cannot be computed in that case."),
    term(
      "non-pervenuto", "Non pervenuto [..]", "Not received [..]",
      it: "Un dato che nessuno ha ancora consegnato.",
      en: "A figure nobody has delivered yet."),
    term(
      "provvisorio", "Provvisorio [p]", "Provisional [p]",
      it: "Un dato che le prossime consegne possono ancora cambiare.",
      en: "A figure that the next deliveries may still change."),
    term(
      "sintetico", "Dato sintetico", "Synthetic data",
      it: "Un dato inventato per mostrare come funziona il programma.",
      en: "Data invented to show how the program works."),
  ]

  static let money: [GlossaryPage.Term] = [
    term(
      "cup", "CUP", "CUP",
      it: "Il codice unico di progetto, che identifica un investimento pubblico.",
      en: "The single project code that identifies a public investment."),
    term(
      "cig", "CIG", "CIG",
      it: "Il codice identificativo di una gara o di un affidamento.",
      en: "The code that identifies a tender or an award."),
    term(
      "pnrr", "PNRR", "PNRR",
      it: "Il Piano nazionale di ripresa e resilienza, finanziato dall'Unione europea.",
      en: "The National Recovery and Resilience Plan, funded by the European Union."),
    term(
      "pnc", "PNC", "PNC",
      it: "Il Piano nazionale per gli investimenti complementari al PNRR.",
      en: "The national plan of investments complementary to the PNRR."),
    term(
      "regis", "ReGiS", "ReGiS",
      it: "Il sistema informativo con cui lo Stato rendiconta il PNRR.",
      en: "The information system with which the State accounts for the PNRR."),
    term(
      "dup", "DUP", "DUP",
      it:
        "Il Documento unico di programmazione, con cui un ente locale decide obiettivi e risorse dei "
        + "prossimi anni.",
      en:
        "The single planning document, by which a local authority decides the aims and resources of "
        + "the coming years."),
    term(
      "avanzamento", "Avanzamento finanziario", "Financial progress",
      it: "Quanto è stato pagato rispetto a quanto è stato finanziato; cambia secondo il "
        + "denominatore.",
      en: "How much has been paid of what has been funded; it changes with the denominator."),
    term(
      "curva-s", "Curva a S", "S-curve",
      it: "L'andamento atteso della spesa di un programma: lento all'inizio, rapido al centro, "
        + "lento alla fine.",
      en: "The expected course of a programme's spending: slow at the start, fast in the middle, "
        + "slow at the end."),
  ]

  private static func term(
    _ id: String, _ italian: String, _ english: String, it: String, en: String
  ) -> GlossaryPage.Term {
    GlossaryPage.Term(
      id: id, name: Text(it: italian, en: english), meaning: Text(it: it, en: en))
  }
}
