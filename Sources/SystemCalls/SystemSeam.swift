/// Everything the product asks of the operating system: the one place where files, locks, clocks and
/// programs are reached, so that a test can fail any call.
///
/// Calls are named after what they do; each names its C call. All retry `EINTR` themselves. Paths are UTF-8.
package protocol SystemSeam: FileCalls, ClockCalls, ProcessCalls {}

/// The calls on files and directories.
package protocol FileCalls: Sendable {
  /// Opens a file; `mode` counts only when it is created, and the umask takes from it (`open`).
  func open(_ path: String, _ flags: OpenFlags, mode: UInt32) throws(SystemError) -> FileDescriptor
  /// Closes a descriptor, and with it lets go of its lock (`close`).
  func close(_ file: FileDescriptor)
  /// Reads at most `count` bytes from where the descriptor stands; empty at the end (`read`).
  func read(_ file: FileDescriptor, count: Int) throws(SystemError) -> [UInt8]
  /// Reads at most `count` bytes from `offset`; empty at the end (`pread`).
  func read(_ file: FileDescriptor, count: Int, at offset: Int) throws(SystemError) -> [UInt8]
  /// Writes, perhaps only the first bytes, and returns how many (`write`).
  func write(_ file: FileDescriptor, _ bytes: Span<UInt8>) throws(SystemError) -> Int
  /// Makes the contents durable, with what is needed to read them (`fdatasync`).
  func syncData(_ file: FileDescriptor) throws(SystemError)
  /// Makes a file, or the names in a directory, durable (`fsync`).
  func sync(_ file: FileDescriptor) throws(SystemError)
  /// Cuts or extends a file (`ftruncate`).
  func truncate(_ file: FileDescriptor, to size: Int) throws(SystemError)
  /// Sets the permission bits whatever the umask (`fchmod`).
  func setMode(_ file: FileDescriptor, _ mode: UInt32) throws(SystemError)
  /// The status of an open file (`fstat`).
  func status(_ file: FileDescriptor) throws(SystemError) -> FileStatus
  /// The status of what a path leads to, through symbolic links (`stat`).
  func status(at path: String) throws(SystemError) -> FileStatus
  /// The status of what a path names, a symbolic link itself included (`lstat`).
  func linkStatus(at path: String) throws(SystemError) -> FileStatus
  /// Whether this user may write there, as far as permissions and mounts tell (`access`).
  func mayWrite(at path: String) -> Bool
  /// Whether a path is on a file system that other machines may write to, where changes are not announced.
  func isOnNetwork(_ path: String) -> Bool
  /// Renames, replacing what is there (`rename`).
  func rename(_ old: String, to new: String) throws(SystemError)
  /// Removes a file's name (`unlink`).
  func unlink(_ path: String) throws(SystemError)
  /// Creates a directory; the umask takes from `mode` (`mkdir`).
  func makeDirectory(_ path: String, mode: UInt32) throws(SystemError)
  /// Removes an empty directory (`rmdir`).
  func removeDirectory(_ path: String) throws(SystemError)
  /// The names in a directory without `.` and `..`, in no order (`readdir`).
  func entries(of path: String) throws(SystemError) -> [String]
  /// Takes the exclusive lock if nobody holds it; false if someone does (`flock`).
  func tryLock(_ file: FileDescriptor) throws(SystemError) -> Bool
  /// Lets go of the lock (`flock`).
  func unlock(_ file: FileDescriptor) throws(SystemError)
  /// A descriptor that becomes readable when a watched place changes (`inotify_init1`).
  func makeWatch() throws(SystemError) -> FileDescriptor
  /// Watches a file or the names and files of a directory (`inotify_add_watch`).
  func watch(_ path: String, with watch: FileDescriptor) throws(SystemError)
}

/// The calls on time and chance.
package protocol ClockCalls: Sendable {
  /// The real-time clock (`clock_gettime`).
  func now() -> WallTime
  /// A clock that never goes back, in nanoseconds from an unnamed start (`CLOCK_MONOTONIC`).
  func monotonic() -> Int64
  /// The local calendar and clock at a moment, by the machine's time zone (`localtime_r`).
  func localTime(at time: WallTime) -> LocalTime
  /// Waits (`nanosleep`).
  func sleep(milliseconds: Int)
  /// Bytes nobody can foretell (`getrandom`).
  func randomBytes(count: Int) -> [UInt8]
}

/// The calls on this process, its user, its machine and its children.
package protocol ProcessCalls: Sendable {
  /// The number of this process (`getpid`).
  var processID: Int32 { get }
  /// The effective user's number (`geteuid`).
  var userID: UInt32 { get }
  /// The machine's name on the network (`gethostname`); empty if it has none.
  func hostName() -> String
  /// What tells this machine from others: `/etc/machine-id`, else the host name.
  func machineID() -> String
  /// The login name of the effective user (`getpwuid_r`), else the user's number in decimal.
  func loginName() -> String
  /// The home directory of the effective user by the password file, if it has one.
  func homeDirectory() -> String?
  /// A variable of the environment; nil if unset or not UTF-8 (`getenv`).
  func environment(_ name: String) -> String?
  /// Where relative paths start (`getcwd`); `/` if it cannot be told.
  func currentDirectory() -> String
  /// Whether a descriptor is a terminal (`isatty`).
  func isTerminal(_ file: FileDescriptor) -> Bool
  /// A terminal's size in cells (`TIOCGWINSZ`); nil for anything else.
  func terminalSize(_ file: FileDescriptor) -> (columns: Int, rows: Int)?
  /// Waits until one of the descriptors can be read or is broken, and returns those (`poll`).
  ///
  /// - Parameter milliseconds: How long to wait at most; nil waits for ever.
  /// - Returns: Empty after the time is over or a signal came.
  func poll(_ files: [FileDescriptor], milliseconds: Int?) throws(SystemError) -> [FileDescriptor]
  /// Runs a program and waits for its end (`posix_spawnp`, `waitpid`).
  func run(_ program: ProgramCall) throws(SystemError) -> ProgramResult
  /// Holds back the signals that would end or stop the process, until ``releaseSignals(_:)`` (`pthread_sigmask`).
  func holdSignals() -> HeldSignals
  /// Lets the signals through that ``holdSignals()`` held back.
  func releaseSignals(_ held: HeldSignals)
}
