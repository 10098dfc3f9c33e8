import Foundation
import Indicators
import Ingest
import Warehouse

/// `datasets/indicators/*.json`: the indicators analysts have declared.
struct DeclaredIndicators {
  let indicators: [Indicator]
  /// Names and texts of the files, for telling whether anything has changed.
  let fingerprint: [String]

  init(_ workspace: Workspace) throws {
    let folder = workspace.indicators
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    var indicators: [Indicator] = []
    var fingerprint: [String] = []
    var taken = Set(Catalogue.definitions.map(\.slug))
    for name in names.sorted()
    where name.hasSuffix(".json") && !name.hasSuffix(".origin.json") {
      let file = "\(folder)/\(name)"
      guard let json = FileManager.default.contents(atPath: file) else {
        throw UserFailure.noInput("«\(file)» non si può leggere")
      }
      do {
        let indicator = try JSONDecoder().decode(Declaration.self, from: json)
          .indicator(DeclaredIndicators.names, taken: taken)
        indicators.append(indicator)
        taken.insert(indicator.definition.slug)
      } catch let error as DeclarationError {
        throw UserFailure.badData("\(file): \(error.description)")
      } catch is DecodingError {
        throw UserFailure.badData("\(file): non è un oggetto JSON ben formato")
      }
      fingerprint += [name, String(decoding: json, as: UTF8.self)]
    }
    self.indicators = indicators
    self.fingerprint = fingerprint
  }

  /// Datasets and fields as the contracts name them.
  private static let names = FactNames(
    Dictionary(
      uniqueKeysWithValues: Contract.all.compactMap { contract in
        FactTable.named(contract.table).map { table in
          (
            contract.dataset,
            FactNames.Dataset(
              table: table,
              fields: Dictionary(
                uniqueKeysWithValues: contract.fields.compactMap { field in
                  FactField.named(field.column).map { (field.name, $0) }
                }))
          )
        }
      }))
}
