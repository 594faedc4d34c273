"""What a running program remembers of dockets, so that a page need not fold them anew: snapshots by their moment."""

from __future__ import annotations

import gc
from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock
from typing import Any

MOST = 40
"""So many are remembered; the one that was not asked for longest is forgotten first."""


def let_dockets_stay() -> None:
    """Look for rubbish in memory less often. A docket is some hundred thousand objects that stay: looking through them
    again and again costs up to a quarter of the time of a command or a page, and finds nothing."""
    gc.set_threshold(200_000)


class Memory:
    """A few values by their keys, for several threads at once."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._lock = Lock()
        self._held: OrderedDict[Hashable, Any] = OrderedDict()

    def recall(self, key: Hashable) -> Any:
        """What is held under a key, or None."""
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
            return self._held.get(key)

    def hold(self, key: Hashable, value: Any) -> None:
        """Hold a value under a key, in the place of the one before."""
        with self._lock:
            self._held[key] = value
            self._held.move_to_end(key)
            while len(self._held) > self._most:
                self._held.popitem(last=False)
