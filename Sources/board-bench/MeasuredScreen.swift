import Glibc
import SystemCalls

/// A program on a pseudo-terminal of 160 × 50, with a clock on what it sends.
final class MeasuredScreen {
  private let main: Int32
  private let child: MeasuredChild
  private let system: HostSystem

  init(_ command: [String], system: HostSystem) throws(BenchError) {
    self.system = system
    // As grantpt, unlockpt and ptsname do, which the headers show only to GNU programs.
    main = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var lock: Int32 = 0
    var number: Int32 = 0
    var size = winsize(ws_row: 50, ws_col: 160, ws_xpixel: 0, ws_ypixel: 0)
    guard main >= 0, unsafe ioctl(main, 0x4004_5431, &lock) == 0, unsafe ioctl(main, 0x8004_5430, &number) == 0,
      unsafe ioctl(main, UInt(TIOCSWINSZ), &size) == 0
    else { throw .program("a pseudo-terminal") }
    child = try MeasuredChild(command, terminal: "/dev/pts/\(number)")
  }

  deinit { close(main) }

  /// Reads until nothing came for a while; when the last of it came, and how many bytes it was.
  ///
  /// - Parameter patience: How long to wait for the first of it, in milliseconds.
  func settle(quiet: Int32 = 40, patience: Int32 = 5000) -> (last: Int64, bytes: Int) {
    var last = system.monotonic()
    var bytes = 0
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var wait = patience
    while true {
      var entry = pollfd(fd: main, events: Int16(POLLIN), revents: 0)
      guard unsafe poll(&entry, 1, wait) > 0 else { return (last, bytes) }
      let size = buffer.count
      let count = unsafe read(main, &buffer, size)
      guard count > 0 else { return (last, bytes) }
      last = system.monotonic()
      bytes += count
      wait = quiet
    }
  }

  /// Presses a key; the milliseconds until the last byte of the answer, and the bytes.
  func press(_ key: String) -> (milliseconds: Double, bytes: Int) {
    let start = system.monotonic()
    let bytes = Array(key.utf8)
    _ = unsafe write(main, bytes, bytes.count)
    let answer = settle(quiet: 15, patience: 500)
    return (Double(answer.last - start) / 1e6, answer.bytes)
  }

  /// How often it is woken in so many seconds in which nothing happens, a second.
  func wakeUpsAtRest(seconds: Int) -> Double {
    let before = child.wakeUps()
    system.sleep(milliseconds: seconds * 1000)
    return Double(child.wakeUps() - before) / Double(seconds)
  }

  /// Ends it as a closed window does.
  func end() -> MeasuredChild.Cost {
    child.end()
    return child.wait()
  }
}
