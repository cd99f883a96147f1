internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Independent work on several threads. Only the test tool uses it; answers take one thread.
package enum Workers {
  /// Processors that are online, at least one.
  package static var cores: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// `transform` of every element in order; a worker that is free takes the next element.
  ///
  /// The stack of a thread is 8 MB, as that of the first one.
  package static func map<Element: Sendable, Value: Sendable>(
    _ elements: [Element], workers: Int = cores, _ transform: @Sendable (Element) -> Value
  ) -> [Value] {
    let count = min(workers, elements.count)
    guard count > 1 else { return elements.map(transform) }
    return withoutActuallyEscaping(transform) { transform in
      let places = UnsafeMutablePointer<Value?>.allocate(capacity: elements.count)
      places.initialize(repeating: nil, count: elements.count)
      defer {
        places.deinitialize(count: elements.count)
        places.deallocate()
      }
      let next = Counter()
      let jobs = (0..<count).map { _ in
        Job {
          while case let place = next.take(), place < elements.count {
            places[place] = transform(elements[place])
          }
        }
      }
      let threads = jobs.dropFirst().map { $0.start() }
      jobs.first?.run()
      for (job, thread) in zip(jobs.dropFirst(), threads) { job.wait(for: thread) }
      return (0..<elements.count).compactMap { places[$0] }
    }
  }
}

/// Numbers from 0 on, each handed out once.
private final class Counter: Sendable {
  private let value = Atomic<Int>(0)

  func take() -> Int { value.wrappingAdd(1, ordering: .relaxed).oldValue }
}

/// A closure that a thread runs once.
private final class Job {
  let run: () -> Void

  init(_ run: @escaping () -> Void) {
    self.run = run
  }

  /// Begins on a new thread; nil if there is none to be had.
  func start() -> pthread_t? {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setstacksize(&attributes, 8 << 20)
    defer { pthread_attr_destroy(&attributes) }
    let context = Unmanaged.passRetained(self)
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    let code = pthread_create(&thread, &attributes, Job.entry, context.toOpaque())
    if code != 0 {
      context.release()
      return nil
    }
    return thread
  }

  /// Ends when the thread has; without a thread the work is done here.
  func wait(for thread: pthread_t?) {
    if let thread { pthread_join(thread, nil) } else { run() }
  }

  #if canImport(Darwin)
    private static let entry: @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? =
      { context in
        Unmanaged<Job>.fromOpaque(context).takeRetainedValue().run()
        return nil
      }
  #else
    private static let entry:
      @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { context in
        if let context { Unmanaged<Job>.fromOpaque(context).takeRetainedValue().run() }
        return nil
      }
  #endif
}
