internal import BoardModel
internal import Commands
internal import InertText
internal import Interchange
internal import SystemCalls

extension UserSettings {
  /// A settings file is a page of text; more than this is some other file.
  private static let largest = 64 << 10

  /// Where the file is: `$XDG_CONFIG_HOME/board/settings`, else `~/.config/board/settings`.
  static func path(in world: World) -> String {
    // A relative directory would mean another file wherever the person stands; the convention ignores it.
    let configured = world.variable("XDG_CONFIG_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
    let directory =
      configured ?? World.path(world.variable("HOME") ?? world.system.homeDirectory() ?? "/", ".config")
    return World.path(directory, "board/settings")
  }

  /// The settings of the person who runs the program; the defaults where there is no file.
  ///
  /// - Throws: ``Failure/settings(_:)`` for a line that cannot be read, ``Failure/system(_:doing:)`` for a file.
  static func read(in world: World) throws(Failure) -> UserSettings {
    let path = path(in: world)
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try world.system.readFile(path, limit: largest)
    } catch {
      if error.errno == .noEntry || error.errno == .notDirectory { return UserSettings() }
      throw .system(error, doing: .readingSettings(path))
    }
    do throws(SettingsError) {
      return try UserSettings(bytes, path: path)
    } catch {
      throw .settings(error)
    }
  }

  /// Reads the lines of a file.
  init(_ bytes: [UInt8], path: String) throws(SettingsError) {
    self.init()
    var seen: [String: Int] = [:]
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let number = index + 1
      func refusal(_ fault: SettingsError.Fault) -> SettingsError {
        SettingsError(path: path, line: number, fault: fault)
      }
      guard let text = String(validating: line, as: UTF8.self)?.trimmed else {
        throw refusal(.notUTF8(shown: visible(bytes: line)))
      }
      if text.isEmpty || text.hasPrefix("#") { continue }
      guard let equals = text.firstIndex(of: "=") else { throw refusal(.notASetting(text)) }
      let name = String(text[..<equals]).trimmed
      let value = String(text[text.index(after: equals)...]).trimmed
      do throws(Refused) {
        try set(name, value)
      } catch {
        throw refusal(error.fault)
      }
      if name.hasPrefix(SettingsTable.labelPrefix) { continue }
      if let first = seen[name] { throw refusal(.givenTwice(name, first: first)) }
      seen[name] = number
    }
  }

  private struct Refused: Error {
    let fault: SettingsError.Fault
  }

  private mutating func set(_ name: String, _ value: String) throws(Refused) {
    if name.hasPrefix(SettingsTable.labelPrefix) { return try add(label: value, name) }
    guard let row = SettingsTable.rows.first(where: { $0.name == name && $0.name != SettingsTable.labelPrefix }) else {
      throw Refused(fault: UserSettings.unknown(name))
    }
    guard row.allowed.contains(value) else {
      throw Refused(
        fault: .badValue(
          name: name, value: value, allowed: row.allowed, nearest: Spelling.nearest(to: value, among: row.allowed)))
    }
    switch name {
    case "theme": theme = value
    case "density": density = value == "fitting" ? nil : value
    default: usesMouse = value == "on"
    }
  }

  private mutating func add(label words: String, _ name: String) throws(Refused) {
    let roles = SettingsTable.rows.first { $0.name == SettingsTable.labelPrefix }?.allowed ?? []
    let word = String(name.dropFirst(SettingsTable.labelPrefix.count))
    guard roles.contains(word), let role = LabelRole(named: word) else {
      throw Refused(
        fault: .badValue(
          name: SettingsTable.labelPrefix + "ROLE", value: word, allowed: roles,
          nearest: Spelling.nearest(to: word, among: roles)))
    }
    guard words.contains(where: { $0.isLetter || $0.isNumber }), words.utf8.count <= 200 else {
      throw Refused(fault: .badLabel(name))
    }
    labels.append(Label(words: words, role: role))
  }

  private static func unknown(_ name: String) -> SettingsError.Fault {
    let commands = ["editor", "pager", "visual", "shell", "command", "browser", "diff", "hook", "alias", "run"]
    if commands.contains(where: { name.lowercased().hasPrefix($0) }) { return .namesCommand(name) }
    return .unknownName(name, nearest: Spelling.nearest(to: name, among: SettingsTable.rows.map(\.name)))
  }
}
