/// A date or a range of dates among the tokens of a line.
struct DateSpan: Sendable, Equatable {
    /// Places of its tokens in the line.
    var tokens: Range<Int>
    var isRange = false
    /// A range that still goes on: "2019 – present", "since 2019", "2019 –".
    var isOpen = false
    /// Ends with a dash or "to" and no second date: the rest may stand on the next line.
    var isCutOff = false
    var hasMonth = false
    var firstYear: Int?
}

/// Finds dates by a grammar over tokens, from the left, each token looked at a bounded number of times.
///
///     point  = [day] month [","|"of"|"de"|"'"] year | mm sep year | dd sep mm sep year | year sep mm [sep dd]
///            | season year | Q1..Q4 year | year | year "xx"
///     range  = point (dash | "to" | ...) (point | now | nothing) | since point | month dash month year
///            | yyyyyyyy | year now | year dash yy
enum DateScanner {
    static func spans(in tokens: [Token]) -> [DateSpan] {
        var spans: [DateSpan] = []
        var place = 0
        while place < tokens.count {
            if Self.mayStart(tokens, at: place), let span = Self.span(tokens, at: place) {
                spans.append(span)
                place = span.tokens.upperBound
            } else {
                place += 1
            }
        }
        return spans
    }

    /// A date does not begin inside a word or number: "555-2010", "v2010", "€2010".
    private static func mayStart(_ tokens: [Token], at place: Int) -> Bool {
        let token = tokens[place]
        guard token.kind == .number || token.kind == .word, place > 0, token.gap == 0 else { return token.kind != .mark }
        let before = tokens[place - 1]
        if before.kind != .mark { return false }
        if before.isMark("$") || before.isMark("€") || before.isMark("£") || before.isMark("#") || before.isMark("+") {
            return false
        }
        let glued = before.gap == 0 && place > 1 && tokens[place - 2].kind == .number && token.kind == .number
        return !(glued && (before.isDash || before.isMark(".") || before.isMark("/") || before.isMark(",")))
    }

    private static func span(_ tokens: [Token], at start: Int) -> DateSpan? {
        let token = tokens[start]
        if token.traits.contains(.sinceWord), start + 1 < tokens.count, tokens[start + 1].gap > 0,
            let point = Self.point(tokens, at: start + 1), !point.isWeak
        {
            // "from May 2010 to June 2012" is a plain range; without an end the date is open.
            if let range = Self.range(tokens, from: start + 1, first: point), !range.isCutOff {
                return DateSpan(
                    tokens: start..<range.tokens.upperBound, isRange: true, isOpen: range.isOpen, hasMonth: range.hasMonth,
                    firstYear: range.firstYear)
            }
            return DateSpan(
                tokens: start..<point.end, isRange: true, isOpen: true, hasMonth: point.hasMonth, firstYear: point.year)
        }
        if let shared = Self.monthsOfOneYear(tokens, at: start) { return shared }
        if let lost = Self.lostDash(tokens, at: start) { return lost }
        guard let first = Self.point(tokens, at: start) else { return nil }
        if let range = Self.range(tokens, from: start, first: first) { return range }
        guard !first.isWeak else { return nil }
        return DateSpan(tokens: start..<first.end, hasMonth: first.hasMonth, firstYear: first.year)
    }

    private static func range(_ tokens: [Token], from start: Int, first: DatePoint) -> DateSpan? {
        var span = DateSpan(tokens: start..<first.end, isRange: true, hasMonth: first.hasMonth, firstYear: first.year)
        guard let second = Self.afterSeparator(tokens, at: first.end) else {
            // "2019 present" without anything between.
            guard !first.isWeak, let end = Self.now(tokens, at: first.end) else { return nil }
            span.tokens = start..<end
            span.isOpen = true
            return span
        }
        if let end = Self.now(tokens, at: second) {
            span.tokens = start..<end
            span.isOpen = true
            return span
        }
        if let last = Self.point(tokens, at: second), !(first.isWeak && last.isWeak && last.year == nil) {
            span.tokens = start..<last.end
            return span
        }
        if !first.isWeak, !first.hasMonth, second < tokens.count, let year = first.year,
            tokens[second].gap == 0 || second + 1 == tokens.count, tokens[second].digits == 2,
            tokens[second].value > year % 100, Self.endsWell(tokens, at: second + 1)
        {
            span.tokens = start..<(second + 1)
            return span
        }
        // "2010 - '12"
        if !first.isWeak, !first.hasMonth, second + 1 < tokens.count, let year = first.year,
            tokens[second].isMark("'") || tokens[second].isMark("’"), tokens[second + 1].gap == 0,
            tokens[second + 1].digits == 2, tokens[second + 1].value > year % 100
        {
            span.tokens = start..<(second + 2)
            return span
        }
        // "2018-      Salsify": the dash says that it goes on.
        if !first.isWeak, second < tokens.count, tokens[second].gap >= 2, tokens[second - 1].isDash, tokens[second - 1].gap == 0
        {
            span.tokens = start..<second
            span.isOpen = true
            return span
        }
        // A range cut off by the end of the line or a closing bracket.
        guard !first.isWeak, second == tokens.count || tokens[second].isMark(")"), second > first.end,
            tokens[second - 1].isDash || tokens[second - 1].traits.contains(.rangeWord)
        else { return nil }
        span.tokens = start..<second
        span.isOpen = true
        span.isCutOff = true
        return span
    }

    /// The place behind a dash or a word that parts the ends of a range; nil if none is there.
    private static func afterSeparator(_ tokens: [Token], at place: Int) -> Int? {
        guard place < tokens.count else { return nil }
        var next = place
        // A comma or closing bracket may stand before the dash: "(May 2010) - (June 2012)".
        if tokens[next].isMark(")") || tokens[next].isMark("]") { next += 1 }
        guard next < tokens.count else { return nil }
        let token = tokens[next]
        if token.isDash || token.isMark("~") || token.isMark(">") || token.isMark("/") || token.isMark("→") {
            next += 1
            while next < tokens.count, tokens[next].isDash || tokens[next].isMark(">") { next += 1 }
        } else if token.traits.contains(.rangeWord) || token.folded == "t", token.gap > 0 || tokens[place - 1].isMark(".") {
            if token.folded == "t" {
                guard next + 2 < tokens.count, tokens[next + 1].isMark("/"), tokens[next + 2].folded == "m" else { return nil }
            }
            next += 1
        } else {
            return nil
        }
        // Dutch "t/m".
        if next + 1 < tokens.count, token.folded == "t", tokens[next].isMark("/"), tokens[next + 1].folded == "m" { next += 2 }
        // "2010 - to date", "jusqu'à aujourd'hui", "al presente", "bis heute".
        if next < tokens.count, tokens[next].traits.contains(.rangeWord), tokens[next].month == 0, next > place {
            next += 1
        }
        if next < tokens.count, tokens[next].isMark("(") { next += 1 }
        return next
    }

    private static func now(_ tokens: [Token], at place: Int) -> Int? {
        guard place < tokens.count else { return nil }
        let token = tokens[place]
        if token.traits.contains(.now) { return place + 1 }
        if ["ao", "ce", "el", "in", "la", "le", "o", "the", "zum"].contains(token.folded), place + 1 < tokens.count,
            tokens[place + 1].traits.contains(.now)
        {
            return place + 2
        }
        let isTill = token.traits.contains(.rangeWord) && place > 0 && token.gap > 0
        if isTill {
            var next = place + 1
            if next < tokens.count, tokens[next].isDash { next += 1 }
            if next < tokens.count, tokens[next].traits.contains(.now) { return next + 1 }
        }
        return nil
    }

    /// "Jan - Mar 2020".
    private static func monthsOfOneYear(_ tokens: [Token], at start: Int) -> DateSpan? {
        guard tokens[start].month > 0 else { return nil }
        var next = start + 1
        if next < tokens.count, tokens[next].isMark(".") { next += 1 }
        guard next < tokens.count, let second = Self.afterSeparator(tokens, at: next), second < tokens.count,
            tokens[second].month > 0, !tokens[next].isMark("/") || tokens[next].gap == 0,
            let last = Self.point(tokens, at: second), last.year != nil
        else { return nil }
        return DateSpan(tokens: start..<last.end, isRange: true, hasMonth: true, firstYear: last.year)
    }

    /// "20082010" and "2010Present": a dash lost on the way.
    private static func lostDash(_ tokens: [Token], at start: Int) -> DateSpan? {
        let token = tokens[start]
        if token.digits == 8, Self.isYear(token.value / 10_000), Self.isYear(token.value % 10_000),
            token.value / 10_000 <= token.value % 10_000, Self.endsWell(tokens, at: start + 1)
        {
            return DateSpan(tokens: start..<(start + 1), isRange: true, firstYear: token.value / 10_000)
        }
        if token.digits == 4, Self.isYear(token.value), start + 1 < tokens.count, tokens[start + 1].gap == 0,
            tokens[start + 1].traits.contains(.now)
        {
            return DateSpan(tokens: start..<(start + 2), isRange: true, isOpen: true, firstYear: token.value)
        }
        return nil
    }
}
