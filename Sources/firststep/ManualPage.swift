import Dialogue
import Knowledge
import Terminal

/// The manual page in the man(7) macros, from the table of commands and options.
struct ManualPage {
  private let root: JSONValue
  private let slots: TriageTable

  /// `root`: the command as the argument parser describes it.
  init(_ root: JSONValue, slots: TriageTable) {
    self.root = root
    self.slots = slots
  }

  var text: String {
    var page = Roff()
    let name = root["commandName"]?.text ?? ""
    page.line(".TH \(name.uppercased()) 1 \"\" \"First Step \(FirstStep.version)\"")
    page.section("Name")
    page.paragraph("\(name) - " + lowered(root["abstract"]?.text ?? ""))
    page.section("Synopsis")
    page.line(".B \(name)")
    page.line(".RI [ command ] \" \" [ options ]")
    page.section("Description")
    page.paragraph(root["discussion"]?.text ?? "")
    page.section("Commands")
    let commands = root["subcommands"]?.list?.filter(\.isShown) ?? []
    for command in commands where command["commandName"]?.text != "help" {
      add(command, named: name, to: &page)
    }
    page.section("Options")
    page.paragraph("These hold for every command that replies.")
    for option in shared(commands) { add(option, to: &page) }
    addConversation(to: &page)
    addSurroundings(to: &page)
    return page.text
  }

  // MARK: - Commands and options

  private func add(_ command: JSONValue, named prefix: String, to page: inout Roff) {
    let name = prefix + " " + (command["commandName"]?.text ?? "")
    let own = command["arguments"]?.list?.filter(\.isShown) ?? []
    let positions = own.filter { $0["kind"]?.text == "positional" }.map { argument in
      let value = argument["valueName"]?.text ?? ""
      let repeated = argument["isRepeating"]?.flag == true ? value + "..." : value
      return argument["isOptional"]?.flag == true ? "[\(repeated)]" : repeated
    }
    page.subsection(([name] + positions).joined(separator: " "))
    page.paragraph(command["abstract"]?.text ?? "")
    if let discussion = command["discussion"]?.text { page.paragraph(discussion) }
    let common = Set(shared(root["subcommands"]?.list ?? []).compactMap(\.optionName))
    let names = Set(own.compactMap(\.optionName))
    for option in own where option.optionName.map({ !common.contains($0) }) ?? false {
      // `--no-pager` is told together with `--pager`.
      if let name = option.optionName, name.hasPrefix("no-"),
        names.contains(String(name.dropFirst(3)))
      {
        continue
      }
      if let slot = option.optionName.flatMap(Slot.init(id:)) {
        add(slot, to: &page)
      } else {
        add(option, to: &page, hasOpposite: names.contains("no-" + (option.optionName ?? "")))
      }
    }
    for part in command["subcommands"]?.list ?? []
    where part.isShown && part["commandName"]?.text != "help" {
      add(part, named: name, to: &page)
    }
  }

  /// `hasOpposite`: there is an option of the same name with `no-` before it.
  private func add(_ option: JSONValue, to page: inout Roff, hasOpposite: Bool = false) {
    var names = (option["names"]?.list ?? []).compactMap { name -> String? in
      guard let text = name["name"]?.text else { return nil }
      return (name["kind"]?.text == "long" ? "--" : "-") + text
    }
    if hasOpposite, let name = option.optionName { names.append("--no-" + name) }
    let takesValue = option["kind"]?.text == "option"
    page.term(names, value: takesValue ? option["valueName"]?.text : nil)
    var text = option["abstract"]?.text ?? ""
    if hasOpposite, let given = option["defaultValue"]?.text { text += " \(given) unless given." }
    if let values = option["allValues"]?.list?.compactMap(\.text), !values.isEmpty {
      text += " One of: " + values.joined(separator: ", ")
      text += option["defaultValue"]?.text.map { "; \($0) unless given." } ?? "."
    }
    page.body(text)
  }

  /// What a slot of the check can be.
  private func add(_ slot: Slot, to page: inout Roff) {
    guard let definition = slots.definition(of: slot) else { return }
    page.term(["--" + slot.id], value: "value")
    let values = definition.values.enumerated().map { "\($0.offset) or \($0.element.word)" }
    page.body(definition.label + ": " + values.joined(separator: ", ") + ", or unknown.")
  }

  /// Options that every command has that replies, in their order.
  private func shared(_ commands: [JSONValue]) -> [JSONValue] {
    let tables = commands.compactMap { $0["arguments"]?.list }
      .filter { $0.contains { $0.optionName == "format" } }
    guard let first = tables.first else { return [] }
    return first.filter { option in
      guard let name = option.optionName else { return false }
      return tables.allSatisfy { $0.contains { $0.optionName == name } }
    }
  }

  // MARK: - The conversation

  private func addConversation(to page: inout Roff) {
    page.section("In the conversation")
    page.paragraph("A line that begins with a slash is a command:")
    for command in ChatAction.all {
      page.term(["/" + command.name], value: nil)
      page.body(command.summary + ".")
    }
    page.section("Keys")
    page.paragraph(
      "Emacs keys, or those of vi after \u{201C}bind -v\u{201D} in ~/.editrc. Every key can be bound anew there."
    )
    for key in KeyHelp.all {
      page.term([key.keys], value: nil)
      page.body(key.does + ".")
    }
  }

  private func addSurroundings(to page: inout Roff) {
    page.section("Environment")
    for (name, text) in Self.variables {
      page.term([name], value: nil)
      page.body(text)
    }
    page.section("Files")
    page.term(["$XDG_STATE_HOME/firststep/history"], value: nil)
    page.body(
      "The lines you typed, at most \(History.defaultLimit); ~/.local/state without the variable. A line that begins with a blank is not kept."
    )
    page.term(["~/.editrc"], value: nil)
    page.body("Keys and mode of the line editor, see editrc(5).")
    page.section("Exit status")
    for (status, text) in Self.statuses {
      page.term([status], value: nil)
      page.body(text)
    }
    page.section("See also")
    page.paragraph("editrc(5), less(1)")
  }

  private static let variables = [
    ("NO_COLOR", "No colour, where it is not empty."),
    (
      "CLICOLOR, CLICOLOR_FORCE, FORCE_COLOR",
      "CLICOLOR=0: no colour. The other two, unless 0: colour on a pipe too."
    ),
    ("ACCESSIBLE", "Not empty: as with --plain."),
    ("TERM", "Without it, or with dumb: as with --plain."),
    ("PAGER", "Shows replies that are longer than the screen; less unless given."),
    ("VISUAL, EDITOR", "The editor for /edit and Ctrl-X Ctrl-E; vi unless given."),
    ("EDITRC", "Another file in place of ~/.editrc."),
    ("XDG_STATE_HOME", "Where the history is; see Files."),
  ]

  private static let statuses = [
    ("0", "Done, also where a question was declined or the reader of a pipe has gone away."),
    ("1", "What was asked for failed: a transcript differs, the knowledge has errors."),
    ("64", "Wrong usage; the nearest valid name is said on standard error."),
    ("66, 70, 74", "An unreadable input file; a defect of the program; an input or output error."),
    ("0 to 5", "With triage --exit-code: the level of the outcome; 64 where there is none."),
    ("128 + n", "Ended by signal n; 130 by Ctrl-C."),
  ]

  private func lowered(_ text: String) -> String {
    let sentence = text.last == "." ? String(text.dropLast()) : text
    return sentence.prefix(1).lowercased() + sentence.dropFirst()
  }
}

extension JSONValue {
  fileprivate var isShown: Bool { self["shouldDisplay"]?.flag != false }

  /// The name of an option or a flag, without dashes; nil for an argument.
  fileprivate var optionName: String? { self["preferredName"]?["name"]?.text }
}
