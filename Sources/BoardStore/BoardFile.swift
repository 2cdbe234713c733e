import BoardModel
import JSONText

/// What `board.json` holds: the store's id, the format, and the settings of the board.
struct BoardFile: Equatable {
  /// Tells the boards of the world apart; a copy has the same.
  var storeID: UInt64
  var settings: BoardSettings
  /// Features without which nobody may write.
  var must: [String] = []
  var format = BoardFile.newestFormat

  static let newestFormat = 1
  /// More than any board file needs.
  static let longest = 1 << 20

  /// What keeps this version from writing; empty if nothing does.
  var missingFeatures: [String] { must + (format > Self.newestFormat ? ["format \(format)"] : []) }

  /// The file's text: one line of JSON.
  var bytes: [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("format")
    writer.integer(format)
    writer.key("store")
    writer.string(ChangeID.hex(storeID, digits: 16))
    writer.key("must")
    writer.beginArray()
    for feature in must { writer.string(feature) }
    writer.endArray()
    writer.key("name")
    writer.string(settings.name)
    writer.key("body")
    writer.string(settings.body)
    writer.key("force")
    writer.string(settings.force)
    writer.key("countingRule")
    writer.string(settings.countingRule.rawValue)
    writer.key("responseDays")
    writer.integer(settings.responseDays)
    writer.endObject()
    writer.appendOutside([0x0A])
    return writer.bytes
  }

  /// What is wrong with a board file.
  struct Fault: Error {
    let detail: String
  }
}

extension BoardFile {
  /// Reads the file's text; members it does not know are passed over.
  init(_ bytes: [UInt8]) throws(Fault) {
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONValue(parsing: bytes)
    } catch {
      throw Fault(detail: "board.json is no JSON text at byte \(error.offset)")
    }
    guard let format = value["format"]?.integer, format > 0 else {
      throw Fault(detail: "board.json has no format")
    }
    guard let store = value["store"]?.string,
      let storeID = LineFormat.hexadecimal(Array(store.utf8).span)
    else {
      throw Fault(detail: "board.json has no store id")
    }
    guard let name = value["name"]?.string else { throw Fault(detail: "board.json has no name") }
    var settings = BoardSettings(
      name: name, body: value["body"]?.string, force: value["force"]?.string)
    if let rule = value["countingRule"]?.string {
      guard let known = CountingRule(rawValue: rule) else {
        throw Fault(detail: "board.json has a counting rule that is not known")
      }
      settings.countingRule = known
    }
    if let days = value["responseDays"]?.integer {
      guard (1...3650).contains(days) else {
        throw Fault(detail: "board.json: responseDays is 1 to 3650")
      }
      settings.responseDays = days
    }
    self.init(
      storeID: storeID, settings: settings, must: (value["must"]?.array ?? []).compactMap(\.string),
      format: format)
  }
}
