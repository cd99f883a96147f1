/// The lines that the user has entered, kept over restarts.
///
/// The file is shared: what other programs have added comes in whenever a line is stored. A line that
/// begins with a blank is not stored, nor is any while `isPrivate`; a line equal to the one before is
/// stored once. Trouble with the file never stops the conversation: it is kept in `problem` to be told
/// once, and the lines of this session stay in memory.
package final class History {
  package static let defaultLimit = 2_000

  /// No line is stored while this is set.
  package var isPrivate: Bool
  /// Why lines are not kept on disk, until it is taken.
  package private(set) var problem: HistoryError?

  package let path: String?
  private let limit: Int
  private let file: HistoryFile?
  /// Lines that could not be written yet; they are tried again with the next one.
  private var unsaved: [String] = []
  private var hasFailed = false
  private var isBlocked = false
  private var loaded: [String]?

  /// `path`: nil keeps the lines in memory only. The file is read when it is first needed. A folder that
  /// holds nothing else is closed to other users (`isFolderOurs`).
  package init(
    path: String?, isFolderOurs: Bool = false, limit: Int = History.defaultLimit,
    isPrivate: Bool = false
  ) {
    self.path = path
    self.limit = max(1, limit)
    self.isPrivate = isPrivate
    file = path.map { HistoryFile(path: $0, isFolderOurs: isFolderOurs) }
  }

  /// The history of `program` in its usual place.
  package convenience init(
    program: String, environment: [String: String], isPrivate: Bool = false
  ) {
    self.init(
      path: Self.defaultPath(program: program, environment: environment), isFolderOurs: true,
      isPrivate: isPrivate)
  }

  /// `$XDG_STATE_HOME/PROGRAM/history`, or the same in `~/.local/state`; nil without a home.
  ///
  /// A relative `XDG_STATE_HOME` counts as unset (XDG Base Directory Specification 0.8).
  package static func defaultPath(program: String, environment: [String: String]) -> String? {
    if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
      return "\(state)/\(program)/history"
    }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return "\(home)/.local/state/\(program)/history"
  }

  /// Oldest first.
  package var entries: [String] {
    if let loaded { return loaded }
    var entries: [String] = []
    if let file {
      do throws(HistoryError) {
        entries = Array(try file.read().suffix(limit))
      } catch {
        fail(error)
      }
    }
    loaded = entries
    return entries
  }

  /// Stores a line; returns whether it was stored.
  @discardableResult
  package func add(_ line: String) -> Bool {
    guard !isPrivate, !line.hasPrefix(" "), line.contains(where: { !$0.isWhitespace }) else {
      return false
    }
    change { entries in
      if entries.last != line { entries.append(line) }
    }
    return true
  }

  /// Forgets all lines, on disk too.
  package func clear() {
    change { $0 = [] }
  }

  /// Forgets the line of that number, counted from 1 as `entries` has them; false where there is none.
  ///
  /// Every line equal to it goes too: what shall be forgotten must not stand elsewhere in the file.
  @discardableResult
  package func delete(_ number: Int) -> Bool {
    let known = entries
    guard known.indices.contains(number - 1) else { return false }
    delete(line: known[number - 1])
    return true
  }

  /// Forgets every line equal to `line`.
  package func delete(line: String) {
    change { $0.removeAll { $0 == line } }
  }

  /// The problem with the file, once.
  package func takeProblem() -> HistoryError? {
    defer { problem = nil }
    return problem
  }

  private func change(_ edit: (inout [String]) -> Void) {
    let limit = limit
    let unsaved = unsaved
    func whole(_ entries: inout [String]) {
      entries += unsaved
      edit(&entries)
      if entries.count > limit { entries.removeFirst(entries.count - limit) }
    }
    var inMemory = entries
    edit(&inMemory)
    loaded = Array(inMemory.suffix(limit))
    guard let file, !isBlocked else { return }
    do throws(HistoryError) {
      loaded = try file.update(whole)
      self.unsaved = []
    } catch {
      fail(error)
      edit(&self.unsaved)
    }
  }

  private func fail(_ error: HistoryError) {
    if !hasFailed { problem = error }
    hasFailed = true
    // Waiting for the lock once is enough.
    if error.code == nil { isBlocked = true }
  }
}
