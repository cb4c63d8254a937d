import NIOCore

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Counts events, and what both processes spend on them, between ``start()`` and ``finish(connections:)``.
final class Measurement {
    struct Report: Codable, Sendable {
        var connections: Int
        var events: Int
        var eventsPerSecond: Double
        /// Microseconds.
        var serverCPUPerEvent: Double
        var clientCPUPerEvent: Double
        var p50: Double
        var p99: Double
    }

    private let server: ServerProcess
    private(set) var isRunning = false
    private var events = 0
    private var latencies: [UInt32] = []
    private var began = (server: 0.0, client: 0.0, time: NIODeadline.now())

    init(server: ServerProcess) {
        self.server = server
        self.latencies.reserveCapacity(1 << 20)
    }

    static var now: UInt64 { NIODeadline.now().uptimeNanoseconds }

    func start() {
        self.began = (self.server.cpu, ServerProcess.ownCPU, .now())
        self.isRunning = true
    }

    func record(nanoseconds: UInt64) {
        guard self.isRunning else { return }
        self.events += 1
        self.latencies.append(UInt32(clamping: nanoseconds))
    }

    func finish(connections: Int) -> Report {
        self.isRunning = false
        let server = self.server.cpu - self.began.server
        let client = ServerProcess.ownCPU - self.began.client
        let seconds = Double((NIODeadline.now() - self.began.time).nanoseconds) / 1e9
        let events = Double(max(1, self.events))
        self.latencies.sort()
        return Report(
            connections: connections, events: self.events, eventsPerSecond: Double(self.events) / seconds,
            serverCPUPerEvent: server / events, clientCPUPerEvent: client / events, p50: self.quantile(0.5),
            p99: self.quantile(0.99))
    }

    private func quantile(_ part: Double) -> Double {
        guard !self.latencies.isEmpty else { return 0 }
        return Double(self.latencies[min(self.latencies.count - 1, Int(Double(self.latencies.count) * part))]) / 1e3
    }
}

func printJSON(_ report: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    print(String(decoding: try encoder.encode(report), as: UTF8.self))
}
