public import Warehouse

/// Writes invented deliveries with an answer key: realistic, dirty at known rates, and the same
/// bytes for the same seed.
///
/// Request i depends on the seed and on i alone, so nothing is held in memory and ten million
/// requests are written as they are made.
public struct SampleGenerator: Sendable {
  /// Scope of the person keys: the publishers of the sample agreed to link their people.
  static let linkScope = "rete-sintetica"

  /// How far back every size reaches.
  private static let earliest = Day(year: 1990, month: 1, day: 1)!

  let seed: UInt64
  let requests: Int
  let asOf: Day
  let territory: SampleTerritory

  /// - Parameters:
  ///   - reference: the folder of the reference lists (`datasets/reference`): the territory of the
  ///     sample is whatever `comuni.csv` says.
  ///   - requests: needs expressed in the two years and a half before `asOf`, shared among the
  ///     request sources that are written.
  ///   - asOf: the last day of the sample, and the name of its last deliveries.
  /// - Throws: `SampleError` when a reference list is missing or the numbers make no sense.
  public init(reference: String, seed: UInt64, requests: Int, asOf: Day) throws {
    guard (1...200_000_000).contains(requests) else {
      throw SampleError(
        .usage, "Il numero di richieste è \(requests); indicarne da 1 a 200.000.000.")
    }
    guard asOf > SampleGenerator.earliest, asOf.year < 2100 else {
      throw SampleError(.usage, "La data \(asOf) non va bene; indicarne una fra il 1990 e il 2099.")
    }
    self.seed = seed
    self.requests = requests
    self.asOf = asOf
    territory = try SampleTerritory(reference: reference)
  }

  /// Writes the sources under `directory` (`<publisher>/<dataset>/…`) and the answer key.
  ///
  /// - Parameters:
  ///   - only: the parts to write; the requests are shared among those that receive requests.
  ///   - answerKey: path of the key; `chiave-risposte.json` beside `directory` unless told.
  /// - Returns: the deliveries written, with their rows and sizes.
  @discardableResult
  public func write(
    to directory: String, only parts: Set<SamplePart> = Set(SamplePart.allCases),
    deliveries: DeliveryScope = .all, answerKey: String? = nil
  ) throws -> [SampleFile] {
    guard !parts.isEmpty else { throw SampleError(.usage, "Non è indicata alcuna parte.") }
    try makeFolder(directory)
    let receivers = Set(parts.compactMap(\.receiver))
    let world = World(
      seed: seed, requests: requests, asOf: asOf, territory: territory,
      receivers: receivers.isEmpty ? Set(RequestSource.allCases) : receivers)
    var writer = SampleWriter(world: world, root: directory, scope: deliveries, parts: parts)
    for part in SamplePart.allCases where parts.contains(part) { try writer.write(part) }
    try writer.finish(keyPath: answerKey ?? directory + "/../chiave-risposte.json")
    return writer.files
  }
}
