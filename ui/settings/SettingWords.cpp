#include "settings/SettingWords.h"

#include <cmath>
#include <QHash>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

constexpr double minorUnits = 100.0;

QString plain(const QString &name)
{
    QString words = name.section(u'.', 1);
    words.replace(u'_', u' ');
    return words.isEmpty() ? name : words.left(1).toUpper() + words.mid(1);
}

} // namespace

QString SettingWords::groupName(SettingGroup group)
{
    switch (group) {
    case SettingGroup::Modes:
        return tr("What Helmdesk may do by itself");
    case SettingGroup::Person:
        return tr("When a person decides");
    case SettingGroup::Sending:
        return tr("Sending and channels");
    case SettingGroup::Conversations:
        return tr("Conversations");
    case SettingGroup::Work:
        return tr("Work and its limits");
    case SettingGroup::Models:
        return tr("Language models");
    case SettingGroup::Monitoring:
        return tr("Health and alarms");
    case SettingGroup::Window:
        return tr("This window");
    case SettingGroup::Other:
        break;
    }
    return tr("More");
}

QString SettingWords::groupNote(SettingGroup group)
{
    return group == SettingGroup::Modes
               ? tr("Off: nothing is drafted. Shadow: drafts are only to look at. Suggest: a person "
                    "sends. Automatic: sure answers leave by themselves.")
               : QString();
}

bool SettingWords::loosens(const SettingRow &row, const Json &value)
{
    if (row.strictest.is_null() || value == row.value)
        return false;
    if (value.is_string())
        return value == Json(nameOf(Mode::Auto)) || value == Json("channel");
    if (!value.is_number() || !row.value.is_number() || !row.strictest.is_number())
        return true; // what cannot be compared is asked about
    const double strictest = row.strictest.get<double>();
    return std::abs(value.get<double>() - strictest) > std::abs(row.value.get<double>() - strictest);
}

QString SettingWords::consequence(const SettingRow &row)
{
    if (row.name.startsWith("modes."_L1))
        return tr(
            "Sure answers of this category then leave without a person, and with them the acts that the "
            "policy allows, such as refunds below the limit.");
    if (row.name.startsWith("refund."_L1))
        return tr("More money is then paid back without anybody's approval.");
    return tr("More answers then leave without a person having seen them.");
}

SettingText SettingWords::textOf(const SettingRow &row)
{
    using enum SettingGroup;
    const QHash<QString, SettingText> known{
        {u"modes.billing"_s, {tr("Billing"), {}, {}, 1, Modes}},
        {u"modes.technical"_s, {tr("Technical"), {}, {}, 1, Modes}},
        {u"modes.account"_s, {tr("Account"), {}, {}, 1, Modes}},
        {u"modes.general"_s, {tr("General"), {}, {}, 1, Modes}},
        {u"routing.threshold"_s,
         {tr("Confidence in the category"),
          tr("Below this a person decides what the message is about."),
          {},
          1,
          Person}},
        {u"promise.max_error"_s,
         {tr("Allowed share of errors"),
          tr("Of what is routed without a person. 0: no promise. The view Learning shows what the verdicts "
             "carry."),
          {},
          1,
          Person}},
        {u"answer.threshold"_s,
         {tr("Confidence in the answer"), tr("Below this the draft goes to a person."), {}, 1, Person}},
        {u"routing.least_guess"_s,
         {tr("Confidence for a proposal"),
          tr("Below this only an article that plainly answers the message is proposed."),
          {},
          1,
          Person}},
        {u"answer.plain_support"_s,
         {tr("Confidence of a plain article"),
          tr("How certain an article must be to answer what nobody can place."),
          {},
          1,
          Person}},
        {u"sentiment.threshold"_s,
         {tr("Sentiment"),
          tr("Below this the customer is upset and a person answers. -1 is furious, 1 is delighted."),
          {},
          1,
          Person}},
        {u"complexity.max_words"_s,
         {tr("Length of a message"), tr("A longer message counts as complex and goes to a person."),
          tr("words"), 1, Person}},
        {u"complexity.max_questions"_s,
         {tr("Questions in a message"),
          tr("A message with more question marks goes to a person."),
          {},
          1,
          Person}},
        {u"refund.day_limit_minor"_s,
         {tr("Refunds of a customer in a day"),
          tr("Refunds within 24 hours that pass this together wait for a person. 0: as for one refund."),
          {},
          minorUnits,
          Person}},
        {u"refund.month_limit_minor"_s,
         {tr("Refunds of a customer in a month"),
          tr("Refunds within 30 days that pass this together wait for a person. 0: three times as for one "
             "refund."),
          {},
          minorUnits,
          Person}},
        {u"refund.max_per_invoice"_s,
         {tr("Refunds of an invoice"),
          tr("After this many a further refund waits for a person."),
          {},
          1,
          Person}},
        {u"refund.rates"_s,
         {tr("Exchange rates"),
          tr("For these limits, beside those that ship, such as CHF=0.93: units for one euro."),
          {},
          1,
          Person}},
        {u"mail.sender_name"_s, {tr("Sender's name"), tr("Who replies by mail come from."), {}, 1, Sending}},
        {u"mail.sender_address"_s,
         {tr("Sender's address"), tr("Where replies by mail come from."), {}, 1, Sending}},
        {u"audit.checkpoint_file"_s,
         {tr("Copy of the record's progress"),
          tr("A file, best on another disk or machine. Empty: only in the workspace."),
          {},
          1,
          Work}},
        {u"privacy.keep_originals_hours"_s,
         {tr("Messages as they were written"),
          tr("How long a message is also kept with the secrets in it that are masked elsewhere. 0: not at "
             "all."),
          tr("h"), 1, Conversations}},
        {u"insights.quiet_hours"_s,
         {tr("Silence that counts as resolved"),
          tr("Insights count a grounded answer as a resolution when the customer does not come back within "
             "this time."),
          tr("h"), 1, Conversations}},
        {u"insights.minutes_per_reply"_s,
         {tr("A reply by hand"), tr("How long it takes a person; insights reckon the saved time with it."),
          tr("min"), 1, Work}},
        {u"insights.minutes_per_draft"_s,
         {tr("A reply from a draft"), tr("How long it takes a person to check a draft and send it."),
          tr("min"), 1, Work}},
        {u"insights.hour_cost_usd"_s,
         {tr("An hour of work"), tr("What it costs, for the saved money in the insights."), tr("USD"), 1,
          Work}},
        {u"identity.mail_level"_s,
         {tr("Proof of who writes a mail"),
          tr("What it takes before money moves or an account changes at the wish of a mail."),
          {},
          1,
          Person}},
        {u"identity.mail_codes"_s,
         {tr("Codes by mail"),
          tr("Who writes from the address of an account may prove it by a one-time code that goes to that "
             "address. Off: a person finds out."),
          {},
          1,
          Person}},
        {u"refund.approval_limit_minor"_s,
         {tr("Refund without approval"),
          tr("A refund above this waits for a person, in units of its currency."),
          {},
          minorUnits,
          Person}},
        {u"understanding.act_threshold"_s,
         {tr("Certainty to act at once"),
          tr("Below this probability that the customer asks for it, Helmdesk asks before it does anything."),
          {},
          1,
          Person}},
        {u"understanding.ask_threshold"_s,
         {tr("Certainty to offer"),
          tr("Below this probability that the customer asks for it, nothing is offered."),
          {},
          1,
          Person}},
        {u"understanding.confirm_payments"_s,
         {tr("Ask before every refund"),
          tr("The customer is asked first, however clearly the refund was asked for."),
          {},
          1,
          Person}},
        {u"understanding.offer_ttl_s"_s,
         {tr("Time for a yes"), tr("How long a yes to Helmdesk's question still counts."), tr("s"), 1,
          Person}},
        {u"undo.window_s"_s,
         {tr("Undo window"),
          tr("How long a reply that a person sent can be taken back, with what it does. Automatic replies in "
             "chat "
             "leave at once."),
          tr("s"), 1, Sending}},
        {u"http.port"_s,
         {tr("Port of the web chat"),
          tr("The chat page and the HTTP inbox listen there, on this computer alone; 0 stands for a "
             "free one. Takes effect at the next start."),
          {},
          1,
          Sending}},
        {u"http.public_origin"_s,
         {tr("Public address of the web chat"),
          tr("Where a proxy shows the chat page, like https://support.example.com. Empty: on this computer "
             "alone. Takes effect at the next start."),
          {},
          1,
          Sending}},
        {u"http.trusted_proxy"_s,
         {tr("Trusted proxy"),
          tr("The address that the proxy connects from, like 127.0.0.1. Limits then count for each visitor. "
             "Takes effect at the next start."),
          {},
          1,
          Sending}},
        {u"inbox.folder"_s,
         {tr("Inbox folder"),
          tr("Watched for new .eml and .jsonl files. Empty: the folder inbox of the workspace."),
          {},
          1,
          Sending}},
        {u"session.ttl_s"_s,
         {tr("End of a session"), tr("After this silence a customer begins a new conversation."), tr("s"), 1,
          Conversations}},
        {u"session.max_turns"_s,
         {tr("Remembered messages"),
          tr("How many earlier messages of a session Helmdesk takes into account."),
          {},
          1,
          Conversations}},
        {u"session.join_ms"_s,
         {tr("Messages in a row"),
          tr("Messages that follow each other within this time are answered as one."), tr("ms"), 1,
          Conversations}},
        {u"retrieval.top_k"_s,
         {tr("Passages for an answer"),
          tr("How many passages of the knowledge base are looked up."),
          {},
          1,
          Work}},
        {u"tool.timeout_s"_s,
         {tr("Time for a tool"), tr("After this a call counts as failed."), tr("s"), 1, Work}},
        {u"run.deadline_s"_s,
         {tr("Time for a message"), tr("After this the work is given up and a person answers."), tr("s"), 1,
          Work}},
        {u"llm.max_tries"_s,
         {tr("Tries of a language model"), tr("How often a failed call is tried."), {}, 1, Models}},
        {u"engine.answer"_s,
         {tr("Answers are worded by"),
          tr("“builtin\u201d, or the name of a model. The page Models has them all."),
          {},
          1,
          Models}},
        {u"engine.route"_s,
         {tr("Second opinion on the category"),
          tr("“builtin\u201d for none, or the name of a model. Empty: the model that answers."),
          {},
          1,
          Models}},
        {u"engine.fallback"_s,
         {tr("Second model"),
          tr("Asked where the first one fails, before the built-in engine answers. Empty: none."),
          {},
          1,
          Models}},
        {u"cache.answers"_s,
         {tr("Answers given again"),
          tr("To which questions an earlier answer of a model is given again: none, the same one, or also "
             "one that is worded another way. Never one with a customer's data."),
          {},
          1,
          Models}},
        {u"cache.most_answers"_s,
         {tr("Answers kept"), tr("Those used longest ago go first."), {}, 1, Models}},
        {u"cache.days"_s,
         {tr("Age of a kept answer"), tr("After this the model is asked again."), tr("days"), 1, Models}},
        {u"budget.run_usd"_s,
         {tr("Budget of a message"), tr("What models may cost for one message."), tr("USD"), 1, Models}},
        {u"budget.conversation_usd"_s,
         {tr("Budget of a conversation"), tr("What models may cost for one conversation."), tr("USD"), 1,
          Models}},
        {u"budget.day_usd"_s,
         {tr("Budget of a day"),
          tr("What models may cost in a day (UTC). The built-in engine answers when it is spent."), tr("USD"),
          1, Models}},
        {u"budget.month_usd"_s,
         {tr("Budget of a month"), tr("What models may cost in a month (UTC)."), tr("USD"), 1, Models}},
        {u"monitoring.waiting_warning_min"_s,
         {tr("Waiting for Helmdesk: warning"),
          tr("A message that waits this long for Helmdesk's answer is a warning on the page Health."),
          tr("min"), 1, Monitoring}},
        {u"monitoring.waiting_alarm_min"_s,
         {tr("Waiting for Helmdesk: alarm"), tr("The same, for an alarm."), tr("min"), 1, Monitoring}},
        {u"monitoring.queue_warning"_s,
         {tr("Waiting for a person: warning"),
          tr("So many conversations are a warning."),
          {},
          1,
          Monitoring}},
        {u"monitoring.queue_alarm"_s,
         {tr("Waiting for a person: alarm"), tr("So many conversations are an alarm."), {}, 1, Monitoring}},
        {u"monitoring.queue_warning_h"_s,
         {tr("Untouched: warning"),
          tr("A conversation that waits for a person and is not touched for this long is a warning."),
          tr("h"), 1, Monitoring}},
        {u"monitoring.queue_alarm_h"_s,
         {tr("Untouched: alarm"), tr("The same, for an alarm."), tr("h"), 1, Monitoring}},
        {u"monitoring.errors_warning"_s,
         {tr("Failures: warning"),
          tr("Share of messages, replies or calls of a tool that fail."),
          {},
          1,
          Monitoring}},
        {u"monitoring.errors_alarm"_s,
         {tr("Failures: alarm"), tr("The same, for an alarm."), {}, 1, Monitoring}},
        {u"monitoring.errors_least"_s,
         {tr("Failures: least number"),
          tr("Of fewer messages, replies or calls failures are no more than a notice."),
          {},
          1,
          Monitoring}},
        {u"monitoring.errors_min"_s,
         {tr("Failures: time"), tr("Within which they are counted."), tr("min"), 1, Monitoring}},
        {u"monitoring.channel_alarm_min"_s,
         {tr("Mailbox out of reach"), tr("After this long it is an alarm."), tr("min"), 1, Monitoring}},
        {u"monitoring.budget_warning"_s,
         {tr("Spent budget: warning"), tr("Share of a budget for models that is spent."), {}, 1, Monitoring}},
        {u"monitoring.budget_alarm"_s,
         {tr("Spent budget: alarm"), tr("The same, for an alarm."), {}, 1, Monitoring}},
        {u"monitoring.disk_warning_mb"_s,
         {tr("Free disk: warning"), tr("Less free space than this is a warning."), tr("MB"), 1, Monitoring}},
        {u"monitoring.disk_alarm_mb"_s,
         {tr("Free disk: alarm"), tr("Less free space than this is an alarm."), tr("MB"), 1, Monitoring}},
        {u"monitoring.change_warning"_s,
         {tr("Sudden change: warning"),
          tr("Population stability index of the categories or the confidence."),
          {},
          1,
          Monitoring}},
        {u"monitoring.change_alarm"_s,
         {tr("Sudden change: alarm"), tr("The same, for an alarm."), {}, 1, Monitoring}},
        {u"monitoring.change_least"_s,
         {tr("Sudden change: least number"),
          tr("So many messages must there be, now and before, for a change to be judged."),
          {},
          1,
          Monitoring}},
        {u"monitoring.change_h"_s,
         {tr("Sudden change: time"),
          tr("The latest messages, which are compared with those of the four weeks before."), tr("h"), 1,
          Monitoring}},
        {u"monitoring.always_answered"_s,
         {tr("Always answered"),
          tr("It is an alarm, and not only a warning, when no program answers the messages."),
          {},
          1,
          Monitoring}},
        {u"monitoring.alarm_address"_s,
         {tr("Address for alarms"),
          tr("A mail goes there when an alarm begins and when it is over. Empty: none."),
          {},
          1,
          Monitoring}},
        {u"monitoring.mails_per_day"_s,
         {tr("Mails on alarms in a day"),
          tr("Alarms beyond this are told in the window alone."),
          {},
          1,
          Monitoring}},
        {u"monitoring.quiet_min"_s,
         {tr("End of an alarm"), tr("It is over after this long without it."), tr("min"), 1, Monitoring}},
        {u"ui.theme"_s, {tr("Colours"), tr("Light, dark, or as the system."), {}, 1, Window}},
        {u"ui.language"_s,
         {tr("Language"),
          tr("Of the window and its dates and numbers. Replies keep the language of the customer."),
          {},
          1,
          Window}},
        {u"ui.next_after_send"_s,
         {tr("Go on after sending"),
          tr("Opens the next conversation when a reply was sent."),
          {},
          1,
          Window}},
    };
    const auto found = known.constFind(row.name);
    return found != known.cend() ? *found : SettingText{plain(row.name), row.meaning, {}, 1, Other};
}

} // namespace Helmdesk
