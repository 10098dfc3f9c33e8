import Foundation
import TestSupport
import Testing

@testable import Indicators

/// `docs/indicators.md` says what the catalogue says; `make docs` writes it anew.
@Test func theManualOfIndicatorsIsFresh() throws {
  let file = PackageFolder.path + "/docs/indicators.md"
  #expect(try String(contentsOfFile: file, encoding: .utf8) == Catalogue.manual)
}
