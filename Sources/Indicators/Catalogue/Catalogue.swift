/// The list of indicators: the table of contents of the catalogue. A test compares it with the folder.
public enum Catalogue {
  /// Computed from requests in one pass.
  public static let fromRequests: [any RequestIndicator] = [
    RequestsPerThousand(), NeedsCoverage(), ResponseTime.firstContact, ResponseTime.decision,
    ResponseTime.activation, Backlog(), ChannelMix(), AssistedShare(),
  ]

  /// In the order of the reference catalogue.
  public static let definitions: [Definition] = {
    let request = Dictionary(
      uniqueKeysWithValues: fromRequests.map { ($0.definition.slug, $0.definition) })
    return [
      PopulationCoverage.definition, request["copertura-bisogni"]!, PlacesPerHundred.definition,
      OfferCoverage.definition, request["richieste-per-1000"]!, request["tempo-primo-contatto"]!,
      request["tempo-decisione"]!, request["tempo-attivazione"]!, request["arretrato"]!,
      CoverageGap.definition, CoverageTheil.definition, request["canali"]!,
      request["quota-assistita-pdp"]!, FinancialProgress.definition, PhysicalProgress.definition,
      TimeElapsed.definition, SourcesBalance.definition,
    ] + described.map(\.definition)
  }()
}
