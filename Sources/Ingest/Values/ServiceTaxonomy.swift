/// What the code of a service says about it.
public struct ServiceTaxonomy: Sendable {
  /// Services by code, each with the user areas it serves.
  private let areas: [String: [String]]

  /// - Parameter services: codes with their user areas, `MUL` (several) included.
  public init(services: [(code: String, userAreas: [String])]) {
    areas = Dictionary(
      services.map { ($0.code, $0.userAreas) }, uniquingKeysWith: { first, _ in first })
  }

  /// The heading a service belongs to: the letter its code begins with, `C` of `C1`; nil for `ND`
  /// and for what is no service code.
  public static func level1(of code: String) -> Character? {
    guard let letter = code.first, letter.isASCII, letter.isUppercase,
      code.dropFirst().allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") })
    else { return nil }
    return letter
  }

  /// The user area of a service that serves a single one; nil for services open to several.
  public func singleArea(of code: String) -> String? {
    guard let served = areas[code], served.count == 1, served[0] != "MUL" else { return nil }
    return served[0]
  }
}
