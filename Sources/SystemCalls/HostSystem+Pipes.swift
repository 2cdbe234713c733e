import Glibc

/// Both ends of a pipe; each is closed once.
final class Pipe {
  private(set) var readEnd: Int32
  private(set) var writeEnd: Int32

  init(_ system: HostSystem) throws(SystemError) {
    var ends: [Int32] = [-1, -1]
    _ = try system.retrying(.pipe) { unsafe pipe(&ends) }
    // Between pipe and fcntl another thread's child may inherit the ends; it only delays an end of file.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    readEnd = ends[0]
    writeEnd = ends[1]
  }

  func closeReadEnd(_ system: HostSystem) {
    if readEnd >= 0 { system.close(FileDescriptor(rawValue: readEnd)) }
    readEnd = -1
  }

  func closeWriteEnd(_ system: HostSystem) {
    if writeEnd >= 0 { system.close(FileDescriptor(rawValue: writeEnd)) }
    writeEnd = -1
  }

  func closeBoth(_ system: HostSystem) {
    closeReadEnd(system)
    closeWriteEnd(system)
  }
}

extension HostSystem {
  /// Feeds a child and catches what it writes, whichever comes first, until all pipes are done.
  func exchange(
    _ feed: [UInt8], input: Pipe?, output: Pipe?, errors: Pipe?, limit: Int, into result: inout ProgramResult
  ) throws(SystemError) {
    // A child that stops reading must end our writing, not us.
    let earlier = signal(SIGPIPE, SIG_IGN)
    defer { signal(SIGPIPE, earlier) }
    var fed = 0
    if let input {
      _ = fcntl(input.writeEnd, F_SETFL, O_NONBLOCK)
      if feed.isEmpty { input.closeWriteEnd(self) }
    }
    while true {
      var waiting: [pollfd] = []
      if let input, input.writeEnd >= 0 {
        waiting.append(pollfd(fd: input.writeEnd, events: Int16(POLLOUT), revents: 0))
      }
      for pipe in [output, errors] {
        if let pipe, pipe.readEnd >= 0 { waiting.append(pollfd(fd: pipe.readEnd, events: Int16(POLLIN), revents: 0)) }
      }
      if waiting.isEmpty { return }
      _ = try retrying(.poll) { unsafe Glibc.poll(&waiting, nfds_t(waiting.count), -1) }
      for ready in waiting where ready.revents != 0 {
        if let input, ready.fd == input.writeEnd {
          try push(feed, from: &fed, into: input)
        } else if let output, ready.fd == output.readEnd {
          try pull(from: output, limit: limit, into: &result.output, dropped: &result.dropped)
        } else if let errors, ready.fd == errors.readEnd {
          try pull(from: errors, limit: limit, into: &result.errors, dropped: &result.dropped)
        }
      }
    }
  }

  private func push(_ feed: [UInt8], from fed: inout Int, into pipe: Pipe) throws(SystemError) {
    do throws(SystemError) {
      fed += try write(FileDescriptor(rawValue: pipe.writeEnd), feed.span.extracting(droppingFirst: fed))
      if fed == feed.count { pipe.closeWriteEnd(self) }
    } catch {
      switch error.errno {
      case .tryAgain: return
      case .brokenPipe: pipe.closeWriteEnd(self)
      default: throw error
      }
    }
  }

  private func pull(
    from pipe: Pipe, limit: Int, into bytes: inout [UInt8], dropped: inout Int
  ) throws(SystemError) {
    let more = try read(FileDescriptor(rawValue: pipe.readEnd), count: 65_536)
    if more.isEmpty { return pipe.closeReadEnd(self) }
    let kept = min(more.count, max(0, limit - bytes.count))
    bytes += more.prefix(kept)
    dropped += more.count - kept
  }
}
