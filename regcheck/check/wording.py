"""How a unit, a regulation and a relation are named in the sentences people read."""

from __future__ import annotations

import re

from regcheck.domain import Citation, Passage, Quote, Regulation, RegulationId, Relation, Span
from regcheck.instruments import instrument
from regcheck.regions import region_name

LEVELS_EN = {
    "lebih tinggi": "higher rank",
    "setingkat": "same rank",
    "lebih rendah": "lower rank",
    "tidak bertingkat": "no rank",
}
KINDS_EN = {
    "sama": "the same regulation",
    "mengubah": "amends it",
    "diubah": "amended by it",
    "mencabut": "repeals it",
    "dicabut": "repealed by it",
    "melaksanakan": "implements it",
    "dilaksanakan": "implemented by it",
    "versi": "a version of it",
    "tahunan": "annual series",
    "organisasi": "organisation of an office",
}


def relation_text(relation: Relation | None, lang: str) -> str:
    """Word how the counterpart stands to the draft; empty without a counterpart.

    >>> relation_text(Relation(frozenset({"melaksanakan"}), "lebih tinggi", True, True), "id")
    'lebih tinggi; melaksanakan'
    >>> relation_text(Relation(frozenset(), "lebih tinggi", False, True), "en")
    'higher rank; needs legal review'
    """
    if relation is None:
        return ""
    english = lang == "en"
    parts = [LEVELS_EN.get(relation.level, relation.level) if english else relation.level]
    parts += [KINDS_EN.get(kind, kind) if english else kind for kind in sorted(relation.kinds)]
    if not relation.firm and relation.level != "setingkat":
        parts.append("needs legal review" if english else "perlu kajian")
    return "; ".join(parts)


#: How abbreviations begin that are read as words: *Perda*, *Keppres*, *Inpres*, *Qanun*.
WORDS_LIKE = ("PER", "KEP", "INP", "ING", "INM", "QANUN")
#: Words that keep their small letter inside a title.
SMALL_WORDS = frozenset(
    (
        *("atas", "atau", "bagi", "dalam", "dan", "dari", "dengan", "di", "ke", "kepada", "oleh"),
        *("pada", "serta", "tentang", "terhadap", "untuk", "yang"),
    )
)
#: The label a unit begins with, a pasal's on a line of its own; empty where there is none.
LABEL = re.compile(r"^(?:Pasal\s+\w+[ \t]*\n\s*)?(?:\(\w{1,3}\)\s*)?", re.IGNORECASE)
STEP_FORMS = {
    "ayat": "ayat ({label})",
    "huruf": "huruf {label}",
    "angka": "angka {label}",
    "subhuruf": "huruf {label})",
    "subangka": "angka {label})",
}


def cite_unit(key: str) -> str:
    """Write a unit key the way a lawyer cites it; a bare id gives the regulation.

    >>> cite_unit("pergub/nusa-kencana/2014/21#pasal-6/ayat-2")
    'Pasal 6 ayat (2) Pergub Nusa Kencana Nomor 21 Tahun 2014'
    >>> cite_unit("uu/2008/18")
    'UU Nomor 18 Tahun 2008'
    """
    regulation, _, path = key.partition("#")
    return " ".join(filter(None, (cite_path(path), cite_regulation(regulation))))


def cite_path(path: str) -> str:
    """Write the part of a key after ``#``.

    >>> cite_path("pasal-1/angka-7"), cite_path("mengingat/angka-2"), cite_path("kesatu")
    ('Pasal 1 angka 7', 'Mengingat angka 2', 'Kesatu')
    """
    words = []
    for step in filter(None, path.split("/")):
        kind, _, label = step.partition("~")[0].partition("-")
        form = STEP_FORMS.get(kind, f"{kind.capitalize()} {{label}}")
        words.append(form.format(label=label).strip())
    return " ".join(words)


def cite_regulation(regulation: str) -> str:
    """Write a regulation id in the short form used after the first full citation.

    >>> cite_regulation("perda/nusa-kencana/2020/5")
    'Perda Provinsi Nusa Kencana Nomor 5 Tahun 2020'
    >>> cite_regulation("perbup/kab-kulon-progo/2015/8")
    'Perbup Kabupaten Kulon Progo Nomor 8 Tahun 2015'
    >>> cite_regulation("tanpa-identitas/0123456789ab")
    'naskah tanpa identitas 0123456789ab'
    """
    regulation, _, repeat = regulation.partition("~")
    jenis, _, rest = regulation.partition("/")
    if jenis == "tanpa-identitas":
        return f"naskah tanpa identitas {rest}"
    try:
        parts = RegulationId.from_str(regulation)
    except ValueError:
        return regulation
    if jenis == "uud":
        return "UUD 1945"
    words = [short_name(jenis), cite_wilayah(jenis, parts.wilayah)]
    words += [f"Nomor {parts.nomor.upper()}" if parts.nomor else ""]
    words += [f"Tahun {parts.tahun}" if parts.tahun else "", f"({repeat})" if repeat else ""]
    return " ".join(filter(None, words))


def cite_wilayah(jenis: str, wilayah: str) -> str:
    """Write a region; a province is named as such only in a Perda, as on its title page."""
    name = region_name(wilayah) if wilayah else ""
    return name if jenis == "perda" else name.removeprefix("Provinsi ")


def short_name(jenis: str) -> str:
    """Return the customary short name of a kind of instrument; one read as a word is no acronym.

    >>> short_name("uu"), short_name("pergub"), short_name("entah")
    ('UU', 'Pergub', 'Entah')
    """
    known = instrument(jenis)
    name = known.abbreviation if known else jenis
    return name.capitalize() if not known or name.startswith(WORDS_LIKE) else name


def name_subject(tentang: str) -> str:
    """Write a title printed in capitals the way running text does; leave any other as it is.

    >>> name_subject("PENGELOLAAN SAMPAH DAN AIR LIMBAH")
    'Pengelolaan Sampah dan Air Limbah'
    """
    words = tentang.split()
    if not tentang.isupper():
        return " ".join(words)
    return " ".join(
        word.lower() if number and word.lower() in SMALL_WORDS else word.capitalize()
        for number, word in enumerate(words)
    )


def quote_of(passage: Passage) -> Quote:
    """Return a passage as one side of a finding."""
    return Quote(passage.key, passage.text, passage.page)


def quote_citation(draft: Regulation, citation: Citation) -> Quote:
    """Return the unit that holds a citation as one side of a finding."""
    unit = draft.by_key.get(citation.holder)
    span = unit.span if unit else citation.span
    page = unit.page if unit else draft.source_text.page_of(citation.span.start)
    return Quote(citation.holder, unlabelled(draft.slice(span)), page)


def sentence_of(draft: Regulation, citation: Citation) -> str:
    """Return the sentence around a citation, on one line."""
    unit = draft.by_key.get(citation.holder)
    whole = unit.span if unit else citation.span
    start = draft.text.rfind(". ", whole.start, citation.span.start)
    end = draft.text.find(".\n", citation.span.end, whole.end)
    start = whole.start if start < 0 else start + 2
    end = whole.end if end < 0 else end + 1
    return unlabelled(draft.slice(Span(start, end)))


def unlabelled(text: str) -> str:
    r"""Join the lines of a quotation and drop the label of its unit.

    >>> unlabelled("Pasal 4\n(2) Rekaman\ndisimpan."), unlabelled("Pasal 4 berlaku.")
    ('Rekaman disimpan.', 'Pasal 4 berlaku.')
    """
    return " ".join(LABEL.sub("", text.strip()).split())
