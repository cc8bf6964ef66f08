#!/usr/bin/env python3
"""Makes resources/encoder/token-projection.bin: 128 principal directions of the encoder's token vectors.

For maintainers only. Needs what tools/encoder/make_weights.py needs:

    tools/retrieval/make_token_projection.py [--model FOLDER] [--texts FILE.jsonl ...]

The directions are computed from the articles of resources/kb and the written utterances of resources/intents, or from
the "text" of each line of the given files. The shipped file was made from question-and-answer texts and help pages of the
Debian 12 packages perl-doc, python3.11-doc, debian-faq and gnome-user-docs, which are more general than one company's
articles. The
output is 128 x 384 little-endian f32, row by row, the strongest direction first, each with its largest component
positive.
"""

import argparse
import json
import re
import sys
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools" / "encoder"))

import make_weights  # noqa: E402
import reference  # noqa: E402

OUTPUTS = 128
UTTERANCES_PER_INTENT = 6


def texts(files):
    for file in files:
        with open(file, encoding="utf-8") as lines:
            yield from (json.loads(line)["text"] for line in lines if line.strip())
    if files:
        return
    for file in sorted((ROOT / "resources" / "kb").glob("*.md")):
        _, matter, body = file.read_text(encoding="utf-8").split("---\n", 2)
        title = re.search(r'^title: "?(.*?)"?$', matter, re.M)[1]
        for section in re.split(r"^#+ ", body, flags=re.M):
            if section.strip():
                yield f"{title}. {section.strip()}"
    for file in sorted((ROOT / "resources" / "intents").glob("*.json")):
        for intent in json.loads(file.read_text(encoding="utf-8"))["intents"]:
            yield from intent["utterances"][:UTTERANCES_PER_INTENT]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", help="folder of the original model")
    parser.add_argument("--texts", nargs="*", default=[], help="JSON Lines with a member \"text\"")
    arguments = parser.parse_args()
    folder = make_weights.find_model(arguments.model)
    model = make_weights.read_model(folder)
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()

    second_moment = np.zeros((reference.HIDDEN, reference.HIDDEN))
    for text in texts(arguments.texts):
        ids = reference.token_ids(tokenizer, text)
        vectors = reference.token_vectors(model, ids)[1:-1]
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        second_moment += vectors.T @ vectors
    values, directions = np.linalg.eigh(second_moment)
    chosen = directions[:, ::-1][:, :OUTPUTS].T
    signs = np.sign(chosen[np.arange(OUTPUTS), np.abs(chosen).argmax(axis=1)])
    chosen = (chosen * signs[:, None]).astype("<f4")
    output = ROOT / "resources" / "encoder" / "token-projection.bin"
    output.write_bytes(chosen.tobytes())
    kept = values[::-1][:OUTPUTS].sum() / values.sum()
    print(f"{output.relative_to(ROOT)}: {OUTPUTS} directions keep {kept:.3f} of the energy")


if __name__ == "__main__":
    main()
