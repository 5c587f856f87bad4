"""How much of a rule a repeal takes: the whole, or only a part of it or a field of its use.

UU 12/2011 Lampiran II nos. 144-147 (repeal of a rule by its name) and 221 (repeal of a part); the
older texts also repeal a rule for some persons or places only, or except for some provisions.
The patterns read the view of the text.
"""

from __future__ import annotations

import re

from regcheck.domain import Kind, Role
from regcheck.parse.citations.bases import CHANGE_OPENS
from regcheck.parse.citations.clauses import Clauses
from regcheck.parse.citations.mentions import Mention
from regcheck.parse.citations.role_patterns import IMPLEMENTING, OBLIQUE

#: So many characters behind the name of an amending act hold its title.
TITLE = 160
#: A rule's title and its gazette are no longer, before the verb that changes it.
LONGEST_NAME = 600
#: The label of a unit, before its words.
LABELS = {
    Kind.PASAL: re.compile(r"(?:#{1,6}\s{0,3})?pasal\s{1,9}\S{1,9}"),
    Kind.AYAT: re.compile(r"\(\w{1,3}\)"),
}
ITEM = re.compile(r"\w{1,3}[.)]")
#: The words that open a repeal, before what is repealed.
#:
#: takes    pada saat peraturan daerah ini mulai berlaku,      dengan mencabut
#: takes    dengan berlakunya undang-undang ini, maka
#: refuses  pasal 5 berlaku bagi
OPENING = re.compile(
    r"""
    (?: mulai \s+ berlaku(?:nya)? [^,:;.]{0,60} , | berlakunya \s [^,:;.]{0,80}? \sini
      | (?<![a-z]) maka | (?<![a-z]) mencabut (?: \s+ dan \s+ menyatakan \s+ tidak \s+ berlaku )? )
    (?: \s+ lagi )? \s* [,:]? \s* (?: maka \s+ )?
    """,
    re.VERBOSE,
)
#: A part of a rule that is named before the rule's own name, or before it as a short name.
#:
#: takes    pasal 2 sub 1 b dari "tariefwet" (      ayat ke-5 pasal 6 peraturan devisen 1940 (
#: takes    ketentuan mengenai perikanan dalam ordonansi (      bagian kalimat terakhir dalam diktum
#: takes    buku kesatu bab kedua      ketentuan-ketentuan dalam comptabiliteitswet (
#: takes    dari scheepvaartverordening 1936 (
#: refuses  pasal yang      ketentuan yang bertentangan, dan      semua ketentuan dalam
PART = re.compile(
    r"""
    \A (?: beberapa \s+ | sebagian \s+ (?: dari \s+ )? )?
    (?: (?: pasal | ayat | bab | bagian | paragraf | buku | lampiran | angka | huruf )
            (?: [\s-]+ pasal )? \s+ (?: ke-? \s? )?
            (?: [\divxlc]+ [a-z]? (?![a-z]) | kesatu | pertama | kedua | ketiga | keempat | kelima
              | kalimat ) [^;:]*+ $
      | (?: ketentuan | kata | frasa | kalimat | perkataan | rumusan ) [^;:]{0,400}?
            (?<![a-z]) (?: dalam | pada | dari ) \s+ (?: [^\s,;:()]+ \s+ ){0,12}? [^\s,;:()]*
            \s* ["'(]* \s* $
      | (?: dari | dalam ) \s+ (?: [^\s,;:()]+ \s+ ){0,12}? [^\s,;:()]* \s* ["'(]* \s* $ )
    """,
    re.VERBOSE,
)
#: A part named right before the rule, numbers and all.
#:
#: takes    dimaksud dalam lampiran iia angka (15) nomor 1, 2 dan 6
#: refuses  dimaksud dalam pasal 1 ayat (2),
LAST_PART = re.compile(
    r"""
    (?<![a-z]) (?: lampiran | bab | bagian | buku | pasal ) \s+ [\divxlca-z]{1,5} (?![a-z])
    (?: \s* ,? \s* (?: dan | angka | huruf | nomor | ayat | \(? (?: \d{1,3} | [a-z] ) \)? )
        (?![a-z]) ){0,24} (?<! , ) \s* $
    """,
    re.VERBOSE,
)
#: The end of a repeal that holds for some only.
#:
#: takes    tidak berlaku lagi terhadap perusahaan perseroan      dicabut untuk daerah istimewa
#: refuses  tidak berlaku lagi      tidak berlaku bagi seluruh
FOR_SOME = re.compile(
    r"""
    (?<![a-z]) (?: dicabut | tidak \s+ berlaku ) (?: \s+ dan \s+ dinyatakan \s+ tidak \s+ berlaku )?
    (?: \s+ (?: lagi | kembali ) )? \s*,?\s+
    (?: (?: bagi | terhadap ) (?! \s+ (?: seluruh | semua ) )
      | untuk \s+ (?: daerah | wilayah | perusahaan | propinsi | provinsi | kabupaten | pegawai ) )
    (?![a-z])
    """,
    re.VERBOSE,
)
#: The words that end a rule, so that what stands behind them limits no more.
#:
#: takes    dicabut      dinyatakan tidak berlaku
#: refuses  pencabutan
ENDED = re.compile(
    r"(?<![a-z])(?:dicabut|tidak\s+berlaku|ditarik\s+kembali|dihapus(?:kan)?)(?![a-z])"
)
#: A field of use to which a repeal is limited.
#:
#: takes    sepanjang mengenai tunjangan      sejauh telah diatur dalam      sepanjang yang mengatur
#: refuses  sepanjang tidak bertentangan
FIELD = re.compile(
    r"(?:sepanjang|sejauh|sekedar)(?:\s+yang)?\s+"
    r"(?:mengenai|mengatur|menyangkut|ber(?:kait|hubung)an|telah\s+diatur)"
)
#: Only what contradicts the new rule ends, in every rule of the list before.
#:
#: takes    ), yang bertentangan dengan bentuk dan isi undang-undang ini
#: refuses  dan peraturan lain yang bertentangan dengan
CONTRARY = re.compile(r"[\d),]\s*yang\s+bertentangan\s+dengan")
#: takes    , kecuali ketentuan      kecuali pasal 5
#: refuses  pengecualian
EXCEPTED = re.compile(r"(?<![a-z])(?:ter)?kecuali(?![a-z])")
#: Between two gazettes, or numbers, of one rule; or its name and its gazette.
#:
#: takes    jo.      jis      tanggal 9 oktober 1937 (      (wetboek van koophandel,
#: refuses  dan      (lembaran negara 1950 nomor 5), (
ONE_RULE = re.compile(
    r"(?:(?<![a-z])(?:jo|jis|juncto)\.?\s*|\A[^();]{0,60}\((?:[^();]{0,80},)?\s*)\Z"
)
#: What leads from a rule to the next one of a list.
#:
#: takes    (lembaran negara), dan      ; b.      tentang pajak, serta
#: refuses  jo. pasal 2
NEXT = re.compile(
    r"\A[^;]*?(?:[,;]\s*(?:dan|serta)?|(?<![a-z])(?:dan|serta))\s+(?:\w{1,2}[.)]\s+)?"
)
#: Another rule is named.
#:
#: takes    nomor 5 tahun 1990      no. 12 tahun
#: refuses  tahun 1990 nomor 5
OTHER = re.compile(r"(?<![a-z])(?:nomor|no\.?)\s*\S{1,12}\s+tahun(?![a-z])")
#: The title of an act that does nothing but amend: it says so, or names what it amends.
#:
#: takes    tentang perubahan atas undang      (lembaran negara      , dinyatakan
#: takes    tentang penetapan peraturan pemerintah pengganti undang-undang nomor
#: refuses  tentang cipta kerja (lembaran negara
AMENDS_ONLY = re.compile(
    r"""
    \A (?! [\s,]* tentang \s )
  | \A [\s,]* tentang \s [^(;]{0,120}?
        (?: p\w{1,6}bahan | tambahan | penyempurnaan | penyesuaian | penetapan | nomor\s | undang
          | peraturan\s )
    """,
    re.VERBOSE,
)

#: The verbs of the decision formula, each of which governs what is named up to the next.
#:
#: takes    dengan mencabut :      menetapkan :      membubarkan daerah
#: refuses  pencabutan      ditetapkan
FORMULA_VERB = re.compile(
    r"(?<![a-z])(?:(?P<repeals>mencabut)|menetapkan|membubarkan|mengubah|merubah)(?![a-z])"
)


def formula_role(clauses: Clauses, mention: Mention, before: str) -> Role | None:
    """Return what the decision formula itself does to a rule; ``None`` where it does nothing.

    *Dengan mencabut: a. ...; b. ...* repeals; *Menetapkan: A diubah sebagai berikut* amends where
    an act has no pasal.

    Args:
        clauses: The sentences of the document.
        mention: The rule, as named in the formula.
        before: The words before it, from the rule named last.
    """
    view = clauses.page.view
    start = clauses.page.outline.units[mention.unit].span.start
    verbs = list(FORMULA_VERB.finditer(view, start, mention.start))
    oblique = OBLIQUE.search(before) or IMPLEMENTING.search(before)
    if verbs and verbs[-1]["repeals"]:
        if oblique:
            return Role.MERUJUK
        part = mention.places or takes_part(clauses, mention, mention.start - len(before))
        return Role.MENCABUT_SEBAGIAN if part else Role.MENCABUT
    changed = CHANGE_OPENS.search(view, mention.end, min(mention.reach, mention.end + LONGEST_NAME))
    if not changed or oblique:
        return None
    name = view[mention.end : changed.start()].partition("sebagai")[0]
    return None if OTHER.search(name) else Role.MENGUBAH


def stands_alone(clauses: Clauses, mention: Mention) -> bool:
    """Tell whether a comma parts a repealed rule from the phrase before it.

    *Berdasarkan A, B tidak berlaku lagi* speaks of B; *berdasarkan A, B dan C* of none of them.
    """
    view = clauses.page.view
    verb = ENDED.search(view, mention.end, clauses.sentence_end(mention))
    if not verb or not view.endswith(", ", 0, mention.start):
        return False
    between = view[mention.end : verb.start()]
    return not OTHER.search(between) and "staatsblad" not in between


def takes_part(clauses: Clauses, mention: Mention, floor: int) -> bool:
    """Tell whether a repeal takes only a part of a rule, or ends it only for some.

    Args:
        clauses: The sentences of the document.
        mention: The rule, as named in the clause.
        floor: Where the rule before it ends, whose parts are not this one's.
    """
    view = clauses.page.view
    before = subject_before(clauses, mention, floor)
    after = view[mention.end : clauses.sentence_end(mention)]
    return bool(PART.match(before) or LAST_PART.search(before)) or is_limited(after)


def subject_before(clauses: Clauses, mention: Mention, floor: int) -> str:
    """Return the words between the opening of a repeal, or the rule before, and a rule."""
    view, unit = clauses.page.view, clauses.page.outline.units[mention.unit]
    start = clauses.sentence_start(mention)
    if start == unit.span.start:
        words = view[start : mention.start]
        blanks = len(words) - len(words.lstrip())
        label = LABELS.get(unit.kind, ITEM).match(words, blanks)
        start += label.end() if label else 0
    words = view[max(start, floor) : mention.start]
    opened = list(OPENING.finditer(words))
    if opened:
        return words[opened[-1].end() :].lstrip()
    if floor <= start:
        return words.lstrip()
    going_on = NEXT.match(words)
    return words[going_on.end() :] if going_on else ""


def is_limited(after: str) -> bool:
    """Tell whether the words behind a rule limit its repeal.

    >>> is_limited(" (lembaran negara) dinyatakan tidak berlaku lagi terhadap persero tersebut")
    True
    >>> is_limited(" dicabut, kecuali pasal 5"), is_limited(" dicabut dan dinyatakan tidak berlaku")
    (True, False)
    """
    other = OTHER.search(after)
    near = after[: other.start()] if other else after
    ends = list(ENDED.finditer(after))
    tail = after[ends[-1].end() :] if ends else ""
    verb = ENDED.search(after)
    if verb and (FOR_SOME.match(after, verb.start()) or CONTRARY.search(after, 0, verb.start())):
        return True
    return any(found.search(words) for found in (FIELD, EXCEPTED) for words in (near, tail))


def goes_on_in_part(role: Role, head: Mention, between: str) -> bool:
    """Tell whether a rule that goes on a list shares the part that the first one loses.

    *Ketentuan dalam A dan B* are parts of both; *Pasal 5 A dan B* is all of B.
    """
    if role is not Role.MENCABUT_SEBAGIAN or FIELD.search(between) or EXCEPTED.search(between):
        return False
    return not head.places or bool(ONE_RULE.search(between))


def amends_only(view: str, amender: Mention) -> bool:
    """Tell whether an act named as an amender falls with what it amends.

    An act with a matter of its own, such as an omnibus law, loses only the part that amended.
    """
    return bool(AMENDS_ONLY.match(view[amender.end : amender.end + TITLE]))
