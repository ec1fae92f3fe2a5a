"""For a web server: the WSGI application."""

import os

from django.core.wsgi import get_wsgi_application

from trivet.arriving import Whole

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "trivet.settings")
application = Whole(get_wsgi_application())
