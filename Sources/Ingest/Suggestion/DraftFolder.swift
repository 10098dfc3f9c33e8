import Foundation

/// The source folder a suggestion becomes: `source.json`, `columns.csv`, `values.csv`, an empty
/// `deliveries/` and `LEGGIMI.md` with what is to be decided. The file itself is not copied.
public struct DraftFolder {
  /// What stands where only a person can say; loading a source that still says it is refused.
  static let toComplete = "(da completare)"

  let suggestion: Suggestion
  /// What the publisher is called, when the user said.
  let publisher: String?

  public init(_ suggestion: Suggestion, publisher: String? = nil) {
    self.suggestion = suggestion
    self.publisher = publisher
  }

  /// Writes the folder, which must not exist or be empty, whole or not at all.
  public func write(to path: String) throws {
    let files = FileManager.default
    let draft = path + ".bozza"
    if files.fileExists(atPath: draft) { try files.removeItem(atPath: draft) }
    try files.createDirectory(atPath: draft + "/deliveries", withIntermediateDirectories: true)
    do {
      for (name, text) in texts {
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(draft)/\(name)"))
      }
      if files.fileExists(atPath: path) { try files.removeItem(atPath: path) }
      try files.moveItem(atPath: draft, toPath: path)
    } catch {
      try? files.removeItem(atPath: draft)
      throw error
    }
  }

  /// File name → content.
  var texts: [(name: String, text: String)] {
    var texts = [("source.json", source), ("columns.csv", columns), ("LEGGIMI.md", readme)]
    if let values { texts.append(("values.csv", values)) }
    return texts
  }

  private var source: String {
    let profile = suggestion.profile
    var lines = [
      "\"editore\": \(json(publisher ?? DraftFolder.toComplete))",
      "\"titolo\": \(json(suggestion.best.contract.title))",
      "\"dataset\": \(json(suggestion.dataset))",
      "\"licenza\": \(json(DraftFolder.toComplete))",
      "\"politica\": \"cumulativa\"",
      "\"sintetico\": false",
    ]
    if !profile.sameSheets.isEmpty {
      lines.append("\"foglio\": \(json(SourceSettings.everySheet))")
    } else if profile.opened.sheetNames.count > 1, let sheet = profile.opened.sheet {
      lines.append("\"foglio\": \(json(sheet))")
    }
    if let path = profile.opened.recordPath {
      lines.append("\"percorso\": \(json(path.value.joined(separator: "/")))")
    }
    let multipliers = suggestion.multipliers
    if !multipliers.isEmpty {
      lines.append(
        "\"moltiplicatori\": {"
          + multipliers.map { "\(json($0.field)): \($0.told.multiplier)" }.joined(separator: ", ")
          + "}")
    }
    if profile.depth > 1 { lines.append("\"righe_intestazione\": \(profile.depth)") }
    if !profile.totalLabels.isEmpty {
      lines.append(
        "\"righe_totale\": [\(profile.totalLabels.map(json).joined(separator: ", "))]")
    }
    let groups = suggestion.groupLabels
    if !groups.isEmpty {
      let headers = groups.map { json($0.header) }.joined(separator: ", ")
      lines.append("\"solo_prima_riga\": [\(headers)]")
    }
    return "{\n  " + lines.joined(separator: ",\n  ") + "\n}\n"
  }

  private var columns: String {
    var lines = [
      "# Bozza: ogni riga è da rivedere. Le righe che cominciano con # non sono lette.",
      "campo,2000-01-01,nota",
    ]
    let best = suggestion.best
    let columns = suggestion.profile.columns
    for field in best.contract.fields {
      guard let i = best.chosen.firstIndex(where: { $0?.field.name == field.name }) else {
        continue
      }
      lines.append(suggestion.row(i))
    }
    let named = columns.indices.filter { !columns[$0].header.isEmpty && best.chosen[$0] == nil }
    lines += named.filter { suggestion.whyUnread[$0] != nil }.map(suggestion.row)
    let open = named.filter { suggestion.whyUnread[$0] == nil }
    if !open.isEmpty {
      lines.append(
        "# Da decidere: togliere # e scrivere il campo giusto, oppure - per non leggerla.")
    }
    lines += open.map(suggestion.row)
    lines += best.missing.map {
      DraftRows.missing(
        $0, isIdentity: $0.name == best.contract.identity, moment: momentOfAnswer,
        other: column(thatIsAlso: $0))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A chosen column of moments, each of another: the hour at which a form was filled in.
  private var momentOfAnswer: String? {
    zip(suggestion.profile.columns, suggestion.best.chosen).first { column, match in
      match != nil && column.share(.date) > 0.98 && column.variety > 0.98
    }?.0.header
  }

  /// The section of a register says which kind of organisation it is.
  private func column(thatIsAlso field: Field) -> (header: String, field: Field)? {
    guard case .code(let list, _) = field.kind else { return nil }
    let found = zip(suggestion.profile.columns, suggestion.best.chosen).first { column, match in
      match != nil && column.share(in: list) > 0.5
    }
    return found.flatMap { column, match in match.map { (column.header, $0.field) } }
  }

  /// Nil when every word is already known.
  private var values: String? {
    var lines: [String] = []
    for list in suggestion.words {
      if let why = list.withheld {
        lines.append("# \(list.field.name): le voci non note non sono elencate, \(why).")
      }
      lines += list.open.map { DraftRows.open($0, of: list.field) }
    }
    guard !lines.isEmpty else { return nil }
    return """
      # Bozza: scrivere il codice di ogni voce, oppure ND se non ne ha uno; senza codice la voce resta aperta.
      campo,valore,codice,motivo,deciso_da,deciso_il

      """ + lines.joined(separator: "\n") + "\n"
  }

  private var readme: String {
    """
    # Bozza di una fonte

    Scritta guardando `\((suggestion.file as NSString).lastPathComponent)`. Non è ancora una fonte: \
    una persona deve rivederla.

    1. `source.json`: completare editore e licenza (o accordo); politica `cumulativa` se ogni consegna \
    ripete tutto, `incrementale` se aggiunge.
    2. `columns.csv`: controllare ogni riga e decidere quelle che cominciano con #.
    3. `values.csv`: scrivere i codici delle voci, chi lo ha deciso e quando. Valgono anche per le \
    consegne che verranno.
    4. Spostare la cartella in `datasets/sources/<editore>/\(suggestion.dataset)` e mettere il file in \
    `deliveries/`, con il giorno all'inizio del nome: `2026-07-10.csv`.
    5. `tavolo check datasets/sources/<editore>/\(suggestion.dataset)`.

    ## Che cosa è stato visto

    ```
    \(suggestion.text)
    ```

    """
  }

  private func json(_ text: String) -> String {
    let data = try? JSONSerialization.data(
      withJSONObject: [text], options: [.withoutEscapingSlashes])
    return data.map { String(String(decoding: $0, as: UTF8.self).dropFirst().dropLast()) } ?? "\"\""
  }
}

extension SourceFolder {
  /// Refuses a draft that nobody has completed.
  func checkIsComplete() throws {
    for (key, value) in [("editore", settings.publisher), ("licenza", settings.licence)]
    where value == DraftFolder.toComplete {
      throw DescriptorError(
        file: path + "/source.json", message: "la chiave «\(key)» è ancora da completare")
    }
  }
}
