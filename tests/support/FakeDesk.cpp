#include "support/FakeDesk.h"

namespace Helmdesk::Test
{
using namespace Qt::StringLiterals;

FakeDesk::FakeDesk(Content content, QObject *parent)
    : Desk(parent)
{
    if (content == Content::Sample)
        m_views = sampleConversations();
    if (content == Content::Many)
        m_views = manyConversations(10000);
    if (content != Content::Empty)
        m_articles = sampleArticles();
    m_settings = sampleSettings();
    models.changed = [this] { Q_EMIT settingsChanged(); };
    mail.changed = [this] { Q_EMIT settingsChanged(); };
    if (content != Content::Empty)
        m_snippets = {{1, u"Closing"_s, u"Kind regards\n{operator}"_s},
                      {2, u"Greeting"_s, u"Hello {first_name},\n\n"_s},
                      {3, u"Order"_s, u"About your order {order}: "_s}};
    shownStatus.engine = PartState::Ready;
    shownStatus.channels = {{u"Web chat"_s, PartState::Ready, u"http://127.0.0.1:8790"_s},
                            {u"Inbox folder"_s, PartState::Ready, {}}};
    if (!m_views.empty()) {
        shownStatus.answeredToday = 312;
        shownStatus.automaticToday = 221;
        shownStatus.medianMilliseconds = 9.0;
    }
    if (content == Content::Sample)
        m_learning = sampleLearning();
    if (content == Content::Sample)
        review = sampleReview();
}

void FakeDesk::replaceWords(const QString &words)
{
    for (auto &[id, view] : m_views) {
        view.takenDraft = view.row.address = view.row.promise = view.cc = view.linkedBy = words;
        view.row.customer = view.row.subject = view.row.snippet = view.row.assignee = view.subject = words;
        for (ThreadEntry &entry : view.thread) {
            entry.name = entry.text = entry.failure = words;
            entry.fullText = words + u"\n"_s + words;
            if (entry.author == Author::System)
                entry.act = ActLine{words, ActState::Denied, words, words};
            entry.attachments = {{words, {}, 1}};
            entry.cc = entry.forwardedFrom = words;
            entry.delivery = entry.author == Author::Customer ? Delivery::None : Delivery::Failed;
        }
        if (view.draft)
            view.draft->citations = {{words, words, 0, words}};
        for (ApprovalView &approval : view.approvals) {
            approval.customer = approval.effect = approval.rule = approval.tool = approval.words = words;
            approval.before = approval.after = {{words, words}};
        }
        if (view.customer)
            view.customer->name = view.customer->email = view.customer->company = words;
        for (RunStepView &step : view.steps) {
            step.request = {{"text", words}};
            step.result = {{"category", words}, {"intent", words}, {"kind", words}, {"detail", words}};
        }
        if (!view.outcome)
            continue;
        view.outcome->intent = words;
        view.outcome->citations = {{words, words, 0, words}};
        for (ReasonDetail &reason : view.outcome->reasons)
            reason.detail = words;
    }
    for (Article &article : m_articles)
        article.title = article.text = words;
    for (ConflictRow &conflict : review.conflicts)
        conflict.first.title = conflict.second.sentence = conflict.second.value = words;
    for (StaleRow &stale : review.stale)
        stale.title = words;
    for (Contribution &contribution : m_learning.contributions)
        contribution.text = words;
    m_savedViews = {{words, {}}};
    shownStatus.engineDetail = words;
    for (ChannelState &channel : shownStatus.channels)
        channel.detail = words;
}

void FakeDesk::change(ConversationId id, const std::function<void(ConversationView &)> &change)
{
    change(m_views.at(id.value));
    Q_EMIT conversationsChanged({id.value});
}

void FakeDesk::addConversation(ConversationId id, const QString &customer)
{
    ConversationView view = m_views.begin()->second;
    view.row.id = id;
    view.row.customer = customer;
    view.approvals.clear();
    m_views[id.value] = view;
    Q_EMIT conversationsChanged({id.value});
}

QString FakeDesk::operatorName() const
{
    return u"Iris"_s;
}

DeskStatus FakeDesk::status() const
{
    return shownStatus;
}

bool FakeDesk::isIn(const QueueRow &row, const QueueQuery &query) const
{
    if (!query.search.isEmpty() && !row.customer.contains(query.search, Qt::CaseInsensitive) &&
        !row.subject.contains(query.search, Qt::CaseInsensitive))
        return false;
    if ((query.category && row.category != query.category) ||
        (query.channel && row.channel != *query.channel) || (query.isUnanswered && !row.isUnread))
        return false;
    if (!query.search.isEmpty())
        return true; // in all views
    const bool isOpen = row.status != ConversationStatus::Resolved;
    switch (query.view) {
    case QueueView::NeedsReview:
        return isOpen && (row.hasDraft || row.pendingApprovals > 0 || row.isUnread);
    case QueueView::Escalated:
        return isOpen && row.decision == Decision::Escalated;
    case QueueView::Approvals:
        return row.pendingApprovals > 0;
    case QueueView::Automatic:
        return row.decision == Decision::AutoSend;
    case QueueView::Mine:
        return isOpen && row.assignee == operatorName();
    case QueueView::All:
        return true;
    }
    return false;
}

Desk::Reply<QueuePage> FakeDesk::queue(const QueueQuery &query, int limit,
                                       const std::optional<QueueCursor> &after)
{
    QueuePage page;
    bool isPast = !after.has_value();
    for (const auto &[id, view] : m_views) {
        if (!isPast) {
            isPast = id == after->id;
            continue;
        }
        if (!isIn(view.row, query))
            continue;
        if (static_cast<int>(page.rows.size()) == limit) {
            page.next = QueueCursor{0, {}, page.rows.back().id.value};
            break;
        }
        page.rows.push_back(view.row);
        QueueRow &row = page.rows.back();
        if (const auto at = row.snippet.indexOf(query.search, 0, Qt::CaseInsensitive);
            !query.search.isEmpty() && at >= 0)
            row.matches = {{static_cast<int>(at), static_cast<int>(query.search.size())}};
    }
    return ready(Result<QueuePage>(std::move(page)));
}

Desk::Reply<QueueCounts> FakeDesk::counts()
{
    QueueCounts counts;
    for (const QueueView view : {QueueView::NeedsReview, QueueView::Escalated, QueueView::Approvals,
                                 QueueView::Automatic, QueueView::Mine, QueueView::All})
        for (const auto &[id, conversation] : m_views)
            counts[view] += isIn(conversation.row, {.view = view}) ? 1 : 0;
    return ready(Result<QueueCounts>(counts));
}

Desk::Reply<ConversationView> FakeDesk::conversation(ConversationId id)
{
    const auto found = m_views.find(id.value);
    if (found == m_views.end())
        return ready(Result<ConversationView>(nothingThere()));
    ConversationView view = found->second;
    view.begun = replies.reply;
    return ready(Result<ConversationView>(std::move(view)));
}

Desk::Reply<std::vector<ApprovalView>> FakeDesk::approvals()
{
    std::vector<ApprovalView> all;
    for (const auto &[id, view] : m_views)
        all.insert(all.end(), view.approvals.begin(), view.approvals.end());
    return ready(Result<std::vector<ApprovalView>>(std::move(all)));
}

Desk::Reply<> FakeDesk::done(const QString &call, const std::function<void()> &change, ConversationId id)
{
    calls.append(call);
    if (failure)
        return ready(Result<>(*failure));
    change();
    Q_EMIT conversationsChanged(id.isValid() ? QList<qint64>{id.value} : QList<qint64>{});
    return ready(Result<>());
}

Desk::Reply<std::vector<SavedView>> FakeDesk::savedViews()
{
    return ready(Result<std::vector<SavedView>>(m_savedViews));
}

Desk::Reply<> FakeDesk::saveView(const SavedView &view)
{
    calls.append(u"saveView "_s + view.name);
    m_savedViews.push_back(view);
    return ready(Result<>());
}

Desk::Reply<> FakeDesk::removeView(const QString &name)
{
    calls.append(u"removeView "_s + name);
    std::erase_if(m_savedViews, [&](const SavedView &view) { return view.name == name; });
    return ready(Result<>());
}

Desk::Reply<SentReply> FakeDesk::send(ConversationId id, const std::optional<QString> &text)
{
    calls.append(u"send"_s);
    if (failure)
        return ready(Result<SentReply>(*failure));
    ConversationView &view = m_views.at(id.value);
    const OutboxId item{m_nextOutbox++};
    m_beforeSending.insert(item.value, view);
    sentText = text ? *text : view.draft->text;
    ThreadEntry entry;
    entry.author = Author::Operator;
    entry.name = operatorName();
    entry.text = *sentText;
    entry.at = QDateTime::currentDateTimeUtc();
    entry.delivery = Delivery::Queued;
    entry.outbox = item;
    view.thread.push_back(entry);
    view.draft.reset();
    view.row.hasDraft = false;
    view.row.isUnread = false;
    Q_EMIT conversationsChanged({id.value});
    return ready(Result<SentReply>(SentReply{item, undoSeconds}));
}

Desk::Reply<> FakeDesk::undoSend(OutboxId item)
{
    return done(u"undoSend"_s, [&] {
        if (m_beforeSending.contains(item.value)) {
            const ConversationView before = m_beforeSending.take(item.value);
            m_views[before.row.id.value] = before;
        }
    });
}

Desk::Reply<> FakeDesk::sendAgain(OutboxId)
{
    return done(u"sendAgain"_s, [] {});
}

Desk::Reply<> FakeDesk::saveDraft(ConversationId id, const QString &text)
{
    calls.append(u"saveDraft"_s);
    if (failure)
        return ready(Result<>(*failure));
    savedDrafts[id.value] = text;
    ConversationView &view = m_views.at(id.value);
    if (view.draft)
        view.draft->editedText = text;
    else
        view.privateText = text;
    return ready(Result<>());
}

Desk::Reply<TurnBefore> FakeDesk::changed(const QString &call, ConversationId id,
                                          const std::function<void(ConversationView &)> &change)
{
    m_beforeTurn[id.value] = m_views.at(id.value);
    const Result<> result = done(
                                call, [&] { change(m_views.at(id.value)); }, id)
                                .result();
    return ready(result ? Result<TurnBefore>(TurnBefore{id, Json::object()})
                        : Result<TurnBefore>(result.error()));
}

Desk::Reply<TurnBefore> FakeDesk::reject(ConversationId id, const QString &reason)
{
    return changed(u"reject "_s + reason, id, [](ConversationView &view) {
        view.draft.reset();
        view.row.hasDraft = false;
        view.approvals.clear();
        view.row.pendingApprovals = 0;
    });
}

Desk::Reply<> FakeDesk::undoReject(const TurnBefore &before)
{
    return done(
        u"undoReject"_s, [&] { m_views[before.id.value] = m_beforeTurn.value(before.id.value); }, before.id);
}

Desk::Reply<> FakeDesk::addNote(ConversationId id, const QString &text)
{
    return done(
        u"addNote"_s,
        [&] {
            ThreadEntry note;
            note.author = Author::Note;
            note.name = operatorName();
            note.text = text;
            note.at = QDateTime::currentDateTimeUtc();
            m_views.at(id.value).thread.push_back(note);
            m_views.at(id.value).begunNote.clear();
        },
        id);
}

Desk::Reply<> FakeDesk::keepNote(ConversationId id, const QString &text)
{
    calls.append(u"keepNote"_s);
    if (failure)
        return ready(Result<>(*failure));
    m_views.at(id.value).begunNote = text;
    return ready(Result<>());
}

Desk::Reply<PlacesBefore> FakeDesk::moved(const QString &call, const std::vector<ConversationId> &ids,
                                          const std::function<void(ConversationView &)> &change)
{
    PlacesBefore places;
    const Reply<> reply = done(call, [&] {
        for (const ConversationId id : ids) {
            ConversationView &view = m_views.at(id.value);
            m_beforeMoving[id.value] = view;
            places.push_back({id, view.row.status, view.row.assignee, view.row.needsAttention});
            change(view);
        }
    });
    const Result<> result = reply.result();
    return ready(result ? Result<PlacesBefore>(places) : Result<PlacesBefore>(result.error()));
}

Desk::Reply<> FakeDesk::putBack(const PlacesBefore &places)
{
    return done(u"putBack %1"_s.arg(places.size()), [&] {
        for (const PlaceBefore &place : places)
            m_views[place.id.value] = m_beforeMoving.value(place.id.value);
    });
}

Desk::Reply<PlacesBefore> FakeDesk::takeOver(ConversationId id)
{
    return moved(u"takeOver"_s, {id}, [&](ConversationView &view) {
        view.row.assignee = operatorName();
        view.row.status = ConversationStatus::TakenOver;
        view.takenDraft = view.draft ? view.draft->text : QString();
        view.draft.reset();
    });
}

Desk::Reply<PlacesBefore> FakeDesk::handBack(ConversationId id)
{
    return moved(u"handBack"_s, {id}, [&](ConversationView &view) {
        view.row.assignee.clear();
        view.row.status = ConversationStatus::Open;
    });
}

Desk::Reply<TurnBefore> FakeDesk::changeCategory(ConversationId id, Category category)
{
    return changed(u"changeCategory"_s, id, [category](ConversationView &view) {
        view.row.category = category;
        if (!view.draft)
            return;
        const bool isEdited = view.draft->editedText != view.draft->text;
        view.draft->text = u"Answered anew"_s;
        if (!isEdited)
            view.draft->editedText = view.draft->text;
    });
}

Desk::Reply<> FakeDesk::undoCategory(const TurnBefore &before)
{
    return done(
        u"undoCategory"_s, [&] { m_views[before.id.value] = m_beforeTurn.value(before.id.value); },
        before.id);
}

Desk::Reply<> FakeDesk::remind(ConversationId id, const QDateTime &at)
{
    return done(
        at.isValid() ? u"remind"_s : u"remindNoMore"_s,
        [&] {
            m_views.at(id.value).row.dueAt = at.isValid() ? at.toUTC() : at;
            m_views.at(id.value).row.promise.clear();
        },
        id);
}

Desk::Reply<> FakeDesk::markFalseAlarm(ConversationId id)
{
    return done(
        u"markFalseAlarm"_s,
        [&] { m_views.at(id.value).row.reasons.removeAll(EscalationReason::InjectionSuspected); }, id);
}

Desk::Reply<PlacesBefore> FakeDesk::setResolved(const std::vector<ConversationId> &ids, bool resolved)
{
    return moved(resolved ? u"resolve %1"_s.arg(ids.size()) : u"reopen %1"_s.arg(ids.size()), ids,
                 [resolved](ConversationView &view) {
                     view.row.status = resolved ? ConversationStatus::Resolved : ConversationStatus::Open;
                     if (resolved)
                         view.approvals.clear();
                     view.row.pendingApprovals = static_cast<int>(view.approvals.size());
                 });
}

void FakeDesk::decide(ApprovalId id, ActState state, const QString &reason)
{
    for (auto &[key, view] : m_views) {
        for (const ApprovalView &approval : view.approvals) {
            if (approval.id != id)
                continue;
            ThreadEntry entry;
            entry.author = Author::System;
            entry.at = QDateTime::currentDateTimeUtc();
            entry.act = ActLine{approval.effect, state, operatorName(), reason};
            view.thread.push_back(entry);
        }
        std::erase_if(view.approvals, [id](const ApprovalView &each) { return each.id == id; });
        view.row.pendingApprovals = static_cast<int>(view.approvals.size());
    }
}

Desk::Reply<> FakeDesk::approve(ApprovalId id, const QString &digest)
{
    return done(u"approve "_s + digest, [&] { decide(id, ActState::Approved, {}); });
}

Desk::Reply<> FakeDesk::deny(ApprovalId id, const QString &digest, const QString &reason)
{
    return done(u"deny %1 %2"_s.arg(digest, reason), [&] { decide(id, ActState::Denied, reason); });
}

Desk::Reply<std::vector<ArticleRow>> FakeDesk::articles(const QString &search)
{
    std::vector<ArticleRow> rows;
    for (const Article &article : m_articles)
        if (article.text.contains(search, Qt::CaseInsensitive) ||
            article.title.contains(search, Qt::CaseInsensitive))
            rows.push_back({article.id, article.title, article.category, article.updated, 4, {}});
    return ready(Result<std::vector<ArticleRow>>(std::move(rows)));
}

Desk::Reply<Article> FakeDesk::article(const QString &id, int passage)
{
    const auto found = std::ranges::find(m_articles, id, &Article::id);
    if (found == m_articles.end())
        return ready(Result<Article>(nothingThere()));
    Article article = *found;
    if (passage >= 0) // a section for a passage
        article.passage = article.text.section(u"## "_s, passage, passage).section(u'\n', 1).remove(u"- "_s);
    return ready(Result<Article>(article));
}

Desk::Reply<QString> FakeDesk::saveArticle(const Article &article)
{
    calls.append(u"saveArticle"_s);
    if (failure)
        return ready(Result<QString>(*failure));
    const auto found = std::ranges::find(m_articles, article.id, &Article::id);
    Article stored = article;
    if (found != m_articles.end()) {
        *found = stored;
    } else {
        stored.id = u"article-%1"_s.arg(m_articles.size() + 1);
        m_articles.push_back(stored);
    }
    Q_EMIT knowledgeChanged();
    return ready(Result<QString>(stored.id));
}

Desk::Reply<> FakeDesk::removeArticle(const QString &id)
{
    return done(u"removeArticle"_s,
                [&] { std::erase_if(m_articles, [&](const Article &each) { return each.id == id; }); });
}

Desk::Reply<ImportSummary> FakeDesk::importArticles(const QStringList &paths)
{
    calls.append(u"importArticles"_s);
    return ready(Result<ImportSummary>(ImportSummary{static_cast<int>(paths.size()), 0, 0, {}}));
}

Desk::Reply<KnowledgeReviewView> FakeDesk::knowledgeReview()
{
    calls.append(u"knowledgeReview"_s);
    return ready(failure ? Result<KnowledgeReviewView>(*failure) : Result<KnowledgeReviewView>(review));
}

Desk::Reply<std::vector<SettingRow>> FakeDesk::settings()
{
    return ready(Result<std::vector<SettingRow>>(m_settings));
}

Desk::Reply<> FakeDesk::setSetting(const QString &name, const Json &value)
{
    return done(u"setSetting "_s + name, [&] {
        const auto row = std::ranges::find(m_settings, name, &SettingRow::name);
        row->value = value;
        row->isDefault = value == row->fallback;
        Q_EMIT settingsChanged();
    });
}

Desk::Reply<> FakeDesk::resetSetting(const QString &name)
{
    return done(u"resetSetting "_s + name, [&] {
        const auto row = std::ranges::find(m_settings, name, &SettingRow::name);
        row->value = row->fallback;
        row->isDefault = true;
    });
}

Desk::Reply<std::vector<Snippet>> FakeDesk::snippets()
{
    return ready(Result<std::vector<Snippet>>(m_snippets));
}

Desk::Reply<qint64> FakeDesk::saveSnippet(const Snippet &snippet)
{
    calls.append(u"saveSnippet "_s + snippet.name);
    if (failure)
        return ready(Result<qint64>(*failure));
    Snippet kept = snippet;
    if (kept.id == 0)
        for (const Snippet &each : m_snippets)
            kept.id = std::max(kept.id, each.id + 1);
    std::erase_if(m_snippets, [&](const Snippet &each) { return each.id == kept.id; });
    m_snippets.push_back(kept);
    std::ranges::sort(m_snippets, {}, &Snippet::name);
    return ready(Result<qint64>(kept.id));
}

Desk::Reply<> FakeDesk::removeSnippet(qint64 id)
{
    return done(u"removeSnippet %1"_s.arg(id),
                [&] { std::erase_if(m_snippets, [&](const Snippet &each) { return each.id == id; }); });
}

Desk::Reply<LearningView> FakeDesk::learning()
{
    return ready(Result<LearningView>(m_learning));
}

Desk::Reply<QString> FakeDesk::learnNow()
{
    calls.append(u"learnNow"_s);
    return ready(failure ? Result<QString>(*failure) : Result<QString>(u"Version 3 is in use"_s));
}

Desk::Reply<> FakeDesk::rollBackRouter(qint64 version)
{
    return done(u"rollBackRouter %1"_s.arg(version), [&] {
        for (ModelVersion &each : m_learning.versions) {
            if (each.state == VersionState::Active)
                each.state = VersionState::Former;
            if (each.id == version)
                each.state = VersionState::Active;
        }
    });
}

Desk::Reply<> FakeDesk::reviewContribution(qint64 contribution, ReviewState state)
{
    return done(u"reviewContribution %1 %2"_s.arg(contribution).arg(nameOf(state)), [&] {
        for (Contribution &each : m_learning.contributions) {
            if (each.id == contribution)
                each.use = state == ReviewState::Excluded ? ContributionUse::Excluded : ContributionUse::Used;
        }
    });
}

Desk::Reply<bool> FakeDesk::isEmpty()
{
    return ready(Result<bool>(m_views.empty() && m_articles.empty()));
}

Desk::Reply<> FakeDesk::loadDemo()
{
    return done(u"loadDemo"_s, [&] {
        m_views = sampleConversations();
        m_articles = sampleArticles();
    });
}

} // namespace Helmdesk::Test
