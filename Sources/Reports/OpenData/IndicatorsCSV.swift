import Indicators

/// `dati/indicatori.csv`: what each indicator is, sorted by its name for programs.
enum IndicatorsCSV {
  static let columns = [
    "indicatore", "codice", "famiglia", "nome_it", "nome_en", "unita", "direzione", "formula",
    "fonte",
  ]

  static func bytes(_ definitions: [Definition]) -> [UInt8] {
    var csv = CSVWriter()
    csv.row(columns)
    for definition in definitions.sorted(by: { $0.slug < $1.slug }) {
      csv.row([
        definition.slug, definition.code, definition.family, definition.name.it,
        definition.name.en, definition.unit.rawValue, definition.direction.rawValue,
        definition.formula.it, definition.source.it,
      ])
    }
    return csv.bytes
  }
}
