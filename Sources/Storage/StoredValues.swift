import JSON

/// One side's words in a conversation about a resume.
package struct StoredMessage: Sendable, Equatable {
    package var role: String
    package var content: String

    package init(role: String, content: String) { (self.role, self.content) = (role, content) }
}

/// An answer that is on its way, as far as it has come.
package struct StoredAnswer: Sendable, Equatable {
    package var question: String
    package var text: String

    package init(question: String, text: String) { (self.question, self.text) = (question, text) }
}

/// A client's stay, connected or to come back.
package struct StoredSession: Sendable, Equatable {
    package var id: String
    /// The resume that it works on.
    package var resume: String
    package var owner: String?
    /// What else a return needs, such as the open question.
    package var state: JSONValue?
    /// Milliseconds on the clock of ``Store/eraseExpired(now:)``; nil while the client is connected.
    package var expires: Int64?

    package init(id: String, resume: String, owner: String? = nil, state: JSONValue? = nil, expires: Int64? = nil) {
        (self.id, self.resume, self.owner, self.state, self.expires) = (id, resume, owner, state, expires)
    }
}

/// A packet that clients may ask for again.
package struct StoredPacket: Sendable, Equatable {
    package var namespace: String
    package var offset: Int
    package var rooms: [String]
    package var except: [String]
    /// As they travel, one after another in a form that is the caller's own.
    package var bytes: [UInt8]

    package init(namespace: String, offset: Int, rooms: [String], except: [String], bytes: [UInt8]) {
        (self.namespace, self.offset, self.rooms) = (namespace, offset, rooms)
        (self.except, self.bytes) = (except, bytes)
    }
}

/// A client that is connected or may come back, as connection state recovery needs it.
package struct StoredClient: Sendable, Equatable {
    package struct Room: Sendable, Hashable {
        package var name: String
        /// The last packet before the client entered.
        package var since: Int

        package init(name: String, since: Int) { (self.name, self.since) = (name, since) }
    }

    package var namespace: String
    /// The recovery id: a secret.
    package var pid: String
    package var socketID: String
    /// Only the same one may come back.
    package var identity: String?
    package var since: Int
    package var rooms: [Room]
    package var data: JSONValue?

    package init(
        namespace: String, pid: String, socketID: String, identity: String?, since: Int, rooms: [Room], data: JSONValue? = nil
    ) {
        (self.namespace, self.pid, self.socketID, self.identity) = (namespace, pid, socketID, identity)
        (self.since, self.rooms, self.data) = (since, rooms, data)
    }
}

/// What a namespace's recovery begins with after a start.
package struct StoredRecovery: Sendable, Equatable {
    /// Beyond every offset that was ever given out.
    package var lastOffset: Int
    /// The last packet that had to give way, or could not be stored, while a client may have missed it; 0: none.
    package var lostOffset: Int
    /// In the order of their offsets.
    package var packets: [StoredPacket]
    package var clients: [StoredClient]
}
