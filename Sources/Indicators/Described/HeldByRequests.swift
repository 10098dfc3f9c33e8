import Warehouse

/// What the first pass shows of all requests, and of each area, heading of services and channel, holds what
/// other indicators of requests count: where it is withheld they say nothing, and the few who are left of it
/// are looked at.
extension Computation {
  /// Tells an indicator of requests, counted where and when the first pass counts them, what holds it.
  func hold(_ member: inout CellProtection.Member) {
    let counting = member.counting
    guard counting.table == .serviceRequest, counting.when == .day(.requestedOn),
      counting.place == .comune
    else { return }
    let (dimensions, cells) = (member.table.dimensions, member.table.cells)
    @Sendable func id(_ key: CellTable.Key, _ dimension: String, _ modality: String) -> String {
      Observation(
        indicator: RequestsPerThousand.slug, territory: frame.units[key.unit],
        period: key.period, dimension: dimension, modality: modality
      ).id
    }
    @Sendable func whole(_ key: CellTable.Key) -> String {
      id(key, dimensions[key.dimension], key.code)
    }
    member.knowsWhole = [.facts, .waits].contains(counting.countedSets.all.kind)
    var all = CellProtection.Member.Holder()
    all.isWithheld = { requestsWithheld.contains(whole($0)) }
    if member.knowsWhole { all.count = { requestsShown[whole($0)] } }
    member.holders = [all]
    for (role, conditions) in [
      (CountRole.all, counting.filters), (.hits, counting.measure.conditions),
    ] {
      if conditions.contains(where: FirstContactsShown.holds) {
        var followed = CellProtection.Member.Holder()
        followed.count = { firstContacts.followed[whole($0)] }
        var contacted = CellProtection.Member.Holder(role: role)
        contacted.count = { key in
          // The share is of those that could be followed: of a share counted here, of its own.
          guard let share = firstContacts.contacted[whole(key)],
            let all = role == .hits ? cells[key]?.cases : firstContacts.followed[whole(key)]
          else { return nil }
          return Int((share * Double(all)).rounded())
        }
        member.holders += [followed, contacted]
      }
      for told in conditions.compactMap(HeadingsTold.init) {
        var holder = CellProtection.Member.Holder(role: role)
        holder.isWithheld = { key in
          told.codes.contains {
            requestsWithheld.contains(id(key, told.breakdown.dimension, $0))
          }
        }
        if member.knowsWhole, told.isKept {
          holder.count = { key in
            // Of a cell of another breakdown the first pass shows no heading.
            if key.dimension != 0 { return nil }
            var sum = 0
            for code in told.codes {
              guard let count = requestsShown[id(key, told.breakdown.dimension, code)] else {
                return nil
              }
              sum += count
            }
            return sum
          }
        }
        member.holders.append(holder)
      }
    }
  }
}

/// What the time to first contact (RT1) shows, by the cell of the requests: of a share contacted sooner, those
/// contacted between the two and those RT1 follows beside it are told by subtraction.
struct FirstContactsShown: Sendable {
  private(set) var followed: [String: Int] = [:]
  /// Share by the first of its horizons.
  private(set) var contacted: [String: Double] = [:]

  init(_ published: [Observation]) {
    let slug = ResponseTime.firstContact.definition.slug
    for one in published where one.indicator.hasPrefix(slug + ".") {
      guard let whole = one.denominator else { continue }
      var requests = one
      requests.indicator = RequestsPerThousand.slug
      followed[requests.id] = Int(whole)
      if one.indicator == "\(slug).entro-\(Publication.horizons[0])" {
        contacted[requests.id] = one.value
      }
    }
  }

  /// True of a first contact sooner than that.
  static func holds(_ condition: Condition) -> Bool {
    guard case .within(.requestedOn, .firstResponseOn, let days) = condition else { return false }
    return days < Publication.horizons[0]
  }
}

/// The headings of a breakdown of the first pass that a condition tells from the others.
private struct HeadingsTold {
  let breakdown: Counting.Breakdown
  let words: Set<String>
  let codes: Set<String>
  /// False where they are what the condition leaves out.
  let isKept: Bool

  init?(_ condition: Condition) {
    guard case .isOne(let field, let words) = condition.positive,
      let breakdown = [Counting.Breakdown.area, .service, .channel].first(where: {
        $0.field == field
      })
    else { return nil }
    self.breakdown = breakdown
    self.words = Set(words)
    codes = Set(words.map { breakdown.code(of: $0) })
    if case .isOne = condition { isKept = true } else { isKept = false }
  }
}
