import Foundation
import Ingest
import Testing

@Suite struct KeyFileTests {
  /// A folder of the test's own, removed at the end.
  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "chiave-\(UInt64.random(in: 0...UInt64.max))"
    ).path
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  private func problem(_ path: String) -> KeyFileError? {
    do {
      _ = try KeyFile.load(path)
      return nil
    } catch {
      return error
    }
  }

  @Test func makesAKeyOnceAndFindsItAgain() throws {
    try inFolder { folder in
      let path = folder + "/persone.key"
      let first = try KeyFile.loadOrCreate(path)
      #expect(first.isNew)
      let again = try KeyFile.loadOrCreate(path)
      #expect(!again.isNew)
      #expect(again.key.id == first.key.id)
      #expect(try KeyFile.load(path).id == first.key.id)
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
      #expect(attributes[.size] as? Int == 32)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["persone.key"])
      let other = try KeyFile.loadOrCreate(folder + "/altra.key")
      #expect(other.key.id != first.key.id)
    }
  }

  @Test(arguments: [0o640, 0o604, 0o660, 0o644])
  func refusesAKeyOthersCanReach(_ mode: Int) throws {
    try inFolder { folder in
      let path = folder + "/persone.key"
      _ = try KeyFile.loadOrCreate(path)
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
      #expect(problem(path)?.problem == .exposed(mode))
      #expect("\(problem(path)!)".contains("chmod 600"))
      #expect(throws: KeyFileError.self) { try KeyFile.loadOrCreate(path) }
    }
  }

  /// The advice is a command: a path with an apostrophe in it is one word all the same.
  @Test func thePathOfTheAdviceIsOneWord() throws {
    try inFolder { folder in
      let path = folder + "/l'ambito.key"
      _ = try KeyFile.loadOrCreate(path)
      try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
      #expect("\(problem(path)!)".contains("«chmod 600 '\(folder)/l'\\''ambito.key'»"))
    }
  }

  @Test(arguments: [0, 16, 31, 33, 63])
  func refusesAKeyOfTheWrongLength(_ count: Int) throws {
    try inFolder { folder in
      let path = folder + "/persone.key"
      try Data(repeating: 7, count: count).write(to: URL(filePath: path))
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
      #expect(problem(path)?.problem == .length(count))
    }
  }

  @Test func sayWhatIsMissing() throws {
    try inFolder { folder in
      #expect(problem(folder + "/nessuna.key")?.problem == .missing)
      #expect(problem(folder)?.problem == .exposed(0o755) || problem(folder)?.problem == .notAFile)
      #expect(throws: KeyFileError.self) { try KeyFile.loadOrCreate(folder + "/no/persone.key") }
      let description = "\(problem(folder + "/nessuna.key")!)"
      #expect(description.contains("nessuna.key"))
    }
  }

  @Test func manyAtOnceAgreeOnOneKey() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "chiave-\(UInt64.random(in: 0...UInt64.max))"
    ).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/persone.key"
    let ids = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<16 { group.addTask { try KeyFile.loadOrCreate(path).key.id } }
      return try await group.reduce(into: Set<String>()) { $0.insert($1) }
    }
    #expect(ids.count == 1)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["persone.key"])
  }
}
