/// Ranges of dates that two lines share.
enum SplitRanges {
    /// A range that two lines share becomes one: "Jan 2012 –" above "Present", and "Jan 2012" above "to Dec 2014".
    static func joined(_ lines: [TextLine]) -> [TextLine] {
        var result: [TextLine] = []
        for line in lines {
            if let last = result.last, let (joined, rest) = Self.joinedInColumn(last, line) {
                result[result.count - 1] = joined
                result.append(rest)
                continue
            }
            if let last = result.last, let (joined, rest) = Self.joinedAtMargin(last, line) {
                result[result.count - 1] = joined
                result.append(rest)
                continue
            }
            if let last = result.last, let date = last.dates.last, date.tokens.upperBound == last.tokens.count,
                date.isCutOff || !date.isRange,
                let first = line.tokens.first, line.tokens.count <= 6, last.tokens.count <= 30
            {
                let startsWithSeparator = first.isDash || first.traits.contains(.rangeWord)
                let isDateOnly =
                    line.dates.first.map { $0.tokens == 0..<line.tokens.count && !$0.isRange } ?? first.traits.contains(.now)
                if date.isCutOff && (isDateOnly || startsWithSeparator)
                    || !date.isRange && startsWithSeparator && !line.hasBullet
                {
                    let joined = last.joined(with: line)
                    if let range = joined.dates.last, range.isRange, !range.isCutOff,
                        range.tokens.upperBound == joined.tokens.count
                    {
                        result[result.count - 1] = joined
                        continue
                    }
                }
            }
            result.append(line)
        }
        return result
    }

    /// "Jan 2019 –     Technician" above "Present        Acme": dates in a column of their own on the left.
    private static func joinedInColumn(_ line: TextLine, _ next: TextLine) -> (TextLine, TextLine)? {
        guard let date = line.dates.first, date.tokens.lowerBound == 0, date.isOpen || !date.isRange,
            let first = next.tokens.first
        else { return nil }
        var start = date.tokens.upperBound
        if start < line.tokens.count, line.tokens[start].isDash || line.tokens[start].traits.contains(.rangeWord) { start += 1 }
        guard start < line.tokens.count, line.tokens[start].gap >= 2, let dash = line.tokens[..<start].last,
            dash.isDash || dash.traits.contains(.rangeWord)
        else { return nil }
        let end: Int
        if let point = next.dates.first, point.tokens.lowerBound == 0, !point.isRange {
            end = point.tokens.upperBound
        } else if first.traits.contains(.now) {
            end = 1
        } else {
            return nil
        }
        guard end == next.tokens.count || next.tokens[end].gap >= 2 else { return nil }
        let header = Array(line.scalars[..<dash.end]) + [" "] + Array(next.scalars[..<next.tokens[end - 1].end])
        let rest = line.scalars[line.tokens[start].start...]
        let joined = TextLine(header + Array(repeating: " ", count: 4) + Array(rest), indent: line.indent)
        let below = end < next.tokens.count ? Array(next.scalars[next.tokens[end].start...]) : []
        return (joined, TextLine(below, indent: next.indent + (end < next.tokens.count ? next.tokens[end].start : 0)))
    }

    /// "Acme      Aug 2016 –" above "Developer      Till date": the end of the range moves up to its start.
    private static func joinedAtMargin(_ line: TextLine, _ next: TextLine) -> (TextLine, TextLine)? {
        guard let date = line.dates.last, date.isCutOff, date.tokens.upperBound == line.tokens.count,
            let start = next.tokens.lastIndex(where: { $0.gap >= 3 }), next.tokens.count - start <= 4
        else { return nil }
        let tail = next.phrase.subphrase(start..<next.tokens.count)
        let joined = line.joined(with: TextLine(tail.text))
        guard let range = joined.dates.last, range.isRange, !range.isCutOff, range.tokens.upperBound == joined.tokens.count,
            range.tokens.lowerBound == date.tokens.lowerBound
        else { return nil }
        let rest = next.phrase.subphrase(0..<start)
        let last = rest.tokens.last?.end ?? 0
        return (joined, TextLine(Array(next.scalars[..<last]), indent: next.indent, hasBullet: next.hasBullet))
    }
}
