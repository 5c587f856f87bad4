"""What the consolidation says of operations that it could not apply, or only with a doubt."""

from __future__ import annotations

from collections.abc import Mapping

from regcheck.domain.consolidation import Remark
from regcheck.naming import cite_path, cite_regulation

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
        "{unit}: penjelasan baru yang diperintahkan {act} tidak ditemukan.",
        "{unit}: the new gloss ordered by {act} was not found.",
        False,
    ),
    "annex-missing": (
        "{unit}: lampiran baru yang diperintahkan {act} tidak ditemukan.",
        "{unit}: the new annex ordered by {act} was not found.",
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
    "ineffective": (
        "{act} tidak diterapkan: menurut pangkat, wilayah, atau tanggalnya tidak dapat mengubah "
        "peraturan ini.",
        "{act} was not applied: by its rank, region or date it cannot change this regulation.",
        False,
    ),
}  # fmt: skip


def make_remark(
    code: str, act: str, target: str, units: tuple[str, ...] = (), phrase: str = ""
) -> Remark:
    """Return the remark with a code.

    >>> make_remark("no-text", "perda/bali/2018/4", "perda/bali/2011/5#pasal-7").say("en")[:20]
    'Pasal 7: the new wor'
    """
    indonesian, english, applied = SENTENCES[code]
    path = target.partition("#")[2]
    values = {
        "unit": cite_path(path) if path else cite_regulation(target.partition("#")[0]),
        "act": cite_act(act),
        "phrase": phrase,
    }
    return Remark(
        code, act, target, indonesian.format(**values), english.format(**values), units, applied
    )


def cite_act(act: str) -> str:
    """Name an act, or a ruling by the name it was given."""
    return cite_regulation(act) if "/" in act and " " not in act else act
