import Foundation
public import Warehouse

/// A working folder to start from in another territory: reference tables, one example source and one
/// example table, both of invented data and said to be, and a page that says what to do next.
public struct NewWorkspace {
  let territory: NewTerritory
  /// What reports call the territory.
  let name: String
  let day: Day

  /// - Parameter day: the day of the example's delivery.
  public init(_ territory: NewTerritory, name: String?, on day: Day) {
    self.territory = territory
    self.name = name ?? territory.name
    self.day = day
  }

  /// Writes the folder whole, or nothing of it; `datasets` must not be there.
  public func write(to root: String) throws {
    let files = FileManager.default
    let draft = root + "/datasets.bozza"
    if files.fileExists(atPath: draft) { try files.removeItem(atPath: draft) }
    do {
      try territory.write(to: draft + "/reference", name: name)
      let example = ExampleSource(territory: territory, day: day)
      for (file, text) in example.files {
        try NewWorkspace.write(text, to: "\(draft)/sources/esempio/richieste/\(file)")
      }
      try NewWorkspace.write(table, to: draft + "/tables/esempio.json")
      // Beside the tables the territory is made from are the ready-made sources.
      let profiles = territory.source + "/../profiles"
      if files.fileExists(atPath: profiles) {
        try files.copyItem(atPath: profiles, toPath: draft + "/profiles")
      }
      try files.moveItem(atPath: draft, toPath: root + "/datasets")
    } catch {
      try? files.removeItem(atPath: draft)
      throw error
    }
    for (file, text) in [("LEGGIMI.md", readme), (".gitignore", ignored)]
    where !files.fileExists(atPath: "\(root)/\(file)") {
      try NewWorkspace.write(text, to: "\(root)/\(file)")
    }
  }

  private var table: [String: Any] {
    [
      "slug": "esempio", "titolo": "Tavolo di esempio", "titolo_en": "An example table",
      "avviso": "Esempio: nessun avviso è stato pubblicato.",
      "avviso_en": "An example: no notice was published.",
      "base_giuridica": "art. 55 D.Lgs. 117/2017", "amministrazione": name,
      "aree_utenza": ["ANZ"], "servizi": ["C"], "attivita_art5": ["a"],
      "periodo": "\(day.year - 1)", "sintetico": true,
      "domande": ["In quali comuni chi chiede aiuto a casa non lo trova entro 30 giorni?"],
      "domande_en": [
        "In which municipalities do those who ask for help at home not find it within 30 days?"
      ],
    ]
  }

  private let ignored = """
    tavolo.sqlite
    tavolo.sqlite-journal
    .tavolo/
    receipts/
    reports/
    bozze/
    # Le consegne vere contengono dati personali.
    datasets/sources/*/*/deliveries/

    """

  private var readme: String {
    let missing = territory.withoutResidents
    return """
      # \(name): cartella di lavoro di Tavolo

      Scritta da `tavolo init`. Contiene \(territory.count) comuni, con residenti, superficie e classe \
      SNAI dove la tabella nazionale li dice; una fonte e un tavolo di esempio, con dati inventati.

      1. Provare: `tavolo run --workspace .` e aprire `reports/<data>/index.html`.
      2. Completare `datasets/reference/`: `territorio.json` (il nome del territorio), `ats.csv` e la \
      colonna `ats` di `comuni.csv` (gli ambiti), `comuni_nomi.csv` (frazioni e grafie in uso), \
      `disclosure.json` (le soglie). Senza ambiti i rapporti si fermano a comuni e territorio; senza \
      `confini.geojson` non ci sono mappe.\
      \(missing.isEmpty ? "" : "\n   Prima di tutto: la tabella nazionale non sa i residenti di \(missing.joined(separator: ", ")); vanno scritti in `comuni.csv`.")
      3. Per ogni file ricevuto: `tavolo suggest FILE`, rivedere la bozza, spostarla in \
      `datasets/sources/<editore>/<dataset>/`, mettere il file in `deliveries/`, poi `tavolo check`. \
      Delle esportazioni più comuni (SIUSS, ISTAT, ReGiS, cartella sociale…) la fonte è già pronta in \
      `datasets/profiles`: `suggest` dice quale. A chi non ha un gestionale si dà il modello: `tavolo template richieste`.
      4. Descrivere il tavolo in `datasets/tables/` e togliere `datasets/sources/esempio` e \
      `datasets/tables/esempio.json`.

      """
  }

  static func write(_ text: String, to path: String) throws {
    let url = URL(fileURLWithPath: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url, options: .atomic)
  }

  static func write(_ object: [String: Any], to path: String) throws {
    let data = try JSONSerialization.data(
      withJSONObject: object, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
    try write(String(decoding: data, as: UTF8.self) + "\n", to: path)
  }
}
