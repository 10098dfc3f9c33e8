/// Small systems of linear equations.
enum LinearSystem {
  /// The x with A x = b, by elimination with partial pivoting; nil when A is singular.
  static func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double]? {
    var a = matrix
    var b = right
    let n = b.count
    let scale = a.joined().reduce(0) { max($0, abs($1)) }
    for column in 0..<n {
      let pivot = (column..<n).max { abs(a[$0][column]) < abs(a[$1][column]) }!
      guard abs(a[pivot][column]) > scale * 1e-13 else { return nil }
      a.swapAt(column, pivot)
      b.swapAt(column, pivot)
      for row in (column + 1)..<max(n, column + 1) {
        let factor = a[row][column] / a[column][column]
        if factor == 0 { continue }
        for j in column..<n { a[row][j] -= factor * a[column][j] }
        b[row] -= factor * b[column]
      }
    }
    var x = b
    for row in (0..<n).reversed() {
      for j in (row + 1)..<max(n, row + 1) { x[row] -= a[row][j] * x[j] }
      x[row] /= a[row][row]
    }
    return x
  }
}
