#pragma once

#include "core/Json.h"

#include <memory>

namespace Helmdesk
{

// A compiled JSON Schema of a tool's arguments. Immutable, so any thread may check with it.
class ArgumentSchema
{
public:
    // InvalidInput when the schema itself is no JSON Schema, or one that cannot be checked whole: draft 7,
    // and of 2020-12 what vetSchema() passes.
    static Result<ArgumentSchema> compile(const Json &schema);

    // InvalidInput whose detail names the first argument that is wrong, missing or not known.
    Result<> check(const Json &args) const;

private:
    struct Compiled;
    std::shared_ptr<const Compiled> m_compiled;
};

} // namespace Helmdesk
