#pragma once

// The library for JSON Schema, for the few files that use it. Without this it ends the program when a schema
// is none, or refers to another place: a tool that somebody adds must not be able to do that.
#define VALIJSON_USE_EXCEPTIONS 1

#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>
