#!/usr/bin/env bash
# Front matter is a mapping of keys between two lines of dashes at the top of a Markdown file. A line of dashes is also
# a rule, so an article may begin with a rule, a notice and another rule. Libraries that split files are expected to
# leave such an article alone, as there is not one key in it. These take the notice away from the body, silently:
# python-frontmatter 1.3.0 throws it away and writes the file back with "{}" in its place; gray-matter 4.0.3 gives it
# as "data", and writes back one key for each of its letters; front-matter 4.0.2 gives it as "attributes". A heading
# between rules is a comment of YAML, so it is neither in the data nor in the body of any of them.
# For a desk: the notice on top ("no refunds on sale items") is missing in the knowledge base, so answers are written
# without it. Take for front matter only what is a mapping of keys; else the whole text is the article.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet python-frontmatter==1.3.0
npm install --silent --no-audit --no-fund --prefix . gray-matter@4.0.3 front-matter@4.0.2

printf '%s\n' --- 'title: Refunds' --- 'Within 30 days.' > keys.md
printf '%s\n' --- '' 'No refunds on sale items.' '' --- '' 'Within 30 days.' > notice.md
printf '%s\n' --- '- no sale items' '- no gift cards' --- 'Within 30 days.' > list.md
printf '%s\n' --- '# Not on sale items' --- 'Within 30 days.' > heading.md

cat > read.py <<'PY'
import frontmatter
from importlib.metadata import version
for name in ("keys", "notice", "list", "heading"):
    article = frontmatter.load(name + ".md")
    written = frontmatter.dumps(article)
    print("python-frontmatter", version("python-frontmatter"), name, article.metadata, repr(article.content),
          "written back:", repr(written))
    assert article.content == "Within 30 days.", "the body is whole: behaviour changed"
    if name != "keys":
        assert article.metadata == {} and written == "---\n{}\n---\n\nWithin 30 days.", "behaviour changed"
PY
venv/bin/python read.py

cat > read.cjs <<'JS'
const assert = require("assert");
const fs = require("fs");
const grayMatter = require("gray-matter");
const frontMatter = require("front-matter");
const versionOf = (name) => JSON.parse(fs.readFileSync(`node_modules/${name}/package.json`)).version;
const taken = { keys: { title: "Refunds" }, notice: "No refunds on sale items.",
                list: ["no sale items", "no gift cards"], heading: {} };
for (const [name, expected] of Object.entries(taken)) {
    const text = fs.readFileSync(name + ".md", "utf8");
    const gray = grayMatter(text);
    const front = frontMatter(text);
    console.log("gray-matter", versionOf("gray-matter"), name, JSON.stringify([gray.data, gray.content]));
    console.log("front-matter", versionOf("front-matter"), name, JSON.stringify([front.attributes, front.body]));
    assert.deepStrictEqual([gray.data, front.attributes], [expected, expected], "behaviour changed");
    assert.strictEqual(gray.content.trim(), "Within 30 days.", "behaviour changed");
    assert.strictEqual(front.body.trim(), "Within 30 days.", "behaviour changed");
}
const written = grayMatter.stringify(grayMatter(fs.readFileSync("notice.md", "utf8")));
console.log("gray-matter writes back", JSON.stringify(written));
assert.ok(written.startsWith("---\n'0': 'N'\n'1': o\n'2': ' '\n'3': r\n"), "behaviour changed");
JS
node read.cjs
echo "As described: what stands between two rules is gone from the article."
