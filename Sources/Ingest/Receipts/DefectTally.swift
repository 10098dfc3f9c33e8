import Warehouse

/// Kept and refused rows by comune and by service, counted while they go by: what a defect costs in
/// the indicators.
///
/// A refused row is counted where its cells could be read. For requests the coverage of the delivery
/// (requests activated within so many days, of those old enough to be judged) is counted too, as it is
/// and within the bounds the refused rows leave open.
struct DefectTally {
  /// Counts of one comune or service, or of the rows in which it could not be read.
  struct Counts {
    var kept = 0
    var refused = 0
    /// Kept requests old enough to be judged, and those of them activated in time.
    var judged = 0
    var met = 0
    /// Refused requests that would be judged: activated in time, not activated, and unknown.
    var lostMet = 0
    var lostUnmet = 0
    var lostUnknown = 0
  }

  private let place: Int?
  private let service: Int?
  private let asked: Int?
  private let started: Int?
  let coverageDays: Int
  private var days: Int64 { Int64(coverageDays) }
  private let lastJudged: Int64
  private let placeWords: CodeDictionary?
  private let serviceWords: CodeDictionary?
  /// By index in the dictionary of comuni plus one; 0 is "not readable".
  private var byPlace: [Counts] = []
  private var byService: [Counts] = []
  /// Refused rows by both, `place << 32 | service`.
  private var refusedPairs: [Int64: Int] = [:]

  /// - Parameter coverageDays: days within which an activated request counts as met.
  init(layout: Layout, receivedOn: Day, coverageDays: Int) {
    func column(_ field: String) -> Int? { layout.slot(field).map { layout.factIndex[$0] } }
    place = column("comune")
    service = column("servizio")
    placeWords = place.flatMap { layout.factColumns[$0].dictionary }
    serviceWords = service.flatMap { layout.factColumns[$0].dictionary }
    asked = column("data_richiesta")
    started = asked == nil ? nil : column("data_avvio")
    self.coverageDays = coverageDays
    lastJudged = Int64(receivedOn.number) - Int64(coverageDays)
  }

  /// - Parameter forgotten: rows about persons who were erased, of which nothing is told.
  mutating func add(_ facts: FactBatch, but forgotten: Set<Int>) {
    guard let place, let placeWords else { return }
    let places = facts.columns[place].a
    let services = serviceWords == nil ? nil : service.map { facts.columns[$0].a }
    let judging = asked.flatMap { asked in
      started.map {
        Judging(
          asked: facts.columns[asked].a, started: facts.columns[$0].a, days: days,
          last: lastJudged)
      }
    }
    // Every row of every delivery passes here: room is made once for a batch.
    DefectTally.grow(&byPlace, to: placeWords.codes.count)
    DefectTally.grow(&byService, to: serviceWords?.codes.count ?? 0)
    let isRefused = facts.isRefused
    var pairs: [Int64: Int] = [:]
    swap(&pairs, &refusedPairs)
    defer { swap(&pairs, &refusedPairs) }
    byPlace.withUnsafeMutableBufferPointer { byPlace in
      byService.withUnsafeMutableBufferPointer { byService in
        for row in 0..<facts.count where forgotten.isEmpty || !forgotten.contains(row) {
          let p = DefectTally.index(places[row])
          let s = services.map { DefectTally.index($0[row]) } ?? 0
          if isRefused[row] {
            byPlace[p].refused += 1
            byService[s].refused += 1
            pairs[Int64(p) << 32 | Int64(s), default: 0] += 1
          } else {
            byPlace[p].kept += 1
            byService[s].kept += 1
          }
          judging?.judge(row, isRefused: isRefused[row], &byPlace[p])
        }
      }
    }
  }

  @inline(__always)
  private static func index(_ code: Int64) -> Int { code == FactBatch.null ? 0 : Int(code) + 1 }

  /// Whether requests were activated in time.
  private struct Judging {
    let asked: UnsafeMutablePointer<Int64>
    let started: UnsafeMutablePointer<Int64>
    let days: Int64
    let last: Int64

    @inline(__always)
    func judge(_ row: Int, isRefused: Bool, _ counts: inout Counts) {
      let (asked, started) = (asked[row], started[row])
      guard asked != FactBatch.null else {
        if isRefused { counts.lostUnknown += 1 }
        return
      }
      guard asked <= last else { return }
      let isMet = started != FactBatch.null && started - asked <= days
      switch (isRefused, isMet) {
      case (false, true):
        counts.judged += 1
        counts.met += 1
      case (false, false): counts.judged += 1
      case (true, true): counts.lostMet += 1
      case (true, false): counts.lostUnmet += 1
      }
    }
  }

  private static func grow(_ counts: inout [Counts], to index: Int) {
    guard index >= counts.count else { return }
    counts.append(contentsOf: repeatElement(Counts(), count: max(64, index + 1 - counts.count)))
  }

  var countsServices: Bool { serviceWords != nil }

  /// A comune or service with its counts; nil code when it could not be read, `ND` when it was not
  /// understood.
  typealias Place = (code: String?, counts: Counts)

  /// Those with refused rows, most refused first.
  var places: [Place] { DefectTally.refused(byPlace, placeWords) }
  var services: [Place] { DefectTally.refused(byService, serviceWords) }

  /// The services of a comune's refused rows, most refused first.
  func services(at code: String?) -> [(code: String?, refused: Int)] {
    refusedPairs.filter {
      DefectTally.code(Int($0.key >> 32), placeWords) == code
    }.map {
      (DefectTally.code(Int($0.key & 0xFFFF_FFFF), serviceWords), $0.value)
    }.sorted { (-$0.1, $0.0 ?? "") < (-$1.1, $1.0 ?? "") }
  }

  /// Kept rows whose comune was not understood: they count for the whole territory and for no comune.
  var keptWithoutPlace: Int {
    byPlace.enumerated().filter { place, counts in
      counts.kept > 0 && ["ND", nil].contains(DefectTally.code(place, placeWords))
    }.reduce(0) { $0 + $1.element.kept }
  }

  private static func refused(_ counts: [Counts], _ words: CodeDictionary?) -> [Place] {
    counts.enumerated().filter { $0.element.refused > 0 }.map {
      (code($0.offset, words), $0.element)
    }
    .sorted { (-$0.1.refused, $0.0 ?? "~") < (-$1.1.refused, $1.0 ?? "~") }
  }

  private static func code(_ index: Int, _ words: CodeDictionary?) -> String? {
    guard index > 0, let words else { return nil }
    return words.codes[index - 1]
  }
}

extension DefectTally.Counts {
  var share: Double { Double(refused) / Double(max(1, refused + kept)) }

  /// Coverage as computed without the refused rows, and the least and most it could be with them.
  /// Nil when no kept request is old enough to be judged.
  var coverage: (now: Double, least: Double, most: Double)? {
    guard judged > 0 else { return nil }
    let all = Double(judged + lostMet + lostUnmet)
    let unknown = Double(lostUnknown)
    let known = Double(met + lostMet)
    // A row of unknown date may also be too recent to be judged: the bounds hold all the more.
    return (
      Double(met) / Double(judged), known / (all + unknown), (known + unknown) / (all + unknown)
    )
  }

  /// How far the coverage may be from what it would be with every row: fractions of 1.
  var pointsAtStake: Double? {
    coverage.map { max($0.now - $0.least, $0.most - $0.now, 0) }
  }
}
