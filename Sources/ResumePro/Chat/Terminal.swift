import Foundation

/// Standard output and standard error of `resumepro chat`. What it writes has no control characters but line feeds and tabs:
/// a resume or a model's answer cannot move the cursor, colour the screen or set the window's title.
struct Terminal {
    /// Whether a person types at it: prompts are shown then.
    let isInteractive: Bool
    /// Whether a progress line is shown.
    let showsProgress: Bool
    private var isAtLineStart = true
    private var progress = ""

    init() {
        self.isInteractive = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
        self.showsProgress = isatty(STDERR_FILENO) == 1
    }

    /// Goes on in the line that was begun.
    mutating func write(_ text: String) {
        let text = text.withoutControlCharacters
        guard let last = text.last else { return }
        self.clearProgress()
        self.put(text, to: .standardOutput)
        self.isAtLineStart = last.isNewline
    }

    /// A line of its own, or several.
    mutating func writeLine(_ text: String) {
        self.endLine()
        self.write(text + "\n")
    }

    mutating func endLine() { if !self.isAtLineStart { self.write("\n") } }

    mutating func writeError(_ text: String) {
        self.endLine()
        self.clearProgress()
        self.put(text.withoutControlCharacters + "\n", to: .standardError)
    }

    /// Asks for a line of input.
    mutating func prompt() {
        self.endLine()
        guard self.isInteractive else { return }
        self.put("> ", to: .standardOutput)
    }

    /// The person's own line feed has ended the prompt's line, or they left it without one.
    mutating func endPrompt(withLineFeed: Bool) {
        if self.isInteractive, !withLineFeed { self.put("\n", to: .standardOutput) }
        self.isAtLineStart = true
    }

    /// Shows what is going on, in one line that goes when anything else is written.
    mutating func showProgress(_ text: String) {
        guard self.showsProgress, self.isAtLineStart else { return }
        self.progress = text
        self.put("\r\(text)\u{1B}[K", to: .standardError)
    }

    mutating func clearProgress() {
        guard !self.progress.isEmpty else { return }
        self.progress = ""
        self.put("\r\u{1B}[K", to: .standardError)
    }

    /// Nobody can be told that the terminal is gone.
    private func put(_ text: String, to file: FileHandle) { try? file.write(contentsOf: Data(text.utf8)) }
}

extension String {
    /// Without what a terminal takes for a command, or shows in another order than it is written: control characters but line
    /// feed and tab, and the characters that turn the direction of text.
    var withoutControlCharacters: String {
        var scalars = String.UnicodeScalarView()
        for scalar in self.unicodeScalars {
            switch scalar {
            case "\n", "\t": scalars.append(scalar)
            case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}", "\u{2028}", "\u{2029}": break
            default: if scalar.properties.generalCategory != .control { scalars.append(scalar) }
            }
        }
        return String(scalars)
    }
}
