#include "settings/SettingKey.h"

#include <algorithm>
#include <vector>

namespace Helmdesk
{

namespace
{

SettingDefinition number(SettingKey key, const char *name, double fallback, double minimum, double maximum,
                         const char *meaning, Json strictest = {})
{
    return {key,     name, SettingType::Number,     fallback, minimum,
            maximum, {},   SettingScope::Workspace, meaning,  std::move(strictest)};
}

SettingDefinition integer(SettingKey key, const char *name, qint64 fallback, double minimum, double maximum,
                          const char *meaning, Json strictest = {})
{
    return {key,     name, SettingType::Integer,    fallback, minimum,
            maximum, {},   SettingScope::Workspace, meaning,  std::move(strictest)};
}

SettingDefinition text(SettingKey key, const char *name, const char *fallback, const char *meaning)
{
    return {key, name, SettingType::Text, fallback, 0, 0, {}, SettingScope::Workspace, meaning};
}

SettingDefinition mode(SettingKey key, const char *name, const char *fallback, const char *meaning)
{
    return {
        key,
        name,
        SettingType::Choice,
        fallback,
        0,
        0,
        {QStringLiteral("off"), QStringLiteral("shadow"), QStringLiteral("suggest"), QStringLiteral("auto")},
        SettingScope::Workspace,
        meaning,
        "off"};
}

std::vector<SettingDefinition> makeDefinitions()
{
    using enum SettingKey;
    return {
        number(RoutingThreshold, "routing.threshold", 0.8, 0, 1,
               "A message whose category is less certain than this goes to a person.", 1.0),
        number(PromisedError, "promise.max_error", 0, 0, 0.5,
               "Of the messages that are routed without a person at most this share may be in the wrong "
               "category, as far as the operators' verdicts show it; 0: no promise.",
               0.001),
        number(AnswerThreshold, "answer.threshold", 0.7, 0, 1,
               "A reply that is less certain than this is not sent without a person.", 1.0),
        number(
            LeastGuess, "routing.least_guess", 0.4, 0, 1,
            "Of a message whose category is less certain than this nothing is proposed but an article that "
            "plainly answers it.",
            1.0),
        number(PlainSupport, "answer.plain_support", 0.9, 0, 1,
               "How certain an article must be to answer a message of which nobody knows what it is about.",
               1.0),
        number(SentimentThreshold, "sentiment.threshold", -0.5, -1, 1,
               "A message whose sentiment lies below this goes to a person.", 1.0),
        integer(ComplexityMaxWords, "complexity.max_words", 100, 1, 100'000,
                "A message of more words than this counts as complex.", 1),
        integer(ComplexityMaxQuestions, "complexity.max_questions", 3, 0, 1'000,
                "A message with more question marks than this counts as complex.", 0),
        integer(RefundApprovalLimit, "refund.approval_limit_minor", 10'000, 0, 100'000'000'000,
                "A refund above this amount, in minor units of its currency, waits for approval.", 0),
        number(ActThreshold, "understanding.act_threshold", 0.5, 0, 1,
               "Money moves or an account changes at once only where the customer asks for it with at least "
               "this probability; else the desk asks first.",
               1.0),
        number(AskThreshold, "understanding.ask_threshold", 0.5, 0, 1,
               "Below this probability of being asked for, an act is not even offered.", 1.0),
        {ConfirmPayments,
         "understanding.confirm_payments",
         SettingType::Boolean,
         false,
         0,
         0,
         {},
         SettingScope::Workspace,
         "Whether the desk asks the customer before every refund, however clearly it was asked for.",
         true},
        integer(OfferTtl, "understanding.offer_ttl_s", 86'400, 60, 31'536'000,
                "Seconds in which a yes to the desk's question is still taken for one.", 60),
        integer(SessionTtl, "session.ttl_s", 3'600, 1, 31'536'000,
                "Seconds of silence after which a conversation's session ends."),
        integer(SessionMaxTurns, "session.max_turns", 10, 1, 1'000,
                "Number of earlier messages of a session that the agent takes into account."),
        integer(SessionJoin, "session.join_ms", 1'500, 0, 60'000,
                "Messages that follow each other within this many milliseconds are answered as one."),
        integer(RetrievalTopK, "retrieval.top_k", 5, 1, 100,
                "Number of passages of the knowledge base that are looked up for an answer."),
        number(ToolTimeout, "tool.timeout_s", 5, 0.01, 600, "Seconds after which a tool counts as failed."),
        integer(LlmMaxTries, "llm.max_tries", 3, 1, 10,
                "Number of times that a call of a language model is tried."),
        text(EngineRoute, "engine.route", "",
             "Who routes where the built-in router is unsure: builtin (nobody else), or the name of a model; "
             "empty: the model that answers."),
        text(EngineAnswer, "engine.answer", "builtin",
             "Who words the answers: builtin, or the name of a model. Where the model fails, the built-in "
             "engine answers."),
        text(EngineFallback, "engine.fallback", "",
             "Name of the model that is asked where the first one fails, before the built-in engine answers; "
             "empty: none."),
        {CacheAnswers,
         "cache.answers",
         SettingType::Choice,
         "similar",
         0,
         0,
         {QStringLiteral("off"), QStringLiteral("exact"), QStringLiteral("similar")},
         SettingScope::Workspace,
         "Which questions are answered with what a language model answered before: none (off), the same one "
         "(exact), or also one that is worded another way (similar).",
         "off"},
        integer(CacheMost, "cache.most_answers", 2'000, 1, 100'000,
                "Answers of language models that are kept; those used longest ago go first."),
        integer(CacheDays, "cache.days", 30, 1, 3'650, "Days after which a kept answer is asked for again."),
        number(
            BudgetRun, "budget.run_usd", 0.25, 0, 1'000,
            "Dollars that language models may cost for one message; what would cost more is answered by the "
            "built-in engine.",
            0.0),
        number(BudgetConversation, "budget.conversation_usd", 1, 0, 10'000,
               "Dollars that language models may cost for one conversation.", 0.0),
        number(BudgetDay, "budget.day_usd", 10, 0, 1'000'000,
               "Dollars that language models may cost in a day (UTC).", 0.0),
        number(BudgetMonth, "budget.month_usd", 200, 0, 10'000'000,
               "Dollars that language models may cost in a month (UTC).", 0.0),
        number(RunDeadline, "run.deadline_s", 60, 0.1, 3'600,
               "Seconds after which the work on one message is given up and the message goes to a person."),
        number(UndoWindow, "undo.window_s", 5, 0, 3'600,
               "Seconds in which a sent reply can be taken back; chat replies leave at once."),
        mode(ModeBilling, "modes.billing", "suggest", "What the agent may do alone with billing questions."),
        mode(ModeTechnical, "modes.technical", "suggest",
             "What the agent may do alone with technical questions."),
        mode(ModeAccount, "modes.account", "suggest", "What the agent may do alone with account questions."),
        mode(ModeGeneral, "modes.general", "auto", "What the agent may do alone with general questions."),
        {UiTheme,
         "ui.theme",
         SettingType::Choice,
         "system",
         0,
         0,
         {QStringLiteral("system"), QStringLiteral("light"), QStringLiteral("dark")},
         SettingScope::Operator,
         "Colours of the window."},
        {UiLanguage,
         "ui.language",
         SettingType::Text,
         "",
         0,
         0,
         {},
         SettingScope::Operator,
         "Language of the window as an ISO 639-1 code; empty: that of the system."},
        {UiNextAfterSend,
         "ui.next_after_send",
         SettingType::Boolean,
         true,
         0,
         0,
         {},
         SettingScope::Operator,
         "Whether the next conversation opens after a reply was sent."},
        {InboxFolder,
         "inbox.folder",
         SettingType::Text,
         "",
         0,
         0,
         {},
         SettingScope::Workspace,
         "Folder that is watched for new .eml and .jsonl files; empty: inbox inside the workspace."},
        integer(HttpPort, "http.port", 0, 0, 65'535,
                "Port of the HTTP inbox on this machine; 0: a free one, which is kept while it stays free."),
        text(HttpPublicOrigin, "http.public_origin", "",
             "Address at which a proxy shows the chat page, like https://support.example.com; empty: none."),
        text(HttpTrustedProxy, "http.trusted_proxy", "",
             "Address that the proxy connects from, like 127.0.0.1; what it says of who asks is believed "
             "then."),
        text(MailSenderName, "mail.sender_name", "Support", "Name that replies by mail come from."),
        text(MailSenderAddress, "mail.sender_address", "support@helmdesk.invalid",
             "Address that replies by mail come from."),
        integer(RefundDayLimit, "refund.day_limit_minor", 0, 0, 100'000'000'000,
                "Refunds of one customer within 24 hours that pass this amount together wait for approval; "
                "0: as for one refund."),
        integer(RefundMonthLimit, "refund.month_limit_minor", 0, 0, 100'000'000'000,
                "Refunds of one customer within 30 days that pass this amount together wait for approval; "
                "0: three times as for one refund."),
        integer(RefundsPerInvoice, "refund.max_per_invoice", 3, 1, 1'000,
                "Further refunds of an invoice that was refunded this many times wait for approval."),
        text(RefundRates, "refund.rates", "",
             "Exchange rates for these limits beside those that ship, such as CHF=0.93, KWD=0.356: units for "
             "one euro."),
        text(AuditCheckpointFile, "audit.checkpoint_file", "",
             "File in which the audit log's progress is noted beside the workspace's own, best on another "
             "disk or machine; empty: none."),
        integer(
            KeepOriginals, "privacy.keep_originals_hours", 0, 0, 8'760,
            "Hours for which a message is also kept as it was written, where secrets in it were masked; 0: "
            "never."),
        integer(InsightsQuietHours, "insights.quiet_hours", 72, 1, 8'760,
                "Insights count a grounded answer as a resolution when the customer does not come back "
                "within these hours."),
        number(InsightsMinutesPerReply, "insights.minutes_per_reply", 6, 0, 1'000,
               "Minutes that a person takes to answer by hand; insights reckon the time saved with them."),
        number(InsightsMinutesPerDraft, "insights.minutes_per_draft", 2, 0, 1'000,
               "Minutes that a person takes to check a draft and send it."),
        number(InsightsHourCost, "insights.hour_cost_usd", 30, 0, 100'000,
               "What an hour of a person's work costs, in dollars; insights reckon the money saved with it."),
        {MailLevel,
         "identity.mail_level",
         SettingType::Choice,
         "channel",
         0,
         0,
         {QStringLiteral("channel"), QStringLiteral("verified")},
         SettingScope::Workspace,
         "What has to be known of who writes a mail before money moves or an account changes: channel (the "
         "mail system vouches for the customer), or verified (a one-time code came back, too).",
         "verified"},
        {MailCodes,
         "identity.mail_codes",
         SettingType::Boolean,
         true,
         0,
         0,
         {},
         SettingScope::Workspace,
         "Whether a mail's sender who writes from the address of an account may prove it by a one-time code "
         "that "
         "goes to that address; otherwise a person finds out.",
         false},
        number(MonitorWaitingWarning, "monitoring.waiting_warning_min", 5, 0.1, 10'080,
               "A message that waits this many minutes for the desk's answer is a warning."),
        number(MonitorWaitingAlarm, "monitoring.waiting_alarm_min", 30, 0.1, 10'080,
               "A message that waits this many minutes for the desk's answer is an alarm."),
        integer(MonitorQueueWarning, "monitoring.queue_warning", 100, 1, 1'000'000,
                "So many conversations that wait for a person are a warning."),
        integer(MonitorQueueAlarm, "monitoring.queue_alarm", 500, 1, 1'000'000,
                "So many conversations that wait for a person are an alarm."),
        number(MonitorQueueHoursWarning, "monitoring.queue_warning_h", 24, 0.1, 8'760,
               "A conversation that waits for a person and was not touched for these hours is a warning."),
        number(MonitorQueueHoursAlarm, "monitoring.queue_alarm_h", 96, 0.1, 8'760,
               "A conversation that waits for a person and was not touched for these hours is an alarm."),
        number(MonitorErrorsWarning, "monitoring.errors_warning", 0.05, 0, 1,
               "Share of turns, of replies or of a tool's calls that fail from which it is a warning."),
        number(MonitorErrorsAlarm, "monitoring.errors_alarm", 0.25, 0, 1,
               "Share of turns, of replies or of a tool's calls that fail from which it is an alarm."),
        integer(MonitorErrorsLeast, "monitoring.errors_least", 10, 1, 100'000,
                "Number of turns, replies or calls below which their errors are no more than a notice."),
        integer(MonitorErrorsMinutes, "monitoring.errors_min", 60, 1, 10'080,
                "Minutes within which errors are counted."),
        number(MonitorChannelMinutes, "monitoring.channel_alarm_min", 30, 0, 10'080,
               "A mailbox that is out of reach for this many minutes is an alarm."),
        number(MonitorBudgetWarning, "monitoring.budget_warning", 0.8, 0.01, 1,
               "Share of a budget for language models from which its spending is a warning."),
        number(MonitorBudgetAlarm, "monitoring.budget_alarm", 0.98, 0.01, 1,
               "Share of a budget for language models from which its spending is an alarm."),
        number(MonitorDiskWarning, "monitoring.disk_warning_mb", 1'024, 1, 100'000'000,
               "Less free space on the workspace's disk than this, in megabytes, is a warning."),
        number(MonitorDiskAlarm, "monitoring.disk_alarm_mb", 200, 1, 100'000'000,
               "Less free space on the workspace's disk than this, in megabytes, is an alarm."),
        number(MonitorChangeWarning, "monitoring.change_warning", 0.1, 0.001, 100,
               "Population stability index of the categories or the confidence from which a change is a "
               "warning."),
        number(MonitorChangeAlarm, "monitoring.change_alarm", 0.25, 0.001, 100,
               "Population stability index of the categories or the confidence from which a change is an "
               "alarm."),
        integer(MonitorChangeLeast, "monitoring.change_least", 50, 10, 1'000'000,
                "Outcomes that there must be, now and before, for a change to be judged."),
        integer(MonitorChangeHours, "monitoring.change_h", 24, 1, 720,
                "The latest hours, whose outcomes are compared with those of the four weeks before."),
        {MonitorAlwaysAnswered,
         "monitoring.always_answered",
         SettingType::Boolean,
         false,
         0,
         0,
         {},
         SettingScope::Workspace,
         "Whether it is an alarm, and not only a warning, when no program answers the messages."},
        {MonitorAlarmAddress,
         "monitoring.alarm_address",
         SettingType::Text,
         "",
         0,
         0,
         {},
         SettingScope::Workspace,
         "Mail address that alarms are sent to; empty: none.",
         {},
         true},
        integer(MonitorMailsPerDay, "monitoring.mails_per_day", 10, 1, 1'000,
                "Alarms within 24 hours that are told by mail; further ones are told by the console alone."),
        integer(MonitorQuietMinutes, "monitoring.quiet_min", 5, 0, 1'440,
                "Minutes without the alarm after which it is over."),
    };
}

const std::vector<SettingDefinition> &definitions()
{
    static const std::vector<SettingDefinition> all = makeDefinitions();
    return all;
}

} // namespace

QString nameOf(SettingScope scope)
{
    return scope == SettingScope::Workspace ? QStringLiteral("workspace") : QStringLiteral("operator");
}

std::span<const SettingDefinition> settingDefinitions()
{
    return definitions();
}

const SettingDefinition &definitionOf(SettingKey key)
{
    return definitions().at(static_cast<size_t>(key));
}

const SettingDefinition *findSetting(const QString &name)
{
    const auto it = std::ranges::find_if(
        definitions(), [&](const SettingDefinition &item) { return name == QLatin1String(item.name); });
    return it == definitions().end() ? nullptr : &*it;
}

} // namespace Helmdesk
