"""Keys as places in a tree: what is around a unit, and what two units have in common."""

from __future__ import annotations

from functools import lru_cache


def base_of(key: str) -> str:
    """Return the id of the regulation that a key names, or a part of which it names."""
    return key.partition("#")[0]


@lru_cache(maxsize=1 << 17)
def parents_of(key: str) -> tuple[str, ...]:
    """Return the keys around a unit, the innermost first, its regulation last.

    >>> parents_of("uu/2011/12#pasal-7/ayat-1")
    ('uu/2011/12#pasal-7', 'uu/2011/12')
    >>> parents_of("uu/2011/12")
    ()
    """
    id_, mark, path = key.partition("#")
    if not mark:
        return ()
    steps = path.split("/")
    return (*(f"{id_}#{'/'.join(steps[:n])}" for n in range(len(steps) - 1, 0, -1)), id_)


def overlaps(one: str, other: str) -> bool:
    """Tell whether two keys name one unit, or one a unit in the other.

    >>> overlaps("uu/2011/12#pasal-7", "uu/2011/12#pasal-7/ayat-1")
    True
    >>> overlaps("uu/2011/12#pasal-7", "uu/2011/12#pasal-72")
    False
    """
    return one == other or one in parents_of(other) or other in parents_of(one)


def pasal_of(key: str) -> str:
    """Return the key of the pasal that holds a unit, or the key itself.

    >>> pasal_of("uu/2011/12#pasal-7/ayat-1/huruf-a")
    'uu/2011/12#pasal-7'
    """
    id_, mark, path = key.partition("#")
    return f"{id_}{mark}{path.partition('/')[0]}"
