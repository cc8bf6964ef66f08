#pragma once

#include "specialists/KeptAnswerRepository.h"
#include "store/Database.h"

namespace Helmdesk
{

// In the tables kept_answers, kept_answer_articles and served_answers. Thread: any.
class SqliteKeptAnswerRepository final : public KeptAnswerRepository
{
public:
    explicit SqliteKeptAnswerRepository(Database &database)
        : m_database(database)
    {
    }

    Result<std::vector<ArticleVersion>> versions(const std::vector<Citation> &citations) const override;
    Result<std::vector<KeptAnswer>> find(const AnswerKey &key, const QDateTime &since) const override;
    Result<> keep(const NewKeptAnswer &answer, int most) override;
    Result<> noteServed(const ServedAnswer &served) override;
    Result<std::vector<KeptAnswer>> list(int most) const override;
    Result<qint64> clear(const QString &by, const QDateTime &at) override;
    Result<ServedSum> served(const QDate &from, const QDate &to) const override;

private:
    Database &m_database;
};

} // namespace Helmdesk
