/// Placeholder until the module has content.
enum DialogueModule {}
