"""What recognisers of print put in the place of letters, as seen in scans of regulations."""

from __future__ import annotations

from collections.abc import Iterator

#: Misreadings by what is seen, each with the forms it may stand for, in lower case; ``-`` stands
#: for nothing. Two letters for one, a figure or a sign for a letter, and pairs of like shapes:
#: they seldom make another word.
CLEAR = """
rn m ru
nr m ru
in m
ni m
iii m
lll m
1n m
n1 m
c e
rr n u m
ii u n
ll u
11 n u
l1 u
li u h
il u
ri n
ir n
r1 n
hr tu
cl d
ci d
rl d n u
5r y
jr y
)r y
j5r y
tr h u b
lr k li
lm ku
i( k
l( k
l< k
)< k
i< k
ih ka
qi uj aj
qj uj aj
ql uj aj
gi rj
vv w
rv w
v/ w
h1 m
i l j t
l i k f j
1 l i
| l i
! l i
] l i
0 o
5 s
6 b
8 b
9 g
q g
u ij li
lj u
k le
m ru rn ra
d rj al cl
h fi b
v y
^ -
"""
#: One letter for another: they may make another word, and count for more.
VAGUE = """
e c
r i u l t y
t l i f r
l t
f t p
b h
u v n ii
n u ri
j i l
y v
c d o
g q y
s 5
o c
"""
#: The prices of the two kinds.
CHEAP, DEAR = 1, 2


def read_rows(text: str, price: int) -> Iterator[tuple[str, str, int]]:
    """Yield what is seen, what may be meant, and the price, from a table of misreadings.

    >>> list(read_rows("rn m ru", 1))
    [('rn', 'm', 1), ('rn', 'ru', 1)]
    """
    for row in text.strip().split("\n"):
        seen, *meanings = row.split()
        for meant in meanings:
            yield seen, meant.replace("-", ""), price


#: All misreadings: what is seen, what may be meant, and the price.
CONFUSIONS = (*read_rows(CLEAR, CHEAP), *read_rows(VAGUE, DEAR))
