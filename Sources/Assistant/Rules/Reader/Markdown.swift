/// Markdown inside a line.
enum Markdown {
    static func stripped(_ line: ArraySlice<Unicode.Scalar>, keepingTargets: Bool) -> [Unicode.Scalar] {
        var result = line.drop { $0 == " " }
        guard result.contains(where: { $0 == "*" || $0 == "_" || $0 == "[" || $0 == "`" || $0 == "\\" }) else {
            return Array(result)
        }
        if result.contains("[") { result = Self.withoutLinks(result, keepingTargets: keepingTargets)[...] }
        return Self.withoutEmphasis(result)
    }

    /// "[text](target)" becomes its text, and the target too where it is wanted and says more than the text.
    private static func withoutLinks(_ line: ArraySlice<Unicode.Scalar>, keepingTargets: Bool) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        var place = line.startIndex
        // One scan for all: where no "](" is left, no later "[" can be a link either.
        var middle = Self.middle(line, from: place)
        var close = line.firstIndex(of: ")")
        while place < line.endIndex {
            guard line[place] == "[" else {
                result.append(line[place])
                place += 1
                continue
            }
            while let found = middle, found < place { middle = Self.middle(line, from: found + 1) }
            guard let bracket = middle, !line[(place + 1)..<bracket].contains("["),
                let end = Self.advance(&close, in: line, to: bracket)
            else {
                result.append(line[place])
                place += 1
                continue
            }
            let text = line[(place + 1)..<bracket]
            let target = line[(bracket + 2)..<end]
            let scheme = ["mailto:", "tel:"].first { target.starts(with: $0.unicodeScalars) }
            if let scheme {
                // "[Email](mailto:jane@doe.org)": the target is the address.
                let address = target.dropFirst(scheme.unicodeScalars.count)
                result.append(contentsOf: text.contains(where: \.isDigit) || text.contains("@") ? text : address)
            } else {
                result.append(contentsOf: text)
                if keepingTargets, target.contains("/"), !text.contains("/") {
                    // As a segment of its own, so that it does not become part of a name.
                    result.append(contentsOf: "    ".unicodeScalars)
                    result.append(contentsOf: target)
                }
            }
            place = end + 1
        }
        return result
    }

    /// The first closing bracket not before `place`; found by going on from the last one.
    private static func advance(_ close: inout Int?, in line: ArraySlice<Unicode.Scalar>, to place: Int) -> Int? {
        if let known = close, known < place { close = line[place...].firstIndex(of: ")") }
        return close
    }

    private static func middle(_ line: ArraySlice<Unicode.Scalar>, from start: Int) -> Int? {
        var place = start
        while place + 1 < line.endIndex {
            if line[place] == "]", line[place + 1] == "(" { return place }
            place += 1
        }
        return nil
    }

    /// Asterisks and low lines that stand at the edge of a word, backticks, and the backslash before a sign.
    private static func withoutEmphasis(_ line: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        result.reserveCapacity(line.count)
        for place in line.indices {
            let scalar = line[place]
            let before = place > line.startIndex ? line[place - 1] : " "
            let after = place + 1 < line.endIndex ? line[place + 1] : " "
            switch scalar {
            case "*": if before == " ", after == " " { result.append(scalar) }
            case "_": if (before.isLetter || before.isDigit), after.isLetter || after.isDigit { result.append(scalar) }
            case "`": break
            case "\\": if after.isLetter || after.isDigit || after == " " { result.append(scalar) }
            default: result.append(scalar)
            }
        }
        return Array(result.drop { $0 == " " })
    }
}
