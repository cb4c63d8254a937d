/// Puts HTML together so that a text can stand in it only escaped.
struct HTMLBuilder {
    private(set) var html = "<!DOCTYPE html>\n"

    /// - Parameters:
    ///   - attributes: values are escaped; names are ours.
    mutating func element(
        _ name: StaticString, _ attributes: [(StaticString, String)] = [], _ content: (inout HTMLBuilder) -> Void
    ) {
        self.open(name, attributes)
        content(&self)
        self.html += "</\(name)>"
    }

    mutating func element(_ name: StaticString, _ attributes: [(StaticString, String)] = [], text: String) {
        self.element(name, attributes) { $0.text(text) }
    }

    /// An element that has no end tag.
    mutating func open(_ name: StaticString, _ attributes: [(StaticString, String)] = []) {
        self.html += "<\(name)"
        for (attribute, value) in attributes { self.html += " \(attribute)=\"\(Self.escaped(value))\"" }
        self.html += ">"
    }

    mutating func text(_ text: String) { self.html += Self.escaped(text) }

    mutating func newLine() { self.html += "\n" }

    /// The content of a style element, which is no text: it must be ours to the last letter.
    mutating func style(_ sheet: String) { self.html += "<style>\(sheet)</style>" }

    static func escaped(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
