import Synchronization
import SystemCalls

extension MemoryProcess: SystemSeam {
  package func now() -> WallTime { WallTime(nanoseconds: monotonic()) }

  package func monotonic() -> Int64 { disk.state.withLock { disk in disk.nanoseconds } }

  /// Universal time; good for years 1970 to 2100.
  package func localTime(at time: WallTime) -> LocalTime {
    let (days, second) = Int(time.seconds).quotientAndRemainder(dividingBy: 86_400)
    // Civil date from a day count, by eras of 400 years that start on 1 March.
    let shifted = days + 719_468
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return LocalTime(
      year: shifted / 146_097 * 400 + yearOfEra + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1, hour: second / 3600, minute: second / 60 % 60,
      second: second % 60)
  }

  package func sleep(milliseconds: Int) {
    beforeCall(.sleep, "")
    disk.advance(milliseconds: milliseconds)
  }

  /// A fixed sequence, so that a run can be repeated (splitmix64).
  package func randomBytes(count: Int) -> [UInt8] {
    disk.state.withLock { disk in
      (0..<count).map { _ in
        disk.seed &+= 0x9E37_79B9_7F4A_7C15
        var mixed = disk.seed
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return UInt8(truncatingIfNeeded: mixed ^ mixed >> 31)
      }
    }
  }

  package func hostName() -> String { machine }
  package func machineID() -> String { machine }
  package func loginName() -> String { login }
  package func homeDirectory() -> String? { "/home/\(login)" }
  package func environment(_ name: String) -> String? { nil }
  package func currentDirectory() -> String { "/" }
  package func isTerminal(_ file: FileDescriptor) -> Bool { false }
  package func terminalSize(_ file: FileDescriptor) -> (columns: Int, rows: Int)? { nil }

  package func poll(_ files: [FileDescriptor], milliseconds: Int?) throws(SystemError) -> [FileDescriptor] {
    try enter(.poll)
    return []
  }

  package func run(_ program: ProgramCall) throws(SystemError) -> ProgramResult {
    try enter(.spawn, program.name)
    throw SystemError(.spawn, path: program.name, .noEntry)
  }

  package func holdSignals() -> HeldSignals { HeldSignals() }
  package func releaseSignals(_ held: HeldSignals) {}
}
