import Warehouse

extension FindingKind {
  static let unknownOrganisation = FindingKind(
    "ente-sconosciuto", .warning, it: "l'ente non è in alcun registro consegnato",
    en: "the organisation is in no register that was delivered",
    expected: "il codice fiscale di un ente del dataset «enti», oppure una riga in più in quello")
  static let unknownReference = FindingKind(
    "riferimento-sconosciuto", .warning, it: "l'id non è in alcuna consegna del dataset che nomina",
    en: "the id is in no delivery of the dataset it names",
    expected: "un id che il dataset nominato contiene, oppure la riga che in quello manca")
}

extension [Audit] {
  /// Organisations that are named somewhere and are in no register.
  static let unknownOrganisations: [Audit] = Contract.all.flatMap { contract in
    contract.fields.compactMap { field in
      guard case .organisation = field.kind, contract.table != FactTable.provider.name else {
        return nil
      }
      return reference(
        .unknownOrganisation, contract, field, in: .provider, by: .fiscalCode)
    }
  }

  /// Requests, offers, points, programmes… that are named somewhere and were never delivered. A
  /// desk that takes contacts need not be a Punto di Prossimità.
  static let unknownThings: [Audit] = [
    (.requestID, .serviceRequest), (.offerID, .serviceOffer), (.pointID, .proximityPoint),
    (.resourceID, .citizenResource), (.careRequestID, .careRequest), (.careOfferID, .careOffer),
    (.projectID, .project), (.proceedingID, .proceeding), (.cup, .intervention),
  ].flatMap { (key: FactField, target: FactTable) in
    Contract.all.compactMap { contract in
      guard contract.table != target.name,
        key != .pointID || contract.table != FactTable.contact.name,
        let field = contract.fields.first(where: { $0.column == key.name })
      else { return nil }
      return reference(.unknownReference, contract, field, in: target, by: key)
    }
  }

  private static func reference(
    _ kind: FindingKind, _ contract: Contract, _ field: Field, in target: FactTable,
    by key: FactField
  ) -> Audit? {
    guard let table = FactTable.allCases.first(where: { $0.name == contract.table }),
      let column = FactField.allCases.first(where: { $0.name == field.column })
    else { return nil }
    return Audit(kind, .unknown(column, of: table, in: target, key))
  }
}
