import NIOCore

/// One kept-alive connection with one request at a time.
final class HTTPClient: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// The connection is there, on its event loop.
    var onReady: (HTTPClient) -> Void = { _ in }
    /// The body of the answer to the last request, which had status 200.
    var onResponse: (ByteBuffer) -> Void = { _ in }
    var onClosed: (HTTPClient) -> Void = { _ in }

    private var context: ChannelHandlerContext?
    private var rest: ByteBuffer?

    static func get(_ sid: String?) -> ByteBuffer {
        ByteBuffer(string: "GET \(self.path(sid)) HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: */*\r\n\r\n")
    }

    static func post(_ sid: String, _ body: String) -> ByteBuffer {
        ByteBuffer(
            string: "POST \(self.path(sid)) HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: */*\r\n"
                + "Content-Type: text/plain;charset=UTF-8\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)")
    }

    private static func path(_ sid: String?) -> String {
        "/socket.io/?EIO=4&transport=polling" + (sid.map { "&sid=\($0)" } ?? "")
    }

    func send(_ request: ByteBuffer) { self.context?.writeAndFlush(self.wrapOutboundOut(request), promise: nil) }

    func close() { self.context?.close(promise: nil) }

    func channelActive(context: ChannelHandlerContext) {
        self.context = context
        self.onReady(self)
    }

    func channelInactive(context: ChannelHandlerContext) {
        self.context = nil
        self.onClosed(self)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var bytes = self.unwrapInboundIn(data)
        if var rest = self.rest {
            rest.writeBuffer(&bytes)
            bytes = rest
            self.rest = nil
        }
        guard let end = bytes.endOfHead, let head = bytes.getString(at: bytes.readerIndex, length: end - bytes.readerIndex)
        else { return self.rest = bytes }
        guard head.hasPrefix("HTTP/1.1 200") else { return context.close(promise: nil) }
        var body = bytes
        body.moveReaderIndex(to: end)
        guard let content = head.bodyLength.map({ body.readSlice(length: $0) }) ?? body.readChunks() else {
            return self.rest = bytes
        }
        self.onResponse(content)
    }
}

extension String {
    /// The value of `Content-Length` in a message's head; `nil` for a body in chunks.
    var bodyLength: Int? {
        for line in self.utf8.split(separator: 13) {
            let line = line.drop { $0 == 10 }
            let name = line.prefix { $0 != UInt8(ascii: ":") }
            guard name.count == 14, name.elementsEqual("content-length".utf8, by: { $0 | 0x20 == $1 | 0x20 }) else { continue }
            return Int(Substring(line.dropFirst(15).drop { $0 == 32 }))
        }
        return nil
    }
}

extension ByteBuffer {
    /// A whole body in chunks (RFC 9112 section 7.1); `nil` if its end has not come.
    fileprivate mutating func readChunks() -> ByteBuffer? {
        var content = ByteBuffer()
        while let lineEnd = self.readableBytesView.firstIndex(of: 13),
            let line = self.readString(length: lineEnd - self.readerIndex), let length = Int(line, radix: 16)
        {
            guard self.readableBytes >= length + 4 else { return nil }
            self.moveReaderIndex(forwardBy: 2)
            guard var chunk = self.readSlice(length: length) else { return nil }
            content.writeBuffer(&chunk)
            self.moveReaderIndex(forwardBy: 2)
            if length == 0 { return content }
        }
        return nil
    }
}
