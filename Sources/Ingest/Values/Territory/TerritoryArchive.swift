import Synchronization
import Warehouse

/// `comuni_archivio.csv`: what comuni were called, where they belonged and what took their place.
///
/// Twelve thousand lines that most deliveries never need: their shape is checked when the reference is
/// read, their names are put in order when a place is not found anywhere else.
final class TerritoryArchive: Sendable {
  struct Entry: Sendable {
    /// The code of its time.
    let istat: ComuneCode
    let name: String
    let province: String
    /// Last day it held; empty for another spelling of a comune in force.
    let until: String
    let successor: ComuneCode?
  }

  static let header = "istat,nome,belfiore,sigla,valido_dal,valido_al,istat_successore,metodo"
  static let none = TerritoryArchive(lines: [])

  private struct Index {
    var byCode: [ComuneCode: [Entry]] = [:]
    var byBelfiore: [String: [Entry]] = [:]
    var byName: [String: [Entry]] = [:]
  }

  private let lines: [ArraySlice<UInt8>]
  private let index = Mutex<Index?>(nil)

  private init(lines: [ArraySlice<UInt8>]) { self.lines = lines }

  /// - Throws: `DescriptorError` for a line that has not the header's cells.
  convenience init(bytes: [UInt8], file: String) throws {
    let lines = bytes.split(separator: 0x0A)
    guard let first = lines.first, first.elementsEqual(TerritoryArchive.header.utf8) else {
      throw DescriptorError(
        file: file, line: 1, message: "l'intestazione deve essere " + TerritoryArchive.header)
    }
    for (i, line) in lines.enumerated() {
      var commas = 0
      for byte in line where byte == 0x2C { commas += 1 }
      guard commas == 7 else {
        throw DescriptorError(
          file: file, line: i + 1, message: "servono 8 celle senza virgolette, e sono \(commas + 1)"
        )
      }
    }
    self.init(lines: Array(lines.dropFirst()))
  }

  func entries(code: ComuneCode) -> [Entry] { look { $0.byCode[code] } }
  func entries(belfiore: String) -> [Entry] { look { $0.byBelfiore[belfiore] } }
  func entries(name key: String) -> [Entry] { look { $0.byName[key] } }

  private func look(_ find: (Index) -> [Entry]?) -> [Entry] {
    index.withLock { index in
      if index == nil { index = build() }
      return index.flatMap(find) ?? []
    }
  }

  private func build() -> Index {
    var index = Index()
    for line in lines {
      let cells = line.split(separator: 0x2C, omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
      guard let code = ComuneCode(cells[0]) else { continue }
      let entry = Entry(
        istat: code, name: cells[1], province: cells[3], until: cells[5],
        successor: ComuneCode(cells[6]))
      if !entry.until.isEmpty { index.byCode[code, default: []].append(entry) }
      if !cells[2].isEmpty { index.byBelfiore[cells[2], default: []].append(entry) }
      index.byName[PlaceNames.key(entry.name), default: []].append(entry)
    }
    return index
  }
}

extension TerritoryArchive.Entry {
  var match: ComuneReading.Match {
    until.isEmpty ? .alias : .ceased(successorOf: name, filed: istat)
  }
}
