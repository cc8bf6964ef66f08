"""The f32 forward pass in numpy and the texts of tests/encoder/golden.json. Used by make_weights.py."""

import numpy as np

HIDDEN, LAYERS, HEADS, HEAD_SIZE = 384, 6, 12, 32
POSITIONS, SEPARATOR = 256, 102

# Whole sentences whose vectors are compared. Our own, like all texts below.
SENTENCES = [
    "Hi",
    "Where can I see the receipts of last year?",
    "Our export to CSV stops after the first thousand rows.",
    "I would rather speak with a person about this, please.",
    "The second invoice shows 49.90 EUR, although our plan costs 39.90 EUR; could you look into it?",
    "My password link says it has expired before I even clicked on it.",
    "Thank you! Everything works again since this morning.",
    "ERROR HD-4031: token refresh failed (status=401) at 2026-02-11T08:15:00Z",
    "How do I invite a colleague to our workspace and give her the right to approve drafts?",
    "Grüße aus Köln: die Größe des Anhangs überschreitet das Limit.",
    "We moved to another building in March, and since then two of our locations share one subscription that nobody "
    "remembers ordering. Please tell us who signed for it, when the next payment is due, and whether the unused months "
    "can be credited to the account of the other location.",
    "sync " * 300,
]

# Texts whose token ids are compared: what a normaliser, a splitter and a greedy matcher can get wrong.
ODD_TEXTS = [
    "", " ", "\t\r\n", "a", "...", "don't", "e-mail", "C++ & C#", "unaffable", "Zürich São Tomé Ångström",
    "cafe\u0301 e\u0301\u0323", "\u0130stanbul I\u0307", "STRASSE Straße ẞ", "ΑΣ ΟΔΟΣ ΌΣΟΣ", "ﬁnance ﬀ Ⅷ ½ ²",
    "北京的天气 is 25°C", "東京タワー", "カタカナ ガギグ", "서울특별시 한국어", "ไทย ภาษา", "हिन्दी में", "العربية: مرحبا!",
    "שלום\u200fעולם", "\u202eabc\u202c", "a\u00a0b\u2003c\u3000d", "zero\u200bwidth\u200djoin\u2060er", "\ufeffbom",
    "nul\u0000in\u0007side\u001b[0m", "line\u2028separator\u2029end\u0085next", "😀 smile 👩\u200d💻 🇩🇪 👍🏽", "\U0001fae8 new",
    "\ufffd replaced", "private \ue000 use", "x" * 100, "x" * 101, "ab" * 60 + " tail", "é" * 100, "e\u0301" * 101,
    "[CLS] [SEP] [MASK] [PAD] [UNK]", "[cls] [ SEP ] x[SEP]y", "[[SEP]]", "##ing", "a##b", "$100 €20 £3 ¥4 ₿5",
    "“quoted” ‘single’ «guillemets» – dash — em … ellipsis", "¿Qué? ¡Hola!", "snake_case camelCase kebab-case",
    "http://example.org/path?x=1&y=2#z", "user.name+tag@example.org", "INV-1042 #4711 3.14 1,000.00",
    "≠ ≤ ∑ ∞ → ←", "\u037e \u1fef \u2000 \u212a \u212b", "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 𝟙𝟚𝟛", "㍿ ㎏ ﷺ", "豈更車", "𠀀𪜀𫝀", "ᏣᎳᎩ ꮳꮃꭹ",
    "a\u0338b \u0903\u093e\u0323", "\U000e0041tag", "word " * 253, "word " * 254, "word " * 255, "word " * 400,
    "unbelievablyantidisestablishmentarianism", "lone \u0301 accent", "\u1100\u1161\u11a8", "ﬃ ŉ ǰ ΐ",
]


def layer_norm(x, gamma, beta):
    mean = x.mean(axis=-1, keepdims=True)
    variance = ((x - mean) ** 2).mean(axis=-1, keepdims=True)
    return (x - mean) / np.sqrt(variance + 1e-12) * gamma + beta


def erf(x):
    """Abramowitz and Stegun 7.1.26 in double precision: error below 1.5e-7."""
    t = 1.0 / (1.0 + 0.3275911 * np.abs(x))
    poly = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    return np.sign(x) * (1.0 - poly * np.exp(-x * x))


def token_vectors(model, ids):
    """The last hidden states of the original model, not yet normalised."""
    get = lambda name: model[name].astype(np.float64)
    x = (get("embeddings.word_embeddings.weight")[ids] + get("embeddings.position_embeddings.weight")[: len(ids)]
         + get("embeddings.token_type_embeddings.weight")[0])
    x = layer_norm(x, get("embeddings.LayerNorm.weight"), get("embeddings.LayerNorm.bias"))
    for layer in range(LAYERS):
        prefix = f"encoder.layer.{layer}."
        linear = lambda y, name: y @ get(prefix + name + ".weight").T + get(prefix + name + ".bias")
        heads = lambda y: y.reshape(len(ids), HEADS, HEAD_SIZE).transpose(1, 0, 2)
        query, key, value = (heads(linear(x, f"attention.self.{name}")) for name in ("query", "key", "value"))
        scores = query @ key.transpose(0, 2, 1) / np.sqrt(HEAD_SIZE)
        scores = np.exp(scores - scores.max(axis=-1, keepdims=True))
        scores /= scores.sum(axis=-1, keepdims=True)
        context = (scores @ value).transpose(1, 0, 2).reshape(len(ids), HIDDEN)
        x = layer_norm(x + linear(context, "attention.output.dense"), get(prefix + "attention.output.LayerNorm.weight"),
                       get(prefix + "attention.output.LayerNorm.bias"))
        inner = linear(x, "intermediate.dense")
        inner = 0.5 * inner * (1.0 + erf(inner / np.sqrt(2.0)))
        x = layer_norm(x + linear(inner, "output.dense"), get(prefix + "output.LayerNorm.weight"),
                       get(prefix + "output.LayerNorm.bias"))
    return x


def encode(model, ids):
    vector = token_vectors(model, ids).mean(axis=0)
    return vector / np.linalg.norm(vector)


def token_ids(tokenizer, text):
    ids = tokenizer.encode(text).ids
    return ids if len(ids) <= POSITIONS else ids[: POSITIONS - 1] + [SEPARATOR]


def golden(model, tokenizer):
    vectors = []
    for text in SENTENCES:
        ids = token_ids(tokenizer, text)
        vectors.append({"text": text, "vector": [round(float(v), 5) for v in encode(model, ids)]})
    tokens = [{"text": text, "ids": token_ids(tokenizer, text)} for text in SENTENCES + ODD_TEXTS]
    return {"tokens": tokens, "vectors": vectors}
