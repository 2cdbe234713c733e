internal import BoardModel

extension ItemRegister {
  /// The short facts of an item, names and values, without what it does not have.
  func facts(of item: Item) -> [(name: String, value: String)] {
    var facts = [("Status", item.status.title)]
    func add(_ name: String, _ value: String?) {
      if let value, !value.isEmpty { facts.append((name, value)) }
    }
    add("Marks", item.markWords.joined(separator: ", "))
    if isWhole { add("Owner", item.owner ?? "awaiting allocation") }
    add("Addressees", item.addressees.joined(separator: ", "))
    add("Paragraph", item.paragraph)
    add("Period", item.period.map { "“\($0)”" })
    add("Due", due(of: item))
    add("Position, section 55(5B)", item.position?.title)
    add("Acceptance", item.acceptance?.rawValue)
    add("Inspectorate's register", item.record[.registerStatus])
    add("Verified", item.verified?.inWords)
    add("Tags", item.tags.joined(separator: ", "))
    return facts
  }

  /// The longer texts of an item, headings and texts, without what it does not have.
  func texts(of item: Item) -> [(name: String, value: String)] {
    var texts: [(String, String)] = []
    func add(_ name: String, _ value: String?) {
      if let value { texts.append((name, value)) }
    }
    add("Chief officer's comments, 55(5)(b)", item.chiefOfficerComments)
    add("Local policing body's comments, 55(5)(a)", item.bodyComments)
    add("Local policing body's reply, 55(5)(c)", item.bodyReply)
    add("Closed", closing(of: item))
    for evidence in evidence(of: item) { add("Evidence", evidence) }
    for note in notes(of: item) { add("Note", note) }
    return texts
  }

  private func due(of item: Item) -> String? {
    guard let day = item.due else { return nil }
    var words = "\(day.inWords) (\(item.dueState(on: today).words(today: today)))"
    if let original = item.dueOriginal, original != day { words += "; originally \(original.inWords)" }
    return words
  }
}

extension Section55 {
  /// How the clock stands: `day 37 of 56, 19 days left`.
  var clockWords: String {
    guard let clock else { return "the day of publication is not known" }
    let left = clock.daysLeft
    if left < 0 { return "\(-left) \(left == -1 ? "day" : "days") late" }
    return "day \(clock.day) of \(clock.length), \(left) \(left == 1 ? "day" : "days") left"
  }
}
