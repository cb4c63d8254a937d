import Assistant
import Documents
import Foundation
import JSON
import Resume

/// Reads many resumes in one process: JSON lines `{"id","file"}` in, `{"id","out","ms"}` out, in the same order. A file that
/// gives no resume answers `{"id","error"}`; the others go on. `ms` is the time from the file's bytes to the resume.
struct ParseBatch: Sendable {
    let resumes: ResumeImport
    let ratesConfidence: Bool

    func run() async {
        // Twice as many as there are cores: none waits for the line that is being printed.
        let width = 2 * ProcessInfo.processInfo.activeProcessorCount
        var running: [Task<String, Never>] = []
        while let line = readLine() {
            guard !line.allSatisfy(\.isWhitespace) else { continue }
            running.append(Task.detached { await self.answer(line).serialized })
            if running.count >= width { await Self.print(running.removeFirst()) }
        }
        for task in running { await Self.print(task) }
    }

    private static func print(_ task: Task<String, Never>) async {
        FileHandle.standardOutput.write(Data((await task.value + "\n").utf8))
    }

    func answer(_ line: String) async -> JSONValue {
        guard let request = try? JSONValue(parsing: Array(line.utf8)).objectValue, let file = request["file"]?.stringValue
        else {
            return .object(["id": .null, "error": "The line is no JSON object with a file."])
        }
        var answer: JSONObject = ["id": request["id"] ?? .null]
        do {
            let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: file))
            defer { try? handle.close() }
            // One byte more than is read, to know of it.
            let bytes = Array(try handle.read(upToCount: self.resumes.documents.limits.fileBytes + 1) ?? Data())
            let clock = ContinuousClock()
            let start = clock.now
            let reading = try await self.resumes.read(bytes, ratesConfidence: self.ratesConfidence)
            let time = (clock.now - start) / .microseconds(1)
            answer["out"] = .object(reading.output)
            answer["ms"] = JSONNumber(time.rounded() / 1_000).map(JSONValue.number)
        } catch {
            let message = error is CocoaError ? "It cannot be opened." : ClientError(error).message
            answer["error"] = .string(message)
        }
        return .object(answer)
    }
}

extension Reading {
    /// The resume, and beside its sections `unplaced` if something found no place, and `confidence` if it was asked for.
    var output: JSONObject {
        var output = self.resume.json.objectValue ?? [:]
        if !self.unplaced.isEmpty { output["unplaced"] = .array(self.unplaced.map(JSONValue.string)) }
        if let confidence = self.confidence { output["confidence"] = .object(confidence) }
        return output
    }
}
