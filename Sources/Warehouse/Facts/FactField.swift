/// Every column of every fact table, once: `.openedOn` is `opened_on` wherever it occurs.
///
/// A name means the same thing in every table that has it. A test compares the list with the schema.
public enum FactField: Int, CaseIterable, Sendable {
  case acceptedOn, accessID, accessedOn, accreditedPlaces, achieved, activities, activity,
    actor, actualEnd, actualOn, actualStart, ageBand, ageFrom, ageTo, amountCents,
    annualCostCents, announcedOn, applicationID, appliedOn, arrivedOn, ats, authorisedPlaces,
    awardedOn,
    awardee, birthYear, call, capacity, capacityUnit, careKind, careOfferID, careRequestID,
    caseID, channel, choice, chosenPosition, cig, citizenship, closedOn, closingReason, clp,
    code, cofundingCents, companyID, component, comune, comuni, concludedOn, contactID,
    contactedOn, contractedOn, costCents, cup, decidedOn, decision, deliveredOn, deliveries,
    deliveryID, destinationComune, donor, donorComune, donorKind, donors, dueOn, duration,
    employees, employeesFte, endedOn, endsOn, enteredOn, estimatedCents, evidence, exchangeID,
    exchangedOn, firstResponseOn, firstServiceOn, fiscalCode, frailties, fromProvider, fte,
    fund, fundraisingGoalCents, funnelPath, goods, grantCents, grossCents, grounds,
    hasCompanion, hasPresumedDates, healthShareCents, heldOn, hours, household, implementer,
    indicator, innovations, integratedOn, integrationRequestedOn, interviewedOn, isAssisted,
    isCancelled, isCumulative, isFirst, isFree, isMet, isPermanent, isPresent, isRegular,
    isRemote, isRestricted, isShared, kind, lapsedOn, latitude, lead, leps, livesIn,
    longGoals, longitude, lower, manager, matchID, measure, measuredOn, mediumGoals,
    meetingID, minutes, mission, mode, month, name, need, neededOn, needsAids, needsTransport,
    node, notDigitallyAutonomous, number, observationKind, observedOn, occupiedPlaces,
    offerID, office, openedOn, organisations, orientedServices, origin, originComune,
    originID, outcome, paidOn, participants, partners, person, phase, place, planned,
    plannedEnd, plannedOn, plannedStart, pointID, prevalence, priceCents, proceedingID,
    proceedingKind, profile, programme, projectID, proposedOn, proposerKind, provider,
    providerShareCents, publicFte, publishedOn, qualification, quantity, raisedOn, rating,
    reason, recipient, recipientComune, referralID, referredOn, referredTo, refundsCents,
    regime, registeredOn, requestID, requestedOn, residents, resourceID, resourceKind,
    resourcesCents, responsible, results, role, runtsNumber, runtsSection, searchedOn, sentBy,
    sentTo, servedComuni, service, serviceComune, sessionID, sex, shortGoals, spendingSource,
    sphere, squareMetres, startedOn, startsOn, status, step, subject, suspendedOn, takenBy,
    takenOn, target, text, thirdSectorFte, timeBand, title, toProvider, trainingHours,
    transportID, unit, upper, urgency, userArea, userShareCents, value, valueCents, venue,
    volunteerHours, volunteers, waitMinutes, waiting, weeklyHours, weight, year

  /// Name of the column.
  public var name: String { FactField.names[rawValue] }

  /// The fields that hold a keyed token.
  public var isToken: Bool {
    switch self {
    case .person, .household, .donor, .recipient: true
    default: false
    }
  }

  public var isDay: Bool {
    switch self {
    case .plannedStart, .actualStart, .plannedEnd, .actualEnd, .month, .referredTo: true
    default: name.hasSuffix("_on")
    }
  }

  private static let names = allCases.map { snakeCased("\($0)") }
}
