/// The version of the program.
package enum ProgramVersion {
  /// As `board --version` prints it.
  package static let current = "1.0.0"
}
