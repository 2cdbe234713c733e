import Synchronization
import SystemCalls
import Testing

@Suite struct WakeSignalTests {
  @Test("A raised signal can be polled until it is cleared, however often it was raised")
  func raises() throws {
    let signal = try WakeSignal()
    let system = HostSystem()
    #expect(try system.poll([signal.descriptor], milliseconds: 0).isEmpty)
    for _ in 0..<100_000 { signal.raise() }
    #expect(try system.poll([signal.descriptor], milliseconds: 0) == [signal.descriptor])
    signal.clear()
    #expect(try system.poll([signal.descriptor], milliseconds: 0).isEmpty)
  }

  @Test("A background thread runs beside its starter and wakes it")
  func wakes() throws {
    let signal = try WakeSignal()
    let answer = Mutex(0)
    let box = AnswerBox(answer)
    try BackgroundThread.start {
      box.answer.withLock { $0 = 42 }
      signal.raise()
    }
    #expect(try HostSystem().poll([signal.descriptor], milliseconds: 5000) == [signal.descriptor])
    #expect(box.answer.withLock { $0 } == 42)
  }

  /// Holds the answer where both threads reach it.
  final class AnswerBox: Sendable {
    let answer: Mutex<Int>
    init(_ answer: consuming Mutex<Int>) { self.answer = answer }
  }
}
