#include "store/SqliteProposalRepository.h"
#include "StoreTestSupport.h"

using namespace Helmdesk;
using namespace Helmdesk::Test;
using namespace Qt::StringLiterals;

// Proposals come back as they were saved, and what became of them stays.
class ProposalsStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingComesBack();
    void aNameIsThereOnce();
    void removedOnesKeepTheirHistory();
    void everyActIsAudited();
};

namespace
{

Proposal someProposal(const QString &name, int minute)
{
    return {name,
            u"Robin"_s,
            u"Billing went well"_s,
            at(minute),
            {{"routing.threshold", 0.7}, {"modes.billing", "auto"}},
            {{"runs", 12}}};
}

} // namespace

void ProposalsStoreTest::everythingComesBack()
{
    const TemporaryStore store;
    SqliteProposalRepository repository(*store.database);
    VERIFY_RESULT(repository.save(someProposal(u"later"_s, 5)));
    VERIFY_RESULT(repository.save(someProposal(u"bolder"_s, 1)));

    const auto all = repository.proposals();
    VERIFY_RESULT(all);
    QCOMPARE(all->size(), size_t(2));
    const Proposal &first = all->front();
    QCOMPARE(first.name, u"bolder"_s);
    QCOMPARE(first.author, u"Robin"_s);
    QCOMPARE(first.reason, u"Billing went well"_s);
    QCOMPARE(first.made, at(1));
    QCOMPARE(first.settings, someProposal({}, 0).settings);
    QCOMPARE(first.figures, Json({{"runs", 12}}));
}

void ProposalsStoreTest::aNameIsThereOnce()
{
    const TemporaryStore store;
    SqliteProposalRepository repository(*store.database);
    VERIFY_RESULT(repository.save(someProposal(u"bolder"_s, 1)));

    QCOMPARE(repository.save(someProposal(u"Bolder"_s, 2)).error().kind, ErrorKind::Conflict);

    QCOMPARE(store.number(u"SELECT count(*) FROM proposals"_s), 1);
    QCOMPARE(store.number(u"SELECT count(*) FROM proposal_events"_s), 1);
    const auto found = repository.find(u"BOLDER"_s);
    QVERIFY(found && *found);
    QCOMPARE((*found)->made, at(1));
    QVERIFY(!*repository.find(u"bold"_s));
}

void ProposalsStoreTest::removedOnesKeepTheirHistory()
{
    const TemporaryStore store;
    SqliteProposalRepository repository(*store.database);
    VERIFY_RESULT(repository.save(someProposal(u"bolder"_s, 1)));
    ProposalEvent removed{0, u"bolder"_s, ProposalAct::Removed, u"Kim"_s, {}, at(3), {{"a", 1}}, {{"b", 2}}};

    VERIFY_RESULT(repository.note(removed));

    QCOMPARE(store.number(u"SELECT count(*) FROM proposals"_s), 0);
    const auto events = repository.events();
    VERIFY_RESULT(events);
    QCOMPARE(events->size(), size_t(2));
    QCOMPARE(events->front().act, ProposalAct::Removed);
    QCOMPARE(events->front().author, u"Kim"_s);
    QCOMPARE(events->front().before, Json({{"a", 1}}));
    QCOMPARE(events->front().after, Json({{"b", 2}}));
    QCOMPARE(events->back().act, ProposalAct::Saved);
    QCOMPARE(repository.note(removed).error().kind, ErrorKind::NotFound);
    QCOMPARE(store.number(u"SELECT count(*) FROM proposal_events"_s), 2);
}

void ProposalsStoreTest::everyActIsAudited()
{
    const TemporaryStore store;
    SqliteProposalRepository repository(*store.database);
    VERIFY_RESULT(repository.save(someProposal(u"bolder"_s, 1)));
    VERIFY_RESULT(
        repository.note({0, u"bolder"_s, ProposalAct::Applied, u"Kim"_s, u"Let us"_s, at(2), {}, {}}));

    QCOMPARE(store.number(u"SELECT count(*) FROM audit_log WHERE action = 'proposal.saved' AND actor = "
                          u"'Robin' AND subject = 'bolder'"_s),
             1);
    QCOMPARE(store.number(u"SELECT count(*) FROM audit_log WHERE action = 'proposal.applied' AND "
                          u"json_extract(detail, '$.reason') = 'Let us'"_s),
             1);
}

QTEST_GUILESS_MAIN(ProposalsStoreTest)
#include "tst_proposals.moc"
