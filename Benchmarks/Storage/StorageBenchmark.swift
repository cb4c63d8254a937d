import Foundation
import JSON
import Resume
import Storage
import Synchronization

/// What storing costs on this machine's disk: `swift run -c release StorageBenchmark [DIRECTORY] [SECONDS]`.
@main
enum StorageBenchmark {
    static func main() async throws {
        let arguments = CommandLine.arguments
        let directory = arguments.count > 1 ? arguments[1] : "."
        let seconds = arguments.count > 2 ? Double(arguments[2]) ?? 5 : 5
        let path = directory + "/benchmark-\(ProcessInfo.processInfo.processIdentifier).sqlite"
        defer { for end in ["", "-wal", "-shm", ".lock"] { try? FileManager.default.removeItem(atPath: path + end) } }
        let store = try SQLiteStore(.file(path))
        print("| writers | acknowledged updates/s | p50 ms | p99 ms |\n| --- | --- | --- | --- |")
        for writers in [1, 20, 200] {
            let times = try await self.updates(store, writers: writers, seconds: seconds).sorted()
            let rate = Double(times.count) / seconds
            print("| \(writers) | \(Int(rate)) | \(self.ms(times, 0.5)) | \(self.ms(times, 0.99)) |")
        }
        try await self.lists(store)
        try await self.memory(store)
        await store.close()
    }

    private static func resume(_ number: Int) throws -> Resume {
        let entry: JSONValue = [
            "Position": "Engineer", "Company": "Company \(number)", "Dates": "2019 - 2024",
            "Description": .string(String(repeating: "Built what was needed and measured it. ", count: 20)),
        ]
        return try Resume([
            "Name": .string("Person \(number)"), "Title": "Engineer", "Email": "person@engine.example",
            "Summary": .string(String(repeating: "Engineer. ", count: 40)),
            "Experience": .array(Array(repeating: entry, count: 4)),
        ])
    }

    /// Each writer changes a field of a resume of its own, one update after another.
    private static func updates(_ store: SQLiteStore, writers: Int, seconds: Double) async throws -> [Double] {
        for number in 0..<writers {
            try await store.write([.commit(ResumeCommit(id: "w\(writers)-\(number)", from: nil, to: self.resume(number)))])
        }
        let end = ContinuousClock.now + .seconds(seconds)
        return try await withThrowingTaskGroup(of: [Double].self) { group in
            for number in 0..<writers {
                group.addTask {
                    let id = "w\(writers)-\(number)"
                    var current = StoredResume(resume: try self.resume(number), revision: 1)
                    var times: [Double] = []
                    while ContinuousClock.now < end {
                        let start = ContinuousClock.now
                        let title = JSONValue.string("Engineer \(times.count)")
                        let changed = try current.resume.applying(.set(path: FieldPath("Title"), value: title)).resume
                        try await store.write([.commit(ResumeCommit(id: id, from: current, to: changed))])
                        current = StoredResume(resume: changed, revision: current.revision + 1)
                        times.append((ContinuousClock.now - start) / .milliseconds(1))
                    }
                    return times
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
    }

    private static func lists(_ store: SQLiteStore) async throws {
        for number in 0..<1_000 {
            let commit = ResumeCommit(id: "l\(number)", owner: "user", from: nil, to: try self.resume(number))
            store.submit([.commit(commit)]) { _ in }
        }
        try await store.write([.removeSession(id: "none")])
        var (lists, opens): ([Double], [Double]) = ([], [])
        for number in 0..<200 {
            var start = ContinuousClock.now
            guard try await store.resumes(of: "user").count == 1_000 else { fatalError("not all are listed") }
            lists.append((ContinuousClock.now - start) / .milliseconds(1))
            start = .now
            guard try await store.resume("l\(number)") != nil else { fatalError("one is missing") }
            opens.append((ContinuousClock.now - start) / .milliseconds(1))
        }
        (lists, opens) = (lists.sorted(), opens.sorted())
        print(
            "\nA user with 1,000 resumes: list p50 \(self.ms(lists, 0.5)) ms, p99 \(self.ms(lists, 0.99)) ms;", terminator: " ")
        print("open p50 \(self.ms(opens, 0.5)) ms, p99 \(self.ms(opens, 0.99)) ms.")
    }

    private static func memory(_ store: SQLiteStore) async throws {
        let before = self.residentBytes
        var resumes: [StoredResume] = []
        for number in 0..<10_000 {
            if let resume = try await store.resume("l\(number % 1_000)") { resumes.append(resume) }
        }
        let bytes = (self.residentBytes - before) / resumes.count
        print("\(resumes.count) open resumes of \(resumes[0].resume.byteCount) bytes: \(bytes) bytes each.")
    }

    private static var residentBytes: Int {
        let statistics = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
        return (statistics?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) * 4_096
    }

    private static func ms(_ sorted: [Double], _ share: Double) -> String {
        sorted.isEmpty ? "-" : String(format: "%.1f", sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))])
    }
}
