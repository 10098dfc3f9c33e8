/// The publishers of the sample that can be asked for one by one.
public enum SamplePart: String, CaseIterable, Sendable {
  case comune, ambito, piattaforma, ets, pdp, popolazione, rete, contesto, tavolo

  /// Reads a part's name, or `tutto`/`all`.
  public static func parts(named name: String) throws(SampleError) -> Set<SamplePart> {
    if name == "all" || name == "tutto" { return Set(allCases) }
    if let part = SamplePart(rawValue: name) { return [part] }
    throw SampleError(
      .usage,
      "«\(name)» non è una parte del campione; scegliere fra "
        + "\(allCases.map(\.rawValue).joined(separator: ", ")) e all.")
  }

  var receiver: RequestSource? {
    switch self {
    case .comune: .municipality
    case .ambito: .ambito
    case .piattaforma: .platform
    case .ets, .pdp, .popolazione, .rete, .contesto, .tavolo: nil
    }
  }
}

/// Which deliveries of a source are written.
public enum DeliveryScope: Sendable {
  /// Every one.
  case all
  /// The newest alone, holding everything: one big file for measurements.
  case latest
}

/// A file of the sample.
public struct SampleFile: Hashable, Sendable {
  public var path: String
  /// Data rows; headers and totals not counted.
  public var rows: Int
  public var bytes: Int
}
