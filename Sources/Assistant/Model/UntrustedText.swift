/// Text from a document, cleaned and set apart before a model reads it.
///
/// Nothing keeps a model from following instructions in a document for certain. These lower the odds: hidden text does not
/// reach it, and what is data stands between marks that the document's author cannot have known. What holds even then is
/// elsewhere: the answer is bound to a schema, checked against the source, and decides nothing but a resume's content.
enum UntrustedText {
    /// The text without what a person would not see: control and direction characters, tags, variation selectors for private
    /// use, invisible letters. Line breaks and tabs stay; CR and CRLF become LF.
    static func cleaned(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            if scalar == "\r" || scalar == "\n" {
                if scalar == "\r" || previous != "\r" { result.append("\n") }
            } else if self.isSeen(scalar, after: previous) {
                result.append(scalar)
            }
            previous = scalar
        }
        return String(result)
    }

    static func isSeen(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar?) -> Bool {
        switch scalar {
        case "\n", "\t": return true
        // They shape Persian, Indic scripts and emoji; among ASCII letters they only split words from a search.
        case "\u{200C}", "\u{200D}": return previous.map { !$0.isASCII } ?? false
        // A Hangul filler, a Braille blank, and the like: letters by category, and nothing to see.
        case "\u{115F}", "\u{1160}", "\u{2800}", "\u{3164}", "\u{FFA0}", "\u{E0100}"..."\u{E01EF}": return false
        default:
            if scalar.value >= 0x20, scalar.value < 0x7F { return true }
            switch scalar.properties.generalCategory {
            case .control, .format, .surrogate, .privateUse, .unassigned: return false
            default: return true
            }
        }
    }

    /// The text between two lines that name its limits.
    /// - Parameter marker: random and new for each request.
    static func enclosed(_ text: String, marker: String) -> String {
        "<<<\(marker)\n\(text.split(separator: marker, omittingEmptySubsequences: false).joined(separator: " "))\n\(marker)>>>"
    }

    /// 96 random bits: not to be guessed, and without a meaning to the model.
    static func marker() -> String {
        "DATA-" + (0..<3).map { _ in String(UInt32.random(in: .min ... .max), radix: 36) }.joined()
    }
}
