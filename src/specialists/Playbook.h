#pragma once

#include "core/Domain.h"
#include "core/Json.h"
#include "understanding/Reading.h"

#include <memory>
#include <QHash>
#include <QRegularExpression>
#include <QString>
#include <QStringList>
#include <vector>

namespace Helmdesk
{

struct ActLimits;

// One policy as data: which intents it serves, what it needs, which tools it may call and what it replies.
// Its form is resources/schema/playbook.schema.json; docs/playbooks.md explains the steps.
struct Playbook {
    QString id;
    QString title;
    Category category = Category::General;
    QStringList intents;
    QStringList tools; // the only tools that it may call
    // Intents that its replies answer along the way: "how long does a refund take" beside a refund.
    QStringList covers;
    // Intents that another playbook acts on, for turns that only ask about it: "was I charged twice?"
    QStringList informs;
    QString asks;              // the act that it performs, as the reading names it; empty: it writes nothing
    bool isPerInvoice = false; // runs once for each invoice that the turn names
    bool isPerField = false;   // runs once for each new value of the profile that the turn names
    // What the customer must have said for this playbook to serve the turn, so that a question is never taken
    // for an order to move money; without a pattern any turn of its intents will do.
    QRegularExpression requirement;
    QRegularExpression exclusion; // words with which it never serves: "would I get a refund if …"
    bool isAboutInvoices = false; // serves turns that name an invoice, whatever the router thinks of them
    Json steps = Json::array();
    Json replies = Json::object(); // reply name -> language -> template

    bool answersFromKnowledge() const;
    bool writes() const; // may call a tool that changes something
    static bool isWrite(const QString &tool);
    bool movesMoney() const;
    // The template of a reply in the language, or in English where that language is missing.
    QString reply(const QString &name, const QString &language) const;
    QString replyLanguage(const QString &name, const QString &language) const; // which of the two that is
    bool isServedBy(const QString &text) const; // the requirement holds, and nothing excludes it
};

// All playbooks of a workspace, by intent. Immutable after loading, so any thread may read it.
class PlaybookLibrary
{
public:
    // Reads every *.json of the folder, with the replies in the folder "replies" beside it; the error names
    // the file and what is wrong with it.
    static Result<std::shared_ptr<const PlaybookLibrary>> load(const QString &folder);
    // `repliesFolder` holds <language>/<playbook>.json; empty: the playbook brings its replies along.
    static Result<Playbook> parse(const QByteArray &text, const QString &name,
                                  const QString &repliesFolder = {});

    // Fails with InvalidInput when a playbook names an intent that the router does not know: it could never
    // be reached.
    Result<> checkIntents(const QStringList &known) const;

    // The playbook that serves the intent, else the one for its category's plain questions; never null after
    // load().
    const Playbook &forIntent(const QString &intent, Category category) const;
    // The playbook for a turn: of the likeliest intents (best first) the first whose playbook performs an act
    // that is asked for, or requires words that the text has, else the first that requires none. `running` is
    // the playbook that the last reply left open. A turn that names an invoice is rather served by a playbook
    // about invoices than answered from the knowledge base.
    const Playbook &forTurn(const QStringList &intents, Category category, const QString &text,
                            const Reading &reading, const ActLimits &limits, const QString &running,
                            bool namesInvoice) const;
    const Playbook *byId(const QString &id) const;
    const std::vector<Playbook> &all() const { return m_playbooks; }

private:
    const Playbook *informingOf(const QString &intent, const QString &text) const;
    const Playbook *aboutInvoices(Category category, const QString &text) const;

    std::vector<Playbook> m_playbooks;
    QHash<QString, qsizetype> m_byIntent;
    qsizetype m_knowledge = 0;
};

} // namespace Helmdesk
