/// Rows of the maps as a draft proposes them: what is sure as it will be read, what is not as a comment
/// or without its code.
enum DraftRows {
  static func row(_ cells: String...) -> String {
    cells.map(ProjectCSV.cell).joined(separator: ",")
  }

  /// A column that is sure enough.
  static func chosen(_ match: FieldMatch, header: String) -> String {
    row(match.field.name, header, "\(Suggestion.percent(match.score)): \(match.evidence)")
  }

  /// A column a person must decide about, with the fields it may be.
  static func open(_ candidates: [FieldMatch], header: String) -> String {
    // Who leaves the names of the columns out has a first row that is a person's.
    guard !Masking.holdsPersonalData(header) else {
      return "# "
        + row(
          "-", Masking.whole(header), "un dato personale: manca la riga dei nomi delle colonne?")
    }
    let likely = candidates.prefix(3)
    let why = likely.map { "\($0.field.name) \(Suggestion.percent($0.score))" }
    return "# "
      + row(
        likely.first?.field.name ?? "-", header,
        (why.isEmpty ? "nessun campo le somiglia" : "forse " + why.joined(separator: "; "))
          + DeletedRows.advice(header))
  }

  /// A field that must have a column and has none.
  ///
  /// - Parameters:
  ///   - isIdentity: what tells a row from every other cannot be the same in all.
  ///   - moment: a column of days and hours that are all different.
  ///   - other: a column taken for another field whose words are those of this one too.
  static func missing(
    _ field: Field, isIdentity: Bool, moment: String?, other: (header: String, field: Field)?
  ) -> String {
    let what = "obbligatorio e senza colonna: \(field.meaning)"
    guard isIdentity else {
      let also = other.map {
        "; può esserlo anche questa colonna, letta due volte: le sue voci sono sia di «\($0.field.name)» sia di"
          + " «\(field.name)»"
      }
      return "# "
        + row(
          field.name, other?.header ?? "",
          what + " Se è uguale per ogni riga si scrive =testo" + (also ?? ""))
    }
    return "# "
      + row(
        field.name, moment ?? "",
        what + " Serve un testo diverso in ogni riga e uguale in ogni consegna"
          + (moment == nil
            ? "" : "; se il modulo non ne ha, può esserlo questa colonna, letta anche come data"))
  }

  /// A word a person must decide about, with the codes it may mean.
  static func open(_ word: WordProposal, of field: Field) -> String {
    let near = word.candidates.map { candidate in
      candidate.code.isEmpty
        ? candidate.label
        : "\(candidate.code) \(candidate.label) \(Suggestion.percent(candidate.likeness))"
    }
    return row(
      field.name, word.word, "",
      (near.isEmpty ? "nessuna voce le somiglia" : "forse " + near.joined(separator: "; "))
        + " (\(word.count) \(word.count == 1 ? "cella" : "celle"))", "", "")
  }
}
