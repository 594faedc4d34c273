"""Whether work grows in proportion to its size, measured so that a busy machine does not decide it."""

from __future__ import annotations

import time
from collections.abc import Callable

TIMES = 4
ATTEMPTS = 4
# What may be spent once, on first imports and compiled patterns, in seconds.
ONCE = 0.3


def grows_in_proportion(prepare: Callable[[int], Callable[[], object]], size: int) -> bool:
    """Whether four times the size takes less than eight times as long: sixteen times would be quadratic.

    ``prepare`` gives for a size the work to be timed. One good comparison of a few is enough: noise of the machine
    makes a linear work look slow now and then, but never a quadratic one fast.
    """

    def seconds(of: int) -> float:
        work = prepare(of)
        began = time.process_time()
        work()
        return time.process_time() - began

    return any(seconds(TIMES * size) < 2 * TIMES * seconds(size) + ONCE for _ in range(ATTEMPTS))
