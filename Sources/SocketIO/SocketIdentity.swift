/// Who a socket is, new or come back.
struct SocketIdentity: Sendable {
    let id: String
    /// The recovery id; `nil` without recovery.
    var pid: String?
    /// See ``ConnectionStateRecovery/identity``.
    var identity: String?
    /// For one that comes back.
    var claim: NamespaceRecovery.Claim?

    init(id: String, pid: String? = nil, identity: String? = nil) {
        (self.id, self.pid, self.identity) = (id, pid, identity)
    }

    init(_ claim: NamespaceRecovery.Claim) {
        self.init(id: claim.session.socketID, pid: claim.session.pid, identity: claim.session.identity)
        self.claim = claim
    }
}
