import PackagePlugin

/// Compiles the folder of knowledge into one Swift file at every build in which it has changed.
///
/// The folder is the target itself, so that a new, a changed and a removed file are all seen.
@main
struct CompileKnowledge: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let target = target.sourceModule else { return [] }
    let output = context.pluginWorkDirectoryURL.appending(path: "CompiledKnowledge+Literal.swift")
    let cache = context.pluginWorkDirectoryURL.appending(path: "training.cache")
    return [
      .buildCommand(
        displayName: "Compiling knowledge",
        executable: try context.tool(named: "knowledge-compiler").url,
        arguments: [
          "compile", target.directoryURL.path(), "--output-swift", output.path(),
          "--allow-stale", "--cache", cache.path(),
        ],
        inputFiles: target.sourceFiles(withSuffix: ".yaml").map(\.url),
        outputFiles: [output])
    ]
  }
}
