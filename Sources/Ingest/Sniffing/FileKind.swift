/// What a file is by its content, whatever its name says.
public enum FileKind: String, Sendable, CaseIterable, Codable {
  case csv
  case json
  case ndjson
  case xlsx
  // What follows is recognised so that it can be refused by name, with advice.
  case xls
  case xlsProtected = "xls-protetto"
  case xlsb
  case ods
  case html
  case xml
  case pdf
  case zip
  case gzip
  case archive = "archivio"
  case docx
  case image = "immagine"
  case binary = "binario"
  case empty = "vuoto"

  /// Kinds Tavolo reads rows from.
  public var isReadable: Bool {
    switch self {
    case .csv, .json, .ndjson, .xlsx: true
    default: false
    }
  }

  /// Why a file of this kind is refused and what to do instead; nil for the readable ones.
  public var refusal: UnreadableFile? {
    let message: String
    switch self {
    case .csv, .json, .ndjson, .xlsx: return nil
    case .xls:
      message = "è un foglio nel vecchio formato Excel (.xls): aprirlo e salvarlo come .xlsx."
    case .xlsProtected:
      message = "il foglio è protetto da password: toglierla e salvarlo di nuovo come .xlsx."
    case .xlsb: message = "è un foglio Excel binario (.xlsb): aprirlo e salvarlo come .xlsx."
    case .ods: message = "è un foglio OpenDocument (.ods): aprirlo e salvarlo come .xlsx."
    case .html:
      message =
        "è una pagina HTML, anche se il nome dice altro: aprirla con un foglio di calcolo"
        + " e salvarla come .xlsx, o chiedere l'esportazione in CSV."
    case .xml:
      message = "è un file XML: esportare la tabella in CSV, JSON o .xlsx."
    case .pdf: message = "è un PDF, da cui non si leggono tabelle: chiedere i dati in CSV o .xlsx."
    case .zip: message = "è un archivio zip: estrarre il file e consegnare quello."
    case .gzip: message = "è un file compresso (gzip): estrarlo e consegnare il contenuto."
    case .archive: message = "è un archivio compresso: estrarre il file e consegnare quello."
    case .docx: message = "è un documento di testo: chiedere i dati in CSV o .xlsx."
    case .image: message = "è un'immagine: chiedere i dati in CSV o .xlsx."
    case .binary:
      message = "il contenuto non è testo né un formato conosciuto: consegnare CSV, JSON o .xlsx."
    case .empty: message = "il file è vuoto: controllare l'esportazione."
    }
    return UnreadableFile(
      code: self == .empty ? "file-vuoto" : "formato-\(rawValue)", message: message)
  }
}
