internal import Warehouse

/// The municipality's export: CSV in Windows-1252 with `;`, a title above the header, a total row
/// below, the whole history in every delivery.
struct Municipality {
  static let publisher = "comune-sintetico"

  /// Rows per 100,000 with each fault.
  static let rates: [(Fault, Int)] = [
    (.missingValue, 120), (.invalidRequestDate, 60), (.invalidClosingDate, 110),
    (.futureDate, 80), (.datesOutOfOrder, 150), (.invalidNumber, 90), (.outOfRange, 90),
    (.unknownService, 140), (.unknownChannel, 80), (.unknownOutcome, 90), (.misspeltComune, 200),
    (.comuneOutside, 180), (.brokenIdentifier, 260), (.maskedIdentifier, 120),
    (.anonymous, 220), (.repeatedRow, 100), (.shiftedRow, 60),
  ]

  let world: World
  let export: RequestExport
  private let services: Phrases
  /// By service: its first label, and how many it has.
  private let serviceLabels: [(first: Int, count: Int)]
  private let areas: Phrases
  private let channels: Phrases
  private let outcomes: Phrases
  private let notes: Phrases
  private let comuni: ComuneSpelling

  init(world: World, export: RequestExport) {
    self.world = world
    self.export = export
    var labels: [String] = []
    serviceLabels = ServiceMix.services.map { code in
      let own = MunicipalityWords.services.first { $0.code == code }?.labels ?? []
      labels += own
      return (labels.count - own.count, own.count)
    }
    let encode = Windows1252.encode
    services = Phrases(labels, encode: encode)
    areas = Phrases(MunicipalityWords.areas.map(\.1), encode: encode)
    channels = Phrases(
      Channel.allCases.map { channel in
        MunicipalityWords.channels.first { $0.0 == channel }?.1 ?? ""
      }, encode: encode)
    outcomes = Phrases(MunicipalityWords.outcomes.map(\.1), encode: encode)
    notes = Phrases(MunicipalityWords.notes, encode: encode)
    comuni = ComuneSpelling(world.territory, encode: encode)
  }

  /// Writes a delivery and tells what must come of it.
  ///
  /// - Parameter corrects: called on the first row whose request date names no day, with its line;
  ///   true when a correction will repair it.
  func write(
    delivery: Int, to path: String, file: String, corrects: (Need, Int) -> Bool = { _, _ in false }
  ) throws(SampleError) -> (ledger: DeliveryLedger, bytes: Int) {
    var out = try ByteWriter(path: path)
    var ledger = DeliveryLedger(file: file)
    let day = export.plan.days[delivery]
    head(day, to: &out)
    var date = world.season.firstDay
    while date <= day {
      for index in world.season.requests(on: date) {
        let need = world.need(index, received: date)
        guard var row = export.row(of: need, delivery: delivery) else { continue }
        if row.fault == .invalidRequestDate { row.isCorrected = corrects(need, out.line) }
        if row.isCorrected { ledger.corrected += 1 }
        ledger.row(refused: row.isRefused)
        if let code = row.fault.finding, !row.isCorrected, row.fault != .repeatedRow {
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
    ledger.note(.totalRow, line: out.line)
    out.text("TOTALE;")
    out.number(ledger.read)
    for _ in 2..<MunicipalityWords.headers.count { out.byte(UInt8(ascii: ";")) }
    out.windowsNewline()
    return (ledger, try out.close())
  }

  private func head(_ day: Day, to out: inout ByteWriter) {
    let title = "COMUNE SINTETICO – DOMANDE DI PRESTAZIONE AL "
    Phrases([title], encode: Windows1252.encode).write(0, to: &out)
    out.italianDate(day)
    out.text(" (DATI SINTETICI)")
    for _ in 1..<MunicipalityWords.headers.count { out.byte(UInt8(ascii: ";")) }
    out.windowsNewline()
    for (i, header) in MunicipalityWords.headers.enumerated() {
      if i > 0 { out.byte(UInt8(ascii: ";")) }
      out.text(header)
    }
    out.windowsNewline()
  }

  private func write(_ need: Need, _ row: ExportedRow, _ day: Day, to out: inout ByteWriter) {
    var random = RandomStream(seed: world.seed, .text, need.index)
    let fault = row.fault
    let view = row.view
    // Which required cell is empty, when one is.
    let empty = fault == .missingValue ? need.index % 5 : -1
    func next(_ out: inout ByteWriter) { out.byte(UInt8(ascii: ";")) }

    if empty != 0 { RequestNumber.write(need, of: .municipality, world.season, to: &out) }
    next(&out)
    identifier(need.person, fault, &random, to: &out)
    next(&out)
    switch fault {
    case .invalidNumber: out.text("NON NOTO")
    case .outOfRange: out.number(1850 + need.index % 20)
    default: out.number(need.person.birthYear)
    }
    next(&out)
    out.byte(need.person.isFemale ? UInt8(ascii: "F") : UInt8(ascii: "M"))
    next(&out)
    if empty != 1 { comuni.write(need, fault: fault, &random, to: &out) }
    next(&out)
    if fault == .invalidRequestDate {
      out.text("31/02/2025")
    } else if empty != 2 {
      out.italianDate(need.received)
    }
    next(&out)
    if fault == .unknownService {
      out.text(MunicipalityWords.unknownService)
    } else if empty != 3 {
      let labels = serviceLabels[need.service]
      services.write(labels.first + random.below(labels.count), to: &out)
    }
    next(&out)
    areas.write(need.area, to: &out)
    next(&out)
    if fault == .unknownChannel {
      out.text(MunicipalityWords.unknownChannel)
    } else if empty != 4 {
      channels.write(need.channel.rawValue, to: &out)
    }
    next(&out)
    out.text(need.isAssisted ? "SI" : "NO")
    next(&out)
    if fault == .unknownOutcome {
      out.text(MunicipalityWords.unknownOutcome)
    } else {
      outcomes.write(view.outcome.rawValue, to: &out)
    }
    next(&out)
    if let date = view.firstContact { out.italianDate(date) }
    next(&out)
    if fault == .datesOutOfOrder {
      out.italianDate(need.received - 3 - need.index % 40)
    } else if let date = view.decided {
      out.italianDate(date)
    }
    next(&out)
    if let date = view.started { out.italianDate(date) }
    next(&out)
    closing(need, row, day, &random, to: &out)
    next(&out)
    note(fault, &random, to: &out)
    out.windowsNewline()
  }

  /// One code out of forty is in lower case or between blanks: that is no fault.
  private func identifier(
    _ person: Person, _ fault: Fault, _ random: inout RandomStream, to out: inout ByteWriter
  ) {
    switch fault {
    case .maskedIdentifier: return out.text("****************")
    case .anonymous: return out.text("ANONIMO")
    default: break
    }
    var code = InlineArray<16, UInt8>(repeating: 0)
    var count = Identifiers.write(person, to: &code)
    if fault == .brokenIdentifier { count -= 1 }
    let style = random.below(200)
    if style == 0 { out.byte(32) }
    for i in 0..<count {
      let isCapital = code[i] >= 65
      out.byte(style < 4 && style > 0 && isCapital ? code[i] + 32 : code[i])
    }
    if style < 1 { out.byte(32) }
  }

  /// Open requests sometimes say 31/12/9999: that is no fault.
  private func closing(
    _ need: Need, _ row: ExportedRow, _ day: Day, _ random: inout RandomStream,
    to out: inout ByteWriter
  ) {
    let isSentinel = random.below(20) == 0
    switch row.fault {
    case .invalidClosingDate: out.text("31/02/2026")
    case .futureDate: out.italianDate(day + 10 + need.index % 300)
    default:
      if let date = row.view.ended {
        out.italianDate(date)
      } else if isSentinel {
        out.text("31/12/9999")
      }
    }
  }

  private func note(_ fault: Fault, _ random: inout RandomStream, to out: inout ByteWriter) {
    let draw = random.below(40)
    if fault == .shiftedRow { return out.text("residente; in attesa; di documenti") }
    guard draw < notes.count else { return }
    out.byte(UInt8(ascii: "\""))
    notes.write(draw, to: &out)
    out.byte(UInt8(ascii: "\""))
    // The notes hold their own line breaks; the writer only counts those it is told of.
    if draw == 2 || draw == 3 { out.countLine() }
  }
}
