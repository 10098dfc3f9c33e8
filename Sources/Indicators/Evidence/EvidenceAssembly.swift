public import Warehouse

extension Evidence {
  /// Gathers what an edition rests on: observations, territory, programmes, decisions of the tables,
  /// sources and findings.
  ///
  /// - Parameters:
  ///   - declared: indicators analysts have declared.
  ///   - name: what the territory is called.
  ///   - outlines: boundaries by comune; may be empty.
  ///   - words: message and severity of a finding's code.
  public init(
    store: Store, observations: [Observation], asOf: Day, name: String,
    outlines: [ComuneCode: [[(longitude: Double, latitude: Double)]]], declared: [Indicator] = [],
    words: (_ code: String) -> Text
  ) throws {
    let named = { (list: String) in
      try store.codes(list).map {
        NamedCode(
          code: $0.code, name: Text(it: $0.nameIT, en: $0.nameEN), official: $0.official)
      }
    }
    let definitions = Catalogue.definitions + declared.map(\.definition)
    self.init(
      asOf: asOf,
      territory: TerritoryAtlas(
        name: name, comuni: try store.comuni(), ats: try store.ambiti(), outlines: outlines),
      definitions: definitions, observations: observations,
      programmes: try Programme.all(in: store, asOf: asOf),
      sources: try store.deliveries().map(SourceSummary.init),
      findings: try store.findingCounts().map {
        FindingSummary(
          publisher: $0.publisherName, dataset: $0.dataset, code: $0.code, severity: $0.severity,
          message: words($0.code), count: $0.count)
      },
      reports: try store.expectedReports(asOf: asOf),
      services: try named("servizio"), userAreas: try named("area_utenza"),
      channels: try named("canale"))
    decisions = try TableDecision.all(in: store, asOf: asOf, definitions: definitions)
    calendar = try store.reportingCalendar()
    let triangles = try store.reportingTriangles(asOf: asOf)
    developments = triangles.map { ReportingDevelopment($0).published }
    let evidence = self
    totalsWithMissing = try TotalWithMissing.all(in: store, reports: reports, triangles) {
      evidence.observation(RequestsPerThousand.slug, $0, $1)
    }
    remarks = try TableRemark.all(in: store)
    proposals = try TableProposal.all(in: store)
    levels = try named("leps")
    ages = AgeStructure.all(try store.currentPopulation(), upTo: asOf.civil.year)
  }
}

extension Evidence {
  /// Organisations, projects and people reached by programmes: what is counted for the edition and is
  /// not an observation, each under the same thresholds.
  public mutating func addOrganisations(
    from store: Store, settings: DisclosureSettings
  ) throws {
    thresholds = settings
    providers = try ProviderProfile.all(in: store, settings: settings, asOf: asOf)
    points = try store.currentProximityPoints().filter { $0.openedOn <= asOf }.map {
      var point = $0
      if let closed = point.closedOn, closed > asOf { point.closedOn = nil }
      return point
    }
    projects = try ProjectProfile.all(in: store, settings: settings, asOf: asOf)
    let reached = try Programme.Reached.all(in: store, settings: settings, asOf: asOf)
    let served = try Programme.Served.all(in: store, settings: settings, asOf: asOf)
    for index in projects.indices {
      guard let known = served[projects[index].id] else { continue }
      projects[index].served = known
      projects[index].isServedWithheld = known == nil
    }
    for index in programmes.indices {
      if let known = served[programmes[index].cup] {
        programmes[index].served = known
        programmes[index].isServedWithheld = known == nil
      }
      programmes[index].reached = reached[programmes[index].cup] ?? []
    }
  }
}

extension TerritoryAtlas {
  init(
    name: String, comuni: [ComuneRecord], ats: [ATSRecord],
    outlines: [ComuneCode: [[(longitude: Double, latitude: Double)]]]
  ) {
    let provinces = Set(comuni.map(\.province)).sorted()
    let classes = Set(comuni.compactMap(Frame.innerAreaGroup)).sorted()
    self.init(
      name: name,
      comuni: comuni.map {
        Comune(
          code: ComuneCode($0.istat)!, name: $0.name, province: $0.province, ats: $0.ats,
          innerAreaClass: $0.innerAreaClass, minutesToPole: $0.minutesToPole,
          residents: $0.residents, squareKilometres: $0.squareKilometres, altitude: $0.altitude)
      },
      groups: [Group(key: .total, name: name)]
        // One province is the territory; several are told apart.
        + provinces.map {
          Group(
            key: TerritoryKey(.province, $0),
            name: provinces.count == 1 ? name : Group.provincePrefix + $0)
        }
        + ats.map {
          Group(key: TerritoryKey(.ats, $0.id), name: $0.name, isProvisional: $0.isProvisional)
        }
        + classes.map {
          Group(key: TerritoryKey(.innerAreaClass, $0), name: "Classe \($0) delle aree interne")
        },
      outlines: outlines)
  }
}

extension SourceSummary {
  init(_ d: DeliveryRecord) {
    let rows = RowsOfDelivery(d)
    self.init(
      publisher: d.publisherName, title: d.title, dataset: d.dataset, licence: d.licence,
      isSynthetic: d.isSynthetic, delivery: d.delivery, sha256: d.sha256, received: d.receivedOn,
      rowsRead: rows.read, rowsKept: rows.kept, rowsRefused: rows.refused)
    receipt = d.receiptFolder
  }
}
