import Synchronization
import SystemCalls

extension MemoryProcess: FileCalls {
  package func open(_ path: String, _ flags: OpenFlags, mode: UInt32) throws(SystemError) -> FileDescriptor {
    try enter(.open, path)
    let follows = !flags.contains(.noFollow)
    let opened: Result<(node: Int, number: Int), Errno> = disk.state.withLock { disk in
      let node: Int
      if let found = disk.find(path, following: follows) {
        if flags.isSuperset(of: [.create, .exclusive]) { return .failure(.exists) }
        node = found
      } else {
        guard flags.contains(.create), disk.find(path, following: false) == nil, disk.place(of: path) != nil else {
          return .failure(.noEntry)
        }
        node = disk.insert(.file(MemoryFile(bytes: [], durable: [])), at: path, mode: mode & ~umask)
      }
      let writes = flags.contains(.writeOnly) || flags.contains(.readWrite)
      switch disk.nodes[node]?.body {
      case .link: return .failure(.symbolicLink)
      case .directory where writes: return .failure(.isDirectory)
      case .fifo where writes && flags.contains(.nonBlocking): return .failure(.noDevice)
      case .file where flags.contains(.directory), .fifo where flags.contains(.directory):
        return .failure(.notDirectory)
      default: break
      }
      let bits = disk.nodes[node]?.mode ?? 0
      if userID != 0, writes ? bits & 0o222 == 0 : bits & 0o444 == 0 { return .failure(.accessDenied) }
      if flags.contains(.truncate), case .file(var file) = disk.nodes[node]?.body {
        file.bytes = []
        disk.nodes[node]?.body = .file(file)
      }
      disk.nextDescription += 1
      return .success((node, disk.nextDescription))
    }
    switch opened {
    case .failure(let reason): throw SystemError(.open, path: path, reason)
    case .success(let (node, number)):
      return state.withLock { state in
        let descriptor = state.nextDescriptor
        state.nextDescriptor += 1
        state.open[descriptor] = OpenDescription(node: node, number: number, flags: flags, path: path)
        return FileDescriptor(rawValue: descriptor)
      }
    }
  }

  package func close(_ file: FileDescriptor) {
    guard let gone = state.withLock({ state in state.open.removeValue(forKey: file.rawValue) }) else { return }
    disk.state.withLock { disk in if disk.locks[gone.node] == gone.number { disk.locks[gone.node] = nil } }
  }

  package func read(_ file: FileDescriptor, count: Int) throws(SystemError) -> [UInt8] {
    let open = try description(of: file, .read)
    try enter(.read, open.path)
    let bytes = try bytes(of: open, .read).dropFirst(open.offset).prefix(count)
    state.withLock { state in state.open[file.rawValue]?.offset += bytes.count }
    return Array(bytes)
  }

  package func read(_ file: FileDescriptor, count: Int, at offset: Int) throws(SystemError) -> [UInt8] {
    let open = try description(of: file, .pread)
    try enter(.pread, open.path)
    return Array(try bytes(of: open, .pread).dropFirst(offset).prefix(count))
  }

  private func bytes(of open: OpenDescription, _ call: SystemCall) throws(SystemError) -> [UInt8] {
    let bytes: [UInt8]? = disk.state.withLock { disk in
      if case .file(let file) = disk.nodes[open.node]?.body { file.bytes } else { nil }
    }
    guard let bytes else { throw SystemError(call, path: open.path, .isDirectory) }
    return bytes
  }

  package func write(_ file: FileDescriptor, _ bytes: Span<UInt8>) throws(SystemError) -> Int {
    let all = (0..<bytes.count).map { place in bytes[place] }
    if file == .standardOutput || file == .standardError {
      try enter(.write, "standard output")
      state.withLock { state in state.output += all }
      return all.count
    }
    let open = try description(of: file, .write)
    try enter(.write, open.path)
    guard open.flags.contains(.writeOnly) || open.flags.contains(.readWrite) else {
      throw SystemError(.write, .badDescriptor)
    }
    let (limit, dies) = lengthLimitOfWrite()
    let room = disk.state.withLock { disk in disk.room } ?? Int.max
    let taken = min(all.count, limit ?? all.count, room)
    if taken == 0, room == 0 { throw SystemError(.write, path: open.path, .noSpace) }
    disk.state.withLock { disk in
      guard case .file(var contents)? = disk.nodes[open.node]?.body else { return }
      let start = open.flags.contains(.append) ? contents.bytes.count : open.offset
      let end = max(contents.bytes.count, start + taken)
      contents.bytes += [UInt8](repeating: 0, count: end - contents.bytes.count)
      contents.bytes.replaceSubrange(start..<start + taken, with: all[..<taken])
      disk.nodes[open.node]?.body = .file(contents)
      disk.nanoseconds += 1
      disk.nodes[open.node]?.modified = disk.nanoseconds
      if let room = disk.room { disk.room = room - taken }
      state.withLock { state in state.open[file.rawValue]?.offset = start + taken }
    }
    if dies {
      kill()
      throw SystemError(.write, path: open.path, .killed)
    }
    return taken
  }

  /// How many bytes the plan lets this write take, and whether the process dies in it.
  private func lengthLimitOfWrite() -> (Int?, dies: Bool) {
    state.withLock { state in
      defer { state.writes += 1 }
      let number = state.calls.count - 1
      for fault in state.faults.faults {
        if case .shortWrite(state.writes, let bytes) = fault { return (bytes, false) }
        if case .killInWrite(number, let bytes) = fault { return (bytes, true) }
      }
      return (nil, false)
    }
  }

  package func syncData(_ file: FileDescriptor) throws(SystemError) { try makeDurable(file, .fdatasync) }

  package func sync(_ file: FileDescriptor) throws(SystemError) { try makeDurable(file, .fsync) }

  private func makeDurable(_ file: FileDescriptor, _ call: SystemCall) throws(SystemError) {
    let open = try description(of: file, call)
    try enter(call, open.path)
    disk.state.withLock { disk in
      switch disk.nodes[open.node]?.body {
      case .file(var file)?:
        file.durable = file.bytes
        disk.nodes[open.node]?.body = .file(file)
      case .directory?: disk.update(open.node) { names in names.durable = names.names }
      default: return
      }
    }
  }

  package func truncate(_ file: FileDescriptor, to size: Int) throws(SystemError) {
    let open = try description(of: file, .ftruncate)
    try enter(.ftruncate, open.path)
    disk.state.withLock { disk in
      guard case .file(var file)? = disk.nodes[open.node]?.body else { return }
      file.bytes = Array(file.bytes.prefix(size)) + [UInt8](repeating: 0, count: max(0, size - file.bytes.count))
      disk.nodes[open.node]?.body = .file(file)
      disk.nanoseconds += 1
      disk.nodes[open.node]?.modified = disk.nanoseconds
    }
  }

  package func setMode(_ file: FileDescriptor, _ mode: UInt32) throws(SystemError) {
    let open = try description(of: file, .fchmod)
    try enter(.fchmod, open.path)
    disk.state.withLock { disk in disk.nodes[open.node]?.mode = mode }
  }

  package func tryLock(_ file: FileDescriptor) throws(SystemError) -> Bool {
    let open = try description(of: file, .flock)
    try enter(.flock, open.path)
    return disk.state.withLock { disk in
      if let holder = disk.locks[open.node], holder != open.number { return false }
      disk.locks[open.node] = open.number
      return true
    }
  }

  package func unlock(_ file: FileDescriptor) throws(SystemError) {
    let open = try description(of: file, .flock)
    try enter(.flock, open.path)
    disk.state.withLock { disk in if disk.locks[open.node] == open.number { disk.locks[open.node] = nil } }
  }
}
