/// One character as it stands on the screen.
package struct Cell: Hashable, Sendable {
  package var text: String
  /// Columns: 1 or 2; what takes none is part of the cell before.
  package var width: Int
  package var ink: Ink

  /// Terminals differ in how wide they draw what is joined of several scalars (emoji with modifiers,
  /// families, flags), so the column after such a cell is set, not trusted.
  package var isAmbiguous: Bool {
    text.utf8.count > 4 && text.unicodeScalars.count > 1
      && text.unicodeScalars.contains {
        $0.value == 0xFE0F || $0.value == 0x200D || $0.value > 0xFFFF
      }
  }
}

extension Cell {
  /// What is written: only the first scalar of an emoji that a terminal could draw over the margin.
  package func text(within room: Int) -> String {
    guard isAmbiguous, let first = text.unicodeScalars.first else { return text }
    let widest = text.unicodeScalars.reduce(0) { $0 + DisplayWidth.of(Character($1)) }
    return widest <= room ? text : String(first)
  }
}

package struct Row: Hashable, Sendable {
  package var cells: [Cell] = []
  package var width = 0
  /// Goes on in the next row without a newline.
  package var isContinued = false
}

/// What the editor wants to be on the screen: rows, and the place of the cursor.
package struct Frame: Hashable, Sendable {
  package var rows: [Row] = [Row()]
  package var cursorRow = 0
  package var cursorColumn = 0
  package let columns: Int

  package init(columns: Int) {
    self.columns = max(2, columns)
  }

  /// Adds a character; one that is wider than the rest of the row goes to the next row.
  package mutating func put(_ character: Character, _ ink: Ink = .plain) {
    if let value = character.asciiValue {
      switch value {
      case 0x0A: return newline()
      case 0x09: return put(String(repeating: " ", count: 4), ink)
      case 0x00..<0x20: return put("^" + String(UnicodeScalar(value + 0x40)), ink)
      case 0x7F: return put("^?", ink)
      default: return add(Cell(text: String(character), width: 1, ink: ink))
      }
    }
    let width = DisplayWidth.of(character)
    if width == 0 {
      // A mark without a letter under it: show it on a blank.
      add(Cell(text: "\u{25CC}" + String(character), width: 1, ink: ink))
    } else {
      add(Cell(text: String(character), width: width, ink: ink))
    }
  }

  package mutating func put(_ text: String, _ ink: Ink = .plain) {
    for character in text { put(character, ink) }
  }

  package mutating func newline() {
    rows.append(Row())
  }

  private mutating func add(_ cell: Cell) {
    if rows[rows.count - 1].width + cell.width > columns {
      rows[rows.count - 1].isContinued = true
      rows.append(Row())
    }
    rows[rows.count - 1].cells.append(cell)
    rows[rows.count - 1].width += cell.width
  }

  /// Makes the place where the next character would stand the cursor's.
  package mutating func markCursor(nextWidth: Int = 1) {
    if rows[rows.count - 1].width + nextWidth > columns {
      cursorRow = rows.count
      cursorColumn = 0
    } else {
      cursorRow = rows.count - 1
      cursorColumn = rows[rows.count - 1].width
    }
  }

  /// Adds the row that the cursor stands in where the text ends at the margin.
  package mutating func finish() {
    while rows.count <= cursorRow {
      rows[rows.count - 1].isContinued = true
      rows.append(Row())
    }
  }

  package var remainingColumns: Int { columns - rows[rows.count - 1].width }

  /// Row of the cursor, once a terminal of `columns` has wrapped these rows anew.
  package func cursorRow(rewrappedTo columns: Int) -> Int {
    var row = 0
    var column = 0
    for (index, line) in rows.enumerated() {
      var target = index == cursorRow && cursorColumn == 0 ? row : nil
      var passed = 0
      for cell in line.cells {
        if column + cell.width > columns {
          row += 1
          column = 0
        }
        if index == cursorRow && passed == cursorColumn { target = row }
        column += cell.width
        passed += cell.width
      }
      if index == cursorRow {
        // Behind the last cell; where terminals differ, too few rows are better than too many.
        return target ?? row
      }
      if !line.isContinued {
        row += 1
        column = 0
      }
    }
    return row
  }
}
