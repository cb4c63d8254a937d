import JSON
import Resume

extension ChatReply {
    // MARK: Adding

    mutating func add(_ value: String, to section: String) -> String {
        guard let name = FieldNames.section(section, among: self.resume.sections.names) else { return self.unknown(section) }
        switch CoreSection(rawValue: name) {
        case .experience?: return self.addEntry(value, to: .experience)
        case .education?: return self.addEntry(value, to: .education)
        case .some: return self.ask(about: section)
        case nil: break
        }
        let label = FieldLabels.section(name)
        let present = self.resume[name] ?? []
        guard case .array(let entries) = present, entries.isEmpty || entries.contains(where: { $0.stringValue != nil }) else {
            return "I changed nothing: \(label) is not a plain list. Please edit it directly."
        }
        guard let items = ListItems.items(value) else {
            return "I changed nothing. Tell me what to add to \(label), for example “add Swift, Go to my \(name)”."
        }
        if let problem = self.tooMany(items.count) { return problem }
        var seen = Set(entries.compactMap { $0.stringValue?.lowercased() })
        let new = items.filter { seen.insert($0.lowercased()).inserted }
        guard !new.isEmpty else { return "\(self.quoted(value)) is in \(label) already." }
        self.itemsLeft -= new.count
        return self.apply(
            new.map { .insertEntry(section: name, value: .string($0), at: nil) },
            saying: "I added \(self.listed(new)) to \(label).", otherwise: "")
    }

    private func tooMany(_ count: Int) -> String? {
        guard count > self.itemsLeft else { return nil }
        return
            """
            These are \(count) things, and I add or remove \(Self.maxItems) in one message at most; I changed nothing for \
            that request.
            """
    }

    private func listed(_ items: [String]) -> String {
        items.map(self.quoted).joined(separator: ", ").shortened(to: Self.maxShownBytes)
    }

    mutating func addEntry(_ text: String, to core: CoreSection) -> String {
        let example = core == .experience ? "Engineer at Acme, 2019 - 2021" : "BSc Physics, University of Oslo, 2012 - 2016"
        let ask = """
            I changed nothing, as I could not tell the parts of that entry. Say for example \
            “add a \(core == .experience ? "job" : "degree"): \(example)”.
            """
        guard text.contains(where: \.isLetter) else { return ask }
        let read = (try? self.reader.read("\(core.rawValue)\n\n\(text)"))?.resume.entries(core) ?? []
        guard let entry = read.first, read.count == 1, self.isWhole(entry, of: core),
            EntryMatch.hasWords(of: text, in: entry)
        else { return ask }
        let parts = core.entryKeys.compactMap { entry[$0]?.stringValue }.filter { !$0.isEmpty }
        let added = parts.joined(separator: ", ").shortened(to: Self.maxShownBytes)
        if self.resume.entries(core).contains(entry) { return "That is in \(FieldLabels.section(core.rawValue)) already." }
        return self.apply(
            [.insertEntry(section: core.rawValue, value: .object(entry), at: 0)],
            saying:
                "I added to \(FieldLabels.section(core.rawValue)): \(added).",
            otherwise: "")
    }

    /// Whether enough was read to call it a job or a degree: what it was, and where or when.
    private func isWhole(_ entry: JSONObject, of core: CoreSection) -> Bool {
        let has = { (key: String) in !(entry[key]?.stringValue ?? "").trimmed.isEmpty }
        return core == .experience ? has("Position") && (has("Company") || has("Dates")) : has("Degree") || has("Institution")
    }

    // MARK: Removing

    mutating func remove(_ value: String, from section: String) -> String {
        guard let name = FieldNames.section(section, among: self.resume.sections.names) else { return self.unknown(section) }
        if let core = CoreSection(rawValue: name) {
            return core.isList ? self.removeEntry(value, from: core) : self.ask(about: section)
        }
        let label = FieldLabels.section(name)
        guard let entries = self.resume[name]?.arrayValue else { return "There is nothing in \(label) to remove." }
        var places: [Int] = []
        for item in EntryMatch.place(of: value, in: entries) == nil ? ListItems.items(value) ?? [value] : [value] {
            guard let place = EntryMatch.place(of: item, in: entries) else {
                let near = EntryMatch.near(item, in: entries)
                guard !near.isEmpty else { return "There is no \(self.quoted(item)) in \(label), so I changed nothing." }
                return """
                    I changed nothing: \(label) has no \(self.quoted(item)), but \(self.listed(near)). To remove that, say \
                    “remove \(near[0].shortened(to: Self.maxQuotedBytes)) from my \(name)”.
                    """
            }
            if !places.contains(place) { places.append(place) }
        }
        if let problem = self.tooMany(places.count) { return problem }
        self.itemsLeft -= places.count
        let names = places.sorted().map { EntryMatch.name(of: entries[$0]) }
        return self.apply(
            // From the end, so that no place moves before it is used.
            places.sorted(by: >).map { .remove(path: FieldPath(name, .index($0))) },
            saying: "I removed \(self.listed(names)) from \(label).", otherwise: "")
    }

    mutating func removeEntry(_ text: String, from core: CoreSection) -> String {
        let label = FieldLabels.section(core.rawValue)
        let entries = self.resume.entries(core)
        let noun = core == .experience ? "job" : "degree"
        guard !entries.isEmpty else { return "There is no \(noun) in your resume." }
        let matches =
            text.isEmpty ? Array(entries.indices) : EntryMatch.entries(of: core, in: self.resume, named: text)
        guard let match = matches.first else { return "There is no \(self.quoted(text)) in \(label), so I changed nothing." }
        guard matches.count == 1 else {
            let lines = matches.prefix(10).map { EntryMatch.line(entries[$0], of: core) }.joined(separator: "; ")
            return """
                I changed nothing: which \(noun) do you mean? \(lines.shortened(to: Self.maxShownBytes)). \
                Say for example “remove my \(noun) at …”.
                """
        }
        return self.apply(
            [.remove(path: FieldPath(core.rawValue, .index(match)))],
            saying: "I removed \(self.quoted(EntryMatch.line(entries[match], of: core))) from \(label).", otherwise: "")
    }

    /// "remove Java": from the one list that has it.
    mutating func removeFromAnyList(_ value: String) -> String {
        let lists = self.resume.sections.names.filter { name in
            guard CoreSection(rawValue: name) == nil, let entries = self.resume[name]?.arrayValue else { return false }
            return EntryMatch.place(of: value, in: entries) != nil
        }
        if lists.count == 1 { return self.remove(value, from: lists[0]) }
        if lists.isEmpty { return self.unknown(value) }
        return
            """
            I changed nothing, as \(self.quoted(value)) is in \
            \(lists.map(FieldLabels.section).joined(separator: " and ").shortened(to: Self.maxShownBytes)). Tell me from which \
            to remove it.
            """
    }

    mutating func replace(_ old: String, by new: String, in section: String) -> String {
        guard let name = FieldNames.section(section, among: self.resume.sections.names),
            let entries = self.resume[name]?.arrayValue, CoreSection(rawValue: name) == nil
        else { return self.unknown(section) }
        let label = FieldLabels.section(name)
        guard let place = EntryMatch.place(of: old, in: entries), entries[place].stringValue != nil else {
            return "There is no \(self.quoted(old)) in \(label), so I changed nothing."
        }
        if EntryMatch.place(of: new, in: entries) != nil {
            return "\(self.quoted(new)) is in \(label) already, so I changed nothing."
        }
        return self.apply(
            [.set(path: FieldPath(name, .index(place)), value: .string(new))],
            saying: "\(self.quoted(old)) in \(label) is now \(self.quoted(new)).", otherwise: "")
    }
}
