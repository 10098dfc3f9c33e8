/// A sheet of the workbook to be filled in and handed back: its headers are those of a contract, so that
/// it comes in as any delivery does.
struct Form: Hashable, Sendable {
  struct Column: Hashable, Sendable {
    /// How a cell is typed.
    enum Kind: Hashable, Sendable { case text, number, euro, day }

    /// Field of the contract.
    var field: String
    /// What is to be written, shown when a cell is chosen.
    var prompt: String
    var width: Double
    var kind = Kind.text
    /// What may be chosen; empty for free text.
    var choices: [String] = []
    /// False where several may be written together.
    var isStrict = true
    /// What each choice means, beside it in the sheet of the lists; empty where it says so itself.
    var meanings: [String] = []
  }

  /// Name of the sheet: the dataset.
  var sheetName: String
  var caption: String
  var columns: [Column]
  var blankRows: Int
}
