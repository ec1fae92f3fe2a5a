"""The questions of the report and their answers: asked on one side, read on the other."""

from django.utils.translation import gettext_lazy as _

NO, UNSURE, YES = ("no", _("No")), ("unsure", _("I am not sure")), ("yes", _("Yes"))
CHOICES = {
    "in_danger": [NO, UNSURE, YES],
    "still_happening": [NO, UNSURE, YES],
    "relation": [("me", _("It happened to me")), ("saw", _("I saw or heard it")), ("told", _("Somebody told me"))],
    "affected_knows": [YES, NO, UNSURE],
    "team_may_meet": [("yes", _("Yes")), ("wait", _("Please talk to me first"))],
}
QUESTIONS = {
    "what_happened": _("What happened?"),
    "in_danger": _("Is anyone in danger now?"),
    "who": _("Who did it?"),
    "recognise": _("How can they be recognised?"),
    "when": _("When was it?"),
    "where": _("Where was it?"),
    "circumstances": _("What was going on around it?"),
    "others": _("Who else was there, or knows?"),
    "still_happening": _("Is it still going on?"),
    "relation": _("You and what happened"),
    "affected_knows": _("If it happened to somebody else: do they know that you are writing?"),
    "team_may_meet": _("The team would like to meet and decide what to do. Is that all right with you?"),
    "contact": _("How can we reach you?"),
    "safe_contact": _("How, and when, is it safe to reach you?"),
    "language": _("Which language do you prefer?"),
    "access_needs": _("What should we know so that you can take part easily?"),
    "taken_down_by": _("Taken down by"),
    "helper": _("Taken down by"),
}
ANSWERS = {(name, value): label for name, choices in CHOICES.items() for value, label in choices}
ANSWERS["relation", "retaliation"] = _("Somebody gets back at them for the earlier report")
