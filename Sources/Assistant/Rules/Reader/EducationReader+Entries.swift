import JSON

/// From drafts and labelled forms to entries.
extension EducationReader {
    mutating func readForm(_ form: [LabelledForm.Entry]) {
        for item in form {
            var draft = Draft()
            draft.degreeText = item.values[.degree]?.trimmed.text ?? ""
            draft.field = item.values[.field]?.trimmed.text ?? ""
            draft.institution = item.values[.institution]?.trimmed.text ?? ""
            draft.dates = item.values[.dates]?.trimmed.text ?? ""
            draft.location = item.values[.place]?.trimmed.text ?? ""
            draft.notes = item.rest.map(\.text)
            self.drafts.append(draft)
        }
    }

    mutating func finish() {
        for var draft in self.drafts {
            if draft.isEmpty, draft.field.isEmpty {
                self.unplaced += ([draft.dates, draft.location] + draft.notes).filter { !$0.isEmpty }.map(TextLine.init)
                continue
            }
            if draft.field.isEmpty {
                let phrase = draft.degree ?? TextLine(draft.degreeText).phrase
                if let (degree, field) = phrase.degreeAndField { (draft.degreeText, draft.field) = (degree, field) }
            }
            var entry: JSONObject = [
                "Degree": .string(draft.degreeText), "Field": .string(draft.field), "Institution": .string(draft.institution),
                "Dates": .string(draft.dates),
            ]
            if !draft.location.isEmpty { entry["Location"] = .string(draft.location) }
            if !draft.notes.isEmpty { entry["Description"] = .string(draft.notes.joined(separator: "\n")) }
            self.entries.append(entry)
        }
    }
}
