import Glibc

extension HostSystem {
  package func now() -> WallTime { WallTime(nanoseconds: clock(CLOCK_REALTIME)) }

  package func monotonic() -> Int64 { clock(CLOCK_MONOTONIC) }

  private func clock(_ id: clockid_t) -> Int64 {
    var time = timespec()
    guard unsafe clock_gettime(id, &time) == 0 else { preconditionFailure("Linux has clock \(id)") }
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  package func localTime(at time: WallTime) -> LocalTime {
    var seconds = time_t(time.seconds)
    var fields = unsafe tm()
    // localtime_r need not look at TZ; tzset does.
    tzset()
    guard unsafe localtime_r(&seconds, &fields) != nil else { preconditionFailure("a year beyond 32 bits") }
    return unsafe LocalTime(
      year: Int(fields.tm_year) + 1900, month: Int(fields.tm_mon) + 1, day: Int(fields.tm_mday),
      hour: Int(fields.tm_hour), minute: Int(fields.tm_min), second: Int(fields.tm_sec))
  }

  package func sleep(milliseconds: Int) {
    var wanted = timespec(tv_sec: milliseconds / 1000, tv_nsec: milliseconds % 1000 * 1_000_000)
    var left = timespec()
    while unsafe nanosleep(&wanted, &left) == -1, Errno.last == .interrupted { wanted = left }
  }

  package func randomBytes(count: Int) -> [UInt8] {
    // The generator asks getrandom(2) and waits for the pool at the first start of a machine.
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }
}
