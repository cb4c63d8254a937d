import Testing

@testable import ResumePro

@Suite struct MultipartFormTests {
    private static func part(_ disposition: String, _ content: String) -> String {
        "--b\r\nContent-Disposition: form-data; \(disposition)\r\nContent-Type: text/plain\r\n\r\n\(content)\r\n"
    }

    private func file(_ body: String, _ type: String = "multipart/form-data; boundary=b") throws -> String? {
        try MultipartForm.file(in: Array(body.utf8), contentType: type).map { String(decoding: $0, as: UTF8.self) }
    }

    @Test func thePartNamedFileWins() throws {
        let body =
            Self.part("name=\"note\"", "x") + Self.part("name=\"other\"; filename=\"a.txt\"", "other")
            + Self.part("name=\"file\"; filename=\"../b.txt\"", "b--content\r\n--\r\n") + "--b--\r\n"
        #expect(try self.file(body) == "b--content\r\n--\r\n")
        #expect(try self.file(body, "multipart/form-data; charset=utf-8; boundary=\"b\"") == "b--content\r\n--\r\n")
    }

    @Test func elseTheFirstWithAFileName() throws {
        #expect(
            try self.file(
                Self.part("name=\"cv\"; filename=\"a\"", "one") + Self.part("name=\"d\"; filename=\"b\"", "two") + "--b--")
                == "one")
        #expect(try self.file(Self.part("name=\"note\"", "one") + "--b--") == nil)
    }

    @Test func anEmptyFileIsEmpty() throws {
        #expect(try self.file("--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n\r\n--b--") == "")
    }

    @Test(
        arguments: [
            ("", "multipart/form-data; boundary=b"), ("--b", "multipart/form-data; boundary=b"),
            ("--b\r\n\r\n", "multipart/form-data; boundary=b"), ("--b\r\n\r\nx", "multipart/form-data; boundary=b"),
            ("--b--", "multipart/form-data"), ("--b--", "multipart/form-data; boundary=\"\""),
            ("--b--", "multipart/form-data; boundary=\(String(repeating: "b", count: 71))"),
            (part("name=\"file\"", "x"), "multipart/form-data; boundary=b"),
        ] as [(String, String)])
    func whatIsNoFormIsRefused(body: String, type: String) {
        #expect {
            try self.file(body, type)
        } throws: {
            ($0 as? ClientError)?.code == .invalidPayload
        }
    }

    @Test func theLastPartIsLookedAtAndTheNextIsNot() throws {
        let fields = String(repeating: Self.part("name=\"note\"", "x"), count: MultipartForm.mostParts - 1)
        #expect(try self.file(fields + Self.part("name=\"file\"", "x") + "--b--") == "x")
        #expect {
            try self.file(fields + Self.part("name=\"note\"", "x") + Self.part("name=\"file\"", "x") + "--b--")
        } throws: {
            ($0 as? ClientError)?.code == .payloadTooLarge
        }
    }

    @Test func headersPastTheirBoundAreRefused() throws {
        let long = { (count: Int) in
            "--b\r\nContent-Disposition: form-data; name=\"file\"\r\nX: \(String(repeating: "a", count: count))\r\n\r\nx\r\n--b--"
        }
        #expect(try self.file(long(8_000)) == "x")
        #expect(throws: ClientError.self) { try self.file(long(8_192)) }
    }
}
