/// Title, place, mail address, phone number and links out of the top of a resume and its contact sections.
struct ContactReader {
    private(set) var title = ""
    private(set) var location = ""
    private(set) var email = ""
    private(set) var phone = ""
    private(set) var links: [String] = []
    /// Running text without a heading, which serves as the summary.
    private(set) var paragraphs: [TextLine] = []
    /// What else is said of the person: "Date of birth: ...", a street.
    private(set) var details: [String] = []
    private(set) var unplaced: [TextLine] = []
    /// The place was taken for one only by where it stands.
    private(set) var isPlaceGuessed = false

    struct Line {
        var line: TextLine
        /// It stands under a heading of personal details.
        var isPersonal: Bool
        /// It has the name.
        var isName: Bool
    }

    private static let labels: [LabelKind] = [.email, .phone, .place, .link, .position, .name, .firstName, .lastName]
    /// A title stands at most this many lines below the name.
    private static let titleLines = 3

    /// A short name on a line with the mail address or the telephone: where nothing else is the place, it is one.
    private var besideAddress: Phrase?
    /// The number behind a label that is not known, and its line.
    private var doubtfulPhone: (number: String, line: String)?
    private var nameLine: Int?
    private let name: Phrase?

    /// - Parameter lines: of the head, the contact details and the personal details, in order.
    init(_ lines: [Line], name: NameFinder.Found?) {
        self.name = name?.name
        self.nameLine = lines.firstIndex(where: \.isName)
        for (number, item) in lines.enumerated() where !item.line.isBlank {
            if item.isName {
                for part in name?.rest ?? [] { self.read(part, number: number, item: item) }
            } else if !PageFurniture.isBanner(item.line) {
                self.read(item, number: number)
            }
        }
        if let doubtful = self.doubtfulPhone {
            if self.phone.isEmpty { self.phone = doubtful.number } else { self.details.append(doubtful.line) }
        }
        self.findPlace()
    }

    /// Without a place that is known as one: a street, or else a short name beside the addresses, which stands where
    /// resumes have the place.
    private mutating func findPlace() {
        guard self.location.isEmpty else { return }
        if let street = self.details.firstIndex(where: { TextLine($0).phrase.isAddress }) {
            self.location = self.details.remove(at: street)
        } else if let place = self.unplaced.firstIndex(where: {
            let phrase = $0.phrase
            return phrase.hasPlaceShape && phrase.wordCount <= 3 && phrase.titleStrength == 0 && !phrase.isUppercased
                && phrase.organisationStrength == 0 && phrase.degreeStrength == 0
        }) {
            self.location = self.unplaced.remove(at: place).text
            self.isPlaceGuessed = true
        } else if let place = self.unplaced.firstIndex(where: { Self.hasAddressShape($0.phrase) }) {
            self.location = self.unplaced.remove(at: place).text
            self.isPlaceGuessed = true
        } else if let place = self.besideAddress {
            self.location = place.text
            self.isPlaceGuessed = true
        }
    }

    /// "14 Sráid Thomáis, Ballinasloe, Co. Galway", "Tuzla / İstanbul": names that begin with capitals, two or more.
    private static func hasAddressShape(_ phrase: Phrase) -> Bool {
        let parts = phrase.split { $0.isMark(",") || $0.isMark("/") }
        guard (2...5).contains(parts.count), phrase.length < 90, phrase.titleStrength == 0, phrase.degreeStrength == 0,
            let last = parts.last, last.hasPlaceShape
        else { return false }
        return parts.allSatisfy { part in
            part.wordCount <= 7
                && part.tokens.allSatisfy {
                    !$0.isWord || !part.first(of: $0).isLowercase || $0.traits.contains(.nameParticle)
                        || $0.traits.contains(.connector) || $0.gap == 0
                }
        }
    }

    private mutating func read(_ item: Line, number: Int) {
        let line = item.line
        let phrase = line.phrase
        let hasAddress = line.tokens.contains { $0.kind == .email || $0.kind == .link }
        let label = LabelDictionary.shared.match(phrase, among: Self.labels)
        // "P.O. Box: 4471-40100, Kisumu"
        if !hasAddress, ["box", "p", "po", "pobox", "postfach"].contains(line.tokens.first?.folded ?? ""),
            line.tokens.contains(where: { $0.kind == .number }),
            phrase.segments().count == 1
        {
            self.takeBox(phrase)
            return
        }
        // A label that is not known: the line says what it is itself.
        if label == nil, !hasAddress, let colon = line.tokens.prefix(6).firstIndex(where: { $0.isMark(":") }), colon > 0,
            !phrase.isSentence
        {
            // "ID number: 850512 5555 08 1" is a telephone's only if nothing else is.
            if let number = PhoneScanner.number(in: phrase) {
                if self.doubtfulPhone == nil {
                    self.doubtfulPhone = (number.text, phrase.text)
                } else {
                    self.details.append(phrase.text)
                }
                return
            }
            self.takeUnlabelled(phrase, value: phrase.subphrase((colon + 1)..<line.tokens.count).trimmed)
            return
        }
        if !hasAddress, label == nil, PhoneScanner.number(in: phrase) == nil {
            if phrase.isAddress {
                self.takePlace(phrase)
                return
            }
            if phrase.isSentence, phrase.wordCount <= 6, number == (self.nameLine ?? -2) + 1, phrase.titleStrength >= 2,
                self.takeTitle(phrase, number: number)
            {
                return
            }
            if phrase.isSentence || line.hasBullet && phrase.wordCount > 5 {
                self.paragraphs.append(line)
                return
            }
            if phrase.placeStrength == .known, self.location.isEmpty {
                self.takePlace(phrase)
                return
            }
            if phrase.segments().allSatisfy({ $0.placeStrength == .none && $0.titleStrength > 0 }),
                self.takeTitle(phrase, number: number)
            {
                return
            }
        }
        // "Address: Hà Nội, VN | Phone: ..." holds several.
        if let label, label.kind == .place, !hasAddress, !label.value.tokens.contains(where: { $0.isMark("|") }),
            PhoneScanner.number(in: label.value) == nil || label.value.isAddress, !label.value.isEmpty
        {
            self.takePlace(label.value.trimmed)
            return
        }
        for segment in phrase.segments() { self.read(segment, number: number, item: item) }
    }

    /// "Suburb: Footscray VIC 3011" is a place all the same.
    private mutating func takeUnlabelled(_ line: Phrase, value: Phrase) {
        if self.location.isEmpty, value.placeStrength == .known {
            self.location = value.text
        } else {
            self.details.append(line.text)
        }
    }

    /// A street without its city is kept beside the place.
    private mutating func takePlace(_ phrase: Phrase) {
        guard !phrase.isEmpty else { return }
        if self.location.isEmpty, !phrase.isAddress || phrase.namesCity {
            self.location = phrase.text
        } else {
            self.details.append(phrase.text)
        }
    }

    /// A post-office box is the address of many who have no street.
    private mutating func takeBox(_ phrase: Phrase) {
        if self.location.isEmpty { self.location = phrase.text } else { self.details.append(phrase.text) }
    }

    private mutating func read(_ segment: Phrase, number: Int, item: Line) {
        var rest = segment
        if let match = LabelDictionary.shared.match(segment, among: Self.labels) {
            rest = match.value.trimmed
            if self.take(match.kind, rest) { return }
        }
        var found = false
        for (place, token) in zip(rest.tokens.indices, rest.tokens) where token.kind == .email || token.kind == .link {
            found = true
            self.takeAddress(rest.subphrase(place..<(place + 1)).text, kind: token.kind)
        }
        if let number = PhoneScanner.number(in: rest) {
            found = true
            if self.phone.isEmpty { self.phone = number.text } else { self.drop(number) }
        }
        if found {
            self.takeAround(rest)
            return
        }
        guard !rest.isEmpty, !LabelDictionary.shared.isLabel(rest, among: Self.labels) else { return }
        if self.takeTitle(rest, number: number) { return }
        if rest.placeStrength > .none, self.location.isEmpty {
            self.location = rest.text
        } else if rest.isAddress {
            self.takePlace(rest)
        } else if item.isPersonal || rest.tokens.count > segment.tokens.count {
            self.details.append(rest.text)
        } else {
            self.drop(rest)
        }
    }

    private mutating func take(_ kind: LabelKind, _ value: Phrase) -> Bool {
        switch kind {
        case .place where !value.isEmpty && PhoneScanner.number(in: value) == nil:
            self.takePlace(value)
            return true
        case .position where self.title.isEmpty && !value.isEmpty:
            self.title = value.text
            return true
        case .link
        where value.tokens.count <= 8 && !value.isEmpty
            && !value.tokens.contains(where: { $0.kind == .email || $0.kind == .link }):
            self.links.append(value.text)
            return true
        case .name, .firstName, .lastName: return true
        default: return false
        }
    }

    private mutating func takeAddress(_ address: String, kind: Token.Kind) {
        if kind == .email {
            if self.email.isEmpty { self.email = address } else if self.email != address { self.links.append(address) }
        } else if !self.links.contains(address) {
            self.links.append(address)
        }
    }

    /// A segment with an address in it may hold a place as well: "Berlin, Germany jane@doe.org".
    private mutating func takeAround(_ segment: Phrase) {
        guard self.location.isEmpty else { return }
        let number = PhoneScanner.number(in: segment)?.tokens.indices
        let parts = segment.split(at: { place in
            let token = segment.tokens[place]
            let isSlash = token.isMark("/") && token.gap > 0
            return token.kind == .email || token.kind == .link || isSlash || number?.contains(place) ?? false
        }).map(\.withoutStop)
        if let part = parts.first(where: { $0.placeStrength == .known }) ?? parts.first(where: { $0.placeStrength == .shape }) {
            self.location = part.text
        } else if self.besideAddress == nil {
            self.besideAddress = parts.first { part in
                part.hasPlaceShape && part.wordCount <= 3 && part.titleStrength == 0 && part.organisationStrength == 0
                    && !part.isUppercased && part.length > 3 && !part.words.contains { $0.traits.contains(.notName) }
                    && !LabelDictionary.shared.isAnyLabel(part)
            }
        }
    }

    private mutating func takeTitle(_ phrase: Phrase, number: Int) -> Bool {
        guard self.title.isEmpty, let nameLine, number >= nameLine, number <= nameLine + Self.titleLines, phrase.length < 100,
            phrase.placeStrength < .known
        else { return false }
        let isTitle = phrase.titleStrength >= 2 || phrase.titleStrength == 1 && phrase.wordCount <= 6
        let isHeadline =
            number == nameLine + 1 && phrase.wordCount <= 6 && phrase.placeStrength == .none && phrase.wordCount > 1
            && phrase.tokens.allSatisfy { $0.kind != .number } && !phrase.isSentence
        guard isTitle || isHeadline else { return false }
        self.title = phrase.text
        return true
    }

    private mutating func drop(_ phrase: Phrase) {
        guard !phrase.isEmpty else { return }
        self.unplaced.append(TextLine(phrase.text))
    }
}
