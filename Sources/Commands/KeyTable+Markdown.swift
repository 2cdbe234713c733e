extension KeyTable {
  /// The whole table as `docs/keys.md`.
  package static var markdown: String {
    var text =
      "# Keys\n\nGenerated from the key table (`Sources/Commands/KeyTable.swift`); `C-` is Control, `S-` Shift.\n"
    for view in KeyView.allCases {
      text += "\n## \(view.title)\n\n| keys | do |\n|---|---|\n"
      for binding in bindings(of: view) {
        let keys = binding.keys.map { "`\($0)`" }.joined(separator: " ")
        text += "| \(keys) | \(binding.words) |\n"
      }
      if view.takesText { text += "| any other character | is typed |\n" }
    }
    return text
  }
}
