import JSON
import Resume

/// A resume as it is kept, with the number of its revision.
package struct StoredResume: Sendable, Equatable {
    package var resume: Resume
    /// 1 for the first.
    package var revision: Int
    /// Who it belongs to; nil: the session in which it was made.
    package var owner: String?

    package init(resume: Resume, revision: Int, owner: String? = nil) {
        (self.resume, self.revision, self.owner) = (resume, revision, owner)
    }
}

/// A line of a user's list.
package struct ResumeSummary: Sendable, Equatable {
    package var id: String
    package var revision: Int
    package var name: String
    package var title: String
    /// Milliseconds since 1970.
    package var updated: Int64
}

/// What undoing leads to.
package struct EarlierResume: Sendable, Equatable {
    package var resume: Resume
    /// Whose document it is.
    package var revision: Int
    /// What undoing once more leads to, and how; nil: nothing.
    package var undo: ResumeUndo?
}

/// The way from a revision back to the one that undoing it leads to.
package struct ResumeUndo: Sendable, Equatable {
    package var revision: Int
    package var patch: ResumePatch
}

/// One step of a resume's history.
package struct ResumeRevision: Sendable, Equatable {
    package var revision: Int
    /// What was different from the revision before.
    package var change: ResumePatch
    /// Milliseconds since 1970.
    package var at: Int64
}

/// A new revision of a resume, to be stored if the expected one is the last.
package struct ResumeCommit: Sendable, Equatable {
    package let id: String
    package let owner: String?
    /// The revision that is stored now; nil: none is.
    package let expecting: Int?
    package let resume: Resume
    /// Unique within a resume: the same operation sent twice is stored once. Remembered for as many revisions as are kept.
    package let operationID: String?
    // As they are stored: written by whoever makes the commit, as there is only one thread that stores it.
    let document: String
    let change: String
    let undoRevision: Int?
    let undoPatch: String?

    package var revision: Int { (self.expecting ?? 0) + 1 }

    /// An edit, made on top of `current`.
    package init(id: String, owner: String? = nil, from current: StoredResume?, to resume: Resume, operationID: String? = nil) {
        let undo = current.map {
            ResumeUndo(revision: $0.revision, patch: ResumePatch(from: resume.sections, to: $0.resume.sections))
        }
        let change = ResumePatch(from: current?.resume.sections ?? JSONObject(), to: resume.sections)
        self.init(
            id: id, owner: owner, expecting: current?.revision, resume: resume, change: change, undo: undo,
            operationID: operationID)
    }

    /// The taking back of changes: the document of an earlier revision as a new one.
    package init(id: String, owner: String? = nil, undoing current: StoredResume, to earlier: EarlierResume) {
        let change = ResumePatch(from: current.resume.sections, to: earlier.resume.sections)
        self.init(
            id: id, owner: owner, expecting: current.revision, resume: earlier.resume, change: change, undo: earlier.undo,
            operationID: nil)
    }

    private init(
        id: String, owner: String?, expecting: Int?, resume: Resume, change: ResumePatch, undo: ResumeUndo?,
        operationID: String?
    ) {
        (self.id, self.owner, self.expecting, self.operationID) = (id, owner, expecting, operationID)
        (self.resume, self.document, self.change) = (resume, resume.json.serialized, change.json.serialized)
        (self.undoRevision, self.undoPatch) = (undo?.revision, undo?.patch.json.serialized)
    }
}
