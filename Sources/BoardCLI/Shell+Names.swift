internal import BoardModel

extension Shell {
  /// The item of a name on the command line.
  func item(_ name: String, on board: Board) throws(Failure) -> ItemReference {
    do throws(BoardError) {
      return try board.resolve(name)
    } catch {
      throw .board(error)
    }
  }

  /// The item or report of a name.
  func target(_ name: String, on board: Board) throws(Failure) -> Target {
    do throws(BoardError) {
      return try board.resolveTarget(name)
    } catch {
      throw .board(error)
    }
  }

  /// The item or report of a name, withdrawn items too: history and whole items can be read for ever.
  func readable(_ name: String, on board: Board) throws(Failure) -> Target {
    do throws(BoardError) {
      return try board.resolveTarget(name)
    } catch {
      if case .withdrawn(let reference, _) = error { return .item(reference) }
      if let reference = Shell.withdrawn(name, on: board) { return .item(reference) }
      throw .board(error)
    }
  }

  /// The withdrawn item of a short name, where only one report has it.
  private static func withdrawn(_ name: String, on board: Board) -> ItemReference? {
    guard let (kind, number) = ItemReference.local(name) else { return nil }
    let matches = board.records.compactMap { record -> ItemReference? in
      guard case .item(let reference) = record.entity, record.exists else { return nil }
      return reference.kind == kind && reference.number == number ? reference : nil
    }
    return matches.count == 1 ? matches[0] : nil
  }

  /// The report of a key.
  func report(_ name: String, on board: Board) throws(Failure) -> InspectionReport {
    do throws(BoardError) {
      return try board.resolveReport(name)
    } catch {
      throw .board(error)
    }
  }

  /// A key for a new report.
  static func newKey(_ name: String) throws(Failure) -> String {
    let key = name.lowercased()
    guard ReportKey.isValid(key) else {
      throw .usage(
        .badName(what: "KEY", value: name, expected: "1 to 64 letters, digits and hyphens, such as custody-2020"))
    }
    return key
  }

  /// Fields as `FIELD=VALUE`; an empty value clears the field.
  ///
  /// - Parameters:
  ///   - allowed: The fields that may be set here.
  ///   - elsewhere: Fields that another verb sets, with its name.
  static func fields(
    _ words: some Sequence<String>, allowed: [Field], elsewhere: [Field: String] = [:]
  ) throws(Failure) -> [Field: String?] {
    var fields: [Field: String?] = [:]
    for word in words {
      guard let equals = word.firstIndex(of: "=") else { throw .usage(.notAField(word)) }
      let name = String(word[..<equals])
      let known = Field.allCases.first { $0.rawValue.lowercased() == name.lowercased() }
      if let known, let verb = elsewhere[known] { throw .usage(.fieldElsewhere(name, verb: verb)) }
      guard let known, allowed.contains(known) else {
        let names = allowed.map(\.rawValue)
        throw .usage(.unknownField(name, nearest: Spelling.nearest(to: name, among: names), allowed: names))
      }
      let value = String(word[word.index(after: equals)...])
      if fields[known] != nil { throw .usage(.givenTwice(flag: known.rawValue)) }
      fields[known] = .some(value.trimmed.isEmpty ? nil : listed(value, known))
    }
    return fields
  }

  /// A list typed with commas becomes one line an element, as lists are kept.
  static func listed(_ value: String, _ field: Field) -> String {
    switch field {
    case .addressees, .tags, .contactOfficers:
      value.split(whereSeparator: { $0 == "," || $0.isNewline }).map { String($0).trimmed }.filter { !$0.isEmpty }
        .joined(separator: "\n")
    default: value
    }
  }
}
