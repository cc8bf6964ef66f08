#include "settings/ModelWords.h"

#include "Words.h"

#include <QLocale>

namespace Helmdesk
{
using namespace Qt::StringLiterals;

QString ModelWords::provider(ModelProvider provider)
{
    switch (provider) {
    case ModelProvider::OpenAi:
        return tr("OpenAI or a server that speaks like it");
    case ModelProvider::OpenAiResponses:
        return tr("OpenAI, in its newer form (Responses)");
    case ModelProvider::Anthropic:
        return tr("Anthropic");
    case ModelProvider::Managed:
        break;
    }
    return tr("A file on this machine");
}

QString ModelWords::fault(ChatFault fault)
{
    switch (fault) {
    case ChatFault::NoKey:
        return tr("It has no key, or the keychain is locked. Unlock it, or give it a key.");
    case ChatFault::KeyWrong:
        return tr("Its server refused the key. Give it a valid one.");
    case ChatFault::MoneySpent:
        return tr("The account at its provider has no credit left or reached its limit.");
    case ChatFault::Budget:
        return tr("Your budget for language models is spent or nearly so. Raise it or wait.");
    case ChatFault::RateLimited:
        return tr("Its server takes no more requests for the moment.");
    case ChatFault::Overloaded:
        return tr("Its server is overloaded.");
    case ChatFault::Server:
        return tr("Its server has a fault.");
    case ChatFault::Refused:
        return tr("Nobody listens at its address. Start the server or correct the address.");
    case ChatFault::Unreachable:
        return tr("Its server cannot be reached. Check the address and the network.");
    case ChatFault::Timeout:
        return tr("It did not finish in time.");
    case ChatFault::Stalled:
        return tr("It went silent in the middle of its answer.");
    case ChatFault::Cut:
        return tr("The connection ended before its answer did.");
    case ChatFault::TooLarge:
        return tr("Its answer was longer than is allowed.");
    case ChatFault::WrongType:
        return tr("What answers at its address is no model server. Correct the address.");
    case ChatFault::Redirect:
        return tr("Its address points elsewhere. Give the address that it means.");
    case ChatFault::Tls:
        return tr("The connection to its server cannot be trusted.");
    case ChatFault::Garbled:
        return tr("It answered with something that cannot be used.");
    case ChatFault::Empty:
        return tr("It answered with nothing.");
    case ChatFault::Truncated:
        return tr("It used up its limit of words before it said anything.");
    case ChatFault::Refusal:
        return tr("It refused to answer.");
    case ChatFault::Filtered:
        return tr("Its provider's content filter held the answer back.");
    case ChatFault::BadRequest:
        return tr("Its server does not take the request. Test the model anew.");
    case ChatFault::ContextFull:
        return tr("The conversation was longer than it can read.");
    case ChatFault::NoSuchModel:
        return tr("Its server has no model of that name. Correct the name.");
    case ChatFault::CircuitOpen:
        return tr("It failed several times in a row and is left alone for a while.");
    case ChatFault::Stopped:
        break;
    }
    return tr("The work was stopped.");
}

QString ModelWords::state(const ModelRow &row)
{
    const ModelProfile &profile = row.profile;
    const QString what = row.state.fault ? fault(*row.state.fault) : QString();
    switch (row.state.health) {
    case ModelHealth::Working:
        return profile.testedMs > 0 ? tr("Works. In the last test, %1, it answered after %2.")
                                          .arg(Words::moment(profile.tested),
                                               Words::milliseconds(static_cast<double>(profile.testedMs)))
                                    : tr("Works.");
    case ModelHealth::Limited:
        return tr("Works in part. %1").arg(what);
    case ModelHealth::Failing:
        return tr("Does not work. %1").arg(what);
    case ModelHealth::Untested:
        break;
    }
    return tr("Not tested yet.");
}

QString ModelWords::shortState(const ModelState &state)
{
    const QString name = Words::foreign(state.name);
    switch (state.health) {
    case ModelHealth::Working:
        return tr("Model %1").arg(name);
    case ModelHealth::Limited:
        return tr("Model %1 works in part").arg(name);
    case ModelHealth::Failing:
        return tr("Model %1 does not work").arg(name);
    case ModelHealth::Untested:
        break;
    }
    return tr("Model %1 is not tested").arg(name);
}

ModelWords::Sign ModelWords::sign(ModelHealth health)
{
    switch (health) {
    case ModelHealth::Working:
        return {u"circle-check"_s, Token::Ok};
    case ModelHealth::Limited:
        return {u"triangle-alert"_s, Token::Warn};
    case ModelHealth::Failing:
        return {u"circle-alert"_s, Token::Bad};
    case ModelHealth::Untested:
        break;
    }
    return {u"clock"_s, Token::Secondary};
}

QString ModelWords::abilities(const ModelProfile &profile)
{
    if (!profile.tested.isValid() || profile.testedMs == 0)
        return tr("The test finds out.");
    QStringList found;
    switch (profile.can.tools) {
    case ToolsVia::Native:
        found << tr("looks things up by itself");
        break;
    case ToolsVia::Structured:
        found << tr("looks things up when it is led");
        break;
    case ToolsVia::None:
        found << tr("only words answers");
        break;
    }
    found << (profile.can.jsonSchema ? tr("keeps to a form") : tr("does not keep to a form"));
    if (profile.tokensPerSecond > 0.0)
        //: Speed of a language model
        found << tr("%1 tokens a second").arg(QLocale().toString(profile.tokensPerSecond, 'f', 0));
    //: Between the members of a list
    return found.join(tr("; "));
}

QString ModelWords::prices(const ModelPrices &prices)
{
    if (prices.isFree)
        return tr("It costs nothing.");
    if (!prices.areKnown())
        return tr("Not known; budgets count it like the dearest models.");
    return tr("%1 read and %2 written, for a million tokens")
        .arg(dollars(*prices.input), dollars(*prices.output));
}

QString ModelWords::dollars(double value)
{
    constexpr double cent = 0.01;
    const int places = value > 0.0 && value < cent ? 4 : 2;
    //: An amount of US dollars
    return tr("%1 USD").arg(QLocale().toString(value, 'f', places));
}

QString ModelWords::key(const ModelRow &row)
{
    if (!row.profile.keyName.isEmpty())
        return tr("Kept in the keychain of this machine.");
    if (row.hasKey)
        return tr("Given by the environment variable %1.").arg(Words::foreign(row.keyVariable));
    return tr("None. If it needs one, the environment variable %1 can hold it.")
        .arg(Words::foreign(row.keyVariable));
}

QString ModelWords::rule(PersonalDataRule rule, bool isLocal)
{
    switch (rule) {
    case PersonalDataRule::ByAddress:
        return isLocal ? tr("Sent as written: it runs on this machine") : tr("Replaced by placeholders");
    case PersonalDataRule::Placeholders:
        return tr("Always replaced by placeholders");
    case PersonalDataRule::AsWritten:
        break;
    }
    return tr("Always sent as written");
}

} // namespace Helmdesk
