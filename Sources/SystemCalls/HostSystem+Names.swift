import Glibc

extension HostSystem {
  package func status(_ file: FileDescriptor) throws(SystemError) -> FileStatus {
    var raw = stat()
    _ = try retrying(.fstat) { unsafe fstat(file.rawValue, &raw) }
    return FileStatus(raw)
  }

  package func status(at path: String) throws(SystemError) -> FileStatus {
    var raw = stat()
    _ = try retrying(.stat, path: path) { unsafe stat(path, &raw) }
    return FileStatus(raw)
  }

  package func linkStatus(at path: String) throws(SystemError) -> FileStatus {
    var raw = stat()
    _ = try retrying(.lstat, path: path) { unsafe lstat(path, &raw) }
    return FileStatus(raw)
  }

  package func isOnNetwork(_ path: String) -> Bool {
    // What cannot be told is taken for local: then the ordinary pace of looking stays.
    guard let status = try? status(at: path), let file = try? OpenFile("/proc/self/mountinfo", [], seam: self),
      let bytes = try? readToEnd(file.descriptor, limit: 1 << 22)
    else { return false }
    return NetworkFileSystem.isNamed(in: String(decoding: bytes, as: UTF8.self), device: status.device)
  }

  package func rename(_ old: String, to new: String) throws(SystemError) {
    _ = try retrying(.rename, path: new) { unsafe Glibc.rename(old, new) }
  }

  package func unlink(_ path: String) throws(SystemError) {
    _ = try retrying(.unlink, path: path) { unsafe Glibc.unlink(path) }
  }

  package func makeDirectory(_ path: String, mode: UInt32) throws(SystemError) {
    _ = try retrying(.mkdir, path: path) { unsafe mkdir(path, mode) }
  }

  package func removeDirectory(_ path: String) throws(SystemError) {
    _ = try retrying(.rmdir, path: path) { unsafe rmdir(path) }
  }

  package func entries(of path: String) throws(SystemError) -> [String] {
    guard let directory = unsafe opendir(path) else { throw SystemError(.entries, path: path, .last) }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(directory) else {
        let reason = Errno.last
        if reason.rawValue != 0 { throw SystemError(.entries, path: path, reason) }
        return names
      }
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { byte in byte != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
  }

  package func makeWatch() throws(SystemError) -> FileDescriptor {
    let number = try retrying(.inotify) { inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK)) }
    return FileDescriptor(rawValue: number)
  }

  package func watch(_ path: String, with watch: FileDescriptor) throws(SystemError) {
    let events = IN_MODIFY | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF
    _ = try retrying(.addWatch, path: path) {
      unsafe inotify_add_watch(watch.rawValue, path, UInt32(events))
    }
  }
}

extension FileStatus {
  fileprivate init(_ raw: stat) {
    let kind: Kind =
      switch raw.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .directory
      case S_IFLNK: .symbolicLink
      default: .special
      }
    self.init(
      kind: kind, size: Int(raw.st_size), mode: raw.st_mode & 0o7777, device: UInt64(raw.st_dev),
      inode: UInt64(raw.st_ino), owner: raw.st_uid, group: raw.st_gid,
      modified: Int64(raw.st_mtim.tv_sec) * 1_000_000_000 + Int64(raw.st_mtim.tv_nsec))
  }
}
