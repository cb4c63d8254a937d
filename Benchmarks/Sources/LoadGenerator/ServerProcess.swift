import Glibc

/// What the kernel says about a process.
struct ServerProcess: Sendable {
    struct Unreadable: Error {}

    private let clock: clockid_t
    private let rollup: String

    init(pid: Int32) throws {
        var clock = clockid_t()
        guard clock_getcpuclockid(pid, &clock) == 0 else { throw Unreadable() }
        self.clock = clock
        self.rollup = "/proc/\(pid)/smaps_rollup"
    }

    /// User and system time of all its threads, in microseconds. The same sum as `utime + stime` of `/proc/PID/stat`, which
    /// counts in steps of 10 ms.
    var cpu: Double { Self.microseconds(self.clock) }

    /// This process's own.
    static var ownCPU: Double { Self.microseconds(CLOCK_PROCESS_CPUTIME_ID) }

    private static func microseconds(_ clock: clockid_t) -> Double {
        var time = timespec()
        guard clock_gettime(clock, &time) == 0 else { return .nan }
        return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
    }

    /// `Rss` of `/proc/PID/smaps_rollup`, which is exact, unlike the counter in `/proc/PID/statm`.
    var residentKilobytes: Int {
        guard let file = fopen(self.rollup, "r") else { return 0 }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 256)
        while fgets(&line, Int32(line.count), file) != nil {
            let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            guard text.hasPrefix("Rss:") else { continue }
            return text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        }
        return 0
    }
}
