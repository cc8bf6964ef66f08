#include "tools/policy/PolicyRules.h"

#include "core/ResourcePaths.h"

#include <QRegularExpression>
#include <set>

namespace Helmdesk
{
namespace
{

constexpr int version = 1;
constexpr size_t mostClauses = 64;

// An object whose members are all taken, or named as not known.
class ObjectReader
{
public:
    ObjectReader(const Json &json, QString pointer, std::vector<PolicyProblem> &problems)
        : m_json(json)
        , m_pointer(std::move(pointer))
        , m_problems(problems)
    {
        if (!json.is_object())
            wrong({}, QStringLiteral("an object stands here"));
    }
    ~ObjectReader()
    {
        if (!m_json.is_object())
            return;
        for (const auto &[name, value] : m_json.items()) {
            if (!m_taken.contains(name))
                wrong(QString::fromStdString(name), QStringLiteral("this member is not known"));
        }
    }
    ObjectReader(const ObjectReader &) = delete;
    ObjectReader &operator=(const ObjectReader &) = delete;

    // Null when there is none.
    const Json *take(const char *name)
    {
        m_taken.insert(name);
        if (!m_json.is_object())
            return nullptr;
        const auto found = m_json.find(name);
        return found == m_json.end() ? nullptr : &*found;
    }
    const Json *need(const char *name)
    {
        const Json *found = take(name);
        if (found == nullptr && m_json.is_object())
            wrong({}, QStringLiteral("\"%1\" is missing").arg(QString::fromLatin1(name)));
        return found;
    }
    QString text(const char *name, bool isNeeded = false)
    {
        const Json *found = isNeeded ? need(name) : take(name);
        if (found == nullptr)
            return {};
        if (!found->is_string() || found->get<QString>().trimmed().isEmpty())
            wrong(QString::fromLatin1(name), QStringLiteral("a text stands here"));
        return found->get<QString>();
    }
    bool flag(const char *name, bool fallback)
    {
        const Json *found = take(name);
        if (found != nullptr && !found->is_boolean())
            wrong(QString::fromLatin1(name), QStringLiteral("true or false stands here"));
        return found != nullptr && found->is_boolean() ? found->get<bool>() : fallback;
    }
    int number(const char *name, int fallback, int least, int most)
    {
        const Json *found = take(name);
        if (found == nullptr)
            return fallback;
        const qint64 value = found->is_number_integer() ? toInteger(*found, -1) : -1;
        if (value >= least && value <= most)
            return static_cast<int>(value);
        wrong(QString::fromLatin1(name),
              QStringLiteral("a whole number from %1 to %2 stands here").arg(least).arg(most));
        return fallback;
    }
    QStringList texts(const char *name)
    {
        const Json *found = take(name);
        if (found == nullptr)
            return {};
        const QStringList list = found->is_array() ? found->get<QStringList>() : QStringList();
        const bool isWhole = found->is_array() && list.size() == static_cast<qsizetype>(found->size());
        if (!isWhole || list.isEmpty() || list.contains(QString()))
            wrong(QString::fromLatin1(name), QStringLiteral("a list of texts stands here"));
        return list;
    }
    void wrong(const QString &member, const QString &what) { m_problems.push_back({at(member), what}); }
    QString at(const QString &member) const
    {
        return member.isEmpty() ? m_pointer : m_pointer + QLatin1Char('/') + member;
    }
    QString at(const char *member) const { return at(QString::fromLatin1(member)); }

private:
    const Json &m_json;
    QString m_pointer;
    std::vector<PolicyProblem> &m_problems;
    std::set<std::string> m_taken;
};

// "24h", "30d", "15m", "90s"; nothing for another text.
std::optional<qint64> secondsOf(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^([1-9][0-9]{0,4})([smhd])$"));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const qint64 number = match.captured(1).toLongLong();
    switch (match.captured(2).front().toLatin1()) {
    case 's':
        return number;
    case 'm':
        return number * 60;
    case 'h':
        return number * 3600;
    default:
        return number * 24 * 3600;
    }
}

class PolicyReader
{
public:
    explicit PolicyReader(std::vector<PolicyProblem> &problems)
        : m_problems(problems)
    {
    }

    Policy policy(const Json &json)
    {
        Policy policy;
        ObjectReader reader(json, {}, m_problems);
        reader.take("$schema");
        if (const Json *number = reader.need("policy"); number != nullptr && *number != Json(version))
            reader.wrong(QStringLiteral("policy"),
                         QStringLiteral("only version %1 of the rules is known").arg(version));
        policy.title = reader.text("title", true);
        if (const Json *turn = reader.take("turn"))
            readTurn(*turn, reader.at("turn"), policy);
        if (const Json *roles = reader.take("roles"))
            readRoles(*roles, reader.at("roles"));
        if (const Json *tools = reader.need("tools"))
            readTools(*tools, reader.at("tools"), policy);
        if (const Json *others = reader.need("others"))
            readOthers(*others, reader.at("others"), policy);
        return policy;
    }

private:
    void readTurn(const Json &json, const QString &pointer, Policy &policy)
    {
        ObjectReader reader(json, pointer, m_problems);
        policy.mostRounds = reader.number("rounds", policy.mostRounds, 1, 100);
        policy.mostCalls = reader.number("calls", policy.mostCalls, 1, 1000);
        policy.mostIdenticalReads = reader.number("identical_reads", policy.mostIdenticalReads, 1, 100);
        policy.mostArgumentBytes =
            reader.number("argument_bytes", policy.mostArgumentBytes, 100, 1024 * 1024);
    }

    void readRoles(const Json &json, const QString &pointer)
    {
        if (!json.is_object())
            return m_problems.push_back({pointer, QStringLiteral("an object stands here")});
        ObjectReader reader(json, pointer, m_problems);
        for (const auto &[name, people] : json.items())
            m_roles[QString::fromStdString(name)] = reader.texts(name.c_str());
    }

    void readTools(const Json &json, const QString &pointer, Policy &policy)
    {
        if (!json.is_object())
            return m_problems.push_back({pointer, QStringLiteral("an object stands here")});
        for (const auto &[name, rules] : json.items()) {
            const QString tool = QString::fromStdString(name);
            policy.tools.emplace(tool, rulesOf(rules, pointer + QLatin1Char('/') + tool));
        }
    }

    void readOthers(const Json &json, const QString &pointer, Policy &policy)
    {
        ObjectReader reader(json, pointer, m_problems);
        for (const RiskClass risk : {RiskClass::Read, RiskClass::Write, RiskClass::Money}) {
            const QByteArray name = nameOf(risk).toLatin1();
            if (const Json *rules = reader.need(name.constData()))
                policy.others.emplace(risk, rulesOf(*rules, reader.at(name.constData())));
        }
    }

    ToolRules rulesOf(const Json &json, const QString &pointer)
    {
        ToolRules rules;
        ObjectReader reader(json, pointer, m_problems);
        m_ids.clear();
        rules.about = reader.text("about");
        rules.isEnabled = reader.flag("enabled", true);
        rules.isTrusted = reader.flag("trusted", false);
        rules.categories = reader.texts("for");
        for (const QString &category : std::as_const(rules.categories)) {
            if (!fromName<Category>(category))
                reader.wrong(QStringLiteral("for"),
                             QStringLiteral("there is no category \"%1\"").arg(category));
        }
        PolicyScope scope;
        for (const auto &[member, names] :
             {std::pair("fetch", &scope.fetched), std::pair("totals", &scope.totals)}) {
            if (const Json &declared = memberOrNull(json, member); declared.is_object())
                for (const auto &[name, value] : declared.items())
                    names->append(QString::fromStdString(name));
        }
        if (const Json *who = reader.need("who"))
            readWho(*who, reader.at("who"), rules.who);
        readFetches(reader.take("fetch"), reader.at("fetch"), rules);
        const PolicyScope reads{scope.fetched, {}, false};
        readTotals(reader.take("totals"), reader.at("totals"), reads, rules);
        if (const Json *amount = reader.take("amount"))
            readAmount(*amount, reader.at("amount"), reads, rules);
        rules.guards = clauses(reader.take("guards"), reader.at("guards"), scope, Stage::Guards);
        rules.limits = clauses(reader.take("limits"), reader.at("limits"), scope, Stage::Limits);
        if (const Json *confirm = reader.take("confirm"))
            rules.confirm = clause(*confirm, reader.at("confirm"), scope, Stage::Confirm);
        rules.approvals = clauses(reader.take("approval"), reader.at("approval"), scope, Stage::Approval);
        return rules;
    }

    std::optional<PolicyExpression> level(const Json &json, const QString &pointer)
    {
        auto read = readPolicyValue(json, pointer, {}, m_problems);
        const bool isSetting = read && read->op == PolicyOp::Setting;
        const bool isName = json.is_string() && identityLevelNamed(json.get<QString>());
        if (read && !isSetting && !isName)
            m_problems.push_back(
                {pointer, QStringLiteral("a level stands here: none, channel, verified or operator")});
        return read;
    }

    void readWho(const Json &json, const QString &pointer, IdentityRule &who)
    {
        if (json.is_string()) {
            who.level = level(json, pointer).value_or(PolicyExpression());
            return;
        }
        ObjectReader reader(json, pointer, m_problems);
        if (const Json *least = reader.need("level"))
            who.level = level(*least, reader.at("level")).value_or(PolicyExpression());
        if (const QString id = reader.text("id"); !id.isEmpty())
            who.id = id;
        who.say = reader.text("say");
        const Json *channels = reader.take("channels");
        if (channels == nullptr || !channels->is_object())
            return;
        for (const auto &[name, least] : channels->items()) {
            const QString place = reader.at("channels") + QLatin1Char('/') + QString::fromStdString(name);
            const auto channel = fromName<ChannelKind>(QString::fromStdString(name));
            if (!channel)
                m_problems.push_back({place, QStringLiteral("a channel is chat, mail, api or file")});
            else if (auto read = level(least, place))
                who.ofChannel.emplace(*channel, std::move(*read));
        }
    }

    void readFetches(const Json *json, const QString &pointer, ToolRules &rules)
    {
        if (json == nullptr)
            return;
        if (!json->is_object())
            return m_problems.push_back({pointer, QStringLiteral("an object stands here")});
        for (const auto &[name, read] : json->items()) {
            PolicyFetch fetch;
            ObjectReader reader(read, pointer + QLatin1Char('/') + QString::fromStdString(name), m_problems);
            fetch.tool = reader.text("read", true);
            if (const QString take = reader.text("take"); !take.isEmpty())
                fetch.take = take.split(QLatin1Char('.'));
            const Json *args = reader.take("args");
            if (args != nullptr && !args->is_object())
                reader.wrong(QStringLiteral("args"), QStringLiteral("an object stands here"));
            if (args != nullptr && args->is_object()) {
                for (const auto &[argument, value] : args->items()) {
                    const QString key = QString::fromStdString(argument);
                    if (auto given = readPolicyValue(value, reader.at("args") + QLatin1Char('/') + key, {},
                                                     m_problems))
                        fetch.args.emplace(key, std::move(*given));
                }
            }
            rules.fetch.emplace(QString::fromStdString(name), std::move(fetch));
        }
    }

    void readTotals(const Json *json, const QString &pointer, const PolicyScope &scope, ToolRules &rules)
    {
        if (json == nullptr)
            return;
        if (!json->is_object())
            return m_problems.push_back({pointer, QStringLiteral("an object stands here")});
        for (const auto &[name, total] : json->items()) {
            const QString key = QString::fromStdString(name);
            rules.totals.emplace(key, totalOf(total, pointer + QLatin1Char('/') + key, scope));
        }
    }

    PolicyTotal totalOf(const Json &json, const QString &pointer, const PolicyScope &scope)
    {
        PolicyTotal total;
        ObjectReader reader(json, pointer, m_problems);
        const QString of = reader.text("of", true);
        if (of == QLatin1String("calls"))
            total.of = PolicyTotal::Of::Calls;
        else if (of != QLatin1String("amount"))
            reader.wrong(QStringLiteral("of"), QStringLiteral("\"amount\" or \"calls\" stands here"));
        const QString whose = reader.text("whose", true);
        if (whose == QLatin1String("operator"))
            total.whose = PolicyTotal::Whose::Operator;
        else if (whose == QLatin1String("desk"))
            total.whose = PolicyTotal::Whose::Desk;
        else if (whose == QLatin1String("waiting"))
            total.whose = PolicyTotal::Whose::WaitingInTurn;
        else if (whose != QLatin1String("customer"))
            reader.wrong(QStringLiteral("whose"),
                         QStringLiteral("customer, operator, desk or waiting stands here"));
        const bool waits = total.whose == PolicyTotal::Whose::WaitingInTurn;
        const QString within = reader.text("within", !waits);
        const auto seconds = secondsOf(within);
        total.seconds = seconds.value_or(0);
        total.isCalendarDay = within == QLatin1String("day");
        total.isCalendarMonth = within == QLatin1String("month");
        if (!waits && !seconds && !total.isCalendarDay && !total.isCalendarMonth)
            reader.wrong(QStringLiteral("within"),
                         QStringLiteral("a time such as 15m, 24h or 30d stands here, or day or month"));
        total.tools = reader.texts("tools");
        total.same = reader.texts("same");
        if (!waits && !total.same.isEmpty())
            reader.wrong(QStringLiteral("same"), QStringLiteral("only a total of what waits may have it"));
        const Json *currency = reader.take("currency");
        if (currency != nullptr)
            total.currency = readPolicyValue(*currency, reader.at("currency"), scope, m_problems);
        if (total.of == PolicyTotal::Of::Amount && !waits && currency == nullptr)
            reader.wrong({}, QStringLiteral("an amount needs its \"currency\""));
        return total;
    }

    void readAmount(const Json &json, const QString &pointer, const PolicyScope &scope, ToolRules &rules)
    {
        ObjectReader reader(json, pointer, m_problems);
        const Json *minor = reader.need("minor");
        const Json *currency = reader.need("currency");
        if (minor == nullptr || currency == nullptr)
            return;
        auto readMinor = readPolicyValue(*minor, reader.at("minor"), scope, m_problems);
        auto readCurrency = readPolicyValue(*currency, reader.at("currency"), scope, m_problems);
        if (readMinor && readCurrency)
            rules.amount = PolicyMoney{std::move(*readMinor), std::move(*readCurrency)};
    }

    enum class Stage { Guards, Limits, Confirm, Approval };

    std::vector<PolicyClause> clauses(const Json *json, const QString &pointer, const PolicyScope &scope,
                                      Stage stage)
    {
        std::vector<PolicyClause> list;
        if (json == nullptr)
            return list;
        if (!json->is_array() || json->size() > mostClauses) {
            m_problems.push_back(
                {pointer, QStringLiteral("a list of at most %1 stands here").arg(mostClauses)});
            return list;
        }
        for (size_t i = 0; i < json->size(); ++i)
            list.push_back(clause((*json)[i], QStringLiteral("%1/%2").arg(pointer).arg(i), scope, stage));
        return list;
    }

    PolicyClause clause(const Json &json, const QString &pointer, const PolicyScope &scope, Stage stage)
    {
        static const QRegularExpression form(QStringLiteral("^[a-z][a-z0-9_]{0,63}$"));
        PolicyClause clause;
        ObjectReader reader(json, pointer, m_problems);
        clause.id = reader.text("id", true);
        if (!clause.id.isEmpty() && !form.match(clause.id).hasMatch())
            reader.wrong(QStringLiteral("id"), QStringLiteral("small letters, digits and _ stand here"));
        if (!clause.id.isEmpty() && !m_ids.insert(clause.id).second)
            reader.wrong(QStringLiteral("id"), QStringLiteral("another clause of the tool has this id"));
        clause.say = reader.text("say", true);
        if (stage == Stage::Guards || stage == Stage::Limits) {
            if (const Json *require = reader.need("require"))
                clause.require = readPolicyCondition(*require, reader.at("require"), scope, m_problems)
                                     .value_or(PolicyExpression());
        } else {
            clause.require = negated(reader.take("when"), reader.at("when"), scope);
        }
        if (stage == Stage::Limits)
            readOtherwise(reader, clause);
        if (stage == Stage::Approval)
            clause.otherwise = PolicyClause::Otherwise::Approval;
        if (clause.otherwise == PolicyClause::Otherwise::Approval)
            readApprovers(reader, clause.approvers);
        readShow(reader.take("show"), reader.at("show"), scope, clause);
        return clause;
    }

    // What must not be; without a condition the clause always decides.
    PolicyExpression negated(const Json *when, const QString &pointer, const PolicyScope &scope)
    {
        PolicyExpression condition{PolicyOp::Not, {}, {}, {}, {}};
        if (when == nullptr)
            condition.operands.push_back({PolicyOp::All, {}, {}, {}, {}}); // of nothing: true
        else
            condition.operands.push_back(readPolicyCondition(*when, pointer, scope, m_problems)
                                             .value_or(PolicyExpression{PolicyOp::All, {}, {}, {}, {}}));
        return condition;
    }

    void readOtherwise(ObjectReader &reader, PolicyClause &clause)
    {
        const QString otherwise = reader.text("else");
        if (otherwise.isEmpty() || otherwise == QLatin1String("approval"))
            clause.otherwise = PolicyClause::Otherwise::Approval;
        else if (otherwise != QLatin1String("deny"))
            reader.wrong(QStringLiteral("else"), QStringLiteral("\"approval\" or \"deny\" stands here"));
    }

    void readApprovers(ObjectReader &reader, ApproverRule &approvers)
    {
        approvers.names = reader.texts("names");
        const QStringList roles = reader.texts("roles");
        for (const QString &role : roles) {
            const auto people = m_roles.find(role);
            if (people == m_roles.end())
                reader.wrong(QStringLiteral("roles"),
                             QStringLiteral("the role \"%1\" is not declared").arg(role));
            else
                approvers.names += people->second;
        }
        approvers.names.removeDuplicates();
        approvers.people = reader.number("people", 1, 1, 2);
        if (!approvers.names.isEmpty() && approvers.names.size() < approvers.people)
            reader.wrong(QStringLiteral("people"), QStringLiteral("there are fewer who may say yes"));
    }

    void readShow(const Json *json, const QString &pointer, const PolicyScope &scope, PolicyClause &clause)
    {
        static const QRegularExpression placeholder(QStringLiteral("\\{([a-z_]+)\\}"));
        if (json != nullptr && !json->is_object())
            m_problems.push_back({pointer, QStringLiteral("an object stands here")});
        if (json != nullptr && json->is_object()) {
            for (const auto &[name, value] : json->items()) {
                const QString key = QString::fromStdString(name);
                if (auto shown = readPolicyValue(value, pointer + QLatin1Char('/') + key, scope, m_problems))
                    clause.show.emplace(key, std::move(*shown));
            }
        }
        auto match = placeholder.globalMatch(clause.say);
        while (match.hasNext()) {
            const QString name = match.next().captured(1);
            if (json == nullptr || !json->contains(name.toStdString()))
                m_problems.push_back({pointer, QStringLiteral("{%1} is not among what is shown").arg(name)});
        }
    }

    std::vector<PolicyProblem> &m_problems;
    std::map<QString, QStringList> m_roles;
    std::set<QString> m_ids; // of the tool's clauses
};

} // namespace

const ToolRules &Policy::rulesOf(const ToolSpec &spec) const
{
    const auto own = tools.find(spec.name);
    return own == tools.end() ? others.at(spec.risk) : own->second;
}

PolicyReading readPolicy(const QByteArray &text)
{
    PolicyReading reading;
    const auto json = parseJson(text);
    if (!json) {
        reading.problems.push_back({{}, json.error().detail});
        return reading;
    }
    auto policy = std::make_shared<Policy>(PolicyReader(reading.problems).policy(*json));
    if (reading.problems.empty())
        reading.policy = std::move(policy);
    return reading;
}

QString sentenceOf(const std::vector<PolicyProblem> &problems)
{
    if (problems.empty())
        return {};
    const PolicyProblem &first = problems.front();
    const QString more =
        problems.size() == 1 ? QString() : QStringLiteral(" (and %1 more)").arg(problems.size() - 1);
    return (first.pointer.isEmpty() ? first.what : QStringLiteral("%1: %2").arg(first.pointer, first.what)) +
           more;
}

Result<std::shared_ptr<const Policy>> shippedPolicy()
{
    auto text = readResource(QStringLiteral("policy/default.json"));
    if (!text)
        return text.error();
    PolicyReading reading = readPolicy(*text);
    if (!reading.policy)
        return Error{
            ErrorKind::InvalidInput,
            QStringLiteral("the rules that ship are not valid: %1").arg(sentenceOf(reading.problems))};
    return std::move(reading.policy);
}

} // namespace Helmdesk
