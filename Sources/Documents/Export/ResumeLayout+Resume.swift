import JSON
import Resume

extension ResumeLayout {
    /// - Parameter resume: any; what is empty is left out.
    init(_ resume: Resume, style: ExportStyle) {
        let text = { (section: CoreSection) in
            style.hidden.contains(section.rawValue) ? "" : LayoutText.line(resume.text(section))
        }
        self.name = text(.name)
        self.title = text(.title)
        self.style = style
        self.language = style.language.rawValue
        let phone = text(.phone)
        let email = text(.email)
        self.contact = [
            Piece(text: text(.location)), Piece(text: phone, target: SafeLink.telephone(phone)),
            Piece(text: email, target: SafeLink.mail(email)),
        ]
        let links = style.hidden.contains("Links") ? nil : Self.contactLinks(resume["Links"])
        self.contact += links ?? []
        self.contact.removeAll { $0.text.isEmpty }
        self.sections = []
        for (name, value) in resume.json.objectValue ?? [:] {
            guard !style.hidden.contains(name), !Self.header.contains(name), name != "Links" || links == nil else { continue }
            let blocks = Self.blocks(value, of: name)
            guard !blocks.isEmpty else { continue }
            let heading = style.headings[name].map { LayoutText.line($0) } ?? ""
            self.sections.append(
                Section(
                    name: name,
                    heading: heading.isEmpty ? style.language.heading(of: name) ?? LayoutText.line(name) : heading,
                    blocks: blocks))
        }
        self.isRightToLeft = LayoutText.isRightToLeft(
            [self.name, self.title, resume.text(.summary)]
                + resume.entries(.experience).compactMap { $0["Description"]?.stringValue }
        )
    }

    private static let header: Set<String> = ["Name", "Title", "Location", "Email", "Phone"]

    /// Links that have room among the contact data: a few addresses, each a short text.
    private static func contactLinks(_ value: JSONValue?) -> [Piece]? {
        guard let links = value?.arrayValue, links.count <= 4 else { return nil }
        var pieces: [Piece] = []
        for link in links {
            guard let text = link.stringValue.map({ LayoutText.line($0) }), text.count <= 60, let target = SafeLink.web(text)
            else { return nil }
            pieces.append(Piece(text: text, target: target))
        }
        return pieces
    }

    private static func blocks(_ value: JSONValue, of section: String) -> [Block] {
        switch value {
        case .array(let elements):
            let texts = elements.compactMap(self.text)
            if texts.count == elements.count { return self.list(texts, of: section) }
            return elements.flatMap { element -> [Block] in
                if let object = element.objectValue {
                    return self.entry(object, of: section).map { [.entry($0)] } ?? []
                }
                return self.lines(element).map { .line($0) }
            }
        case .object(let object):
            return object.map { member in self.labelled(member.name, member.value) }.joined().map { .line($0) }
        case .string(let text): return LayoutText.lines(text).map { .line($0) }
        case .null, .bool, .number, .malformedString: return self.lines(value).map { .line($0) }
        }
    }

    /// Sections whose short items stand in one line.
    private static let runIn: Set<String> = ["Skills", "Languages", "Interests"]

    private static func list(_ texts: [String], of section: String) -> [Block] {
        let items = texts.map { LayoutText.line($0) }.filter { !$0.isEmpty }
        if self.runIn.contains(section), items.allSatisfy({ $0.count <= 40 && !$0.contains { ",;:|".contains($0) } }) {
            return items.isEmpty ? [] : [.line(Line(text: Piece(text: items.joined(separator: ", "))))]
        }
        return items.map { item in
            let parts = item.split(separator: ":", maxSplits: 1)
            if self.runIn.contains(section), parts.count == 2, parts[0].count <= 40, parts[1].first == " " {
                return .line(Line(label: String(parts[0]), text: Piece(text: String(parts[1].dropFirst()))))
            }
            return .line(Line(kind: .item, text: LayoutText.piece(item)))
        }
    }

    private static func entry(_ object: JSONObject, of section: String) -> Entry? {
        var rest = object
        func take(_ keys: String...) -> String {
            for key in keys {
                guard let text = rest[key].flatMap(self.text) else { continue }
                rest[key] = nil
                let line = LayoutText.line(text)
                if !line.isEmpty { return line }
            }
            return ""
        }
        var title: String
        var details: [String]
        if section == CoreSection.education.rawValue {
            title = [take("Degree"), take("Field")].filter { !$0.isEmpty }.joined(separator: ", ")
            details = [take("Institution")]
        } else {
            title = take("Position", "Name", "Title", "Degree")
            details = [take("Company", "Organization", "Institution", "Issuer", "Publisher")]
        }
        details += [take("Dates", "Date"), take("Location")]
        let url = take("URL", "Url", "Link")
        var lines: [Line] = []
        for key in ["Description", "Summary"] {
            guard let text = rest[key].flatMap(self.text) else { continue }
            rest[key] = nil
            lines += LayoutText.description(text)
        }
        if let highlights = rest["Highlights"]?.arrayValue?.compactMap(self.text) {
            rest["Highlights"] = nil
            lines += highlights.map { LayoutText.line($0) }.filter { !$0.isEmpty }
                .map { Line(kind: .item, text: LayoutText.piece($0)) }
        }
        for member in rest { lines += self.labelled(member.name, member.value) }
        details.removeAll(where: \.isEmpty)
        if title.isEmpty, !details.isEmpty { title = details.removeFirst() }
        var pieces = details.map { LayoutText.piece($0) }
        if !url.isEmpty { pieces.append(LayoutText.piece(url)) }
        guard !title.isEmpty || !pieces.isEmpty || !lines.isEmpty else { return nil }
        return Entry(title: title, details: pieces, lines: lines)
    }

    /// `GPA: 3.9`; a list's items after one another.
    private static func labelled(_ name: String, _ value: JSONValue) -> [Line] {
        let texts = self.lines(value).map(\.text.text)
        guard !texts.isEmpty else { return [] }
        let text = texts.joined(separator: ", ")
        return [Line(label: LayoutText.line(name), text: LayoutText.piece(text))]
    }

    /// Any value as lines: that of a list line by line, an object's members with their names. Resumes nest 12 deep at most.
    private static func lines(_ value: JSONValue) -> [Line] {
        switch value {
        case .null, .malformedString: []
        case .bool(let bool): [Line(text: Piece(text: bool ? "Yes" : "No"))]
        case .number(let number): [Line(text: Piece(text: number.literal))]
        case .string(let text): LayoutText.lines(text)
        case .array(let elements): elements.flatMap { self.lines($0) }
        case .object(let object):
            object.flatMap { member in
                self.lines(member.value).map { Line(text: Piece(text: "\(LayoutText.line(member.name)): \($0.text.text)")) }
            }
        }
    }

    /// A text, or a number's digits.
    private static func text(_ value: JSONValue) -> String? {
        switch value {
        case .string(let text): text
        case .number(let number): number.literal
        case .null, .bool, .malformedString, .array, .object: nil
        }
    }
}
