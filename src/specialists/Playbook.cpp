#include "specialists/Playbook.h"

#include "core/ResourcePaths.h"
#include "specialists/ActGate.h"
#include "tools/SchemaLibrary.h"

#include <algorithm>
#include <QDir>
#include <QFile>

namespace Helmdesk
{
namespace
{

// The playbook that answers from the knowledge base alone serves every intent without one of its own.
constexpr const char *knowledgePlaybook = "knowledge";
constexpr double plainlySaid = 0.6; // probability from which something is taken for said

Result<std::shared_ptr<const valijson::Schema>> playbookSchema()
{
    auto text = readResource(QStringLiteral("schema/playbook.schema.json"));
    if (!text)
        return text.error();
    auto json = parseJson(*text);
    if (!json)
        return json.error();
    try {
        auto schema = std::make_shared<valijson::Schema>();
        valijson::SchemaParser parser;
        parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(*json), *schema);
        return std::shared_ptr<const valijson::Schema>(std::move(schema));
    } catch (const std::exception &error) {
        return Error{
            ErrorKind::Internal,
            QStringLiteral("the schema of playbooks is broken: %1").arg(QString::fromUtf8(error.what()))};
    }
}

Result<> validate(const Json &json, const QString &name)
{
    auto schema = playbookSchema();
    if (!schema)
        return schema.error();
    valijson::Validator validator;
    valijson::ValidationResults results;
    if (validator.validate(**schema, valijson::adapters::NlohmannJsonAdapter(json), &results))
        return {};
    valijson::ValidationResults::Error first;
    results.popError(first);
    QString place;
    for (const std::string &part : first.context)
        place += QString::fromStdString(part);
    return Error{ErrorKind::InvalidInput, QStringLiteral("playbook %1 is not valid at %2: %3")
                                              .arg(name, place, QString::fromStdString(first.description))};
}

Result<> checkReplies(const Playbook &playbook)
{
    for (const Json &step : playbook.steps) {
        for (const char *key : {"reply", "ask", "confirm", "on_failed", "on_denied"}) {
            const QString reply = stringOr(step, key);
            if (!reply.isEmpty() && playbook.reply(reply, QStringLiteral("en")).isEmpty()) {
                return Error{ErrorKind::InvalidInput,
                             QStringLiteral("playbook %1 uses the reply %2, which it does not have")
                                 .arg(playbook.id, reply)};
            }
        }
        const QString tool = stringOr(step, "call");
        if (!tool.isEmpty() && !playbook.tools.contains(tool)) {
            return Error{
                ErrorKind::InvalidInput,
                QStringLiteral("playbook %1 calls %2, which is not among its tools").arg(playbook.id, tool)};
        }
        if (Playbook::isWrite(tool) && (playbook.asks.isEmpty() || !step.contains("confirm")))
            return Error{
                ErrorKind::InvalidInput,
                QStringLiteral("playbook %1 calls %2, so it must name the act that asks for it and the "
                               "reply that asks back (asks, confirm)")
                    .arg(playbook.id, tool)};
    }
    return {};
}

// The replies in every language: <folder>/<language>/<playbook>.json, name -> template.
Result<> readReplies(const QString &folder, Playbook &playbook)
{
    const QDir root(folder);
    for (const QString &language : root.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        QFile file(root.filePath(QStringLiteral("%1/%2.json").arg(language, playbook.id)));
        if (folder.isEmpty() || !file.exists())
            continue;
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorKind::Io,
                         QStringLiteral("%1 cannot be read: %2").arg(file.fileName(), file.errorString())};
        const auto json = parseJson(file.readAll());
        if (!json || !json->is_object())
            return Error{ErrorKind::InvalidInput,
                         QStringLiteral("%1 is no object of replies").arg(file.fileName())};
        for (const auto &[name, text] : json->items()) {
            if (!text.is_string())
                return Error{ErrorKind::InvalidInput,
                             QStringLiteral("%1: the reply %2 is no text")
                                 .arg(file.fileName(), QString::fromStdString(name))};
            playbook.replies[name][language.toStdString()] = text;
        }
    }
    return {};
}

} // namespace

QString Playbook::reply(const QString &name, const QString &language) const
{
    return stringOr(memberOrNull(replies, name.toUtf8().constData()),
                    replyLanguage(name, language).toUtf8().constData());
}

QString Playbook::replyLanguage(const QString &name, const QString &language) const
{
    const Json &byLanguage = memberOrNull(replies, name.toUtf8().constData());
    return stringOr(byLanguage, language.toUtf8().constData()).isEmpty() ? QStringLiteral("en") : language;
}

bool Playbook::isServedBy(const QString &text) const
{
    const bool isExcluded = !exclusion.pattern().isEmpty() && exclusion.match(text).hasMatch();
    return !isExcluded && (requirement.pattern().isEmpty() || requirement.match(text).hasMatch());
}

bool Playbook::isWrite(const QString &tool)
{
    static const QStringList reads{QStringLiteral("check_invoice"), QStringLiteral("search_docs"),
                                   QStringLiteral("create_ticket")};
    return !tool.isEmpty() && !reads.contains(tool);
}

bool Playbook::writes() const
{
    return std::ranges::any_of(tools, isWrite);
}

bool Playbook::movesMoney() const
{
    return tools.contains(QStringLiteral("process_refund"));
}

bool Playbook::answersFromKnowledge() const
{
    return std::ranges::any_of(steps, [](const Json &step) { return step.contains("knowledge"); });
}

Result<> PlaybookLibrary::checkIntents(const QStringList &known) const
{
    for (const Playbook &playbook : m_playbooks) {
        for (const QString &intent : playbook.intents + playbook.covers + playbook.informs) {
            if (!known.contains(intent))
                return Error{ErrorKind::InvalidInput,
                             QStringLiteral("playbook %1 names the intent %2, which the router does not know")
                                 .arg(playbook.id, intent)};
        }
    }
    return {};
}

Result<Playbook> PlaybookLibrary::parse(const QByteArray &text, const QString &name,
                                        const QString &repliesFolder)
{
    auto json = parseJson(text);
    if (!json)
        return Error{ErrorKind::InvalidInput,
                     QStringLiteral("playbook %1: %2").arg(name, json.error().detail)};
    if (auto valid = validate(*json, name); !valid)
        return valid.error();
    Playbook playbook;
    playbook.id = stringOr(*json, "id");
    playbook.title = stringOr(*json, "title");
    playbook.category = fromName<Category>(stringOr(*json, "category")).value_or(Category::General);
    playbook.intents = (*json)["intents"].get<QStringList>();
    playbook.tools = (*json)["tools"].get<QStringList>();
    if (const Json &covers = memberOrNull(*json, "covers"); covers.is_array())
        playbook.covers = covers.get<QStringList>();
    if (const Json &informs = memberOrNull(*json, "informs"); informs.is_array())
        playbook.informs = informs.get<QStringList>();
    playbook.isAboutInvoices = stringOr(*json, "about") == QLatin1String("invoice");
    playbook.asks = stringOr(*json, "asks");
    playbook.isPerInvoice = stringOr(*json, "each") == QLatin1String("invoice");
    playbook.isPerField = stringOr(*json, "each") == QLatin1String("field");
    playbook.requirement =
        QRegularExpression(stringOr(*json, "requires"), QRegularExpression::CaseInsensitiveOption);
    playbook.exclusion =
        QRegularExpression(stringOr(*json, "excludes"), QRegularExpression::CaseInsensitiveOption);
    for (const QRegularExpression *pattern : {&playbook.requirement, &playbook.exclusion}) {
        if (!pattern->isValid())
            return Error{ErrorKind::InvalidInput,
                         QStringLiteral("playbook %1: \"%2\" is no valid pattern: %3")
                             .arg(name, pattern->pattern(), pattern->errorString())};
    }
    playbook.steps = (*json)["steps"];
    if (const Json &own = memberOrNull(*json, "replies"); own.is_object())
        playbook.replies = own;
    if (auto read = readReplies(repliesFolder, playbook); !read)
        return read.error();
    if (auto valid = checkReplies(playbook); !valid)
        return valid.error();
    return playbook;
}

Result<std::shared_ptr<const PlaybookLibrary>> PlaybookLibrary::load(const QString &folder)
{
    auto library = std::make_shared<PlaybookLibrary>();
    const QDir dir(folder);
    for (const QString &name : dir.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        QFile file(dir.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorKind::Io,
                         QStringLiteral("%1 cannot be read: %2").arg(name, file.errorString())};
        auto playbook = parse(file.readAll(), name, dir.filePath(QStringLiteral("../replies")));
        if (!playbook)
            return playbook.error();
        const qsizetype index = static_cast<qsizetype>(library->m_playbooks.size());
        for (const QString &intent : playbook->intents) {
            if (library->m_byIntent.contains(intent)) {
                return Error{
                    ErrorKind::Conflict,
                    QStringLiteral("two playbooks serve the intent %1; the second is %2").arg(intent, name)};
            }
            library->m_byIntent.insert(intent, index);
        }
        if (playbook->id == QLatin1String(knowledgePlaybook))
            library->m_knowledge = index;
        library->m_playbooks.push_back(std::move(*playbook));
    }
    if (library->byId(QString::fromLatin1(knowledgePlaybook)) == nullptr)
        return Error{ErrorKind::NotFound,
                     QStringLiteral("the playbook \"knowledge\" is missing in %1").arg(folder)};
    return std::shared_ptr<const PlaybookLibrary>(std::move(library));
}

const Playbook &PlaybookLibrary::forIntent(const QString &intent, Category category) const
{
    const auto it = m_byIntent.constFind(intent);
    const qsizetype index = it == m_byIntent.cend() ? m_knowledge : *it;
    const Playbook &playbook = m_playbooks[static_cast<size_t>(index)];
    // An intent of another category than the one decided on (by a person, say) must not bring its tools
    // along.
    return playbook.category == category || index == m_knowledge
               ? playbook
               : m_playbooks[static_cast<size_t>(m_knowledge)];
}

const Playbook &PlaybookLibrary::forTurn(const QStringList &intents, Category category, const QString &text,
                                         const Reading &reading, const ActLimits &limits,
                                         const QString &running, bool namesInvoice) const
{
    const auto isWithdrawn = [&](const Playbook &playbook) {
        const ActReading *act = reading.of(playbook.asks);
        return act != nullptr && act->mood == Mood::Refuses && act->likelihood >= plainlySaid;
    };
    const Playbook *plain = nullptr;
    for (const QString &intent : intents) {
        const Playbook &playbook = forIntent(intent, category);
        if (playbook.writes()) {
            const Asked asked = askedFor(playbook, text, reading, limits);
            // What is hardly asked for serves only where nothing else is likelier.
            const bool isAsked =
                asked == Asked::Plainly || (asked == Asked::Perhaps && intent == intents.front());
            if (isAsked || (playbook.id == running && !isWithdrawn(playbook)))
                return playbook;
            if (plain == nullptr) // it is only spoken of
                plain = informingOf(intent, text);
            continue;
        }
        if (playbook.id != running && !playbook.isServedBy(text))
            continue; // its words are missing, or those that rule it out are there
        if (playbook.requirement.pattern().isEmpty()) {
            plain = plain == nullptr ? &playbook : plain;
            continue;
        }
        return playbook;
    }
    const Playbook *open = byId(running);
    if (open != nullptr && open->category == category && !isWithdrawn(*open))
        return *open;
    if (namesInvoice && (plain == nullptr || plain->answersFromKnowledge() || plain->isAboutInvoices)) {
        if (const Playbook *about = aboutInvoices(category, text))
            return *about;
    }
    return plain != nullptr ? *plain : forIntent({}, category);
}

// The playbook that looks the customer's own case up, where that is asked; what may happen to anybody is for
// the knowledge base.
const Playbook *PlaybookLibrary::informingOf(const QString &intent, const QString &text) const
{
    static const QRegularExpression own(
        QStringLiteral(
            "^(?![\\s\\S]*\\b(?:if|how|what "
            "happens|would|usually|policy|rules?)\\b)[\\s\\S]*\\b(?:i|we|me|us|my|our|which (?:one|of))\\b"),
        QRegularExpression::CaseInsensitiveOption);
    const auto informing = std::ranges::find_if(
        m_playbooks, [&](const Playbook &playbook) { return playbook.informs.contains(intent); });
    const bool serves =
        informing != m_playbooks.end() && own.match(text).hasMatch() && informing->isServedBy(text);
    return serves ? &*informing : nullptr;
}

// Of the playbooks about invoices that only read the one whose words were said, else the one that needs none.
const Playbook *PlaybookLibrary::aboutInvoices(Category category, const QString &text) const
{
    const Playbook *plain = nullptr;
    for (const Playbook &playbook : m_playbooks) {
        if (!playbook.isAboutInvoices || playbook.writes() || playbook.category != category ||
            !playbook.isServedBy(text))
            continue;
        if (!playbook.requirement.pattern().isEmpty())
            return &playbook;
        plain = &playbook;
    }
    return plain;
}

const Playbook *PlaybookLibrary::byId(const QString &id) const
{
    for (const Playbook &playbook : m_playbooks) {
        if (playbook.id == id)
            return &playbook;
    }
    return nullptr;
}

} // namespace Helmdesk
