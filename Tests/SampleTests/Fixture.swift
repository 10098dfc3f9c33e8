import Foundation
import Testing
import Warehouse

@testable import Sample

/// A small reference folder and folders to write in, thrown away with the fixture.
final class Fixture {
  let root: URL
  var reference: String { root.appending(path: "reference").path }

  /// Eight real comuni of three ambiti and every class that matters here; the numbers of residents
  /// are rounded.
  private static let comuni = """
    istat,nome,belfiore,valido_al,residenti,residenti_m,residenti_f,snai,minuti_polo,polo,ats,lat,lon
    080043,Locri,D976,,12000,5900,6100,A,0,080043,LOC,38.23,16.26
    080060,Platì,G735,,3700,1900,1800,D,31.8,080043,LOC,38.22,16.04
    080074,San Luca,H970,,3400,1700,1700,C,26.4,080043,LOC,38.14,16.06
    080005,Ardore,A780,,4700,2300,2400,C,18.3,080043,LOC,38.18,16.16
    080063,Reggio di Calabria,H224,,170000,82000,88000,A,0,080063,RC,38.11,15.65
    080066,Roccaforte del Greco,H408,,380,190,190,F,79.8,080063,MEL,38.05,15.89
    080006,Bagaladi,A552,,910,450,460,E,55.4,080063,MEL,38.03,15.82
    080019,Candidoni,B591,,410,200,210,D,40.2,102047,POL,38.50,16.08
    """
  private static let names = """
    nome,istat,tipo,nota
    Reggio Calabria,080063,alternativo,
    S. Luca,080074,grafia,
    Gallico,080063,frazione,
    """
  private static let italy = """
    istat,nome,nome_alternativo,belfiore,sigla,valido_al,istat_successore,metodo
    001001,Agliè,,A074,TO,,,
    058091,Roma,,H501,RM,,,
    083048,Messina,,F158,ME,,,
    102047,Vibo Valentia,,F537,VV,,,
    """

  /// - Parameters:
  ///   - isWholeCountry: true when the country's list has nobody but the comuni of the territory.
  ///   - hasPlaces: false when nothing says where they are.
  ///   - count: how many comuni the territory has, at most eight.
  init(isWholeCountry: Bool = false, hasPlaces: Bool = true, count: Int = 8) throws {
    let italy =
      isWholeCountry ? String(Fixture.italy.prefix { $0 != "\n" }) : Fixture.italy
    let some = Fixture.comuni.split(separator: "\n").prefix(1 + count).joined(separator: "\n")
    let comuni =
      hasPlaces
      ? some : some.replacing(#/,[0-9.]+,[0-9.]+(?=\n|$)/#, with: ",,")
    root = FileManager.default.temporaryDirectory.appending(path: "campione-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: root.appending(path: "reference"), withIntermediateDirectories: true)
    for (name, text) in [
      ("comuni.csv", comuni), ("comuni_nomi.csv", Fixture.names),
      ("comuni_italia.csv", italy),
    ] {
      try Data((text + "\n").utf8).write(to: root.appending(path: "reference/\(name)"))
    }
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  static let asOf = Day(iso: "2026-06-30")!

  func generator(seed: UInt64 = 7, requests: Int = 4000) throws -> SampleGenerator {
    try SampleGenerator(
      reference: reference, seed: seed, requests: requests, asOf: Fixture.asOf)
  }

  /// Writes a sample in a folder of its own.
  func write(
    _ name: String, seed: UInt64 = 7, requests: Int = 4000,
    only: Set<SamplePart> = Set(SamplePart.allCases)
  ) throws -> Written {
    let folder = root.appending(path: "\(name)/fonti")
    let files = try generator(seed: seed, requests: requests).write(to: folder.path, only: only)
    let key = try JSONSerialization.jsonObject(
      with: Data(contentsOf: root.appending(path: "\(name)/chiave-risposte.json")))
    return Written(folder: folder, files: files, key: try #require(key as? [String: Any]))
  }
}

/// A written sample and its answer key.
struct Written {
  var folder: URL
  var files: [SampleFile]
  var key: [String: Any]

  var totals: [String: Any] { key["totali"] as? [String: Any] ?? [:] }

  func source(_ publisher: String, _ dataset: String) throws -> [String: Any] {
    let sources = try #require(key["fonti"] as? [[String: Any]])
    return try #require(
      sources.first { $0["editore"] as? String == publisher && $0["dataset"] as? String == dataset }
    )
  }

  func deliveries(_ publisher: String, _ dataset: String) throws -> [DeliveryKey] {
    try #require(try source(publisher, dataset)["consegne"] as? [[String: Any]])
      .map(DeliveryKey.init)
  }

  func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: path)))
  }

  /// Every file below the folder's parent, by relative path.
  func everything() throws -> [String: Data] {
    let base = folder.deletingLastPathComponent()
    var all: [String: Data] = [:]
    for case let url as URL in FileManager.default.enumerator(
      at: base, includingPropertiesForKeys: nil)!
    where !url.hasDirectoryPath {
      all[String(url.path.dropFirst(base.path.count))] = try Data(contentsOf: url)
    }
    return all
  }
}

/// One delivery of the answer key.
struct DeliveryKey {
  var file: String
  var read: Int
  var kept: Int
  var refused: Int
  var findings: [String: [Int]]

  init(_ json: [String: Any]) {
    file = json["file"] as? String ?? ""
    read = json["lette"] as? Int ?? -1
    kept = json["tenute"] as? Int ?? -1
    refused = json["scartate"] as? Int ?? -1
    findings = ((json["rilievi"] as? [String: [String: Any]]) ?? [:])
      .mapValues { $0["righe"] as? [Int] ?? [] }
  }
}

/// A table of the answer key as dictionaries from the first columns to the first counts.
func table(_ json: Any?, keys: Int) -> [String: [Int]] {
  let rows = (json as? [String: Any])?["righe"] as? [[Any]] ?? []
  return Dictionary(
    uniqueKeysWithValues: rows.map { row in
      (
        row.prefix(keys).map { "\($0)" }.joined(separator: "|"),
        row.dropFirst(keys).compactMap { $0 as? Int }
      )
    })
}

/// Lines and cells of a delimited file, read in the simplest way that is right: the line where each
/// record began, and its cells.
func naiveRecords(_ bytes: [UInt8], delimiter: Character) -> [(line: Int, cells: [String])] {
  let separator = delimiter.asciiValue!
  var records: [(line: Int, cells: [String])] = []
  var cells: [String] = []
  var cell: [UInt8] = []
  var line = 1
  var start = 1
  var quoted = false
  func endCell() {
    // Windows-1252 and UTF-8 alike: what is not ASCII stays opaque, one scalar per byte.
    var text = ""
    text.unicodeScalars.append(contentsOf: cell.map { Unicode.Scalar($0) })
    cells.append(text)
    cell = []
  }
  for (i, b) in bytes.enumerated() {
    if b == UInt8(ascii: "\"") {
      // The second of two inside quotes: the first closed them.
      if !quoted, i > 0, bytes[i - 1] == b, !cell.isEmpty { cell.append(b) }
      quoted.toggle()
    } else if b == separator, !quoted {
      endCell()
    } else if b == 10, !quoted {
      if cell.last == 13 { cell.removeLast() }
      endCell()
      records.append((start, cells))
      cells = []
      line += 1
      start = line
    } else {
      if b == 10 { line += 1 }
      cell.append(b)
    }
  }
  return records
}
