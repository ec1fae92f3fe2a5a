"""Words that a person can copy by hand: return codes, first passwords, fingerprints.

The EFF's large list, as xkcdpass ships it, without what nobody should have to read out after they were harassed.
A word carries 12.9 bits.
"""

import re
import secrets
import unicodedata
from functools import cache
from pathlib import Path

import xkcdpass

RETURN_CODE, RECOVERY_CODE, PASSWORD, FINGERPRINT = 7, 7, 5, 6
LONGEST = 500  # seven words are much shorter, whatever stands between them
_NOT_FOR_HERE = frozenset(
    """
arousal ashamed backstab badass badly battered blasphemy bloated boogieman browbeat brownnose bruising bust
captive captivity catatonic celibacy celibate cesspool chastise chastity chokehold choking clobber clubbed
coerce condone crazed crazily craziness crazy cruelly cruelness cruelty crushed crusher crushing cussed debunk
deceit deceiver deceiving deception deceptive defile defiling degraded degrading delusion demeaning denial
depraved depravity desecrate deviancy deviant devious dirtiness disbelief disfigure disgrace dominion douche
duress dweeb endanger enslave ensnare entrap eskimo estrogen evil excretion excretory exploit extortion facedown
fascism fetal filth flirt fondling fondly gigolo gonad gore gory grab groin groom grope gullible hardcore
harmful hatred headlock humiliate humpback hunchback hunk hurt hypocrisy hypocrite idiocy imbecile impeach
impotence impotency impotent impurity jailbird jockstrap junkie kissable kisser kissing knickers liability
lubricant lubricate lunacy lurk lustfully lustily lustiness lusty lying maimed mammary manhandle manhunt mating
moaner moaning mutilated mutilator muzzle nappy naturist negligee numbing numbness nutcase obedience obedient
obsessed obsession obsessive ogle oppressed oppressor ovary overkill overpower pantyhose pelvis perjurer perjury
persecute playmate pouncing predator pregnancy pregnant probing prowler prowling prudishly pucker punch punisher
pureblood purebred rabid racism ravage ravishing rectal repressed reprimand reproach repugnant repulsion
repulsive retaliate revenge scabbed scared scarring scary scoundrel sedate sedation sedative seduce seducing
shame shove skimpily skinhead skinless skinny slain slander slapping slashed slashing slouching slum smother
snitch spinster squirt stiffen strangle stricken struck stupor subdued subduing submitter sufferer suffering
suffocate sultry swinger tattle tattling taunt thigh thong thrash threaten throbbing tragedy trespass unarmored
unashamed unclad unclothed underwear undress unhinge unisexual unsafe unsheathe unwanted unwelcome unzip
vaseline vendetta vengeful villain violate violation violator vixen whacking womanless womb wrongdoer
""".split()
)  # bodies and sex, violence, contempt, and what sounds like a verdict


@cache
def all_words() -> tuple[str, ...]:
    """The list, in its own order, without its four hyphens: a hyphen may part two words."""
    whole = (Path(xkcdpass.__file__).parent / "static" / "eff-long").read_text().replace("-", "").split()
    return tuple(word for word in whole if word not in _NOT_FOR_HERE)


def spell(number: int, count: int) -> str:
    """Write a number as ``count`` words with spaces between."""
    words = all_words()
    spelled = []
    for _ in range(count):
        number, index = divmod(number, len(words))
        spelled.append(words[index])
    return " ".join(spelled)


def tidy(typed: str) -> str:
    """The letters of words as somebody typed them, whatever stands between: capitals, hyphens, line breaks, numbers.

    No word begins another one, so the letters alone say which words they were.
    """
    return "".join(re.findall("[a-z]", unicodedata.normalize("NFKD", typed[:LONGEST]).casefold()))


def password() -> str:
    """Five words: 64 random bits."""
    return spell_random(PASSWORD).replace(" ", "-")


def spell_random(count: int) -> str:
    """Words that nobody can guess: 12.9 bits each."""
    return " ".join(secrets.choice(all_words()) for _ in range(count))


def fingerprint(digest: bytes) -> str:
    """A digest as six words to read aloud: 77 bits of it."""
    return spell(int.from_bytes(digest, "big") % len(all_words()) ** FINGERPRINT, FINGERPRINT)
