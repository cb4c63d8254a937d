import JSON

extension Resume {
    /// Values that are present but cannot be right: an email address that is none, a phone number too short or too long,
    /// dates that run backwards.
    package func issues() -> [ResumeIssue] {
        var issues: [ResumeIssue] = []
        let email = self.text(.email)
        if !Self.isBlank(email), let issue = EmailAddress.problem(in: email) {
            issues.append(
                ResumeIssue(path: FieldPath(CoreSection.email.rawValue), problem: issue.problem, suggestion: issue.suggestion))
        }
        let phone = self.text(.phone)
        if !Self.isBlank(phone), let problem = PhoneNumber.problem(in: phone) {
            issues.append(ResumeIssue(path: FieldPath(CoreSection.phone.rawValue), problem: problem))
        }
        for core in CoreSection.allCases where core.isList {
            for (index, entry) in self.entries(core).enumerated() {
                guard let dates = entry["Dates"]?.stringValue, let range = DateRange(parsing: dates), range.runsBackwards else {
                    continue
                }
                issues.append(
                    ResumeIssue(
                        path: FieldPath(core.rawValue, .index(index), .name("Dates")),
                        problem: "The end lies before the start.",
                        suggestion: range.reversed?.formatted))
            }
        }
        return issues
    }

    /// Employments that for certain ran beside an earlier entry's for more than a month: worth a look, as most people have one
    /// job at a time, and no mistake where they had two. At most one for each entry. Dates that are not understood, and
    /// months that are not given, prove nothing.
    package func overlaps() -> [ResumeIssue] {
        var known: [(name: String, range: DateRange)] = []
        var issues: [ResumeIssue] = []
        for (index, entry) in self.entries(.experience).enumerated() {
            guard let range = DateRange(parsing: entry["Dates"]?.stringValue ?? ""), range.end != .none, !range.runsBackwards
            else { continue }
            if let other = known.first(where: { $0.range.overlaps(range) }) {
                issues.append(
                    ResumeIssue(
                        path: FieldPath(CoreSection.experience.rawValue, .index(index), .name("Dates")),
                        problem: "These dates overlap with those of \(other.name). Is that right?"))
            }
            let name = ["Company", "Position"].lazy.compactMap { entry[$0]?.stringValue }.first { !Self.isBlank($0) }
            known.append((name?.trimmed ?? "entry \(index + 1)", range))
        }
        return issues
    }
}

extension DateRange {
    fileprivate func overlaps(_ other: DateRange) -> Bool {
        // From the latest month in which both may have begun to the earliest in which one may have ended.
        max(self.start.latestMonth, other.start.latestMonth) + 1 < min(self.earliestEnd, other.earliestEnd)
    }

    private var earliestEnd: Int { if case .date(let end) = self.end { end.earliestMonth } else { .max } }

    fileprivate var reversed: DateRange? {
        guard case .date(let end) = self.end else { return nil }
        var range = self
        (range.start, range.end) = (end, .date(self.start))
        return range
    }
}

extension PartialDate {
    /// Months since the year 0.
    fileprivate var earliestMonth: Int { self.year * 12 + (self.month ?? 1) }
    fileprivate var latestMonth: Int { self.year * 12 + (self.month ?? 12) }
}
