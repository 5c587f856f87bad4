"""Why a citation has no target, in Indonesian and in English."""

from __future__ import annotations

Reason = tuple[str, str]

UNBOUND: Reason = ("tidak ada pasal di sekitarnya", "no pasal stands around it")
UNNAMED: Reason = ("peraturan disebut tanpa nomor", "the regulation is named without a number")
POINTING: Reason = (
    "peraturan yang ditunjuk tidak ditemukan di muka",
    "the regulation pointed back to is not named before",
)
TREATY: Reason = (
    "bukan bagian peraturan, melainkan perjanjian atau anggaran dasar",
    "part of a treaty or of articles of association, not of a regulation",
)
MAKERLESS: Reason = (
    "pembentuk peraturan tidak disebut",
    "the maker of the regulation is not named",
)
NUMBERLESS: Reason = ("nomor tidak disebut", "no number is given")
YEARLESS: Reason = ("tahun tidak disebut", "no year is given")
REGIONLESS: Reason = ("wilayah tidak disebut", "no region is given")
TO_COME: Reason = (
    "bentuk peraturan disebut, peraturannya belum",
    "the kind of regulation is named, the regulation itself not yet",
)
