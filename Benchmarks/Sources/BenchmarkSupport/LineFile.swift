#if canImport(Glibc)
  package import Glibc
#else
  package import Darwin
#endif

/// Lines of a UTF-8 file.
package enum LineFile {
  /// Every line without its end, or nil where the file cannot be read.
  package static func lines(of path: String) -> [String]? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var lines: [String] = []
    while let line = nextLine(of: file) { lines.append(line) }
    return lines
  }

  /// The next line of a stream, or nil at its end.
  package static func nextLine(of file: UnsafeMutablePointer<FILE>) -> String? {
    var buffer: UnsafeMutablePointer<CChar>?
    var capacity = 0
    defer { free(buffer) }
    let count = getline(&buffer, &capacity, file)
    guard count >= 0, let buffer else { return nil }
    var bytes = UnsafeRawBufferPointer(start: buffer, count: count)[...]
    while let last = bytes.last, last == 10 || last == 13 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Rows `text<TAB>label`.
  package static func rows(of path: String) -> [(text: String, label: String)]? {
    lines(of: path)?.compactMap { line in
      let parts = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { return nil }
      return (String(parts[0]), String(parts[1]))
    }
  }
}

/// Time on clocks that only run forward.
package enum Stopwatch {
  /// Seconds since some moment in the past.
  package static var seconds: Double { read(CLOCK_MONOTONIC) }

  /// Seconds that the processor spent on this process; other jobs on the machine do not count.
  package static var processorSeconds: Double { read(CLOCK_PROCESS_CPUTIME_ID) }

  private static func read(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// Figures of a sample.
package enum Sample {
  /// The value below which a share of the values lies; 0 of none.
  package static func percentile(_ values: [Double], _ share: Double) -> Double {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return 0 }
    return sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
  }

  /// Two decimals.
  package static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
