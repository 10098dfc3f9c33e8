import Indicators

/// What the datasets are called where people read of them; programs know them by code.
enum DatasetPhrases {
  /// The code itself where it is no dataset's.
  static func name(_ code: String) -> Text { names[code] ?? .both(code) }

  private static let names: [String: Text] = [
    "richieste": Text(it: "Richieste", en: "Requests"),
    "contatti": Text(it: "Contatti", en: "Contacts"),
    "casi": Text(it: "Casi", en: "Cases"),
    "prestazioni": Text(it: "Prestazioni", en: "Services delivered"),
    "invii": Text(it: "Invii", en: "Referrals"),
    "liste_attesa": Text(it: "Liste d'attesa", en: "Waiting lists"),
    "abbinamenti": Text(it: "Abbinamenti", en: "Matches proposed"),
    "enti": Text(it: "Enti", en: "Organisations"),
    "candidature": Text(it: "Candidature", en: "Applications of organisations"),
    "servizi": Text(it: "Servizi offerti", en: "Services offered"),
    "capacita": Text(it: "Capacità", en: "Capacity"),
    "volontari": Text(it: "Volontari", en: "Volunteers"),
    "raccolte": Text(it: "Raccolte", en: "Fundraising"),
    "punti_prossimita": Text(it: "Punti di Prossimità", en: "Proximity Points"),
    "accessi_pdp": Text(
      it: "Accessi ai Punti di Prossimità", en: "Visits to the Proximity Points"),
    "ricerche": Text(it: "Ricerche", en: "Searches"),
    "risorse": Text(it: "Risorse dei cittadini", en: "Resources of citizens"),
    "scambi": Text(it: "Scambi", en: "Exchanges"),
    "assistenza_domande": Text(
      it: "Domande di assistenza familiare", en: "Families seeking carers"),
    "assistenza_offerte": Text(
      it: "Offerte di assistenza familiare", en: "Carers seeking families"),
    "assistenza_incontri": Text(
      it: "Incontri fra famiglie e assistenti", en: "Meetings of families and carers"),
    "trasporti": Text(it: "Trasporti", en: "Transport"),
    "aziende": Text(it: "Welfare aziendale", en: "Corporate welfare"),
    "popolazione": Text(it: "Popolazione residente", en: "Resident population"),
    "spesa_sociale": Text(it: "Spesa sociale", en: "Social spending"),
    "personale": Text(it: "Personale", en: "Staff"),
    "leps": Text(it: "LEPS", en: "Essential levels (LEPS)"),
    "tempi_percorrenza": Text(it: "Tempi di percorrenza", en: "Travel times"),
    "prevalenze": Text(it: "Prevalenze", en: "Prevalences"),
    "interventi": Text(it: "Interventi", en: "Funded interventions"),
    "finanziamenti": Text(it: "Finanziamenti", en: "Funding"),
    "pagamenti": Text(it: "Pagamenti", en: "Payments"),
    "affidamenti": Text(it: "Affidamenti", en: "Contracts awarded"),
    "milestone": Text(it: "Traguardi", en: "Milestones"),
    "indicatori_fisici": Text(it: "Indicatori fisici", en: "Physical indicators"),
    "progetti": Text(it: "Progetti", en: "Projects"),
    "risultati_progetto": Text(it: "Risultati dei progetti", en: "Results of projects"),
    "procedimenti": Text(it: "Procedimenti", en: "Proceedings"),
    "incontri": Text(it: "Incontri del tavolo", en: "Meetings of the table"),
    "proposte": Text(it: "Proposte", en: "Proposals"),
    "osservazioni_tavolo": Text(it: "Osservazioni del tavolo", en: "Observations of the table"),
    "esiti_tavolo": Text(it: "Esiti del tavolo", en: "Outcomes of the table"),
  ]
}
