"""Files of resumes, written by hand: what a test says of a file's inside is all that is in it."""

import io
import zipfile
import zlib
from xml.sax.saxutils import escape

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def pdf(*pages: str, links=(), encrypted: bool = False) -> bytes:
    """A PDF with the lines of each page from the top down; `links` are targets on the first page."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]
    kids = []
    for number, page in enumerate(pages):
        drawing = ["BT /F1 11 Tf 14 TL 60 780 Td"]
        for line in page.splitlines():
            text = line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
            drawing.append(f"({text}) Tj T*")
        stream = zlib.compress("\n".join([*drawing, "ET"]).encode("cp1252"))
        objects.append(b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(stream) + stream + b"\nendstream")
        annotations = "".join(
            f"<< /Type /Annot /Subtype /Link /Rect [60 700 120 712] /A << /S /URI /URI ({target}) >> >>"
            for target in (links if number == 0 else ())
        )
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> /Annots [%s] >>" % (len(objects), annotations.encode())
        )
        kids.append(len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(b"%d 0 R" % kid for kid in kids), len(kids))
    trailer = b"/Root 1 0 R"
    if encrypted:
        # Of a kind that needs the user's password: the check values are those of nobody's.
        objects.append(b"<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <%s> /U <%s> >>" % (b"11" * 32, b"22" * 32))
        trailer += b" /Encrypt %d 0 R /ID [<00><00>]" % len(objects)
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, value in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + value + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)
    return bytes(out)


def docx(text: str, links=(), body: str | None = None) -> bytes:
    """A Word file with a paragraph for each line; `links` are (text, target), in a paragraph after the first."""
    paragraphs = [f"<w:p><w:r><w:t xml:space='preserve'>{escape(line)}</w:t></w:r></w:p>" for line in text.splitlines()]
    if links:
        runs = "".join(
            f"<w:hyperlink r:id='r{number}'><w:r><w:t>{escape(text)} </w:t></w:r></w:hyperlink>"
            for number, (text, _) in enumerate(links)
        )
        paragraphs.insert(1, f"<w:p>{runs}</w:p>")
    relations = "".join(
        f"<Relationship Id='r{number}' Type='{HYPERLINK}' Target='{escape(target)}' TargetMode='External'/>"
        for number, (_, target) in enumerate(links)
    )
    document = body or f"<w:document {W} {R}><w:body>{''.join(paragraphs)}</w:body></w:document>"
    return packed(
        {
            "[Content_Types].xml": "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>",
            "word/document.xml": f"<?xml version='1.0' encoding='UTF-8'?>{document}",
            "word/_rels/document.xml.rels": "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
            f"{relations}</Relationships>",
        }
    )


def packed(parts: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def form(name: str, file: bytes, filename: str = "resume.pdf", boundary: str = "xxBOUNDARYxx") -> tuple[bytes, str]:
    """A `multipart/form-data` body with a field before the file, and its content type."""
    head = (
        f'--{boundary}\r\nContent-Disposition: form-data; name="note"\r\n\r\nhello\r\n'
        f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"; filename="{filename}"\r\n'
        "Content-Type: application/octet-stream\r\n\r\n"
    )
    return head.encode() + file + f"\r\n--{boundary}--\r\n".encode(), f"multipart/form-data; boundary={boundary}"
