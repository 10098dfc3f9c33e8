import Foundation
import TestSupport
import Testing

@testable import Ingest

/// `docs/data-dictionary.md` says what the contracts say; `make docs` writes it anew.
@Test func theDataDictionaryIsFresh() throws {
  let file = PackageFolder.path + "/docs/data-dictionary.md"
  #expect(try String(contentsOfFile: file, encoding: .utf8) == Contract.dictionary)
}
