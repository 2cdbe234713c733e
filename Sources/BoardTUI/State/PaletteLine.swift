/// A command being typed.
struct PaletteLine: Equatable, Sendable {
  var input = TextInput()
  /// What the word at the end can become.
  var completions: [Completion] = []
  var selected = 0
  /// Why the command was not carried out.
  var complaint: String?

  /// One way to complete the last word.
  struct Completion: Equatable, Sendable {
    /// The word, in quotes where it has spaces.
    let word: String
    /// What it means.
    let meaning: String
  }
}
