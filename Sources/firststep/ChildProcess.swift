#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Runs another program and waits for it; its output is ours.
enum ChildProcess {
  /// The exit status of the program, or 128 plus the number of the signal that ended it.
  static func run(_ program: String, _ arguments: [String]) throws -> Int32 {
    var process = pid_t()
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    let code = posix_spawn(&process, program, nil, nil, words, environ)
    guard code == 0 else { throw Failure.inputOutput("cannot start \(program)", code: code) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else {
        throw Failure.inputOutput("cannot wait for \(program)", code: errno)
      }
    }
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }
}
