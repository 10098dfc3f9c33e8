import Indicators
import Warehouse

/// Who offers what and where, from the offers active at the as-of date.
struct ProviderNetwork {
  let evidence: Evidence
  /// Organisations with an active offer, by comune and first-level service.
  private let covering: [ComuneCode: [String: Set<String>]]

  init(_ evidence: Evidence) {
    self.evidence = evidence
    let everywhere = evidence.territory.comuni.map(\.code)
    var covering: [ComuneCode: [String: Set<String>]] = [:]
    for provider in evidence.providers {
      for offer in provider.offers where !offer.isPlaceWithheld {
        for comune in offer.comuni.isEmpty ? everywhere : offer.comuni {
          covering[comune, default: [:]][String(offer.service.prefix(1)), default: []]
            .insert(provider.fiscalCode)
        }
      }
    }
    self.covering = covering
  }

  /// First-level services.
  var services: [NamedCode] { evidence.services.filter { $0.code.utf8.count == 1 } }

  func count(_ comune: ComuneCode, _ service: String) -> Int {
    covering[comune]?[service]?.count ?? 0
  }

  /// Who offers anything in a comune, with the first-level services of it.
  func offering(in comune: ComuneCode) -> [(provider: ProviderProfile, services: [NamedCode])] {
    guard let here = covering[comune] else { return [] }
    return evidence.providers.compactMap { provider in
      let offered = services.filter { here[$0.code]?.contains(provider.fiscalCode) == true }
      return offered.isEmpty ? nil : (provider, offered)
    }
  }

  /// True when one organisation alone answers all that is offered in a comune.
  func hasSingleProvider(_ comune: ComuneCode) -> Bool {
    Set((covering[comune] ?? [:]).values.flatMap(\.self)).count == 1
  }

  /// Organisations with an active offer and no delivery in the twelve months, where deliveries of
  /// someone are known at all.
  var idle: [ProviderProfile] {
    guard evidence.providers.contains(where: { $0.deliveries != nil }) else { return [] }
    return evidence.providers.filter {
      !$0.offers.isEmpty && $0.deliveries == nil && !$0.isWithheld
    }
  }
}
