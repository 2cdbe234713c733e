import Synchronization
import SystemCalls

/// A process on a ``MemoryDisk``: the seam for tests, whose calls can be failed, cut short or stopped.
package final class MemoryProcess: Sendable {
  struct OpenDescription {
    var node: Int
    var number: Int
    var flags: OpenFlags
    var offset = 0
    var path: String
  }

  struct State {
    var faults: FaultPlan
    var calls: [(call: SystemCall, path: String)] = []
    var writes = 0
    var isKilled = false
    var open: [Int32: OpenDescription] = [:]
    var nextDescriptor: Int32 = 3
    var failingForGood: [SystemCall: Errno] = [:]
    var output: [UInt8] = []
  }

  package let disk: MemoryDisk
  package let processID: Int32
  package let userID: UInt32
  let machine: String
  let login: String
  let umask: UInt32
  let boot: Int
  let state: Mutex<State>
  let beforeCall: @Sendable (SystemCall, String) -> Void

  /// Starts a process.
  ///
  /// - Parameters:
  ///   - beforeCall: Called before each call, with no lock held: a test can let another process act there.
  package init(
    _ disk: MemoryDisk, faults: FaultPlan = FaultPlan(), processID: Int32 = 100, machine: String = "machine-a",
    login: String = "alex", umask: UInt32 = 0o022, userID: UInt32 = 1000,
    beforeCall: @escaping @Sendable (SystemCall, String) -> Void = { _, _ in }
  ) {
    self.disk = disk
    self.processID = processID
    self.userID = userID
    self.machine = machine
    self.login = login
    self.umask = umask
    self.beforeCall = beforeCall
    boot = disk.state.withLock { disk in disk.boots }
    state = Mutex(State(faults: faults))
  }

  /// The calls made so far.
  package var calls: [SystemCall] { state.withLock { state in state.calls.map(\.call) } }

  /// The calls made so far, each with the path it was about.
  package var callsWithPaths: [String] {
    state.withLock { state in state.calls.map { "\($0.call.rawValue) \($0.path)" } }
  }

  /// Whether the plan's kill has happened.
  package var isKilled: Bool { state.withLock { state in state.isKilled } }

  /// How many descriptors are open.
  package var openCount: Int { state.withLock { state in state.open.count } }

  /// What was written to standard output and standard error.
  package var output: [UInt8] { state.withLock { state in state.output } }

  /// From now on, this goes wrong; calls are counted anew.
  package func plan(_ faults: FaultPlan) {
    state.withLock { state in
      state.faults = faults
      state.calls = []
      state.writes = 0
      state.failingForGood = [:]
    }
  }

  /// Ends the process: its descriptors close and its locks go.
  package func kill() {
    let held = state.withLock { state in
      state.isKilled = true
      defer { state.open = [:] }
      return Set(state.open.values.map(\.number))
    }
    disk.state.withLock { disk in disk.locks = disk.locks.filter { lock in !held.contains(lock.value) } }
  }

  /// Counts a call and lets the plan fail it.
  func enter(_ call: SystemCall, _ path: String = "") throws(SystemError) {
    beforeCall(call, path)
    let isNewBoot = disk.state.withLock { disk in disk.boots != boot }
    let reason: Errno? = state.withLock { state in
      if state.isKilled || isNewBoot { return .killed }
      let number = state.calls.count
      state.calls.append((call, path))
      if let reason = state.failingForGood[call] { return reason }
      for fault in state.faults.faults {
        switch fault {
        case .failOnce(number, let reason): return reason
        case .failForGood(number, let reason):
          state.failingForGood[call] = reason
          return reason
        case .failAll(call, let reason): return reason
        case .kill(number): return .killed
        default: continue
        }
      }
      return nil
    }
    guard let reason else { return }
    if reason == .killed { kill() }
    throw SystemError(call, path: path, reason)
  }

  func description(of file: FileDescriptor, _ call: SystemCall) throws(SystemError) -> OpenDescription {
    guard let found = state.withLock({ state in state.open[file.rawValue] }) else {
      throw SystemError(call, .badDescriptor)
    }
    return found
  }
}
