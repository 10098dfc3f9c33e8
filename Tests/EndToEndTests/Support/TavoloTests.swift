import Testing

/// The suites that run the command are left out where it is not built: that must not go unnoticed.
@Suite struct TavoloTests {
  @Test func theCommandIsBuilt() { #expect(Tavolo.path != nil) }
}
