// Schemas of tools that somebody else wrote: what is no schema is refused in words.

#include "support/TestSupport.h"
#include "tools/ArgumentSchema.h"

using namespace Helmdesk;

class ArgumentSchemaTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsNoSchemaIsRefused_data();
    void whatIsNoSchemaIsRefused();
    void namesAreNoKeywords();
    void theFirstWrongArgumentIsNamed();
};

void ArgumentSchemaTest::whatIsNoSchemaIsRefused_data()
{
    QTest::addColumn<QString>("schema");
    for (
        const char *schema :
        {R"({"type": 5})", R"({"required": "all"})", R"({"properties": []})", R"({"minLength": "much"})",
         R"({"properties": {"a": {"$ref": "#/definitions/missing"}}})",
         R"({"properties": {"a": {"$ref": "https://schemas.example/a.json"}}})",
         R"({"properties": {"a": {"$ref": "other.json"}}})",
         R"({"properties": {"a": {"$id": "b.json", "type": "string"}}})",
         R"({"definitions": {"a": {"$ref": "#/definitions/b"}, "b": {"$ref": "#/definitions/a"}},
              "properties": {"c": {"$ref": "#/definitions/a"}}})",
         R"({"properties": {"a": {"prefixItems": [{"type": "string"}]}}})",
         R"({"properties": {"a": {"$ref": "#/$defs/b", "maxLength": 2}}, "$defs": {"b": {"type": "string"}}})",
         R"({"unevaluatedProperties": false})", R"({"dependentRequired": {"a": ["b"]}})",
         R"({"$ref": "#/odd/place", "odd": {"place": {"minContains": 2}}})", "true", "[]"})
        QTest::newRow(schema) << QString::fromLatin1(schema);
}

void ArgumentSchemaTest::whatIsNoSchemaIsRefused()
{
    QFETCH(QString, schema);
    const auto compiled = ArgumentSchema::compile(Json::parse(schema.toStdString()));
    QVERIFY(!compiled);
    QCOMPARE(compiled.error().kind, ErrorKind::InvalidInput);
}

// Of a name that is a keyword elsewhere nothing is thought, and a schema may refer to itself from inside.
void ArgumentSchemaTest::namesAreNoKeywords()
{
    const auto schema = ArgumentSchema::compile(Json::parse(R"({
        "$defs": {"texts": {"type": "array", "items": {"type": "string"}}},
        "properties": {"prefixItems": {"type": "string"}, "$ref": {"type": "string"},
                       "notes": {"$ref": "#/$defs/texts", "description": "What was said"},
                       "children": {"type": "array", "items": {"$ref": "#"}}},
        "default": {"unevaluatedItems": 1}})"));
    VERIFY_RESULT(schema);
    VERIFY_RESULT(schema->check(Json::parse(R"({"children": [{"prefixItems": "a"}, {"children": []}]})")));
    QVERIFY(!schema->check(Json::parse(R"({"children": [{"prefixItems": 1}]})")));
}

void ArgumentSchemaTest::theFirstWrongArgumentIsNamed()
{
    const auto schema = ArgumentSchema::compile(Json::parse(R"({
        "type": "object", "additionalProperties": false, "required": ["order"],
        "properties": {"order": {"type": "string"}, "count": {"type": "integer", "minimum": 1}}})"));
    VERIFY_RESULT(schema);
    VERIFY_RESULT(schema->check({{"order", "o1"}, {"count", 1}}));
    const auto said = [&](const Json &args) {
        const auto checked = schema->check(args);
        return checked ? QString() : checked.error().detail;
    };
    QVERIFY(said(Json::object()).contains(QStringLiteral("\"order\" is missing")));
    QVERIFY(said({{"order", 1}}).contains(QStringLiteral("\"order\"")));
    QVERIFY(said({{"order", "o1"}, {"count", 0}}).contains(QStringLiteral("\"count\"")));
    QVERIFY(said({{"order", "o1"}, {"more", 1}}).contains(QStringLiteral("\"more\"")));
    QVERIFY(!said(Json::array()).isEmpty());
}

QTEST_GUILESS_MAIN(ArgumentSchemaTest)
#include "tst_argumentschema.moc"
