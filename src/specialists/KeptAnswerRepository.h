#pragma once

#include "core/Domain.h"
#include "core/Ids.h"
#include "core/Outcome.h"
#include "core/Result.h"

#include <optional>
#include <QDateTime>

namespace Helmdesk
{

// Under what an answer is kept. Two turns that differ in any of it share none.
struct AnswerKey {
    QString audience; // what decides beside the question: language, category, plan, model, instructions
    QString question; // see QuestionForms::normalised()
    QString form;     // see QuestionForms::formOf(); empty: the question counts letter by letter alone
    QString intent;
};

// A state of one article.
struct ArticleVersion {
    QString document;
    QByteArray version;
    bool operator==(const ArticleVersion &) const = default;
};

struct NewKeptAnswer {
    AnswerKey key;
    QByteArray vector; // of the question, as floats of this machine
    QString text;      // without greeting and marks
    std::vector<Citation> citations;
    std::vector<ArticleVersion> articles; // each that is cited
    QString engine;                       // who worded it
    std::optional<double> costUsd;        // what it cost; empty: not known
    ConversationId conversation;
    MessageId message;
    QDateTime at;
};

struct KeptAnswer {
    qint64 id = 0;
    NewKeptAnswer kept;
    qint64 served = 0; // how often
};

struct ServedAnswer {
    qint64 answer = 0;
    bool isSimilar = false; // to another question of the same form
    Category category = Category::General;
    ConversationId conversation;
    MessageId message;
    QDateTime at;
};

// What was served in a period.
struct ServedSum {
    qint64 served = 0;
    qint64 similar = 0;    // of these to another question of the same form
    double savedUsd = 0.0; // what these answers cost when they were written
    qint64 unpriced = 0;   // of them nobody knows what they cost
};

// Answers of language models that may be given again. Thread: any. Failure: that of the store.
class KeptAnswerRepository
{
public:
    virtual ~KeptAnswerRepository() = default;

    // The present versions of the cited articles, each once. Fewer than are cited: an article is gone, or a
    // passage is no longer what the citation quotes.
    virtual Result<std::vector<ArticleVersion>> versions(const std::vector<Citation> &citations) const = 0;

    // Answers to the same question, then to one of the same form, the newest first, none from before `since`.
    // Not those whose articles changed or are gone, and not those that a person changed or rejected, here or
    // where they were served.
    virtual Result<std::vector<KeptAnswer>> find(const AnswerKey &key, const QDateTime &since) const = 0;

    // Replaces one of the same audience and question. Of more than `most` those used longest ago go. Nothing
    // is kept where an article has another version by now.
    virtual Result<> keep(const NewKeptAnswer &answer, int most) = 0;

    virtual Result<> noteServed(const ServedAnswer &served) = 0;

    virtual Result<std::vector<KeptAnswer>> list(int most) const = 0; // those used last first
    // Forgets all answers, audited; how many there were. What they saved stays in the sums.
    virtual Result<qint64> clear(const QString &by, const QDateTime &at) = 0;

    // `from` and `to` are days, both inclusive; invalid: open.
    virtual Result<ServedSum> served(const QDate &from, const QDate &to) const = 0;
};

} // namespace Helmdesk
