/// What is tried with one verb.
///
/// `@` at the beginning of an argument stands for the test's directory.
struct VerbRow: Sendable {
  /// A line that works.
  struct Good: Sendable {
    let line: [String]
    /// Lines that come before it.
    var before: [[String]] = []
    /// What is on standard input.
    var input = ""
    /// The statuses it may end with; 1 where a gap is open.
    var status: Int32 = 0
    /// Whether it changes the board, so that `--dry-run` must work with it.
    var writes = false
    /// Whether it can answer in JSON; not with another form at the same time.
    var json = true
  }

  /// A line that is refused.
  struct Bad: Sendable {
    let line: [String]
    let status: Int32
    /// What the message names.
    let says: [String]
    var input = ""
  }

  let verb: String
  var good: [Good] = []
  var bad: [Bad] = []

  /// A verb with lines that only read.
  static func reads(_ verb: String, _ lines: [[String]], forms: [String] = [], bad: [Bad] = []) -> VerbRow {
    let plain = lines.map { Good(line: [verb] + $0) }
    return VerbRow(
      verb: verb, good: plain + forms.map { Good(line: [verb] + (lines.first ?? []) + [$0], json: false) }, bad: bad)
  }

  /// A verb with lines that change the board.
  static func writes(_ verb: String, _ lines: [[String]], bad: [Bad] = []) -> VerbRow {
    VerbRow(verb: verb, good: lines.map { Good(line: [verb] + $0, writes: true) }, bad: bad)
  }
}

extension VerbRow.Bad {
  init(_ line: String..., status: Int32, says: String...) {
    self.init(line: line, status: status, says: says)
  }
}
