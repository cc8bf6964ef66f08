#include "Words.h"

#include "EffectWords.h"

#include <cmath>
#include <QGuiApplication>
#include <QLocale>

namespace Helmdesk
{
using namespace Qt::StringLiterals;

QString Words::person(const QueueRow &row)
{
    if (!row.customer.trimmed().isEmpty())
        return row.customer;
    if (!row.address.isEmpty())
        return row.address;
    //: Somebody in the web chat who gave no name; %1 are four letters or digits
    return row.visitor.isEmpty() ? tr("Unknown sender") : tr("Visitor %1").arg(row.visitor);
}

QString Words::act(const ActLine &act)
{
    const QString effect = foreign(EffectWords::clause(act.effect));
    switch (act.state) {
    case ActState::Approved:
        return tr("%1 approved: %2").arg(foreign(act.by), effect);
    case ActState::Denied:
        if (act.reason.isEmpty())
            return tr("%1 denied: %2").arg(foreign(act.by), effect);
        //: Who, what, and in quotation marks that person's reason
        return tr("%1 denied: %2 \u2013 \u201c%3\u201d").arg(foreign(act.by), effect, foreign(act.reason));
    case ActState::Expired:
        return tr("Nobody decided in time: %1").arg(effect);
    case ActState::Withdrawn:
        break;
    }
    if (!act.by.isEmpty() && act.by != "system"_L1)
        return tr("%1 withdrew it, not done: %2").arg(foreign(act.by), effect);
    return tr("Withdrawn, not done: %1").arg(effect);
}

QString Words::sendWith(const std::vector<ApprovalView> &acts)
{
    if (acts.size() > 1)
        return tr("Do %Ln things and send", nullptr, static_cast<int>(acts.size()));
    const ApprovalView &act = acts.front();
    if (act.tool == "process_refund"_L1)
        return act.amount ? tr("Refund %1 and send").arg(money(*act.amount)) : tr("Refund and send");
    if (act.tool == "reset_password"_L1)
        return tr("Reset the password and send");
    if (act.tool == "update_payment_method"_L1)
        return tr("Change the payment method and send");
    if (act.tool == "update_account"_L1)
        return tr("Change the account and send");
    return tr("Do this and send");
}

QString Words::category(Category value)
{
    switch (value) {
    case Category::Billing:
        return tr("Billing");
    case Category::Technical:
        return tr("Technical");
    case Category::Account:
        return tr("Account");
    case Category::General:
        return tr("General");
    case Category::Escalate:
        return tr("For a person");
    }
    return {};
}

QString Words::mode(Mode value)
{
    switch (value) {
    case Mode::Off:
        return tr("Off");
    case Mode::Shadow:
        return tr("Shadow");
    case Mode::Suggest:
        return tr("Suggest");
    case Mode::Auto:
        return tr("Automatic");
    }
    return {};
}

QString Words::reason(EscalationReason value)
{
    switch (value) {
    case EscalationReason::LowConfidence:
        return tr("Low confidence");
    case EscalationReason::NegativeSentiment:
        return tr("Upset customer");
    case EscalationReason::ComplexQuery:
        return tr("Complex question");
    case EscalationReason::HumanRequested:
        return tr("Asked for a person");
    case EscalationReason::ApprovalRequired:
        return tr("Needs approval");
    case EscalationReason::ToolFailed:
        return tr("A tool failed");
    case EscalationReason::InjectionSuspected:
        return tr("Suspicious text");
    case EscalationReason::Policy:
        return tr("Policy");
    case EscalationReason::EngineFailed:
        return tr("Engine failed");
    }
    return {};
}

QString Words::rule(const QString &name)
{
    if (name == "refund_limit"_L1)
        return tr("Refunds above the limit need approval");
    if (name == "refund_daily_total"_L1)
        return tr("More refunds than allowed for one customer in a day need approval");
    if (name == "customer_status"_L1)
        return tr("The customer's account is not active");
    if (name == "policy_unreadable"_L1)
        return tr("The rules cannot be read, so nothing is changed");
    if (name == "tool_default"_L1)
        return tr("This kind of change always needs approval");
    return tr("Rule \u201c%1\u201d").arg(foreign(QString(name).replace(u'_', u' ')));
}

QString Words::tool(const QString &name)
{
    if (name == "check_invoice"_L1)
        return tr("Look up the invoice");
    if (name == "process_refund"_L1)
        return tr("Refund");
    if (name == "update_payment_method"_L1)
        return tr("Change the payment method");
    if (name == "reset_password"_L1)
        return tr("Reset the password");
    if (name == "update_account"_L1)
        return tr("Change the account");
    if (name == "search_docs"_L1)
        return tr("Search the articles");
    if (name == "create_ticket"_L1)
        return tr("Open a ticket");
    return foreign(QString(name).replace(u'_', u' '));
}

QString Words::channel(ChannelKind value)
{
    switch (value) {
    case ChannelKind::Chat:
        return tr("Chat");
    case ChannelKind::Mail:
        return tr("Mail");
    case ChannelKind::File:
        return tr("File");
    case ChannelKind::Api:
        return tr("API");
    }
    return {};
}

QString Words::decision(Decision value)
{
    switch (value) {
    case Decision::AutoSend:
        return tr("Sent automatically");
    case Decision::NeedsReview:
        return tr("Needs review");
    case Decision::Escalated:
        return tr("Escalated");
    }
    return {};
}

QString Words::status(ConversationStatus value)
{
    switch (value) {
    case ConversationStatus::Open:
        return tr("Open");
    case ConversationStatus::Waiting:
        return tr("Waiting for the customer");
    case ConversationStatus::TakenOver:
        return tr("Taken over");
    case ConversationStatus::Resolved:
        return tr("Resolved");
    }
    return {};
}

QString Words::recordStatus(const QString &name)
{
    if (name == "active"_L1)
        return tr("Active");
    if (name == "suspended"_L1)
        return tr("Suspended");
    if (name == "closed"_L1)
        return tr("Closed");
    if (name == "open"_L1)
        return tr("Open");
    if (name == "pending"_L1)
        return tr("Pending");
    if (name == "solved"_L1)
        return tr("Solved");
    return name;
}

QString Words::money(const Money &value)
{
    const int digits = minorDigits(value.currency);
    return QLocale().toString(static_cast<double>(value.minor) / std::pow(10.0, digits), 'f', digits) +
           QChar(QChar::Nbsp) + value.currency;
}

QString Words::priority(Priority value)
{
    switch (value) {
    case Priority::Low:
        return tr("Low");
    case Priority::Normal:
        return tr("Normal");
    case Priority::High:
        return tr("High");
    case Priority::Urgent:
        return tr("Urgent");
    }
    return {};
}

QString Words::toolStatus(ToolStatus value)
{
    switch (value) {
    case ToolStatus::Done:
        return tr("done");
    case ToolStatus::PendingApproval:
        return tr("waits for a person");
    case ToolStatus::Denied:
        return tr("denied");
    case ToolStatus::Failed:
        return tr("failed");
    }
    return {};
}

QString Words::delivery(Delivery value)
{
    switch (value) {
    case Delivery::None:
        return {};
    case Delivery::Queued:
        return tr("Waiting to be sent");
    case Delivery::Sending:
        return tr("Being sent");
    case Delivery::Sent:
        return tr("Sent");
    case Delivery::Failed:
        return tr("Not sent");
    case Delivery::Unknown:
        return tr("Perhaps sent: the channel did not confirm it");
    case Delivery::Cancelled:
        return tr("Taken back");
    }
    return {};
}

QString Words::view(QueueView value)
{
    switch (value) {
    case QueueView::NeedsReview:
        return tr("Review");
    case QueueView::Escalated:
        return tr("Escalated");
    case QueueView::Approvals:
        return tr("Approvals");
    case QueueView::Automatic:
        return tr("Automatic");
    case QueueView::Mine:
        return tr("Mine");
    case QueueView::All:
        return tr("All");
    }
    return {};
}

QString Words::sort(QueueSort value)
{
    switch (value) {
    case QueueSort::Priority:
        return tr("Urgent first, then longest waiting");
    case QueueSort::LongestWaiting:
        return tr("Longest waiting first");
    case QueueSort::Newest:
        return tr("Newest first");
    }
    return {};
}

// Languages that customers write in, by their names in the language of the window; others by their own.
QString Words::language(const QString &code)
{
    if (code == "en"_L1)
        return tr("English");
    if (code == "de"_L1)
        return tr("German");
    if (code == "fr"_L1)
        return tr("French");
    if (code == "es"_L1)
        return tr("Spanish");
    if (code == "it"_L1)
        return tr("Italian");
    if (code == "pt"_L1)
        return tr("Portuguese");
    if (code == "nl"_L1)
        return tr("Dutch");
    if (code == "ar"_L1)
        return tr("Arabic");
    const QLocale locale(code);
    return locale.language() == QLocale::C ? code : locale.nativeLanguageName();
}

QString Words::channelPart(const QString &name)
{
    if (name == "Web chat"_L1)
        return tr("Web chat");
    if (name == "Inbox folder"_L1)
        return tr("Inbox folder");
    if (constexpr auto mailbox = "Mailbox "_L1; name.startsWith(mailbox))
        return tr("Mailbox %1").arg(foreign(name.mid(mailbox.size())));
    return name;
}

QString Words::settingChoice(const QString &name)
{
    if (const auto value = fromName<Mode>(name))
        return mode(*value);
    if (name == "exact"_L1)
        return tr("The same question");
    if (name == "similar"_L1)
        return tr("Also worded another way");
    if (name == "system"_L1)
        return tr("As the system");
    if (name == "light"_L1)
        return tr("Light");
    if (name == "dark"_L1)
        return tr("Dark");
    if (name == "channel"_L1)
        return tr("The mail system vouches for them");
    if (name == "verified"_L1)
        return tr("A code came back, too");
    return name;
}

QString Words::part(const QString &name)
{
    if (name == "retrieval"_L1 || name == "sources"_L1)
        return tr("Sources agree");
    if (name == "grounding"_L1 || name == "claims"_L1)
        return tr("Every claim backed");
    if (name == "tools"_L1)
        return tr("Tools succeeded");
    if (name == "route"_L1 || name == "routing"_L1)
        return tr("Category");
    if (name == "sentiment"_L1)
        return tr("Sentiment");
    if (name == "estimate"_L1)
        return tr("Engine's estimate");
    if (name == "total"_L1)
        return tr("Total");
    QString plain = name;
    plain.replace(u'_', u' ');
    return plain.isEmpty() ? plain : plain.left(1).toUpper() + plain.mid(1);
}

QString Words::confidenceWord(double value)
{
    if (value >= 0.85)
        return tr("High");
    return value >= 0.6 ? tr("Medium") : tr("Low", "confidence");
}

QString Words::confidence(double value)
{
    //: How sure Helmdesk is of its draft: "93 % sure"
    return tr("%1 sure").arg(percent(value));
}

QString Words::percent(double value)
{
    //: A figure of a hundred
    return tr("%1 %").arg(QLocale().toString(qRound(100.0 * value)));
}

QString Words::percentFinely(double value)
{
    // Below what is needed it stays below it in words.
    return tr("%1 %").arg(QLocale().toString(std::floor(10'000.0 * value) / 100.0, 'f', 2));
}

QString Words::figure(double value)
{
    return QLocale().toString(value, 'f', 2);
}

QString Words::number(qint64 value)
{
    return QLocale().toString(value);
}

QString Words::ticket(TicketId id)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return u'#' + locale.toString(id.value);
}

QString Words::asStored(const QString &typed)
{
    QString digits = typed;
    for (QChar &letter : digits) {
        if (letter.isDigit())
            letter = QChar(u'0' + letter.digitValue());
        else if (letter != u'#')
            return typed;
    }
    return digits;
}

QString Words::foreign(const QString &text)
{
    if (text.isEmpty() || text.isRightToLeft() == QGuiApplication::isRightToLeft())
        return text;
    constexpr QChar firstStrongIsolate(0x2068);
    constexpr QChar popIsolate(0x2069);
    return firstStrongIsolate + text + popIsolate;
}

QString Words::milliseconds(double value)
{
    if (value >= 10000.0)
        return tr("%1 s").arg(QLocale().toString(value / 1000.0, 'f', 1));
    return tr("%1 ms").arg(QLocale().toString(value, 'f', value < 10.0 ? 1 : 0));
}

QString Words::duration(double seconds)
{
    constexpr int minute = 60;
    constexpr int hour = 60 * minute;
    constexpr int day = 24 * hour;
    const auto whole = static_cast<qint64>(seconds);
    const auto isWhole = [&](int unit) { return whole >= unit && whole % unit == 0; };
    if (isWhole(day))
        return tr("%Ln day(s)", nullptr, static_cast<int>(whole / day));
    if (isWhole(hour))
        return tr("%Ln hour(s)", nullptr, static_cast<int>(whole / hour));
    if (isWhole(minute))
        return tr("%Ln minute(s)", nullptr, static_cast<int>(whole / minute));
    //: Seconds
    return tr("%1 s").arg(QLocale().toString(seconds, 'g', 6));
}

QString Words::age(const QDateTime &at, const QDateTime &now)
{
    const qint64 minutes = std::max<qint64>(0, at.secsTo(now) / 60);
    if (minutes < 1)
        return tr("now");
    if (minutes < 60)
        return tr("%1 min").arg(QLocale().toString(minutes));
    if (minutes < 24 * 60)
        return tr("%1 h").arg(QLocale().toString(minutes / 60));
    if (minutes < 7 * 24 * 60)
        return tr("%1 d").arg(QLocale().toString(minutes / (24 * 60)));
    return QLocale().toString(at.toLocalTime().date(), QLocale::ShortFormat);
}

QString Words::moment(const QDateTime &at)
{
    const QDateTime local = at.toLocalTime();
    const QString hour = time(at);
    const qint64 days = QDate::currentDate().daysTo(local.date());
    if (days == 0)
        return tr("today %1").arg(hour);
    if (days == 1)
        return tr("tomorrow %1").arg(hour);
    if (days == -1)
        return tr("yesterday %1").arg(hour);
    //: A date and a time of day
    return tr("%1 %2").arg(QLocale().toString(local.date(), QLocale::ShortFormat), hour);
}

QString Words::time(const QDateTime &at)
{
    return QLocale().toString(at.toLocalTime().time(), QLocale::ShortFormat);
}

QString Words::initials(const QString &name)
{
    const QStringList parts = name.split(u' ', Qt::SkipEmptyParts);
    if (parts.isEmpty())
        return u"?"_s;
    return parts.size() == 1 ? parts.first().left(1).toUpper()
                             : (parts.first().left(1) + parts.last().left(1)).toUpper();
}

QString Words::error(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::InvalidInput:
        return tr("This could not be accepted. Your text is kept: %1").arg(error.detail);
    case ErrorKind::NotFound:
        return tr("It is no longer there. Refresh the list and try again.");
    case ErrorKind::Conflict:
        return tr("Somebody or something changed it meanwhile. Look at the newest state, then try again.");
    case ErrorKind::Denied:
        return tr("The policy does not allow this: %1").arg(error.detail);
    case ErrorKind::Unavailable:
        return tr("A service could not be reached. Nothing is lost; try again in a moment.");
    case ErrorKind::Timeout:
        return tr("It took too long. Nothing is lost; try again in a moment.");
    case ErrorKind::Cancelled:
        return tr("It was stopped. Nothing was changed.");
    case ErrorKind::Corrupt:
        return tr("Stored data is damaged: %1").arg(error.detail);
    case ErrorKind::TooNew:
        return tr("The data was written by a newer Helmdesk. Update this program.");
    case ErrorKind::StorageFull:
        return tr("The disk is full. Free some space, then try again.");
    case ErrorKind::Io:
    case ErrorKind::Internal:
        break;
    }
    return tr("It did not work, your text is kept: %1").arg(error.detail);
}

QString Words::actState(ActState value)
{
    switch (value) {
    case ActState::Approved:
        return tr("Approved");
    case ActState::Denied:
        return tr("Denied");
    case ActState::Expired:
        return tr("Expired");
    case ActState::Withdrawn:
        break;
    }
    return tr("Withdrawn");
}

QString Words::due(const QueueRow &row)
{
    const bool isDue = row.dueAt <= QDateTime::currentDateTimeUtc();
    const QString when = moment(row.dueAt);
    if (row.promise.isEmpty())
        //: A reminder of the operator's own; the moment follows
        return isDue ? tr("Reminder for %1, due").arg(when) : tr("Reminder for %1").arg(when);
    //: What was promised to a customer; the moment follows
    return isDue ? tr("Promised for %1, due").arg(when) : tr("Promised for %1").arg(when);
}

} // namespace Helmdesk
