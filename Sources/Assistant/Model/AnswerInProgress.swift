import JSON
import Resume
import Synchronization

/// One answer on its way from the model to the person: the reply as it comes, the changes at its end.
final class AnswerInProgress: Sendable {
    private let reader = Mutex(ReplyReader())
    private let inert = Mutex(InertText())
    private let send: @Sendable (AnswerPart) -> Void

    init(send: @escaping @Sendable (AnswerPart) -> Void) { self.send = send }

    func received(_ piece: String) {
        let text = self.reader.withLock { $0.feed(piece) }
        self.show(text)
    }

    private func show(_ text: String) {
        let text = self.inert.withLock { $0.feed(text) }
        if !text.isEmpty { self.send(.text(text)) }
    }

    private func endText() {
        let rest = self.inert.withLock { $0.finish() }
        if !rest.isEmpty { self.send(.text(rest)) }
    }

    /// Sends what is left of the reply, then the changes. An answer that was cut off changes nothing: what its missing end
    /// would have said is not ours to guess.
    func finish(_ answer: ModelAnswer, turn: Turn) throws(AssistantError) {
        let reader = self.reader.withLock { $0 }
        if answer.finish != .cutOff, let object = try? ModelJSON.object(in: answer.text) {
            let changes = ProposedChanges(
                object, resume: turn.resume,
                said: turn.history.filter { $0.role == .user }.map(\.content) + [turn.message])
            if !changes.isEmpty || !changes.reply.isEmpty { return self.finish(changes, after: reader) }
        }
        // The beginning of an object that was meant for us is not for the person to see.
        let leftover = reader.leftover
        let isObject =
            leftover.hasPrefix("{") && leftover.dropFirst().first { !$0.isWhitespace } == "\"" && answer.finish != .complete
        if !isObject, !leftover.isEmpty { self.show(leftover) }
        guard reader.hasShownText || !isObject && leftover.contains(where: { !$0.isWhitespace }) else { throw Self.empty }
        self.endText()
        switch answer.finish {
        case .cutOff: self.send(.text("\n\n(The answer was cut off here.)"))
        case .unknown: self.send(.text("\n\n(The answer may be incomplete.)"))
        case .complete: if reader.isObject { self.send(.text("\n\n(The answer may be incomplete; nothing was changed.)")) }
        }
    }

    private func finish(_ changes: ProposedChanges, after reader: ReplyReader) {
        if !reader.hasShownText {
            self.show(changes.reply.isEmpty ? "The resume is changed as you asked." : changes.reply)
        } else if !reader.isObject, !changes.reply.isEmpty {
            // An object that followed a sentence.
            self.show("\n\n" + changes.reply)
        }
        self.endText()
        if !changes.note.isEmpty { self.send(.text("\n\n(\(changes.note))")) }
        if !changes.operations.isEmpty { self.send(.operations(changes.operations)) }
        if !changes.styles.isEmpty { self.send(.styles(changes.styles)) }
    }

    private static let empty = AssistantError(
        .upstreamInvalidResponse, "The assistant gave no usable answer. Please try again.", detail: "an answer without a reply",
        retryable: true, cause: .model)
}
