import ArgumentParser

@main
struct FirstStep: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "firststep",
    abstract: "A runner's plantar fasciitis assistant in the terminal.")
}
