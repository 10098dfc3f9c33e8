import Foundation

/// Zeroed memory for a table that is looked up at random: in the system's large pages where it is large
/// enough, because finding a small page costs as much as the look itself.
final class LargeBlock {
  private static let page = 2 << 20

  let start: UnsafeMutableRawPointer

  init(bytes: Int) {
    let isLarge = bytes >= LargeBlock.page
    var block: UnsafeMutableRawPointer?
    guard posix_memalign(&block, isLarge ? LargeBlock.page : 64, bytes) == 0, let block else {
      preconditionFailure("\(bytes >> 20) MiB of memory")
    }
    #if os(Linux)
      // An advice: where it is not followed the table is only slower.
      if isLarge { madvise(block, bytes, MADV_HUGEPAGE) }
    #endif
    memset(block, 0, bytes)
    start = block
  }

  deinit { free(start) }
}
