#pragma once

#include "core/Money.h"
#include "outside/HttpTool.h"

#include <QUrl>

namespace Helmdesk
{

// Stripe writes some currencies with another number of decimals than ISO 4217. InvalidInput for an amount
// that Stripe cannot take: a fraction of its smallest unit, or of ten where it wants whole tens. Pure.
Result<qint64> toStripeAmount(const Money &money);
Money fromStripeAmount(qint64 amount, const QString &currency);

// How the desk reaches Stripe, as it is stored of each of its tools.
struct StripeAccess {
    QUrl origin;         // empty: Stripe's own
    bool isLive = false; // whether a key that moves real money may be used

    static StripeAccess from(const Json &stored);
};

// The tools over Stripe's REST interface: definitions for HTTP (resources/outside/stripe.json), with amounts
// in the desk's minor units (amount_minor, currency) and objects cut to what a desk needs. The key is the
// secret "stripe"; one with "_live_" is refused unless `access` allows it.
namespace StripeTools
{

Result<QStringList> names();
// InvalidInput or NotFound for a name that is none.
Result<std::shared_ptr<const Tool>> make(const QString &name, const StripeAccess &access, bool needsApproval,
                                         std::shared_ptr<const GuardedHttp> http, SecretSource secrets);

} // namespace StripeTools

} // namespace Helmdesk
