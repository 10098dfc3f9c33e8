import Foundation

/// Why a file or folder could not be written or read, in Italian: the system's own words are English.
public enum DiskWords {
  public static let isFull = "il disco è pieno"
  /// What to do where the work is done whole or not at all.
  public static let isFullAndNothingLost =
    "\(isFull): liberare spazio e riprovare; nulla è andato perso"

  public static func reason(_ error: any Error) -> String {
    guard let error = error as? CocoaError else { return "\(error)" }
    switch error.code {
    case .fileWriteOutOfSpace: return isFull
    case .fileWriteNoPermission, .fileReadNoPermission: return "non se ne ha il permesso"
    case .fileWriteVolumeReadOnly: return "il disco è in sola lettura"
    case .fileNoSuchFile, .fileReadNoSuchFile: return "il percorso non c'è"
    case .fileWriteFileExists: return "c'è già"
    default:
      guard let cause = error.underlying as? POSIXError else { return error.localizedDescription }
      return reason(cause.code.rawValue)
    }
  }

  /// - Parameter number: an `errno`.
  public static func reason(_ number: Int32) -> String {
    switch number {
    case ENOSPC, EDQUOT: isFull
    case EACCES, EPERM: "non se ne ha il permesso"
    case EROFS: "il disco è in sola lettura"
    case ENOENT: "il percorso non c'è"
    case ENOTDIR: "una parte del percorso è un file e non una cartella"
    case EISDIR: "è una cartella"
    case ELOOP: "il collegamento porta a sé stesso"
    case ENXIO, ENODEV: "non è un file"
    case EIO: "il disco non risponde"
    case EBADF: "è chiuso"
    case EMFILE, ENFILE: "troppi file aperti"
    default: String(cString: strerror(number))
    }
  }
}
