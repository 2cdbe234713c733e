/// Labels of somebody's words that no list could hold: `DCC comments:`, `Update (June 2023):`, `March 2024 update:`,
/// `Home Office response:`, `Position at 1 May 2019:`.
///
/// Every word up to the mark has to be one of those that such labels are made of, so that no sentence is taken for one.
enum VoiceLabel {
  static func match(_ line: PaperLine, from start: Int) -> LabelMatch? {
    let bytes = line.bytes
    guard let (end, mark) = end(of: line, from: start) else { return nil }
    guard let role = role(Wording(Array(bytes[start..<end]))) else { return nil }
    let labelEnd = mark.isColon ? mark.end : end
    return LabelMatch(
      role: role, number: nil, printed: String(decoding: bytes[start..<labelEnd], as: UTF8.self),
      contentStart: mark.contentStart, isStrong: mark.isStrong, answers: SharedAnswer())
  }

  /// Where the label's words end: before a colon or a dash within 70 bytes, or with a short line.
  private static func end(of line: PaperLine, from start: Int) -> (Int, LabelMark)? {
    let bytes = line.bytes
    let limit = min(bytes.count, start + 70)
    for index in start..<limit {
      let isMark = bytes[index] == UInt8(ascii: ":") || bytes[index] == 0x20 && LabelMark.dash(bytes, index + 1) != nil
      if isMark || line.tab == index, let mark = LabelMark(line, at: index, isNumbered: false) { return (index, mark) }
    }
    guard bytes.count - start <= 60 else { return nil }
    return LabelMark(line, at: bytes.count, isNumbered: false).map { (bytes.count, $0) }
  }

  /// Whose words follow; `nil` when this is no such label.
  static func role(_ text: Wording) -> LabelRole? {
    guard (1...14).contains(text.count) else { return nil }
    var key: String?
    var (isBody, isOther, isForce, isDated) = (false, false, false, false)
    for index in 0..<text.count {
      var word = text[index]
      if word.hasSuffix("'s") { word = String(word.dropLast(2)) }
      if keys.contains(word) {
        key = word
      } else if bodies.contains(word) {
        isBody = true
      } else if others.contains(word) {
        isOther = true
      } else if forces.contains(word) {
        isForce = true
      } else if StatedDate.month(word) != nil || word.utf8.contains(where: ASCII.isDigit) {
        isDated = true
      } else if !glue.contains(word) {
        return nil
      }
    }
    guard let key, isBody || isOther || isForce || isDated || text.count == 1 || isWhole(text) else { return nil }
    if key == "status" { return isOther ? nil : .status }
    if text.count == 1, ["comments", "comment", "statement"].contains(key) { return nil }
    // "Police and crime commissioner's", "Fire authority": the body's word outweighs the force's beside it.
    return isBody ? .bodyComments : isOther && !isForce ? .otherVoice : .response
  }

  /// `Latest update`, `Progress to date`: a key word with such words alone around it.
  private static func isWhole(_ text: Wording) -> Bool {
    text.count <= 5
      && (0..<text.count).contains {
        ["latest", "current", "initial", "further", "final", "date", "our", "interim", "summary"].contains(text[$0])
      }
  }

  private static let keys: Set<String> = [
    "response", "responses", "comment", "comments", "update", "updates", "reply", "position", "progress", "statement",
    "view", "views", "status", "commentary",
  ]
  private static let bodies: Set<String> = [
    "pcc", "pfcc", "opcc", "commissioner", "mayor", "mopac", "authority", "panel", "crime", "policing", "body", "pfccs",
    "opfcc",
  ]
  private static let others: Set<String> = [
    "home", "office", "hmicfrs", "hmic", "college", "npcc", "cps", "ministry", "government", "inspectorate", "national",
    "lead", "inspector", "inspectors", "auditor", "auditors", "iopc", "council", "justice",
  ]
  private static let forces: Set<String> = [
    "chief", "constable", "force", "constabulary", "service", "dcc", "acc", "cc", "cfo", "dcfo", "deputy", "assistant",
    "officer", "police", "our", "management", "cfoa", "owner", "department", "command", "temporary", "acting",
  ]
  private static let glue: Set<String> = [
    "at", "as", "of", "on", "to", "date", "from", "by", "the", "for", "a", "(", ")", "/", "-", "and", ",", "quarter",
    "q1", "q2", "q3", "q4", "latest", "current", "initial", "further", "final", "interim", "action", "plan", "summary",
    "'", "fire", "local", "previous", "month", "period", "year", "end", "taken", "s",
  ]
}
