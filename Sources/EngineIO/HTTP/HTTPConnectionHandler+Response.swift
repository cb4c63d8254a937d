import NIOCore
import NIOHTTP1

/// The answers to the requests below the server's path.
extension HTTPConnectionHandler {
    func respond(_ response: PollingResponse, to request: RequestID) {
        guard let context = self.context, case .polling(let polling) = self.current, polling.id == request, !self.responseEnded
        else { return }
        self.responseEnded = true
        // Without the rest of the request's body the next request cannot be found.
        if !self.requestEnded, self.hasBody { self.closesAfterResponse = true }
        let response = self.compressed(response, for: polling)
        let (opened, requestHead) = (polling.opened, polling.head)
        polling.answered()
        if !self.changesHeaders(opened: opened), !self.isHead,
            let whole = response.rendered(cors: polling.cors, closes: self.closesAfterResponse)
        {
            self.writeWhole(whole, context)
            return self.endRequestIfDone()
        }
        var headers = response.headers(cors: polling.cors)
        self.addApplicationHeaders(to: &headers, opened: opened, head: requestHead)
        let body = response.body
        if case .preflight = response {} else { headers.add(name: "content-length", value: String(body.readableBytes)) }
        headers.add(name: "date", value: HTTPDate.now)
        if self.closesAfterResponse { headers.add(name: "connection", value: "close") }
        let head = HTTPResponseHead(version: .http1_1, status: response.status, headers: headers)
        context.write(self.wrapOutboundOut(.head(head)), promise: nil)
        if body.readableBytes > 0, !self.isHead {
            context.write(self.wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
        }
        context.writeAndFlush(self.wrapOutboundOut(.end(nil)), promise: nil)
        self.endRequestIfDone()
    }

    /// Whether the application wants to have a say.
    private func changesHeaders(opened: PollingRequest.Opened?) -> Bool {
        let configuration = self.server.configuration
        guard configuration.headers == nil else { return true }
        return opened != nil && (configuration.cookie != nil || configuration.initialHeaders != nil)
    }

    /// The encoder has nothing to add to a whole answer, which leaves in one piece.
    private func writeWhole(_ response: ByteBuffer, _ context: ChannelHandlerContext) {
        if self.encoderContext == nil {
            self.encoderContext = try? context.pipeline.syncOperations.context(handler: self.codec.encoder)
        }
        guard let encoderContext = self.encoderContext else { return context.close(promise: nil) }
        encoderContext.writeAndFlush(NIOAny(response), promise: nil)
    }

    private func compressed(_ response: PollingResponse, for polling: PollingRequest) -> PollingResponse {
        guard case .payload(let body) = response, let accepted = polling.acceptedEncodings,
            let threshold = self.server.configuration.compressionThreshold, body.readableBytes >= threshold,
            let encoding = ContentEncoding(accepted: accepted), let compressed = encoding.compress(body)
        else { return response }
        return .compressedPayload(compressed, encoding)
    }

    /// Adds what the application wants to be in an answer.
    ///
    /// - Parameters:
    ///   - opened: the session that this answer opens.
    ///   - head: the request; needed only if the application looks at every answer.
    func addApplicationHeaders(to headers: inout HTTPHeaders, opened: PollingRequest.Opened?, head: HTTPRequestHead?) {
        let configuration = self.server.configuration
        var isChanged = false
        if let opened {
            if let cookie = configuration.cookie { headers.add(name: "set-cookie", value: cookie.header(id: opened.id)) }
            if let change = configuration.initialHeaders {
                change(&headers, opened.handshake)
                isChanged = true
            }
        }
        if let change = configuration.headers, let head {
            change(&headers, head)
            isChanged = true
        }
        if isChanged { headers = headers.sendable }
    }
}

extension HTTPHeaders {
    private static let framing: Set<String> = ["connection", "content-length", "date", "transfer-encoding", "upgrade"]

    /// Without the fields that frame a message, and without those that would break out of their line (RFC 9110 section 5.5).
    fileprivate var sendable: HTTPHeaders {
        HTTPHeaders(
            self.filter { name, value in
                let lowercased = name.lowercased()
                return !Self.framing.contains(lowercased) && !lowercased.hasPrefix("sec-websocket-") && !name.isEmpty
                    && name.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: ":") }
                    && value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }
            })
    }
}
