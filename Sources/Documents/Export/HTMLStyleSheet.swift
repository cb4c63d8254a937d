/// The looks of the templates as CSS, the same on a screen and on paper.
enum HTMLStyleSheet {
    static func css(_ style: ExportStyle) -> String {
        let template = style.template
        let isA4 = style.paper == .a4
        let fonts = template == .classic ? self.serif : self.sans
        let size = template == .compact ? "9.2pt" : template == .classic ? "10.6pt" : "10.2pt"
        let (width, margin) = (isA4 ? "210mm" : "8.5in", template == .compact ? "12mm 15mm" : "16mm 19mm")
        return """
            @page{size:\(isA4 ? "A4" : "letter");margin:\(margin)}\
            *{box-sizing:border-box}\
            html{--accent:#\(style.accentColor.hexadecimal);background:#fff;color:#1b1b1b}\
            body{font:\(size)/1.36 \(fonts);max-width:\(width);margin:0 auto;padding:\(margin);overflow-wrap:anywhere;\
            font-variant-ligatures:none}\
            h1,h2,h3,p,ul{margin:0}\
            h1{font-size:2.1em;line-height:1.15;color:var(--accent);letter-spacing:.01em}\
            .title{font-size:1.15em;color:#4a4a4a;margin-top:.15em}\
            .contact{font-size:.93em;margin-top:.45em}\
            .bar{color:#8a8a8a;white-space:pre}\
            h2{font-size:1.12em;color:var(--accent);margin:1.15em 0 .45em;break-after:avoid}\
            h3{font-size:1em;break-after:avoid}\
            article{margin-bottom:.7em;break-inside:avoid}\
            .details{font-size:.94em;color:#4a4a4a;break-after:avoid}\
            article ul,article p+p{margin-top:.2em}\
            ul{padding-inline-start:1.15em}\
            li{margin-bottom:.12em}\
            p{orphans:2;widows:2}\
            a{color:inherit;text-decoration:none}a:hover,a:focus-visible{text-decoration:underline}\
            \(self.details(template))\
            @media print{body{max-width:none;padding:0}}\
            @media (max-width:640px){body{padding:6vw 5vw}body.sidebar{display:block}}
            """
    }

    private static let serif = "'Noto Serif','Source Serif 4',Georgia,Cambria,'Times New Roman',serif"
    private static let sans = "Carlito,Calibri,'Noto Sans','Helvetica Neue',Arial,sans-serif"

    private static func details(_ template: ExportStyle.Template) -> String {
        switch template {
        case .classic:
            """
            header{text-align:center}h1{font-weight:600}\
            h2{font-weight:600;letter-spacing:.04em;border-bottom:.5pt solid #bbb;padding-bottom:.15em}
            """
        case .modern: "h2{border-bottom:1.2pt solid var(--accent);padding-bottom:.12em}"
        case .compact:
            """
            h1{font-size:1.7em}.contact{margin-top:.2em}\
            h2{margin:.75em 0 .25em;border-bottom:.6pt solid var(--accent)}article{margin-bottom:.4em}li{margin:0}
            """
        case .sidebar:
            """
            body{display:grid;grid-template-columns:31% 1fr;column-gap:6%;align-content:start}\
            header{grid-column:1/-1;border-bottom:1.5pt solid var(--accent);padding-bottom:.6em}\
            main{grid-column:2;grid-row:2}aside{grid-column:1;grid-row:2;font-size:.95em}\
            body:not(:has(aside)) main{grid-column:1/-1}
            """
        }
    }
}
