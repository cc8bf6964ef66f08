#include "store/SqliteProposalRepository.h"

#include "store/Rows.h"
#include "store/SqliteAuditLog.h"

namespace Helmdesk
{
namespace
{

QString columns()
{
    return QStringLiteral("SELECT name, author, reason, made, settings, figures FROM proposals");
}

Proposal proposalOf(const Statement &row)
{
    return {row.text(0), row.text(1), row.text(2), fromIso(row.text(3)), row.json(4), row.json(5)};
}

ProposalEvent eventOf(const Statement &row)
{
    ProposalEvent event;
    event.id = row.integer(0);
    event.name = row.text(1);
    event.act = Rows::enumFrom(row.text(2), ProposalAct::Removed, ProposalAct::Saved);
    event.author = row.text(3);
    event.reason = row.text(4);
    event.at = fromIso(row.text(5));
    event.before = row.json(6);
    event.after = row.json(7);
    return event;
}

Result<> write(Connection &connection, const ProposalEvent &event)
{
    auto noted = Rows::done(connection.run(
        QStringLiteral("INSERT INTO proposal_events (name, act, author, reason, at, before, after) VALUES "
                       "(?, ?, ?, ?, ?, ?, ?)"),
        event.name, nameOf(event.act), event.author, event.reason, Rows::stamp(event.at), event.before,
        event.after));
    if (!noted)
        return noted;
    connection.announce(Topic::Settings);
    return SqliteAuditLog::append(
        connection, {event.at,
                     event.author,
                     QStringLiteral("proposal.") + nameOf(event.act),
                     event.name,
                     {{"reason", event.reason}, {"before", event.before}, {"after", event.after}}});
}

} // namespace

Result<> SqliteProposalRepository::save(const Proposal &proposal)
{
    return m_database.writeDurably([&](Connection &connection) -> Result<> {
        auto kept = connection.run(
            QStringLiteral("INSERT INTO proposals (name, author, reason, made, settings, figures) VALUES "
                           "(?, ?, ?, ?, ?, ?) ON CONFLICT (name) DO NOTHING"),
            proposal.name, proposal.author, proposal.reason, Rows::stamp(proposal.made), proposal.settings,
            proposal.figures);
        if (!kept)
            return std::move(kept).error();
        if (kept->changes() == 0)
            return Error{ErrorKind::Conflict,
                         QStringLiteral("there is a proposal \"%1\" already").arg(proposal.name)};
        ProposalEvent event;
        event.name = proposal.name;
        event.author = proposal.author;
        event.reason = proposal.reason;
        event.at = proposal.made;
        event.after = proposal.settings;
        return write(connection, event);
    });
}

Result<std::vector<Proposal>> SqliteProposalRepository::proposals() const
{
    return m_database.read([](Connection &connection) {
        return Rows::all(connection.run(columns() + QStringLiteral(" ORDER BY made, name")), proposalOf);
    });
}

Result<std::optional<Proposal>> SqliteProposalRepository::find(const QString &name) const
{
    return m_database.read([&](Connection &connection) {
        return Rows::first(connection.run(columns() + QStringLiteral(" WHERE name = ?"), name), proposalOf);
    });
}

Result<> SqliteProposalRepository::note(const ProposalEvent &event)
{
    return m_database.writeDurably([&](Connection &connection) -> Result<> {
        if (event.act == ProposalAct::Removed) {
            auto gone = Rows::changed(
                connection.run(QStringLiteral("DELETE FROM proposals WHERE name = ?"), event.name),
                QStringLiteral("proposal"));
            if (!gone)
                return gone;
        }
        return write(connection, event);
    });
}

Result<std::vector<ProposalEvent>> SqliteProposalRepository::events() const
{
    return m_database.read([](Connection &connection) {
        return Rows::all(
            connection.run(QStringLiteral("SELECT id, name, act, author, reason, at, before, after FROM "
                                          "proposal_events ORDER BY id DESC")),
            eventOf);
    });
}

} // namespace Helmdesk
