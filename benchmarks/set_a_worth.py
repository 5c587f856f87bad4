"""What each sign of set A is worth: written by ``python -m benchmarks.set_a_fit``.

In the order of ``Signs``, ``PartSigns`` and ``ActSigns``.
"""

WORTH: tuple[float, ...] = (
    5.695,  # own
    -5.152,  # raw
    7.490,  # act
    3.408,  # title
    0.056,  # opening
    -7.746,  # quoted
    -4.815,  # other_kind
    6.240,  # definition
    2.769,  # held
    0.725,  # holding
    0.321,  # length
    -0.329,  # distance
    2.882,  # fits
    1.034,  # best_of_act
    -3.579,  # version_own
    9.538,  # version_raw
    3.615,  # version_opening
    -0.043,  # ahead
    -1.187,  # before
    -3.341,  # same
    0.786,  # following
    0.445,  # soon
    7.070,  # cited_held
    -3.743,  # cited_missing
    2.881,  # best_ayat
    -2.559,  # all_ayat
    2.221,  # neighbour
    0.404,  # younger
    -2.601,  # older
    0.404,  # is_younger
    -0.375,  # versions
    0.062,  # amended
    -0.675,  # rank
    -0.044,  # best
    7.937,  # around
)
