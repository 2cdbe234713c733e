import Synchronization
import SystemCalls

/// The real system up to a step, and then a process that was stopped: nothing it asks for happens any more.
///
/// Steps are programs run and calls that change files.
final class DyingSystem: SystemSeam {
  private let system = HostSystem()
  private let left: Mutex<Int>
  private let runsPrograms: Bool

  init(after steps: Int = .max, runsPrograms: Bool = true) {
    left = Mutex(steps)
    self.runsPrograms = runsPrograms
  }

  /// Whether it came to its end.
  var isDead: Bool { left.withLock { $0 < 0 } }

  private func step(_ call: SystemCall) throws(SystemError) {
    let isOver = left.withLock { left in
      left -= 1
      return left < 0
    }
    if isOver { throw SystemError(call, .inputOutput) }
  }

  private func live(_ call: SystemCall) throws(SystemError) {
    if isDead { throw SystemError(call, .inputOutput) }
  }

  func run(_ program: ProgramCall) throws(SystemError) -> ProgramResult {
    if !runsPrograms { throw SystemError(.spawn, path: program.name, .noEntry) }
    try step(.spawn)
    return try system.run(program)
  }

  func open(_ path: String, _ flags: OpenFlags, mode: UInt32) throws(SystemError) -> FileDescriptor {
    if flags.contains(.create) { try step(.open) } else { try live(.open) }
    return try system.open(path, flags, mode: mode)
  }

  /// A stopped process may have written the first half.
  func write(_ file: FileDescriptor, _ bytes: Span<UInt8>) throws(SystemError) -> Int {
    try live(.write)
    do throws(SystemError) { try step(.write) } catch {
      _ = try system.write(file, bytes.extracting(first: bytes.count / 2))
      throw error
    }
    return try system.write(file, bytes)
  }

  func syncData(_ file: FileDescriptor) throws(SystemError) {
    try step(.fdatasync)
    try system.syncData(file)
  }
  func sync(_ file: FileDescriptor) throws(SystemError) {
    try step(.fsync)
    try system.sync(file)
  }
  func truncate(_ file: FileDescriptor, to size: Int) throws(SystemError) {
    try step(.ftruncate)
    try system.truncate(file, to: size)
  }
  func rename(_ old: String, to new: String) throws(SystemError) {
    try step(.rename)
    try system.rename(old, to: new)
  }
  func unlink(_ path: String) throws(SystemError) {
    try step(.unlink)
    try system.unlink(path)
  }
  func makeDirectory(_ path: String, mode: UInt32) throws(SystemError) {
    try step(.mkdir)
    try system.makeDirectory(path, mode: mode)
  }
  func removeDirectory(_ path: String) throws(SystemError) {
    try step(.rmdir)
    try system.removeDirectory(path)
  }
  func setMode(_ file: FileDescriptor, _ mode: UInt32) throws(SystemError) {
    try live(.fchmod)
    try system.setMode(file, mode)
  }

  // What changes nothing goes on for ever.
  func close(_ file: FileDescriptor) { system.close(file) }
  func read(_ file: FileDescriptor, count: Int) throws(SystemError) -> [UInt8] { try system.read(file, count: count) }
  func read(_ file: FileDescriptor, count: Int, at offset: Int) throws(SystemError) -> [UInt8] {
    try system.read(file, count: count, at: offset)
  }
  func status(_ file: FileDescriptor) throws(SystemError) -> FileStatus { try system.status(file) }
  func status(at path: String) throws(SystemError) -> FileStatus { try system.status(at: path) }
  func linkStatus(at path: String) throws(SystemError) -> FileStatus { try system.linkStatus(at: path) }
  func mayWrite(at path: String) -> Bool { system.mayWrite(at: path) }
  func isOnNetwork(_ path: String) -> Bool { system.isOnNetwork(path) }
  func entries(of path: String) throws(SystemError) -> [String] { try system.entries(of: path) }
  func tryLock(_ file: FileDescriptor) throws(SystemError) -> Bool { try system.tryLock(file) }
  func unlock(_ file: FileDescriptor) throws(SystemError) { try system.unlock(file) }
  func makeWatch() throws(SystemError) -> FileDescriptor { try system.makeWatch() }
  func watch(_ path: String, with watch: FileDescriptor) throws(SystemError) { try system.watch(path, with: watch) }
  func now() -> WallTime { system.now() }
  func monotonic() -> Int64 { system.monotonic() }
  func localTime(at time: WallTime) -> LocalTime { system.localTime(at: time) }
  func sleep(milliseconds: Int) { system.sleep(milliseconds: milliseconds) }
  func randomBytes(count: Int) -> [UInt8] { system.randomBytes(count: count) }
  var processID: Int32 { system.processID }
  var userID: UInt32 { system.userID }
  func hostName() -> String { system.hostName() }
  func machineID() -> String { system.machineID() }
  func loginName() -> String { system.loginName() }
  func homeDirectory() -> String? { system.homeDirectory() }
  func environment(_ name: String) -> String? { system.environment(name) }
  func currentDirectory() -> String { system.currentDirectory() }
  func isTerminal(_ file: FileDescriptor) -> Bool { system.isTerminal(file) }
  func terminalSize(_ file: FileDescriptor) -> (columns: Int, rows: Int)? { system.terminalSize(file) }
  func poll(_ files: [FileDescriptor], milliseconds: Int?) throws(SystemError) -> [FileDescriptor] {
    try system.poll(files, milliseconds: milliseconds)
  }
  func holdSignals() -> HeldSignals { system.holdSignals() }
  func releaseSignals(_ held: HeldSignals) { system.releaseSignals(held) }
}
