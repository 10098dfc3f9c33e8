import Indicators
import Warehouse

/// `enti/<codice>`: the card of an organisation: its own numbers in clear, the others only as a
/// distribution.
enum ProviderReport: ReportKind {
  static func drafts(_ context: ReportContext) -> [Draft] {
    let network = ProviderNetwork(context.evidence)
    return context.evidence.providers.map { provider in { report(provider, network, context) } }
  }

  static func path(_ provider: ProviderProfile) -> String { "enti/" + provider.fiscalCode }

  private static func report(
    _ provider: ProviderProfile, _ network: ProviderNetwork, _ context: ReportContext
  ) -> Report {
    let language = context.language
    let words = NetworkPhrases.self
    let card = ProviderCard(provider: provider, network: network, context: context)
    let missing = card.missingServices()
    var report = Report(
      path: path(provider), language: language, title: provider.name,
      subtitle: words.cardSubtitle(
        language, words.name(ofKind: provider.kind)[language], provider.fiscalCode),
      lead: [words.cardLead[language]],
      sections: [
        card.summary(missing), card.activity(), card.opportunities(missing), card.territories(),
        card.comparison(), card.referrals(), card.projects(), card.quality(), card.identity(),
      ].compactMap(\.self),
      trail: [
        ReportCatalogue.home(context), Link(words.title[language], .page("rete.html")),
      ])
    report.hasWorkbook = true
    return report
  }
}
