/// Every indicator beyond those of the first pass over requests, by family: a test holds the list to the
/// folder.
extension Catalogue {
  /// In the order of the reference catalogue.
  public static let described: [Indicator] = [
    // Needs coverage
    .standardisedCoverage, .coverageOfNeed, .whoAsks, .intensity, .homeCare, .saturation,
    .socialWorkers, .legalLevels, .spending, .tailCoverage,
    // Response times
    .earlyContact, .givingUp, .emergencies, .variability,
    // Territorial gaps
    .missingUsers, .gini, .concentration, .funnel, .shrunkenCoverage, .accessibility,
    .innerAreaGradient, .withoutOffer, .spatialAutocorrelation,
    // Reciprocity
    .giversAndReceivers, .dyadicReciprocity, .generalisedReciprocity, .hoursExchanged,
    .activeGivers, .receiversWhoGive, .matched, .multiplier, .nearExchanges, .participation,
    // Digital divide
    .channelGap, .completionGap, .laterAutonomy, .choiceModes, .providerDigitalDivide, .remoteShare,
    // Search funnel
    .usefulSessions, .zeroResults, .thinOffer, .searchToRequest, .searchToContact, .unmetSearches,
    .mismatch, .emergingDemand, .needsDrift,
    // Network of providers
    .providerConcentration, .activeProviders, .applications, .firstService, .providerSurvival,
    .network, .singleProvider,
    // Caregivers
    .careTension, .familyMatch, .carerMatch, .regularContracts, .lasting, .supportLevel,
    // Transport
    .transportNeed, .unmetTrips, .corridors, .dailyTrips, .criticalMass, .isolation,
    // Punti di Prossimità
    .nearPoint, .accesses, .visitsPerHour, .managementMix, .costPerVisit, .placement,
    // Integration and resources
    .sharedCases, .completedReferrals, .regimeMix, .overlaps, .goalsReached, .fragmentation,
    .unspent, .unitCost, .costPerUser, .loneliness, .rating, .emergencyRegime,
    // Projects
    .outputAgainstTarget, .earnedSchedule, .leverage, .donorCommunity, .sustainability,
    .activePartners, .costPerResult, .milestoneDelay,
    // Public programmes
    .contracted, .coherence, .outlook, .milestoneDelays, .frameworkChanges, .ownMeasures,
    // Data quality
    .rowsKept, .freshness, .unplaced, .identified,
    // Asked by the mission, beyond the reference catalogue; the follow-up of decisions reads all others
    .volunteerHours, .kindsOfProvider, .freeOffer, .caseLength, .proceedings, .corporateWelfare,
    .peers,
    .requestTrend, .designEffect, .decisions,
  ]
}
