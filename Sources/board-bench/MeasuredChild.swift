import Glibc

/// A child process with what it took: processor time and memory come from `wait4`.
struct MeasuredChild {
  /// What a child took.
  struct Cost {
    /// Processor time, user and system, in milliseconds.
    let processor: Double
    /// The most memory it held at once, in kilobytes (`ru_maxrss`).
    ///
    /// A child begins with its parent's figure, so that this process makes its boards in children of its own and
    /// stays small.
    let memory: Int
    /// Whether it ended with status 0.
    let succeeded: Bool
  }

  let number: pid_t

  /// Starts a program whose output goes nowhere, or to a terminal that becomes its own.
  init(_ command: [String], terminal: String? = nil) throws(BenchError) {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    let place = terminal ?? "/dev/null"
    unsafe posix_spawn_file_actions_addopen(&actions, 0, place, O_RDWR, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, 0, 1)
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    // In a session of its own, the first terminal it opens is its terminal. 0x80 is POSIX_SPAWN_SETSID, which the
    // headers show only to GNU programs.
    if terminal != nil { unsafe posix_spawnattr_setflags(&attributes, 0x80) }
    let words = unsafe command.map { unsafe strdup($0) }
    defer { unsafe words.forEach { unsafe free($0) } }
    var child = pid_t()
    let status = unsafe (words + [nil]).withUnsafeBufferPointer { list in
      guard let start = list.baseAddress else { return EINVAL }
      return unsafe posix_spawnp(&child, command[0], &actions, &attributes, start, environ)
    }
    guard status == 0 else { throw .program(command[0]) }
    number = child
  }

  /// Waits for its end.
  func wait() -> Cost {
    var status: Int32 = 0
    var usage = rusage()
    while unsafe wait4(number, &status, 0, &usage) < 0, errno == EINTR {}
    let micros =
      (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1_000_000 + usage.ru_utime.tv_usec + usage.ru_stime.tv_usec
    return Cost(processor: Double(micros) / 1000, memory: usage.ru_maxrss, succeeded: status == 0)
  }

  /// Asks it to end.
  func end() { kill(number, SIGHUP) }

  /// How often it was woken so far, all threads together: the context switches that it asked for (`/proc`).
  func wakeUps() -> Int {
    var sum = 0
    for thread in entries("/proc/\(number)/task") {
      let text = contents("/proc/\(number)/task/\(thread)/status")
      for line in text.split(separator: "\n") where line.hasPrefix("voluntary_ctxt_switches:") {
        sum += line.split(separator: "\t").last.flatMap { Int($0) } ?? 0
      }
    }
    return sum
  }

  private func entries(_ path: String) -> [String] {
    guard let directory = unsafe opendir(path) else { return [] }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names
  }

  private func contents(_ path: String) -> String {
    let file = unsafe open(path, O_RDONLY)
    defer { close(file) }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let size = buffer.count
    let count = unsafe read(file, &buffer, size)
    return String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
  }
}
