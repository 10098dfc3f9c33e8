extension EnglishTemplate {
  /// By dataset, its name and what a row of it is.
  static let contracts: [String: (title: String, meaning: String)] = [
    "abbinamenti": (
      "Matches proposed",
      "One row for each match proposed between a request and an offer."
    ),
    "accessi_pdp": (
      "Visits to the Proximity Points",
      "One row for each visit to a Proximity Point."
    ),
    "affidamenti": (
      "Contracts awarded",
      "One row for each award and awardee: in a grouping "
        + "the amount is repeated and is not to be summed."
    ),
    "assistenza_domande": (
      "Families seeking carers",
      "One row for each family that seeks a carer."
    ),
    "assistenza_incontri": (
      "Meetings of families and carers",
      "One row for each meeting proposed between a request and an offer of family care."
    ),
    "assistenza_offerte": ("Carers seeking families", "One row for each carer on offer."),
    "aziende": ("Corporate welfare", "One row for each company, year and service: overall values."),
    "candidature": (
      "Applications of organisations",
      "One row for each application of an organisation to give services on the platform."
    ),
    "capacita": (
      "Capacity",
      "One row for each organisation, service, municipality "
        + "and day of survey: places and hours available."
    ),
    "casi": ("Cases", "One row for each case taken in charge."),
    "contatti": (
      "Contacts",
      "One row for each contact at a desk, a single point "
        + "of access, a Proximity Point or by telephone (social information desk)."
    ),
    "enti": ("Organisations", "One row for each organisation."),
    "esiti_tavolo": (
      "Outcomes of the table",
      "One row for each decision of the table, from the sheet the dossier hands over."
    ),
    "finanziamenti": ("Funding", "One row for each statement of funding, with its day and origin."),
    "incontri": ("Meetings of the table", "One row for each meeting and organisation invited."),
    "indicatori_fisici": (
      "Physical indicators",
      "One row for each indicator and day: planned and achieved."
    ),
    "interventi": ("Funded interventions", "One row for each funded intervention."),
    "invii": (
      "Referrals",
      "One row for each referral of a person from one organisation to another."
    ),
    "leps": (
      "Essential levels (LEPS)",
      "One row for each district, essential level and day of survey."
    ),
    "liste_attesa": (
      "Waiting lists",
      "One row for each list and day of survey; if "
        + "the list has names, one row for each person waiting."
    ),
    "milestone": ("Milestones", "One row for each milestone of an intervention."),
    "osservazioni_tavolo": (
      "Observations of the table",
      "One row for each strength, weakness, opportunity or risk gathered."
    ),
    "pagamenti": ("Payments", "One row for each payment, or for each total paid by a day."),
    "personale": (
      "Staff",
      "One row for each municipality or district, year and "
        + "profile: staff of the social services in full-time equivalents."
    ),
    "popolazione": (
      "Resident population",
      "One row for each municipality, year, age (or band) and sex."
    ),
    "prestazioni": ("Services delivered", "One row for each service given."),
    "prevalenze": (
      "Prevalences",
      "One row for each user area, age band and "
        + "sex: share of residents with the need, from national surveys."
    ),
    "procedimenti": (
      "Proceedings",
      "One row for each proceeding of co-programming, co-design or accreditation."
    ),
    "progetti": ("Projects", "One row for each multi-year project of community welfare."),
    "proposte": ("Proposals", "One row for each proposal brought to the table."),
    "punti_prossimita": ("Proximity Points", "One row for each Proximity Point."),
    "raccolte": ("Fundraising", "One row for each gathering of money or goods."),
    "ricerche": (
      "Searches",
      "One row for each step of a search on the platform. Sessions are counted, never persons."
    ),
    "richieste": (
      "Requests",
      "One row for each need for a service expressed by a person or family."
    ),
    "risorse": (
      "Resources of citizens",
      "One row for each offer of time, skills or goods by a citizen."
    ),
    "risultati_progetto": (
      "Results of projects",
      "One row for each project, indicator and day: target and value reached."
    ),
    "scambi": ("Exchanges", "One row for each exchange between citizens."),
    "servizi": ("Services offered", "One row for each offer published."),
    "spesa_sociale": (
      "Social spending",
      "One row for each municipality or district, year, area "
        + "and service. Series of different sources are not chained."
    ),
    "tempi_percorrenza": ("Travel times", "One row for each pair of municipalities."),
    "trasporti": ("Transport", "One row for each need for transport expressed."),
    "volontari": (
      "Volunteers",
      "One row for each organisation, month and activity: volunteers and hours."
    ),
  ]
}
