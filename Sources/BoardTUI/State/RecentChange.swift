internal import BoardModel

/// What others did to a card.
struct RecentChange: Equatable, Sendable {
  /// NEW, MOVED or EDITED.
  let word: String
  /// What happened and who did it: `MOVED by K. Ali`; without the name where officers are not named.
  let words: String

  /// What a change did to one card.
  init(_ change: Change, on reference: ItemReference, namesActor: Bool = true) {
    let own = change.operations.filter { $0.entity == .item(reference) }
    if own.contains(where: { $0.key.field == .kind && $0.new != nil }) {
      word = "NEW"
    } else {
      word = own.contains { $0.key.field == .status } ? "MOVED" : "EDITED"
    }
    words = namesActor ? "\(word) by \(change.actor)" : word
  }

  /// A mark in its short form and in words.
  init(short: String, words: String) {
    word = short
    self.words = words
  }
}
