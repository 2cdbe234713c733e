internal import Commands
internal import Interchange

/// What one person prefers, on every board: the settings file, read.
package struct UserSettings: Hashable, Sendable {
  /// The theme of the screens, in the words of ``SettingsTable``; `nil` for the default one.
  package var theme: String?
  /// The density of the chair's screen; `nil` for the largest that fits.
  package var density: String?
  /// Whether the mouse is on from the start.
  package var usesMouse = false
  /// Own labels for reading papers, in the order of the file.
  var labels: [Label] = []

  /// The settings of a person who set nothing.
  package init() {}

  /// A label of one's own.
  struct Label: Hashable, Sendable {
    let words: String
    let role: LabelRole
  }

  /// The labels that papers are read with.
  var paperLabels: PaperLabels {
    var all = PaperLabels.standard
    for label in labels { all.add(label.words, label.role) }
    return all
  }
}

/// What is wrong with a settings file; facts only, the error printer words them.
package struct SettingsError: Error, Hashable, Sendable {
  /// What is wrong.
  package enum Fault: Hashable, Sendable {
    /// A line that is no `name = value`.
    case notASetting(String)
    /// No setting of that name; what may have been meant.
    case unknownName(String, nearest: [String])
    /// A setting that would name a command.
    case namesCommand(String)
    /// A value that the setting does not take.
    case badValue(name: String, value: String, allowed: [String], nearest: [String])
    /// A setting that stands on an earlier line as well.
    case givenTwice(String, first: Int)
    /// A line that is not UTF-8, shown with signs for what is not.
    case notUTF8(shown: String)
    /// A label without words or longer than any label.
    case badLabel(String)
  }

  /// The file.
  package let path: String
  /// The line, from 1.
  package let line: Int
  /// What is wrong there.
  package let fault: Fault
}
