/// Which columns of a fact table the indicators read, and as what.
///
/// They are kept twice: in the rows, which are the truth, and packed by column beside them, because a
/// million rows take a second to step through and their columns a tenth of that. See `PackedFacts`.
struct FactShape: Sendable {
  enum Meaning {
    /// Days, whole numbers, yes and no.
    case number
    /// A code of a short list, as a `PackedCode`.
    case code
    /// The first half of a keyed token.
    case token
  }

  let table: String
  let columns: [(name: String, meaning: Meaning)]

  /// Names the packing: what was packed under another list of columns is not read.
  var layout: String { columns.map(\.name).joined(separator: " ") }

  /// The tables whose facts are packed as they are loaded.
  static let all: [FactShape] = [ServiceRequest.shape, ServiceDelivery.shape]
}
