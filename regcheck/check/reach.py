"""Whether a clause of a draft and one of another act can rule one case: rank, term, matter."""

from __future__ import annotations

import re
from collections.abc import Set

from regcheck.check.families import family_of, title_of_base
from regcheck.check.parentage import BELOW
from regcheck.check.procedure import PROCEDURE_KEYS, has_same_object, subject_keys
from regcheck.check.siblings import places_of, provinces
from regcheck.check.words import content_keys, word_keys
from regcheck.domain import Passage, Relation
from regcheck.regions import province_of

#: Codes of what is no overlap: an elaboration, an act for a term or a sum, for another place, one
#: text about two matters, a reference.
ELABORATED, SERIES, ELSEWHERE, PATTERN, REFERRED = "N-04", "N-08", "N-09", "N-03", "N-15"
#: The parts of the id of a national act.
NATIONAL = 3
#: Things beside the procedure that two clauses of one region name if they are of one matter.
CONCRETE = 3
#: A reference to the legislation on a matter, which a clause follows instead of ruling it.
#:
#: takes    mengacu pada peraturan perundang-undangan mengenai pajak daerah
#: takes    sesuai dengan ketentuan peraturan perundang-undangan di bidang kehutanan
#: refuses  sesuai dengan ketentuan peraturan perundang-undangan.
FIELD = re.compile(
    r"""
    \b peraturan \s+ perundang - \s? undangan \s+ (?: yang \s+ mengatur \s+ )?
    (?: mengenai | tentang | di \s+ bidang ) \s+ (?P<field> [^.,;:]{3,80} )
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: An office, by its field or as the head of a body: who acts, not what a clause is about.
#:
#: takes    menteri yang bertanggung jawab di bidang lalu lintas dan angkutan jalan
#: takes    dinas yang menyelenggarakan urusan pemerintahan di bidang perkebunan
#: takes    Ketua Mahkamah Agung      Kepala Badan Pertanahan
#: refuses  menteri menetapkan tarif      ketua kelompok tani
OFFICE = re.compile(
    r"""
      \b (?i: menteri | kementerian | dinas | instansi | badan | lembaga | perangkat | pejabat ) \b
      [^,;:.]{0,60}? \b (?i: bidang | membidangi ) \b
      (?: (?! \b (?: untuk | dalam | dengan | wajib | dapat | setelah | paling ) \b )
        [^,;:.] ){1,120}
    | \b (?: Ketua | Kepala | Pimpinan ) (?: \s [A-Z] \w+ ){1,4}
    """,
    re.VERBOSE,
)
#: Words of a title that name no matter, beside those of procedure.
BARE_KEYS = frozenset(
    word_keys(
        "bukan umum khusus tertentu negara negeri nasional pusat republik indonesia hukum rangka "
        "bidang barang orang luar dalam nomor tahun berlaku bagi kepada lingkungan departemen "
        "kementerian lembaga kepala pegawai wakil anggota berhenti pemberhentian mengangkat "
        "pengangkatan melantik pelantikan acara"
    )
)


#: Acts that set what is paid for the services of a body: they rule the price, not the service.
#:
#: takes    jenis dan tarif atas jenis penerimaan negara bukan pajak
#: takes    tarif atas jenis penerimaaan negara bukan pajak yang berlaku pada kementerian
#: refuses  tarif angkutan penyeberangan
TARIFF = re.compile(r"\btarif\s+atas\s+jenis\s+peneri\w+", re.IGNORECASE)


def reach_code(left: Passage, right: Passage, titles: tuple[str, str], relation: Relation) -> str:
    """Return the N-code of two clauses that are alike but cannot rule one case twice, or nothing.

    A lower act gives way (UU 12/2011 Pasal 7(2)), and no higher one may refer to it (Lampiran II
    no. 278): it works out the higher one, or is adapted to it (N-04). What an act for a year or a
    sum says holds for that only (N-08), and the national act for one province is the special rule
    beside the general one (N-09). To refer to the law of a field is what Lampiran II no. 215
    asks for (N-15). A clause speaks of the matter that the title of its act tells (Lampiran II nos.
    2 and 3), so two of them meet only where the titles name one matter, or both clauses name that
    of one of the acts (N-03).
    """
    if relation.level == BELOW:
        return ELABORATED
    if any(map(is_passing, titles)):
        return SERIES
    if is_special(left, right, titles):
        return ELSEWHERE
    if refers(left.text, titles[1]):
        return REFERRED
    return "" if names_matter(left, right, titles) else PATTERN


def is_special(left: Passage, right: Passage, titles: tuple[str, str]) -> bool:
    """Tell whether of two national acts one is made for a province that the other does not name.

    What the statute on Aceh says of elections there is the special rule beside the general one.
    """
    if any(len(one.regulation.split("/")) > NATIONAL for one in (left, right)):
        return False
    mine, theirs = (places_of(title_of_base(title)) & provinces() for title in titles)
    return mine != theirs


def is_passing(title: str) -> bool:
    """Tell whether an act is made for a year, a sum or a price."""
    base = title_of_base(title)
    return family_of(base) == SERIES or TARIFF.search(base) is not None


def names_matter(left: Passage, right: Passage, titles: tuple[str, str]) -> bool:
    """Tell whether two clauses are of one matter: by the titles, or because both name it.

    The regulations of one region bind the same people, so that a clause of theirs that names things
    enough is of one matter whatever the titles say; national acts follow one pattern for many
    bodies, procedures and offences. Of two titles that share a word and name something besides
    (*Karantina Hewan*, *Karantina Tumbuhan*) only what they do not share tells them apart.

    >>> from regcheck.domain import Kind
    >>> clause = Passage("uu/2001/1#pasal-5", Kind.PASAL, "Setiap pedagang menjaga kebersihan.", 1)
    >>> names_matter(clause, clause, ("Pedagang Kaki Lima", "Pasar Rakyat"))
    True
    >>> names_matter(clause, clause, ("Terminal", "Pasar Rakyat"))
    False
    """
    common = named_in(left) & named_in(right)
    if has_same_object(*titles) or (is_of_one_region(left, right) and is_concrete(common)):
        return True
    mine, theirs = (matter_keys(title) for title in titles)
    if mine - theirs and theirs - mine:
        mine, theirs = mine - theirs, theirs - mine
    return not (mine | theirs).isdisjoint(common)


def named_in(clause: Passage) -> frozenset[str]:
    """Return the keys of what a clause names, the offices in it apart."""
    return frozenset(content_keys(OFFICE.sub(" ", clause.text)))


def is_of_one_region(left: Passage, right: Passage) -> bool:
    """Tell whether two clauses are of regulations of one region, or of one within the other."""
    one, other = ("".join(act.regulation.split("/")[1:-2]) for act in (left, right))
    return "" not in (one, other) and (province_of(one) or one) == (province_of(other) or other)


def is_concrete(common: Set[str]) -> bool:
    """Tell whether two clauses name things enough beside the procedure."""
    return len(common - PROCEDURE_KEYS) >= CONCRETE


def refers(clause: str, title: str) -> bool:
    """Tell whether a clause refers to the legislation on the matter of a title.

    >>> refers("Jalan tunduk pada peraturan perundang-undangan mengenai jalan.", "Jalan")
    True
    """
    fields = (match["field"] for match in FIELD.finditer(clause))
    return any(not subject_keys(title).isdisjoint(content_keys(field)) for field in fields)


def matter_keys(title: str) -> frozenset[str]:
    """Return the keys of the words of a title that name its matter; of an amendment, its base's."""
    return subject_keys(title_of_base(title)) - PROCEDURE_KEYS - BARE_KEYS
