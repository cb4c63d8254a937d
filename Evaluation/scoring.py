"""Scores one reading against the gold, field by field.

exact: equal after normalisation. fuzzy: token Dice of 0.6 or more (location 0.5), lists matched one to one; the last seven
digits of a telephone number; the same years of a date. A whole job is position, company and dates of one entry right
together; a whole school is degree, field and institution."""

import re
import unicodedata
from collections import Counter, defaultdict

import dates

STOP = {"of", "in", "the", "and", "a"}
CORE = ["Name", "Email", "Phone", "Location", "Position", "Company", "Dates", "Job", "Degree", "Institution", "School", "Skills"]


def norm(text):
    text = unicodedata.normalize("NFKC", text or "").replace("\u00ad", "").casefold().replace("’", "'").replace("'", "")
    return " ".join(re.sub(r"[^\w+#]+", " ", text).split())


def dice(a, b):
    a, b = norm(a).split(), norm(b).split()
    if not a or not b:
        return 0.0
    return 2 * sum((Counter(a) & Counter(b)).values()) / (len(a) + len(b))


def match(gold, read, equal, similar):
    """One to one: the number of exact matches, and of exact and similar ones."""
    used, rest, exact = set(), [], 0
    for wanted in gold:
        place = next((i for i, x in enumerate(read) if i not in used and equal(wanted, x)), None)
        if place is None:
            rest.append(wanted)
        else:
            used.add(place)
            exact += 1
    fuzzy = exact
    for wanted in rest:
        score, place = max(((similar(wanted, x), i) for i, x in enumerate(read) if i not in used), default=(0, None), key=lambda x: x[0])
        if score >= 0.6:
            used.add(place)
            fuzzy += 1
    return exact, fuzzy


def degree(entry):
    return (entry["Degree"] + (" in " + entry["Field"] if entry["Field"] else "")).strip()


def degrees_agree(gold, read):
    a, b = ({t for t in norm(degree(x)).split() if t not in STOP} for x in (gold, read))
    return bool(a and b) and 2 * len(a & b) / (len(a) + len(b)) >= 0.6


def entry(value, keys):
    return {key: str(value.get(key) or "") for key in keys}


class Score:
    """Counts of gold values, read values, exact and fuzzy matches for each field."""

    def __init__(self):
        self.counts = defaultdict(lambda: [0, 0, 0, 0])

    def add(self, field, gold, read, exact, fuzzy):
        for place, value in enumerate((gold, read, exact, fuzzy)):
            self.counts[field][place] += value

    def f1(self, field, exact=False):
        gold, read, equal, similar = self.counts[field]
        right = equal if exact else similar
        return 2 * right / (gold + read) if gold + read else 0.0

    def mean(self, exact=False):
        fields = [f for f in CORE if self.counts[f][0]]
        return sum(self.f1(f, exact) for f in fields) / len(fields) if fields else 0.0

    def document(self, gold, read):
        read = read or {}
        for field in ("Name", "Title", "Location"):
            a, b = norm(gold.get(field)), norm(read.get(field))
            if field != "Name" and not a:
                continue  # not printed: nothing to find
            similar = bool(a) and dice(a, b) >= (0.5 if field == "Location" else 0.6)
            self.add(field, bool(a), bool(b), a == b and bool(a), similar)
        a, b = (re.sub(r"\D", "", x.get("Phone") or "") for x in (gold, read))
        self.add("Phone", bool(a), bool(b), bool(a) and a == b, bool(a) and len(b) >= 7 and a[-7:] == b[-7:])
        a, b = ((x.get("Email") or "").strip().lower() for x in (gold, read))
        self.add("Email", bool(a), bool(b), bool(a) and a == b, bool(a) and a == b)
        self.jobs([entry(x, ("Position", "Company", "Dates")) for x in gold.get("Experience", [])],
                  [entry(x, ("Position", "Company", "Dates")) for x in read.get("Experience", [])])
        keys = ("Degree", "Field", "Institution", "Dates")
        if gold.get("Education"):
            self.schools([entry(x, keys) for x in gold["Education"]], [entry(x, keys) for x in read.get("Education", [])])
        if gold.get("Skills"):
            groups = {norm(x) for x in gold.get("_skill_groups") or []}
            self.texts("Skills", list({norm(x): x for x in gold["Skills"]}.values()),
                       [x for x in read.get("Skills", []) if norm(x) not in groups])

    def texts(self, field, gold, read):
        gold, read = [x for x in gold if norm(x)], [x for x in read if norm(x)]
        self.add(field, len(gold), len(read), *match(gold, read, lambda a, b: norm(a) == norm(b), dice))

    def dates(self, field, gold, read):
        gold, read = [x["Dates"] for x in gold if x["Dates"]], [x["Dates"] for x in read if x["Dates"]]
        self.add(field, len(gold), len(read),
                 *match(gold, read, lambda a, b: dates.agree(a, b, True), lambda a, b: float(dates.agree(a, b, False))))

    def jobs(self, gold, read):
        read = [x for x in read if any(x.values())]
        for field in ("Position", "Company"):
            self.texts(field, [x[field] for x in gold], [x[field] for x in read])
        self.dates("Dates", gold, read)

        def agree(a, b, exact):
            same = (lambda x, y: norm(x) == norm(y)) if exact else (lambda x, y: dice(x, y) >= 0.6)
            return (same(a["Position"], b["Position"]) and same(a["Company"], b["Company"])
                    and (not a["Dates"] or dates.agree(a["Dates"], b["Dates"], exact)))
        self.add("Job", len(gold), len(read), *match(gold, read, lambda a, b: agree(a, b, True), lambda a, b: float(agree(a, b, False))))

    def schools(self, gold, read):
        read = [x for x in read if x["Degree"] or x["Field"] or x["Institution"]]
        self.texts("Institution", [x["Institution"] for x in gold], [x["Institution"] for x in read])
        a, b = ([x for x in side if degree(x)] for side in (gold, read))

        def same(x, y):
            return [t for t in norm(degree(x)).split() if t not in STOP] == [t for t in norm(degree(y)).split() if t not in STOP]
        self.add("Degree", len(a), len(b), *match(a, b, same, lambda x, y: float(degrees_agree(x, y))))
        self.dates("School dates", gold, read)

        def agree(x, y):
            return float((not degree(x) or degrees_agree(x, y)) and (not x["Institution"] or dice(x["Institution"], y["Institution"]) >= 0.6))
        self.add("School", len(gold), len(read),
                 *match(gold, read, lambda x, y: norm(x["Institution"]) == norm(y["Institution"]) and norm(degree(x)) == norm(degree(y)), agree))
