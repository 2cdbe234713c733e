/// One column of one row: a spacing character with its combining marks, and a style.
///
/// Takes 24 bytes.
package struct Cell: Equatable, Sendable {
  /// The spacing character; a space in the second half of a wide one.
  package private(set) var scalar: Unicode.Scalar
  package var style: Style
  package private(set) var shape: Shape
  package private(set) var marks: Marks

  /// Which part of its character a cell holds.
  package enum Shape: UInt8, Sendable {
    case narrow, wideStart, wideEnd
  }

  /// A cell that shows nothing.
  package static func blank(_ style: Style = .plain) -> Cell { Cell(" ", style: style) }

  init(_ scalar: Unicode.Scalar, style: Style, shape: Shape = .narrow) {
    self.scalar = scalar
    self.style = style
    self.shape = shape
    self.marks = Marks()
  }

  mutating func append(mark: Unicode.Scalar) { marks.append(mark) }

  /// The character with its marks, as text; empty for the second half of a wide one.
  package var text: String {
    if shape == .wideEnd { return "" }
    var scalars = String.UnicodeScalarView([scalar])
    marks.forEach { scalars.append($0) }
    return String(scalars)
  }
}

/// Up to four combining marks, as many as InertText lets through and curses holds in a cell.
package struct Marks: Equatable, Sendable {
  private var first: UInt32 = 0
  private var second: UInt32 = 0
  private var third: UInt32 = 0
  private var fourth: UInt32 = 0

  package var isEmpty: Bool { first == 0 }

  /// Calls `body` with each mark in order.
  package func forEach(_ body: (Unicode.Scalar) -> Void) {
    for value in [first, second, third, fourth] where value != 0 {
      if let mark = Unicode.Scalar(value) { body(mark) }
    }
  }

  /// Adds a mark after the others; a fifth is left out.
  mutating func append(_ mark: Unicode.Scalar) {
    if first == 0 {
      first = mark.value
    } else if second == 0 {
      second = mark.value
    } else if third == 0 {
      third = mark.value
    } else if fourth == 0 {
      fourth = mark.value
    }
  }
}
