import Foundation
import Warehouse

@testable import Ingest

/// The project's own reference tables, read plainly, for tests that must hold on the real names.
enum ReferenceTables {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "datasets/reference")

  static let comuni: [TerritoryResolver.Comune] = rows("comuni.csv").map {
    TerritoryResolver.Comune(
      istat: ComuneCode($0["istat"]!)!, name: $0["nome"]!,
      alternativeName: $0["nome_alternativo"]!, belfiore: $0["belfiore"]!)
  }

  static let aliases: [TerritoryResolver.Alias] = rows("comuni_nomi.csv").map {
    TerritoryResolver.Alias(
      name: $0["nome"]!, istat: ComuneCode($0["istat"]!)!, kind: $0["tipo"]!)
  }

  static let italy: [TerritoryResolver.ItalianComune] = rows("comuni_italia.csv").map {
    TerritoryResolver.ItalianComune(
      istat: ComuneCode($0["istat"]!)!, name: $0["nome"]!,
      alternativeName: $0["nome_alternativo"]!, belfiore: $0["belfiore"]!,
      province: $0["sigla"]!, isCeased: !$0["valido_al"]!.isEmpty,
      successor: ComuneCode($0["istat_successore"]!))
  }

  static let archive: TerritoryArchive = {
    let file = folder.appending(path: "comuni_archivio.csv")
    let bytes = (try? Data(contentsOf: file)).map { [UInt8]($0) } ?? []
    return (try? TerritoryArchive(bytes: bytes, file: file.path)) ?? .none
  }()

  static let resolver = TerritoryResolver(
    comuni: comuni, names: aliases, italy: italy, archive: archive)

  static func rows(_ file: String) -> [[String: String]] {
    guard let text = try? String(contentsOf: folder.appending(path: file), encoding: .utf8) else {
      return []
    }
    let lines = text.split(separator: "\n").map { cells(String($0)) }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
  }

  private static func cells(_ line: String) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells
  }
}
