/// What an identifier in a column of persons is.
public enum IdentifierClass: String, Sendable, CaseIterable {
  case valid = "CF_VALIDO"
  case omocodic = "CF_OMOCODICO"
  /// Eleven digits, issued while a codice fiscale is awaited.
  case provisional = "CF_PROVVISORIO"
  /// Health code of foreigners temporarily present.
  case stp = "STP"
  /// Health code of European citizens not registered.
  case eni = "ENI"
  /// `[` MD5 `]`, the key one product gives to people without a codice fiscale: derived from name and
  /// birth date, so as personal as they are.
  case temporary = "TEMPORANEO"
  /// Somebody who is not named: a person of its own, unlike any other row.
  case anonymous = "ANONIMO"
  case masked = "MASCHERATO"
  case wrong = "ERRATO"
  /// An identifier of the sender's own system.
  case local = "INTERNO"
  /// Nothing was written.
  case missing = "ASSENTE"

  /// The class as it enters a token. A codice fiscale is one class, substituted digits or not: the key
  /// is the code as issued, and a code says by itself which of the two it is.
  var tokenClass: StaticString? {
    switch self {
    case .valid, .omocodic: "CF"
    case .provisional: "CFP"
    case .stp: "STP"
    case .eni: "ENI"
    case .temporary: "TMP"
    case .anonymous: "ANON"
    case .local: "INT"
    case .masked, .wrong, .missing: nil
    }
  }
}
