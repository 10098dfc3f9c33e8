/// Every table whose rows are facts, keyed by `snapshot << 32 | line`; a contract of the exchange each.
public enum FactTable: CaseIterable, Sendable {
  case serviceRequest, serviceDelivery, provider, serviceOffer, proximityPoint,
    proximityAccess, population, intervention, funding, payment, physicalIndicator
  case contact, caseFile, referral, waitingList, matchProposal, providerApplication, capacity,
    volunteering, fundraising, searchStep, citizenResource, exchange, careRequest, careOffer,
    careMeeting, transportNeed, corporateWelfare, socialSpending, staff, lepsStatus,
    travelTime, prevalence, award, milestone, project, projectResult, proceeding,
    tableMeeting, tableProposal, tableObservation, tableDecision

  /// Name of the table.
  public var name: String { FactTable.names[self]! }

  private static let names = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0, snakeCased("\($0)")) })
}

/// `openedOn` is `opened_on`, `requestID` is `request_id`.
func snakeCased(_ name: String) -> String {
  var result = ""
  var followsCapital = false
  for character in name {
    if character.isUppercase, !followsCapital { result += "_" }
    result += character.lowercased()
    followsCapital = character.isUppercase
  }
  return result
}
