import Foundation
import Synchronization
import SystemCalls
import TestSupport

/// A process on a disk in memory, with standard streams, a terminal and an environment that the test sets.
final class ShellWorld: SystemSeam {
  struct Streams {
    var input: [UInt8] = []
    var output: [UInt8] = []
    var errors: [UInt8] = []
    var programs: [[String]] = []
  }

  let process: MemoryProcess
  let streams: Mutex<Streams>
  let variables: [String: String]
  let terminals: Set<Int32>
  let size: (columns: Int, rows: Int)
  let outputFails: Errno?
  let directory: String
  let editor: (@Sendable (MemoryDisk, ProgramCall) -> ProgramResult)?

  init(
    _ disk: MemoryDisk, input: [UInt8] = [], variables: [String: String] = [:], terminals: Set<Int32> = [],
    size: (Int, Int) = (80, 100), outputFails: Errno? = nil, directory: String = "/",
    faults: FaultPlan = FaultPlan(), editor: (@Sendable (MemoryDisk, ProgramCall) -> ProgramResult)? = nil
  ) {
    process = MemoryProcess(disk, faults: faults)
    streams = Mutex(Streams(input: input))
    self.variables = variables
    self.terminals = terminals
    self.size = size
    self.outputFails = outputFails
    self.directory = directory
    self.editor = editor
  }

  func read(_ file: FileDescriptor, count: Int) throws(SystemError) -> [UInt8] {
    guard file == .standardInput else { return try process.read(file, count: count) }
    return streams.withLock { streams in
      defer { streams.input.removeFirst(min(count, streams.input.count)) }
      return Array(streams.input.prefix(count))
    }
  }

  func write(_ file: FileDescriptor, _ bytes: Span<UInt8>) throws(SystemError) -> Int {
    let all = (0..<bytes.count).map { bytes[$0] }
    if file == .standardOutput {
      if let outputFails { throw SystemError(.write, outputFails) }
      streams.withLock { $0.output += all }
    } else if file == .standardError {
      streams.withLock { $0.errors += all }
    } else {
      return try process.write(file, bytes)
    }
    return all.count
  }

  func run(_ program: ProgramCall) throws(SystemError) -> ProgramResult {
    streams.withLock { $0.programs.append([program.name] + program.arguments) }
    guard let editor else { throw SystemError(.spawn, path: program.name, .noEntry) }
    return editor(process.disk, program)
  }

  func environment(_ name: String) -> String? { variables[name] }
  func currentDirectory() -> String { directory }
  func isTerminal(_ file: FileDescriptor) -> Bool { terminals.contains(file.rawValue) }
  func terminalSize(_ file: FileDescriptor) -> (columns: Int, rows: Int)? {
    isTerminal(file) ? size : nil
  }

  // Everything else is the process's own.
  func open(_ path: String, _ flags: OpenFlags, mode: UInt32) throws(SystemError) -> FileDescriptor {
    try process.open(path, flags, mode: mode)
  }
  func close(_ file: FileDescriptor) { process.close(file) }
  func read(_ file: FileDescriptor, count: Int, at offset: Int) throws(SystemError) -> [UInt8] {
    try process.read(file, count: count, at: offset)
  }
  func syncData(_ file: FileDescriptor) throws(SystemError) { try process.syncData(file) }
  func sync(_ file: FileDescriptor) throws(SystemError) { try process.sync(file) }
  func truncate(_ file: FileDescriptor, to size: Int) throws(SystemError) { try process.truncate(file, to: size) }
  func setMode(_ file: FileDescriptor, _ mode: UInt32) throws(SystemError) { try process.setMode(file, mode) }
  func status(_ file: FileDescriptor) throws(SystemError) -> FileStatus { try process.status(file) }
  func status(at path: String) throws(SystemError) -> FileStatus { try process.status(at: path) }
  func linkStatus(at path: String) throws(SystemError) -> FileStatus { try process.linkStatus(at: path) }
  func mayWrite(at path: String) -> Bool { process.mayWrite(at: path) }
  func isOnNetwork(_ path: String) -> Bool { process.isOnNetwork(path) }
  func rename(_ old: String, to new: String) throws(SystemError) { try process.rename(old, to: new) }
  func unlink(_ path: String) throws(SystemError) { try process.unlink(path) }
  func makeDirectory(_ path: String, mode: UInt32) throws(SystemError) { try process.makeDirectory(path, mode: mode) }
  func removeDirectory(_ path: String) throws(SystemError) { try process.removeDirectory(path) }
  func entries(of path: String) throws(SystemError) -> [String] { try process.entries(of: path) }
  func tryLock(_ file: FileDescriptor) throws(SystemError) -> Bool { try process.tryLock(file) }
  func unlock(_ file: FileDescriptor) throws(SystemError) { try process.unlock(file) }
  func makeWatch() throws(SystemError) -> FileDescriptor { try process.makeWatch() }
  func watch(_ path: String, with watch: FileDescriptor) throws(SystemError) { try process.watch(path, with: watch) }
  func now() -> WallTime { process.now() }
  func monotonic() -> Int64 { process.monotonic() }
  func localTime(at time: WallTime) -> LocalTime { process.localTime(at: time) }
  func sleep(milliseconds: Int) { process.sleep(milliseconds: milliseconds) }
  func randomBytes(count: Int) -> [UInt8] { process.randomBytes(count: count) }
  var processID: Int32 { process.processID }
  var userID: UInt32 { process.userID }
  func hostName() -> String { process.hostName() }
  func machineID() -> String { process.machineID() }
  func loginName() -> String { process.loginName() }
  func homeDirectory() -> String? { process.homeDirectory() }
  func poll(_ files: [FileDescriptor], milliseconds: Int?) throws(SystemError) -> [FileDescriptor] {
    try process.poll(files, milliseconds: milliseconds)
  }
  func holdSignals() -> HeldSignals { process.holdSignals() }
  func releaseSignals(_ held: HeldSignals) { process.releaseSignals(held) }
}
