import Foundation
import TestSupport

/// `docs/json.md` read: what members each answer and object has, and a check of what was printed against it.
struct JSONPage {
  /// A member as the page describes it.
  struct Member {
    let type: String
    /// Whether it may be `null`.
    let isNullable: Bool
    /// Whether it is there only in some objects.
    let isOptional: Bool
  }

  /// By the heading: the kinds of answers and the names of objects.
  private(set) var shapes: [String: [String: Member]] = [:]
  /// What is wrong, a sentence each.
  private(set) var faults: Set<String> = []
  /// Members whose value was seen, as `Item.ref`.
  private var seen: Set<String> = []

  init() throws {
    let page = try String(contentsOf: BoardBinary.root.appendingPathComponent("docs/json.md"), encoding: .utf8)
    var heading = ""
    for line in page.components(separatedBy: "\n") {
      if line.hasPrefix("### ") {
        heading = line.dropFirst(4).replacingOccurrences(of: "`", with: "")
        if shapes[heading] != nil { faults.insert("\(heading) is described twice") }
        shapes[heading] = [:]
      }
      guard line.hasPrefix("| `") else { continue }
      // Behind the first bar: name, type, null, meaning.
      let cells = line.components(separatedBy: "|").dropFirst().map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count >= 4 else {
        faults.insert("\(heading): \(line)")
        continue
      }
      let name = cells[0].replacingOccurrences(of: "`", with: "")
      if cells[3].isEmpty { faults.insert("\(heading).\(name) has no meaning") }
      shapes[heading]?[name] = Member(
        type: cells[1], isNullable: cells[2].contains("null"), isOptional: cells[2].contains("only"))
    }
  }

  /// The kinds of answers that the page describes.
  var kinds: Set<String> {
    Set(shapes.keys.filter { $0.first?.isLowercase == true }).subtracting(["error"])
  }

  /// The members that no checked answer had a value for.
  var unseen: [String] {
    shapes.flatMap { shape in shape.value.keys.map { "\(shape.key).\($0)" } }.filter { !seen.contains($0) }.sorted()
  }

  /// Checks an answer, envelope and all.
  mutating func check(answer: [String: Any]) {
    guard let kind = answer["kind"] as? String, shapes[kind] != nil else {
      faults.insert("no answer \(answer["kind"] ?? "without a kind")")
      return
    }
    let envelope = shapes["Every answer"] ?? [:]
    check(answer.filter { envelope[$0.key] != nil }, as: "Every answer")
    check(answer.filter { envelope[$0.key] == nil || shapes[kind]?[$0.key] != nil }, as: kind)
  }

  /// Checks the object that an error is.
  mutating func check(error: [String: Any]) { check(error, as: "error") }

  private mutating func check(_ object: [String: Any], as name: String) {
    guard let shape = shapes[name] else {
      faults.insert("\(name) is not described")
      return
    }
    for (member, value) in object {
      guard let described = shape[member] else {
        faults.insert("\(name).\(member) is printed and not described")
        continue
      }
      check(value, described, "\(name).\(member)")
    }
    for (member, described) in shape where object[member] == nil && !described.isOptional {
      faults.insert("\(name).\(member) is described and not printed")
    }
  }

  private mutating func check(_ value: Any, _ member: Member, _ place: String) {
    if value is NSNull {
      if !member.isNullable { faults.insert("\(place) is null and may not be") }
      return
    }
    if fits(value, member.type, place) { seen.insert(place) }
  }

  /// Whether a value is of a type; lists without elements fit, and show nothing of their elements.
  private mutating func fits(_ value: Any, _ type: String, _ place: String) -> Bool {
    if type.hasPrefix("["), type.hasSuffix("]") {
      guard let list = value as? [Any] else { return fault(value, type, place) }
      let element = String(type.dropFirst().dropLast())
      for value in list { _ = fits(value, element, place) }
      return !list.isEmpty
    }
    switch type {
    case "text": return value is String || fault(value, type, place)
    case "integer": return isInteger(value) || fault(value, type, place)
    case "boolean": return isBoolean(value) || fault(value, type, place)
    case "integer or text": return isInteger(value) || value is String || fault(value, type, place)
    case "date": return matches(value, #"^\d{4}-\d\d-\d\d$"#) || fault(value, type, place)
    case "moment": return matches(value, #"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"#) || fault(value, type, place)
    default:
      guard let object = value as? [String: Any] else { return fault(value, type, place) }
      if kinds.contains(type) { check(answer: object) } else { check(object, as: type) }
      return true
    }
  }

  private mutating func fault(_ value: Any, _ type: String, _ place: String) -> Bool {
    faults.insert("\(place) is \(value), not \(type)")
    return false
  }

  private func isBoolean(_ value: Any) -> Bool {
    // A Boolean bridges to the number 1, and the other way round; only the number's own type tells them apart.
    (value as? NSNumber).map { ["c", "B"].contains(String(cString: $0.objCType)) } ?? false
  }

  private func isInteger(_ value: Any) -> Bool {
    guard let number = value as? NSNumber, !isBoolean(value) else { return false }
    return number.doubleValue.rounded() == number.doubleValue
  }

  private func matches(_ value: Any, _ pattern: String) -> Bool {
    (value as? String)?.range(of: pattern, options: .regularExpression) != nil
  }
}
