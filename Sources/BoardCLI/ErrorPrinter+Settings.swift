internal import BoardModel
internal import Commands

extension ErrorPrinter {
  /// What is wrong with a settings file, and the way out.
  static func report(_ error: SettingsError) -> ErrorReport {
    ErrorReport("bad-settings", .badSettings, "\(error.path), line \(error.line): \(sentence(error.fault))")
  }

  private static func sentence(_ fault: SettingsError.Fault) -> String {
    switch fault {
    case .notASetting(let text): "“\(text)” is no setting; write name = value, or # before a remark"
    case .unknownName(let name, let nearest):
      "no setting “\(name)”\(Spelling.question(nearest)); there are \(names) (see `board help settings`)"
    case .namesCommand(let name):
      "“\(name)”: no setting names a command; set $VISUAL, $EDITOR or $PAGER in your environment instead"
    case .badValue(let name, let value, let allowed, let nearest):
      "“\(value)” is no \(name)\(Spelling.question(nearest)); it takes \(allowed.joined(separator: ", "))"
    case .givenTwice(let name, let first): "“\(name)” stands on line \(first) already; keep one of them"
    case .notUTF8(let shown): "“\(shown)” is not UTF-8"
    case .badLabel(let name): "“\(name)” needs the words of the label, 1 to 200 bytes with a letter or digit"
    }
  }

  private static var names: String {
    SettingsTable.rows.map { $0.name == SettingsTable.labelPrefix ? "label.ROLE" : $0.name }.joined(separator: ", ")
  }
}
