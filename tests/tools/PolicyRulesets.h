#pragma once

#include "core/Json.h"

namespace Helmdesk::Test
{

// Rules in which every tool may be used by everybody; a test adds what it is about.
inline Json openRules()
{
    return Json::parse(R"({"policy": 1, "title": "Rules of a test", "tools": {},
                           "others": {"read": {"who": "none"}, "write": {"who": "none"},
                                      "money": {"who": "none"}}})");
}

inline Json rulesFor(const char *tool, const char *rules)
{
    Json policy = openRules();
    policy["tools"][tool] = Json::parse(rules);
    return policy;
}

} // namespace Helmdesk::Test
