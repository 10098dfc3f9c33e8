/// How well the cells of a column fit a field, from 0 to 1, and in which words to say it.
struct FieldFit {
  let score: Double
  /// The cells alone say which field it is: a CUP can be nothing else.
  let isTelling: Bool
  let evidence: String

  private init(_ score: Double, _ evidence: String, isTelling: Bool = false) {
    self.score = score
    self.evidence = evidence
    self.isTelling = isTelling && score >= 0.8
  }

  /// Nil for a column without cells.
  init?(_ column: ColumnProfile, _ field: Field, identity: Bool) {
    guard column.filled > 0 else { return nil }
    func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
    func share(_ trait: ColumnProfile.Trait, _ what: String, isTelling: Bool = false) -> FieldFit {
      let share = column.share(trait)
      return FieldFit(share, "\(percent(share)) \(what)", isTelling: isTelling)
    }
    switch field.kind {
    case .month where column.share(.month) > column.share(.date): self = share(.month, "mesi")
    case .date, .month:
      // The day of the export, on every row, is not the day of anything in the row.
      self =
        column.isOneForAll
        ? FieldFit(min(0.4, column.share(.date)), "la stessa data in ogni riga")
        : share(.date, "date")
    case .person:
      let codes = column.share(.personCode)
      if codes >= 0.5 {
        self = FieldFit(1, "\(percent(codes)) codici fiscali", isTelling: true)
      } else if column.share(.organisation) > 0.9 {
        // Temporary codes of persons look the same, but a whole column of them is of organisations.
        self = FieldFit(0.05, "codici di 11 cifre, come quelli degli enti")
      } else {
        let isLocal =
          column.share(.identifierLike) > 0.7 && column.share(.date) < 0.1
          && column.share(.year) < 0.5
        self = FieldFit(isLocal ? 0.45 : 0.05, isLocal ? "codici di un solo pezzo" : "non codici")
      }
    case .organisation, .organisations:
      self = share(.organisation, "codici di 11 cifre con il controllo giusto")
    case .cup: self = share(.cup, "CUP", isTelling: true)
    case .comune, .place: self = share(.comune, "comuni riconosciuti", isTelling: true)
    case .comuni: self = share(.manyComuni, "comuni o elenchi di comuni")
    case .yesNo:
      self =
        column.words.count <= 4
        ? share(.yesNo, "sì o no") : FieldFit(0, "troppe voci per un sì o no")
    case .ageBand:
      let bands = column.share(.ageBand)
      let ages = column.share(.smallNumber)
      self = FieldFit(max(bands, ages * 0.6), "\(percent(max(bands, ages))) età o fasce")
    case .decimal where field.countsHours:
      let lengths = column.share(.duration)
      self = lengths > column.share(.number) ? share(.duration, "durate") : share(.number, "numeri")
    case .euro where column.share(.percentage) > 0.5 || NumberScale.saysPercent(column.header):
      self = FieldFit(0.05, "percentuali, non importi")
    case .euro, .decimal: self = share(.number, "numeri")
    case .quantity:
      let numbers = column.share(.number)
      let durations = numbers < 0.9 && column.meanLength <= 8 ? 0.6 : 0
      self = FieldFit(max(numbers, durations), "\(percent(numbers)) numeri")
    case .integer(let range):
      let isYears = range.lowerBound >= 1800 && range.upperBound <= 2200
      self =
        isYears
        ? share(.year, "anni") : share(.whole, "numeri interi")
    case .code(let list, _): self = FieldFit.words(column, column.share(in: list))
    case .codes(let list): self = FieldFit.words(column, column.share(joinedIn: list))
    case .identifier: self = FieldFit.identifier(column, isKey: identity)
    case .text, .ownWord:
      let isOther = max(column.share(.date), column.share(.number), column.share(.personCode))
      self = FieldFit(isOther > 0.5 ? 0.1 : 0.5, isOther > 0.5 ? "non testi" : "testi")
    }
  }

  /// A column of words of a list: known ones prove it, few and repeated ones allow it.
  private static func words(_ column: ColumnProfile, _ known: Double) -> FieldFit {
    let percent = "\(Int((known * 100).rounded())) % voci dell'elenco"
    // The names of services are long: sentences are those that nobody writes twice.
    let isSentence = column.share(.sentence) > 0.3 && !column.repeatsItsTexts
    let isOther = max(column.share(.date), column.share(.personCode)) > 0.3
    if isOther || isSentence { return FieldFit(min(known, 0.1), "non voci di un elenco") }
    let repeats = !column.hasManyWords && (column.words.count <= 12 || column.variety < 0.3)
    if known < 0.3, repeats, column.share(.number) < 0.5 {
      return FieldFit(0.4, "\(column.words.count) voci che si ripetono, \(percent)")
    }
    return FieldFit(known, percent)
  }

  private static func identifier(_ column: ColumnProfile, isKey: Bool) -> FieldFit {
    if max(column.share(.date), column.share(.sentence), column.share(.personCode)) > 0.5 {
      return FieldFit(0.05, "non codici")
    }
    guard isKey else { return FieldFit(0.5, "codici") }
    return column.variety > 0.9
      ? FieldFit(0.8, "valori quasi tutti diversi") : FieldFit(0.2, "valori che si ripetono")
  }
}

extension Field.Kind {
  /// Which one of many: a thing or a person.
  var tellsWhich: Bool {
    switch self {
    case .identifier, .person: true
    default: false
    }
  }

  /// Whether cells alone may say that a column is of this kind, whatever it is called.
  var tellsByItsCells: Bool {
    switch self {
    case .person, .cup, .comune, .place: true
    default: false
    }
  }
}
