"""What extraction does to a text: each takes lines and gives lines with the same words."""

import re


def ligatures(lines, rng):
    table = [("ffi", "ﬃ"), ("fi", "ﬁ"), ("fl", "ﬂ"), ("ff", "ﬀ")]
    out = []
    for line in lines:
        if "@" not in line:
            for plain, joined in table:
                line = line.replace(plain, joined)
        out.append(line)
    return out


def letter_spacing(lines, rng):
    return ["   ".join(" ".join(word) for word in line.split()) if line.isupper() and len(line) > 4 and "@" not in line and not re.search(r"\d", line) else line
            for line in lines]


def private_bullets(lines, rng):
    out = []
    for line in lines:
        match = re.match(r"^(\s*)[•*▪●–-] (.*)$", line)
        if match and rng.random() < .8:
            out += [match[1] + "\uf0b7 " + match[2]] if rng.random() < .6 else ["\uf0b7", match[2]]
        else:
            out.append(line)
    return out


def lost_dashes(lines, rng):
    return [re.sub(r"((?:19|20)\d\d)\s?[–—-]\s?((?:19|20)\d\d|[Pp]resent)", r"\1\2", line) for line in lines]


def furniture(lines, rng):
    """Page numbers and a running header in the middle."""
    name = next((x for x in lines if x.strip()), "")
    middle = len(lines) * 2 // 3
    while middle < len(lines) and lines[middle].strip():
        middle += 1
    return lines[:middle] + ["", "Page 1 of 2", f"{name} - Page 2", ""] + lines[middle:] + ["2"]


def wrapped(lines, rng):
    """Long lines broken at 48 characters, words hyphenated now and then."""
    out = []
    for line in lines:
        is_item = re.match(r"^\s*[•*▪●–-] ", line)
        while is_item and len(line) > 48:
            cut = line.rfind(" ", 20, 48)
            if cut < 0:
                break
            word = re.match(r" ([a-z]{4,})([a-z]{4,})", line[cut:])
            if word and rng.random() < .4:
                out.append(line[:cut + 1] + word[1] + "-")
                line = line[cut + 1 + len(word[1]):]
            else:
                out.append(line[:cut])
                line = line[cut + 1:]
        out.append(line)
    return out


def lower_case(lines, rng):
    return [line.lower() for line in lines]


def no_blank_lines(lines, rng):
    return [line for line in lines if line.strip()]


def double_spaced(lines, rng):
    return [x for line in lines if line.strip() for x in (line, "")]


ALL = [ligatures, letter_spacing, private_bullets, lost_dashes, furniture, wrapped, lower_case, no_blank_lines, double_spaced]
