/// The Italian label of a field, `Attività art5` for `attivita_art5`.
///
/// A label, folded, is the field's own name folded: so a sheet with labels for headers comes back in
/// without any map. A test holds every contract to it.
extension Field {
  public var label: String {
    var words = name.split(separator: "_").map { FieldLabel.word(String($0)) }
    if let first = words.first, first.first?.isLowercase == true {
      words[0] = first.prefix(1).uppercased() + first.dropFirst()
    }
    return words.joined(separator: " ")
  }

  /// The label as a header: an asterisk, which folding drops, says that the field is required.
  var header: String { isRequired ? label + " *" : label }
}

enum FieldLabel {
  /// Words that lose something without accents or capitals.
  private static let written: [String: String] = [
    "attivita": "attività", "capacita": "capacità", "citta": "città", "comunita": "comunità",
    "eta": "età", "fragilita": "fragilità", "modalita": "modalità", "necessita": "necessità",
    "quantita": "quantità", "unita": "unità",
    "ats": "ATS", "cf": "CF", "cig": "CIG", "clp": "CLP", "cup": "CUP", "fte": "FTE", "ic": "IC",
    "leps": "LEPS", "pdp": "PdP", "runts": "RUNTS", "ssn": "SSN", "utc": "UTC",
  ]

  static func word(_ word: String) -> String { written[word] ?? word }
}
