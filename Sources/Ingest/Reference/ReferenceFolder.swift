public import Warehouse

/// `datasets/reference`: the territory, the code lists and everything else an analyst may need to
/// change without Swift.
public struct ReferenceFolder: Sendable {
  public let comuni: [ComuneRecord]
  public let ats: [ATSRecord]
  public let codes: [CodeRecord]
  let resolver: TerritoryResolver
  let personalHeaders: PersonalHeaders
  let lists: [CodeListName: CodeList]
  /// Services that serve a single user area.
  let singleArea: [String: String]
  /// Of every file that can change how a delivery is read.
  let fingerprintParts: [[UInt8]]

  public init(path: String) throws {
    let comuniTable = try SmallTable(file: path + "/comuni.csv")
    let atsTable = try SmallTable(file: path + "/ats.csv")
    let names = try SmallTable(file: path + "/comuni_nomi.csv")
    let italy = try SmallTable(file: path + "/comuni_italia.csv")
    let archive = try TerritoryArchive(
      bytes: bytes(of: path + "/comuni_archivio.csv"), file: path + "/comuni_archivio.csv")
    let territory = try TerritoryFile(path + "/territorio.json")
    comuni =
      try ReferenceFolder.comuni(comuniTable, territory)
      + FormerComuni.shown(territory, comuni: comuniTable, italy: italy)
    ats = try ReferenceFolder.ats(atsTable, comuni: comuniTable)
    resolver = try TerritoryResolver(
      comuni: ReferenceFolder.resolverComuni(comuniTable), names: ReferenceFolder.names(names),
      italy: ReferenceFolder.italy(italy), archive: archive,
      provinceNames: ReferenceFolder.provinceNames(path + "/province_italia.csv"))

    personalHeaders = try PersonalHeaders(file: path + "/dati_personali.csv")
    let services = try ReferenceFolder.services(
      SmallTable(file: path + "/servizi.csv"),
      crosswalk: SmallTable(file: path + "/servizi_raccordo.csv"))
    let areas = try ReferenceFolder.areas(SmallTable(file: path + "/aree_utenza.csv"))
    let channels = try ReferenceFolder.channels(SmallTable(file: path + "/canali.csv"))
    let levels = try ReferenceFolder.levels(SmallTable(file: path + "/leps_soglie.csv"))
    codes = services.records + areas.records + channels.records + levels
    singleArea = services.singleArea
    var lists: [CodeListName: CodeList] = [:]
    for name in CodeListName.allCases {
      let english = ClosedLists.english(of: name)
      lists[name] = CodeList(
        id: name.rawValue,
        entries: ClosedLists.entries(of: name).map {
          CodeList.Entry(
            code: $0.code, label: $0.label, labelEN: english[$0.code] ?? "", synonyms: $0.synonyms)
        })
    }
    lists[.servizio] = services.list
    lists[.areaUtenza] = areas.list
    lists[.canale] = channels.list
    lists[.ats] = try ReferenceFolder.districts(atsTable)
    lists[.leps] = CodeList(id: "leps", entries: levels.map { $0.entry() })
    self.lists = lists
    fingerprintParts =
      try [
        "comuni.csv", "comuni_nomi.csv", "comuni_italia.csv", "comuni_archivio.csv", "servizi.csv",
        "servizi_raccordo.csv", "aree_utenza.csv", "canali.csv", "ats.csv", "leps_soglie.csv",
        "dati_personali.csv",
      ].map { try bytes(of: path + "/" + $0) } + [bytes(ofOptional: path + "/province_italia.csv")]
  }
}

extension ReferenceFolder {
  static func comuni(_ table: SmallTable, _ territory: TerritoryFile) throws -> [ComuneRecord] {
    let cell = try table.reader([
      "istat", "nome", "nome_alternativo", "belfiore", "provincia", "valido_dal", "valido_al",
      "residenti", "kmq",
      "altitudine", "snai", "minuti_polo", "ats",
    ])
    return try table.rows.map { row in
      guard let code = ComuneCode(cell(row, "istat")) else {
        throw DescriptorError(
          file: table.file, line: row.line,
          message: "«\(cell(row, "istat"))» non è un codice ISTAT di 6 cifre")
      }
      guard let residents = Int(cell(row, "residenti")) else {
        throw DescriptorError(
          file: table.file, line: row.line,
          message:
            "i residenti di \(cell(row, "nome")) sono «\(cell(row, "residenti"))»: serve un numero"
            + " intero, come 1742; se mancano vanno scritti, perché un dato mancante non è zero")
      }
      let other = territory.isBilingual ? cell(row, "nome_alternativo") : ""
      return ComuneRecord(
        istat: "\(code)", name: cell(row, "nome") + (other.isEmpty ? "" : "/\(other)"),
        belfiore: cell(row, "belfiore"),
        province: cell(row, "provincia"), validFrom: Day(iso: cell(row, "valido_dal")),
        validTo: Day(iso: cell(row, "valido_al")), residents: residents,
        squareKilometres: Double(cell(row, "kmq")), altitude: Double(cell(row, "altitudine")),
        innerAreaClass: cell(row, "snai").nonEmpty, minutesToPole: Double(cell(row, "minuti_polo")),
        ats: cell(row, "ats").nonEmpty)
    }.sorted { $0.istat < $1.istat }
  }

  /// A district is provisional while its own row says so or the place of one of its comuni is not
  /// verified.
  static func ats(_ table: SmallTable, comuni: SmallTable) throws -> [ATSRecord] {
    let cell = try table.reader(["ats", "nome_pubblico", "provvisorio"])
    let place = try comuni.reader(["ats", "ats_verificato"])
    let unverified = Set(
      comuni.rows.filter { place($0, "ats_verificato") == "N" }.map { place($0, "ats") })
    return try table.rows.map { row in
      let (id, name) = (cell(row, "ats"), cell(row, "nome_pubblico"))
      guard !name.isEmpty else {
        throw DescriptorError(
          file: table.file, line: row.line,
          message: "l'ambito «\(id)» è senza nome_pubblico, il nome con cui i rapporti lo chiamano")
      }
      let validity = try validity(of: row, in: table)
      return ATSRecord(
        id: id, name: name,
        isProvisional: cell(row, "provvisorio") == "S" || unverified.contains(id),
        validFrom: validity.from, validTo: validity.to)
    }
  }

  /// First and last day of what a row names, from `valido_dal` and `valido_al` where the table has them.
  private static func validity(
    of row: SmallTable.Row, in table: SmallTable
  ) throws -> (from: Day?, to: Day?) {
    let days = try ["valido_dal", "valido_al"].map { name -> Day? in
      guard let text = table.header.firstIndex(of: name).flatMap({ row.cells[$0].nonEmpty }) else {
        return nil
      }
      guard let day = SmallTable.day(text) else {
        throw DescriptorError(
          file: table.file, line: row.line,
          message: "\(name) è «\(text)»: serve una data come 2026-03-12")
      }
      return day
    }
    if let from = days[0], let to = days[1], to < from {
      throw DescriptorError(
        file: table.file, line: row.line,
        message: "valido_al (\(to)) è prima di valido_dal (\(from))")
    }
    return (days[0], days[1])
  }

  /// Districts by id, public name, or the name of the comune that leads them.
  private static func districts(_ table: SmallTable) throws -> CodeList {
    let cell = try table.reader(["ats", "nome", "nome_pubblico"])
    return try CodeList(
      id: "ats",
      entries: table.rows.map { row in
        let name = cell(row, "nome")
        let validity = try validity(of: row, in: table)
        return CodeList.Entry(
          code: cell(row, "ats"), label: cell(row, "nome_pubblico"),
          synonyms: [name, "ATS \(name)", "ATS di \(name)", "Ambito di \(name)"],
          validFrom: validity.from, validTo: validity.to)
      })
  }

  /// Essential levels (LEPS), each with the id the thresholds are kept under.
  private static func levels(_ table: SmallTable) throws -> [CodeRecord] {
    let cell = try table.reader(["id", "livello"])
    return table.rows.map {
      CodeRecord(
        list: "leps", code: cell($0, "id"), nameIT: cell($0, "livello"),
        nameEN: cell($0, "livello"))
    }
  }

  private static func resolverComuni(_ table: SmallTable) throws -> [TerritoryResolver.Comune] {
    let cell = try table.reader(["istat", "nome", "nome_alternativo", "belfiore"])
    return table.rows.compactMap { row in
      ComuneCode(cell(row, "istat")).map {
        TerritoryResolver.Comune(
          istat: $0, name: cell(row, "nome"), alternativeName: cell(row, "nome_alternativo"),
          belfiore: cell(row, "belfiore"))
      }
    }
  }

  /// Folded names, each part of one in two languages too; none in a folder without the table.
  private static func provinceNames(_ file: String) throws -> [String: String] {
    guard let table = try SmallTable(optional: file) else { return [:] }
    let cell = try table.reader(["sigla", "nome"])
    var letters: [String: String] = [:]
    for row in table.rows where !cell(row, "sigla").isEmpty {
      let name = cell(row, "nome")
      for part in [name] + name.split(separator: "/").map(String.init) {
        letters[Folding.fold(part)] = cell(row, "sigla")
      }
    }
    return letters
  }

  private static func names(_ table: SmallTable) throws -> [TerritoryResolver.Alias] {
    let cell = try table.reader(["nome", "istat", "tipo"])
    return table.rows.compactMap { row in
      ComuneCode(cell(row, "istat")).map {
        TerritoryResolver.Alias(name: cell(row, "nome"), istat: $0, kind: cell(row, "tipo"))
      }
    }
  }

  private static func italy(_ table: SmallTable) throws -> [TerritoryResolver.ItalianComune] {
    let cell = try table.reader([
      "istat", "nome", "nome_alternativo", "belfiore", "sigla", "valido_al", "istat_successore",
    ])
    return table.rows.compactMap { row in
      ComuneCode(cell(row, "istat")).map {
        TerritoryResolver.ItalianComune(
          istat: $0, name: cell(row, "nome"), alternativeName: cell(row, "nome_alternativo"),
          belfiore: cell(row, "belfiore"), province: cell(row, "sigla"),
          isCeased: !cell(row, "valido_al").isEmpty,
          successor: ComuneCode(cell(row, "istat_successore")))
      }
    }
  }

  private static func services(
    _ table: SmallTable, crosswalk: SmallTable
  ) throws -> (records: [CodeRecord], list: CodeList, singleArea: [String: String]) {
    let cell = try table.reader([
      "codice", "descrizione", "descrizione_en", "padre", "aree_utenza", "sensibile",
    ])
    let word = try crosswalk.reader([
      "sistema", "codice_sorgente", "descrizione_sorgente", "codice",
    ])
    // Synonyms are words; the codes of other systems could collide with ours and are mapped by a
    // source's own values.csv.
    var synonyms: [String: [String]] = [:]
    for row in crosswalk.rows where word(row, "sistema") == "sinonimi" {
      synonyms[word(row, "codice"), default: []].append(word(row, "descrizione_sorgente"))
    }
    var single: [String: String] = [:]
    let records = table.rows.map { row in
      let areas = cell(row, "aree_utenza").split(separator: "|")
      if areas.count == 1, areas[0] != "MUL" { single[cell(row, "codice")] = String(areas[0]) }
      return CodeRecord(
        list: "servizio", code: cell(row, "codice"), nameIT: cell(row, "descrizione"),
        nameEN: cell(row, "descrizione_en"), parent: cell(row, "padre").nonEmpty,
        isSensitive: cell(row, "sensibile") == "S")
    }
    let list = CodeList(
      id: "servizio",
      entries: records.map { $0.entry(synonyms: synonyms[$0.code] ?? []) })
    return (records, list, single)
  }

  private static func areas(_ table: SmallTable) throws -> (records: [CodeRecord], list: CodeList) {
    let cell = try table.reader([
      "codice", "descrizione", "descrizione_en", "eta_da", "eta_a", "sensibile",
    ])
    let records = table.rows.map {
      CodeRecord(
        list: "area_utenza", code: cell($0, "codice"), nameIT: cell($0, "descrizione"),
        nameEN: cell($0, "descrizione_en"), ageFrom: Int(cell($0, "eta_da")),
        ageTo: Int(cell($0, "eta_a")), isSensitive: cell($0, "sensibile") == "S")
    }
    return (records, CodeList(id: "area_utenza", entries: records.map { $0.entry() }))
  }

  private static func channels(
    _ table: SmallTable
  ) throws -> (records: [CodeRecord], list: CodeList) {
    let cell = try table.reader(["codice", "daf", "descrizione", "descrizione_en"])
    let synonyms = table.header.firstIndex(of: "sinonimi")
    let records = table.rows.map {
      CodeRecord(
        list: "canale", code: cell($0, "codice"), nameIT: cell($0, "descrizione"),
        nameEN: cell($0, "descrizione_en"),
        // With a letter it is an extension of ours: the vocabulary has none of it.
        official: cell($0, "daf").contains(where: \.isLetter) ? nil : cell($0, "daf").nonEmpty)
    }
    let list = CodeList(
      id: "canale",
      entries: zip(records, table.rows).map { record, row in
        let words = synonyms.map { row.cells[$0].split(separator: "|").map(String.init) } ?? []
        return record.entry(synonyms: [cell(row, "daf")] + words)
      })
    return (records, list)
  }
}

extension CodeRecord {
  fileprivate func entry(synonyms: [String] = []) -> CodeList.Entry {
    CodeList.Entry(code: code, label: nameIT, labelEN: nameEN, synonyms: synonyms)
  }
}

extension SmallTable {
  /// A reader of cells by column name, once the columns are known to be there.
  func reader(_ names: [String]) throws -> (Row, String) -> String {
    let places = try Dictionary(uniqueKeysWithValues: names.map { ($0, try column($0)) })
    return { row, name in row.cells[places[name]!] }
  }
}

extension String {
  var nonEmpty: String? { isEmpty ? nil : self }
}
