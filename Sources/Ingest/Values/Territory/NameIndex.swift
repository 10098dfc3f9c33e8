import Warehouse

/// Names and the comuni that claim them.
struct NameIndex {
  struct Claim: Equatable {
    var code: ComuneCode
    var how: ComuneReading.Match
  }

  private var claims: [String: [Claim]] = [:]

  /// A claim by a comune that already holds the name adds nothing.
  mutating func add(_ key: String, _ code: ComuneCode, _ how: ComuneReading.Match) {
    guard !key.isEmpty else { return }
    let claim = Claim(code: code, how: how)
    guard var holders = claims[key] else {
      claims[key] = [claim]
      return
    }
    if holders.contains(where: { $0.code == code }) { return }
    holders.append(claim)
    claims[key] = holders
  }

  subscript(key: String) -> [Claim] { claims[key] ?? [] }
}
