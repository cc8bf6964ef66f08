#include "EffectWords.h"

#include "Words.h"

#include <QRegularExpression>

#include <cmath>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

// "49.00 USD" in the digits of the locale.
QString amount(const QString &plain)
{
    const QString figure = plain.section(u' ', 0, 0);
    const QString currency = plain.section(u' ', 1);
    bool isFigure = false;
    const double value = QLocale::c().toDouble(figure, &isFigure);
    if (!isFigure || currency.isEmpty() || figure.contains(u'e', Qt::CaseInsensitive))
        return plain;
    const int digits = minorDigits(currency);
    return Words::money({qRound64(value * std::pow(10.0, digits)), currency});
}

QString destination(const QString &words)
{
    static const QRegularExpression ending(u"^(card|bank account|sepa) ending (\\S+)$"_s);
    if (const auto match = ending.match(words); match.hasMatch())
        return match.captured(1) == "card"_L1
                   ? EffectWords::tr("card ending %1").arg(match.captured(2))
                   : EffectWords::tr("bank account ending %1").arg(match.captured(2));
    if (words == "the payment method that was charged"_L1)
        return EffectWords::tr("the payment method that was charged");
    return words;
}

struct Form {
    const char *pattern;
    QString (*say)(const QRegularExpressionMatch &match);
};

// What the tools say, one form each.
constexpr std::array effects{
    Form{"^Refund (\\S+ \\S+) to (.+) for (\\S+)$",
         [](const QRegularExpressionMatch &match) {
             //: An amount, where it goes and the number of the invoice
             return EffectWords::tr("Refund %1 to %2 for %3")
                 .arg(amount(match.captured(1)), destination(match.captured(2)), match.captured(3));
         }},
    Form{"^Send a link to set a new password, valid for 24 hours, to (\\S+)$",
         [](const QRegularExpressionMatch &match) {
             return EffectWords::tr("Send a link to set a new password, valid for 24 hours, to %1")
                 .arg(Words::foreign(match.captured(1)));
         }},
    Form{"^Send nothing: the address is not this customer's\\. The reply is the same as always$",
         [](const QRegularExpressionMatch &) {
             return EffectWords::tr(
                 "Send nothing: the address is not this customer\u2019s. The reply is the same as always");
         }},
    Form{"^Ask at (\\S+) to confirm the new address (\\S+); nothing changes until then$",
         [](const QRegularExpressionMatch &match) {
             return EffectWords::tr("Ask at %1 to confirm the new address %2; nothing changes until then")
                 .arg(Words::foreign(match.captured(1)), Words::foreign(match.captured(2)));
         }},
    Form{"^Remove the (\\w+) from the account$",
         [](const QRegularExpressionMatch &match) {
             //: %1 is a field of an account: name, phone
             return EffectWords::tr("Remove from the account: %1").arg(EffectWords::field(match.captured(1)));
         }},
    Form{"^Change the (\\w+) to \"(.*)\"$",
         [](const QRegularExpressionMatch &match) {
             //: %1 is a field of an account: name, phone
             return EffectWords::tr("Change in the account: %1 to \u201c%2\u201d")
                 .arg(EffectWords::field(match.captured(1)), Words::foreign(match.captured(2)));
         }},
    Form{"^Give the customer a link, valid for one hour, to enter a new (card|bank account)$",
         [](const QRegularExpressionMatch &match) {
             return match.captured(1) == "card"_L1
                        ? EffectWords::tr("Give the customer a link, valid for one hour, to enter a new card")
                        : EffectWords::tr(
                              "Give the customer a link, valid for one hour, to enter a new bank account");
         }},
    Form{"^Open a ticket: (.*)$",
         [](const QRegularExpressionMatch &match) {
             return EffectWords::tr("Open a ticket: %1").arg(Words::foreign(match.captured(1)));
         }},
};

// Why the policy wants a person, said behind the effect.
constexpr std::array rules{
    Form{"^The refund of (\\S+ \\S+) is above the limit of (\\S+ \\S+)\\.$",
         [](const QRegularExpressionMatch &match) {
             return EffectWords::tr("The refund of %1 is above the limit of %2.")
                 .arg(amount(match.captured(1)), amount(match.captured(2)));
         }},
    Form{"^With the refunds of the last (24 hours|30 days), (\\S+ \\S+), this passes the customer's limit of "
         "(\\S+ \\S+)\\.$",
         [](const QRegularExpressionMatch &match) {
             const QString words =
                 match.captured(1) == "24 hours"_L1
                     ? EffectWords::tr("With the refunds of the last 24 hours, %1, this passes the "
                                       "customer\u2019s limit of %2.")
                     : EffectWords::tr("With the refunds of the last 30 days, %1, this passes the "
                                       "customer\u2019s limit of %2.");
             return words.arg(amount(match.captured(2)), amount(match.captured(3)));
         }},
    Form{"^The invoice was refunded (\\d+) times before\\.$",
         [](const QRegularExpressionMatch &match) {
             return EffectWords::tr("The invoice was refunded %1 times before.")
                 .arg(Words::number(match.captured(1).toLongLong()));
         }},
    Form{"^Every call of this tool waits for a person\\.$",
         [](const QRegularExpressionMatch &) {
             return EffectWords::tr("This kind of change always needs a person.");
         }},
    Form{"^The customer's account is (\\w+)\\.$",
         [](const QRegularExpressionMatch &match) {
             return EffectWords::tr("The customer\u2019s account: %1.")
                 .arg(Words::recordStatus(match.captured(1)));
         }},
    Form{"^Where the money goes has changed since it was approved\\.$",
         [](const QRegularExpressionMatch &) {
             return EffectWords::tr("Where the money goes has changed since it was approved.");
         }},
    Form{"^What it changes is no longer what was approved\\.$",
         [](const QRegularExpressionMatch &) {
             return EffectWords::tr("What it changes is no longer what was approved.");
         }},
};

template <class Forms>
std::optional<QString> said(const Forms &forms, const QString &words)
{
    for (const Form &form : forms) {
        const auto match = QRegularExpression(QString::fromLatin1(form.pattern)).match(words);
        if (match.hasMatch())
            return form.say(match);
    }
    return std::nullopt;
}

} // namespace

// The act is said first, and why a person is asked behind it.
QString EffectWords::sentence(const QString &effect)
{
    if (const auto whole = said(effects, effect))
        return *whole;
    for (qsizetype end = effect.indexOf(". "_L1); end > 0; end = effect.indexOf(". "_L1, end + 1)) {
        const auto act = said(effects, effect.left(end));
        const auto why = said(rules, effect.mid(end + 2));
        if (act && why)
            //: What an act does, and why a person is asked
            return tr("%1. %2").arg(*act, *why);
    }
    return effect;
}

QString EffectWords::clause(const QString &effect)
{
    const QString words = sentence(effect);
    return words.endsWith(u'.') ? words.chopped(1) : words;
}

QString EffectWords::field(const QString &name)
{
    if (name == "refunded"_L1)
        return tr("refunded");
    if (name == "status"_L1)
        return tr("status");
    if (name == "name"_L1)
        return tr("name");
    if (name == "email"_L1)
        return tr("mail address");
    if (name == "phone"_L1)
        return tr("phone");
    if (name == "company"_L1)
        return tr("company");
    if (name == "language"_L1)
        return tr("language");
    if (name == "address"_L1)
        return tr("address");
    if (name == "payment method"_L1)
        return tr("payment method");
    return name;
}

QString EffectWords::value(const QString &value)
{
    if (value == "paid"_L1)
        return tr("paid");
    if (value == "open"_L1)
        return tr("open", "invoice");
    if (value == "refunded"_L1)
        return tr("refunded");
    if (value == "partly_refunded"_L1 || value == "partially_refunded"_L1)
        return tr("partly refunded");
    static const QRegularExpression money(u"^\\d+(\\.\\d+)? [A-Z]{3}$"_s);
    return money.match(value).hasMatch() ? amount(value) : destination(value);
}

QString EffectWords::reason(const QString &why)
{
    if (why == "the draft was rejected"_L1)
        return tr("The draft was rejected");
    if (why == "a person took over"_L1)
        return tr("A person took over");
    if (why == "the conversation was resolved"_L1)
        return tr("The conversation was resolved");
    if (why == "run again"_L1)
        return tr("It was answered again");
    if (why == "the customer took it back"_L1)
        return tr("The customer took it back");
    if (why == "the change was undone"_L1)
        return tr("The change was undone");
    return why;
}

} // namespace Helmdesk
