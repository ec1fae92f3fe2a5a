"""One of several servers: ticks at the moment at which it is told to, with a mail server that takes its time.

Run as a script with the stores in its environment and the time as its argument. Says how many shares it destroyed.
"""

import sys
import time
from datetime import datetime

import django
import time_machine

django.setup()

from django.core.mail import EmailMessage

from trivet.access import destruction
from trivet.management.tick import tick
from trivet.vault import shares


def slowly(done):
    def do(*given, **named):
        time.sleep(0.5)
        return done(*given, **named)

    return do


EmailMessage.send = slowly(EmailMessage.send)
shares.due = slowly(shares.due)
sweep = destruction.sweep
destruction.sweep = lambda at: print("destroyed", sweep(at), flush=True)

if __name__ == "__main__":
    print("ready", flush=True)
    sys.stdin.readline()
    with time_machine.travel(datetime.fromisoformat(sys.argv[1]), tick=True):
        tick()
