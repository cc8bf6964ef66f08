#pragma once

#include "core/Result.h"
#include "memory/CustomerContext.h"

#include <optional>

namespace Helmdesk
{

// Reads customers. Thread: any. Ownership: returns values. Failure: Unavailable, Corrupt or Io of the store;
// an unknown customer is an empty optional.
class CustomerRepository
{
public:
    virtual ~CustomerRepository() = default;
    virtual Result<std::optional<CustomerContext>> findById(const QString &id) const = 0;
    // Compares the whole address without regard to case and surrounding blanks.
    virtual Result<std::optional<CustomerContext>> findByEmail(const QString &email) const = 0;
    // Customers whose id, name, e-mail or company holds `text`, by name; all when it is empty.
    virtual Result<std::vector<CustomerContext>> search(const QString &text, int limit) const = 0;
};

} // namespace Helmdesk
