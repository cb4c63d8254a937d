import Assistant
import Foundation
import JSON
import Resume
import Testing

@testable import Documents

/// What is written is read back, by our own readers and the rules, as the same resume.
@Suite(.serialized) struct RoundTripTests {
    /// Pages take a fifth of a second each: `ROUND_TRIPS=100` measures what the documentation says.
    private static let pages = ProcessInfo.processInfo.environment["ROUND_TRIPS"].flatMap { Int($0) } ?? 15

    @Test(arguments: [ExportFormat.json, .jsonresume]) func dataComesBackWithoutLoss(format: ExportFormat) async throws {
        for number in 0..<100 {
            let resume = try ExportedPeople.resume(number)
            let file = try await DocumentReader(tools: DocumentTools(), processors: 2).writer.file(resume, as: format)
            #expect(try await read(file.bytes) == .resume(resume, warnings: []))
        }
    }

    @Test(arguments: [ExportFormat.markdown, .txt, .html, .docx]) func textComesBackTheSame(format: ExportFormat) async throws {
        let failures = try await Self.failures(format, .classic, count: 100)
        #expect(failures.count <= 2, "\(failures.joined(separator: "\n"))")
    }

    /// Not the sidebar: lines of its two columns stand in one row, and are read as one.
    @Test(
        .enabled(if: writesPDF && readsPDF, "Typst or what reads PDF files is not installed"),
        arguments: [.classic, .modern, .compact] as [ExportStyle.Template])
    func aPDFComesBackTheSame(template: ExportStyle.Template) async throws {
        let failures = try await Self.failures(.pdf, template, count: Self.pages)
        #expect(failures.count * 100 <= 2 * Self.pages, "\(failures.joined(separator: "\n"))")
    }

    /// Resumes that differ after being written and read, with where.
    static func failures(_ format: ExportFormat, _ template: ExportStyle.Template, count: Int) async throws -> [String] {
        let tools = await DocumentTools(confinement: .bubblewrap, recognizesScans: false, typst: typstFolder)
        let writer = DocumentReader(tools: tools, processors: 2).writer
        var failures: [String] = []
        for number in 0..<count {
            let resume = try ExportedPeople.resume(number)
            let file = try await writer.file(resume, as: format, style: ExportStyle(template: template))
            guard case .text(let document) = try await read(file.bytes) else {
                failures.append("\(number): read as data")
                continue
            }
            let again = try await RulesAssistant().read(document.text).resume
            let differences = Self.differences(resume.json.objectValue ?? [:], again.json.objectValue ?? [:])
            if !differences.isEmpty { failures.append("\(number): " + differences.joined(separator: "; ")) }
        }
        print("\(format.rawValue) \(template.rawValue): \(count - failures.count) of \(count) came back the same")
        return failures
    }

    /// Sections by name, whatever their order: a sidebar's stand before the others.
    private static func differences(_ written: JSONObject, _ read: JSONObject) -> [String] {
        var differences: [String] = []
        for (name, value) in written where read[name] != value {
            let before = value.arrayValue ?? [value]
            let after = read[name]?.arrayValue ?? read[name].map { [$0] } ?? []
            for place in 0..<max(before.count, after.count) {
                let (first, second) = (
                    before.indices.contains(place) ? before[place] : nil, after.indices.contains(place) ? after[place] : nil
                )
                if Self.unordered(first) != Self.unordered(second) {
                    differences.append("\(name)[\(place)] \(Self.text(first)) -> \(Self.text(second))")
                }
            }
        }
        for (name, value) in read where written[name] == nil { differences.append("\(name) is new: \(value)") }
        return differences
    }

    private static func text(_ value: JSONValue?) -> String {
        value.map { String(decoding: $0.serializedBytes, as: UTF8.self) } ?? "-"
    }

    /// The rules keep the lines of a description, and not whether they were items. Where a page breaks a paragraph after a
    /// sentence, two paragraphs come back: its words count, and not its lines.
    private static func withoutBullets(_ value: JSONValue) -> JSONValue {
        let lines = (value.stringValue ?? "").split(separator: "\n").map { $0.hasPrefix("• ") ? $0.dropFirst(2) : $0 }
        return .string(lines.joined(separator: " "))
    }

    /// The order of an entry's keys is no part of what it says.
    private static func unordered(_ value: JSONValue?) -> [String: JSONValue] {
        guard let object = value?.objectValue else { return ["": value ?? .null] }
        return Dictionary(
            object.map { ($0.name, $0.name == "Description" ? Self.withoutBullets($0.value) : $0.value) },
            uniquingKeysWith: { $1 })
    }
}
