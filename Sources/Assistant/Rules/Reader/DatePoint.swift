/// One date by the grammar of ``DateScanner``.
struct DatePoint {
    /// The place behind its last token.
    var end: Int
    /// Nil for "20xx".
    var year: Int?
    var hasMonth = false
    /// A two digit year without apostrophe: only believed as an end of a range.
    var isWeak = false
}

extension DateScanner {
    static func point(_ tokens: [Token], at start: Int) -> DatePoint? {
        guard start < tokens.count else { return nil }
        let token = tokens[start]
        if token.month > 0 { return Self.afterMonth(tokens, at: start + 1, dayKnown: false) }
        if token.traits.contains(.season), let end = Self.year(tokens, at: start + 1, glued: false) {
            return DatePoint(end: end.end, year: end.year, hasMonth: true)
        }
        if token.isWord, token.folded == "q", start + 1 < tokens.count, tokens[start + 1].digits == 1,
            let end = Self.year(tokens, at: start + 2, glued: false)
        {
            return DatePoint(end: end.end, year: end.year, hasMonth: true)
        }
        guard token.kind == .number else { return nil }
        switch token.digits {
        case 4: return Self.afterYear(tokens, at: start)
        case 1, 2: return Self.afterSmallNumber(tokens, at: start)
        default: return nil
        }
    }

    /// Written behind a year and a month in Chinese, Japanese and Korean: "2019年4月", "2019년 4월".
    private static let yearSigns: Set<String> = ["年", "년"]
    private static let monthSigns: Set<String> = ["月", "월"]

    static func isYear(_ value: Int) -> Bool { (1930...2069).contains(value) }

    private static func sameSign(_ tokens: [Token], at place: Int) -> Bool {
        guard place < tokens.count else { return false }
        return tokens[place].isDash || tokens[place].isMark(".") || tokens[place].isMark("/")
    }

    /// Nothing glued behind that would make it part of something else: "2010s", "2010-555".
    static func endsWell(_ tokens: [Token], at end: Int) -> Bool {
        guard end < tokens.count, tokens[end].gap == 0 else { return true }
        if Self.yearSigns.contains(tokens[end].folded) || Self.monthSigns.contains(tokens[end].folded) { return true }
        if tokens[end].traits.contains(.now) { return true }
        return tokens[end].kind == .mark && !tokens[end].isMark("%") && !tokens[end].isMark("+")
    }

    /// "2019", "2019-05", "2019/05/31", "20xx" is in ``afterSmallNumber(_:at:)``.
    private static func afterYear(_ tokens: [Token], at start: Int) -> DatePoint? {
        let year = tokens[start].value
        guard Self.isYear(year), Self.endsWell(tokens, at: start + 1) else { return nil }
        if start + 1 < tokens.count, tokens[start + 1].gap == 0, Self.yearSigns.contains(tokens[start + 1].folded) {
            let month = start + 2
            guard month + 1 < tokens.count, (1...12).contains(tokens[month].value), tokens[month].digits > 0,
                Self.monthSigns.contains(tokens[month + 1].folded)
            else { return DatePoint(end: start + 2, year: year) }
            return DatePoint(end: month + 2, year: year, hasMonth: true)
        }
        if Self.sameSign(tokens, at: start + 1), tokens[start + 1].gap == 0, start + 2 < tokens.count {
            let month = tokens[start + 2]
            if month.gap == 0, month.digits == 2, (1...12).contains(month.value), Self.endsWell(tokens, at: start + 3) {
                if Self.sameSign(tokens, at: start + 3), tokens[start + 3].gap == 0, start + 4 < tokens.count,
                    tokens[start + 4].digits == 2, tokens[start + 4].gap == 0, (1...31).contains(tokens[start + 4].value)
                {
                    return DatePoint(end: start + 5, year: year, hasMonth: true)
                }
                return DatePoint(end: start + 3, year: year, hasMonth: true)
            }
        }
        return DatePoint(end: start + 1, year: year)
    }

    /// "05/2019", "31.05.2019", "31 May 2019", "1st of May 2019", "20xx".
    private static func afterSmallNumber(_ tokens: [Token], at start: Int) -> DatePoint? {
        let number = tokens[start].value
        let next = start + 1
        guard next < tokens.count else { return nil }
        if tokens[start].digits == 2, number == 19 || number == 20, tokens[next].gap == 0, tokens[next].folded == "xx" {
            return DatePoint(end: next + 1, year: nil)
        }
        if Self.sameSign(tokens, at: next), tokens[next].gap <= 1, next + 1 < tokens.count, tokens[next + 1].gap <= 1 {
            let second = tokens[next + 1]
            if (1...12).contains(number), second.digits == 4, Self.isYear(second.value), Self.endsWell(tokens, at: next + 2) {
                return DatePoint(end: next + 2, year: second.value, hasMonth: true)
            }
            if (1...31).contains(number), second.digits == 1 || second.digits == 2, (1...31).contains(second.value),
                Self.sameSign(tokens, at: next + 2), next + 3 < tokens.count, tokens[next + 3].gap == 0
            {
                let third = tokens[next + 3]
                if third.digits == 4, Self.isYear(third.value), Self.endsWell(tokens, at: next + 4) {
                    return DatePoint(end: next + 4, year: third.value, hasMonth: true)
                }
                if third.digits == 2, Self.endsWell(tokens, at: next + 4) {
                    return DatePoint(end: next + 4, year: 2000 + third.value, hasMonth: true, isWeak: true)
                }
            }
            // "05/19": both halves of a range have to look so.
            if (1...12).contains(number), tokens[next].isMark("/"), second.digits == 2, tokens[next].gap == 0, second.gap == 0,
                Self.endsWell(tokens, at: next + 2)
            {
                return DatePoint(end: next + 2, year: 2000 + second.value, hasMonth: true, isWeak: true)
            }
        }
        guard (1...31).contains(number) else { return nil }
        var place = next
        if tokens[place].isMark(".") || ["st", "nd", "rd", "th", "er"].contains(tokens[place].folded) { place += 1 }
        if place < tokens.count, tokens[place].traits.contains(.preposition) { place += 1 }
        if place < tokens.count, tokens[place].isDash || tokens[place].isMark("/") { place += 1 }
        guard place < tokens.count, tokens[place].month > 0 else { return nil }
        return Self.afterMonth(tokens, at: place + 1, dayKnown: true)
    }

    /// Behind a month's name: "2019", ". 2019", ", 2019", " de 2019", "-2019", " '19", " 19", " 31, 2019".
    private static func afterMonth(_ tokens: [Token], at start: Int, dayKnown: Bool) -> DatePoint? {
        var place = start
        if place < tokens.count, tokens[place].isMark("."), tokens[place].gap == 0 { place += 1 }
        if let year = Self.year(tokens, at: place, glued: true) { return year }
        guard !dayKnown, place < tokens.count, tokens[place].digits == 1 || tokens[place].digits == 2,
            (1...31).contains(tokens[place].value)
        else { return Self.shortYear(tokens, at: place) }
        var next = place + 1
        if next < tokens.count, ["st", "nd", "rd", "th"].contains(tokens[next].folded) { next += 1 }
        if next < tokens.count, tokens[next].isMark(",") || tokens[next].kind == .number,
            let year = Self.year(tokens, at: next, glued: false)
        {
            return year
        }
        return Self.shortYear(tokens, at: place)
    }

    private static func shortYear(_ tokens: [Token], at start: Int) -> DatePoint? {
        var place = start
        if place < tokens.count, tokens[place].isDash || tokens[place].isMark("/"), tokens[place].gap == 0 { place += 1 }
        guard place < tokens.count, tokens[place].digits == 2, tokens[place].gap <= 1, Self.endsWell(tokens, at: place + 1)
        else { return nil }
        return DatePoint(
            end: place + 1, year: 2000 + tokens[place].value - (tokens[place].value > 69 ? 100 : 0), hasMonth: true,
            isWeak: true)
    }

    /// A four digit year, or two digits behind an apostrophe, with what may stand between it and a month.
    private static func year(_ tokens: [Token], at start: Int, glued: Bool) -> DatePoint? {
        var place = start
        guard place < tokens.count else { return nil }
        if tokens[place].isMark(",") {
            place += 1
        } else if ["of", "de", "del", "di", "d'"].contains(tokens[place].folded) {
            place += 1
        } else if glued, tokens[place].isDash || tokens[place].isMark("/") {
            guard place + 1 < tokens.count, tokens[place].gap == tokens[place + 1].gap, tokens[place].gap <= 1 else {
                return nil
            }
            place += 1
        }
        guard place < tokens.count else { return nil }
        if tokens[place].kind == .mark, Unicode.Scalar(UInt32(tokens[place].value))?.isApostrophe ?? false,
            place + 1 < tokens.count, tokens[place + 1].digits == 2, tokens[place + 1].gap == 0
        {
            let value = tokens[place + 1].value
            return DatePoint(end: place + 2, year: value + (value > 69 ? 1900 : 2000), hasMonth: true)
        }
        if tokens[place].digits == 4, Self.isYear(tokens[place].value), Self.endsWell(tokens, at: place + 1) {
            return DatePoint(end: place + 1, year: tokens[place].value, hasMonth: true)
        }
        if tokens[place].digits == 2, tokens[place].value == 19 || tokens[place].value == 20, place + 1 < tokens.count,
            tokens[place + 1].gap == 0, tokens[place + 1].folded == "xx"
        {
            return DatePoint(end: place + 2, year: nil, hasMonth: true)
        }
        return nil
    }
}
