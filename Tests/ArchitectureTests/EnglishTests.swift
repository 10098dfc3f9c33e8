import Testing

/// What an English reader is given.
@Suite struct EnglishTests {
  @Test func aMunicipalityIsOneEverywhere() throws {
    let files = try Repository.swift(under: "Sources")
    expectKept(EnglishLaw.violations(in: files))
    #expect(files.reduce(0) { $0 + EnglishLaw.english(in: $1.text).count } > 1500)
  }

  @Test(arguments: [
    #"static let a = Text(it: "Comune", en: "Comune")"#,
    #"Words("In {0} comuni.", "In {0} comuni.")"#,
    #"Text("I comuni", "Residents of "#
      + "\" + \"" + #"the comuni \(it.name(of: "x")) that say so")"#,
    "Text(\n  \"\"\"\n  I comuni.\n  \"\"\",\n  \"\"\"\n  Served by an ambito.\n  \"\"\")",
  ]) func anItalianWordIsCaught(_ source: String) {
    let file = SourceFile(path: "Sources/Reports/A.swift", text: source)
    #expect(EnglishLaw.violations(in: [file]).count == 1)
  }

  @Test(arguments: [
    #"Text(it: "Comune", en: "Municipality")"#,
    #"Words("I comuni", "“.comuni” counts municipalities; see comuni.csv and comuni-senza-offerta")"#,
    #"let a = ["comune", "comuni"] // Text(it: "", en: "comune")"#,
  ]) func whatProgramsReadKeepsItsName(_ source: String) {
    let file = SourceFile(path: "Sources/Reports/A.swift", text: source)
    #expect(EnglishLaw.violations(in: [file]) == [])
  }
}
