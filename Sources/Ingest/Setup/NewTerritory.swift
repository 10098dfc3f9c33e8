import Foundation

/// The reference folder of another province, made from one that is there: its lists as they are, and
/// the comuni of the province from `comuni_italia.csv`, which knows the whole country.
///
/// What that table does not say (ATS, boundaries, local spellings, patron days) is left out and never
/// invented: the columns are there, empty.
public struct NewTerritory {
  let source: String
  /// In force, by code.
  let comuni: [[String: String]]
  public let province: String

  /// Files that speak of a territory and are written anew; the others are copied.
  private static let ownFiles: Set<String> = [
    "comuni.csv", "comuni_nomi.csv", "ats.csv", "aree_snai.csv", "confini.geojson",
    "territorio.json", "festivita.csv",
  ]

  /// - Parameters:
  ///   - reference: the folder to start from.
  ///   - province: its letters (`ME`) or the three digits its codes begin with (`083`).
  /// - Throws: `DescriptorError` when there is no such province.
  public init(from reference: String, province: String) throws {
    source = reference
    let table = try SmallTable(file: reference + "/comuni_italia.csv")
    let rows = table.rows.map { Dictionary(uniqueKeysWithValues: zip(table.header, $0.cells)) }
      .filter { $0["valido_al"]?.isEmpty ?? true }
    let wanted = province.uppercased()
    comuni = rows.filter {
      $0["sigla"] == wanted || ($0["istat"] ?? "").prefix(3) == wanted && wanted.count == 3
    }.sorted { ($0["istat"] ?? "") < ($1["istat"] ?? "") }
    guard let first = comuni.first else {
      let known = Set(rows.compactMap { $0["sigla"] }).filter { !$0.isEmpty }.sorted()
      throw DescriptorError(
        file: table.file,
        message:
          "la provincia «\(province)» non c'è; le sigle sono: \(known.joined(separator: ", "))")
    }
    self.province = first["sigla"] ?? wanted
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
      row["provincia"] = String((comune["istat"] ?? "").prefix(3))
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
    try NewWorkspace.write(
      ["nome": name], to: folder + "/territorio.json")
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
    origin["titolo"] = "Comuni del territorio (\(province))"
    origin["elaborazione"] =
      "Righe di comuni_italia.csv della provincia \(province), in vigore. ATS, poli, aree SNAI e "
      + "confini non sono in quella tabella e restano vuoti."
    origin["comando"] = "tavolo init --province \(province)"
    try NewWorkspace.write(origin, to: "\(folder)/\(table).origin.json")
  }
}
