"""Settings, all of them from the environment; the defaults serve the practice event."""

import os
import secrets
from pathlib import Path
from urllib.parse import unquote, urlsplit

import environ
from csp.constants import NONE, SELF

env = environ.Env()
os.umask(0o077)  # whatever is written is for this account alone
BASE_DIR = Path(__file__).resolve().parent
DATA = Path(env("TRIVET_DATA", default="data")).resolve()
DATA.mkdir(mode=0o700, parents=True, exist_ok=True)
PUBLIC_URL = env("TRIVET_URL", default="http://127.0.0.1:8000")


def _kept_secret(name: str) -> str:
    """Read a secret that this installation made for itself, or make it now."""
    kept = DATA / name
    if not kept.exists():
        fresh = DATA / f"{name}.{os.getpid()}"
        fresh.write_text(secrets.token_urlsafe(48))
        fresh.replace(kept)
    return kept.read_text()


SECRET_KEY = env("TRIVET_SECRET_KEY", default="") or _kept_secret("form-secret")
DEBUG = False  # never: a debug page shows what somebody typed
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", urlsplit(PUBLIC_URL).hostname or "localhost"]

INSTALLED_APPS = ["django.forms", "django.contrib.staticfiles", "csp", "trivet", "trivet.vault"]
MIDDLEWARE = [
    "trivet.web.proxies.ComesFrom",  # first: nothing after it sees an address
    "trivet.web.privacy.PrivatePages",
    "trivet.web.uploads.LetGo",
    "csp.middleware.CSPMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "trivet.web.slowly.Patience",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "trivet.web.unlocked.UnlockedMember",
]
ROOT_URLCONF = "trivet.web.urls"
WSGI_APPLICATION = "trivet.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "trivet.web.frame.page_frame",
            ],
            "builtins": ["trivet.web.templatetags.trivet"],
        },
    }
]
FORM_RENDERER = "trivet.web.forms.Renderer"

# Two stores: the records, and what is needed to read them. Deleted text must not linger in a
# journal file, and fifty people may report at once, so writers queue patiently.
_SQLITE = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 60,
    "init_command": (
        "PRAGMA journal_mode=DELETE; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY;"
    ),
}


def _store(variable: str, file: str) -> dict:
    store = env.db(variable, default=f"sqlite:///{DATA / file}")
    if store["ENGINE"].endswith("sqlite3"):
        store["OPTIONS"] = dict(_SQLITE)
        store["TEST"] = {"NAME": str(DATA / f"test-{file}")}  # tests use real files, too
    store["HOST"] = unquote(store["HOST"])  # a socket's folder stands in an address with %2F for each slash
    return store


DATABASES = {"default": _store("DATABASE_URL", "main.sqlite3"), "keys": _store("KEYS_DATABASE_URL", "keys.sqlite3")}
DATABASE_ROUTERS = ["trivet.vault.router.TwoStores"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "static/"
STATIC_ROOT = DATA / "static"  # filled, compressed, whenever the server starts
STATIC_ROOT.mkdir(exist_ok=True)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedStaticFilesStorage"},
}
WHITENOISE_MAX_AGE = 3600
WHITENOISE_ALLOW_ALL_ORIGINS = False

# Uploads never touch the disk: they arrive in memory, and in no other way.
FILE_UPLOAD_HANDLERS = ["trivet.web.uploads.InMemory"]
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024

if env("EMAIL_URL", default=""):
    vars().update(env.email_url("EMAIL_URL"))
else:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = DATA / "outbox"
DEFAULT_FROM_EMAIL = env("TRIVET_MAIL_FROM", default="trivet@localhost")

# Every protection that a browser offers. Cookies with this prefix are refused by the browser unless they are
# secure, for the whole host and for this host alone, so that no neighbour of the address can plant one.
_https = PUBLIC_URL.startswith("https://")
_ours_alone = "__Host-" if _https else ""
CSRF_COOKIE_NAME = f"{_ours_alone}csrftoken"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SECURE = _https
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_FAILURE_VIEW = "trivet.web.errors.csrf_failure"
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL]
UNLOCK_COOKIE_NAME = f"{_ours_alone}trivet_unlock"
UNLOCK_COOKIE_SECURE = _https
SECURE_HSTS_SECONDS = 31536000 if _https else 0

# How many proxies stand before Trivet, or which: only then is what they say about a request believed.
PROXIES = env("TRIVET_PROXIES", default="")
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PROXIES else None
SECURE_SSL_REDIRECT = _https and bool(PROXIES)  # without them nobody could say that a request was safe already
SECURE_REDIRECT_EXEMPT = ["^healthz$"]
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "style-src": [SELF],
        "script-src": [SELF],
        "img-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "require-trusted-types-for": ["'script'"],  # no script of ours makes markup from text
        "trusted-types": [NONE],
    }
}

# A log line is an event name and a random id: no address, no query, no body, no traceback's values.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {"()": "trivet.web.privacy.QuietFormatter", "format": "{asctime} {levelname} {message}", "style": "{"}
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "trivet": {"handlers": ["console"], "level": "INFO", "propagate": False},
        "django.request": {"handlers": [], "level": "CRITICAL", "propagate": False},
        "django.security": {"handlers": [], "level": "CRITICAL", "propagate": False},
    },
}
SILENCED_SYSTEM_CHECKS = [
    # HSTS for all subdomains: an organiser's other sites live there, and are not ours to switch to https.
    # Cookies don't need it, because of their prefix.
    "security.W005",
    "security.W021",  # the same for browsers' preload lists
]
