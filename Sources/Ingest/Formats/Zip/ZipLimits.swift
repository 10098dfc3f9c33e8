/// What an archive may cost before it is refused as hostile.
struct ZipLimits: Sendable {
  var entries = 10_000
  /// Bytes one entry may inflate to.
  var entryBytes = 2 << 30
  /// Inflated bytes for each compressed one, once `ratioFloor` bytes have come out. Real sheets
  /// reach 15, public tables compressed whole 18.
  var ratio = 100
  var ratioFloor = 16 << 20

  /// For a table compressed whole.
  static let container = ZipLimits(entryBytes: 8 << 30)

  /// Checks what came out of `name` so far. Throws `zip-sospetto`, naming the limit passed.
  func check(_ name: String, inflated: Int, compressed: Int) throws {
    if inflated > entryBytes {
      throw ZipLimits.refusal("«\(name)», decompresso, supera \(ZipLimits.size(entryBytes))")
    }
    if inflated > ratioFloor, inflated / ratio > max(1, compressed) {
      throw ZipLimits.refusal("«\(name)» si espande più di \(ratio) volte")
    }
  }

  static func refusal(_ what: String) -> UnreadableFile {
    UnreadableFile(
      code: "zip-sospetto",
      message: "\(what), più di quanto Tavolo accetti: riesportare il file, o consegnarlo in CSV.")
  }

  static func size(_ bytes: Int) -> String {
    bytes >= 1 << 30 && bytes % (1 << 30) == 0
      ? "\(bytes >> 30) GiB"
      : bytes >= 1 << 20 ? "\(bytes >> 20) MiB" : "\(bytes) byte"
  }
}
