internal import InertText
internal import Interchange

/// Rows for other programs: CSV for spreadsheets, TAB-separated for scripts.
enum Separated {
  /// A line of comma-separated values, safe for spreadsheets (``CSVText``).
  static func csv(_ cells: [String]) -> [UInt8] { Array(CSVText.row(cells).utf8) }

  /// A line of TAB-separated values; TAB and line feeds within them become spaces.
  static func porcelain(_ cells: [String]) -> [UInt8] {
    Array((cells.map { visible($0) }.joined(separator: "\t") + "\n").utf8)
  }
}
