import Foundation
import TestSupport
import Testing
import Warehouse

@testable import Ingest

@Suite struct DraftFolderTests {
  private let folder: TemporaryFolder
  private let source = PackageFolder.path + "/datasets/sources/comune-sintetico/richieste"

  init() throws { folder = try TemporaryFolder() }

  private func suggest(_ file: String, dataset: String? = nil) throws -> Suggestion {
    try Suggestion(
      file: file, dataset: dataset, reference: TrialSource.reference.get(),
      folder: PackageFolder.path + "/datasets/reference")
  }

  private func draft(_ text: String, as name: String = "esportazione.csv") throws -> (
    Suggestion, DraftFolder
  ) {
    try folder.write(text, to: name)
    let suggestion = try suggest(folder.path + "/" + name)
    return (suggestion, DraftFolder(suggestion, publisher: "Comune di Prova"))
  }

  /// Without a row of names the first row is data, and may be a person's.
  @Test func aPersonTakenForAHeaderIsNotInTheDraft() throws {
    let person = "RSSMRA80A01H501U"
    let (suggestion, draft) = try draft(
      "id_richiesta;comune;data_richiesta;canale;servizio;\(person)\n1;Locri;13/03/2026;sportello;C1;x\n"
    )
    let text = suggestion.text + draft.texts.map(\.text).joined()
    #expect(!text.contains(person))
    #expect(text.contains("# -,[codice fiscale],un dato personale"))
  }

  /// Reasons may be notes about somebody: none is proposed, however often it comes back.
  @Test func noReasonIsProposed() throws {
    let (suggestion, draft) = try draft(
      "ID scheda;Data contatto;Canale;Motivo;Esito\n"
        + (1...30).map { "\($0);13/03/2026;citofono;lite con il vicino;informazione\n" }.joined())
    #expect(suggestion.dataset == "contatti" && suggestion.fields["Motivo"] == "motivo")
    let text = suggestion.text + draft.texts.map(\.text).joined()
    #expect(!text.contains("lite con il vicino"))
    #expect(text.contains("canale,citofono,"))
    #expect(text.contains("# motivo: le voci non note non sono elencate, possono essere note"))
  }

  /// The names of services are longer than a note, and come back; a note does not.
  @Test func aLongNameOfAServiceIsNoSentence() throws {
    let services = [
      "Assistenza domiciliare per anziani e disabili soli",
      "Servizio di accompagnamento e trasporto sociale a chiamata",
    ]
    func rows(_ service: (Int) -> String) -> String {
      "Pratica;Residenza;Data;Canale;Servizio\n"
        + (1...30).map { "\($0);Locri;13/03/2026;sportello;\(service($0))\n" }.joined()
    }
    let (named, draft) = try draft(rows { services[$0 % 2] })
    #expect(named.fields["Servizio"] == "servizio")
    #expect(draft.texts.map(\.text).joined().contains("servizio,\(services[0]),"))
    let (told, notes) = try self.draft(
      rows { "La signora numero \($0) chiede che qualcuno la aiuti in casa ogni mattina" })
    #expect(told.fields["Servizio"] != "servizio")
    #expect(!notes.texts.map(\.text).joined().contains("signora numero"))
  }

  /// `="00123"` is looked at as it will be read.
  @Test func aGuardedCodeIsTheCodeInside() throws {
    let rows = (1...40).map { "=\"00\($0)\";Locri;13/03/2026;=\"sportello\";C1\n" }.joined()
    let (suggestion, draft) = try draft("Pratica;Residenza;Data;Canale;Prestazione\n" + rows)
    #expect(suggestion.fields["Canale"] == "canale")
    #expect(!draft.texts.map(\.text).joined().contains("=\"sportello"))
  }

  /// Cells of the columns that are about somebody: none of them may be in the draft.
  @Test func noPersonalCellIsInTheDraft() throws {
    let file = source + "/deliveries/2026-06-30.csv"
    let suggestion = try suggest(file)
    let draft =
      DraftFolder(suggestion).texts.map(\.text).joined()
      + String(
        decoding: try JSONSerialization.data(withJSONObject: suggestion.object), as: UTF8.self)
    let text = try #require(
      String(bytes: try bytes(of: file), encoding: .windowsCP1252))
    let rows = text.split(whereSeparator: \.isNewline).dropFirst(2).map {
      $0.split(separator: ";", omittingEmptySubsequences: false)
    }.filter { $0.count == 16 }
    #expect(rows.count > 5000)
    for row in rows {
      for cell in [row[0], row[1], row[15]] where cell.count > 4 && cell != "TOTALE" {
        #expect(!draft.contains(cell))
      }
    }
    #expect(draft.contains("R.S.A. / CASA PROTETTA"), "a word of a list is there to be decided")
  }

  @Test func namesInAColumnOfWordsAreWithheld() throws {
    let (suggestion, draft) = try draft(
      """
      Protocollo;Comune di residenza;Data domanda;Canale;Prestazione;Area;Note
      1;Locri;12/03/2026;Anna Bianchi;SAD di zona;Anziani;chiamare la figlia
      2;Siderno;13/03/2026;Carlo Neri;SAD di zona;Anziani;
      3;Bovalino;14/03/2026;Rosa Verdi;SAD di zona;Anziani;
      4;Locri;15/03/2026;Ugo Gialli;SAD di zona;Anziani;

      """)
    let all = draft.texts.map(\.text).joined()
    for name in ["Bianchi", "Neri", "Verdi", "Gialli", "figlia"] { #expect(!all.contains(name)) }
    #expect(suggestion.dataset == "richieste")
    #expect(suggestion.fields["Prestazione"] == "servizio")
    #expect(suggestion.fields["Comune di residenza"] == "comune")
    #expect(all.contains("-,Note,testo libero"))
    #expect(all.contains("servizio,SAD di zona,,"))
  }

  @Test func theDraftIsASourceOnceAPersonHasCompletedIt() throws {
    let suggestion = try suggest(source + "/deliveries/2026-06-30.csv")
    let path = folder.path + "/comune-prova/richieste"
    try DraftFolder(suggestion, publisher: "Comune di prova").write(to: path)
    try FileManager.default.copyItem(
      atPath: source + "/deliveries/2026-06-30.csv", toPath: path + "/deliveries/2026-06-30.csv")
    let day = Day(iso: "2026-06-30")!
    let examination = try #require(
      try Examination.run(
        path: path, isFolder: true, dataset: nil, receivedOn: day,
        reference: TrialSource.reference.get()
      ).first)
    // As through the hand-made descriptor, less the row its correction repairs.
    #expect(examination.snapshot.rowsRead == 7375)
    #expect(examination.snapshot.rowsKept == 7363)
    // It says who delivers, but not yet under which licence: nothing is loaded.
    #expect(throws: DescriptorError.self) { try SourceFolder(path: path).checkIsComplete() }
  }

  @Test func aFullFolderIsReplacedWholeAndHeadersKeepTheirCommas() throws {
    let (_, draft) = try draft(
      """
      Protocollo;"Comune, residenza";Data domanda;Canale;Prestazione
      1;Locri;12/03/2026;sportello;C1

      """)
    try draft.write(to: folder.path + "/bozza")
    let map = try ColumnMap(file: folder.path + "/bozza/columns.csv", contract: .richieste)
    #expect(map.headers(on: Day(iso: "2026-03-31")!)?["comune"] == "Comune, residenza")
  }

  @Test func aSynonymOfAFieldNobodyHasIsAnError() throws {
    try folder.write(
      "dataset,campo,sinonimo,fonte\nrichieste,colore,tinta,uso\n", to: "r/sinonimi_colonne.csv")
    #expect(throws: DescriptorError.self) {
      _ = try HeaderSynonyms(reference: folder.path + "/r")
    }
  }

  /// Those of persons who come back repeat, as words of a list do.
  @Test func namesThatRepeatAreWithheldToo() throws {
    let rows = (1...24).map {
      "\($0);Locri;13/03/2026;\(["Anna Bianchi", "Carlo Neri", "Rosa Verdi"][$0 % 3])\n"
    }.joined()
    for header in ["Cittadino", "Contatto canale"] {
      let (suggestion, draft) = try draft(
        "Protocollo;Comune di residenza;Data domanda;\(header)\n" + rows, as: "\(header).csv")
      let all = draft.texts.map(\.text).joined() + suggestion.text
      for name in ["Bianchi", "Neri", "Verdi"] { #expect(!all.contains(name), "\(header)") }
    }
  }

  /// Answers of services: the list the rows are in is found, and written in the draft.
  @Test func rowsInsideAnAnswerAreFound() throws {
    let rows = (1...8).map {
      #"{"id": \#($0), "data": "2026-03-\#($0 + 12)", "comune": "Locri", "servizio": "C1"}"#
    }.joined(separator: ", ")
    for (text, path) in [
      (#"{"data": [\#(rows)], "meta": {"total": 8}}"#, "data"),
      (#"{"result": {"fields": [{"id": "x"}], "records": [\#(rows)]}}"#, "result/records"),
      (#"[{"type": "header"}, {"type": "table", "righe": [\#(rows)]}]"#, "righe"),
    ] {
      let (suggestion, draft) = try draft(text, as: "risposta.json")
      #expect(suggestion.profile.rows == 8, "\(path)")
      #expect(suggestion.fields["comune"] == "comune", "\(path)")
      #expect(draft.texts.contains { $0.text.contains("\"percorso\": \"\(path)\"") }, "\(path)")
    }
  }

  /// How the cells are written is no part of the name, and the name itself comes before one like it.
  @Test func unitsAndNamesakes() throws {
    let rows = (1...8).map { "\($0);\($0 + 12)/03/2026;080043;Locri;C1;12,50\n" }.joined()
    let (suggestion, _) = try draft(
      "N. pratica;\"Data\nrichiesta\n(gg/mm/aaaa)\";comune.cod;comune;Servizio (codice);Importo (€)\n"
        + rows)
    #expect(suggestion.fields["Data richiesta (gg/mm/aaaa)"] == "data_richiesta")
    #expect(suggestion.fields["comune"] == "comune")
    #expect(suggestion.fields["comune.cod"] != "comune")
  }

  /// A text that nothing divides is told for what it is, before anybody looks for its columns.
  @Test func oneColumnIsNoTable() throws {
    let caret = "N. prot.^Data^Comune\n1^13/03/2026^Locri\n2^14/03/2026^Locri\n"
    for (text, words) in [
      (caret, "dichiarare «separatore»"),
      (
        caret.replacing("^", with: ",").split(separator: "\n").map { "\"\($0)\"\n" }.joined(),
        "le virgolette attorno a ogni riga"
      ),
    ] {
      let error = #expect(throws: UnreadableFile.self) { try draft(text) }
      #expect(error?.code == "una-sola-colonna" && error?.message.contains(words) == true)
    }
  }
}

@Suite struct SourceReviewTests {
  @Test func onlyWhatNobodyDecidedIsAskedAgain() throws {
    let source = try TrialSource()
    try source.write(
      """
      campo,2026-01-01
      id_richiesta,Prot.
      comune,Residenza
      data_richiesta,Data
      canale,Canale
      servizio,Prestazione
      -,Note

      """, to: "columns.csv")
    try source.write(
      "campo,valore,codice,motivo\nservizio,SAD di zona,C1,\n", to: "values.csv")
    try source.write(
      """
      Prot.;Residenza;Data;Canale;Prestazione;Note;Stato pratica
      1;Locri;12/03/2026;sportello;SAD di zona;a;evasa
      2;Siderno;13/03/2026;sportello;Centro diurno per anziani;b;evasa
      3;Siderno;14/03/2026;sportello;Centro diurno per anziani;c;evasa
      4;Locri;25/03/2026;sportello;SAD di zona;a;evasa
      5;Locri;26/03/2026;sportello;SAD di zona;a;evasa
      6;Locri;27/03/2026;sportello;SAD di zona;a;evasa

      """, to: "deliveries/2026-06-30.csv")
    let folder = try SourceFolder(path: source.path)
    let review = try SourceReview(
      try #require(folder.deliveries.first), of: folder, reference: TrialSource.reference.get(),
      folder: PackageFolder.path + "/datasets/reference")
    #expect(review.columns.count == 1)
    #expect(review.columns.first?.hasPrefix("esito,Stato pratica,") == true)
    #expect(review.values.count == 1)
    #expect(review.values.first?.hasPrefix("servizio,Centro diurno per anziani,,") == true)
    #expect(review.values.first?.contains("D2") == true)
  }
}
