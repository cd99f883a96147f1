@main
struct KnowledgeCompiler {
  static func main() {
    // Filled in with the knowledge reader.
  }
}
