import Foundation
import Warehouse

extension UserFailure {
  /// A file or folder that could not be read or written, as the system library says it. Nil for any
  /// other error of its.
  init?(_ error: CocoaError) {
    guard error.isFileError else { return nil }
    let place = error.filePath.map { "«\($0)»" } ?? "la cartella"
    let why = DiskWords.reason(error)
    switch error.code {
    case .fileReadNoSuchFile: self = .noInput("\(place) non c'è")
    case .fileReadNoPermission, .fileReadUnknown, .fileReadCorruptFile, .fileReadTooLarge,
      .fileReadInvalidFileName:
      self = .noInput("\(place) non si può leggere (\(why)); controllare il percorso e i permessi")
    case .fileWriteOutOfSpace:
      self = .cannotWrite("\(why): liberare spazio e riprovare; nulla è andato perso")
    default:
      self = .cannotWrite(
        "non si può scrivere \(place) (\(why)); controllare il percorso e i permessi")
    }
  }
}
