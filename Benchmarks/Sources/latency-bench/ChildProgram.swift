import BenchmarkSupport

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A program started with pipes on its standard input and output.
struct ChildProgram {
  private let process: pid_t
  private let input: UnsafeMutablePointer<FILE>
  private let output: UnsafeMutablePointer<FILE>

  /// Nil where it cannot be started.
  init?(_ path: String, _ arguments: [String]) {
    var toChild: [Int32] = [0, 0]
    var fromChild: [Int32] = [0, 0]
    guard pipe(&toChild) == 0, pipe(&fromChild) == 0 else { return nil }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, toChild[0], 0)
    posix_spawn_file_actions_adddup2(&actions, fromChild[1], 1)
    for descriptor in toChild + fromChild {
      posix_spawn_file_actions_addclose(&actions, descriptor)
    }
    var list: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) }
    list.append(nil)
    defer { for text in list { free(text) } }
    var started: pid_t = 0
    let status = posix_spawn(&started, path, &actions, nil, list, environ)
    close(toChild[0])
    close(fromChild[1])
    guard status == 0, let input = fdopen(toChild[1], "w"), let output = fdopen(fromChild[0], "r")
    else { return nil }
    process = started
    self.input = input
    self.output = output
  }

  /// Sends a line and waits for the line that comes back.
  func ask(_ line: String) -> String? {
    fputs(line + "\n", input)
    fflush(input)
    return LineFile.nextLine(of: output)
  }

  /// Most memory that it had resident so far, in megabytes; 0 where the system does not tell.
  var peakMegabytes: Double {
    for line in LineFile.lines(of: "/proc/\(process)/status") ?? []
    where line.hasPrefix("VmHWM:") {
      let kilobytes = line.split(separator: " ").dropFirst().first.flatMap { Double($0) }
      return (kilobytes ?? 0) / 1024
    }
    return 0
  }

  /// Ends its input, reads what is left and waits for it.
  func finish() {
    fclose(input)
    while LineFile.nextLine(of: output) != nil {}
    fclose(output)
    var status: Int32 = 0
    waitpid(process, &status, 0)
  }
}
