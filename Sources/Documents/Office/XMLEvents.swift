import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// What a reader of an XML part is told, in the order of the document. Names carry their usual prefix, such as `w:p`.
protocol XMLEventReader {
    mutating func start(_ name: String, _ attributes: [String: String])
    mutating func text(_ text: String)
    mutating func end(_ name: String)
    /// Whether nothing more is wanted.
    var isDone: Bool { get }
}

extension XMLEventReader { var isDone: Bool { false } }

/// Reads a part with Foundation's parser. Document type declarations are refused: no office document has one, and entities
/// in them read other files, call other machines, or grow without bound.
enum XMLEvents {
    static func read<Reader: XMLEventReader>(
        _ part: [UInt8], into reader: Reader, format: DocumentFormat, depth: Int
    ) throws -> Reader {
        guard !part.isEmpty else { throw DocumentError.broken(format) }
        try self.refuseDeclarations(part, format: format)
        let parser = XMLParser(data: Data(part))
        parser.shouldResolveExternalEntities = false
        let delegate = Delegate(reader, depth: depth)
        parser.delegate = delegate
        let succeeded = parser.parse()
        try Task.checkCancellation()
        if delegate.isTooDeep { throw DocumentError.unsafe(format) }
        // The parser calls a document that breaks off a success, and notes the error all the same.
        guard succeeded && parser.parserError == nil || delegate.reader.isDone else { throw DocumentError.broken(format) }
        return delegate.reader
    }

    private static func refuseDeclarations(_ part: [UInt8], format: DocumentFormat) throws {
        // In UTF-16 the words below would look otherwise; no known program writes its parts so.
        if part.starts(with: [0xFF, 0xFE]) || part.starts(with: [0xFE, 0xFF]) || part.prefix(64).contains(0) {
            throw DocumentError.unsafe(format)
        }
        // Nor in an encoding that hides them.
        if let end = part.prefix(200).firstRange(of: Array("?>".utf8)) {
            let head = String(decoding: part[..<end.lowerBound], as: UTF8.self).lowercased()
            if head.contains("encoding"), !["utf-8", "us-ascii", "iso-8859-1", "windows-1252"].contains(where: head.contains) {
                throw DocumentError.unsafe(format)
            }
        }
        guard !self.hasDeclaration(part) else { throw DocumentError.unsafe(format) }
    }

    /// "<!DOCTYPE" or "<!ENTITY"; both are in capitals by the grammar (XML 1.0, 2.8).
    private static func hasDeclaration(_ part: [UInt8]) -> Bool {
        part.withUnsafeBufferPointer { bytes in
            var place = 0
            while place + 2 < bytes.count {
                if bytes[place] == 0x3C, bytes[place + 1] == 0x21, bytes[place + 2] == 0x44 || bytes[place + 2] == 0x45 {
                    return true
                }
                place += 1
            }
            return false
        }
    }

    private final class Delegate<Reader: XMLEventReader>: NSObject, XMLParserDelegate {
        var reader: Reader
        var isTooDeep = false
        private var depth = 0
        private var events = 0
        private let maxDepth: Int

        init(_ reader: Reader, depth: Int) { (self.reader, self.maxDepth) = (reader, depth) }

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String] = [:]
        ) {
            self.depth += 1
            self.events += 1
            if self.depth > self.maxDepth { self.isTooDeep = true }
            if self.isTooDeep || self.reader.isDone || self.events.isMultiple(of: 1_024) && Task.isCancelled {
                return parser.abortParsing()
            }
            self.reader.start(name, attributes)
        }

        func parser(_ parser: XMLParser, foundCharacters text: String) { self.reader.text(text) }

        func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
            self.depth -= 1
            self.reader.end(name)
        }
    }
}
