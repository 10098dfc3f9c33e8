import Ingest
import TestSupport
import Testing

/// Spoiled files from a seed: whatever comes in, a reader gives rows of valid text or an
/// `UnreadableFile`, and nothing else.
@Suite struct ReaderFuzzTests {
  static let seeds: [[UInt8]] =
    Encoding.all.map { $0.encode(.hard).bytes } + [
      Array(#"{"a":{"b":[1,"x",{"c":null}]},"d":"\ud83d\ude00"}"#.utf8),
      Array("\"a\";'b'\r\n\"x\n\"\"y\";;\n".utf8),
    ]

  @Test(arguments: 0..<8)
  func mutatedFiles(part: Int) throws {
    var random = SplitMix(seed: 20_260_630 + UInt64(part))
    for _ in 0..<250 {
      let seed = Self.seeds.randomElement(using: &random)!
      try check(mutated(seed, &random), &random)
    }
  }

  @Test func randomBytes() throws {
    var random = SplitMix(seed: 7)
    // Bytes that mean something to one format or another come up often.
    let alphabet: [UInt8] =
      Array("\";,|\t\r\n{}[]:\\u0e'<>/ -1.5aàè".utf8) + [0, 0xFF, 0xFE, 0xEF, 0xBB, 0xBF, 0xC3]
    for _ in 0..<1000 {
      let count = Int.random(in: 0...120, using: &random)
      let bytes = (0..<count).map { _ in alphabet.randomElement(using: &random)! }
      try check(bytes, &random)
    }
  }

  /// The parts of a workbook spoiled one at a time, under a sound archive.
  @Test func mutatedWorkbookParts() throws {
    var random = SplitMix(seed: 99)
    let data = """
      <sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>46093.5</v></c></row>
      <row r="3"><c t="inlineStr"><is><t>x_x0041_</t></is></c><c t="b"><v>1</v></c></row></sheetData>
      <mergeCells><mergeCell ref="A1:B2"/></mergeCells>
      """
    let builder = WorkbookBuilder(
      data, sharedStrings: "<si><r><t>a</t></r><r><t>è</t></r></si>",
      styles: "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"22\"/></cellXfs>")
    for _ in 0..<500 {
      var zip = ZipBuilder()
      let parts = builder.parts
      let victim = Int.random(in: 0..<parts.count, using: &random)
      for (i, part) in parts.enumerated() {
        let bytes = Array(part.1.utf8)
        zip.add(part.0, i == victim ? mutated(bytes, &random) : bytes)
      }
      try check(zip.bytes, &random)
    }
  }

  private func mutated(_ bytes: [UInt8], _ random: inout SplitMix) -> [UInt8] {
    var result = bytes
    for _ in 0...Int.random(in: 0...4, using: &random) where !result.isEmpty {
      let place = Int.random(in: 0..<result.count, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: result[place] = UInt8.random(in: 0...255, using: &random)
      case 1: result.remove(at: place)
      case 2: result.insert(result.randomElement(using: &random)!, at: place)
      case 3: result.removeSubrange(place...)
      default:
        let end = min(result.count, place + Int.random(in: 1...20, using: &random))
        result.insert(contentsOf: result[place..<end], at: place)
      }
    }
    return result
  }

  private func check(_ bytes: [UInt8], _ random: inout SplitMix) throws {
    let window = [1, 2, 5, 17, 4096].randomElement(using: &random)!
    do {
      let table = try TableFile.open(
        .memory(bytes), options: TableOptions(windowSize: window))
      let batch = RawBatch()
      var line: Int32 = 0
      while try table.reader.next(into: batch) {
        for row in batch.rows {
          #expect(row.line > line, "a row is known by its line")
          line = row.line
          for cell in batch.cells[Int(row.firstCell)..<Int(row.firstCell + row.cellCount)] {
            let text = batch.bytes[Int(cell.start)..<Int(cell.start + cell.length)]
            #expect(String(validating: text, as: UTF8.self) != nil)
          }
        }
      }
      _ = try table.mergedRanges()
    } catch is UnreadableFile {}
  }
}
