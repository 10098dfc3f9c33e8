import TestSupport
import Testing

@testable import Ingest

/// Files that are not tables, or not in a format Tavolo reads: refused by name, with what to do.
@Suite struct RefusedFilesTests {
  static let container: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  static func zip(_ names: [String], _ content: String = "") -> [UInt8] {
    var builder = ZipBuilder()
    for name in names { builder.add(name, content) }
    return builder.bytes
  }

  static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
  static let zeros = [UInt8](repeating: 0, count: 600)
  static let noise: [UInt8] = (0..<4000).map { i in
    i % 7 == 0 ? 0 : UInt8(truncatingIfNeeded: i &* 37)
  }
  static let sheetType = "application/vnd.oasis.opendocument.spreadsheet"
  static let textType = "application/vnd.oasis.opendocument.text"

  static let samples: [(bytes: [UInt8], kind: FileKind)] = [
    (container + zeros, .xls),
    (container + zeros + FileSignature.utf16("EncryptedPackage"), .xlsProtected),
    ([0x09, 0x08, 0x10, 0x00, 0, 6, 5, 0], .xls),
    (bytes("%PDF-1.7\n"), .pdf),
    ([0x1F, 0x8B, 8, 0], .gzip),
    (bytes("Rar!\u{1A}"), .archive),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .archive),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], .image),
    (bytes("{\\rtf1"), .docx),
    (bytes("\n <!DOCTYPE html><html>"), .html),
    (bytes("<table><tr>"), .html),
    (bytes("<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\">"), .html),
    (bytes("<?xml version=\"1.0\"?><Workbook/>"), .xml),
    (encoded("<?xml version=\"1.0\"?><a/>", .utf16LittleEndian, true), .xml),
    (zip(["a.csv"]), .zip),
    (zip(["[Content_Types].xml", "xl/workbook.bin"]), .xlsb),
    (zip(["[Content_Types].xml", "word/document.xml"]), .docx),
    (zip(["mimetype"], sheetType), .ods),
    (zip(["mimetype"], textType), .docx),
    (noise, .binary),
  ]

  @Test(arguments: samples)
  func refusedByName(bytes: [UInt8], kind: FileKind) {
    let error = #expect(throws: UnreadableFile.self) { try TableFile.open(.memory(bytes)) }
    #expect(error == kind.refusal)
  }

  @Test func everyKindIsEitherReadOrRefusedWithAdvice() {
    for kind in FileKind.allCases {
      #expect(kind.isReadable == (kind.refusal == nil))
      if let refusal = kind.refusal { #expect(refusal.message.hasSuffix(".")) }
    }
  }

  @Test func whatCannotBeOpenedSaysSo() {
    #expect(
      throws: UnreadableFile(
        code: "file-assente", message: "«manca.csv» non esiste: controllare il percorso indicato.")
    ) { try TableFile.open(path: "/nessuna/cartella/manca.csv") }
    let folder = #expect(throws: UnreadableFile.self) { try TableFile.open(path: "/") }
    #expect(folder?.code == "file-non-regolare")
  }
}
