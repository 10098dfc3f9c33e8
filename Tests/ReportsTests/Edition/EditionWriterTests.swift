import Foundation
import Indicators
import Synchronization
import Testing
import Warehouse

@testable import Reports

@Suite struct EditionWriterTests {
  let writer = EditionWriter(
    toolVersion: "prova", allowedOrganisations: Set(SampleProviders.codes))
  let tables = [SampleEvidence.brief]

  /// With `TAVOLO_LOOK` set to a folder the editions are also left there, to be looked at.
  @Test(arguments: Language.allCases)
  func twoRunsGiveTheSameBytes(language: Language) throws {
    let scratch = try Scratch()
    let evidence = SampleEvidence.make()
    let a = try writer.write(evidence, tables: tables, language: language, to: scratch.path("a"))
    let b = try writer.write(evidence, tables: tables, language: language, to: scratch.path("b"))
    #expect(a == b)
    #expect(
      Set(a.map(\.path)).isSuperset(of: [
        "index.html", "metodo.html", "qualita.html", "avanzamento.html", "avanzamento.xlsx",
        "tavoli/anziani-locride.html", "tavoli/anziani-locride.xlsx", "territori/080001.html",
        "territori/ats-loc.html", "confronto.html", "glossario.html", "accessibilita.html",
        "rete.html",
        "enti/99990009997.html", "enti/99990009997.xlsx", "dati/dcat.ttl", "dati/README.md",
        "dati/osservazioni.csv", "dati/indicatori.csv", "dati/territori.geojson",
        "dati/datapackage.json", "edition.json",
      ]))
    if let look = ProcessInfo.processInfo.environment["TAVOLO_LOOK"] {
      try writer.write(
        evidence, tables: tables, language: language, to: look + "/" + language.rawValue)
    }
  }

  @Test func whatIsReturnedIsWhatIsOnDisk() throws {
    let scratch = try Scratch()
    let outputs = try writer.write(SampleEvidence.make(), tables: tables, to: scratch.path("e"))
    let root = URL(filePath: scratch.path("e"))
    var onDisk: Set<String> = []
    let files = FileManager.default.enumerator(atPath: root.path)
    while let path = files?.nextObject() as? String {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(
        atPath: root.appending(path: path).path, isDirectory: &isFolder)
      if !isFolder.boolValue { onDisk.insert(path) }
    }
    #expect(onDisk == Set(outputs.map(\.path)))
    for output in outputs {
      #expect(try Data(contentsOf: root.appending(path: output.path)).count == output.bytes)
    }
    let manifest = try JSONSerialization.jsonObject(
      with: Data(contentsOf: root.appending(path: "edition.json")))
    let listed = (manifest as? [String: Any])?["uscite"] as? [[String: Any]]
    #expect(listed?.count == outputs.count - 1)
  }

  /// The mailbox of the office is in the record for catalogues and on the page that says whom to write to
  /// about barriers, and nowhere else.
  @Test func theOfficesMailboxIsWhereItIsAsked() throws {
    let scratch = try Scratch()
    var evidence = SampleEvidence.make()
    evidence.territory.office = .init(name: "Ufficio statistica", mailbox: "dati@pec.example.it")
    try writer.write(evidence, tables: tables, to: scratch.path("e"))
    let record = try String(contentsOfFile: scratch.path("e/dati/dcat.ttl"), encoding: .utf8)
    #expect(record.contains("<mailto:dati@pec.example.it>"))
    let page = try String(contentsOfFile: scratch.path("e/accessibilita.html"), encoding: .utf8)
    #expect(page.contains("scrivere a dati@pec.example.it, Ufficio statistica."))
    var brief = SampleEvidence.brief
    brief.notice.it += " Scrivere a dati@pec.example.it"
    #expect(throws: EditionError.self) {
      try writer.write(evidence, tables: [brief], to: scratch.path("e"))
    }
  }

  @Test func anEditionIsReplacedWhole() throws {
    let scratch = try Scratch()
    let directory = scratch.path("2026-06-30")
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    try Data("vecchio".utf8).write(to: URL(filePath: directory + "/vecchio.html"))
    try writer.write(SampleEvidence.make(), tables: tables, to: directory)
    #expect(!FileManager.default.fileExists(atPath: directory + "/vecchio.html"))
    #expect(FileManager.default.fileExists(atPath: directory + "/index.html"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.url.path) == ["2026-06-30"])
  }

  @Test func aForbiddenContentLeavesTheOldEdition() throws {
    let scratch = try Scratch()
    let directory = scratch.path("2026-06-30")
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    try Data("vecchio".utf8).write(to: URL(filePath: directory + "/vecchio.html"))
    var evidence = SampleEvidence.make()
    evidence.sources[0].title = "Richieste di RSSMRA80A01H224X"
    let error = #expect(throws: EditionError.self) {
      try writer.write(evidence, tables: tables, to: directory)
    }
    #expect(error?.description.contains("codice fiscale") == true)
    #expect(error?.description.contains("RSSMRA") == false)
    #expect(try FileManager.default.contentsOfDirectory(atPath: directory) == ["vecchio.html"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.url.path) == ["2026-06-30"])
  }

  /// Pages and open data are scanned each on its own: what is on one alone is found too.
  @Test func everyKindOfFileIsScanned() throws {
    let scratch = try Scratch()
    var page = SampleEvidence.make()
    page.findings[0].message.it = "Scrivere a nome@example.org"
    var table = SampleEvidence.make()
    table.observations[0].modality = "STP1234567890123"
    for (evidence, file) in [(page, "enti/99990009997.html"), (table, "dati/osservazioni.csv")] {
      let error = #expect(throws: EditionError.self) {
        try writer.write(evidence, tables: [], to: scratch.path("e"))
      }
      let said = error?.description ?? ""
      #expect(said.hasPrefix(file), "\(said)")
    }
  }

  @Test func aFolderThatCannotBeWrittenIsAnError() {
    #expect(throws: EditionError.self) {
      try writer.write(SampleEvidence.make(), tables: [], to: "/proc/tavolo/2026-06-30")
    }
  }

  @Test func whatAnInterruptedRunLeftIsRepaired() throws {
    let scratch = try Scratch()
    let manager = FileManager.default
    // Stopped between the two renames: the old edition is still set aside.
    try manager.createDirectory(
      atPath: scratch.path(".e.vecchia"), withIntermediateDirectories: true)
    try Data("vecchio".utf8).write(to: URL(filePath: scratch.path(".e.vecchia/vecchio.html")))
    try manager.createDirectory(atPath: scratch.path(".e.nuova"), withIntermediateDirectories: true)
    _ = try EditionStage(replacing: scratch.path("e"), forbidden: ForbiddenContent())
    #expect(try manager.contentsOfDirectory(atPath: scratch.path("e")) == ["vecchio.html"])
    #expect(try manager.contentsOfDirectory(atPath: scratch.url.path) == ["e"])
  }

  /// Whoever looks while editions follow each other finds one at every instant.
  @Test func thereIsNoInstantWithoutAnEdition() throws {
    let scratch = try Scratch()
    let directory = scratch.path("e")
    func publish(_ text: String) throws {
      let stage = try EditionStage(replacing: directory, forbidden: ForbiddenContent())
      try stage.write(Array(text.utf8), to: "index.html")
      try stage.commit()
    }
    try publish("0")
    let state = Mutex((isDone: false, looks: 0, misses: 0))
    let (started, finished) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    // A thread of its own: a task might not begin before the last edition.
    Thread.detachNewThread {
      started.signal()
      while !state.withLock({ $0.isDone }) {
        let isThere = access(directory + "/index.html", F_OK) == 0
        state.withLock {
          $0.looks += 1
          if !isThere { $0.misses += 1 }
        }
      }
      finished.signal()
    }
    started.wait()
    for turn in 1...200 { try publish("\(turn)") }
    state.withLock { $0.isDone = true }
    finished.wait()
    let (_, looks, misses) = state.withLock { $0 }
    #expect(looks > 200 && misses == 0, "\(misses) su \(looks)")
    #expect(try String(contentsOfFile: directory + "/index.html", encoding: .utf8) == "200")
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.url.path) == ["e"])
  }

  /// A file that says what it said is the same file; one that somebody touched is written anew.
  @Test func onlyWhatChangedIsRewritten() throws {
    let scratch = try Scratch()
    func file(_ path: String) throws -> Int? {
      let attributes = try FileManager.default.attributesOfItem(atPath: scratch.path("e/" + path))
      #expect(attributes[.type] as? FileAttributeType == .typeRegular, "\(path)")
      return attributes[.systemFileNumber] as? Int
    }
    func publish(_ evidence: Evidence) throws -> [String: (sha256: String, file: Int?)] {
      let outputs = try writer.write(evidence, tables: tables, to: scratch.path("e"))
      return Dictionary(
        uniqueKeysWithValues: try outputs.map { ($0.path, ($0.sha256, try file($0.path))) })
    }
    var evidence = SampleEvidence.make()
    let first = try publish(evidence)
    evidence.findings[0].message.it += " Di nuovo."
    let second = try publish(evidence)
    let same = second.filter { first[$0.key]!.sha256 == $0.value.sha256 }
    #expect(same.count > 20 && same.count < second.count)
    #expect(same.keys.contains { $0.hasSuffix(".xlsx") })
    for (path, one) in second {
      #expect((one.file == first[path]!.file) == (same[path] != nil), "\(path)")
    }
    // One touched without another length, one put elsewhere and linked to.
    let (touched, linked) = (scratch.path("e/metodo.html"), scratch.path("e/dati/indicatori.csv"))
    var bytes = try Data(contentsOf: URL(filePath: touched))
    bytes[bytes.count - 2] ^= 1
    try bytes.write(to: URL(filePath: touched))
    try FileManager.default.moveItem(atPath: linked, toPath: scratch.path("altrove.csv"))
    try FileManager.default.createSymbolicLink(
      atPath: linked, withDestinationPath: scratch.path("altrove.csv"))
    let third = try publish(evidence)
    #expect(third.mapValues(\.sha256) == second.mapValues(\.sha256))
    #expect(try Data(contentsOf: URL(filePath: touched)) != bytes)
  }

  /// A withheld number is in no output, even when the evidence carries it by mistake.
  @Test(arguments: Language.allCases)
  func aWithheldNumberIsNowhere(language: Language) throws {
    let scratch = try Scratch()
    var evidence = SampleEvidence.make()
    for index in evidence.observations.indices
    where evidence.observations[index].status == .suppressed {
      evidence.observations[index].value = 123.456_789
      evidence.observations[index].numerator = 777_771
      evidence.observations[index].lower = 123.456_789
      evidence.observations[index].upper = 123.456_789
    }
    let outputs = try writer.write(
      evidence, tables: tables, language: language, to: scratch.path("e"))
    for output in outputs where !output.path.hasSuffix(".xlsx") {
      let text = try String(contentsOfFile: scratch.path("e/" + output.path), encoding: .utf8)
      for trace in ["777771", "777.771", "777,771", "123.45", "123,5", "12.345,7", "12,345.7"] {
        let isThere = text.contains(trace)
        #expect(!isThere, "\(output.path): \(trace)")
      }
    }
  }
}
