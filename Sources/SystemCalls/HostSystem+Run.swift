import Glibc

extension HostSystem {
  package func run(_ program: ProgramCall) throws(SystemError) -> ProgramResult {
    let input: Pipe? = if case .bytes = program.input { try Pipe(self) } else { nil }
    let output: Pipe? = program.capturesOutput ? try Pipe(self) : nil
    let errors: Pipe? = program.capturesErrors ? try Pipe(self) : nil
    defer { for pipe in [input, output, errors] { pipe?.closeBoth(self) } }

    let child = try spawn(program, input: input, output: output, errors: errors)
    input?.closeReadEnd(self)
    output?.closeWriteEnd(self)
    errors?.closeWriteEnd(self)

    var feed: [UInt8] = []
    if case .bytes(let bytes) = program.input { feed = bytes }
    var result = ProgramResult(end: .exited(0))
    do throws(SystemError) {
      try exchange(feed, input: input, output: output, errors: errors, limit: program.captureLimit, into: &result)
    } catch {
      _ = try wait(for: child, name: program.name)
      throw error
    }
    result.end = try wait(for: child, name: program.name)
    return result
  }

  private func spawn(
    _ program: ProgramCall, input: Pipe?, output: Pipe?, errors: Pipe?
  ) throws(SystemError) -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    if let input { unsafe posix_spawn_file_actions_adddup2(&actions, input.readEnd, 0) }
    if case .nothing = program.input { unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0) }
    if let output { unsafe posix_spawn_file_actions_adddup2(&actions, output.writeEnd, 1) }
    if let errors { unsafe posix_spawn_file_actions_adddup2(&actions, errors.writeEnd, 2) }

    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    // A child starts with no signal held back and with those we ignore at their defaults.
    var none = sigset_t()
    unsafe sigemptyset(&none)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    var restored = sigset_t()
    unsafe sigemptyset(&restored)
    for signal in [SIGPIPE, SIGINT, SIGQUIT, SIGTSTP] { unsafe sigaddset(&restored, signal) }
    unsafe posix_spawnattr_setsigdefault(&attributes, &restored)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

    var child = pid_t()
    let status = unsafe withCStrings([program.name] + program.arguments) { arguments in
      unsafe withCStrings(environmentLines(of: program)) { environment in
        unsafe posix_spawnp(&child, program.name, &actions, &attributes, arguments, environment)
      }
    }
    guard status == 0 else { throw SystemError(.spawn, path: program.name, Errno(rawValue: status)) }
    return child
  }

  /// The environment of a program as `NAME=value` lines: ours with some replaced, or only its own.
  private func environmentLines(of program: ProgramCall) -> [String] {
    let changes = program.environment
    var lines = changes.map { name, value in "\(name)=\(value)" }
    guard program.inheritsEnvironment else { return lines }
    var next = unsafe environ
    while let line = unsafe next.pointee {
      let text = unsafe String(cString: line)
      let name = text.prefix { character in character != "=" }
      if changes[String(name)] == nil { lines.append(text) }
      unsafe next += 1
    }
    return lines
  }

  /// Calls with a null-terminated array of C strings.
  private func withCStrings<Result>(
    _ strings: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    let copies = unsafe strings.map { text in unsafe strdup(text) }
    defer { unsafe copies.forEach { copy in unsafe free(copy) } }
    return unsafe withUnsafeTemporaryAllocation(
      of: UnsafeMutablePointer<CChar>?.self, capacity: copies.count + 1
    ) { buffer in
      for place in unsafe copies.indices { unsafe buffer.initializeElement(at: place, to: copies[place]) }
      unsafe buffer.initializeElement(at: copies.count, to: nil)
      guard let start = buffer.baseAddress else { preconditionFailure("one place at least was asked for") }
      return unsafe body(start)
    }
  }

  private func wait(for child: pid_t, name: String) throws(SystemError) -> ProgramResult.End {
    var status: Int32 = 0
    _ = try retrying(.spawn, path: name) { unsafe waitpid(child, &status, 0) }
    let signal = status & 0x7f
    return signal == 0 ? .exited((status >> 8) & 0xff) : .signalled(signal)
  }
}
