/// The exit statuses of the program, after BSD's `sysexits.h`.
package enum ExitStatus: Int32, CaseIterable, Sendable {
  /// Done.
  case done = 0
  /// Nothing matched, or a rule said no.
  case no = 1
  /// Usage.
  case usage = 64
  /// Bad input data.
  case badData = 65
  /// No such file, board or item.
  case notFound = 66
  /// A needed program is missing.
  case unavailable = 69
  /// A fault of the program.
  case fault = 70
  /// Cannot create.
  case cannotCreate = 73
  /// Read or write failed.
  case inputOutput = 74
  /// Locked or changed meanwhile.
  case tryAgain = 75
  /// Written but not confirmed durable.
  case notDurable = 76
  /// Not permitted, or read-only.
  case notPermitted = 77
  /// Bad settings.
  case badSettings = 78
  /// Interrupted.
  case interrupted = 130
}
