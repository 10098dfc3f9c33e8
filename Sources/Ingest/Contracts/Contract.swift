/// The canonical shape of an exchange dataset: what a row means and how every field is read.
///
/// One value says it all; the data dictionary, the fill-in templates, the error texts and the reading
/// itself come from it.
public struct Contract: Sendable {
  /// Name in the exchange contract, `richieste`.
  public let dataset: String
  /// Table of the warehouse.
  public let table: String
  public let title: String
  /// What one row is.
  public let meaning: String
  /// The field that names the thing a row is about; a repeated value is a newer version of it.
  public let identity: String?
  /// The date field that says when what a row tells happened; nil for registers, whose rows are a
  /// state on the day of delivery.
  public let happenedOn: String?
  public let fields: [Field]
  /// Checks between the fields of a row, in the order they run.
  public let rules: [any RowRule]

  public init(
    dataset: String, table: String, title: String, meaning: String, identity: String? = nil,
    happenedOn: String? = nil, fields: [Field], rules: [any RowRule] = []
  ) {
    self.dataset = dataset
    self.table = table
    self.title = title
    self.meaning = meaning
    self.identity = identity
    self.happenedOn = happenedOn
    self.fields = fields
    self.rules = rules
  }

  public func field(_ name: String) -> Field? { fields.first { $0.name == name } }

  /// What is wrong with a name that is no field's. Maps name fields; who writes them has the headers of a file
  /// before her eyes.
  func complaint(aboutField name: String) -> String {
    let hint = Nearest.hint(to: name, in: fields.map(\.name))
    let isNear = hint.contains("forse")
    return "il campo «\(name)» non è nel contratto «\(dataset)»"
      + (isNear ? "" : ": serve il nome del campo, non l'intestazione del file") + hint
  }

  /// Every contract, in the order of the exchange documentation. A test compares the list with the
  /// folder.
  public static let all: [Contract] = [
    .richieste, .contatti, .casi, .prestazioni, .invii, .listeAttesa, .abbinamenti,
    .enti, .candidature, .servizi, .capacita, .volontari, .raccolte, .puntiProssimita,
    .accessiPdP, .ricerche, .risorse, .scambi, .assistenzaDomande, .assistenzaOfferte,
    .assistenzaIncontri, .trasporti, .aziende,
    .popolazione, .spesaSociale, .personale, .leps, .tempiPercorrenza, .prevalenze,
    .interventi, .finanziamenti, .pagamenti, .affidamenti, .milestone, .indicatoriFisici,
    .progetti, .risultatiProgetto,
    .procedimenti, .incontri, .proposte, .osservazioniTavolo, .esitiTavolo,
  ]

  public static func named(_ dataset: String) -> Contract? { all.first { $0.dataset == dataset } }

  /// What is said of a name that is no dataset's.
  public static func unknown(_ dataset: String) -> String {
    "il dataset «\(dataset)» non esiste" + Nearest.hint(to: dataset, in: all.map(\.dataset))
  }
}

/// A field of a contract.
public struct Field: Sendable {
  /// How a cell is read, and what is kept of it.
  public enum Kind: Sendable {
    /// Kept as delivered, trimmed; a personal identifier inside empties it.
    case text
    /// A word of a list the sender keeps: only the short code the source's map gives it is kept. What the map
    /// does not have may be a note about somebody.
    case ownWord
    /// A name of a thing in the sender's system; a personal identifier inside becomes a keyed token.
    case identifier
    /// A word of a code list. `keepsUnknown`: an unresolved word is kept as `ND` and counted.
    case code(CodeListName, keepsUnknown: Bool)
    /// Words of a code list joined with `|`.
    case codes(CodeListName)
    /// A comune in any of its writings; unresolved is `ND`.
    case comune
    /// Comuni joined with `|`, or `tutti`.
    case comuni
    /// A comune, or the id of a social district (ATS) where the row is about one.
    case place
    /// A day; a time of day, when there is one, only decides which local day it was.
    case date
    /// A month, kept as its first day.
    case month
    case integer(ClosedRange<Int64>)
    case decimal(ClosedRange<Double>)
    /// An amount of money, kept in cents.
    case euro
    case yesNo
    /// A personal identifier: only its keyed token goes further.
    case person
    /// The fiscal code of an organisation; a natural person's becomes a keyed token.
    case organisation
    /// Fiscal codes of organisations joined with `|`.
    case organisations
    case cup
    /// A single age or a band (`65-69`, `100+`), kept as its two ends in `column` and `column2`; without the
    /// second, as a text written in one way.
    case ageBand(column2: String?)
    /// A quantity whose unit may be written with it (`1h30`, `90 min`).
    case quantity
  }

  /// Name in the exchange contract.
  public let name: String
  /// Column of the warehouse.
  public let column: String
  public let kind: Kind
  public let isRequired: Bool
  public let meaning: String
  public let example: String

  public init(
    _ name: String, _ column: String, _ kind: Kind, required: Bool = false, _ meaning: String,
    example: String = ""
  ) {
    self.name = name
    self.column = column
    self.kind = kind
    isRequired = required
    self.meaning = meaning
    self.example = example
  }

  /// True when the cell must never be shown as delivered.
  public var isPersonal: Bool {
    if case .person = kind { return true }
    return false
  }

  /// A word of a list of the sender's.
  var isOwnWord: Bool {
    if case .ownWord = kind { return true }
    return false
  }

  /// A number that nobody adds up.
  var isYear: Bool {
    if case .integer(let range) = kind { return range.lowerBound >= 1000 }
    return false
  }

  /// A word that a row of a total may have in the place of its own: a list that has one of its own
  /// (all the sources of a programme) tells no such row.
  var mayNameATotal: Bool {
    switch kind {
    case .text, .ownWord: true
    case .code(let list, _): !ClosedLists.entries(of: list).contains { $0.code == "totale" }
    default: false
    }
  }

  /// True when a finding shows the shape of the cell alone.
  var isMasked: Bool { isPersonal || isOwnWord }
}

/// Names of the code lists fields refer to.
public enum CodeListName: String, Sendable, CaseIterable {
  case servizio
  case areaUtenza = "area_utenza"
  case canale
  case attore
  case sesso
  case cittadinanza
  case fragilita
  case urgenza
  case durataBisogno = "durata_bisogno"
  case esitoRichiesta = "esito_richiesta"
  case regime
  case unita
  case tipoEnte = "tipo_ente"
  case sezioneRunts = "sezione_runts"
  case attivitaArt5 = "attivita_art5"
  case modalita
  case unitaCapacita = "unita_capacita"
  case statoOfferta = "stato_offerta"
  case esitoAccesso = "esito_accesso"
  case fonteFinanziamento = "fonte_finanziamento"
  case ats
  case leps
  case faseContatto = "fase_contatto"
  case esitoContatto = "esito_contatto"
  case inCaricoA = "in_carico_a"
  case esitoAbbinamento = "esito_abbinamento"
  case esitoCandidatura = "esito_candidatura"
  case fonteRaccolta = "fonte_raccolta"
  case modalitaScelta = "modalita_scelta"
  case esitoRicerca = "esito_ricerca"
  case tipoRisorsa = "tipo_risorsa"
  case ambitoScambio = "ambito_scambio"
  case tipoCura = "tipo_cura"
  case motivoTrasporto = "motivo_trasporto"
  case fonteSpesa = "fonte_spesa"
  case profiloPersonale = "profilo_personale"
  case statoLeps = "stato_leps"
  case innovazione
  case tipoProcedimento = "tipo_procedimento"
  case tipoProponente = "tipo_proponente"
  case statoProposta = "stato_proposta"
  case tipoOsservazione = "tipo_osservazione"
  case statoDecisione = "stato_decisione"
}

extension Field {
  /// Degrees of a place in Italy. No latitude is a longitude: where the two are exchanged it shows.
  static let latitudes = 35.0...48.0
  static let longitudes = 6.0...19.0
}
