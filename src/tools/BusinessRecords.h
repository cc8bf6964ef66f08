#pragma once

#include "core/Json.h"
#include "core/Money.h"
#include "core/Result.h"

#include <functional>
#include <optional>
#include <QDateTime>
#include <QString>
#include <vector>

// Rows of the business system as the built-in tools see them, and what they ask it to do. Plain values.
namespace Helmdesk
{

struct CustomerRecord {
    QString id;
    QString name;
    QString email;
    QString plan;
    QString status; // active, suspended, closed
    QString phone;
    QString company;
    QString address;
    QString language;
    bool isActive() const { return status == QStringLiteral("active"); }
};

struct RefundRecord {
    QString id;
    QString invoice;
    Money amount;
    QString status; // succeeded, failed
    QString reason;
};

struct InvoiceRecord {
    QString id;
    QString customer;
    QString issued; // YYYY-MM-DD
    QString due;
    Money amount;
    QString status; // open, paid, overdue, void, refunded, partially_refunded
    QString description;
    qint64 refundedMinor = 0;
    std::vector<RefundRecord> refunds;

    bool isRefundable() const
    {
        return status == QStringLiteral("paid") || status == QStringLiteral("partially_refunded");
    }
    qint64 leftMinor() const { return amount.minor - refundedMinor; }
};

struct PaymentMethodRecord {
    QString id;
    QString kind; // card, sepa
    QString brand;
    QString last4;
    bool isDefault = false;
};

// A mail that an effect sends along, queued in the same transaction.
struct EffectMail {
    QString recipient;
    QString subject;
    QString body;
};

struct RefundOrder {
    QString customer;
    QString invoice;
    Money amount;
    QString reason;
    QDateTime at;
    std::function<Result<>()> stillAllowed; // asked where nothing can come between; empty: nobody is asked
};

struct ResetOrder {
    QString customer;
    QString tokenHash; // SHA-256 in hexadecimal
    QDateTime at;
    QDateTime expires;
    int keepForSeconds = 60; // a live reset younger than this is kept, and nothing new is made or sent
    EffectMail mail;
    Json result;
};

struct FieldChange {
    QString customer;
    QString field; // name, phone, company, address, language
    QString value;
    QDateTime at;
};

// An effect that changes no row of the customer: a hosted link, a request to confirm.
struct LinkOrder {
    QString customer;
    QDateTime at;
    std::vector<EffectMail> mails;
    Json result;
};

struct TicketOrder {
    QString customer; // may be empty
    QString category;
    QString subject;
    QString priority;
    QString summary;
    QDateTime at;
};

// The value of a field that update_account can change: name, email, phone, company, address, language.
QString valueOf(const CustomerRecord &customer, const QString &field);

// What the invoice's status becomes once `refundedMinor` of it is refunded.
QString statusAfterRefund(const InvoiceRecord &invoice, qint64 refundedMinor);

// As the rules of a desk see it: what is empty is null.
Json toJson(const CustomerRecord &customer);

// As check_invoice returns it: the documented fields and its refunds.
Json toJson(const InvoiceRecord &invoice);
Json toJson(const RefundRecord &refund);

// What the effects return, and what the ledger keeps.
Json refundResult(const RefundRecord &refund, const InvoiceRecord &after);
Json fieldChangeResult(const FieldChange &change, const QString &before);
Json ticketResult(qint64 number, const TicketOrder &order);

} // namespace Helmdesk
