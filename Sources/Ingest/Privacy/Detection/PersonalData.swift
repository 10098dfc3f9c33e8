/// Personal identifiers within a text.
enum PersonalData {
  enum Kind: String, CaseIterable {
    case fiscalCode = "codice fiscale"
    case healthCode = "codice STP/ENI"
    case card = "numero di tessera sanitaria"
    case dsu = "numero DSU"
    case iban = "IBAN"
    case phone = "telefono"
    case email = "e-mail"
  }

  /// Calls `found` for every identifier, in no particular order and overlaps included, until it
  /// answers false.
  static func search(
    _ bytes: CellBytes, for kinds: Suspicion, found: (Kind, Range<Int>) -> Bool
  ) {
    if kinds.contains(.email) {
      for place in bytes.indices where EmailPattern.mayBeSign(bytes[place]) {
        if let range = EmailPattern.range(around: place, in: bytes), !found(.email, range) {
          return
        }
      }
    }
    guard kinds != .email, !kinds.isEmpty else { return }
    SignificantText.with(bytes) { text in
      func report(_ kind: Kind, _ k: Int, _ length: Int?) -> Bool {
        guard let length else { return true }
        return found(kind, text.range(k, k + length - 1))
      }
      for k in 0..<text.count {
        if kinds.contains(.fiscalCode),
          !report(.fiscalCode, k, FiscalCodePattern.length(at: k, in: text))
        {
          return
        }
        if kinds.contains(.healthCode),
          !report(.healthCode, k, HealthCodePattern.length(at: k, in: text))
        {
          return
        }
        if kinds.contains(.card),
          !report(.card, k, HealthCodePattern.cardLength(at: k, in: text))
        {
          return
        }
        if kinds.contains(.dsu), !report(.dsu, k, DSUPattern.length(at: k, in: text)) { return }
        if kinds.contains(.iban), !report(.iban, k, IBANPattern.length(at: k, in: text)) { return }
        if kinds.contains(.phone), !report(.phone, k, PhonePattern.length(at: k, in: text, bytes)) {
          return
        }
      }
    }
  }
}
