internal import CLineEditor

/// The locale that this program works in: the user's, or a UTF-8 one where that is none.
///
/// Without it, libedit drops every letter beyond ASCII (measured with libedit 3.1-20221030).
package struct LocaleChoice: Hashable, Sendable {
  package let name: String
  /// The environment's own locale had another encoding.
  package let isFallback: Bool

  /// Set once for the whole program.
  package static let current: LocaleChoice = {
    var name = [CChar](repeating: 0, count: 256)
    let isOwn = le_set_locale(&name, name.count)
    let bytes = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return LocaleChoice(name: String(decoding: bytes, as: UTF8.self), isFallback: !isOwn)
  }()
}
