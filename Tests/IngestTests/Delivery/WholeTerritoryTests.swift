import Testing
import Warehouse

@testable import Ingest

/// A list of comuni that says all of them, in the words in which it is said.
@Suite struct WholeTerritoryTests {
  @Test(arguments: [
    ("tutti", "tutti"), ("Tutti i Comuni", "tutti"), ("intero ambito", "tutti"),
    ("080043|080036", "080043|080036"), ("tutti tranne Locri", nil), ("estero", nil),
  ])
  func servedComuni(text: String, read: String?) throws {
    let bench = try DirtBench()
    try bench.load(
      """
      id_servizio;ente;servizio;comuni;gratuita;data_inizio
      S1;92123450808;C1;\(text);si;2026-01-01

      """, as: "servizi")
    var found: [String?] = []
    try bench.store.forEachCurrent(.serviceOffer) { found.append($0.text(.comuni)) }
    #expect(found == (read.map { [$0] } ?? []))
  }
}
