import Indicators
import Warehouse

/// `dati/indicatori.csv`: what each indicator and each of its parts is, sorted by its name for programs.
enum IndicatorsCSV {
  static let columns = [
    "indicatore", "codice", "famiglia", "nome_it", "nome_en", "unita", "direzione", "formula",
    "fonte",
  ]

  /// - Parameter slugs: those the observations have; a part has a name, a unit and a direction of its own.
  static func bytes(_ definitions: [Definition], slugs: Set<String>) -> [UInt8] {
    let known = Dictionary(definitions.map { ($0.slug, $0) }, uniquingKeysWith: { one, _ in one })
    var csv = CSVWriter()
    csv.row(columns)
    for slug in slugs.union(known.keys).sorted() {
      guard let definition = known[Definition.slug(of: slug)] else { continue }
      let figure = Figure(
        Observation(indicator: slug, territory: .total, period: .year(0)), definition)
      csv.row([
        slug, definition.code, definition.family, figure.name.it, figure.name.en,
        figure.unit.rawValue, figure.direction.rawValue, definition.formula.it,
        definition.source.it,
      ])
    }
    return csv.bytes
  }
}
