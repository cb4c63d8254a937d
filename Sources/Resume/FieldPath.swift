/// Where a value stands in a resume: `Email`, `Experience[0].Company`, or as a JSON Pointer (RFC 6901)
/// `/Experience/0/Company`. The JSON Pointer reaches every name; the dotted form those without `.`, `[` and `]`.
package struct FieldPath: Sendable, Hashable {
    package enum Component: Sendable, Hashable {
        case name(String)
        case index(Int)
        /// `-`, the place after the last element (RFC 6901 section 4).
        case end

        /// The component as an object's member name.
        var name: String {
            switch self {
            case .name(let name): name
            case .index(let index): String(index)
            case .end: "-"
            }
        }
    }

    /// At least one.
    package let components: [Component]

    /// Bytes of a path's text. Longer than any path into a resume within its limits.
    package static let maxBytes = 512
    package static let maxComponents = 8

    package init(_ section: String, _ rest: Component...) { self.components = [.name(section)] + rest }

    private init?(_ components: [Component?]) {
        let known = components.compactMap { $0 }
        guard known.count == components.count, (1...Self.maxComponents).contains(known.count) else { return nil }
        self.components = known
    }

    package init(parsing text: String) throws(ResumeError) {
        guard text.utf8.count <= Self.maxBytes, let path = text.hasPrefix("/") ? Self(pointer: text) : Self(dotted: text) else {
            throw .unknownField(path: String(text.prefix(80)))
        }
        self = path
    }

    private init?(pointer: String) {
        self.init(
            pointer.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map { token in
                if token == "-" { return .end }
                if let index = Self.index(token) { return .index(index) }
                return Self.unescaped(token).flatMap { $0.isEmpty ? nil : .name($0) }
            })
    }

    /// Segments parted by dots, each a name followed by any number of `[index]`; a segment of digits is an index too.
    private init?(dotted: String) {
        var components: [Component?] = []
        for segment in dotted.split(separator: ".", omittingEmptySubsequences: false) {
            let parts = segment.split(separator: "[", omittingEmptySubsequences: false)
            guard let name = parts.first, !name.isEmpty, !name.contains("]") else { return nil }
            components.append(Self.index(name).map { .index($0) } ?? .name(String(name)))
            for part in parts.dropFirst() {
                guard part.last == "]" else { return nil }
                components.append(Self.index(part.dropLast()).map { .index($0) })
            }
        }
        self.init(components)
    }

    /// Plain decimal digits without leading zeros.
    private static func index(_ text: Substring) -> Int? {
        guard text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
        guard text.utf8.count == 1 || text.first != "0" else { return nil }
        return Int(text)
    }

    private static func unescaped(_ token: Substring) -> String? {
        var result = ""
        var rest = token[...]
        while let tilde = rest.firstIndex(of: "~") {
            result += rest[..<tilde]
            rest = rest[rest.index(after: tilde)...]
            switch rest.popFirst() {
            case "0": result.append("~")
            case "1": result.append("/")
            default: return nil
            }
        }
        return result + rest
    }

    /// The section's name.
    package var section: String { self.components[0].name }

    /// The path without its last component; nil for a section.
    var parent: FieldPath? { FieldPath(self.components.dropLast().map(Optional.some)) }
}

extension FieldPath: CustomStringConvertible {
    /// The dotted form where it can be read back, otherwise the JSON Pointer.
    package var description: String {
        let plain = self.components.allSatisfy { component in
            if case .name(let name) = component {
                !name.contains(where: ".[]".contains) && !name.hasPrefix("/")
            } else {
                component != .end
            }
        }
        guard plain else {
            return self.components.map {
                "/"
                    + $0.name.split(separator: "~", omittingEmptySubsequences: false).joined(separator: "~0")
                    .split(separator: "/", omittingEmptySubsequences: false).joined(separator: "~1")
            }.joined()
        }
        return self.components.enumerated().reduce(into: "") { text, component in
            switch component.element {
            case .index(let index) where component.offset > 0: text += "[\(index)]"
            default: text += (text.isEmpty ? "" : ".") + component.element.name
            }
        }
    }
}
