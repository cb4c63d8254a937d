"""Compares dates as people write them: the years have to agree, and the months where the gold has them."""

import re
import unicodedata

NAMES = [
    "january jan januar enero ene janvier janv janeiro gennaio gen januari jän styczeń stycznia",
    "february feb februar febrero février févr fev fevereiro febbraio februari luty lutego",
    "march mar märz mrz marzo mars março maart mär marzec marca",
    "april apr abril abr avril avr aprile kwiecień kwietnia", "may mai mayo maio maggio mag mei maj maja",
    "june jun juni junio juin junho giugno giu czerwiec czerwca", "july jul juli julio juillet juil julho luglio lug lipiec lipca",
    "august aug agosto ago août aout augustus sierpień sierpnia",
    "september sep sept septiembre septembre setembro settembre set sett wrzesień września",
    "october oct okt oktober octubre octobre outubro out ottobre ott październik października",
    "november nov noviembre novembre novembro listopad listopada",
    "december dec dez dezember diciembre dic décembre déc dezembro dicembre desember grudzień grudnia",
]
MONTHS = {name: number + 1 for number, line in enumerate(NAMES) for name in line.split()}
NOW = {"present", "current", "now", "heute", "jetzt", "ongoing", "today", "actualidad", "actual", "atual", "presente", "till", "tilldate", "oggi",
       "heden", "nu", "aujourdhui", "momento", "nå", "actualmente", "atualmente", "corso", "attuale", "obecnie", "teraz", "nadal", "現在", "présent"}
POINT = re.compile(
    r"(?P<iso>(?:19|20)\d\d[-/.](?:0[1-9]|1[0-2])(?![0-9])(?:[-/.]\d\d)?)|(?P<dmy>\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d)"
    r"|(?P<my>\b\d{1,2}\s?[./-]\s?(?:19|20)\d\d)|(?P<mon>[^\W\d_]{3,})\.?,?\s*(?:de |of )?['’]?(?P<yy>(?:19|20)\d\d|\d\d(?!\d))|(?P<y>(?:19|20)\d\d)")


def points(text):
    """The years and months of at most two dates, and whether the range is open."""
    text = unicodedata.normalize("NFKC", text).casefold().replace("aujourd'hui", "present").replace("aujourd’hui", "present")
    text = text.replace("à ce jour", "present").replace("ce jour", "present")
    found = []
    for match in POINT.finditer(text):
        if match["iso"]:
            parts = re.split(r"[-/.]", match["iso"])
            found.append((int(parts[0]), int(parts[1])))
        elif match["dmy"] or match["my"]:
            parts = re.split(r"\s?[./-]\s?", match["dmy"] or match["my"])
            month = int(parts[-2])
            found.append((int(parts[-1]), month if 1 <= month <= 12 else None))
        elif match["mon"]:
            year, month = int(match["yy"]), MONTHS.get(match["mon"])
            if year < 100:
                if month is None:
                    continue
                year += 2000 if year < 60 else 1900
            found.append((year, month))
        else:
            found.append((int(match["y"]), None))
    # "Jan - Mar 2020": the first month borrows the year.
    match = re.match(r"^\W*([^\W\d_]{3,})\.?\s*(?:-|–|—|to)\s*([^\W\d_]{3,})\.?,?\s*((?:19|20)\d\d)\W*$", text)
    if match and MONTHS.get(match[1]) and MONTHS.get(match[2]):
        found = [(int(match[3]), MONTHS[match[1]]), (int(match[3]), MONTHS[match[2]])]
    is_open = (any(re.search(r"(?<!\w)" + word + r"(?!\w)", text) for word in NOW) or bool(re.search(r"to date|till date", text))
               or bool(re.search(r"(?:19|20)\d\d\s*[-–—]\s*$", text))
               or bool(re.search(r"\bsince\b|\bseit\b|\bdepuis\b|\bdesde\b(?!.*\d{4}.*\d{4})", text)))
    return found[:2], is_open


def agree(gold, read, exact):
    (wanted, wanted_open), (given, given_open) = points(gold), points(read)
    if not wanted and not wanted_open:
        return gold.casefold().split() == read.casefold().split() and bool(gold.split())
    if not given:
        return False
    if exact:
        if len(wanted) != len(given) or len(wanted) == 1 and wanted_open != given_open:
            return False
        return all(a[0] == b[0] and (a[1] is None or a[1] == b[1]) for a, b in zip(wanted, given))
    if wanted_open or given_open:
        if len(wanted) == 1 and wanted_open:
            return given[0][0] == wanted[0][0] and (given_open or len(given) == 1)
        return wanted[0][0] == given[0][0] and wanted_open == given_open
    wanted, given = [x[0] for x in wanted], [x[0] for x in given]
    if len(wanted) == 1:
        return wanted[0] in given
    return wanted == given if len(given) == 2 else wanted[0] == wanted[1] == given[0]
