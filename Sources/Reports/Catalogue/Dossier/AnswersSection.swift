import Indicators

/// C: which answers exist, who can find them near home, how much room they have.
enum AnswersSection {
  static func section(_ dossier: Dossier) -> Section {
    let language = dossier.language
    let words = DossierPhrases.self
    let offer = "copertura-offerta"
    var offered = dossier.views.byModality(
      offer, dossier.scope.reference, wanted: dossier.brief.period, dimension: "servizio",
      codes: dossier.context.evidence.services, dimensionName: ViewPhrases.service[language],
      sheet: words.sheetOffer[language])
    if offered.isEmpty { offered = [dossier.views.absent(offer)] }
    return Section(
      id: "risposte", title: words.answersTitle[language],
      blocks: [.sentence(Sentence(words.answersLead[language]))],
      parts: [
        Section(id: "offerta", title: words.offerTitle[language], blocks: offered),
        Section(
          id: "posti", title: words.placesTitle[language],
          blocks: dossier.byComune("posti-per-100", sheet: words.sheetPlaces[language])),
      ])
  }
}
