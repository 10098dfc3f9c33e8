import Foundation
import Indicators
import Testing

@testable import Reports

@Suite struct EditionWriterTests {
  let writer = EditionWriter(toolVersion: "prova")

  @Test(arguments: Language.allCases)
  func twoRunsGiveTheSameBytes(language: Language) throws {
    let scratch = try Scratch()
    let evidence = SampleEvidence.make()
    let a = try writer.write(
      evidence, tables: [SampleEvidence.brief], language: language, to: scratch.path("a"))
    let b = try writer.write(
      evidence, tables: [SampleEvidence.brief], language: language, to: scratch.path("b"))
    #expect(a == b)
    #expect(
      Set(a.map(\.path)).isSuperset(of: [
        "index.html", "metodo.html", "qualita.html", "avanzamento.html", "avanzamento.xlsx",
        "tavoli/anziani-locride.html", "tavoli/anziani-locride.xlsx", "territori/080001.html",
        "dati/osservazioni.csv", "dati/indicatori.csv", "dati/territori.geojson",
        "dati/datapackage.json", "edition.json",
      ]))
    if let look = ProcessInfo.processInfo.environment["TAVOLO_LOOK"] {
      try writer.write(
        evidence, tables: [SampleEvidence.brief], language: language,
        to: look + "/" + language.rawValue)
    }
  }
}
