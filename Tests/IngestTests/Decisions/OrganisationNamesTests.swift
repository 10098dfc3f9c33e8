import Testing
import Warehouse

@testable import Ingest

/// Which organisations are proposed as one.
@Suite struct OrganisationNamesTests {
  private func proposed(_ names: [(name: String, comune: String)]) -> [[String]] {
    OrganisationNames.proposals(
      names.enumerated().map {
        OrganisationName(code: "\(10_000 + $0)", name: $1.name, comune: $1.comune)
      }
    ).map { [$0.first, $0.second, $0.reason] }
  }

  @Test(arguments: [
    ("Auser Locri ODV", "AUSER LOCRI O.D.V."), ("Auser Locri ODV", "A.U.S.E.R. Locri"),
    ("La Sorgente S.C.S. a r.l.", "Cooperativa sociale La Sorgente"),
    ("Insieme si può APS", "Insieme si puo' A.P.S. E.T.S."),
  ])
  func dotsAmongInitialsAreNothing(one: String, other: String) {
    #expect(proposed([(one, "080043"), (other, "080063")]).count == 1)
  }

  /// One letter alone is a word as any other.
  @Test func oneLetterIsNotInitials() {
    #expect(OrganisationNames.key("Gruppo B Locri") == "GRUPPO B LOCRI")
    #expect(OrganisationNames.key("Padre e figlio") == "PADRE FIGLIO")
  }

  /// What comparing each with all the others would propose.
  @Test(arguments: 1...8) func nothingIsMissed(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let letters = Array("ABC DE")
    var names: [(name: String, comune: String)] = []
    for _ in 0..<60 {
      let name = (0..<Int.random(in: 9...24, using: &random)).map { _ in
        letters.randomElement(using: &random)!
      }
      names.append(("ZZ" + String(name), "08000\(Int.random(in: 1...2, using: &random))"))
    }
    for _ in 0..<120 {
      var (name, comune) = names.randomElement(using: &random)!
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        var text = Array(name)
        let place = Int.random(in: 2..<text.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: text[place] = letters.randomElement(using: &random)!
        case 1: text.insert(letters.randomElement(using: &random)!, at: place)
        default: text.remove(at: place)
        }
        name = String(text)
      }
      names.append((name, comune))
    }
    let keys = names.map { FoldedText(OrganisationNames.key($0.name)) }
    var expected: [[String]] = []
    for i in names.indices where keys[i].count >= 4 {
      for j in names.indices.dropFirst(i + 1) where keys[j].count >= 4 {
        let pair = ["\(10_000 + i)", "\(10_000 + j)"]
        if keys[i].distance(to: keys[j], limit: 0) != nil {
          expected.append(pair + ["stesso nome, codici fiscali diversi"])
        } else if names[i].comune == names[j].comune, min(keys[i].count, keys[j].count) >= 10,
          keys[i].distance(to: keys[j], limit: 2) != nil
        {
          expected.append(pair + ["nomi quasi uguali, stesso comune"])
        }
      }
    }
    #expect(expected.count > 20)
    #expect(proposed(names) == expected)
  }

  /// As many as a national register has; each with all the others would be eight thousand million pairs.
  @Test(.timeLimit(.minutes(1))) func aNationalRegisterTakesSeconds() {
    var random = SplitMix(seed: 1)
    let words = (0..<4000).map { _ in
      String(
        String.UnicodeScalarView(
          (0..<Int.random(in: 4...11, using: &random)).map { _ in
            Unicode.Scalar(UInt8.random(in: 65...90, using: &random))
          }))
    }
    var names = (0..<130_000).map { _ in
      let name = (0..<3).map { _ in words.randomElement(using: &random)! }.joined(separator: " ")
      return (
        name: "Associazione \(name) di volontari",
        comune: "\(58_000 + Int.random(in: 0..<300, using: &random))"
      )
    }
    names.append((names[7].name.replacing(" di ", with: " dei "), names[7].comune))
    #expect(proposed(names) == [["10007", "140000", "stesso nome, codici fiscali diversi"]])
  }
}
