"""A plain account of who holds what, without a cipher: what the machine of keys has to agree with."""

from dataclasses import dataclass, field


@dataclass
class Ledger:
    """Names and seeds. ``sealed`` says to which seed a place of a case was sealed; None is a place that is kept."""

    seed: dict[str, bytes]
    vouched: set[str]
    left: set[str] = field(default_factory=set)
    sealed: dict[int, dict[str, bytes | None]] = field(default_factory=dict)
    conflict: dict[int, set[str]] = field(default_factory=dict)
    faithful: dict[int, set[str]] = field(default_factory=dict)  # held it from the first and kept their keys

    def reported(self, case: int, holders: set[str], left_out: set[str]) -> None:
        self.sealed[case] = {name: self.seed[name] for name in holders}
        self.conflict[case], self.faithful[case] = set(left_out), set(holders)

    def lost(self, name: str, seed: bytes) -> None:
        self.seed[name] = seed
        self.vouched.discard(name)
        for holders in self.faithful.values():
            holders.discard(name)

    def leaves(self, name: str) -> None:
        self.left.add(name)
        for holders in self.faithful.values():
            holders.discard(name)

    def steps_back(self, case: int, name: str) -> None:
        self.conflict[case].add(name)
        self.faithful[case].discard(name)
        self.turned(case)

    def turned(self, case: int) -> None:
        """Sealed anew to those who may, and to the keys that they have by now."""
        for name in list(self.sealed[case]):
            if name in self.left | self.conflict[case]:
                del self.sealed[case][name]
            else:
                self.sealed[case][name] = self.seed[name] if name in self.vouched else None

    def holders(self, case: int) -> set[str]:
        """To whom it opens."""
        away = self.left | self.conflict[case]
        return {name for name, seed in self.sealed[case].items() if seed == self.seed[name] and name not in away}

    def cases_of(self, name: str) -> set[int]:
        return {case for case in self.sealed if name in self.holders(case)}
