#pragma once

#include "understanding/RefundChoice.h"
#include "understanding/Values.h"

#include <algorithm>
#include <vector>

namespace Helmdesk
{

// What tells which invoice is meant, in the sentence of the request; all that the text has where it has none.
class InvoiceNaming
{
public:
    InvoiceNaming(const TextValues &read, const RefundContext &context)
    {
        const auto isAsked = [&](const Value &value) {
            return context.request && isNaming(value) && context.request->covers(value.span) &&
                   !isAccepted(value, read);
        };
        const bool isNamedThere = std::ranges::any_of(read.values, isAsked);
        m_read.qualifiers = read.qualifiers;
        for (size_t i = 0; i < read.values.size(); ++i) {
            if (isNamedThere && isNaming(read.values[i]) && !isAsked(read.values[i]))
                continue;
            m_read.values.push_back(read.values[i]);
            m_place.push_back(i);
        }
    }

    const TextValues &read() const { return m_read; }
    // As said of read(), for the whole text of `size` values.
    std::vector<bool> spread(const std::vector<bool> &isUsed, size_t size) const
    {
        std::vector<bool> out(size, false);
        for (size_t i = 0; i < isUsed.size(); ++i)
            out[m_place[i]] = isUsed[i];
        return out;
    }

private:
    TextValues m_read;
    std::vector<size_t> m_place;
};

} // namespace Helmdesk
