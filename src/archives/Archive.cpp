#include "archives/Archive.h"

#include <algorithm>
#include <limits>

namespace Helmdesk
{
namespace
{

bool isSpoken(const ArchiveMessage &message)
{
    return message.visibility == ArchiveVisibility::Public && !message.text.trimmed().isEmpty() &&
           (message.role == ArchiveRole::Customer || message.role == ArchiveRole::Staff);
}

void append(QString &whole, const QString &piece)
{
    if (!whole.isEmpty())
        whole += QStringLiteral("\n\n");
    whole += piece.trimmed();
}

} // namespace

QString nameOf(ArchiveRole role)
{
    switch (role) {
    case ArchiveRole::Customer:
        return QStringLiteral("customer");
    case ArchiveRole::Staff:
        return QStringLiteral("staff");
    case ArchiveRole::Machine:
        return QStringLiteral("machine");
    case ArchiveRole::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

QString nameOf(ExchangeGap gap)
{
    switch (gap) {
    case ExchangeGap::None:
        return QStringLiteral("none");
    case ExchangeGap::NoCustomer:
        return QStringLiteral("no_customer_message");
    case ExchangeGap::StaffWroteFirst:
        return QStringLiteral("staff_wrote_first");
    case ExchangeGap::NoAnswer:
        break;
    }
    return QStringLiteral("no_answer");
}

void sortByTime(std::vector<ArchiveMessage> &messages)
{
    std::vector<std::pair<qint64, std::size_t>> order; // with what a message without a time has from before
    qint64 last = std::numeric_limits<qint64>::min();
    for (const ArchiveMessage &message : messages) {
        if (message.at.isValid())
            last = message.at.toMSecsSinceEpoch();
        order.emplace_back(last, order.size());
    }
    std::ranges::sort(order);
    std::vector<ArchiveMessage> sorted;
    sorted.reserve(messages.size());
    for (const auto &[at, place] : order)
        sorted.push_back(std::move(messages[place]));
    messages = std::move(sorted);
}

ExchangeFound firstExchangeOf(const ArchiveConversation &conversation)
{
    ExchangeFound found;
    FirstExchange &exchange = found.exchange;
    QDateTime asked;
    bool isOver = false; // the customer wrote again after an answer
    for (const ArchiveMessage &message : conversation.messages) {
        if (!isSpoken(message))
            continue;
        const bool isStaff = message.role == ArchiveRole::Staff;
        exchange.staffMessages += isStaff ? 1 : 0;
        if (isStaff && exchange.question.isEmpty()) {
            found.gap = ExchangeGap::StaffWroteFirst;
            continue;
        }
        if (found.gap == ExchangeGap::StaffWroteFirst || isOver)
            continue;
        if (!isStaff) {
            isOver = !exchange.firstAnswer.isEmpty();
            if (!isOver)
                append(exchange.question, message.text);
            if (!asked.isValid())
                asked = message.at;
            continue;
        }
        if (exchange.firstAnswer.isEmpty()) {
            exchange.firstAnswer = message.text.trimmed();
            if (asked.isValid() && message.at.isValid())
                exchange.firstAnswerSeconds = asked.secsTo(message.at);
        }
        append(exchange.allAnswers, message.text);
    }
    if (found.gap == ExchangeGap::StaffWroteFirst)
        return found;
    if (exchange.question.isEmpty())
        found.gap = ExchangeGap::NoCustomer;
    else if (exchange.firstAnswer.isEmpty())
        found.gap = ExchangeGap::NoAnswer;
    return found;
}

} // namespace Helmdesk
