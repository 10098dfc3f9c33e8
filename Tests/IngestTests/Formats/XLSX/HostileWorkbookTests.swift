import TestSupport
import Testing

@testable import Ingest

/// Workbooks made to harm, or broken on the way: refused with a code, quickly, never believed.
@Suite struct HostileWorkbookTests {
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

  private func workbook(_ change: (inout ZipBuilder) -> Void) -> [UInt8] {
    var zip = ZipBuilder()
    for (name, content) in WorkbookBuilder("<sheetData/>").parts
    where name != "xl/worksheets/sheet1.xml" { zip.add(name, content) }
    change(&zip)
    return zip.bytes
  }

  @Test func doctypesAreRefused() {
    let entities = """
      <!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
      <worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>
      """
    let outside = "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><worksheet/>"
    for part in ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/sharedStrings.xml"] {
      for content in [entities, outside] {
        var builder = WorkbookBuilder("<sheetData/>", sharedStrings: "")
        builder.overrides[part] = content
        #expect(code(builder.bytes) == "xml-sospetto", "\(part)")
      }
    }
  }

  @Test func bombsAreStoppedByTheirRatio() {
    let bomb = workbook { $0.addRun("xl/worksheets/sheet1.xml", of: 0x20, repeats: 100_000) }
    #expect(bomb.count < 200_000)
    #expect(code(bomb) == "zip-sospetto")
  }

  @Test func sizesAreCountedAndLimited() throws {
    var limits = ZipLimits()
    limits.entryBytes = 1000
    let archive = try ZipArchive(
      .memory(WorkbookBuilder(String(repeating: " ", count: 2000)).bytes), limits: limits)
    let error = #expect(throws: UnreadableFile.self) {
      try archive.contents("xl/worksheets/sheet1.xml")
    }
    #expect(error?.code == "zip-sospetto")
    #expect(error!.message.contains("«xl/worksheets/sheet1.xml», decompresso, supera 1000 byte"))
    limits.entries = 3
    #expect(throws: UnreadableFile.self) {
      try ZipArchive(.memory(WorkbookBuilder().bytes), limits: limits)
    }
  }

  @Test func oneEndlessTagIsStopped() {
    let tag = "<worksheet a=\"" + String(repeating: "x", count: 5 << 20) + "\"/>"
    #expect(code(workbook { $0.add("xl/worksheets/sheet1.xml", tag) }) == "xlsx-danneggiato")
  }

  @Test func namesTwiceAndEncryptedEntriesAreRefused() {
    let twice = workbook {
      $0.add("xl/worksheets/sheet1.xml", "<worksheet/>")
      $0.add("xl/worksheets/SHEET1.xml", "<worksheet/>")
    }
    #expect(code(twice) == "zip-sospetto")
    let locked = workbook {
      $0.add("xl/worksheets/sheet1.xml", Array("<worksheet/>".utf8), flags: 1)
    }
    #expect(code(locked) == "formato-xls-protetto")
  }

  @Test func damageIsNamed() {
    let good = WorkbookBuilder("<sheetData><row><c><v>1</v></c></row></sheetData>").bytes
    #expect(code(good) == nil)
    #expect(code(Array(good.prefix(good.count / 2))) == "zip-danneggiato")
    #expect(code(Array("PK\u{3}\u{4}niente".utf8)) == "zip-danneggiato")
    var spoiled = good
    let place = good.firstIndex(of: UInt8(ascii: "v"))!
    spoiled[place] = UInt8(ascii: "w")
    #expect(code(spoiled) != nil)
    for xml in [
      "<worksheet><sheetData><row></sheetData></worksheet>", "", "testo",
      "<worksheet><sheetData><row><c r=\"1A\"><v>1</v></c></row></sheetData></worksheet>",
      "<worksheet><sheetData><row><c r=\"ZZZZ1\"><v>1</v></c></row></sheetData></worksheet>",
    ] {
      #expect(code(workbook { $0.add("xl/worksheets/sheet1.xml", xml) }) == "xlsx-danneggiato")
    }
    #expect(code(workbook { _ in }) == "foglio-senza-celle")
  }

  /// What no program writes and a hurried or hostile one may: said with the place and the limit.
  static let misplaced: [(rows: String, says: String)] = [
    ("<row r=\"5\"><c><v>1</v></c></row><row r=\"5\"><c><v>2</v></c></row>", "due volte la riga 5"),
    ("<row r=\"5\"><c><v>1</v></c></row><row r=\"2\"><c><v>2</v></c></row>", "torna indietro"),
    ("<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B3\"><v>2</v></c></row>", "riga 2 la cella B3"),
    ("<row><c r=\"A2\"><v>1</v></c><c r=\"B3\"><v>2</v></c></row>", "riga 2 la cella B3"),
    ("<row r=\"3\"><c r=\"A2\"><v>1</v></c></row>", "riga 3 la cella A2"),
    ("<row><c r=\"A2\"/></row><row><c r=\"A2\"/></row>", "riga 3 la cella A2"),
    ("<row><c r=\"B1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row>", "due volte la cella B1"),
    ("<c r=\"A1\"><v>1</v></c>", "fuori dalle righe"),
    ("<row r=\"1048577\"><c><v>1</v></c></row>", "1048576"),
    ("<row r=\"x\"><c><v>1</v></c></row>", "«x»"),
    ("<row><c r=\"XFE1\"><v>1</v></c></row>", "«XFE1»"),
    ("<row>" + String(repeating: "<c><v>1</v></c>", count: 16_385) + "</row>", "16384"),
    ("<row><c t=\"s\"><v>7</v></c></row>", "testo condiviso"),
    ("<row><c><v>1</v><v>2</v></c></row>", "due valori nella cella A1"),
  ]

  @Test(arguments: misplaced)
  func placesAndTextsThatDoNotExist(rows: String, says: String) {
    let bytes = WorkbookBuilder("<dimension ref=\"A1:XFD1048576\"/><sheetData>\(rows)</sheetData>")
      .bytes
    let error = #expect(throws: UnreadableFile.self) {
      try readRows(TableFile.open(.memory(bytes)).reader)
    }
    #expect(error?.code == "xlsx-danneggiato")
    #expect(error!.message.contains(says), "\(error!.message)")
  }

  @Test func aWorkbookWithoutRelationshipsSaysWhatToDo() {
    let bytes = WorkbookBuilder("<sheetData/>").bytes { $0 != "xl/_rels/workbook.xml.rels" }
    let error = #expect(throws: UnreadableFile.self) { try TableFile.open(.memory(bytes)) }
    #expect(error?.code == "xlsx-danneggiato")
    #expect(error!.message.contains("salvarlo di nuovo come .xlsx"), "\(error!.message)")
  }

  @Test func aLyingDimensionIsNotBelieved() throws {
    let data = """
      <dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>
      """
    #expect(try readRows(TableFile.open(.memory(WorkbookBuilder(data).bytes)).reader).count == 1)
  }

  @Test func aRowLargerThanABatchIsOneRow() throws {
    let long = String(repeating: "x", count: 5 << 20)
    let data = """
      <sheetData><row><c t="str"><v>\(long)</v></c><c><v>1</v></c></row><row><c><v>2</v></c></row>\
      </sheetData>
      """
    let rows = try readRows(TableFile.open(.memory(WorkbookBuilder(data).bytes)).reader)
    #expect(rows.map(\.cells.count) == [2, 1])
    #expect(rows[0].cells[0].utf8.count == 5 << 20)
  }

  /// Sixteen kilobytes of file would be gigabytes of cells.
  @Test func aLongSharedTextAgainAndAgainInARowIsStopped() {
    let long = String(repeating: "x", count: 4 << 20)
    let data = """
      <sheetData><row>\(String(repeating: "<c t=\"s\"><v>0</v></c>", count: 5))</row></sheetData>
      """
    let bytes = WorkbookBuilder(data, sharedStrings: "<si><t>\(long)</t></si>").bytes
    let error = #expect(throws: UnreadableFile.self) {
      try readRows(TableFile.open(.memory(bytes)).reader)
    }
    #expect(error?.message.contains("ha una riga di oltre 16 MiB") == true, "\(error!.message)")
  }

  @Test func anyElementTooDeepIsStopped() {
    let deep = String(repeating: "<a>", count: 400) + String(repeating: "</a>", count: 400)
    #expect(
      code(workbook { $0.add("xl/worksheets/sheet1.xml", "<worksheet>\(deep)</worksheet>") })
        == "xml-troppo-profondo")
  }
}
