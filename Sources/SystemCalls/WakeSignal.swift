import Glibc

/// Wakes a thread that sleeps in `poll`: raising it makes its descriptor readable until it is cleared.
///
/// A pipe whose both ends never block; a full pipe is already a raised signal.
package final class WakeSignal: Sendable {
  /// The end that the sleeping thread polls.
  package let descriptor: FileDescriptor
  private let writeEnd: Int32

  /// Makes a signal that is not raised (`pipe`, `fcntl`).
  package init() throws(SystemError) {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { throw SystemError(.pipe, .last) }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    descriptor = FileDescriptor(rawValue: ends[0])
    writeEnd = ends[1]
  }

  deinit {
    Glibc.close(descriptor.rawValue)
    Glibc.close(writeEnd)
  }

  /// Makes the descriptor readable; safe from any thread.
  package func raise() {
    var byte: UInt8 = 1
    while unsafe Glibc.write(writeEnd, &byte, 1) == -1, Errno.last == .interrupted {}
  }

  /// Makes the descriptor unreadable again, however often the signal was raised.
  package func clear() {
    var bytes = [UInt8](repeating: 0, count: 64)
    while unsafe Glibc.read(descriptor.rawValue, &bytes, bytes.count) > 0 || Errno.last == .interrupted {}
  }
}

/// A thread beside the one that started it, for work that must not keep a screen waiting.
package enum BackgroundThread {
  private final class Body {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  /// Starts a thread that runs `body` and then ends; every signal is left to the other threads (`pthread_create`).
  ///
  /// - Throws: The error of `pthread_create`: no memory or too many threads.
  package static func start(_ body: @escaping @Sendable () -> Void) throws(SystemError) {
    var everySignal = sigset_t()
    var before = sigset_t()
    unsafe sigfillset(&everySignal)
    unsafe pthread_sigmask(SIG_SETMASK, &everySignal, &before)
    defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
    var thread = pthread_t()
    let boxed = unsafe Unmanaged.passRetained(Body(body))
    let failure = unsafe pthread_create(
      &thread, nil,
      { argument in
        if let argument = unsafe argument { unsafe Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run() }
        return nil
      }, boxed.toOpaque())
    guard failure == 0 else {
      unsafe boxed.release()
      throw SystemError(.startThread, Errno(rawValue: failure))
    }
    pthread_detach(thread)
  }
}
