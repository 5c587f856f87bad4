"""What the consolidation says of operations that it could not apply, or only with a doubt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from regcheck.domain.consolidation import Remark
from regcheck.naming import cite_path, cite_regulation

#: So much of an instruction is quoted.
ORDER_CHARS = 160
#: By code: the sentence in Indonesian and English, and whether the new words stand in the text.
SENTENCES: Mapping[str, tuple[str, str, bool]] = {
    "target-missing": (
        "{unit} tidak ditemukan di naskah dasar; susunan baru dari {act} ditempatkan menurut "
        "nomornya.",
        "{unit} was not found in the base; the new wording of {act} stands where its number "
        "belongs.",
        True,
    ),
    "part-missing": (
        "{unit} tidak ditemukan di naskah dasar; perubahan oleh {act} tidak dapat diterapkan.",
        "{unit} was not found in the base; the change by {act} could not be applied.",
        False,
    ),
    "part-placed": (
        "{unit} tidak ditemukan di naskah dasar; susunan baru dari {act} ditempatkan menurut "
        "nomornya.",
        "{unit} was not found in the base; the new wording of {act} stands where its number "
        "belongs.",
        True,
    ),
    "ambiguous": (
        "{unit}: perintah {act} dapat berarti beberapa bagian, sehingga tidak diterapkan.",
        "{unit}: the instruction of {act} may mean several parts, so it was not applied.",
        False,
    ),
    "no-text": (
        "{unit}: susunan baru yang diperintahkan {act} tidak terbaca; susunan lama dibiarkan.",
        "{unit}: the new wording ordered by {act} could not be read; the old one was left.",
        False,
    ),
    "no-new-text": (
        "{unit}: susunan yang disisipkan atau ditambahkan {act} tidak terbaca, sehingga tidak ada "
        "di naskah ini.",
        "{unit}: the wording that {act} inserts could not be read, so it is not in this text.",
        False,
    ),
    "misnumbered": (
        "{unit}: nomor sisipan oleh {act} lebih rendah daripada tempat yang disebut perintahnya, "
        "sehingga tidak diterapkan; susunan lama dibiarkan.",
        "{unit}: the number inserted by {act} is lower than the place that its instruction names, "
        "so it was not applied; the old wording was left.",
        False,
    ),
    "number-taken": (
        "{unit}: nomor yang diberikan {act} sudah dipakai ketentuan lain; kedua ketentuan itu "
        "dibiarkan.",
        "{unit}: the number that {act} gives was taken by another provision; both were left.",
        True,
    ),
    "phrase-missing": (
        "{unit}: frasa “{phrase}” yang diganti {act} tidak ditemukan.",
        "{unit}: the phrase “{phrase}” that {act} replaces was not found.",
        False,
    ),
    "phrase-unread": (
        "{unit}: penggantian kata oleh {act} tidak terbaca.",
        "{unit}: the replacement of words by {act} could not be read.",
        False,
    ),
    "present": (
        "{unit} disisipkan oleh {act}, tetapi sudah ada; susunan yang lama diganti.",
        "{unit} is inserted by {act} but was there already; its wording was replaced.",
        True,
    ),
    "dropped": (
        "{unit} tidak dicetak lagi dalam susunan baru oleh {act}.",
        "{unit} is no longer printed in the new wording of {act}.",
        True,
    ),
    "twice": (
        "{unit} dicetak lebih dari sekali oleh {act}; hanya yang pertama diterapkan.",
        "{unit} is printed more than once by {act}; only the first was applied.",
        False,
    ),
    "unused": (
        "{unit} dikutip {act}, tetapi tidak jelas perintah mana yang memuatnya.",
        "{unit} is quoted by {act}, but no instruction claims it.",
        False,
    ),
    "gloss-missing": (
        "{unit}: penjelasan baru yang diperintahkan {act} tidak ditemukan dalam penjelasan "
        "peraturan itu; penjelasan lama dibiarkan.",
        "{unit}: the new gloss ordered by {act} was not found in the gloss of that act; the old "
        "one was left.",
        False,
    ),
    "annex-missing": (
        "{unit}: lampiran baru yang diperintahkan {act} tidak ada dalam berkas peraturan itu; "
        "lampiran lama dibiarkan. Lengkapi berkasnya.",
        "{unit}: the new annex ordered by {act} is not in the file of that act; the old annex was "
        "left. Complete the file.",
        False,
    ),
    "unknown-operation": (
        "{unit}: perintah {act} tidak dapat diterapkan.",
        "{unit}: the instruction of {act} could not be applied.",
        False,
    ),
    "ending-missing": (
        "{unit} dinyatakan tidak berlaku oleh {act}, tetapi tidak ditemukan di naskah dasar.",
        "{unit} is ended by {act}, but was not found in the base.",
        False,
    ),
    "repealed": (
        "Peraturan ini seluruhnya dinyatakan tidak berlaku oleh {act}.",
        "This regulation as a whole is ended by {act}.",
        False,
    ),
    "partly-repealed": (
        "Sebagian peraturan ini dinyatakan tidak berlaku oleh {act}; bagian yang mana tidak "
        "terbaca.",
        "A part of this regulation is ended by {act}; which part could not be read.",
        False,
    ),
    "act-unread": (
        "{act} mengubah peraturan ini menurut judulnya, tetapi tidak satu pun perintahnya terbaca; "
        "perubahannya tidak ada di naskah ini.",
        "{act} amends this regulation by its title, but none of its instructions could be read; "
        "its changes are not in this text.",
        False,
    ),
    "ineffective": (
        "{act} tidak diterapkan: menurut pangkat, wilayah, atau tanggalnya tidak dapat mengubah "
        "peraturan ini.",
        "{act} was not applied: by its rank, region or date it cannot change this regulation.",
        False,
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Said:
    """What is to be remarked: by a code, of which act, on which path of the base.

    ``units`` are the quoted units that need no further remark, ``phrase`` the words that were
    looked for, and ``order`` the instruction.
    """

    code: str
    act: str
    path: str = ""
    units: tuple[str, ...] = ()
    phrase: str = ""
    order: str = ""


def make_remark(said: Said, base: str) -> Remark:
    """Return a remark in words; of what was not applied it quotes the instruction.

    >>> said = Said("no-text", "perda/bali/2018/4", "pasal-7", order="Ketentuan Pasal 7 diubah:")
    >>> make_remark(said, "perda/bali/2011/5").say("en")[-43:]
    't. Instruction: “Ketentuan Pasal 7 diubah:”'
    """
    indonesian, english, applied = SENTENCES[said.code]
    values = {
        "unit": cite_path(said.path) if said.path else cite_regulation(base),
        "act": cite_act(said.act),
        "phrase": said.phrase,
    }
    order = "" if applied else shorten(said.order)
    return Remark(
        said.code,
        said.act,
        f"{base}#{said.path}" if said.path else base,
        indonesian.format(**values) + (f" Perintahnya: “{order}”" if order else ""),
        english.format(**values) + (f" Instruction: “{order}”" if order else ""),
        said.units,
        applied,
    )


def shorten(order: str) -> str:
    """Return the beginning of an instruction, cut behind a word.

    >>> shorten("Ketentuan Pasal 7 diubah:"), len(shorten("Pasal " * 100)) <= ORDER_CHARS + 1
    ('Ketentuan Pasal 7 diubah:', True)
    """
    if len(order) <= ORDER_CHARS:
        return order
    return order[:ORDER_CHARS].rpartition(" ")[0] + "…"


def cite_act(act: str) -> str:
    """Name an act, or a ruling by the name it was given."""
    return cite_regulation(act) if "/" in act and " " not in act else act
