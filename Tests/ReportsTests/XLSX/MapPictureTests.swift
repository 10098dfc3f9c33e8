import Foundation
import Testing

@testable import Ingest
@testable import Reports

/// The map of a page as a picture in its workbook.
@Suite struct MapPictureTests {
  /// Two comuni side by side: the east of the second has a hole.
  private static func areas(_ second: Chart.Item) -> [Chart.Area] {
    func box(_ west: Double, _ east: Double, _ south: Double, _ north: Double) -> [Chart.Area.Point]
    {
      [(west, south), (east, south), (east, north), (west, north)].map {
        .init(longitude: $0.0, latitude: $0.1)
      }
    }
    return [
      Chart.Area(item: .init(label: "A", value: 0.1), rings: [box(0, 1, 0, 1)]),
      Chart.Area(item: second, rings: [box(1, 2, 0, 1), box(1.5, 1.9, 0.4, 0.6)]),
    ]
  }

  private static let scale = Chart.Scale(label: "Quota", style: .percent(1))

  @Test func areasAreFilledWithoutTheirHoles() {
    var image = IndexedImage(width: 10, height: 10)
    image.fill([
      [(0, 0), (10, 0), (10, 10), (0, 10)], [(3, 3), (6, 3), (6, 6), (3, 6)],
    ]) { _, _ in 2 }
    #expect(image[0, 0] == 2 && image[9, 9] == 2 && image[2, 4] == 2 && image[6, 4] == 2)
    #expect(image[3, 3] == 0 && image[5, 5] == 0)
    let painted = (0..<100).count { image[$0 % 10, $0 / 10] == 2 }
    #expect(painted == 91)
  }

  /// What another program, which trusts no number of the file, reads back.
  @Test func thePictureIsAPNG() throws {
    var image = IndexedImage(width: 3, height: 2)
    image[1, 0] = 1
    #expect(
      Data(image.png([0xFFFFFF, 0x0066CC])).base64EncodedString()
        == "iVBORw0KGgoAAAANSUhEUgAAAAMAAAACBAMAAABvWnspAAAABlBMVEX///8AZsz0t5HEAAAAEUlEQVR4AQEGAPn/AAEAAAAAAAsAAip+g1AAAAAASUVORK5CYII="
    )
  }

  /// What has no value has no class: lines where it is withheld, dots where it is missing.
  @Test func whatIsWithheldIsInNoClass() throws {
    let items: [Chart.Item] = [
      .init(label: "B", value: 0.2), .init(label: "B", mark: .confidential),
      .init(label: "B", mark: .notReceived),
    ]
    let pictures = items.map {
      MapPicture(classes: MapClasses(Self.scale, Self.areas($0), .it)).image()?.png
    }
    #expect(Set(pictures).count == 3 && !pictures.contains(nil))
    #expect(
      items.map { MapClasses(Self.scale, Self.areas($0), .it).legend.map(\.fill) } == [
        [.shade(0), .shade(4)], [.shade(2), .withheld], [.shade(2), .missing],
      ])
  }

  @Test func theWorkbookHasThePictureWithItsText() throws {
    let context = WorkbookReadBackTests.context(.it)
    let scratch = try Scratch()
    _ = try WorkbookRenderer(frame: context.frame)
      .write(DossierReport.reports(context)[0], to: scratch.path("a.xlsx"))
    let archive = try ZipArchive(.file(path: scratch.path("a.xlsx")))
    #expect(try archive.contents("xl/media/image1.png").starts(with: [0x89, 0x50, 0x4E, 0x47]))
    let drawings = try (1...99).map { "xl/drawings/drawing\($0).xml" }.filter(archive.contains)
      .map { String(decoding: try archive.contents($0), as: UTF8.self) }
      .filter { $0.contains("<xdr:pic>") }
    #expect(!drawings.isEmpty)
    for drawing in drawings {
      #expect(drawing.contains(/descr="[^"]{20,}"/), "\(drawing.prefix(900))")
    }
    let sheets = try WorkbookReadBackTests.read(scratch.path("a.xlsx"))
    let map = try #require(sheets.first { $0.name.hasPrefix("Mappa ") })
    #expect(
      map.rows[0].map(\.text) == ["Sulla mappa", "Copertura della popolazione (%)", "Comuni"])
    #expect(map.rows[1][0].text == "1")
  }
}
