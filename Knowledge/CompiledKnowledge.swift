/// The knowledge that the build compiled in.
package enum CompiledKnowledge {}
