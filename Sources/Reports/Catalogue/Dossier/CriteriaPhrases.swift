import Indicators

/// The words of the matrix of criteria.
enum CriteriaPhrases {
  static let title = Text(it: "I criteri, da 1 a 5", en: "The criteria, from 1 to 5")
  static let ruleTitle = Text(it: "Come si danno i punteggi", en: "How the scores are given")
  static let rule: [Text] = [
    Text(
      it:
        "5 chiede più attenzione. Si calcola solo su dati pubblicati: dove non bastano, un segno dice "
        + "perché.",
      en:
        "5 asks for more attention. Only published figures count: where they do not suffice, a mark "
        + "says why."
    ),
    Text(
      it: "Gravità, dalla quota di richieste non soddisfatte: 1 fino al 10\u{A0}%, 2 fino al "
        + "20\u{A0}%, 3 fino al 30\u{A0}%, 4 fino al 40\u{A0}%, 5 oltre.",
      en: "Severity, from the share of requests not met: 1 up to 10%, 2 up to 20%, 3 up to 30%, "
        + "4 up to 40%, 5 above."),
    Text(
      it:
        "Ampiezza, dal numero di richieste non soddisfatte: 1 fino a 10, 2 fino a 20, 3 fino a 50, "
        + "4 fino a 100, 5 oltre.",
      en: "Size, from the number of requests not met: 1 up to 10, 2 up to 20, 3 up to 50, 4 up to "
        + "100, 5 above."),
    Text(
      it: "Divario, dalle persone raggiunte rispetto al territorio di riferimento: 5 se sono meno, "
        + "oltre il margine d'errore; 1 se sono di più; 3 se la differenza non è distinguibile dal "
        + "caso.",
      en: "Gap, from the people reached against the reference territory: 5 if fewer, beyond the "
        + "margin of error; 1 if more; 3 if the difference is not distinguishable from chance."),
    Text(
      it:
        "Tempo, dalla quota non servita entro 90 giorni: 1 fino al 10\u{A0}%, 2 fino al 25\u{A0}%, "
        + "3 fino al 40\u{A0}%, 4 fino al 55\u{A0}%, 5 oltre.",
      en: "Time, from the share not served within 90 days: 1 up to 10%, 2 up to 25%, 3 up to 40%, "
        + "4 up to 55%, 5 above."),
    Text(
      it: "Tendenza, dalle richieste per residente rispetto al periodo di confronto: 5 se sono "
        + "cresciute, oltre il margine d'errore; 1 se sono calate; 3 se la differenza non è "
        + "distinguibile dal caso.",
      en: "Trend, from the requests per resident against the comparison period: 5 if they grew, "
        + "beyond the margin of error; 1 if they fell; 3 if the difference is not distinguishable "
        + "from chance."),
    Text(
      it:
        "Qualità del dato: quanti dei cinque criteri si possono pubblicare. Qui 5 vuol dire tutti.",
      en: "Quality of the evidence: how many of the five criteria can be published. Here 5 is all."),
  ]
  static let criteria: [Text] = [
    Text(it: "Gravità", en: "Severity"), Text(it: "Ampiezza", en: "Size"),
    Text(it: "Divario", en: "Gap"), Text(it: "Tempo", en: "Time"),
    Text(it: "Tendenza", en: "Trend"),
  ]
  static let quality = Text(it: "Qualità del dato", en: "Quality of the evidence")
  static let caption = Text(
    it: "I bisogni per comune e area, con un punteggio da 1 a 5 per ogni criterio",
    en: "Needs by municipality and area, with a score from 1 to 5 for each criterion")
  static let sheet = Text(it: "Criteri", en: "Criteria")
  static let weightsNote = Text(
    it:
      "I punteggi non si sommano da soli: il peso di ogni criterio lo decide il tavolo. L'ordine è "
      + "alfabetico: non è una classifica.",
    en:
      "Scores are not added up here: the table decides the weight of each criterion. The order is "
      + "alphabetical: it is not a ranking.")
  static let leftOut = Text(
    it: "Comuni e aree che non compaiono, perché nessun criterio si può pubblicare: {0}.",
    en: "Municipalities and areas not shown, because no criterion can be published: {0}.")
  static let none = Text(
    it: "Nessun criterio si può pubblicare per questi comuni: i punteggi non si danno.",
    en: "No criterion can be published for these municipalities: no scores are given.")
}
