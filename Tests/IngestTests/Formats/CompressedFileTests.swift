import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Ingest

/// Tables that come compressed, sound and hostile.
@Suite struct CompressedFileTests {
  static let csv = Array("a;b\n1;2\n".utf8)

  private func code(_ bytes: [UInt8]) -> String? {
    do {
      _ = try readRows(TableFile.open(.memory(bytes)).reader)
      return nil
    } catch let error as UnreadableFile {
      return error.code
    } catch {
      return "\(error)"
    }
  }

  @Test func theNameInsideIsKept() throws {
    var zip = ZipBuilder()
    zip.add("marzo/dati.csv", Self.csv)
    let table = try TableFile.open(.memory(zip.bytes))
    #expect(table.survey.container?.kind == "zip")
    #expect(table.survey.container?.name == "marzo/dati.csv")
    #expect(table.survey.byteCount == Self.csv.count)
    #expect(try readRows(table.reader).count == 2)
  }

  @Test func gzipMembersAfterOneAnother() throws {
    let bytes = ZipBuilder.gzip(Self.csv) + ZipBuilder.gzip(Array("3;4\n".utf8)) + [0, 0, 0]
    #expect(try readRows(TableFile.open(.memory(bytes)).reader).map(\.line) == [1, 2, 3])
  }

  /// What fails to unpack closes its file once: a second time would close somebody else's.
  @Test func aFileThatFailsToUnpackClosesNobodyElses() {
    struct Damaged: Error {}
    let lost = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: 2) { part in
      for _ in 0..<20_000 {
        if part == 0 {
          #expect(throws: Damaged.self) { try UnpackedFile(name: "x") { _ in throw Damaged() } }
        } else {
          let mine = open("/dev/null", O_RDONLY | O_CLOEXEC)
          sched_yield()
          if close(mine) != 0 { lost.withLock { $0 += 1 } }
        }
      }
    }
    #expect(lost.withLock { $0 } == 0)
  }

  @Test func severalFilesAreNamed() {
    var zip = ZipBuilder()
    zip.add("a.csv", Self.csv)
    zip.add("b.csv", Self.csv)
    let error = #expect(throws: UnreadableFile.self) { try TableFile.open(.memory(zip.bytes)) }
    #expect(error?.code == "zip-con-piu-file")
    #expect(error!.message.contains("«a.csv», «b.csv»"))
    #expect(code(ZipBuilder().bytes) == "zip-con-piu-file")
  }

  @Test func damageAndBombs() {
    let sound = ZipBuilder.gzip(Self.csv)
    #expect(code(sound) == nil)
    #expect(code(Array(sound.dropLast(9))) == "gzip-danneggiato")
    var spoiled = sound
    spoiled[sound.count - 6] ^= 1
    #expect(code(spoiled) == "gzip-danneggiato")
    #expect(code(sound + Array("9;9\n".utf8)) == "gzip-danneggiato", "not all was read")
    #expect(code(sound + [UInt8](repeating: 0, count: 300_000)) == nil, "padding")
    #expect(code(ZipBuilder.gzip(sound)) == "formato-gzip")
    #expect(code(ZipBuilder.gzipRun(of: 0x20, repeats: 100_000)) == "zip-sospetto")
    var bomb = ZipBuilder()
    bomb.addRun("dati.csv", of: 0x20, repeats: 100_000)
    #expect(code(bomb.bytes) == "zip-sospetto")
    var locked = ZipBuilder()
    locked.add("dati.csv", Self.csv, flags: 1)
    #expect(code(locked.bytes) == "zip-protetto")
  }
}
