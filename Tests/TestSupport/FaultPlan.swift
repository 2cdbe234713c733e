import SystemCalls

/// What goes wrong in a ``MemoryProcess``, by the number of the call, first call 0.
package struct FaultPlan: Sendable {
  /// One thing that goes wrong.
  package enum Fault: Sendable {
    /// Call `number` fails with a reason; later ones work.
    case failOnce(number: Int, Errno)
    /// Call `number` and every later call of the same name fails.
    case failForGood(number: Int, Errno)
    /// Every call of this name fails.
    case failAll(SystemCall, Errno)
    /// The process is killed instead of call `number`: nothing more of it reaches the disk.
    case kill(number: Int)
    /// The process is killed in call `number`, a write, after that many of its bytes.
    case killInWrite(number: Int, bytes: Int)
    /// Write `number` (counting writes only) takes just that many bytes; later ones work.
    case shortWrite(number: Int, bytes: Int)
  }

  /// What goes wrong, all of it.
  package var faults: [Fault]

  /// Lists what goes wrong.
  package init(_ faults: [Fault] = []) { self.faults = faults }
}

extension Errno {
  /// What every call of a killed process gives: no real reason has this number.
  package static let killed = Errno(rawValue: 9999)
}
