import Glibc

/// A key file that cannot be used, in one Italian sentence.
public struct KeyFileError: Error, Equatable, CustomStringConvertible {
  public enum Problem: Equatable, Sendable {
    case missing
    case notAFile
    /// Permissions that let others in.
    case exposed(Int)
    /// Bytes found instead of 32, or 32 for each rotation more.
    case length(Int)
    /// Another key than the one the warehouse was made with, by their fingerprints.
    case foreign(expected: String, found: String)
    /// As many rotations as a key may have.
    case exhausted
    /// System error number.
    case unreadable(Int32)
    case unwritable(Int32)
  }

  public var path: String
  public var problem: Problem

  public var description: String {
    switch problem {
    case .missing:
      "\(path): la chiave delle persone non c'è; ripristinare qui la copia di quella usata per l'archivio"
    case .notAFile:
      "\(path): non è un file; indicare il percorso di un file di 32 byte"
    case .exposed(let mode):
      "\(path): la chiave è accessibile ad altri utenti (permessi 0\(String(mode, radix: 8)), servono 0600); eseguire «chmod 600 \(quoted)»"
    case .length(let count):
      "\(path): la chiave deve essere di 32 byte (32 in più per ogni rotazione) e ne ha \(count); ripristinarla da una copia, perché con un'altra le persone non si riconoscono più"
    case .foreign(let expected, let found):
      "\(path): non è la chiave dell'archivio (è la \(found), serve la \(expected)); ripristinare la copia giusta, perché con questa le persone non si riconoscerebbero più"
    case .exhausted:
      "\(path): la chiave è già stata ruotata \(PersonKey.longest - 1) volte e non può esserlo ancora"
    case .unreadable(let code):
      "\(path): la chiave non si può leggere (\(KeyFileError.reason(code))); verificare percorso e permessi"
    case .unwritable(let code):
      "\(path): la chiave non si può creare (\(KeyFileError.reason(code))); verificare che la cartella esista e sia scrivibile"
    }
  }

  /// The path as one word for a shell.
  private var quoted: String { "'" + path.replacing("'", with: "'\\''") + "'" }

  private static func reason(_ code: Int32) -> String {
    switch code {
    case EACCES, EPERM: "permesso negato"
    case ENOENT, ENOTDIR: "la cartella non esiste"
    case ENOSPC: "disco pieno"
    case EROFS: "disco in sola lettura"
    default: "errore di sistema \(code)"
    }
  }
}
