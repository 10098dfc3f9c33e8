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
  /// Somebody who was erased on request: nothing of the row about them is kept.
  case forgotten = "DIMENTICATA"

  /// Its place among all classes.
  @inline(__always)
  var place: Int {
    switch self {
    case .valid: 0
    case .omocodic: 1
    case .provisional: 2
    case .stp: 3
    case .eni: 4
    case .temporary: 5
    case .anonymous: 6
    case .masked: 7
    case .wrong: 8
    case .local: 9
    case .missing: 10
    case .forgotten: 11
    }
  }

  /// Somebody who may be known under another identifier too: a person decides, never the program.
  @inline(__always)
  var isUncertain: Bool {
    switch self {
    case .omocodic, .provisional, .temporary: true
    default: false
    }
  }

  /// What the class is called to a reader.
  public var name: String {
    switch self {
    case .valid: "codice fiscale valido"
    case .omocodic: "codice fiscale omocodico"
    case .provisional: "codice fiscale provvisorio"
    case .stp: "codice STP"
    case .eni: "codice ENI"
    case .temporary: "chiave temporanea di un gestionale"
    case .anonymous: "anonima, ogni riga una persona a sé"
    case .masked: "identificativo mascherato, non collegata"
    case .wrong: "identificativo sbagliato, non collegata"
    case .local: "codice interno dell'editore"
    case .missing: "senza codice, non collegata"
    case .forgotten: "cancellata su richiesta"
    }
  }

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
    case .masked, .wrong, .missing, .forgotten: nil
    }
  }
}
