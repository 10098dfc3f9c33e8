import Indicators

/// The words of the page on accessibility. What is said of tests is what `Tests/Web` does, no more.
enum AccessibilityPhrases {
  static let title = Text(it: "Accessibilità", en: "Accessibility")
  static let link = Text(
    it: "Accessibilità: che cosa si prova, i limiti, a chi scrivere",
    en: "Accessibility: what is tested, limits, whom to write to")
  static let subtitle = Text(
    it:
      "Con quali regole sono fatte queste pagine, che cosa si prova, che cosa no, a chi scrivere.",
    en: "By which rules these pages are made, what is tested, what is not, whom to write to.")

  static let rulesTitle = Text(it: "Le regole", en: "The rules")
  static let rules = [
    Text(
      it:
        "Le pagine e i fogli di calcolo sono fatti per rispettare WCAG 2.1, livelli A e AA, che la norma "
        + "europea EN 301 549 richiama. In Italia lo chiedono la legge 4/2004 e le linee guida di AgID, anche "
        + "per i documenti da scaricare.",
      en:
        "Pages and workbooks are made to meet WCAG 2.1, levels A and AA, to which the European standard "
        + "EN 301 549 refers. In Italy law 4/2004 and the guidelines of AgID ask for it, also of documents to "
        + "download."),
    Text(
      it:
        "Questa pagina non è la dichiarazione di accessibilità di legge, che fa l'amministrazione che "
        + "pubblica, ogni anno entro il 23 settembre: le dà quanto le serve per scriverla.",
      en:
        "This page is not the accessibility declaration the law asks for, which is made by the administration "
        + "that publishes, every year by 23 September: it gives it what it needs to write one."),
    Text(
      it:
        "Se queste pagine siano conformi non è detto qui: le prove automatiche non bastano a dirlo.",
      en: "Whether these pages conform is not said here: automatic tests are not enough to tell."),
  ]

  static let testsTitle = Text(it: "Che cosa si prova", en: "What is tested")
  static let testsLead = Text(
    it:
      "Il programma che scrive queste pagine ha una prova automatica, che chiunque può ripetere con "
      + "«make check-web». Si fa su edizioni di esempio: nessuno ha provato questa edizione, se chi la "
      + "pubblica non lo dice. Di ogni tipo di pagina, in italiano e in inglese, la prova controlla che:",
    en:
      "The program that writes these pages has an automatic test, which anyone can repeat with “make "
      + "check-web”. It is run on sample editions: nobody has tested this edition, unless who publishes it "
      + "says so. Of every kind of page, in Italian and in English, the test checks that:")
  static let tests = [
    Text(
      it:
        "lo strumento axe non trovi violazioni di WCAG 2.1 A e AA, nell'aspetto chiaro e in quello scuro;",
      en: "the tool axe finds no violation of WCAG 2.1 A and AA, in the light and in the dark look;"
    ),
    Text(
      it:
        "da tastiera si arrivi al contenuto, si ordinino le tabelle, si leggano i valori dei grafici, e il "
        + "punto in cui si è si veda sempre;",
      en:
        "from the keyboard one reaches the content, sorts tables, reads the values of charts, and always sees "
        + "where one is;"),
    Text(
      it:
        "niente esca dalla pagina su uno schermo largo 320 punti, e niente si tagli con più spazio fra "
        + "lettere, parole e righe;",
      en:
        "nothing leaves the page on a screen 320 points wide, and nothing is cut with more room between "
        + "letters, words and lines;"),
    Text(
      it: "con i colori scelti dal sistema ogni segno dei grafici si distingua, e niente si muova;",
      en: "with colours chosen by the system every mark of a chart stands out, and nothing moves;"),
    Text(
      it: "senza JavaScript e sulla carta ci siano tutte le tabelle;",
      en: "without JavaScript and on paper all the tables are there;"),
    Text(
      it: "ogni foglio di calcolo abbia la sua lingua, una tabella per foglio senza celle unite, "
        + "l'intestazione ripetuta sulla carta e un testo per ogni grafico.",
      en:
        "every workbook has its language, one table a sheet without merged cells, its header repeated on "
        + "paper and a text for every chart."),
  ]

  static let limitsTitle = Text(it: "Limiti conosciuti", en: "Known limits")
  static let limits = [
    Text(
      it:
        "Non si è provato con lettori di schermo, ingranditori o comandi vocali, né con persone con "
        + "disabilità.",
      en: "No test was made with screen readers, magnifiers or voice control, nor with people with "
        + "disabilities."),
    Text(
      it:
        "La prova si fa con un browser solo, Chromium; i fogli di calcolo si aprono con LibreOffice, non "
        + "con altri programmi.",
      en:
        "The test uses one browser alone, Chromium; workbooks are opened with LibreOffice, not with other "
        + "programs."),
    Text(
      it: "Una prova automatica trova solo una parte degli ostacoli.",
      en: "An automatic test finds only some of the barriers."),
    Text(
      it: "Le tabelle larghe, sugli schermi stretti, si scorrono di lato al loro interno.",
      en: "Wide tables are scrolled sideways inside their frame on narrow screens."),
    Text(
      it:
        "Le parole di chi ha consegnato i dati sono riportate come sono: possono essere difficili o avere "
        + "sigle non spiegate. Nelle pagine in inglese restano in italiano.",
      en:
        "Words of who delivered the data are given as they are: they may be difficult or have acronyms that "
        + "are not explained. In English pages they stay in Italian."),
    Text(
      it:
        "Il PDF che un browser stampa da queste pagine non è stato provato come documento accessibile: va "
        + "pubblicata la pagina, non la sua stampa.",
      en:
        "The PDF a browser prints from these pages was not tested as an accessible document: publish the "
        + "page, not its print."),
  ]

  static let feedbackTitle = Text(it: "Segnalare un ostacolo", en: "Reporting a barrier")
  static let office = Text(
    it:
      "Per segnalare un ostacolo, o chiedere un contenuto in un'altra forma, scrivere a {1}, {0}.",
    en: "To report a barrier, or to ask for content in another form, write to {1}, {0}.")
  static let noOffice = Text(
    it:
      "Chi pubblica queste pagine non ha ancora dichiarato un ufficio a cui scrivere [..]: fino ad allora ci "
      + "si rivolge ai recapiti del suo sito.",
    en:
      "Who publishes these pages has not yet declared an office to write to [..]: until then use the contacts "
      + "of its own site.")
  static let ombudsman = Text(
    it:
      "A chi non riceve risposta, o ne riceve una che non risolve, la legge dà il Difensore civico per il "
      + "digitale, presso AgID.",
    en:
      "Whoever gets no answer, or one that does not solve the problem, may by law turn to the Digital "
      + "Ombudsman (Difensore civico per il digitale) at AgID.")
}
