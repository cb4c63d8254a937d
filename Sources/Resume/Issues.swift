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
}

extension DateRange {
    fileprivate var reversed: DateRange? {
        guard case .date(let end) = self.end else { return nil }
        var range = self
        (range.start, range.end) = (end, .date(self.start))
        return range
    }
}
