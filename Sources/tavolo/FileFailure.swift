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
    case .fileWriteOutOfSpace: self = .cannotWrite(DiskWords.isFullAndNothingLost)
    default:
      self = .cannotWrite(
        "non si può scrivere \(place) (\(why)); controllare il percorso e i permessi")
    }
  }

  /// Does the work of a command that erases: where the disk is full what it has erased is gone.
  static func erasing<T>(_ work: () throws -> T) throws -> T {
    do {
      return try work()
    } catch {
      guard let failure = UserFailure(error), failure.isFullDisk else { throw error }
      throw UserFailure.cannotWrite(
        "\(DiskWords.isFull): ciò che era già cancellato resta cancellato, il resto non ancora;"
          + " liberare spazio e dare di nuovo lo stesso comando")
    }
  }

  var isFullDisk: Bool { message == DiskWords.isFullAndNothingLost }
}
