import Glibc

/// A program to run: an editor, a pager, git.
package struct ProgramCall: Sendable {
  /// Where a child's input comes from.
  package enum Input: Sendable {
    /// The same as ours.
    case inherited
    /// Nothing: `/dev/null`.
    case nothing
    /// These bytes, through a pipe.
    case bytes([UInt8])
  }

  /// The program's name, looked for along `PATH`, or its path.
  package var name: String
  /// Its arguments, without its name.
  package var arguments: [String]
  /// Variables to add to the environment or to replace in it.
  package var environment: [String: String]
  /// Whether it gets our environment as well; else ``environment`` is all it has.
  package var inheritsEnvironment = true
  /// Where its input comes from.
  package var input: Input
  /// Whether its standard output is caught; else it is ours.
  package var capturesOutput: Bool
  /// Whether its standard error is caught; else it is ours.
  package var capturesErrors: Bool
  /// How many bytes of each caught stream are kept; the rest is read and dropped, and counted.
  package var captureLimit: Int

  /// Describes a call; without more, the program shares our terminal.
  package init(
    _ name: String, _ arguments: [String] = [], environment: [String: String] = [:],
    input: Input = .inherited, capturesOutput: Bool = false, capturesErrors: Bool = false,
    captureLimit: Int = 64 << 20
  ) {
    self.name = name
    self.arguments = arguments
    self.environment = environment
    self.input = input
    self.capturesOutput = capturesOutput
    self.capturesErrors = capturesErrors
    self.captureLimit = captureLimit
  }
}

/// How a program ended, and what was caught of it.
package struct ProgramResult: Sendable, Hashable {
  /// How it ended.
  package enum End: Sendable, Hashable {
    /// With this status, 0 to 255.
    case exited(Int32)
    /// By this signal.
    case signalled(Int32)
  }

  /// How it ended.
  package var end: End
  /// What it wrote to standard output, if that was caught.
  package var output: [UInt8]
  /// What it wrote to standard error, if that was caught.
  package var errors: [UInt8]
  /// How many caught bytes were over the limit and are not here.
  package var dropped: Int

  /// States a result.
  package init(end: End, output: [UInt8] = [], errors: [UInt8] = [], dropped: Int = 0) {
    self.end = end
    self.output = output
    self.errors = errors
    self.dropped = dropped
  }

  /// Whether it exited with status 0.
  package var succeeded: Bool { end == .exited(0) }
}

/// The signals a thread let through before some were held back.
package struct HeldSignals: Sendable {
  /// The earlier mask; nil where signals are only simulated.
  let mask: sigset_t?

  /// For simulated systems, which have no signals.
  package init() { mask = nil }

  init(mask: sigset_t) { self.mask = mask }
}
