import Foundation

/// The names offices and programs give to our fields: `sinonimi_colonne.csv` of the reference folder
/// (`dataset,campo,sinonimo,fonte`; a dataset `*` is any, a field `-` is what is never read) and
/// `abbreviazioni_colonne.csv` (`parola,sta_per`). Reviewable data: a name met in an export is a line.
struct HeaderSynonyms {
  let abbreviations: [String: String]
  /// `dataset/field` and `*/field` → names.
  private let names: [String: [String]]
  /// Dataset → the folded names of its fields and those that are of no other dataset.
  fileprivate let fieldNames: [String: Set<String>]
  /// Folded names of comuni and of what has a code.
  private let things: Set<String>
  /// Names of columns that are not to be read, with why.
  private let unread: [(words: HeaderWords, folded: String, why: String)]

  init(reference path: String) throws {
    var abbreviations: [String: String] = [:]
    if let table = try SmallTable(optional: path + "/abbreviazioni_colonne.csv") {
      try table.expect(header: ["parola", "sta_per"])
      for row in table.rows {
        abbreviations[Folding.fold(row.cells[0])] = Folding.fold(row.cells[1])
      }
    }
    var names: [String: [String]] = [:]
    var unread: [(words: HeaderWords, folded: String, why: String)] = []
    if let table = try SmallTable(optional: path + "/sinonimi_colonne.csv") {
      try table.expect(header: ["dataset", "campo", "sinonimo", "fonte"])
      for row in table.rows {
        let (dataset, field, name) = (row.cells[0], row.cells[1], row.cells[2])
        try HeaderSynonyms.check(dataset, field, file: table.file, line: row.line)
        if field == "-" {
          unread.append(
            (HeaderWords(name, abbreviations: abbreviations), Folding.fold(name), row.cells[3]))
        } else {
          names["\(dataset)/\(field)", default: []].append(name)
        }
      }
    }
    self.abbreviations = abbreviations
    self.names = names
    fieldNames = Dictionary(
      uniqueKeysWithValues: Contract.all.map { contract in
        let all = contract.fields.flatMap {
          [$0.name] + (names["\(contract.dataset)/\($0.name)"] ?? [])
        }
        return (contract.dataset, Set(all.map(Folding.fold)))
      })
    let fields = Contract.all.flatMap { contract in
      contract.fields.filter(\.kind.isThing).flatMap {
        [$0.name] + (names["\(contract.dataset)/\($0.name)"] ?? [])
          + (names["*/\($0.name)"] ?? [])
      }
    }
    things = Set(fields.map(Folding.fold))
    self.unread = unread
  }

  private static let labels: Set<String> = [
    "NOME", "NAME", "DENOMINAZIONE", "DESCRIZIONE", "LABEL", "ETICHETTA",
  ]

  /// `servizio.nome` is the `servizio`: what a thing is called names nobody.
  func withoutLabel(_ header: String) -> String {
    guard !header.contains(" "), let dot = header.lastIndex(of: "."),
      HeaderSynonyms.labels.contains(Folding.fold(String(header[header.index(after: dot)...])))
    else { return header }
    let thing = header[..<dot]
    let name = thing.split(separator: ".").last.map(String.init) ?? ""
    return things.contains(Folding.fold(name)) ? String(thing) : header
  }

  /// A synonym of a field that no contract has would help nobody.
  private static func check(_ dataset: String, _ field: String, file: String, line: Int) throws {
    if field == "-" { return }
    let contracts = Contract.all.filter { dataset == "*" || $0.dataset == dataset }
    guard !contracts.contains(where: { $0.field(field) != nil }) else { return }
    throw DescriptorError(
      file: file, line: line, message: "nessun contratto «\(dataset)» ha il campo «\(field)»")
  }

  func names(of field: Field, in contract: Contract) -> [String] {
    (names["\(contract.dataset)/\(field.name)"] ?? []) + (names["*/\(field.name)"] ?? [])
  }

  /// Why a column is not to be read, when its name says so (`testo libero`, `dato personale`).
  func whyUnread(_ header: String) -> String? {
    let last = HeaderName(header).last
    let folded = Folding.fold(last)
    if let entry = unread.first(where: { $0.folded == folded }) { return entry.why }
    let words = HeaderWords(last, abbreviations: abbreviations)
    return unread.first { !$0.words.stems.isEmpty && $0.words == words }?.why
  }
}

extension HeaderSynonyms {
  /// Whether a contract has a field of that very name, as things have that persons have too: the `nome` of a
  /// point, the `motivo` of a journey.
  func isField(_ header: String, of contract: Contract) -> Bool {
    fieldNames[contract.dataset]?.contains(Folding.fold(HeaderName(header).last)) ?? false
  }
}

/// A header that may have levels: `Persona / Comune` in a sheet, `persona.comune` in JSON.
struct HeaderName {
  let whole: String
  let last: String

  init(_ header: String) {
    whole = header
    let level = HeaderName.withoutUnit(header.components(separatedBy: " / ").last ?? header)
    // A dot is a path only between words without blanks: `Rep. n.` is no path.
    if !level.contains(" "), let dot = level.lastIndex(of: "."),
      level.index(after: dot) < level.endIndex
    {
      last = String(level[level.index(after: dot)...])
    } else {
      last = level
    }
  }

  /// `N. richieste`, `Numero di accessi`: how many they are, and not which one, as `N. richiesta` says.
  static func isCount(_ header: String) -> Bool {
    let words = Folding.fold(header).split(separator: " ").map(String.init)
    guard let first = words.first, counting.contains(first),
      let what = words.dropFirst().first(where: { !["DI", "DEGLI", "DEI", "DELLE"].contains($0) }),
      what.count > 4
    else { return false }
    return what.hasSuffix("I")
      || (what.hasSuffix("E") && !singular.contains { what.hasSuffix($0) })
  }

  private static let counting: Set<String> = [
    "N", "NR", "NUM", "NUMERO", "TOT", "TOTALE", "CONTEGGIO",
  ]
  /// How words end in `E` that are one thing: `utente`, `prestazione`, `minore`.
  private static let singular = [
    "NTE", "IONE", "ORE", "ALE", "ARE", "ICE", "ESE", "ERE", "ILE", "UDINE",
  ]

  /// What a question asks, in its own words; nil where it is none.
  static func asked(_ header: String) -> String? {
    let words = header.split(separator: " ")
    let place = words.prefix(askedWithin).firstIndex {
      interrogatives.contains(Folding.fold(String($0)))
    }
    guard let place, place + 1 < words.count else { return nil }
    return words[(place + 1)...].joined(separator: " ")
  }

  private static let askedWithin = 4
  private static let interrogatives: Set<String> = [
    "QUAL", "QUALE", "QUALI", "QUANTA", "QUANTE", "QUANTI", "CHE",
  ]

  /// `Data richiesta (gg/mm/aaaa)`, `Importo (€)`, `Spesa (migliaia di euro)`: how the cells are written is no part of the name.
  private static func withoutUnit(_ name: String) -> String {
    guard name.hasSuffix(")"), let open = name.lastIndex(of: "("), open > name.startIndex else {
      return name
    }
    let note = name[name.index(after: open)...].dropLast()
    let isUnit =
      note.count <= 4 || note.contains(where: { "/€%:".contains($0) })
      || units.contains(Folding.fold(String(note))) || NumberScale.told(by: String(note)) != nil
    let plain = name[..<open].trimmingCharacters(in: .whitespaces)
    return isUnit && !plain.isEmpty ? plain : name
  }

  private static let units: Set<String> = [
    "MINUTI", "GIORNI", "FACOLTATIVO", "OBBLIGATORIO", "OPZIONALE", "COMPRESO", "COMPRESA",
  ]
}

extension Field.Kind {
  /// A place or a word of a list.
  fileprivate var isThing: Bool {
    switch self {
    case .comune, .comuni, .place, .code, .codes: true
    default: false
    }
  }
}
