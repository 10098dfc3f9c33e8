import Indicators

extension DossierPhrases {
  static let prioritiesTitle = Text(it: "Priorità", en: "Priorities")
  static let prioritiesLead = Text(
    it:
      "Una proposta da discutere, non una decisione: dice dove l'evidenza è più forte. Il peso lo "
      + "decide il tavolo.",
    en: "A proposal to discuss, not a decision: it says where the evidence is strongest. The table "
      + "decides the weight.")
  static let ruleTitle = Text(it: "La regola", en: "The rule")
  static let rule = [
    Text(
      it:
        "Si guardano quattro segnali: poche persone raggiunte, poche richieste soddisfatte, attese "
        + "lunghe (quota servita entro 90 giorni), molte richieste.",
      en: "Four signals are looked at: few people reached, few requests met, long waits (share "
        + "served within 90 days), many requests."),
    Text(
      it: "Un segnale c'è solo se l'intervallo al 95\u{A0}% del comune e quello del territorio di "
        + "riferimento non si toccano. Se si sovrappongono, la differenza può essere dovuta al caso "
        + "e non conta.",
      en: "A signal counts only if the 95% intervals of the municipality and of the reference "
        + "territory do not touch. If they overlap, chance can explain the difference and it does "
        + "not count."),
    Text(
      it:
        "Segnali che pesano almeno la metà del totale: priorità alta. Meno: media. Nessun segnale, "
        + "con almeno due indicatori confrontabili: nessun segnale. Meno di due confrontabili e nessun "
        + "segnale: dati insufficienti.",
      en:
        "Signals that weigh at least half of the whole: high priority. Less: medium. None, with at "
        + "least two comparable indicators: no signal. Fewer than two comparable and no signal: not "
        + "enough data."),
    Text(
      it:
        "Dove un dato per area non si pubblica per i comuni, si usa quello di tutte le aree, per il "
        + "comune e per il riferimento; se è così per tutti i segnali, la riga è una sola, «tutte le "
        + "aree».",
      en: "Where a figure by user area is not published for municipalities, that of all areas is "
        + "used, for the municipality and for the reference; where it is so for every signal there is "
        + "one row, “all areas”."),
    Text(
      it: "Dentro ogni livello l'ordine è alfabetico: non è una classifica.",
      en: "Within each level the order is alphabetical: it is not a ranking."),
  ]
  static let equalWeights = Text(
    it:
      "Il tavolo non ha ancora deciso i pesi: ogni segnale pesa quanto gli altri, e due su quattro "
      + "sono la metà.",
    en:
      "The table has not decided the weights yet: each signal weighs as much as the others, and two "
      + "of four are half.")
  static let weights = Text(
    it: "I pesi decisi dal tavolo: {0}.", en: "The weights the table decided: {0}.")
  static let weight = Text(it: "Peso dei segnali (%)", en: "Weight of the signals (%)")
  static let levels = Text(
    it: "Comuni e aree per livello: {0}.", en: "Municipalities and areas by level: {0}.")
  static let levelCount = Text(it: "{0} {1}", en: "{0} {1}")
  static let prioritiesCaption = Text(
    it: "Priorità proposte per comune e area", en: "Proposed priorities by municipality and area")
  static let sheetPriorities = Text(it: "Priorità", en: "Priorities")
  static let allAreas = Text(it: "tutte le aree", en: "all areas")
  static let level = Text(it: "Livello", en: "Level")
  static let signals = Text(it: "Segnali", en: "Signals")
  static let judged = Text(
    it: "Indicatori confrontabili (su {0})", en: "Comparable indicators (of {0})")
  static let judgedNote = Text(
    it: "Confrontabili: indicatori pubblicati con il loro intervallo sia per il comune sia per il "
      + "territorio di riferimento.",
    en: "Comparable: indicators published with their interval for both the municipality and the "
      + "reference territory.")

  static let unmet = Text(it: "Richieste senza risposta", en: "Requests without an answer")
  static let robustness = Text(
    it: "Prove in cui è fra le prime tre (%)", en: "Trials in which it is among the first three (%)"
  )
  static let robustnessNote = Text(
    it:
      "Prove: mille volte la stessa regola, con i pesi dei segnali che variano fino a un quinto e i "
      + "valori dentro i loro intervalli; prima chi ha i segnali che pesano di più, e chi pesa uguale "
      + "si divide i posti. Vicino a 100\u{A0}% l'ordine è solido; in mezzo dipende dai pesi e dal caso.",
    en:
      "Trials: a thousand times the same rule, with weights of the signals that vary by up to a fifth "
      + "and values inside their intervals; first whose signals weigh most, and those of equal weight "
      + "share the places. Near 100% the order is solid; in between it depends on weights and on "
      + "chance.")
  static let robust = Text(
    it: "Priorità {0}: restano fra le prime tre in almeno otto prove su dieci {1}.",
    en: "Priorities of level {0}: among the first three in at least eight trials out of ten, {1}.")
  static let alone = Text(
    it:
      "Il territorio ha un solo comune: non ce n'è un altro con cui confrontarlo, e nessun segnale si "
      + "può calcolare. Restano i criteri, nella sezione Priorità.",
    en:
      "The territory has one municipality alone: there is no other to hold it against, and no signal "
      + "can be computed. The criteria remain, in the section Priorities.")
  static let noneRobust = Text(
    it:
      "Nessuna priorità {0} resta fra le prime tre in almeno otto prove su dieci: l'ordine dipende dai "
      + "pesi e dal caso, e lo decide il tavolo.",
    en: "No priority of level {0} stays among the first three in at least eight trials out of ten: "
      + "the order depends on weights and on chance, and the table decides it.")

  static let evidenceTitle = Text(it: "Evidenza e metodo", en: "Evidence and method")
  static let evidenceLead = Text(
    it: "Su che cosa si regge il fascicolo, quanto manca e come si calcola.",
    en: "What the dossier rests on, how much is missing and how it is computed.")
  static let methodTitle = Text(it: "Come leggere i numeri", en: "How to read the numbers")

  // MARK: On the first page
  static let emergesTitle = Text(it: "Che cosa emerge", en: "What stands out")
  static let headline = Text(it: "Priorità {0} proposta: {1}.", en: "Proposed {0} priority: {1}.")
  static let noHeadline = Text(
    it:
      "Nessuna priorità da proporre: dove i dati bastano, nessuno dei segnali che la regola guarda ({0}) "
      + "supera il margine d'errore.",
    en:
      "No priority to propose: where the data are enough, none of the signals the rule looks at ({0}) "
      + "goes beyond the margin of error.")
  static let noneJudged = Text(
    it:
      "Nessuna priorità da proporre: in nessun comune e area i dati bastano a giudicare i segnali che la "
      + "regola guarda. Non vuol dire che non ci siano bisogni.",
    en:
      "No priority to propose: in no municipality and area are the data enough to judge the signals the "
      + "rule looks at. It does not mean that there are no needs.")
  static let headlineAll = Text(
    it:
      "Comuni e aree senza alcun segnale: {0}; con dati insufficienti per dirlo: {1}. Nella sezione "
      + "Priorità c'è la regola; il peso lo decide il tavolo.",
    en:
      "Municipalities and areas without any signal: {0}; with not enough data to tell: {1}. The rule is "
      + "in the section Priorities; the table decides the weight.")
  static let headlineRest = Text(
    it:
      "Gli altri comuni e aree: senza alcun segnale {0}, con dati insufficienti per dirlo {1}. Nella "
      + "sezione Priorità c'è la regola; il peso lo decide il tavolo.",
    en:
      "The other municipalities and areas: without any signal {0}, with not enough data to tell {1}. "
      + "The rule is in the section Priorities; the table decides the weight.")
}
