internal import Warehouse

/// One sample being written: its parts one after the other, and the key they leave behind.
struct SampleWriter {
  let world: World
  let root: String
  let scope: DeliveryScope
  private let organisations: Organisations
  private let desks: Desks
  private(set) var key: AnswerKey
  private(set) var files: [SampleFile] = []

  private let parts: Set<SamplePart>

  init(world: World, root: String, scope: DeliveryScope, parts: Set<SamplePart>) {
    self.parts = parts
    self.world = world
    self.root = root
    self.scope = scope
    organisations = Organisations(world.territory, seed: world.seed, asOf: world.asOf)
    desks = Desks(world.territory, seed: world.seed, firstDay: world.season.firstDay)
    key = AnswerKey(seed: world.seed, requests: world.requests, asOf: world.asOf)
  }

  mutating func write(_ part: SamplePart) throws {
    switch part {
    case .comune: try writeMunicipality()
    case .ambito: try writeAmbito()
    case .piattaforma: try writePlatform()
    case .ets: try writeOrganisations()
    case .pdp: files.append(try DeskVisits(world: world, desks: desks).write(root, &key))
    case .popolazione: files.append(try Population(world: world).write(root, &key))
    case .rete: try writeNetwork()
    case .contesto: files += try ContextRegisters(world: world).write(root, &key)
    case .tavolo:
      files += try TableRegisters(world: world, organisations: organisations).write(root, &key)
      files += try ProjectRegisters(world: world, organisations: organisations).write(root, &key)
    }
  }

  /// Works out the totals and writes the key.
  mutating func finish(keyPath: String) throws {
    if !key.exports.isEmpty { key.setTotals(RequestTruth(world: world, exports: key.exports)) }
    try key.write(to: keyPath)
  }

  private mutating func writeMunicipality() throws {
    var export = export(.municipality, .cumulative, Municipality.rates)
    let written = try Municipality(world: world, export: export).writeSource(root: root)
    export.corrected = written.corrected
    key.add(export)
    files += written.files
    key.add(publisher: Municipality.publisher, "richieste", export.plan, written.ledgers)
  }

  private mutating func writeAmbito() throws {
    let export = export(.ambito, .incremental, Ambito.rates)
    let written = try Ambito(world: world, export: export).writeSource(root: root)
    key.add(export)
    files += written.files
    key.add(publisher: Ambito.publisher, "richieste", export.plan, written.ledgers)
  }

  private mutating func writePlatform() throws {
    let export = export(.platform, .incremental, Platform.rates)
    let written = try Platform(world: world, export: export, desks: desks)
      .writeSource(root: root)
    key.add(export)
    files += written.files
    key.add(publisher: Platform.publisher, "richieste", export.plan, written.ledgers)
    let applications = Applications(world: world)
    files.append(
      try Offers(
        world: world, organisations: organisations,
        applications: parts.contains(.rete) ? applications : nil
      ).write(root, &key))
    files.append(
      try DeskRegister(world: world, desks: desks, organisations: organisations)
        .write(root, &key))
  }

  private mutating func writeOrganisations() throws {
    files.append(
      try ProviderRegister(world: world, organisations: organisations).write(root, &key))
    for style in [Sessions.Style.hours, .minutes] {
      let registers = SessionRegisters(
        world: world, organisations: organisations,
        sessions: Sessions(world: world, style: style))
      files.append(try registers.write(root, &key))
    }
  }

  private mutating func writeNetwork() throws {
    files += try DeskRegisters(world: world, organisations: organisations).write(root, &key)
    files += try NetworkRegisters(world: world, organisations: organisations).write(root, &key)
    files += try CommunityRegisters(world: world, organisations: organisations).write(root, &key)
    files += try CareRegisters(world: world).write(root, &key)
    files.append(try SearchLog(world: world, desks: desks).write(root, &key))
  }

  /// A request source delivers at the end of the last quarter and on the as-of day.
  private func export(
    _ source: RequestSource, _ policy: DeliveryPlan.Policy, _ rates: [(Fault, Int)]
  ) -> RequestExport {
    let days = [DeliveryPlan.quarterEnd(before: world.asOf), world.asOf]
    return RequestExport(
      source: source,
      plan: DeliveryPlan(policy: policy, days: scope == .latest ? [world.asOf] : days),
      // Where the whole country is the territory, nobody comes from elsewhere.
      faults: FaultPlan(
        seed: world.seed, source: source,
        rates: rates.filter { $0.0 != .comuneOutside || !world.territory.elsewhere.isEmpty }))
  }
}
