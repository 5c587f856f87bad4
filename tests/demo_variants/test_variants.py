"""The findings follow the demo corpus when its names, numbers, order or spelling change."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

Change = Callable[[str], str]
Row = dict[str, Any]

OFFICIALS = ("ARYASENA WIRABUANA", "RATIH SEKARJAYA", "MAHESWARI LOKAPRANA", "BAYU PRANAWANGSA")
PEOPLE = ("SEKAR ALUNDRA", "TIRTO PANDUWIRA", "JAKA MANDALAWANGI", "NILAM SUBRATALAYA")
#: A citation of an act of the demo province, up to its year.
ACT = re.compile(
    r"(?P<name>\bPeraturan (?:Daerah|Gubernur)(?: Provinsi)?(?: Nusa Kencana)?) (?P<no>Nomor) "
    r"(?P<nomor>\d+) (?P<th>Tahun) (?P<tahun>\d{4})",
    re.IGNORECASE,
)
TITLE = re.compile(r"^NOMOR (?P<nomor>\d+) TAHUN (?P<tahun>\d{4})$", re.MULTILINE)
GAZETTE = re.compile(
    r"(?P<name>(?:Lembaran|Berita) Daerah Provinsi Nusa Kencana) (?P<th>Tahun) (?P<tahun>\d{4})"
    r" (?P<no>Nomor) (?P<nomor>\d+)",
    re.IGNORECASE,
)
DATE = re.compile(r"^(?P<day>pada tanggal \d+ [A-Z][a-z]+) (?P<tahun>\d{4})$", re.MULTILINE)
RIGHT = re.compile(r"(?P<kind>perda|pergub)/nusa-kencana/(?P<tahun>\d{4})/(?P<nomor>\d+)")


# -- another province ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("province", "capital", "slug"),
    [
        ("Lintang", "Lintangraya", "lintang"),
        ("Samudra Luhur", "Bandar Luhur", "samudra-luhur"),
        ("Kepulauan Wangsa Raya", "Tanjung Wangsa", "kepulauan-wangsa-raya"),
        ("Daerah Istimewa Wanapura", "Wanapura", "daerah-istimewa-wanapura"),
    ],
)
def test_findings_follow_another_province(
    demo: Any, judge: Any, province: str, capital: str, slug: str
) -> None:
    """Another name of the province, its capital and its officials changes only the ids."""

    def rename(text: str) -> str:
        text = text.replace("Kencanapura", capital).replace("Nusa Kencana", province)
        text = text.replace("NUSA KENCANA", province.upper()).replace("Graha Kencana", "Graha")
        for old, new in zip(OFFICIALS, PEOPLE, strict=True):
            text = text.replace(old, new)
        return text

    world = demo.rewrite(rename).with_rows(
        lambda row: {**row, "right": row["right"].replace("nusa-kencana", slug)}
    )

    assert judge(world).faults == ""


# -- other numbers ------------------------------------------------------------------------------


@pytest.mark.parametrize(("add", "years"), [(20, 0), (0, -1), (113, 1)])
def test_findings_follow_other_numbers_and_years(
    demo: Any, judge: Any, add: int, years: int
) -> None:
    """Other numbers and years of all regional acts change only the ids."""

    def moved(match: re.Match[str], form: str) -> str:
        parts = {**match.groupdict(), "tahun": str(int(match["tahun"]) + years)}
        if parts.get("nomor"):
            parts["nomor"] = str(int(parts["nomor"]) + add)
        return form.format(**parts)

    def renumber(text: str) -> str:
        text = ACT.sub(lambda m: moved(m, "{name} {no} {nomor} {th} {tahun}"), text)
        text = TITLE.sub(lambda m: moved(m, "NOMOR {nomor} TAHUN {tahun}"), text)
        text = DATE.sub(lambda m: moved(m, "{day} {tahun}"), text)
        return GAZETTE.sub(lambda m: moved(m, "{name} {th} {tahun} {no} {nomor}"), text)

    def follow(row: Row) -> Row:
        form = "{kind}/nusa-kencana/{tahun}/{nomor}"
        return {**row, "right": RIGHT.sub(lambda m: moved(m, form), row["right"])}

    assert judge(demo.rewrite(renumber).with_rows(follow)).faults == ""


# -- another order ------------------------------------------------------------------------------

CHAPTER = re.compile(r"^BAB [IVXL]+$", re.MULTILINE)
PASAL = re.compile(r"^Pasal (\d+)$", re.MULTILINE)
#: A reference to a pasal of the draft itself.
OWN_PASAL = re.compile(r"\bPasal (\d+)(?!\n)(?!(?: ayat \(\d+\))? (?:Peraturan|Undang))")
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII")


def reorder(text: str) -> tuple[str, dict[str, str]]:
    """Turn the chapters between the first and the closing ones round, and the pasal in them.

    Returns the text and the new number of every pasal.
    """
    start = text.index("BAB I\n")
    end = text.index("Agar setiap orang")
    chapters = [part.strip() for part in CHAPTER.split(text[start:end])[1:]]
    closing = [one for one in chapters if re.match(r"KETENTUAN (?:PERALIHAN|PENUTUP)", one)]
    middle = [one for one in chapters[1:] if one not in closing]
    turned = [chapters[0], *map(turn_pasal, reversed(middle)), *closing]
    body = "\n\n".join(
        f"BAB {number}\n{chapter}" for number, chapter in zip(ROMAN, turned, strict=False)
    )
    order = PASAL.findall(body)
    numbers = {old: str(new) for new, old in enumerate(order, 1)}
    body = OWN_PASAL.sub(lambda match: f"Pasal {numbers.get(match[1], match[1])}", body)
    body = PASAL.sub(lambda match: f"Pasal {numbers[match[1]]}", body)
    return f"{text[:start]}{body}\n\n{text[end:]}", numbers


def turn_pasal(chapter: str) -> str:
    """Turn the order of the pasal of a chapter round."""
    heading, *parts = re.split(r"^(?=Pasal \d+$)", chapter, flags=re.MULTILINE)
    return heading + "\n\n".join(part.strip() for part in reversed(parts))


def test_findings_follow_another_order_of_pasal(demo: Any, judge: Any) -> None:
    """Other places of the pasal of the drafts change only the unit named."""
    numbers = {}
    for stem, text in demo.drafts.items():
        demo.drafts[stem], numbers[stem] = reorder(text)

    def follow(row: Row) -> Row:
        def moved(match: re.Match[str]) -> str:
            return f"pasal-{numbers[row['draft']][match[1]]}"

        left = re.sub(r"pasal-(\d+)", moved, row["left"])
        own = row["right"].startswith("#")
        right = re.sub(r"pasal-(\d+)", moved, row["right"]) if own else row["right"]
        return {**row, "left": left, "right": right}

    assert len({tuple(found.items()) for found in numbers.values()}) > 1
    assert judge(demo.with_rows(follow)).faults == ""


# -- another way of writing ---------------------------------------------------------------------


def swap(pattern: str, replacement: str | Callable[[re.Match[str]], str], flags: int = 0) -> Change:
    """Return a function that replaces a pattern in a text."""
    return lambda text: re.sub(pattern, replacement, text, flags=flags)


def after_enacting(change: Change) -> Change:
    """Apply a change only behind *MEMUTUSKAN*."""

    def apply(text: str) -> str:
        head, mark, body = text.partition("MEMUTUSKAN:")
        return head + mark + change(body)

    return apply


def money_of_old(match: str) -> Change:
    """Write rupiah as older texts do."""
    return swap(r"Rp([\d.]+),00(?: \([a-z ]+\))?", match)


WRITINGS: dict[str, Change] = {
    "No. for Nomor": swap(r"\bNomor (?=\d)", "No. "),
    "old money": money_of_old(r"Rp \1,-"),
    "old money with stop": money_of_old(r"Rp. \1,-"),
    "money without cents": swap(r"(Rp[\d.]+),00", r"\1"),
    "money in words only": swap(r"Rp[\d.]+,00 \(([a-z ]+)\)", r"\1"),
    "numbers in words only": swap(r"\b\d+ \(([a-z ]+)\)", r"\1"),
    "numbers in figures only": swap(r"\b(\d+) \([a-z ]+\)", r"\1"),
    "percent in words": swap(r"(\d+)% \([a-z ]+\)", r"\1 persen"),
    "berkewajiban": after_enacting(swap(r"\bwajib\b", "berkewajiban")),
    "diwajibkan": after_enacting(swap(r"\bwajib\b", "diwajibkan")),
    "tidak boleh": after_enacting(swap(r"\bdilarang\b", "tidak boleh")),
    "tidak diperbolehkan": after_enacting(swap(r"\bdilarang\b", "tidak diperbolehkan")),
    "boleh": after_enacting(swap(r"\bdapat (?=mem|men|di)", "boleh ")),
    "diperbolehkan": after_enacting(swap(r"\bdapat (?=mem|men)", "diperbolehkan ")),
    "selambat-lambatnya": after_enacting(swap("paling la(?:ma|mbat)", "selambat-lambatnya")),
    "sekurang-kurangnya": after_enacting(
        swap("paling (?:sedikit|singkat|dekat)", "sekurang-kurangnya")
    ),
    "maksimal": after_enacting(swap("paling (?:banyak|lama|lambat)", "maksimal")),
    "terhitung sejak": after_enacting(swap(r"\bsejak\b", "terhitung sejak")),
    "di dalam": after_enacting(swap(r"\bdi dalam\b", "di")),
    "propinsi": swap("Provinsi", "Propinsi"),
    "ijin": after_enacting(swap(r"\bizin\b", "ijin")),
    "small letters": after_enacting(
        swap(
            r"\b(?:Sampah|Reklame|Setiap|Pemberi|Penyelenggara|Hutan)\b",
            lambda match: match[0].lower(),
        )
    ),
}


@pytest.mark.parametrize("where", ["drafts", "regulations"])
@pytest.mark.parametrize("name", WRITINGS)
def test_findings_survive_another_writing(demo: Any, judge: Any, name: str, where: str) -> None:
    """The same norm in another spelling on one side is the same norm."""
    world = demo.rewrite(WRITINGS[name], where)

    assert world.drafts != demo.drafts or world.regulations != demo.regulations
    assert judge(world).faults == ""


# -- another layout -----------------------------------------------------------------------------


def wrap(text: str, width: int = 62) -> str:
    """Break lines as a page does."""
    lines = []
    for line in text.splitlines():
        rest = line
        while len(rest) > width and " " in rest[:width]:
            cut = rest.rindex(" ", 0, width)
            lines.append(rest[:cut])
            rest = rest[cut + 1 :]
        lines.append(rest)
    return "\n".join(lines) + "\n"


def number_pages(text: str, length: int = 45) -> str:
    """Put page numbers between pages, as plain text taken from a PDF has them."""
    lines = text.splitlines()
    pages = [lines[start : start + length] for start in range(0, len(lines), length)]
    return "\n".join(
        line
        for number, page in enumerate(pages, 1)
        for line in ((f"- {number} -", "") if number > 1 else ()) + tuple(page)
    )


LAYOUTS: dict[str, Change] = {
    "windows line ends": lambda text: text.replace("\n", "\r\n"),
    "wrapped lines": wrap,
    "page numbers": lambda text: number_pages(wrap(text)),
    "indented": lambda text: "\n".join("    " + line for line in text.splitlines()),
    "double blank lines": lambda text: text.replace("\n", "\n\n"),
    "no blank lines": lambda text: re.sub(r"\n{2,}", "\n", text),
    "no notice": lambda text: text.split("\n", 1)[1].lstrip(),
    "no chapters": swap(r"^BAB [IVXL]+\n[A-Z ,]+\n\n", "", re.MULTILINE),
    "no promulgation order": swap(r"^Agar setiap orang.*\n\n", "", re.MULTILINE),
    "no signatures": swap(r"^Ditetapkan di [\s\S]*?(?=^PENJELASAN|\Z)", "", re.MULTILINE),
    "no invocation": lambda text: text.replace("DENGAN RAHMAT TUHAN YANG MAHA ESA\n\n", ""),
    "list marks with bracket": swap(r"^([a-z])\. ", r"\1) ", re.MULTILINE),
    "spaced ayat": swap(r"^\((\d+)\) ", r"( \1 ) ", re.MULTILINE),
    "pasal in capitals": swap(r"^Pasal (\d+)$", r"PASAL \1", re.MULTILINE),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_findings_survive_another_layout(demo: Any, judge: Any, name: str) -> None:
    """The same text on another page is the same text."""
    world = demo.rewrite(LAYOUTS[name])

    assert world.drafts != demo.drafts
    assert judge(world).faults == ""
