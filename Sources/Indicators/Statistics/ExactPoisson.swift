/// Exact interval of the mean of a Poisson count.
public enum ExactPoisson {
  /// Garwood, F. (1936), *Biometrika* 28: the gamma quantiles `G(α/2; x)` and `G(1−α/2; x+1)`,
  /// the same as `χ²(α/2; 2x)/2` and `χ²(1−α/2; 2x+2)/2`. The lower limit of zero is zero.
  ///
  /// In events: divide both limits by the population to make them a rate.
  public static func interval(
    count: Int, level: Double = ConfidenceInterval.usualLevel
  ) -> ConfidenceInterval {
    precondition(count >= 0, "a count")
    let tail = (1 - level) / 2
    return ConfidenceInterval(
      lower: count == 0 ? 0 : GammaDistribution.quantile(tail, shape: Double(count)),
      upper: GammaDistribution.quantile(1 - tail, shape: Double(count) + 1))
  }
}
