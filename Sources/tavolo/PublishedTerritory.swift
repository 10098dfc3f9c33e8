import Foundation
import Indicators
import Warehouse

/// How an edition calls the territory and who publishes it: `territorio.json` of the reference folder, or
/// the names of its provinces.
struct PublishedTerritory {
  let name: String
  /// Names of its provinces, where there are several, by the three digits of their comuni's codes.
  let provinces: [String: String]
  /// Of the public index of administrations.
  let ipaCode: String?
  /// Who answers questions, with a mailbox of the office: never of a person.
  let office: TerritoryAtlas.Office?
  /// What the file says, for the fingerprint of an edition.
  let text: String

  init(_ workspace: Workspace, _ store: Store) throws {
    let file = workspace.reference + "/territorio.json"
    guard let json = try OptionalFile.contents(file) else {
      let provinces = Set(try store.comuni().map(\.province)).sorted()
      name = "Province " + provinces.joined(separator: ", ")
      (self.provinces, ipaCode, office, text) = ([:], nil, nil, "")
      return
    }
    guard let object = try? JSONSerialization.jsonObject(with: json) as? [String: Any],
      let name = object["nome"] as? String
    else { throw UserFailure.badData("\(file): serve un oggetto JSON con la chiave «nome»") }
    self.name = name
    guard let provinces = (object["province"] ?? [:]) as? [String: String] else {
      throw UserFailure.badData(
        "\(file): «province» deve dare un nome a ogni codice, come {\"083\": \"Messina\"}")
    }
    self.provinces = provinces
    ipaCode = object["codice_ipa"] as? String
    office = try object["ufficio"].map { try PublishedTerritory.office($0, file) }
    text = String(decoding: json, as: UTF8.self)
  }

  private static func office(_ value: Any, _ file: String) throws -> TerritoryAtlas.Office {
    guard let object = value as? [String: String], let name = object["nome"], !name.isEmpty,
      let mailbox = object["email"],
      mailbox.wholeMatch(of: #/[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}/#)
        != nil
    else {
      throw UserFailure.badData(
        "\(file): «ufficio» vuole «nome» ed «email», la casella di un ufficio e mai di una persona")
    }
    return TerritoryAtlas.Office(name: name, mailbox: mailbox)
  }
}
