import Testing
import Warehouse

@testable import Ingest

/// Files that are one page, or the first rows, of something longer, and say so themselves.
@Suite struct PartialExportTests {
  private static let header = "id_richiesta;comune;data_richiesta;canale;servizio\n"

  private static func rows(_ count: Int) -> String {
    (1...count).map { "R\($0);Locri;13/03/2026;sportello;C1\n" }.joined()
  }

  @Test(arguments: [
    ("<b>Fatal error</b>:  Maximum execution time of 30 seconds exceeded in <b>/x.php</b>", true),
    ("ORA-01555: snapshot too old", true), ("Msg 1205, Level 13, State 51, Line 1", true),
    ("Esportazione interrotta", true), ("Report limited to 2,000 rows", true),
    ("Elenco troncato alle prime 1.000 righe", true), ("Raggiunto il limite di 500 record", true),
    ("Vista da 1 a 25 di 1.234 elementi", true), ("Showing 1 to 10 of 57 entries", true),
    ("Pagina 1 di 12", true), ("Pag. 12 di 12", false), ("Vista da 1 a 25 di 25 elementi", false),
    ("(30 rows affected)", false), ("Fonte: sistema comunale", false),
    ("Reddito entro il limite di 9.360 euro", false), ("Attività interrotta nel 2020", false),
    ("Valori troncati alla seconda cifra", false), ("Tabella 1 di 3", false),
    ("Hanno risposto 12 enti su 20", false), ("Grand Totals (3 records)", false),
    ("Dati soggetti a errore campionario", false),
    ("Limite ISEE secondo il regolamento in vigore nell'anno: risultati provvisori", false),
  ])
  func whatTellsOfAPart(text: String, isPart: Bool) throws {
    #expect(PartialExport.told(by: text) == isPart)
    let below = try LookedFile(Self.header + Self.rows(4) + text + "\n")
    #expect(below.findings(.partialExport).count == (isPart ? 1 : 0))
    #expect(below.findings(.partialExport).allSatisfy { $0.detail == "lo dice la riga 6" })
    guard !text.hasPrefix("<") else { return }
    let above = try LookedFile(text + "\n\n" + Self.header + Self.rows(4))
    #expect(above.findings(.partialExport).count == (isPart ? 1 : 0))
    #expect(below.examination.refused == 0 && above.examination.refused == 0)
  }

  @Test func aTableAsLongAsASpreadsheet() throws {
    #expect(try LookedFile(Self.header + Self.rows(65_535)).findings(.partialExport).count == 1)
    #expect(try LookedFile(Self.header + Self.rows(65_534)).findings(.partialExport).isEmpty)
  }

  /// As CKAN, OData, Django, JSON:API, Salesforce, GraphQL, HubSpot, Elasticsearch and Airtable answer.
  @Test(arguments: [
    (#"{"total": 320, "rows": [①]}"#, "righe: 2 su 320"),
    (#"{"rows": [①], "meta": {"page": 1, "total": 320}}"#, "righe: 2 su 320"),
    (#"{"@odata.count": 3, "rows": [①]}"#, "righe: 2 su 3"),
    (#"{"total": 2, "_links": {"next": "/x?offset=2"}, "rows": [①]}"#, nil),
    (
      #"{"@odata.nextLink": "https://x?$skip=2", "rows": [①]}"#,
      "dopo queste righe ce ne sono altre («$.@odata.nextLink»)"
    ),
    (
      #"{"rows": [①], "_links": {"next": {"href": "/x"}}}"#,
      "dopo queste righe ce ne sono altre («$._links.next.href»)"
    ),
    (
      #"{"pageInfo": {"hasNextPage": true}, "rows": [①]}"#,
      "dopo queste righe ce ne sono altre («$.pageInfo.hasNextPage»)"
    ),
    (
      #"{"paging": {"next": {"after": "100"}}, "rows": [①]}"#,
      "dopo queste righe ce ne sono altre («$.paging.next.after»)"
    ),
    (#"{"hits": {"total": {"value": 320, "relation": "gte"}}, "rows": [①]}"#, "righe: 2 su 320"),
    (#"{"offset": "itrA/recB", "rows": [①]}"#, "dopo queste righe ce ne sono altre («$.offset»)"),
    (#"{"page": 1, "pages": 7, "rows": [①]}"#, "pagina 1 di 7"),
    (#"{"page": 7, "pages": 7, "offset": 12, "rows": [①]}"#, nil),
    (#"{"page": 0, "total_pages": 1, "value": 9, "rows": [①]}"#, nil),
    (#"{"next": null, "hasMore": false, "rows": [①]}"#, nil),
    (#"{"count": 2, "spesa": {"total": "1.234,50"}, "rows": [①]}"#, nil),
  ])
  func aPageOfAList(text: String, missing: String?) throws {
    let rows = (1...2).map { #"{"id_richiesta": "R\#($0)"}"# }.joined(separator: ",")
    let bench = try DirtBench()
    let outcome = try bench.load(
      text.replacing("①", with: rows), named: "2026-06-30.json", settings: "\"percorso\": \"rows\"")
    #expect(
      outcome.findings.filter { $0.code == "consegna-parziale" }.map(\.detail)
        == (missing.map { [$0] } ?? []))
  }

  /// Of pages one after another the last one says whether there are more.
  @Test func allThePages() throws {
    var marks = PageMarks()
    marks.note("$.next", "/x?page=2")
    #expect(marks.missing != nil)
    marks.note("$.next", "")
    #expect(marks.missing == nil)
  }
}
