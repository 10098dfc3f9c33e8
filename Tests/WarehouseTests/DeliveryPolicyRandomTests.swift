import Testing

@testable import Warehouse

/// Two implementations of the delivery policy agree on random deliveries loaded in random order, some
/// of them more than once.
@Suite struct DeliveryPolicyRandomTests {
  @Test(arguments: 0..<60) func theViewsAgreeWithTheModel(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var deliveries = DeliveryPolicyRandomTests.deliveries(&random)
    // Some are read again, as after a change of their descriptor, and may then hold other rows.
    for delivery in deliveries where Int.random(in: 0..<4, using: &random) == 0 {
      var again = delivery
      again.rows = DeliveryPolicyRandomTests.rows(of: delivery.publisher, &random)
      deliveries.append(again)
    }
    deliveries.shuffle(using: &random)

    let store = try Store()
    var model = PolicyModel()
    for (step, delivery) in deliveries.enumerated() {
      let snapshot = try store.deliver(
        delivery.rows, as: delivery.name, on: delivery.day,
        from: .ofRequests(delivery.publisher, delivery.policy))
      try store.settle()
      model.load(delivery, snapshot: snapshot)
      #expect(try store.currentRequests() == model.currentRequests(), "after load \(step)")
    }
  }

  private static let publishers: [(String, Source.Policy)] = [
    ("comune", .cumulative), ("piattaforma", .incremental), ("ente", .incremental),
  ]

  private static func deliveries(_ random: inout SeededGenerator) -> [PolicyModel.Delivery] {
    publishers.flatMap { publisher, policy in
      (0..<Int.random(in: 1...4, using: &random)).map { i in
        // Days repeat, so that names must decide.
        let day = Day(number: 20_000 + Int32.random(in: 0...2, using: &random))
        return PolicyModel.Delivery(
          publisher: publisher, policy: policy, name: "\(day)-\(i).csv", day: day,
          rows: rows(of: publisher, &random))
      }
    }
  }

  private static func rows(
    of publisher: String, _ random: inout SeededGenerator
  ) -> [DeliveredRequest] {
    (0..<Int.random(in: 0...8, using: &random)).map { i in
      let other = publishers.randomElement(using: &random)!.0
      let isCopy = Int.random(in: 0..<3, using: &random) == 0
      return DeliveredRequest(
        "\(publisher)-\(Int.random(in: 0..<5, using: &random))", line: Int32(i + 2),
        origin: isCopy ? "\(other)-\(Int.random(in: 0..<5, using: &random))" : nil,
        isRefused: Int.random(in: 0..<6, using: &random) == 0)
    }
  }
}
