#pragma once

#include "memory/CustomerRepository.h"
#include "store/Database.h"

namespace Helmdesk
{

// See memory/CustomerRepository.h. The Database is not owned.
class SqliteCustomerRepository final : public CustomerRepository
{
public:
    explicit SqliteCustomerRepository(Database &database);
    Result<std::optional<CustomerContext>> findById(const QString &id) const override;
    Result<std::optional<CustomerContext>> findByEmail(const QString &email) const override;
    Result<std::vector<CustomerContext>> search(const QString &text, int limit) const override;

private:
    Result<std::optional<CustomerContext>> findWhere(const QString &condition, const QString &value) const;
    Database &m_database;
};

} // namespace Helmdesk
