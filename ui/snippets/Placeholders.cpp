#include "snippets/Placeholders.h"

#include <QCoreApplication>
#include <QLocale>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

QString words(const char *source)
{
    return QCoreApplication::translate("Placeholders", source);
}

} // namespace

QList<Placeholder> placeholders()
{
    return {
        {u"{first_name}"_s, words(QT_TRANSLATE_NOOP("Placeholders", "The customer\u2019s first name"))},
        {u"{name}"_s, words(QT_TRANSLATE_NOOP("Placeholders", "The customer\u2019s whole name"))},
        {u"{ticket}"_s,
         words(QT_TRANSLATE_NOOP("Placeholders", "The number of the ticket, where there is one"))},
        {u"{operator}"_s, words(QT_TRANSLATE_NOOP("Placeholders", "Your name"))},
        {u"{date}"_s,
         words(QT_TRANSLATE_NOOP("Placeholders", "Today\u2019s date, in the customer\u2019s language"))},
    };
}

QString withPlaceholders(const QString &text, const ConversationView &view, const QString &operatorName)
{
    const QString name = view.customer ? view.customer->name : view.row.customer;
    const TicketId ticket = view.row.ticket;
    QString filled = text;
    filled.replace("{name}"_L1, name);
    filled.replace("{first_name}"_L1, name.section(u' ', 0, 0));
    if (ticket.isValid())
        filled.replace("{ticket}"_L1, QString::number(ticket.value));
    filled.replace("{operator}"_L1, operatorName);
    filled.replace("{date}"_L1, QLocale(view.language).toString(QDate::currentDate(), QLocale::LongFormat));
    return filled;
}

} // namespace Helmdesk
