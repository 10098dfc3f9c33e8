import Foundation

/// The reference folder of other provinces, made from one that is there: its lists as they are, and
/// the comuni of the provinces from `comuni_italia.csv`, which knows the whole country.
///
/// What that table does not say (ATS, boundaries, local spellings, patron days) is left out and never
/// invented: the columns are there, empty.
public struct NewTerritory {
  let source: String
  /// In force, by code.
  let comuni: [[String: String]]
  /// Letters of its provinces, in the order of their codes.
  public let provinces: [String]
  /// Names of the provinces by the three digits their comuni's codes begin with.
  let provinceNames: [String: String]

  /// Files that speak of a territory and are written anew; the others are copied.
  private static let ownFiles: Set<String> = [
    "comuni.csv", "comuni_nomi.csv", "ats.csv", "aree_snai.csv", "confini.geojson",
    "territorio.json", "festivita.csv",
  ]

  /// What stands for every province of the country.
  public static let everywhere = "tutte"

  /// - Parameters:
  ///   - reference: the folder to start from.
  ///   - provinces: of each its letters (`ME`) or the three digits its codes begin with (`083`); `tutte`
  ///     for the whole country.
  /// - Throws: `DescriptorError` when there is no such province.
  public init(from reference: String, provinces: [String]) throws {
    source = reference
    let table = try SmallTable(file: reference + "/comuni_italia.csv")
    let rows = table.rows.map { Dictionary(uniqueKeysWithValues: zip(table.header, $0.cells)) }
      .filter { $0["valido_al"]?.isEmpty ?? true }
      .sorted { ($0["istat"] ?? "") < ($1["istat"] ?? "") }
    func names(_ comune: [String: String]) -> [String] {
      [comune["sigla"] ?? "", Self.province(of: comune)].filter { !$0.isEmpty }
    }
    let wanted = Set(provinces.map { $0.uppercased() })
    let known = Set(rows.flatMap(names))
    let everywhere = wanted == [Self.everywhere.uppercased()]
    if let unknown = provinces.first(where: { !everywhere && !known.contains($0.uppercased()) }) {
      let letters = Set(rows.compactMap { $0["sigla"] }).filter { !$0.isEmpty }.sorted()
      throw DescriptorError(
        file: table.file,
        message:
          "la provincia «\(unknown)» non c'è; le sigle sono: \(letters.joined(separator: ", "))")
    }
    comuni = rows.filter { everywhere || !wanted.isDisjoint(with: names($0)) }
    var letters: [String] = []
    for one in comuni where letters.last != one["sigla"] ?? "" {
      letters.append(one["sigla"] ?? "")
    }
    self.provinces = letters
    let named = try SmallTable(optional: reference + "/province_italia.csv")
    let own = Set(comuni.map(Self.province))
    provinceNames =
      try named.map { named in
        let cell = try named.reader(["codice", "nome"])
        return Dictionary(
          named.rows.map { (cell($0, "codice"), cell($0, "nome")) }.filter { own.contains($0.0) },
          uniquingKeysWith: { first, _ in first })
      } ?? [:]
  }

  private static func province(of comune: [String: String]) -> String {
    String((comune["istat"] ?? "").prefix(3))
  }

  /// What it is called where nobody says otherwise.
  var name: String {
    switch provinces.count {
    case 1: "Provincia \(provinces[0])"
    case ...6: "Province \(provinces.joined(separator: ", "))"
    default: "\(provinces.count) province"
    }
  }

  public var count: Int { comuni.count }

  /// Comuni of which the country's table does not know the residents: their row must be completed
  /// before anything is read, because missing is not zero.
  public var withoutResidents: [String] {
    comuni.filter { ($0["residenti"] ?? "").isEmpty }.compactMap { $0["nome"] }
  }

  /// The largest ones, for examples.
  func largest(_ count: Int) -> [String] {
    comuni.sorted {
      (Int($1["residenti"] ?? "") ?? 0, $0["istat"] ?? "")
        < (Int($0["residenti"] ?? "") ?? 0, $1["istat"] ?? "")
    }.prefix(count).compactMap { $0["nome"] }
  }

  /// Writes the folder.
  ///
  /// - Parameter name: what reports call the territory.
  func write(to folder: String, name: String) throws {
    let files = FileManager.default
    try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for file in try files.contentsOfDirectory(atPath: source).sorted() {
      let table = file.replacingOccurrences(of: ".origin.json", with: "")
      guard [".csv", ".json"].contains(where: { file.hasSuffix($0) }),
        !NewTerritory.ownFiles.contains(table)
      else { continue }
      try files.copyItem(atPath: "\(source)/\(file)", toPath: "\(folder)/\(file)")
    }
    let year = ["residenti", "residenti_m", "residenti_f"]
    let rows = comuni.map { comune in
      var row = comune
      row["provincia"] = Self.province(of: comune)
      let isCounted = year.contains { !(comune[$0] ?? "").isEmpty }
      row["anno_residenti"] = isCounted ? "2022" : ""
      return row
    }
    try write(rows, like: "comuni.csv", to: folder)
    try write(
      comuni.map { ["nome": $0["nome"]!, "istat": $0["istat"]!, "tipo": "ufficiale"] },
      like: "comuni_nomi.csv", to: folder)
    try write([], like: "ats.csv", to: folder)
    try write([], like: "aree_snai.csv", to: folder)
    let days = try SmallTable(file: source + "/festivita.csv")
    try write(
      days.rows.map { Dictionary(uniqueKeysWithValues: zip(days.header, $0.cells)) }
        .filter { $0["ambito"] == "nazionale" },
      like: "festivita.csv", to: folder)
    var territory: [String: Any] = ["nome": name]
    // One province is the territory, and is called what it is called.
    if provinces.count > 1 { territory["province"] = provinceNames }
    if comuni.contains(where: { !($0["nome_alternativo"] ?? "").isEmpty }) {
      territory["nomi_in_due_lingue"] = true
    }
    try NewWorkspace.write(territory, to: folder + "/territorio.json")
    for table in ["comuni.csv", "comuni_nomi.csv"] { try writeOrigin(of: table, to: folder) }
  }

  /// A table with the columns of the one that is there; what is not known stays empty.
  private func write(_ rows: [[String: String]], like name: String, to folder: String) throws {
    guard let model = try SmallTable(optional: "\(source)/\(name)") else { return }
    var text = ProjectCSV.row(model.header)
    for row in rows { text += ProjectCSV.row(model.header.map { row[$0] ?? "" }) }
    try NewWorkspace.write(text, to: "\(folder)/\(name)")
  }

  private func writeOrigin(of table: String, to folder: String) throws {
    let model = "\(source)/comuni_italia.csv.origin.json"
    guard let data = FileManager.default.contents(atPath: model),
      var origin = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    else { return }
    origin["titolo"] = "Comuni del territorio (\(provinces.joined(separator: ", ")))"
    origin["elaborazione"] =
      "Righe di comuni_italia.csv delle province \(provinces.joined(separator: ", ")), in vigore. ATS, poli, aree SNAI e "
      + "confini non sono in quella tabella e restano vuoti."
    origin["comando"] = "tavolo init --province \(provinces.joined(separator: ","))"
    try NewWorkspace.write(origin, to: "\(folder)/\(table).origin.json")
  }
}
