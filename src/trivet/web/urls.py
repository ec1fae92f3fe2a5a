"""The whole surface on one page."""

from django.urls import path, register_converter

from . import account, calendar, handbook, joining, own, public, quiet_hours, recovery, second_factor
from .addresses import EventSlug
from .reporter import receive
from .taking_down import by_day_link, by_members, phones
from .team import (
    attachments,
    cases,
    communicate,
    decide,
    drafts,
    meeting,
    publish,
    reports,
    respond,
    restored,
    retain,
    search,
    turning,
)
from .team.prepare import day_link, duty, events, handover, people

register_converter(EventSlug, "event")

handler400 = "trivet.web.errors.unreadable"
handler404 = "trivet.web.errors.not_found"
handler500 = "trivet.web.errors.failed"

urlpatterns = [
    # everybody
    path("", public.front),
    path("healthz", public.healthz),
    path("<event:event_slug>/", receive.event),
    path("<event:event_slug>/report/", receive.report),
    path("<event:event_slug>/return/", receive.come_back),
    # everybody with a day link
    path("day/<str:token>/", by_day_link.take_down),
    path("day/<str:token>/shell/", by_day_link.shell),
    path("day/<str:token>/sealed/", by_day_link.sealed),
    path("day/worker.js", phones.worker),
    path("day/<str:token>/handbook/", by_day_link.contents),
    path("day/<str:token>/handbook/<slug:step>/<slug:slug>/", by_day_link.one_page),
    # calendar programs
    path("calendar/<str:token>.ics", calendar.feed),
    # everybody with an account
    path("sign-in/", account.sign_in),
    path("sign-out/", account.sign_out),
    path("set-up/<str:token>/", joining.set_up),
    path("join/<str:token>/", joining.join),
    path("recover/", recovery.recover),
    path("account/", own.account),
    path("account/names/", own.names),
    path("account/password/", account.password),
    path("account/quiet-hours/", quiet_hours.quiet_hours),
    path("account/calendar/", calendar.own),
    path("account/recovery-code/", recovery.renew),
    path("account/second-factor/", second_factor.second_factor),
    path("account/sessions/", own.sessions),
    path("handbook/", handbook.contents),
    path("handbook/<slug:step>/<slug:slug>/", handbook.one_page),
    path("events/", events.mine),
    # everybody with a role at an event
    path("events/<event:event_slug>/take-down/", by_members.take_down),
    path("events/<event:event_slug>/take-down/shell/", by_members.shell),
    path("events/<event:event_slug>/take-down/sealed/", by_members.sealed),
    path("events/<event:event_slug>/take-down/worker.js", phones.worker),
    # those who look after an event
    path("events/new/", events.new),
    path("events/<event:event_slug>/", events.overview),
    path("events/<event:event_slug>/settings/", events.settings),
    path("events/<event:event_slug>/day-link/", day_link.day_link),
    path("events/<event:event_slug>/duty/", duty.duty),
    path("events/<event:event_slug>/duty/shown/", duty.shown),
    path("events/<event:event_slug>/people/", people.people),
    path("events/<event:event_slug>/people/invitation/", people.invitation),
    path("events/<event:event_slug>/people/<uuid:member_id>/", people.role),
    path("events/<event:event_slug>/people/<uuid:member_id>/vouch/", people.vouch),
    path("events/<event:event_slug>/people/<uuid:member_id>/new-keys/", people.new_keys),
    path("events/<event:event_slug>/people/<uuid:member_id>/remove/", people.remove),
    path("events/<event:event_slug>/handover/", handover.hand_over),
    path("events/<event:event_slug>/handover/conflicts/", handover.conflicts),
    # after a restore: chairs, and those who hold a case
    path("restored/", restored.overview),
    path("restored/<uuid:case_id>/", restored.conflicts),
    path("restored/<event:event_slug>/", restored.people),
    # those who hold the case
    path("cases/", cases.needs_you),
    path("cases/search/", search.search),
    path("turning/", turning.turning),
    path("cases/<uuid:case_id>/", cases.case_page),
    path("cases/<uuid:case_id>/drafts/", drafts.keep),
    path("cases/<uuid:case_id>/opening/", respond.opening),
    path("cases/<uuid:case_id>/danger/", respond.danger),
    path("cases/<uuid:case_id>/step-back/", respond.step_back),
    path("cases/<uuid:case_id>/exclude/", respond.exclude),
    path("cases/<uuid:case_id>/claim/", respond.claim),
    path("cases/<uuid:case_id>/hand-over/", respond.hand_over),
    path("cases/<uuid:case_id>/note/", respond.note),
    path("cases/<uuid:case_id>/attachments/<uuid:attachment_id>/", attachments.page),
    path("cases/<uuid:case_id>/attachments/<uuid:attachment_id>/file/", attachments.file),
    path("cases/<uuid:case_id>/message/", respond.message),
    path("cases/<uuid:case_id>/words/", respond.words),
    path("cases/<uuid:case_id>/names/", respond.names),
    path("cases/<uuid:case_id>/approach/", respond.approach),
    path("cases/<uuid:case_id>/permission/", respond.permission),
    path("cases/<uuid:case_id>/safety-plan/", respond.safety_plan),
    path("cases/<uuid:case_id>/interim/", respond.interim),
    path("cases/<uuid:case_id>/hold/", respond.hold),
    path("cases/<uuid:case_id>/hold-end/", respond.end_hold),
    path("cases/<uuid:case_id>/bring-in/", respond.let_in),
    path("cases/<uuid:case_id>/join/", reports.join),
    path("cases/<uuid:case_id>/part/<uuid:of>/", reports.part),
    path("cases/<uuid:case_id>/further-report/", reports.further),
    path("cases/<uuid:case_id>/review/<uuid:of>/", respond.review),
    path("cases/<uuid:case_id>/hearing/", decide.hearing),
    path("cases/<uuid:case_id>/agenda/", meeting.page),
    path("cases/<uuid:case_id>/on-paper/", meeting.on_paper),
    path("cases/<uuid:case_id>/meeting/", decide.meeting),
    path("cases/<uuid:case_id>/task/", decide.task),
    path("cases/<uuid:case_id>/task/<uuid:of>/", decide.settle_task),
    path("cases/<uuid:case_id>/decision/", decide.decision),
    path("cases/<uuid:case_id>/agreement/", decide.agreement),
    path("cases/<uuid:case_id>/warning/", decide.warning),
    path("cases/<uuid:case_id>/told/<slug:party>/", communicate.told),
    path("cases/<uuid:case_id>/told/reporter/<uuid:of>/", communicate.told_another),
    path("cases/<uuid:case_id>/committee/", publish.committee),
    path("cases/<uuid:case_id>/second-reading/", publish.second_reading),
    path("cases/<uuid:case_id>/sending/", publish.sending),
    path("cases/<uuid:case_id>/acknowledgement/", publish.acknowledgement),
    path("cases/<uuid:case_id>/closing/", retain.closing),
    path("cases/<uuid:case_id>/reopening/", retain.reopening),
    path("cases/<uuid:case_id>/journal/", retain.journal),
]
