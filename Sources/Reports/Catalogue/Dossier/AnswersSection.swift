import Indicators

/// C: which answers exist, who can find them near home, how much room they have.
enum AnswersSection {
  static func section(_ dossier: Dossier) -> Section {
    let language = dossier.language
    let words = DossierPhrases.self
    let offer = "copertura-offerta"
    var offered = dossier.byModality(
      offer, dimension: "servizio", codes: dossier.context.evidence.services,
      name: ViewPhrases.service[language], sheet: words.sheetOffer[language])
    if offered.isEmpty { offered = [dossier.absent(offer)] }
    return Section(
      id: "risposte", title: words.answersTitle[language],
      blocks: [.sentence(Sentence(words.answersLead[language]))],
      parts: [
        Section(id: "offerta", title: words.offerTitle[language], blocks: offered),
        Section(
          id: "posti", title: words.placesTitle[language],
          blocks: dossier.byComune("posti-per-100", sheet: words.sheetPlaces[language])),
        dossier.declared(.offer), dossier.declared(.network), dossier.declared(.access),
        NextPointPart.section(dossier),
      ].compactMap(\.self))
  }
}
