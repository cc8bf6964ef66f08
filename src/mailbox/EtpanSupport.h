#pragma once

#include <algorithm>
#include <cstring>
#include <libetpan/libetpan.h>
#include <memory>
#include <QByteArray>
#include <vector>

// Owners of what libetpan allocates, and its lists as values. For the sources of this module.
namespace Helmdesk::Etpan
{

template <auto release>
struct Releaser {
    template <class T>
    void operator()(T *value) const
    {
        release(value);
    }
};

using Set = std::unique_ptr<mailimap_set, Releaser<mailimap_set_free>>;
using FetchType = std::unique_ptr<mailimap_fetch_type, Releaser<mailimap_fetch_type_free>>;
using FetchList = std::unique_ptr<clist, Releaser<mailimap_fetch_list_free>>;
using SearchKey = std::unique_ptr<mailimap_search_key, Releaser<mailimap_search_key_free>>;
using SearchResult = std::unique_ptr<clist, Releaser<mailimap_search_result_free>>;
using FolderList = std::unique_ptr<clist, Releaser<mailimap_list_result_free>>;

// Of UIDs in their order; neighbours are one range.
inline Set setOf(const std::vector<quint32> &uids)
{
    Set set(mailimap_set_new_empty());
    for (size_t i = 0; i < uids.size();) {
        size_t end = i + 1;
        while (end < uids.size() && uids[end] == uids[end - 1] + 1)
            ++end;
        mailimap_set_add_interval(set.get(), uids[i], uids[end - 1]);
        i = end;
    }
    return set;
}

template <class T, class Visit>
void forEach(const clist *list, Visit &&visit)
{
    if (list == nullptr)
        return;
    for (const clistcell *cell = list->first; cell != nullptr; cell = cell->next)
        visit(*static_cast<const T *>(cell->data));
}

// A text that the library will free.
inline char *given(const QByteArray &text)
{
    return strdup(text.constData());
}

// Of one message: the attribute of that kind, or none.
inline const mailimap_msg_att_static *attribute(const mailimap_msg_att &message, int kind)
{
    const mailimap_msg_att_static *found = nullptr;
    forEach<mailimap_msg_att_item>(message.att_list, [&](const mailimap_msg_att_item &item) {
        if (item.att_type == MAILIMAP_MSG_ATT_ITEM_STATIC && item.att_data.att_static->att_type == kind)
            found = item.att_data.att_static;
    });
    return found;
}

inline quint32 uidOf(const mailimap_msg_att &message)
{
    const auto *uid = attribute(message, MAILIMAP_MSG_ATT_UID);
    return uid == nullptr ? 0 : uid->att_data.att_uid;
}

} // namespace Helmdesk::Etpan
