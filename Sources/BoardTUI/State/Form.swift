internal import BoardModel

/// A few questions asked at once before a change is recorded.
struct Form: Equatable, Sendable {
  /// What the answers are for.
  enum Purpose: Equatable, Sendable {
    case complete, reopen(Status), owner, due, note, evidence
    /// One of the three texts of section 55 (5).
    case text(BoardModel.Field)
  }

  /// One question.
  struct Question: Equatable, Sendable {
    let label: String
    /// What is expected, shown while the answer is empty.
    let hint: String
    var answer: Answer

    static func text(_ label: String, hint: String = "", _ text: String = "", isMultiline: Bool = false) -> Question {
      Question(label: label, hint: hint, answer: .text(TextInput(text, isMultiline: isMultiline)))
    }

    static func choice(_ label: String, _ options: [String], selected: Int = 0) -> Question {
      Question(label: label, hint: "", answer: .choice(options, selected: selected))
    }
  }

  /// The answer so far.
  enum Answer: Equatable, Sendable {
    case text(TextInput)
    case choice([String], selected: Int)
  }

  let purpose: Purpose
  let item: ItemReference
  let title: String
  var questions: [Question]
  /// The question that keys go to.
  var focus = 0
  /// Why the answers could not be saved.
  var complaint: String?
  /// The answers at the start, to tell whether something was typed.
  let original: [Question]

  init(_ purpose: Purpose, item: ItemReference, title: String, questions: [Question]) {
    self.purpose = purpose
    self.item = item
    self.title = title
    self.questions = questions
    original = questions
  }

  /// Whether anything was answered that leaving would lose.
  var isTouched: Bool { questions != original && questions.map(\.typed) != original.map(\.typed) }

  var isAtLastQuestion: Bool { focus == questions.count - 1 }

  /// The text of an answer without the white space around it; `nil` for nothing.
  func text(_ index: Int) -> String? {
    let typed = questions[index].typed
    guard let first = typed.firstIndex(where: { !$0.isWhitespace }),
      let last = typed.lastIndex(where: { !$0.isWhitespace })
    else { return nil }
    return String(typed[first...last])
  }

  /// The number of the option chosen; 0 where the question has no options.
  func choice(_ index: Int) -> Int {
    if case .choice(_, let selected) = questions[index].answer { return selected }
    return 0
  }
}

extension Form.Question {
  /// The text typed, or the option chosen.
  var typed: String {
    switch answer {
    case .text(let input): input.text
    case .choice(let options, let selected): options[selected]
    }
  }
}
