import JSON

/// One change that a person, an import or the assistant asks for.
package enum Operation: Sendable, Equatable {
    /// Writes a value. The path must exist, or be a name that a resume commonly has (``WellKnownNames``), or be the place
    /// after a list's last entry. Null empties a core field and removes any other.
    case set(path: FieldPath, value: JSONValue)
    /// Empties a core field; takes out an entry, a key or a further section.
    case remove(path: FieldPath)
    /// Puts an entry into a list section, at its end if `at` is nil or beyond it. A well-known section that is absent
    /// is begun with it.
    case insertEntry(section: String, value: JSONValue, at: Int?)
    /// `to` counts in the list as it is after the entry was taken out.
    case moveEntry(section: String, from: Int, to: Int)
    /// A section under any name that is not taken; at the end if `at` is nil.
    case addSection(name: String, value: JSONValue, at: Int?)
    /// `to` counts among the sections as they are after this one was taken out.
    case moveSection(name: String, to: Int)
    /// Core sections keep their names.
    case renameSection(name: String, to: String)
    /// Another document: an import, or an earlier revision.
    case replace(Resume)
}

extension Operation {
    /// The section whose present value the operation was made for; nil where it was made for none.
    package var section: String? {
        switch self {
        case .set(let path, _), .remove(let path): path.section
        case .insertEntry(let section, _, _), .moveEntry(let section, _, _): section
        case .addSection, .moveSection, .renameSection, .replace: nil
        }
    }
}

/// What an operation did, section by section.
package enum Change: Sendable, Equatable {
    case changed(section: String, value: JSONValue)
    case removed(section: String)
    /// All names in their new order.
    case reordered(sections: [String])
}

extension Resume {
    /// Applies operations in order, all or none.
    /// - Returns: the new resume and what is different in it; nothing different is no error.
    package func applying(_ operations: [Operation]) throws(ResumeError) -> (resume: Resume, changes: [Change]) {
        var resume = self
        for operation in operations { try resume.apply(operation) }
        try ResumeValidation.checkBounds(&resume)
        return (resume, resume.changes(since: self))
    }

    package func applying(_ operation: Operation) throws(ResumeError) -> (resume: Resume, changes: [Change]) {
        try self.applying([operation])
    }

    /// What is different from an earlier resume.
    package func changes(since old: Resume) -> [Change] {
        var changes: [Change] = []
        for (name, value) in self.sections where old.sections[name] != value {
            changes.append(.changed(section: name, value: value))
        }
        for name in old.sections.names where !self.sections.contains(name) { changes.append(.removed(section: name)) }
        let kept = old.sections.names.filter(self.sections.contains)
        let now = self.sections.names.filter(old.sections.contains)
        if kept != now { changes.append(.reordered(sections: self.sections.names)) }
        return changes
    }
}
