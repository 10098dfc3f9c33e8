/// How people get in touch, by age, distance and day.
enum ChannelMix {
  private static let deskChannels: [Channel] = [
    .desk, .telephone, .email, .certifiedEmail, .proximityPoint, .home, .intermediary,
  ]
  private static let platformChannels: [Channel] = [
    .app, .platform, .proximityPoint, .telephone, .video,
  ]

  /// By age group (up to 17, 18–64, 65–79, 80 and over), near and far from the pole.
  private static let desk: [[WeightedChoice]] = [
    [[44, 18, 22, 4, 4, 0, 8], [34, 26, 22, 4, 8, 0, 6]],
    [[46, 18, 18, 6, 4, 0, 8], [36, 26, 18, 6, 8, 0, 6]],
    [[48, 26, 4, 1, 8, 3, 10], [32, 34, 3, 1, 16, 6, 8]],
    [[34, 36, 2, 0, 8, 12, 8], [18, 42, 1, 0, 18, 15, 6]],
  ].map { $0.map(WeightedChoice.init) }
  private static let platform: [[WeightedChoice]] = [
    [[46, 36, 10, 6, 2], [46, 28, 16, 6, 4]],
    [[48, 34, 10, 6, 2], [46, 26, 18, 6, 4]],
    [[22, 28, 34, 15, 1], [16, 18, 48, 16, 2]],
    [[10, 16, 50, 24, 0], [6, 9, 60, 24, 1]],
  ].map { $0.map(WeightedChoice.init) }

  static func channel(
    owner: RequestSource, ageGroup: Int, isFar: Bool, isWeekend: Bool, draw: Double
  ) -> Channel {
    if owner == .platform { return platformChannels[platform[ageGroup][isFar ? 1 : 0].pick(draw)] }
    // On Saturdays and Sundays nobody is at the desk: what arrives was written.
    if isWeekend { return draw < 0.8 ? .email : .certifiedEmail }
    return deskChannels[desk[ageGroup][isFar ? 1 : 0].pick(draw)]
  }
}

extension Channel {
  var isDigital: Bool {
    switch self {
    case .platform, .app, .email, .certifiedEmail, .video: true
    case .proximityPoint, .desk, .telephone, .home, .intermediary: false
    }
  }
}
