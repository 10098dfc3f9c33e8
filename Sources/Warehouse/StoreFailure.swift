import GRDB

/// The warehouse could not be written or read for a reason outside the program: a full disk, a file
/// that is not ours, missing permissions.
public struct StoreFailure: Error, CustomStringConvertible {
  public let description: String
  /// Somebody else is at work on it: later it may go.
  public var isBusy: Bool { description == StoreFailure.busy }
  private static let busy = "l'archivio è in uso da un altro programma: chiuderlo e riprovare"

  /// Nil for an error that is a mistake of ours.
  public init?(_ error: any Error) {
    guard let error = error as? DatabaseError else { return nil }
    switch error.resultCode {
    case .SQLITE_FULL: description = DiskWords.isFullAndNothingLost
    case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM:
      description =
        "l'archivio non si può scrivere: controllare i permessi della cartella di lavoro"
    case .SQLITE_NOTADB, .SQLITE_CORRUPT:
      description =
        "tavolo.sqlite non è un archivio leggibile: ripristinarne una copia, o rinominarlo e ricaricare le consegne"
    case .SQLITE_BUSY, .SQLITE_LOCKED: description = StoreFailure.busy
    case .SQLITE_IOERR: description = "il disco non risponde: controllarlo e riprovare"
    default: return nil
    }
  }
}
