// What FakeDesk looks up and keeps beside the conversations.
#include "support/FakeDesk.h"

#include <QFile>

namespace Helmdesk::Test
{
using namespace Qt::StringLiterals;

Desk::Reply<> FakeDesk::linkCustomer(ConversationId id, const QString &customer)
{
    return done(
        u"linkCustomer "_s + customer,
        [&] {
            ConversationView &view = m_views.at(id.value);
            view.customer.reset();
            view.linkedBy.clear();
            const auto known = std::ranges::find(customers, customer, &CustomerChoice::id);
            if (known == customers.end())
                return;
            CustomerCard card;
            card.id = known->id;
            card.name = known->name;
            card.email = known->email;
            view.customer = card;
            view.linkedBy = operatorName();
            view.row.customer = known->name;
        },
        id);
}

Desk::Reply<std::vector<CustomerChoice>> FakeDesk::findCustomers(const QString &text)
{
    std::vector<CustomerChoice> found;
    for (const CustomerChoice &each : customers)
        if ((each.name + each.email + each.company).contains(text, Qt::CaseInsensitive))
            found.push_back(each);
    return ready(Result<std::vector<CustomerChoice>>(std::move(found)));
}

Desk::Reply<std::vector<DecisionRow>> FakeDesk::decisions(const DecisionQuery &query)
{
    askedDecisions = query;
    std::vector<DecisionRow> rows;
    for (const DecisionRow &row : decided)
        if ((!query.state || row.state == *query.state) &&
            (row.customer + row.effect + row.by + row.reason).contains(query.text, Qt::CaseInsensitive))
            rows.push_back(row);
    return ready(Result<std::vector<DecisionRow>>(std::move(rows)));
}

Desk::Reply<int> FakeDesk::exportDecisions(const DecisionQuery &query, const QString &path)
{
    calls.append(u"exportDecisions "_s + path);
    const auto rows = decisions(query).result();
    return ready(failure ? Result<int>(*failure) : Result<int>(static_cast<int>(rows->size())));
}

Desk::Reply<QByteArray> FakeDesk::attachment(MessageId message, int position)
{
    const auto found = attached.constFind({message.value, position});
    return ready(found == attached.cend() ? Result<QByteArray>(nothingThere()) : Result<QByteArray>(*found));
}

Desk::Reply<> FakeDesk::saveAttachment(MessageId message, int position, const QString &path)
{
    return done(u"saveAttachment %1 %2 %3"_s.arg(message.value).arg(position).arg(path), [&] {
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(attached.value({message.value, position}));
    });
}

Desk::Reply<> FakeDesk::keepArticleDraft(const Article &article)
{
    calls.append(u"keepArticleDraft "_s + article.id);
    std::erase_if(begunArticles, [&](const Article &each) { return each.id == article.id; });
    if (!article.title.isEmpty() || !article.text.isEmpty())
        begunArticles.push_back(article);
    return ready(Result<>());
}

Desk::Reply<std::vector<Article>> FakeDesk::articleDrafts()
{
    return ready(Result<std::vector<Article>>(begunArticles));
}

} // namespace Helmdesk::Test
