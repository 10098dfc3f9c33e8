/// What systems and office programs leave beside files and do not show to whoever puts them there.
enum SystemTraces {
  static func isOne(_ name: some StringProtocol) -> Bool {
    name.hasPrefix(".") || name.hasPrefix("~$")
      || ["thumbs.db", "desktop.ini"].contains(name.lowercased())
  }
}
