#include "pipeline/NamedMatter.h"

#include "specialists/EntityParts.h"
#include "specialists/OwnDetail.h"
#include "specialists/RequestMood.h"

#include <QRegularExpression>

namespace Helmdesk
{

std::optional<NamedMatter> namedMatter(const QString &text, const Entities &found)
{
    static const QRegularExpression address(
        QStringLiteral(
            "\\b(?:change|update|switch|use|set|replace|new|different|another|instead)\\b[^.?!\\n]{0,60}"
            "\\b(?:e-?mail|address)\\b|\\be-?mail(?: address)?\\b[^.?!\\n]{0,30}\\b(?:to|is now|instead|"
            "has changed)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression phone(
        QStringLiteral("\\b(?:phone|mobile|telephone|cell(?:phone)?|(?:new|old|wrong|right) number|number "
                       "(?:on (?:file|record)|you "
                       "have)|number\\b[^.?!\\n]{0,30}\\b(?:should "
                       "be|is now|changed))\\b"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression toChange(
        QStringLiteral("\\b(?:change|update|replace|make|set) (?:it|that|this|mine) (?:to|into|with)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression password(QStringLiteral("\\b(?:password|reset|link|log ?in|sign ?in)\\b"),
                                             QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression payment(
        QStringLiteral("\\b(?:change|update|switch|replace|add|enter|use|put "
                       "in|remove|new)\\b[^.?!\\n]{0,30}\\b(?:(?:credit|debit|bank|"
                       "payment) (?:card|account|method|details)|card (?:number|details|on "
                       "file)|sepa|iban|direct debit)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression card(
        QStringLiteral(
            "\\b(?:replace|update|change)\\b[^.?!\\n]{0,12}\\b(?:old |expired |present )?card\\b|"
            "\\b(?:enter|add|use|put in|switch to|pay "
            "(?:with|by))\\b[^.?!\\n]{0,8}\\b(?:new|different|another|other|second|further) "
            "card\\b|"
            "\\bcard\\b[^.?!\\n]{0,24}\\b(?:ending|stolen|lost|expire[sd]?|expiring|blocked|declined|"
            "compromised)\\b[^.?!\\n]{0,40}\\b(?:replace|update|change|swap) (?:it|that|this|the card)\\b|"
            "\\b(?:my|our|the) (?:\\w+ )?card (?:was|is|got|has been|has) (?:\\w+ )?(?:stolen|lost)\\b|"
            "\\blost (?:my|our) (?:\\w+ )?card\\b"),
        QRegularExpression::CaseInsensitiveOption);
    if (demandsRefund(text))
        return NamedMatter{Category::Billing, "billing.refund_request", true};
    static const QRegularExpression unheard(
        QStringLiteral(
            "\\b(?:second|third|fourth|fifth|\\d+(?:nd|rd|th)) time (?:that )?(?:i|we)\\b[^.?!\\n]{0,12}"
            "\\b(?:writ|ask|contact|call|report|complain|message|email|e-mail)|"
            "\\b(?:wait(?:ed|ing)?)\\b[^.?!\\n]{0,30}\\bfor (?:an? |your |any )?(?:answer|reply|response)\\b|"
            "\\b(?:still|got|had|have|received?)\\b[^.?!\\n]{0,12}\\bno (?:answer|reply|response)\\b(?! from "
            "(?!you\\b))|"
            "\\b(?:nobody|no one|no-one) (?:has |have |ever )?(?:answer|repl|respond)"),
        QRegularExpression::CaseInsensitiveOption);
    if (!found.invoiceNumbers.isEmpty() && unheard.match(text).hasMatch())
        return NamedMatter{Category::Escalate, "escalate.repeated_contact", true};
    // A number of several groups, "FA-2026-118", may be anything's; its invoice's beside such words.
    static const QRegularExpression ofInvoice(
        QStringLiteral(
            "^(?![\\s\\S]*\\b(?:order|parcel|shipment|package|tracking|delivery|ticket|case|booking|"
            "reservation)\\b)[\\s\\S]*\\b(?:status|paid|pay|due|overdue|open|unpaid|invoices?|bills?|"
            "amount|receipts?|charge[ds]?|payments?)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    const bool namesGrouped =
        !EntityParts::groupedNumbers(text).isEmpty() && ofInvoice.match(text).hasMatch();
    if (!found.invoiceNumbers.isEmpty() || namesGrouped)
        return NamedMatter{Category::Billing, "billing.invoice_explain"};
    if (demandsReset(text))
        return NamedMatter{Category::Account, "account.password_reset", true};
    const QString detail = ownDetailAskedIn(text);
    if (detail == QLatin1String("card"))
        return NamedMatter{Category::Billing, "billing.payment_methods_accepted", true};
    if (detail == QLatin1String("next_bill"))
        return NamedMatter{Category::Billing, "billing.subscription_renewal", true};
    if (!detail.isEmpty())
        return NamedMatter{Category::Account, "account.account_types"};
    static const QRegularExpression yours( // not the customer's
        QStringLiteral(
            "\\b(?:what(?:'?s|’s| is| are)|where(?:'?s|’s| is)|which is|tell me|give me|send me|have you got)"
            " your (?:\\w+ )?(?:address|phone number|telephone number|hotline|office|headquarters?|opening "
            "hours|e-?mail(?: address)?)\\b(?! (?:polic|rule))"),
        QRegularExpression::CaseInsensitiveOption);
    if (yours.match(text).hasMatch())
        return NamedMatter{Category::General, "general.contact_info", true};
    static const QRegularExpression cardNumber(QStringLiteral("\\b(?:\\d[ -]?){12,18}\\d\\b"));
    static const QRegularExpression toUse(
        QStringLiteral("\\b(?:use|card|charge|pay|payment|exp(?:iry|ires)?|visa|mastercard)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    const bool givesCard = cardNumber.match(text).hasMatch() && toUse.match(text).hasMatch();
    if (givesCard || payment.match(text).hasMatch() || card.match(text).hasMatch())
        return NamedMatter{Category::Billing, "billing.payment_method_update"};
    static const QRegularExpression addressToChange(
        QStringLiteral("\\b(?:need|want|like|have|can you|could "
                       "you|please)\\b[^.?!]{0,20}\\b(?:change|update|correct)\\b[^.?!]{0,16}"
                       "\\b(?<!e-mail )(?<!email )(?<!mail )(?<!ip )(?<!web )address\\b"),
        QRegularExpression::CaseInsensitiveOption);
    if (!found.newAddress.isEmpty() || (addressToChange.match(text).hasMatch() && found.emails.isEmpty()))
        return NamedMatter{Category::Account, "account.address_change"};
    if (!found.removedField.isEmpty() || !found.newName.isEmpty() || !found.newCompany.isEmpty() ||
        !found.newLanguage.isEmpty() ||
        (!found.phones.isEmpty() && (phone.match(text).hasMatch() || toChange.match(text).hasMatch())))
        return NamedMatter{Category::Account, "account.profile_edit"};
    static const QRegularExpression fieldToChange(
        QStringLiteral(
            "\\b(?:change|update|set|correct|edit)\\s+(?:(?:my|our|the)\\s+)?(?:(?:account|profile)\\s+)?"
            "(?:language|name|phone(?: number)?|company(?: name)?)\\b(?! (?:of|on|for|in) "
            "(?:my|our|the|this|that|an?|one) "
            "(?:\\p{L}+ "
            ")?(?:file|folder|project|board|task|list|document|doc|page|form|report|template|workspace|"
            "team|column|label)\\b)"),
        QRegularExpression::CaseInsensitiveOption);
    if (fieldToChange.match(text).hasMatch() && ordersAct(text))
        return NamedMatter{Category::Account, "account.profile_edit"};
    static const QRegularExpression fieldIsWrong(
        QStringLiteral(
            "\\b(?:my|our) (?:(?:sur|last |first |full |company |own )?name|phone number|address)\\b"
            "[^.?!\\n]{0,12}\\b(?:misspel\\w*|mis-spel\\w*|(?:spelled|spelt|written) "
            "(?:wrong|incorrect)\\w*|wrong|incorrect|outdated|out of date)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    if (const auto wrong = fieldIsWrong.match(text); wrong.hasMatch() && found.emails.isEmpty()) {
        const bool isAddress = wrong.captured().contains(QLatin1String("address"), Qt::CaseInsensitive);
        return NamedMatter{Category::Account, isAddress ? "account.address_change" : "account.profile_edit"};
    }
    static const QRegularExpression mailbox(QStringLiteral("\\S+@\\S+"));
    if (!found.emails.isEmpty() &&
        address.match(QString(text).replace(mailbox, QStringLiteral("x"))).hasMatch() &&
        !password.match(text).hasMatch())
        return NamedMatter{Category::Account, "account.email_change"};
    return std::nullopt;
}

} // namespace Helmdesk
