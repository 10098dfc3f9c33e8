import Indicators
import Warehouse

/// A comune among the others, indicator by indicator: where it stands in the spread of all, against a
/// territory it is part of and against the comuni of its class.
struct Spine {
  struct Line {
    var label: String
    var figure: Figure
    var reference: Figure
    var spread: ComuneSpreads.Spread
    var peers: Double?

    /// It stands apart from the reference beyond the margin of error.
    var isDistinct: Bool {
      switch Separation(figure.observation, from: reference.observation) {
      case .above, .below: true
      case .indistinct, .unjudged, .unlike, .unknown: false
      }
    }
  }

  let comune: TerritoryAtlas.Comune
  let reference: TerritoryKey
  /// Of the indicators that can be placed.
  let lines: [Line]
  private let reader: EvidenceReader
  private var language: Language { reader.language }
  private var words: SpinePhrases.Type { SpinePhrases.self }

  init(
    _ comune: TerritoryAtlas.Comune, against reference: TerritoryKey,
    cuts: [(indicator: String, slice: Slice)], _ spreads: ComuneSpreads, _ reader: EvidenceReader
  ) {
    self.comune = comune
    self.reference = reference
    self.reader = reader
    lines = cuts.compactMap { indicator, slice in
      guard let figure = reader.figure(indicator, comune.key, slice),
        figure.observation.value != nil,
        let common = reader.figure(indicator, reference, slice), common.observation.value != nil,
        // Few comuni make no spread.
        let spread = spreads.spread(of: indicator, in: slice), spread.values.count >= 5
      else { return nil }
      let name = figure.name[reader.language]
      return Line(
        label: slice.label.map { name + ", " + lowercasedFirst($0) } ?? name, figure: figure,
        reference: common, spread: spread,
        peers: comune.innerAreaGroup.flatMap { spread.medians[$0] })
    }
  }

  /// As it is called in a sentence.
  var referenceName: String {
    reference == .total ? words.whole[language] : words.quoted(language, reader.name(of: reference))
  }

  /// The comuni it is among, of whom there may be too few, or who are unknown.
  var peersName: String {
    comune.innerAreaGroup.map { words.peers(language, $0) } ?? words.noPeers[language]
  }

  func chart(id: String) -> Chart {
    Chart(
      id: id, title: words.caption(language, comune.name),
      description: words.count(language, language.integer(lines.count)) + " "
        + (apart ?? words.none(language, referenceName)),
      kind: .spine(
        lines.map(row),
        reference: reference == .total
          ? ComunePhrases.wholeTerritory[language] : reader.name(of: reference),
        peers: peersName))
  }

  /// Which stand apart from the reference, and whether that is for the better; nil where none does.
  var apart: String? {
    func names(_ verdict: Verdict?) -> String {
      lines.filter { line in
        line.isDistinct
          && Separation(line.figure.observation, from: line.reference.observation)
            .verdict(line.figure.direction) == verdict
      }.map { lowercasedFirst($0.label) }.joined(separator: "; ")
    }
    let said = [
      (words.better, names(.better)), (words.worse, names(.worse)), (words.other, names(nil)),
    ].filter { !$0.1.isEmpty }.map { $0(language, $1, referenceName) }
    return said.isEmpty ? nil : said.joined(separator: " ")
  }

  private func row(_ line: Line) -> Chart.SpineRow {
    let value = line.figure.observation.value!
    return Chart.SpineRow(
      label: line.label, value: value, text: line.figure.said(value, language),
      isDistinct: line.isDistinct, spread: line.spread.band,
      reference: line.reference.observation.value!, peers: line.peers,
      higherIsRight: line.figure.direction != .lowerIsBetter)
  }

  // MARK: The table

  /// The column of the comuni alike.
  static let peers = 5

  /// - Parameters:
  ///   - name: of the comune, or what stands for many.
  ///   - peers: what the comuni alike are called.
  static func columns(
    _ name: String, reference: String, peers: String, _ language: Language
  ) -> [Table.Column] {
    [
      Table.Column(ViewPhrases.indicator[language], width: 44),
      Table.Column(ViewPhrases.period[language]), Table.Column(name, .number),
      Table.Column(ViewPhrases.interval[language], .interval),
      Table.Column(reference, .number), Table.Column(peers, .number),
      Table.Column(SpinePhrases.lowest[language], .number),
      Table.Column(SpinePhrases.highest[language], .number),
      Table.Column(ComunePhrases.standing[language]),
    ]
  }

  func cells(_ line: Line) -> [Cell] {
    func number(_ value: Double?) -> Cell {
      value.map { Cell(.number($0, line.figure.style)) } ?? Cell(.none, mark: .notApplicable)
    }
    return [
      IndicatorViews.name(line.figure, line.figure.title(language)),
      .text(language.name(of: line.figure.observation.period)), reader.cell(line.figure),
      reader.interval(line.figure), reader.cell(line.reference), number(line.peers),
      number(line.spread.values.first), number(line.spread.values.last),
      .text(IndicatorViews(reader: reader).standing(line.figure, line.reference)),
    ]
  }
}
