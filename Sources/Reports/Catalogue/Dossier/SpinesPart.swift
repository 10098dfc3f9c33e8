import Indicators
import Warehouse

/// Comuni of a table among all the others, in as many charts as can be looked at.
enum SpinesPart {
  private static let most = 6

  static func blocks(_ dossier: Dossier) -> [Block] {
    let (language, words) = (dossier.language, SpinePhrases.self)
    let cuts = PicturePart.indicators.compactMap { indicator in
      dossier.sliceForComuni(indicator).map { (indicator: indicator, slice: $0) }
    }
    let spreads = ComuneSpreads(dossier.context)
    let placed = dossier.scope.comuni.map {
      Spine($0, against: dossier.scope.reference, cuts: cuts, spreads, dossier.reader)
    }.filter { $0.lines.count > 1 }
    guard let any = placed.first else { return [] }
    let spines = chosen(placed)
    let apart = placed.compactMap { spine in
      spine.apart.map {
        Sentence(
          spine.comune.name + ". " + $0,
          spine.lines.filter(\.isDistinct).map(\.figure.observation.id))
      }
    }
    let count = words.shown(
      language, language.integer(placed.count), language.integer(spines.count))
    let table = Table(
      id: "spine-comuni", caption: words.eachCaption(language, dossier.scope.name),
      sheetName: words.each[language],
      columns: [Table.Column(ViewPhrases.comune[language], width: 26)]
        + Spine.columns(
          ViewPhrases.value[language], reference: dossier.reader.name(of: dossier.scope.reference),
          peers: words.ofTheirClass[language], language),
      rows: spines.flatMap { spine in
        spine.lines.map { [.text(spine.comune.name)] + spine.cells($0) }
      }
    ).without { index in
      index == Spine.peers + 1 && spines.allSatisfy { $0.lines.allSatisfy { $0.peers == nil } }
    }
    return [
      .sentence(Sentence(words.lead(language, any.referenceName))),
      .sentence(
        Sentence(count + (spines.count < placed.count ? " " + words.choice[language] : ""))),
      apart.isEmpty
        ? .sentence(Sentence(words.none(language, any.referenceName))) : .list(apart),
      .charts(spines.map { $0.chart(id: "g-spina-\($0.comune.code)") }, table),
    ]
  }

  /// Those that stand apart in most indicators, then those of which most is known; in the order they had,
  /// which is no ranking.
  private static func chosen(_ spines: [Spine]) -> [Spine] {
    func order(_ index: Int) -> (Int, Int, Int) {
      let spine = spines[index]
      return (-spine.lines.count(where: \.isDistinct), -spine.lines.count, index)
    }
    let indices = spines.indices.sorted { order($0) < order($1) }
    return indices.prefix(most).sorted().map { spines[$0] }
  }
}
