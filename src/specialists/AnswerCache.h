#pragma once

#include "specialists/KeptAnswerRepository.h"
#include "specialists/KnowledgeSource.h"
#include "specialists/QuestionForms.h"
#include "specialists/Specialist.h"

#include <functional>
#include <memory>

namespace Helmdesk
{

enum class CacheUse { Off, Exact, Similar };

struct CacheLimits {
    CacheUse use = CacheUse::Off;
    int most = 0; // answers
    int days = 0; // how old one may be
};

// What a turn that may be answered from the cache brings along; made before the model is asked.
struct CacheableTurn {
    AnswerKey key;
    std::vector<ArticleVersion> articles; // of the passages that the model reads
};

// Answers of a language model that need not be paid for twice: to a question that stands for itself, made of
// articles alone, without any call of a tool and without anything of one customer. Thread-safe. Ownership:
// the repository outlives it. What fails means that the model is asked; it is logged.
class AnswerCache
{
public:
    struct Surroundings {
        KeptAnswerRepository &answers;
        std::shared_ptr<const QuestionForms> forms;
        std::function<std::vector<float>(const QString &)> vectorOf; // unit length
        std::function<CacheLimits()> limits;
        std::function<std::optional<double>(RunId)> costOf; // dollars of a run's calls; empty: not known
    };
    explicit AnswerCache(Surroundings surroundings);

    // `decides` is what the answer depends on beside the question and the passages, in a few words. Nothing:
    // the turn goes on something said before, asks for several things, or holds what is one customer's.
    std::optional<CacheableTurn> cacheable(const TurnContext &context, const std::vector<Evidence> &passages,
                                           const QStringList &decides) const;

    // What was answered before and rests on passages that the turn has too, the likeliest first.
    std::vector<KeptAnswer> find(const TurnContext &context, const std::vector<Evidence> &passages,
                                 const CacheableTurn &turn) const;

    void keep(const TurnContext &context, const CacheableTurn &turn, const QString &text,
              const std::vector<Citation> &citations, const std::vector<Evidence> &passages,
              const QString &engine) const;

    void noteServed(const TurnContext &context, const CacheableTurn &turn, const KeptAnswer &answer) const;

private:
    Surroundings m_surroundings;
};

} // namespace Helmdesk
