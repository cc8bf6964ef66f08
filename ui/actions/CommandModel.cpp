#include "actions/CommandModel.h"

#include "actions/FuzzyMatch.h"
#include "settings/SettingWords.h"
#include "theme/Icons.h"
#include "Words.h"

#include <algorithm>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

constexpr std::size_t mostOfAKind = 5;
constexpr qsizetype shortestSearch = 2; // letters; one alone is in everything
constexpr int foundByWords = 900;       // below what is plainly meant, above letters from within words

} // namespace

CommandModel::CommandModel(const ActionRegistry &registry, QObject *parent)
    : QAbstractListModel(parent)
    , m_registry(registry)
{
}

void CommandModel::setSettings(const std::vector<SettingRow> &rows)
{
    m_settings.clear();
    m_settingMeanings.clear();
    for (const SettingRow &row : rows) {
        const SettingText words = SettingWords::textOf(row);
        Item item;
        item.kind = Kind::Setting;
        item.id = row.name;
        item.text = words.title;
        //: Where a setting is found: the page and its group
        item.context = tr("Settings, %1").arg(SettingWords::groupName(words.group));
        item.icon = u"settings"_s;
        m_settings.push_back(std::move(item));
        m_settingMeanings.push_back(words.title + u' ' + words.meaning + u' ' +
                                    QString(row.name).replace(u'.', u' ').replace(u'_', u' '));
    }
}

void CommandModel::setArticles(const std::vector<ArticleRow> &rows)
{
    m_articles.clear();
    for (const ArticleRow &row : rows) {
        Item item;
        item.kind = Kind::Article;
        item.id = row.id;
        item.text = row.title;
        //: Where an article is found: the room and its category
        item.context = tr("Knowledge, %1").arg(Words::category(row.category));
        item.icon = u"book-open"_s;
        m_articles.push_back(std::move(item));
    }
}

void CommandModel::addCommands(const QStringList &recent)
{
    for (const ActionRegistry::Entry &entry : m_registry.entries()) {
        int score = fuzzyScore(m_wanted, entry.action->text());
        if (score == 0 || entry.id == "palette"_L1)
            continue;
        if (const auto place = recent.indexOf(entry.id); m_wanted.isEmpty() && place >= 0)
            score += 100 - static_cast<int>(place);
        Item item;
        item.id = entry.id;
        item.text = entry.action->text();
        item.context = entry.context;
        item.score = score;
        item.entry = &entry;
        m_shown.push_back(std::move(item));
    }
}

// The best of a kind, by what they are called, else by what is said of them.
void CommandModel::addBest(const std::vector<Item> &all, const std::vector<QString> &meanings)
{
    std::vector<Item> found;
    for (std::size_t at = 0; at < all.size(); ++at) {
        Item item = all[at];
        item.score = fuzzyScore(m_wanted, item.text);
        if (item.score < foundByWords && at < meanings.size() &&
            fuzzyScore(m_wanted, meanings[at]) >= surelyMeant) {
            item.score = foundByWords;
            item.isTitleMatched = false;
        }
        if (item.score >= foundByWords)
            found.push_back(std::move(item));
    }
    std::ranges::stable_sort(found, std::ranges::greater(), &Item::score);
    found.resize(std::min(found.size(), mostOfAKind));
    std::ranges::move(found, std::back_inserter(m_shown));
}

void CommandModel::sort()
{
    std::ranges::stable_sort(m_shown, std::ranges::greater(), &Item::score);
}

void CommandModel::setFilter(const QString &wanted, const QStringList &recent)
{
    beginResetModel();
    m_wanted = wanted;
    m_shown.clear();
    addCommands(recent);
    if (wanted.size() >= shortestSearch) {
        addBest(m_settings, m_settingMeanings);
        addBest(m_articles, {});
    }
    sort();
    endResetModel();
}

void CommandModel::setConversations(const std::vector<QueueRow> &rows)
{
    beginResetModel();
    std::erase_if(m_shown, [](const Item &item) { return item.kind == Kind::Conversation; });
    for (const QueueRow &row : rows) {
        Item item;
        item.kind = Kind::Conversation;
        item.conversation = row.id;
        item.id = QString::number(row.id.value);
        item.text = Words::person(row);
        item.context = row.subject.simplified();
        item.icon = Words::icon(row.channel);
        item.score = fuzzyScore(m_wanted, item.text);
        item.isTitleMatched = item.score >= surelyMeant;
        item.score = std::max(item.score, foundByWords);
        m_shown.push_back(std::move(item));
    }
    sort();
    endResetModel();
}

const CommandModel::Item *CommandModel::itemAt(int row) const
{
    return row >= 0 && row < rowCount() ? &m_shown[static_cast<std::size_t>(row)] : nullptr;
}

const ActionRegistry::Entry *CommandModel::entryAt(int row) const
{
    const Item *item = itemAt(row);
    return item ? item->entry : nullptr;
}

int CommandModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant CommandModel::data(const QModelIndex &index, int role) const
{
    const Item *item = index.isValid() ? itemAt(index.row()) : nullptr;
    if (!item)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return item->text;
    case Qt::DecorationRole:
        return item->entry ? item->entry->action->icon() : icon(item->icon);
    case Qt::AccessibleTextRole:
        if (item->entry)
            return withKey(*item->entry->action);
        return item->kind == Kind::Conversation
                   ? tr("Open the conversation with %1: %2").arg(item->text, item->context)
                   : tr("%1, %2", "what is found, where").arg(item->text, item->context);
    case KeyRole:
        return item->entry ? item->entry->action->shortcut().toString(QKeySequence::NativeText) : QString();
    case ContextRole:
        return item->context;
    case PlacesRole:
        return QVariant::fromValue(item->isTitleMatched ? fuzzyPlaces(m_wanted, item->text) : QList<int>());
    default:
        return {};
    }
}

} // namespace Helmdesk
