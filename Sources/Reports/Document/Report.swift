import Warehouse

/// A document for its readers, built from observations: it exists once, and every writer renders it.
struct Report: Sendable {
  /// Where it goes in the edition, without extension: `tavoli/anziani-locride`.
  var path: String
  var language: Language
  /// Unique in the edition.
  var title: String
  var subtitle: String
  /// What the reader finds here, in a sentence or two.
  var lead: [String]
  var sections: [Section]
  /// The way back, from the portal down; the page itself is not in it.
  var trail: [Link]
  /// Extra properties of the workbook: the CUP, where there is one.
  var properties: [(name: String, value: String)] = []
  /// True when a workbook is written beside the page.
  var hasWorkbook = false
  /// What the workbook holds, where it is arranged otherwise than the page; nil for the same.
  var workbookSections: [Section]?
  /// The address of an office that its page names: the only one that may be on it.
  var mailbox: String?
  /// Sheets to fill in, after the tables.
  var forms: [Form] = []
}

/// A part of a report with its heading.
struct Section: Hashable, Sendable {
  /// Anchor on the page.
  var id: String
  var title: String
  var blocks: [Block]
  /// Parts with headings of the next level.
  var parts: [Section] = []

  init(id: String, title: String, blocks: [Block] = [], parts: [Section] = []) {
    self.id = id
    self.title = title
    self.blocks = blocks
    self.parts = parts
  }
}

/// What all the reports of an edition have in common.
struct EditionFrame: Sendable {
  var asOf: Day
  var language: Language
  var isSynthetic: Bool
  var territoryName: String
  /// Who publishes, by delivered source: printed in the footer.
  var publishers: [String]
  var licence: String
}
