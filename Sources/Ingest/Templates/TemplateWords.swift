/// What a fill-in workbook says, in both languages.
enum TemplateWords {
  static let title = Words("Modello «{0}»", "Template “{0}”")
  static let instructions = Words("Istruzioni", "Instructions")
  static let lists = Words("Elenchi", "Lists")
  static let page = Words("Pagina", "Page")
  static let of = Words("di", "of")
  static let such = Words("es. ", "e.g. ")
  static let suchAs = Words(" Es. ", " E.g. ")
  static let required = Words("Obbligatorio.", "Required.")
  static let optional = Words("Facoltativo.", "Optional.")
  static let day = Words("Data come 31/03/2026.", "A date such as 31/03/2026.")
  static let integerWithin = Words(
    "Numero intero da {0} a {1}.", "A whole number from {0} to {1}.")
  static let integer = Words("Numero intero.", "A whole number.")
  static let decimal = Words("Numero, con la virgola per i decimali.", "A number.")
  static let chosen = Words("Si sceglie dall'elenco.", "Choose from the list.")
  static let chosenIfThere = Words(
    "Si sceglie dall'elenco, se c'è.", "Choose from the list, if it is there.")
  static let several = Words("Più voci si separano con |.", "Several are separated by |.")
  static let wrongDay = Words(
    "Serve una data che esiste, come 31/03/2026.",
    "A date that exists is needed, such as 31/03/2026.")
  static let wrongInteger = Words(
    "Serve un numero intero da {0} a {1}.", "A whole number from {0} to {1} is needed.")
  static let wrongDecimal = Words(
    "Serve un numero, con la virgola per i decimali.", "A number is needed.")
  static let wrongWord = Words("Serve una voce dell'elenco.", "A word of the list is needed.")
  static let oddWord = Words(
    "Non è una voce dell'elenco: lasciarla solo se è giusta.",
    "It is not in the list: leave it only if it is right.")
  static let personCode = Words(
    "codice fiscale o codice interno", "fiscal code or internal code")
  static let organisationCode = Words(
    "le 11 cifre del codice fiscale", "the 11 digits of the fiscal code")
  static let text = Words("testo", "text")
  static let ownWord = Words(
    "Una voce di un elenco concordato con chi riceve: altro non è caricato.",
    "A word of a list agreed with the recipient: nothing else is loaded.")

  static let howTo = Words("Come si compila: {0}", "How to fill it in: {0}")
  static let yes = Words("sì", "yes")
  static let headers = [
    Words("Colonna", "Column"), Words("Obbligatoria", "Required"), Words("Tipo", "Kind"),
    Words("Che cosa scrivere", "What to write"), Words("Voci ammesse", "Words allowed"),
    Words("Esempio", "Example"),
  ]
  static let columns = Words("colonne", "columns")
  static let manyWords = Words(
    "{0} voci: foglio «{1}», colonna «{2}»", "{0} words: sheet “{1}”, column “{2}”")
  static let place = Words(
    "Si compila il foglio «{0}», una riga sotto l'altra a partire dalla riga {1}. Le prime due righe "
      + "dicono che cosa scrivere e danno un esempio: non sono dati e non vengono caricate.",
    "Fill in the sheet “{0}”, one row under another from row {1}. The first two rows say what to write "
      + "and give an example: they are no data and are not loaded.")
  static let names = Words(
    "",
    "The names of the columns are Italian: they are those of the exchange, by which the file comes "
      + "back in. What each means stands above it. The words of the lists are read in both languages."
  )
  static let asterisks = Words(
    "Le colonne con l'asterisco sono obbligatorie: {0}. Senza, la riga non si può usare. Le altre si "
      + "lasciano vuote quando il dato manca: vuoto non è zero.",
    "Columns with an asterisk are required: {0}. Without them the row cannot be used. The others are "
      + "left empty when the figure is missing: empty is not zero.")
  static let unneeded = Words(
    "Le colonne che non servono si possono cancellare e quelle che restano spostare; i loro nomi non "
      + "vanno cambiati e altre colonne non vanno aggiunte.",
    "Columns that are not needed may be deleted and the others moved; their names must not be changed "
      + "and no other columns added.")
  static let persons = Words(
    "I codici delle persone diventano chiavi appena il file è letto e non sono conservati; il file "
      + "compilato però li contiene: va tenuto e trasmesso come ogni elenco di dati personali.",
    "The codes of persons become keys as soon as the file is read and are not kept; the file that is "
      + "filled in holds them, though: keep it and send it as any list of personal data.")
  static let saved = Words(
    "Il file si salva come .xlsx con il giorno nel nome, per esempio 2026-03-31.xlsx, e si consegna "
      + "così com'è.",
    "Save the file as .xlsx with the day in its name, for instance 2026-03-31.xlsx, and deliver it as "
      + "it is.")
}
