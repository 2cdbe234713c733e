/// What becomes of line feeds when a text is made visible.
package enum LineBreaks: Sendable {
  /// A line feed is shown as a space, for a text that must stay on one line.
  case asSpaces
  /// A line feed stays; CR LF becomes one.
  case kept
}

/// The text with everything that could move the cursor, hide, reorder or impersonate text replaced by a visible sign.
///
/// Controls (C0, C1, ESC, DEL), direction and zero-width characters, line and paragraph separators, tags, private use,
/// unassigned and too young characters each become the repertoire's substitute. So does a combining mark that has
/// nothing before it, and what goes beyond ``marksPerCharacter``. A TAB becomes a space, a soft hyphen a hyphen; the
/// two selectors that only choose between a coloured and a plain picture are left out. What is safe but outside
/// `repertoire` becomes `?`, one for each character with its marks.
///
/// The result is a fixed point: making it visible again changes nothing.
///
/// - Complexity: O(*n*); printable ASCII, and any text without marks that needs no change, is returned without a copy.
package func visible(
  _ text: String, lineBreaks: LineBreaks = .asSpaces, in repertoire: Repertoire = .unicode
) -> String {
  if isPrintableASCII(text) || isPlain(text, in: repertoire) { return text }
  var writer = InertWriter(lineBreaks: lineBreaks, repertoire: repertoire)
  for scalar in text.unicodeScalars { writer.append(scalar) }
  return writer.finish()
}

/// The visible form of bytes that may not be UTF-8: file names, arguments, names of actors, output of other programs.
///
/// Each piece that is not UTF-8 shows as one substitute, as the Unicode standard advises (chapter 3.9).
///
/// - Complexity: O(*n*).
package func visible(
  bytes: some Collection<UInt8>, lineBreaks: LineBreaks = .asSpaces, in repertoire: Repertoire = .unicode
) -> String {
  visible(String(decoding: bytes, as: UTF8.self), lineBreaks: lineBreaks, in: repertoire)
}

/// How many combining marks a character keeps; more could cover the lines above and below.
package let marksPerCharacter = 4

/// Whether the text holds only the bytes 0x20 to 0x7E, so that it is inert and as wide as it is long.
///
/// - Complexity: O(*n*).
package func isPrintableASCII(_ text: String) -> Bool {
  let bytes = text.utf8Span.span
  let ones: UInt64 = 0x0101_0101_0101_0101
  var place = 0
  while place + 8 <= bytes.count {
    // In bounds by the condition of the loop. The high bit of a byte stands if it is below 0x20, above 0x7E or not ASCII.
    let word = unsafe bytes.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: place, as: UInt64.self)
    let low = word & (ones &* 0x7F)
    let isBelow = ~(low &+ (ones &* 0x60))
    let isDelete = low &+ ones
    if (word | isBelow | isDelete) & (ones &* 0x80) != 0 { return false }
    place += 8
  }
  while place < bytes.count {
    if bytes[place] &- 0x20 > 0x5E { return false }
    place += 1
  }
  return true
}

/// Whether every scalar is a harmless spacing character of the repertoire, so that nothing has to be replaced.
private func isPlain(_ text: String, in repertoire: Repertoire) -> Bool {
  for scalar in text.unicodeScalars where scalar.value &- 0x20 > 0x5E {
    guard let columns = CharacterWidth.columns(of: scalar), columns > 0, repertoire.holds(scalar) else { return false }
  }
  return true
}

/// Writes scalars one by one, keeping track of what a combining mark would attach to.
private struct InertWriter {
  let lineBreaks: LineBreaks
  let repertoire: Repertoire
  private var output = String.UnicodeScalarView()
  private var base = Base.none
  private var marks = 0
  private var hasPendingReturn = false

  /// What the last spacing character was.
  private enum Base { case none, shown, replaced }

  init(lineBreaks: LineBreaks, repertoire: Repertoire) {
    self.lineBreaks = lineBreaks
    self.repertoire = repertoire
  }

  mutating func append(_ scalar: Unicode.Scalar) {
    if hasPendingReturn {
      hasPendingReturn = false
      if scalar != "\n" { replace() }
    }
    switch scalar {
    case "\r": hasPendingReturn = true
    case "\n": breakLine()
    case "\t": show(" ")
    case "\u{AD}": show("-")
    case "\u{FE0E}", "\u{FE0F}": if base == .none { replace() }
    default: appendCharacter(scalar)
    }
  }

  mutating func finish() -> String {
    if hasPendingReturn { replace() }
    return String(output)
  }

  private mutating func appendCharacter(_ scalar: Unicode.Scalar) {
    switch CharacterWidth.columns(of: scalar) {
    case nil: replace()
    case 0: appendMark(scalar)
    default:
      if repertoire.holds(scalar) {
        show(scalar)
      } else if scalar.properties.generalCategory == .spaceSeparator {
        show(" ")
      } else {
        replace()
      }
    }
  }

  private mutating func appendMark(_ mark: Unicode.Scalar) {
    guard base != .none else { return replace() }
    marks += 1
    if repertoire.holds(mark) {
      if marks <= marksPerCharacter {
        output.append(mark)
      } else if marks == marksPerCharacter + 1 {
        output.append(repertoire.substitute)
      }
    } else if base == .shown {
      output.removeLast()
      replace()
    }
  }

  private mutating func show(_ scalar: Unicode.Scalar) {
    output.append(scalar)
    base = .shown
    marks = 0
  }

  private mutating func replace() {
    output.append(repertoire.substitute)
    base = .replaced
    marks = 0
  }

  private mutating func breakLine() {
    if lineBreaks == .asSpaces { return show(" ") }
    output.append("\n")
    base = .none
    marks = 0
  }
}
