internal import Warehouse

/// The comuni the sample lives in, as the reference folder describes them.
struct SampleTerritory: Sendable {
  struct Comune: Sendable {
    var code: String
    var name: String
    /// Other spellings offices use, all resolvable.
    var spellings: [String]
    var belfiore: String
    var ats: String
    var males: Int
    var females: Int
    /// SNAI class, A–F; empty where it is not known.
    var innerClass: String
    var minutesToPole: Double
    /// Degrees; nil where the reference folder does not say them.
    var place: Place?

    var residents: Int { males + females }
  }

  struct Place: Sendable {
    var latitude: Double
    var longitude: Double
  }

  /// Sorted by code.
  let comuni: [Comune]
  /// Comuni elsewhere in Italy that some requests come from: real, known, not ours.
  let elsewhere: [(code: String, name: String)]
  /// The code of the ambito that delivers its own workbook: the one with the most comuni.
  let ambito: String
  /// Every name anybody may use, folded: a misspelling must be none of these.
  private let knownNames: Set<String>

  init(reference folder: String) throws {
    let table = try ReferenceTable(folder: folder, name: "comuni.csv")
    let istat = try table.column("istat")
    let name = try table.column("nome")
    let belfiore = try table.column("belfiore")
    let until = try table.column("valido_al")
    let ats = try table.column("ats")
    let total = try table.column("residenti")
    let males = try table.column("residenti_m")
    let females = try table.column("residenti_f")
    let innerClass = try table.column("snai")
    let minutes = try table.column("minuti_polo")
    let pole = try table.column("polo")
    let latitude = try table.column("lat")
    let longitude = try table.column("lon")

    let names = try ReferenceTable(folder: folder, name: "comuni_nomi.csv")
    let nameText = try names.column("nome")
    let nameCode = try names.column("istat")
    let nameKind = try names.column("tipo")
    var known = Set(names.rows.map { fold($0[nameText]) })
    var spellings: [String: [String]] = [:]
    for row in names.rows where ["alternativo", "grafia"].contains(row[nameKind]) {
      spellings[row[nameCode], default: []].append(row[nameText])
    }

    comuni = table.rows.filter { $0[until].isEmpty }.map { row in
      known.insert(fold(row[name]))
      // Where the sexes were not counted apart, as many of each.
      let count = Int(row[total]) ?? 0
      return Comune(
        code: row[istat], name: row[name], spellings: spellings[row[istat]] ?? [],
        belfiore: row[belfiore], ats: row[ats], males: Int(row[males]) ?? count / 2,
        females: Int(row[females]) ?? count - count / 2, innerClass: row[innerClass],
        minutesToPole: Double(row[minutes]) ?? 0,
        place: Double(row[latitude]).flatMap { latitude in
          Double(row[longitude]).map { Place(latitude: latitude, longitude: $0) }
        })
    }.sorted { $0.code < $1.code }
    guard comuni.contains(where: { $0.residents > 0 }) else {
      throw SampleError(
        .reference, "\(table.path): nessun comune ha residenti; controllare il file.")
    }

    let perAmbito = Dictionary(grouping: comuni, by: \.ats).mapValues(\.count)
    ambito =
      perAmbito.filter { !$0.key.isEmpty }.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
      ?? ""

    let italy = try ReferenceTable(folder: folder, name: "comuni_italia.csv")
    let italyCode = try italy.column("istat")
    let italyName = try italy.column("nome")
    let italyUntil = try italy.column("valido_al")
    known.formUnion(italy.rows.map { fold($0[italyName]) })
    knownNames = known
    let ours = Set(comuni.map(\.code))
    let outside = italy.rows.filter { $0[italyUntil].isEmpty && !ours.contains($0[italyCode]) }
    // The poles beyond the border are where people really come from; two more for variety.
    let poles = Set(table.rows.map { $0[pole] })
    var chosen = outside.filter { poles.contains($0[italyCode]) }
    let timesUsed = Dictionary(grouping: italy.rows, by: { fold($0[italyName]) }).mapValues(\.count)
    let plain = outside.filter { row in
      row[italyName].utf8.allSatisfy { $0 == 32 || (65...122).contains($0) }
        && timesUsed[fold(row[italyName])] == 1
    }
    for part in 1...2 where !plain.isEmpty { chosen.append(plain[plain.count * part / 3]) }
    elsewhere = chosen.map { ($0[italyCode], $0[italyName]) }
  }

  /// The name with two letters of its middle exchanged, so that nobody can recognise it for sure.
  func misspelling(of name: String) -> String {
    var letters = Array(name)
    let middle = letters.count / 2
    letters.swapAt(middle - 1, middle)
    if !knownNames.contains(fold(String(letters))) { return String(letters) }
    letters.insert("X", at: middle)
    return String(letters)
  }
}

/// Letters and digits without accents, upper case: enough to compare names of comuni.
func fold(_ name: String) -> String {
  String(
    decoding: plainCapitals(name).utf8.filter { (65...90).contains($0) || (48...57).contains($0) },
    as: UTF8.self)
}

/// Upper case with the accents as apostrophes, as offices type them: `PLATI'`, `MELICUCCA'`.
func plainCapitals(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "à", "À": result += "A'"
    case "è", "é", "È", "É": result += "E'"
    case "ì", "Ì": result += "I'"
    case "ò", "Ò": result += "O'"
    case "ù", "Ù": result += "U'"
    case "â": result += "A"
    case "ê": result += "E"
    case "î": result += "I"
    case "ô": result += "O"
    case "û": result += "U"
    default:
      result.unicodeScalars.append(contentsOf: scalar.properties.uppercaseMapping.unicodeScalars)
    }
  }
  return result
}
