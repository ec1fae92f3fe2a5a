"""The patterns behind ``wording``: English, a file for each kind, in a syntax that Python and JavaScript read alike.

Ways to be asked "How can I help?" and "What would help you feel safe here?" must stay out of them. No pattern looks
behind itself, because older browsers cannot: what is right after all ("You needn't sign") is in ``SPARED``.
"""

from . import advice, blame, penalty, pressure, promise, silence, withdrawal
from .spared import SPARED

_KINDS = {
    "withdrawal": withdrawal,
    "advice": advice,
    "penalty": penalty,
    "silence": silence,
    "blame": blame,
    "promise": promise,
    "pressure": pressure,
}
PATTERNS = {kind: each.PATTERNS for kind, each in _KINDS.items()}
WHY = {kind: each.WHY for kind, each in _KINDS.items()}

__all__ = ["PATTERNS", "SPARED", "WHY"]
