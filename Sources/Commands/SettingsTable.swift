/// The settings of one person: what may stand in `$XDG_CONFIG_HOME/board/settings`.
///
/// One table for the reader of the file, its messages, help, the manual page and the docs. No setting names a command:
/// a file that somebody else can write must not be able to run anything.
package enum SettingsTable {
  /// A setting: `theme = light`.
  package struct Row: Sendable {
    /// Its name; `label.` for all labels, which go on with a role.
    package let name: String
    /// The values it takes, or the roles behind `label.`.
    package let allowed: [String]
    /// What it does.
    package let meaning: String
  }

  /// What begins the name of a setting that adds a label for reading papers.
  package static let labelPrefix = "label."

  /// Every setting.
  package static let rows: [Row] = [
    Row(
      name: "theme", allowed: ["default", "light", "colour-blind", "mono"],
      meaning: "the colours of the screen and the wall"),
    Row(
      name: "density", allowed: ["fitting", "compact", "comfortable", "projector"],
      meaning: "how much of a card the screen shows; fitting is the largest in which all cards fit"),
    Row(
      name: "mouse", allowed: ["off", "on"],
      meaning: "on: a click selects, the wheel scrolls, a double click opens"),
    Row(
      name: labelPrefix,
      allowed: [
        "recommendation", "area-for-improvement", "cause-of-concern", "response", "body-comments", "body-reply",
        "position", "board-reference", "status", "addressees", "owner", "period", "title", "publisher", "force",
        "published", "originallyPublished", "paperDate", "paperTo", "paperFrom", "contactOfficers",
        "referenceDocument",
      ],
      meaning: "label.ROLE = words: a label of your own papers, and what it introduces; may stand several times"),
  ]

  /// What else a person should know, a paragraph each.
  package static let notes = [
    "Your own settings stand in $XDG_CONFIG_HOME/board/settings, else ~/.config/board/settings: a line a setting, name = value; # begins a remark. No file is no fault.",
    "A line that cannot be read ends every verb that uses a board or reads a paper with status 78 and a message that names the file, the line, the value and what is allowed. --porcelain, help, completions and --version ignore the file.",
    "What is chosen on the screen with O holds for that session. No setting names a command: the editor and the pager come from $VISUAL, $EDITOR and $PAGER only.",
    "What belongs to the board and not to a person (names of the bodies, counting rule) is set with board edit board.",
  ]

  /// Lines to copy.
  package static let example = [
    "# for the projector", "theme = light", "density = projector", "mouse = on",
    "label.response = Our position",
  ]
}
