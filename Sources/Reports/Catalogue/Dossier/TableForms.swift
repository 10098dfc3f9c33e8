import Indicators

/// The blank sheets of what is said at a meeting before anything is decided: remarks and proposals, which come
/// back as deliveries of their datasets.
enum TableForms {
  static let blankRows = 40

  static func all(_ dossier: Dossier) -> [Form] {
    [remarks(dossier), proposals(dossier), DecisionForm.form(dossier)]
  }

  private static func remarks(_ dossier: Dossier) -> Form {
    let language = dossier.language
    let words = FormPhrases.self
    return Form(
      sheetName: "osservazioni_tavolo", caption: words.remarksCaption[language],
      columns: [
        procedure(dossier),
        choice("tipo", words.kind, 18, RemarkPhrases.kinds, language) { RemarkPhrases.one($0) },
        Form.Column(field: "testo", prompt: words.remark[language], width: 60),
      ] + theme(dossier) + [
        Form.Column(field: "ente", prompt: words.voice[language], width: 18)
      ], blankRows: blankRows)
  }

  private static func proposals(_ dossier: Dossier) -> Form {
    let language = dossier.language
    let words = FormPhrases.self
    let proposers = ["ets", "comune", "cittadini", "impresa", "parte_sociale"]
    return Form(
      sheetName: "proposte", caption: words.proposalsCaption[language],
      columns: [
        procedure(dossier),
        Form.Column(field: "numero", prompt: words.number[language], width: 10),
        Form.Column(field: "testo", prompt: words.proposal[language], width: 60),
        choice("proponente_tipo", words.proposer, 18, proposers, language) {
          ModalityPhrases.name("proponente", $0) ?? .both($0)
        },
        choice("stato", words.state, 16, ProposalPhrases.states, language) {
          ProposalPhrases.name(ofState: $0)
        },
        Form.Column(field: "motivazione", prompt: words.grounds[language], width: 44),
      ] + theme(dossier) + [
        Form.Column(field: "ente", prompt: words.voice[language], width: 18)
      ], blankRows: blankRows)
  }

  static func procedure(_ dossier: Dossier) -> Form.Column {
    Form.Column(
      field: "id_procedimento", prompt: DecisionPhrases.procedure[dossier.language], width: 24,
      choices: [dossier.brief.procedure], meanings: [dossier.brief.title[dossier.language]])
  }

  private static func theme(_ dossier: Dossier) -> [Form.Column] {
    let evidence = dossier.context.evidence
    let language = dossier.language
    return [
      Form.Column(
        field: "area_utenza", prompt: FormPhrases.userArea[language], width: 14,
        choices: evidence.userAreas.map(\.code),
        meanings: evidence.userAreas.map { $0.name[language] }),
      Form.Column(
        field: "servizio", prompt: DecisionPhrases.service[language], width: 14,
        choices: evidence.services.map(\.code),
        meanings: evidence.services.map { $0.name[language] }),
    ]
  }

  private static func choice(
    _ field: String, _ prompt: Text, _ width: Double, _ codes: [String], _ language: Language,
    _ name: (String) -> Text
  ) -> Form.Column {
    Form.Column(
      field: field, prompt: prompt[language], width: width, choices: codes,
      meanings: codes.map { name($0)[language] })
  }
}

/// The words of the sheets to fill in.
enum FormPhrases {
  static let remarksCaption = Text(
    it: "Modulo: le osservazioni del tavolo, da compilare e restituire",
    en: "Form: the remarks of the table, to fill in and hand back")
  static let proposalsCaption = Text(
    it: "Modulo: le proposte al tavolo, da compilare e restituire",
    en: "Form: the proposals to the table, to fill in and hand back")
  static let kind = Text(
    it: "Forza, debolezza, opportunità o rischio.",
    en: "Strength, weakness, opportunity or risk.")
  static let remark = Text(
    it: "L'osservazione; nessun dato di persone.", en: "The remark; nothing about persons.")
  static let voice = Text(
    it: "Codice fiscale dell'ente che parla; mai di una persona.",
    en: "Fiscal code of the organisation that speaks; never of a person.")
  static let userArea = Text(it: "Area di utenza.", en: "User area.")
  static let number = Text(
    it: "Numero della proposta nel procedimento.", en: "Number of the proposal in the procedure.")
  static let proposal = Text(
    it: "La proposta; nessun dato di persone.", en: "The proposal; nothing about persons.")
  static let proposer = Text(it: "Chi propone.", en: "Who proposes.")
  static let state = Text(it: "A che punto è.", en: "How far it is.")
  static let grounds = Text(
    it: "Perché il tavolo ha deciso così.", en: "Why the table decided so.")
}
