/// Bounds of one document, checked before the work that they bound. A resume is a few pages and a few hundred kilobytes;
/// the defaults leave an academic CV with photographs ten times the room that it needs.
package struct DocumentLimits: Sendable, Equatable {
    /// Bytes of the file. 10 MB: pictures make resumes large, words do not.
    package var fileBytes = 10_000_000
    /// Pages of a PDF. 50: the longest academic CVs have 30.
    package var pages = 50
    /// Entries of a zipped document. 2,000: Word writes 10 to 40 and one for each picture.
    package var parts = 2_000
    /// Bytes of one unpacked part. 20 MB: a hundred dense pages of Word's XML have 5.
    package var partBytes = 20_000_000
    /// Bytes of all parts that are unpacked; only those with text are.
    package var unpackedBytes = 40_000_000
    /// Elements or groups inside one another. 256: a text box in a table in a table has 40; also libxml2's own bound.
    package var depth = 256
    /// Bytes of the text. 500 kB, as for a resume that is pasted: a hundred dense pages.
    package var textBytes = 500_000
    /// Bytes of an HTML or RTF file's source, which may hold pictures; the tree of an HTML file takes ten times as much.
    package var markupBytes = 5_000_000
    /// Bytes that an external program may write. 16 MB: fifty full pages of words with their places have 8.
    package var programOutputBytes = 16_000_000
    /// Address space of an external program, in bytes. 512 MB: ordinary resumes take 15, a page at 200 dpi 110.
    package var programMemory = 512 << 20
    /// Seconds of processor time of an external program. 8: ordinary resumes take 0.02.
    package var programSeconds = 8
    /// Seconds on the clock for an external program: more than the processor time, as others run too.
    package var wallSeconds = 30
    /// Pages that are read by character recognition, which takes seconds for each. 3: longer scans are rare among resumes.
    package var recognizedPages = 3
    /// Seconds of processor time, and on the clock, for the recognition of one page: ten times the ordinary.
    package var recognitionSeconds = 60
    /// Documents that may wait for a place among the external programs. 64: at 40 ms each the last waits some seconds.
    package var waiting = 64

    package init() {}
}
