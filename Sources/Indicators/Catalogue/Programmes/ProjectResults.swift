import Warehouse

extension Computation {
  func projectResults() throws -> [(
    project: String, code: String, value: Double, target: Double, day: Day
  )] {
    var newest: [String: (project: String, code: String, value: Double, target: Double, day: Day)] =
      [:]
    try each(.projectResult) { fact in
      guard let project = fact.text(.projectID), let code = fact.text(.code),
        let value = fact.real(.value),
        let target = fact.real(.target), let day = fact.happened(.measuredOn, by: asOf)
      else { return }
      let key = project + ":" + code
      if newest[key].map({ $0.day <= day }) ?? true {
        newest[key] = (project, code, value, target, day)
      }
    }
    return newest.sorted { $0.key < $1.key }.map(\.value)
  }

  /// The planned course of every indicator of every project, by `project:indicator`: its cumulated target
  /// at each survey, by day.
  func projectPlans() throws -> [String: [(day: Day, target: Double)]] {
    var plans: [String: [Day: Double]] = [:]
    try each(.projectResult) { fact in
      guard let project = fact.text(.projectID), let code = fact.text(.code),
        let target = fact.real(.target), let day = fact.happened(.measuredOn, by: asOf)
      else { return }
      plans[project + ":" + code, default: [:]][day] = target
    }
    return plans.mapValues { plan in
      plan.sorted { $0.key < $1.key }.map { (day: $0.key, target: $0.value) }
    }
  }
}
