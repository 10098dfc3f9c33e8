import Foundation
import Indicators
import Ingest
import Warehouse

/// `datasets/indicators/*.json`: the indicators analysts have declared.
struct DeclaredIndicators {
  let indicators: [Indicator]
  /// Names and texts of the files, for telling whether anything has changed.
  let fingerprint: [String]

  init(_ workspace: Workspace, _ store: Store) throws {
    let folder = workspace.indicators
    let files = try OptionalFile.names(in: folder)
      .filter { $0.hasSuffix(".json") && !$0.hasSuffix(".origin.json") }
    var indicators: [Indicator] = []
    var fingerprint: [String] = []
    let names = files.isEmpty ? FactNames([:]) : try DeclaredIndicators.names(store)
    for name in files {
      let file = "\(folder)/\(name)"
      guard let json = FileManager.default.contents(atPath: file) else {
        throw UserFailure.noInput("«\(file)» non si può leggere")
      }
      do {
        let declaration = try JSONDecoder().decode(Declaration.self, from: json)
        if let key = RepeatedKey.first(in: json) {
          throw UserFailure.badData("\(file): la chiave «\(key)» è scritta due volte in un oggetto")
        }
        var indicator = try declaration.indicator(
          names, beside: Catalogue.definitions + indicators.map(\.definition))
        indicator.definition.fingerprint = try DeclaredIndicators.fingerprint(of: json)
        indicators.append(indicator)
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

  /// Fingerprint of what a declaration counts, whatever it is called and however its file is laid out.
  private static func fingerprint(of json: Data) throws -> String {
    var keys = try JSONSerialization.jsonObject(with: json) as? [String: Any] ?? [:]
    for text in Declaration.texts { keys[text] = nil }
    let counted = try JSONSerialization.data(withJSONObject: keys, options: .sortedKeys)
    return Fingerprint.of([String(decoding: counted, as: UTF8.self)])
  }

  /// Datasets and fields as the contracts name them, with the codes of the reference tables.
  private static func names(_ store: Store) throws -> FactNames {
    var lists: [CodeListName: FactNames.Codes] = [:]
    for list in CodeListName.allCases { lists[list] = FactNames.Codes(list.closedCodes) }
    for (list, name) in [(CodeListName.areaUtenza, "area_utenza"), (.canale, "canale")] {
      let codes = try store.codes(name)
      lists[list] = FactNames.Codes(
        codes.map(\.code), sensitive: Set(codes.filter(\.isSensitive).map(\.code)))
    }
    let services = try store.codes("servizio")
    let secret = Set(services.filter(\.isSensitive).map(\.code))
    lists[.servizio] = FactNames.Codes(services.map(\.code), sensitive: secret, secret: secret)
    lists[.ats] = FactNames.Codes(try store.ambiti().map(\.id))
    lists[.leps] = FactNames.Codes(try store.codes("leps").map(\.code))
    var datasets: [String: FactNames.Dataset] = [:]
    for contract in Contract.all {
      guard let table = FactTable.named(contract.table) else { continue }
      var fields: [String: FactNames.Field] = [:]
      for one in contract.fields {
        guard let field = FactField.named(one.column) else { continue }
        fields[one.name] = FactNames.Field(field, kind(one.kind, lists))
      }
      datasets[contract.dataset] = FactNames.Dataset(table: table, fields: fields)
    }
    return FactNames(datasets)
  }

  private static func kind(
    _ kind: Field.Kind, _ lists: [CodeListName: FactNames.Codes]
  ) -> FactNames.Kind {
    switch kind {
    case .code(let list, _): .code(lists[list]!)
    case .codes(let list): .codes(lists[list]!.all)
    case .comune: .comune
    case .text, .ownWord, .identifier, .comuni, .place, .organisation, .organisations, .cup,
      .ageBand(column2: nil):
      .name
    case .date, .month: .date
    case .integer(let range): .number(Double(range.lowerBound)...Double(range.upperBound))
    case .decimal(let range): .number(range)
    case .euro, .ageBand, .quantity: .number()
    case .yesNo: .flag
    case .person: .person
    }
  }
}
