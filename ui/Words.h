#pragma once

#include "app/DeskSnapshots.h"
#include "core/Error.h"
#include "theme/Theme.h"

#include <QCoreApplication>
#include <QString>

namespace Helmdesk
{

// What a chip shows: a word, perhaps an icon, and the tone of both.
struct ChipContent {
    QString text;
    QString icon; // empty: none
    Tone tone = Tone::Grey;
};

// The words of the console for the closed sets of the domain, in the operator's language.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(Words)

public:
    static QString person(const QueueRow &row); // a name, else the address, else "Visitor 3F2A"
    static QString category(Category value);
    static QString mode(Mode value);
    static QString reason(EscalationReason value);
    // Why the policy asks a person, and what a built-in tool does; a name of elsewhere with its words apart.
    static QString rule(const QString &name);
    static QString act(const ActLine &act);
    static QString actState(ActState value);
    // What the button that sends says where calls go with the reply: "Refund 49.00 USD and send".
    static QString sendWith(const std::vector<ApprovalView> &acts);
    static QString tool(const QString &name);
    static QString channel(ChannelKind value);
    static QString decision(Decision value);
    static QString status(ConversationStatus value);
    static QString recordStatus(const QString &name); // of a customer or a ticket
    static QString money(const Money &value);         // "49.00 USD", in the digits of the locale
    static QString priority(Priority value);
    static QString toolStatus(ToolStatus value);
    static QString delivery(Delivery value);
    static QString view(QueueView value);
    static QString sort(QueueSort value);
    static QString language(const QString &code); // "German"
    static QString channelPart(const QString &name);
    static QString settingChoice(const QString &name);
    static QString part(const QString &name); // a part of the confidence, a step of a run
    static QString confidenceWord(double value);
    static QString confidence(double value);    // "93 % sure"
    static QString figure(double value);        // two decimals
    static QString percent(double value);       // of a part of 1: "61 %"
    static QString percentFinely(double value); // with two decimals, rounded down: "69.98 %"
    static QString number(qint64 value);        // in the digits of the locale
    static QString ticket(TicketId id);         // "#3077", in the digits of the locale
    // The same number in the digits that the store knows; other words as they are.
    static QString asStored(const QString &typed);
    // A text of another direction, to stand within a sentence of the window without turning it around.
    static QString foreign(const QString &text);
    static QString milliseconds(double value);
    static QString duration(double seconds); // "30 days", "5 s"
    static QString age(const QDateTime &at, const QDateTime &now);
    static QString moment(const QDateTime &at); // "tomorrow 09:43", local
    static QString due(const QueueRow &row);    // "Promised for tomorrow 12:00", or a reminder
    static QString time(const QDateTime &at);   // "09:43", local
    static QString initials(const QString &name);
    // What happened, that nothing typed was lost, and what can be done.
    static QString error(const Error &error);

    static Tone tone(Category value);
    static QString icon(ChannelKind value);
    static QString icon(EscalationReason value);
    static QString icon(ActState value);
    // `place`: where a row that has left the view has gone; it is said once.
    static QList<ChipContent> chips(const QueueRow &row, const QString &place = {});
};

} // namespace Helmdesk
