from django.apps import AppConfig


class TrivetConfig(AppConfig):
    name = "trivet"
    default_auto_field = "django.db.models.BigAutoField"
