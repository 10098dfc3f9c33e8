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
  static let textType = "application/vnd.oasis.opendocument.text"

  static let nestedZip: [UInt8] = {
    var builder = ZipBuilder()
    builder.add("a.zip", zip(["a.csv", "b.csv"]))
    return builder.bytes
  }()

  static let samples: [(bytes: [UInt8], kind: FileKind)] = [
    (container + zeros, .xls),
    (container + zeros + FileSignature.utf16("EncryptedPackage"), .xlsProtected),
    ([0x09, 0x08, 0x10, 0x00, 0, 6, 5, 0], .xls),
    (bytes("%PDF-1.7\n"), .pdf),
    (ZipBuilder.gzip(ZipBuilder.gzip([])), .gzip),
    (container + zeros + FileSignature.utf16("WordDocument"), .docx),
    (bytes("PAR1\u{15}\u{4}"), .parquet), (bytes("ARROW1\0\0"), .parquet),
    (bytes("SQLite format 3\0"), .database),
    (bytes("\0\u{1}\0\0Standard ACE DB\0"), .database),
    ([0x03, 126, 6, 30, 9, 0, 0, 0, 97, 0, 24, 0] + zeros, .database),
    (bytes("-- phpMyAdmin SQL Dump\n-- version 5.2.1\n"), .database),
    (bytes("--\n-- PostgreSQL database dump\n--\n"), .database),
    (bytes("\nCREATE TABLE `richieste` (\n  `id` int,\n"), .database),
    (bytes("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"), .agenda),
    (bytes("begin:vcard\nFN:Anna\n"), .agenda),
    (bytes("MIME-Version: 1.0\nX-Document-Type: Workbook\n"), .html),
    (bytes("Return-Path: <a@b.it>\nSubject: dati\n"), .docx),
    (bytes("$FL2@(#) SPSS DATA FILE"), .statistics),
    (
      [0x30, 0x82, 0x10, 0x00, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02]
        + zeros, .signed
    ),
    (bytes("Rar!\u{1A}"), .archive),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .archive),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], .image),
    (bytes("{\\rtf1"), .docx),
    (bytes("\n <!DOCTYPE html><html>"), .html),
    (bytes("<table><tr>"), .html),
    (bytes("<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\">"), .html),
    (
      bytes("<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook/>"),
      .spreadsheetXML
    ),
    (
      encoded(
        "<?xml version=\"1.0\"?><w xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>",
        .utf16LittleEndian, true), .spreadsheetXML
    ),
    (bytes("{\"error\":\"Unauthorized\"}"), .errorReply),
    (bytes("{\"message\": \"no\", \"status\": 401}\n"), .errorReply),
    (
      bytes("<?xml version=\"1.0\"?>\n<Error><Code>AccessDenied</Code></Error>"), .errorReply
    ),
    (
      bytes("<s:Envelope xmlns:s=\"x\"><s:Body><s:Fault>no</s:Fault></s:Body></s:Envelope>"),
      .errorReply
    ),
    (nestedZip, .zip),
    (zip(["[Content_Types].xml", "xl/workbook.bin"]), .xlsb),
    (zip(["[Content_Types].xml", "word/document.xml"]), .docx),
    (zip(["mimetype"], textType), .docx),
    (noise, .binary),
  ]

  @Test(arguments: samples)
  func refusedByName(bytes: [UInt8], kind: FileKind) {
    let error = #expect(throws: UnreadableFile.self) { try TableFile.open(.memory(bytes)) }
    #expect(error == kind.refusal)
  }

  /// A row that has such a field among others is a row, and what is declared to be data is looked at too.
  @Test func aRowThatTellsOfAnErrorIsARow() throws {
    let row = Self.bytes("{\"error\":\"\",\"id_richiesta\":\"1\"}")
    #expect(try TableFile.open(.memory(row)).survey.kind.value == .ndjson)
    #expect(throws: FileKind.errorReply.refusal!) {
      try TableFile.open(
        .memory(Self.bytes("<Error><Code>AccessDenied</Code></Error>")),
        options: TableOptions(kind: .xml, recordPath: ["Flusso"]))
    }
  }

  /// A licence before the document does not make a page of it.
  @Test func aCommentBeforeTheDocumentSaysNothing() throws {
    let rows = "<righe><riga><a>1</a></riga><riga><a>2</a></riga></righe>"
    let table = try TableFile.open(.memory(Self.bytes("<!-- esportato da X -->\n" + rows)))
    #expect(table.survey.kind.value == .xml)
    #expect(throws: FileKind.html.refusal!) {
      try TableFile.open(.memory(Self.bytes("<!-- x -->\n<html><body></body></html>")))
    }
  }

  @Test func aKindThatIsNotTheDeclaredOneIsSaid() {
    let csv = Self.bytes("a;b\n1;2\n")
    for (bytes, declared) in [(csv, FileKind.xlsx), (csv, .ods), (ODSBuilder().bytes, .csv)] {
      let error = #expect(throws: UnreadableFile.self) {
        try TableFile.open(.memory(bytes), options: TableOptions(kind: declared))
      }
      #expect(error?.code == "formato-diverso")
    }
    let page = #expect(throws: UnreadableFile.self) {
      try TableFile.open(.memory(Self.bytes("<html>")), options: TableOptions(kind: .xlsx))
    }
    #expect(page?.code == "formato-html")
  }

  @Test func everyKindIsEitherReadOrRefusedWithAdvice() {
    for kind in FileKind.allCases {
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
