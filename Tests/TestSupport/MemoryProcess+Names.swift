import Synchronization
import SystemCalls

extension MemoryProcess {
  package func status(_ file: FileDescriptor) throws(SystemError) -> FileStatus {
    let open = try description(of: file, .fstat)
    try enter(.fstat, open.path)
    return try status(of: open.node, .fstat, open.path)
  }

  package func status(at path: String) throws(SystemError) -> FileStatus {
    try enter(.stat, path)
    return try status(of: disk.state.withLock { disk in disk.find(path, following: true) }, .stat, path)
  }

  package func linkStatus(at path: String) throws(SystemError) -> FileStatus {
    try enter(.lstat, path)
    return try status(of: disk.state.withLock { disk in disk.find(path, following: false) }, .lstat, path)
  }

  private func status(of node: Int?, _ call: SystemCall, _ path: String) throws(SystemError) -> FileStatus {
    guard let node, let found = disk.state.withLock({ disk in disk.nodes[node] }) else {
      throw SystemError(call, path: path, .noEntry)
    }
    let kind: FileStatus.Kind
    var size = 0
    switch found.body {
    case .file(let file):
      kind = .regular
      size = file.bytes.count
    case .directory: kind = .directory
    case .link: kind = .symbolicLink
    case .fifo: kind = .special
    }
    return FileStatus(
      kind: kind, size: size, mode: found.mode, device: 1, inode: UInt64(node), owner: 1000, group: 1000,
      modified: found.modified)
  }

  package func isOnNetwork(_ path: String) -> Bool { disk.state.withLock { disk in disk.isOnNetwork } }

  package func mayWrite(at path: String) -> Bool {
    disk.state.withLock { disk in
      guard let node = disk.find(path, following: true), let mode = disk.nodes[node]?.mode else { return false }
      return userID == 0 || mode & 0o222 != 0
    }
  }

  package func rename(_ old: String, to new: String) throws(SystemError) {
    try enter(.rename, new)
    let moved: Bool = disk.state.withLock { disk in
      guard let node = disk.find(old, following: false), disk.place(of: new) != nil else { return false }
      _ = disk.remove(old)
      disk.link(node, at: new)
      return true
    }
    if !moved { throw SystemError(.rename, path: new, .noEntry) }
  }

  package func unlink(_ path: String) throws(SystemError) {
    try enter(.unlink, path)
    let removed = disk.state.withLock { disk in disk.remove(path) }
    if !removed { throw SystemError(.unlink, path: path, .noEntry) }
  }

  package func makeDirectory(_ path: String, mode: UInt32) throws(SystemError) {
    try enter(.mkdir, path)
    let reason: Errno? = disk.state.withLock { disk in
      if disk.find(path, following: false) != nil { return .exists }
      if disk.place(of: path) == nil { return .noEntry }
      disk.insert(.directory(MemoryDirectory()), at: path, mode: mode & ~umask)
      return nil
    }
    if let reason { throw SystemError(.mkdir, path: path, reason) }
  }

  package func removeDirectory(_ path: String) throws(SystemError) {
    try enter(.rmdir, path)
    let names = try names(of: path, .rmdir)
    if !names.isEmpty { throw SystemError(.rmdir, path: path, .notEmpty) }
    disk.remove(path)
  }

  package func entries(of path: String) throws(SystemError) -> [String] {
    try enter(.entries, path)
    return try names(of: path, .entries)
  }

  private func names(of path: String, _ call: SystemCall) throws(SystemError) -> [String] {
    let found: Result<[String], Errno> = disk.state.withLock { disk in
      guard let node = disk.find(path, following: true) else { return .failure(.noEntry) }
      guard case .directory(let directory) = disk.nodes[node]?.body else { return .failure(.notDirectory) }
      return .success(Array(directory.names.keys))
    }
    switch found {
    case .success(let names): return names
    case .failure(let reason): throw SystemError(call, path: path, reason)
    }
  }

  package func makeWatch() throws(SystemError) -> FileDescriptor {
    try enter(.inotify)
    throw SystemError(.inotify, .notImplemented)
  }

  package func watch(_ path: String, with watch: FileDescriptor) throws(SystemError) {
    try enter(.addWatch, path)
    throw SystemError(.addWatch, path: path, .notImplemented)
  }
}
