import Warehouse

/// Whether and how receipts are written.
public struct ReceiptWriting: Sendable {
  /// Where they go, by publisher and dataset; nil writes none.
  public var root: String?
  public var language: ReceiptLanguage
  /// Days within which an activated request counts as met, as the coverage indicator has it.
  public var coverageDays: Int

  public init(root: String?, language: ReceiptLanguage, coverageDays: Int) {
    self.root = root
    self.language = language
    self.coverageDays = coverageDays
  }

  /// No receipt.
  public static let none = ReceiptWriting(root: nil, language: .it, coverageDays: 0)

  /// The folder of a delivery's receipt, to be filled.
  func draft(of snapshot: Snapshot, _ source: Source) throws -> PrivateFolder? {
    try root.map {
      try PrivateFolder(
        "\($0)/\(source.publisher)/\(source.dataset)/\(Receipt.name(of: snapshot))")
    }
  }
}
