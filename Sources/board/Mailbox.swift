internal import Synchronization
internal import SystemCalls

/// A queue between two threads; the thread that takes sleeps in `poll` on ``descriptor``.
final class Mailbox<Message: Sendable>: Sendable {
  private let messages = Mutex<[Message]>([])
  private let signal: WakeSignal

  /// An empty mailbox.
  init() throws(SystemError) {
    signal = try WakeSignal()
  }

  /// Readable while messages wait.
  var descriptor: FileDescriptor { signal.descriptor }

  /// How many messages wait.
  var count: Int { messages.withLock { $0.count } }

  /// Puts a message in; never waits.
  func post(_ message: Message) {
    messages.withLock { $0.append(message) }
    signal.raise()
  }

  /// Takes all messages out, oldest first.
  func takeAll() -> [Message] {
    signal.clear()
    return messages.withLock { waiting in
      defer { waiting = [] }
      return waiting
    }
  }
}
