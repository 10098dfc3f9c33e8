/// How offices write the names of comuni: capitals with apostrophes, other spellings, codes.
struct ComuneSpelling: Sendable {
  /// By comune: the name in capitals, then every resolvable variant.
  private let names: Phrases
  private let firstName: [Int]
  private let misspelt: Phrases
  private let elsewhere: Phrases

  init(_ territory: SampleTerritory, encode: (String) -> [UInt8]) {
    var all: [String] = []
    var first: [Int] = []
    for comune in territory.comuni {
      first.append(all.count)
      all.append(plainCapitals(comune.name))
      all += comune.spellings.map(plainCapitals)
      // The code a spreadsheet saved as a number, without its zero; and the land registry's.
      all.append(String(comune.code.drop { $0 == "0" }))
      all.append(comune.belfiore)
    }
    first.append(all.count)
    names = Phrases(all, encode: encode)
    firstName = first
    misspelt = Phrases(
      territory.comuni.map { plainCapitals(territory.misspelling(of: $0.name)) }, encode: encode)
    elsewhere = Phrases(territory.elsewhere.map { plainCapitals($0.name) }, encode: encode)
  }

  /// One comune out of twelve is not written by its plain name.
  func write(
    _ need: Need, fault: Fault, _ random: inout RandomStream, to out: inout ByteWriter
  ) {
    let comune = need.person.comune
    switch fault {
    case .misspeltComune: misspelt.write(comune, to: &out)
    case .comuneOutside: elsewhere.write(need.index % elsewhere.count, to: &out)
    default:
      let first = firstName[comune]
      let variants = firstName[comune + 1] - first
      names.write(
        random.chance(0.08) ? first + random.below(variants) : first, to: &out)
    }
  }
}
