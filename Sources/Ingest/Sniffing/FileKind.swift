/// What a file is by its content, whatever its name says.
public enum FileKind: String, Sendable, CaseIterable, Codable {
  case csv
  case fixedWidth = "larghezza-fissa"
  case json
  case ndjson
  case xml
  case xlsx
  case ods
  // Opened by themselves when there is one file inside.
  case gzip
  case zip
  // What follows is recognised so that it can be refused by name, with advice.
  case xls
  case xlsProtected = "xls-protetto"
  case xlsb
  case spreadsheetXML = "xls-xml"
  case html
  case pdf
  case archive = "archivio"
  case docx
  case image = "immagine"
  case parquet
  case database
  case statistics = "statistico"
  case signed = "firmato"
  case agenda
  case errorReply = "risposta-di-errore"
  case binary = "binario"
  case empty = "vuoto"

  /// Kinds that are text: the encoding matters, and one may be declared to be another.
  public var isText: Bool {
    switch self {
    case .csv, .fixedWidth, .json, .ndjson, .xml: true
    default: false
    }
  }

  /// Why a file of this kind is refused and what to do instead; nil for the readable ones.
  public var refusal: UnreadableFile? {
    let message: String
    switch self {
    case .csv, .fixedWidth, .json, .ndjson, .xml, .xlsx, .ods: return nil
    case .xls:
      message = "è un foglio nel vecchio formato Excel (.xls): aprirlo e salvarlo come .xlsx."
    case .xlsProtected:
      message = "il foglio è protetto da password: toglierla e salvarlo di nuovo come .xlsx."
    case .xlsb: message = "è un foglio Excel binario (.xlsb): aprirlo e salvarlo come .xlsx."
    case .spreadsheetXML:
      message = "è un foglio di calcolo salvato come XML: aprirlo e salvarlo come .xlsx."
    case .html:
      message =
        "è una pagina HTML, anche se il nome dice altro: aprirla con un foglio di calcolo"
        + " e salvarla come .xlsx, o chiedere l'esportazione in CSV."
    case .pdf: message = "è un PDF, da cui non si leggono tabelle: chiedere i dati in CSV o .xlsx."
    case .zip:
      message = "è un archivio zip dentro un altro archivio: estrarre il file e consegnare quello."
    case .gzip:
      message = "è un file compresso (gzip) due volte: estrarlo e consegnare il contenuto."
    case .archive: message = "è un archivio compresso: estrarre il file e consegnare quello."
    case .docx: message = "è un documento di testo: chiedere i dati in CSV o .xlsx."
    case .image: message = "è un'immagine: chiedere i dati in CSV o .xlsx."
    case .parquet:
      message = "è un file Parquet, Arrow, Avro o ORC: esportare la tabella in CSV o .xlsx."
    case .database:
      message = "è l'archivio di una base di dati: esportare la tabella in CSV o .xlsx."
    case .statistics:
      message = "è il file di un programma di statistica: esportare la tabella in CSV o .xlsx."
    case .signed:
      message =
        "è un file firmato digitalmente (.p7m): estrarre il documento con il programma di firma e"
        + " consegnare quello."
    case .agenda:
      message = "è un'agenda o una rubrica (.ics, .vcf): chiedere i dati in CSV o .xlsx."
    case .errorReply:
      message =
        "non è l'esportazione, ma la risposta con cui un servizio dice che non l'ha data: controllare"
        + " indirizzo e credenziali, e scaricarla di nuovo."
    case .binary:
      message = "il contenuto non è testo né un formato conosciuto: consegnare CSV, JSON o .xlsx."
    case .empty: message = "il file è vuoto: controllare l'esportazione."
    }
    return UnreadableFile(
      code: self == .empty ? "file-vuoto" : "formato-\(rawValue)", message: message, kind: self)
  }
}
