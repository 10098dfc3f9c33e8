internal import Warehouse

/// The platform's export: one JSON object per line, nested, with instants in UTC; new requests and
/// changed ones, some of which a municipality has too and says so with `rif_esterno`.
struct Platform {
  static let publisher = "piattaforma-sintetica"

  static let rates: [(Fault, Int)] = [
    (.missingValue, 100), (.invalidClosingDate, 90), (.futureDate, 90), (.datesOutOfOrder, 150),
    (.invalidNumber, 90), (.outOfRange, 90), (.unknownService, 150), (.unknownChannel, 90),
    (.unknownOutcome, 120), (.misspeltComune, 160), (.comuneOutside, 220),
    (.brokenIdentifier, 220), (.maskedIdentifier, 120), (.anonymous, 200), (.repeatedRow, 110),
  ]

  let world: World
  let export: RequestExport
  /// Place of the desk nearest to each comune.
  private let desks: Desks
  private let nodes: Phrases
  private let areas: Phrases
  private let channels: Phrases
  private let outcomes: Phrases
  private let comuni: Phrases
  private let misspelt: Phrases
  private let elsewhere: Phrases

  init(world: World, export: RequestExport, desks: Desks) {
    self.world = world
    self.export = export
    self.desks = desks
    nodes = Phrases(PlatformWords.nodeOfService)
    areas = Phrases(ServiceMix.areas)
    channels = Phrases(Channel.allCases.map(\.code))
    outcomes = Phrases(PlatformWords.outcomes.map(\.1))
    comuni = Phrases(world.territory.comuni.map(\.code))
    misspelt = Phrases(world.territory.comuni.map { world.territory.misspelling(of: $0.name) })
    elsewhere = Phrases(world.territory.elsewhere.map(\.code))
  }

  /// Writes a delivery and tells what must come of it.
  func write(
    delivery: Int, to path: String, file: String
  ) throws(SampleError) -> (ledger: DeliveryLedger, bytes: Int) {
    var out = try ByteWriter(path: path)
    var ledger = DeliveryLedger(file: file)
    let day = export.plan.days[delivery]
    var date = world.season.firstDay
    while date <= day {
      for index in world.season.requests(on: date) {
        let need = world.need(index, received: date)
        guard let row = export.row(of: need, delivery: delivery) else { continue }
        ledger.row(refused: row.isRefused)
        if let code = row.fault.finding, row.fault != .repeatedRow {
          ledger.note(code, line: out.line)
        }
        write(need, row, day, to: &out)
        if row.fault == .repeatedRow {
          ledger.row()
          ledger.note(.repeatedID, line: out.line)
          write(need, row, day, to: &out)
        }
      }
      date = date + 1
    }
    return (ledger, try out.close())
  }

  private func write(_ need: Need, _ row: ExportedRow, _ day: Day, to out: inout ByteWriter) {
    let fault = row.fault
    // Which required member is missing, when one is.
    let empty = fault == .missingValue ? need.index % 4 : -1
    out.text("{")
    if empty != 0 {
      out.text("\"id\":\"")
      RequestNumber.write(need, of: .platform, world.season, to: &out)
      out.text("\",")
    }
    if empty != 1 { instant("creata", need.received, need.second, to: &out) }
    if empty != 2 {
      out.text("\"canale\":\"")
      if fault == .unknownChannel {
        out.text(PlatformWords.unknownChannel)
      } else {
        channels.write(need.channel.rawValue, to: &out)
      }
      out.text("\",")
    }
    out.text(need.isAssisted ? "\"assistita\":true," : "\"assistita\":false,")
    if need.channel == .proximityPoint {
      out.text("\"attore\":\"operatore_pdp\",\"punto\":\"")
      out.text(desks.id(nearest: need.person.comune))
      out.text("\",")
    }
    person(need, fault, omitsComune: empty == 3, to: &out)
    out.text("\"servizio\":{\"codice\":\"")
    if fault == .unknownService {
      out.text(PlatformWords.unknownNode)
    } else {
      nodes.write(need.service, to: &out)
    }
    out.text("\",\"area\":\"")
    areas.write(need.area, to: &out)
    out.text("\"},")
    switch need.urgency {
    case .ordinary: break
    case .urgent: out.text("\"urgenza\":\"urgente\",")
    case .emergency: out.text("\"urgenza\":\"emergenza\",")
    }
    Remarks(need, seed: world.seed).write(isClosed: row.view.outcome == .closed, to: &out)
    states(need, row, day, to: &out)
    if need.isShared, need.owner != .platform {
      out.text("\"rif_esterno\":\"")
      RequestNumber.write(need, of: need.owner, world.season, to: &out)
      out.text("\",")
    }
    out.text("\"stato\":\"")
    if fault == .unknownOutcome {
      out.text(PlatformWords.unknownOutcome)
    } else {
      outcomes.write(row.view.outcome.rawValue, to: &out)
    }
    out.text("\"}")
    out.newline()
  }

  private func person(_ need: Need, _ fault: Fault, omitsComune: Bool, to out: inout ByteWriter) {
    let person = need.person
    out.text("\"persona\":{\"id\":\"")
    switch fault {
    case .maskedIdentifier: out.text("****************")
    case .anonymous: out.text("ANONIMO")
    default:
      var code = InlineArray<16, UInt8>(repeating: 0)
      let count = Identifiers.write(person, to: &code) - (fault == .brokenIdentifier ? 1 : 0)
      for i in 0..<count { out.byte(code[i]) }
    }
    out.text("\",")
    if !omitsComune {
      out.text("\"comune\":\"")
      switch fault {
      case .misspeltComune: misspelt.write(person.comune, to: &out)
      case .comuneOutside: elsewhere.write(need.index % elsewhere.count, to: &out)
      default: comuni.write(person.comune, to: &out)
      }
      out.text("\",")
    }
    out.text("\"nascita\":")
    switch fault {
    case .invalidNumber: out.text("\"ignoto\"")
    case .outOfRange: out.number(1850)
    default: out.number(person.birthYear)
    }
    out.text(person.isFemale ? ",\"sesso\":\"F\"" : ",\"sesso\":\"M\"")
    switch person.citizenship {
    case .italian: break
    case .european: out.text(",\"citt\":\"UE\"")
    case .other: out.text(",\"citt\":\"EXTRA\"")
    }
    out.text("},")
  }

  /// The instants of the states. Those of one day follow the order of the states.
  private func states(_ need: Need, _ row: ExportedRow, _ day: Day, to out: inout ByteWriter) {
    let view = row.view
    out.text("\"stati\":{")
    var isFirst = true
    func state(_ name: String, _ date: Day?, _ order: Int, to out: inout ByteWriter) {
      guard let date else { return }
      if !isFirst { out.text(",") }
      isFirst = false
      out.text("\"")
      out.text(name)
      out.text("\":\"")
      // In working hours, later for later states; after the request when on its day.
      let second =
        date == need.received
        ? min(86_399, need.second + 60 * (order + 1))
        : 9 * 3600 + order * 9000 + need.second % 7200
      out.utcInstant(date, second: second)
      out.text("\"")
    }
    state("contatto", view.firstContact, 0, to: &out)
    state(
      "decisione", row.fault == .datesOutOfOrder ? need.received - 4 : view.decided, 1, to: &out)
    // Not every operator records it.
    state("presa_in_carico", need.index % 2 == 0 ? view.takenOn : nil, 2, to: &out)
    state("attivazione", view.started, 3, to: &out)
    switch row.fault {
    case .invalidClosingDate:
      out.text(isFirst ? "" : ",")
      out.text("\"chiusura\":\"2026-02-31T10:00:00Z\"")
    case .futureDate: state("chiusura", day + 15 + need.index % 60, 4, to: &out)
    default: state("chiusura", view.ended, 4, to: &out)
    }
    out.text("},")
  }

  private func instant(_ name: String, _ day: Day, _ second: Int, to out: inout ByteWriter) {
    out.text("\"")
    out.text(name)
    out.text("\":\"")
    out.utcInstant(day, second: second)
    out.text("\",")
  }
}
