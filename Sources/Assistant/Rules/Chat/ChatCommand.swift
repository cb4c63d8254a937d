import Resume

/// What one request asks for, as far as rules understand it. Names and values are in the person's own words.
enum ChatCommand: Equatable {
    case set(field: String, value: String)
    /// Gives a field a value that it has not yet: "add a phone number: …".
    case fill(field: String, value: String)
    /// Says something about a field, or asks to better it, but gives no value for it.
    case unclear(field: String)
    case add(value: String, section: String)
    /// Without a word on where.
    case addSomewhere(String)
    case addEntry(CoreSection, String)
    case remove(value: String, section: String)
    /// An entry known by its position, company, degree or institution; the only one if the text is empty.
    case removeEntry(CoreSection, String)
    case replaceItem(String, by: String, section: String)
    case clear(field: String)
    case move(section: String, Place)
    case rename(section: String, name: String)
    case style(section: String, adjective: String)
    case show(field: String)
    case callMe(String)
    case whatIsMissing
    case undo
    case help
    case greeting
    case thanks

    enum Place: Equatable {
        case top, end, up, down
        case before(String), after(String)
    }

    /// Whether to hear it twice is to do it twice.
    var isCumulative: Bool {
        switch self {
        case .move(_, .up), .move(_, .down): true
        default: false
        }
    }
}
