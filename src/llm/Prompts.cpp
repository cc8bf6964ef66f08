#include "llm/Prompts.h"

#include "core/ResourcePaths.h"

#include <algorithm>
#include <QLoggingCategory>
#include <QRegularExpression>

namespace Helmdesk
{
namespace
{

Q_LOGGING_CATEGORY(lcPrompts, "helmdesk.llm.prompts", QtInfoMsg)

constexpr qsizetype longest = 20'000; // characters

struct Known {
    const char *name;
    QStringList places;
};

const std::vector<Known> &known()
{
    static const std::vector<Known> prompts{
        {"answer", {QStringLiteral("{category}"), QStringLiteral("{playbooks}")}},
        {"summary", {}},
        {"write", {}},
    };
    return prompts;
}

} // namespace

QStringList promptNames()
{
    QStringList names;
    for (const Known &prompt : known())
        names << QString::fromLatin1(prompt.name);
    return names;
}

QStringList placesOf(const QString &prompt)
{
    const auto found =
        std::ranges::find(known(), prompt, [](const Known &each) { return QLatin1String(each.name); });
    return found == known().end() ? QStringList() : found->places;
}

Result<> checkPrompt(const QString &name, const QString &text)
{
    if (!promptNames().contains(name))
        return Error{ErrorKind::InvalidInput, QStringLiteral("there is no prompt \"%1\": there are %2")
                                                  .arg(name, promptNames().join(QStringLiteral(", ")))};
    if (text.trimmed().isEmpty())
        return Error{ErrorKind::InvalidInput, QStringLiteral("a prompt has words")};
    if (text.size() > longest)
        return Error{ErrorKind::InvalidInput,
                     QStringLiteral("a prompt has at most %1 characters").arg(longest)};
    const QStringList places = placesOf(name);
    for (const QString &place : places) {
        if (text.count(place) != 1)
            return Error{
                ErrorKind::InvalidInput,
                QStringLiteral("the prompt \"%1\" has %2 once, where the desk fills it in").arg(name, place)};
    }
    static const QRegularExpression any(QStringLiteral("\\{[a-z_]+\\}"));
    for (auto found = any.globalMatch(text); found.hasNext();) {
        const QString place = found.next().captured();
        if (!places.contains(place))
            return Error{ErrorKind::InvalidInput, QStringLiteral("nothing fills in %1").arg(place)};
    }
    return {};
}

Result<PromptVersion> shippedPrompt(const QString &name)
{
    if (!promptNames().contains(name))
        return Error{ErrorKind::NotFound, QStringLiteral("there is no prompt \"%1\"").arg(name)};
    auto bytes = readResource(QStringLiteral("models/prompts/%1.txt").arg(name));
    if (!bytes)
        return bytes.error();
    return PromptVersion{name, 0, QString::fromUtf8(*bytes), {}, {}, true};
}

PromptVersion promptInForce(const PromptRepository &repository, const QString &name)
{
    const auto versions = repository.versions(name);
    if (versions) {
        const auto chosen = std::ranges::find(*versions, true, &PromptVersion::isInForce);
        if (chosen != versions->end()) {
            if (const auto fits = checkPrompt(name, chosen->text); fits)
                return *chosen;
            qCWarning(lcPrompts).noquote() << "version" << chosen->version << "of the prompt" << name
                                           << "does not fit this program; the shipped one holds";
        }
    } else {
        qCWarning(lcPrompts).noquote() << "the prompts cannot be read:" << versions.error().detail;
    }
    return shippedPrompt(name).value_or(PromptVersion{name, 0, {}, {}, {}, true});
}

} // namespace Helmdesk
