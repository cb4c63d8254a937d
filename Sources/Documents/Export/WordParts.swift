/// The parts of a Word document around its paragraphs.
enum WordParts {
    private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package = "http://schemas.openxmlformats.org/package/2006"
    private static let namespaces =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"\(office)\""

    static func all(_ layout: ResumeLayout, body: String, targets: [String]) -> [(name: String, text: String)] {
        [
            ("[Content_Types].xml", self.contentTypes), ("_rels/.rels", self.packageRelations),
            ("docProps/core.xml", self.properties(layout)), ("word/document.xml", self.document(layout.style, body: body)),
            ("word/_rels/document.xml.rels", self.relations(targets)), ("word/styles.xml", self.styles(layout)),
            ("word/numbering.xml", self.numbering),
        ]
    }

    private static let contentTypes: String = {
        let office = "application/vnd.openxmlformats-officedocument.wordprocessingml"
        let media = "application/vnd.openxmlformats-package"
        return declaration + """
            <Types xmlns="\(WordParts.package)/content-types">\
            <Default Extension="rels" ContentType="\(media).relationships+xml"/>\
            <Default Extension="xml" ContentType="application/xml"/>\
            <Override PartName="/word/document.xml" ContentType="\(office).document.main+xml"/>\
            <Override PartName="/word/styles.xml" ContentType="\(office).styles+xml"/>\
            <Override PartName="/word/numbering.xml" ContentType="\(office).numbering+xml"/>\
            <Override PartName="/docProps/core.xml" ContentType="\(media).core-properties+xml"/></Types>
            """
    }()

    private static let packageRelations =
        declaration + """
            <Relationships xmlns="\(package)/relationships">\
            <Relationship Id="document" Type="\(office)/officeDocument" Target="word/document.xml"/>\
            <Relationship Id="properties" Type="\(package)/relationships/metadata/core-properties" Target="docProps/core.xml"/>\
            </Relationships>
            """

    private static func relations(_ targets: [String]) -> String {
        let links = targets.enumerated().map { place, target in
            """
            <Relationship Id="link\(place)" Type="\(self.office)/hyperlink" Target="\(HTMLBuilder.escaped(target))" \
            TargetMode="External"/>
            """
        }
        return self.declaration + """
            <Relationships xmlns="\(self.package)/relationships">\
            <Relationship Id="styles" Type="\(self.office)/styles" Target="styles.xml"/>\
            <Relationship Id="numbering" Type="\(self.office)/numbering" Target="numbering.xml"/>\
            \(links.joined())</Relationships>
            """
    }

    private static func properties(_ layout: ResumeLayout) -> String {
        let name = HTMLBuilder.escaped(layout.name)
        return self.declaration + """
            <cp:coreProperties xmlns:cp="\(self.package)/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">\
            <dc:title>\(name)</dc:title><dc:creator>\(name)</dc:creator><dc:language>\(layout.language)</dc:language>\
            </cp:coreProperties>
            """
    }

    private static func document(_ style: ExportStyle, body: String) -> String {
        // In twentieths of a point.
        let (width, height) = style.paper == .a4 ? (11_906, 16_838) : (12_240, 15_840)
        let (side, end) = style.template == .compact ? (850, 680) : (1_080, 907)
        return self.declaration + """
            <w:document \(self.namespaces)><w:body>
            \(body)<w:sectPr><w:pgSz w:w="\(width)" w:h="\(height)"/>\
            <w:pgMar w:top="\(end)" w:right="\(side)" w:bottom="\(end)" w:left="\(side)" w:header="0" w:footer="0" w:gutter="0"/>\
            </w:sectPr></w:body></w:document>
            """
    }

    private static let numbering =
        declaration + """
            <w:numbering \(namespaces)><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>\
            <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/><w:lvlText w:val="•"/>\
            <w:lvlJc w:val="left"/><w:pPr><w:ind w:left="340" w:hanging="220"/></w:pPr></w:lvl></w:abstractNum>\
            <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>
            """

    // MARK: Styles

    private static func styles(_ layout: ResumeLayout) -> String {
        let template = layout.style.template
        let color = layout.style.accentColor.hexadecimal
        // In half points.
        let size = template == .compact ? 19 : 21
        let font = template == .classic ? "Cambria" : "Calibri"
        let alignment = template == .classic ? "<w:jc w:val=\"center\"/>" : ""
        let rule = """
            <w:pBdr><w:bottom w:val="single" w:sz="\(template == .classic ? 4 : 8)" w:space="1" \
            w:color="\(template == .classic ? "BBBBBB" : color)"/></w:pBdr>
            """
        let (before, after) = template == .compact ? (120, 40) : (220, 80)
        return self.declaration + """
            <w:styles \(self.namespaces)><w:docDefaults><w:rPrDefault><w:rPr>\
            <w:rFonts w:ascii="\(font)" w:hAnsi="\(font)" w:eastAsia="Noto Sans CJK SC" w:cs="Arial"/>\
            <w:sz w:val="\(size)"/><w:szCs w:val="\(size)"/><w:lang w:val="\(layout.language)"/>\
            </w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>\
            <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>\
            \(self.style("Title", alignment, self.bold(size + 21, color)))\
            \(self.style("Subtitle", alignment, "<w:color w:val=\"4A4A4A\"/>\(self.size(size + 3))"))\
            \(self.style("Contact", "<w:spacing w:before=\"40\" w:after=\"60\"/>\(alignment)", self.size(size - 2)))\
            \(self.style("Heading1", named: "heading 1", """
                <w:keepNext/><w:keepLines/>\(rule)<w:spacing w:before="\(before)" w:after="\(after)"/><w:outlineLvl w:val="0"/>
                """, self.bold(size + 3, color)))\
            \(self.style("Heading2", named: "heading 2", """
                <w:keepNext/><w:keepLines/><w:spacing w:before="\(before / 2)"/><w:outlineLvl w:val="1"/>
                """, self.bold(size, nil)))\
            \(self.style("EntryDetails", named: "Entry Details", "<w:keepNext/><w:spacing w:after=\"20\"/>", """
                <w:color w:val="4A4A4A"/>\(self.size(size - 1))
                """))\
            \(self.style("BodyText", named: "Body Text", "<w:spacing w:after=\"30\"/>", ""))\
            \(self.style("ListBullet", named: "List Bullet", """
                <w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:after="20"/><w:contextualSpacing/>
                """, "", next: "ListBullet"))\
            <w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr>\
            <w:color w:val="\(color)"/></w:rPr></w:style></w:styles>
            """
    }

    private static func bold(_ size: Int, _ color: String?) -> String {
        "<w:b/><w:bCs/>" + (color.map { "<w:color w:val=\"\($0)\"/>" } ?? "") + self.size(size)
    }

    /// - Parameter size: in half points.
    private static func size(_ size: Int) -> String { "<w:sz w:val=\"\(size)\"/><w:szCs w:val=\"\(size)\"/>" }

    /// A paragraph style; Word knows its own by their names, whatever their ids are.
    private static func style(
        _ id: String, named name: String? = nil, _ paragraph: String, _ run: String, next: String = "BodyText"
    ) -> String {
        """
        <w:style w:type="paragraph" w:styleId="\(id)"><w:name w:val="\(name ?? id)"/><w:basedOn w:val="Normal"/>\
        <w:next w:val="\(next)"/><w:qFormat/><w:pPr>\(paragraph)</w:pPr><w:rPr>\(run)</w:rPr></w:style>
        """
    }
}
