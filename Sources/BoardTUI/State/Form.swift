internal import BoardModel

/// A few questions asked at once before a change is recorded.
struct Form: Equatable, Sendable {
  /// What the answers are for.
  enum Purpose: Hashable, Sendable {
    case complete, reopen(Status), owner, due, note, evidence
    /// One of the three texts of section 55 (5), of an item or a report as a whole.
    case text(BoardModel.Field)
    /// The (5B) position, with the body's comments.
    case position
    /// The day of a step of a report's response, or of its publication.
    case step(BoardModel.Field)
    /// Any other field of an item.
    case field(BoardModel.Field)
    /// A new item.
    case add
    /// A meeting, its decisions and actions.
    case meeting(MeetingPurpose)
  }

  /// What tells the drafts of forms apart.
  struct DraftKey: Hashable, Sendable {
    let purpose: Purpose
    let subjects: [EntityReference]
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
  /// What is changed: items together, or one report; nothing for what is new.
  let subjects: [EntityReference]
  let title: String
  var questions: [Question]
  /// The question that keys go to.
  var focus = 0
  /// Why the answers could not be saved.
  var complaint: String?
  /// What the person saw on the board when the form was opened, so that nothing is written over unseen.
  var expected: [Precondition] = []
  /// The answers at the start, to tell whether something was typed.
  let original: [Question]

  init(_ purpose: Purpose, on subjects: [EntityReference], title: String, questions: [Question]) {
    self.purpose = purpose
    self.subjects = subjects
    self.title = title
    self.questions = questions
    original = questions
  }

  /// Whether anything was answered that leaving would lose.
  var isTouched: Bool { questions != original && questions.map(\.typed) != original.map(\.typed) }

  var draftKey: DraftKey { DraftKey(purpose: purpose, subjects: subjects) }

  /// The items among what is changed.
  var items: [ItemReference] {
    subjects.compactMap { subject in
      if case .item(let reference) = subject { return reference }
      return nil
    }
  }

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
