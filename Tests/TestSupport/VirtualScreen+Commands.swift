import InertText

extension VirtualScreen {
  mutating func perform(_ command: VirtualScreenParser.Command) {
    switch command {
    case .character(let scalar): draw(scalar)
    case .control(let byte): control(byte)
    case .escape(let text): escape(text)
    case .sequence(let prefix, let numbers, let final):
      if let prefix {
        privateSequence(prefix, numbers, final)
      } else {
        sequence(numbers, final)
      }
    case .message: break
    }
  }

  // MARK: Characters

  private static let lineDrawing: [Unicode.Scalar: String] = [
    "q": "─", "x": "│", "l": "┌", "k": "┐", "m": "└", "j": "┘", "t": "├", "u": "┤", "w": "┬", "v": "┴", "n": "┼",
  ]

  private mutating func draw(_ scalar: Unicode.Scalar) {
    let width = CharacterWidth.columns(of: scalar) ?? 1
    if width == 0 {
      let column = wrapsNext ? cursor.column : max(0, cursor.column - 1)
      let base = cells[cursor.row][column].text.isEmpty && column > 0 ? column - 1 : column
      cells[cursor.row][base].text.unicodeScalars.append(scalar)
      return
    }
    let text = (usesLineDrawing ? Self.lineDrawing[scalar] : nil) ?? String(scalar)
    draw(text, width: width)
    lastCharacter = text
  }

  private mutating func draw(_ text: String, width: Int) {
    if wrapsNext || cursor.column + width > columns {
      cursor.column = 0
      lineFeed()
      wrapsNext = false
    }
    if inserts { insertCells(width) }
    for offset in 0..<width where cursor.column + offset < columns { splitWide(at: cursor.column + offset) }
    cells[cursor.row][cursor.column] = Cell(text: text, look: look)
    if width == 2 { cells[cursor.row][cursor.column + 1] = Cell(text: "", look: look) }
    wrapsNext = cursor.column + width >= columns
    cursor.column = min(cursor.column + width, columns - 1)
  }

  /// Blanks the other half of a wide character that is about to be drawn over.
  private mutating func splitWide(at column: Int) {
    if cells[cursor.row][column].text.isEmpty, column > 0 { cells[cursor.row][column - 1].text = " " }
    if column + 1 < columns, cells[cursor.row][column + 1].text.isEmpty { cells[cursor.row][column + 1].text = " " }
  }

  private mutating func control(_ byte: UInt8) {
    switch byte {
    case 0x07: bells += 1
    case 0x08: moveCursor(column: cursor.column - 1, row: cursor.row)
    case 0x09: moveCursor(column: (cursor.column / 8 + 1) * 8, row: cursor.row)
    case 0x0A: lineFeed()
    case 0x0D: moveCursor(column: 0, row: cursor.row)
    case 0x00, 0x0F: break
    default: unknown.append("control \(byte)")
    }
  }

  private mutating func lineFeed() {
    if cursor.row == scrollBottom {
      scroll(1)
    } else if cursor.row < rows - 1 {
      cursor.row += 1
    }
    wrapsNext = false
  }

  private mutating func escape(_ text: String) {
    switch text {
    case "7": saveCursor()
    case "8": restoreCursor()
    case "M":
      if cursor.row == scrollTop { scroll(-1) } else { moveCursor(column: cursor.column, row: cursor.row - 1) }
    case "E":
      cursor.column = 0
      lineFeed()
    case "c": reset()
    case "(0": usesLineDrawing = true
    case "(B": usesLineDrawing = false
    case "=", ">", ")B", ")0": break
    default: unknown.append("ESC \(text)")
    }
  }

  // MARK: Sequences

  private mutating func privateSequence(_ prefix: Character, _ numbers: [Int], _ final: String) {
    guard prefix == "?", final == "h" || final == "l" else {
      unknown.append("ESC [ \(prefix) \(numbers) \(final)")
      return
    }
    for number in numbers {
      if final == "h" { modes.insert(number) } else { modes.remove(number) }
      if number == 1049 { useSecondScreen(final == "h") }
    }
  }

  private mutating func sequence(_ numbers: [Int], _ final: String) {
    let first = numbers.first ?? 0
    let count = max(1, first)
    switch final {
    case "A": moveCursor(column: cursor.column, row: cursor.row - count)
    case "B": moveCursor(column: cursor.column, row: cursor.row + count)
    case "C": moveCursor(column: cursor.column + count, row: cursor.row)
    case "D": moveCursor(column: cursor.column - count, row: cursor.row)
    case "G": moveCursor(column: count - 1, row: cursor.row)
    case "d": moveCursor(column: cursor.column, row: count - 1)
    case "H", "f": moveCursor(column: max(1, numbers.count > 1 ? numbers[1] : 1) - 1, row: count - 1)
    case "Z": moveCursor(column: (cursor.column - 1) / 8 * 8, row: cursor.row)
    case "J": eraseScreen(first)
    case "K": eraseLine(first)
    case "X": erase(columns: cursor.column..<min(columns, cursor.column + count), row: cursor.row)
    case "P": deleteCells(count)
    case "@": insertCells(count)
    case "L": if (scrollTop...scrollBottom).contains(cursor.row) { scroll(-count, from: cursor.row) }
    case "M": if (scrollTop...scrollBottom).contains(cursor.row) { scroll(count, from: cursor.row) }
    case "S": scroll(count)
    case "T": scroll(-count)
    case "b": for _ in 0..<count { draw(lastCharacter, width: InertText.columns(of: lastCharacter)) }
    case "m": setLook(numbers.isEmpty ? [0] : numbers)
    case "r": setScrollRegion(numbers)
    case "h": if first == 4 { inserts = true } else { unknown.append("ESC [ \(numbers) h") }
    case "l": if first == 4 { inserts = false } else { unknown.append("ESC [ \(numbers) l") }
    case "t", "!p": break
    default: unknown.append("ESC [ \(numbers) \(final)")
    }
  }

  private mutating func setScrollRegion(_ numbers: [Int]) {
    scrollTop = max(1, numbers.first ?? 1) - 1
    scrollBottom = min(rows, numbers.count > 1 && numbers[1] > 0 ? numbers[1] : rows) - 1
    moveCursor(column: 0, row: 0)
  }

  // MARK: Erasing and moving cells

  private mutating func erase(columns range: Range<Int>, row: Int) {
    for column in range { cells[row][column] = erased }
    wrapsNext = false
  }

  private mutating func eraseLine(_ kind: Int) {
    switch kind {
    case 0: erase(columns: cursor.column..<columns, row: cursor.row)
    case 1: erase(columns: 0..<cursor.column + 1, row: cursor.row)
    default: erase(columns: 0..<columns, row: cursor.row)
    }
  }

  private mutating func eraseScreen(_ kind: Int) {
    if kind == 3 { return }
    if kind < 2 { eraseLine(kind) }
    let others = kind == 0 ? cursor.row + 1..<rows : kind == 1 ? 0..<cursor.row : 0..<rows
    for row in others { erase(columns: 0..<columns, row: row) }
  }

  private mutating func deleteCells(_ count: Int) {
    let count = min(count, columns - cursor.column)
    cells[cursor.row].removeSubrange(cursor.column..<cursor.column + count)
    cells[cursor.row] += Array(repeating: erased, count: count)
  }

  private mutating func insertCells(_ count: Int) {
    let count = min(count, columns - cursor.column)
    cells[cursor.row].insert(contentsOf: Array(repeating: erased, count: count), at: cursor.column)
    cells[cursor.row].removeLast(count)
  }

  /// Moves rows up by `count`, down if it is negative, between a first row and the end of the scroll region.
  private mutating func scroll(_ count: Int, from top: Int? = nil) {
    let top = top ?? scrollTop
    let blank = Array(repeating: erased, count: columns)
    for _ in 0..<min(abs(count), scrollBottom - top + 1) {
      cells.remove(at: count > 0 ? top : scrollBottom)
      cells.insert(blank, at: count > 0 ? scrollBottom : top)
    }
    wrapsNext = false
  }

  // MARK: Looks

  private mutating func setLook(_ numbers: [Int]) {
    var index = 0
    while index < numbers.count {
      switch numbers[index] {
      case 0: look = Look()
      case 1: look.bold = true
      case 2: look.dim = true
      case 4: look.underline = true
      case 7: look.reverse = true
      case 22: (look.bold, look.dim) = (false, false)
      case 24: look.underline = false
      case 27: look.reverse = false
      case 30...37: look.foreground = numbers[index] - 30
      case 39: look.foreground = nil
      case 40...47: look.background = numbers[index] - 40
      case 49: look.background = nil
      case 90...97: look.foreground = numbers[index] - 82
      case 100...107: look.background = numbers[index] - 92
      case 38 where index + 2 < numbers.count && numbers[index + 1] == 5:
        look.foreground = numbers[index + 2]
        index += 2
      case 48 where index + 2 < numbers.count && numbers[index + 1] == 5:
        look.background = numbers[index + 2]
        index += 2
      default: unknown.append("ESC [ \(numbers) m")
      }
      index += 1
    }
  }
}
