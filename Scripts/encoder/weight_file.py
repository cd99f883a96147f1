"""The weight file of the sentence encoder: layout, quantisation, vocabulary and character tables.

The layout is the C struct `SEHeader` in Sources/CSentenceEncoder/include/CSentenceEncoder.h: little-endian, every section
aligned to 64 bytes, so that the program reads it in place from its own image.

  linear layers   int8, one scale per output channel, stored as [output / 16][input / 2][16][2]: one load gives a pair of
                  inputs for sixteen outputs, which is what a pairwise multiply-add wants
  word vectors    int8, one scale per word piece
  everything else float32 (positions, biases, layer norms)
  vocabulary      open-addressing hash of FNV-1a over the bytes of a piece, so that nothing is built at start
  characters      what the reference tokenizer does with each code point, asked of that tokenizer itself
"""

import struct

import numpy as np

MAGIC = b"FSENC\0\0\1"
HIDDEN, LAYERS, HEADS, INNER, POSITIONS = 384, 6, 12, 1536, 128
HASH_SLOTS = 65536
BLOCK = 64  # code points in one block of the character table

# Character entry: low two bits the class, the rest what becomes of the character.
OTHER, SPACE, PUNCTUATION = 0, 1, 2
KEEP, DROP, BLANK, PADDED, HANGUL, FIRST_MAPPING = 0, 1, 2, 3, 4, 5


def fnv1a(data: bytes, state: int = 0x811C9DC5) -> int:
    for byte in data:
        state = ((state ^ byte) * 0x01000193) & 0xFFFFFFFF
    return state


def quantise_rows(matrix: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Symmetric int8 with one scale a row; of a few clipping points the one with the least squared error is kept."""
    matrix = matrix.astype(np.float32)
    peak = np.abs(matrix).max(axis=1, keepdims=True)
    peak[peak == 0] = 1
    best = np.full((matrix.shape[0], 1), np.inf)
    scale = peak / 127
    for share in np.linspace(0.80, 1.0, 21):
        candidate = (peak * share / 127).astype(np.float32)
        error = (np.clip(np.rint(matrix / candidate), -127, 127) * candidate - matrix) ** 2
        error = error.sum(axis=1, keepdims=True)
        better = error < best
        best = np.where(better, error, best)
        scale = np.where(better, candidate, scale)
    scale = scale.astype(np.float32)
    return np.clip(np.rint(matrix / scale), -127, 127).astype(np.int8), scale[:, 0]


def pack_linear(quantised: np.ndarray) -> bytes:
    outputs, inputs = quantised.shape
    return quantised.reshape(outputs // 16, 16, inputs // 2, 2).transpose(0, 2, 1, 3).tobytes()


def hangul(code: int) -> str | None:
    index = code - 0xAC00
    if not 0 <= index < 11172:
        return None
    tail = index % 28
    text = chr(0x1100 + index // 588) + chr(0x1161 + index % 588 // 28)
    return text + chr(0x11A7 + tail) if tail else text


def character_tables(tokenizer) -> tuple[bytes, bytes, bytes, bytes]:
    """Asks the reference normaliser and pre-tokenizer about every code point, between two letters."""
    normalise = tokenizer.normalizer.normalize_str
    split = tokenizer.pre_tokenizer.pre_tokenize_str
    entries = np.zeros(0x110000, dtype=np.uint16)
    mappings: dict[str, int] = {}
    for code in range(0x110000):
        if 0xD800 <= code < 0xE000:
            entries[code] = DROP << 2
            continue
        character = chr(code)
        result = normalise("a" + character + "a")
        assert result[0] == "a" and result[-1] == "a"
        result = result[1:-1]
        pieces = len(split("a" + character + "a"))
        kind = {1: OTHER, 2: SPACE, 3: PUNCTUATION}[pieces]
        if result == character:
            action = KEEP
        elif result == "":
            action = DROP
        elif result == " ":
            action = BLANK
        elif result == " " + character + " ":
            action = PADDED
        elif result == hangul(code):
            action = HANGUL
        else:
            action = FIRST_MAPPING + mappings.setdefault(result, len(mappings))
        assert action < 1 << 14
        entries[code] = action << 2 | kind
    blocks: dict[bytes, int] = {}
    index = np.zeros(0x110000 // BLOCK, dtype=np.uint16)
    for number, block in enumerate(entries.reshape(-1, BLOCK)):
        index[number] = blocks.setdefault(block.tobytes(), len(blocks))
    offsets, text = [0], b""
    for mapping in mappings:
        text += mapping.encode()
        offsets.append(len(text))
    assert len(text) < 65536
    return index.tobytes(), b"".join(blocks), np.array(offsets, dtype=np.uint16).tobytes(), text


def vocabulary_tables(tokenizer) -> tuple[bytes, bytes, bytes, int]:
    vocabulary = tokenizer.get_vocab()
    pieces = [piece.encode() for piece, _ in sorted(vocabulary.items(), key=lambda item: item[1])]
    assert sorted(vocabulary.values()) == list(range(len(pieces))) and len(pieces) < 65535
    slots = np.zeros(HASH_SLOTS, dtype=np.uint16)
    offsets = [0]
    for number, piece in enumerate(pieces):
        slot = fnv1a(piece) & (HASH_SLOTS - 1)
        while slots[slot]:
            slot = (slot + 1) & (HASH_SLOTS - 1)
        slots[slot] = number + 1
        offsets.append(offsets[-1] + len(piece))
    longest = max(len(piece) for piece in pieces)
    return slots.tobytes(), np.array(offsets, dtype=np.uint32).tobytes(), b"".join(pieces), longest


def check_order_is_free(tokenizer) -> None:
    """The program does not reorder combining marks. That changes nothing as long as no character that is reordered and
    survives accent stripping is in the vocabulary: a word that holds one is unknown either way."""
    import unicodedata

    alphabet = {character for piece in tokenizer.get_vocab() for character in piece}
    bad = [c for c in alphabet if unicodedata.combining(c) and unicodedata.category(c) != "Mn"]
    assert not bad, bad


def write(path, tensors: dict[str, np.ndarray], tokenizer) -> int:
    """Writes the file and returns its size. `tensors` are named as in the model's safetensors file."""
    check_order_is_free(tokenizer)
    body = bytearray()

    def section(data: bytes) -> int:
        body.extend(b"\0" * (-len(body) % 64))
        position = len(body)
        body.extend(data)
        return position

    def floats(name: str) -> int:
        return section(tensors[name].astype("<f4").tobytes())

    slots, offsets, pieces, longest = vocabulary_tables(tokenizer)
    index, blocks, map_offsets, map_text = character_tables(tokenizer)
    words, word_scales = quantise_rows(tensors["embeddings.word_embeddings.weight"])
    positions = (
        tensors["embeddings.position_embeddings.weight"][:POSITIONS]
        + tensors["embeddings.token_type_embeddings.weight"][0]
    )
    vocabulary = tokenizer.get_vocab()
    fields = [len(words), HIDDEN, LAYERS, HEADS, INNER, POSITIONS]
    fields += [vocabulary[name] for name in ("[CLS]", "[SEP]", "[UNK]")]
    fields += [HASH_SLOTS, longest]
    header_size = len(MAGIC) + 4 * (len(fields) + 1 + 12 + LAYERS * 16)
    body.extend(b"\0" * header_size)
    fields += [section(slots), section(offsets), section(pieces)]
    fields += [section(index), section(blocks), section(map_offsets), section(map_text)]
    fields += [section(word_scales.astype("<f4").tobytes()), section(words.tobytes())]
    fields += [section(positions.astype("<f4").tobytes())]
    fields += [floats("embeddings.LayerNorm.weight"), floats("embeddings.LayerNorm.bias")]
    for layer in range(LAYERS):
        prefix = f"encoder.layer.{layer}."

        def linear(names: list[str], factors: list[float]) -> list[int]:
            weight = np.concatenate([tensors[prefix + name + ".weight"] for name in names])
            bias = np.concatenate(
                [tensors[prefix + name + ".bias"] * factor for name, factor in zip(names, factors)]
            )
            quantised, scale = quantise_rows(weight)
            rows = [len(tensors[prefix + name + ".bias"]) for name in names]
            scale = scale * np.repeat(np.array(factors, dtype=np.float32), rows)
            return [
                section(pack_linear(quantised)),
                section(scale.astype("<f4").tobytes()),
                section(bias.astype("<f4").tobytes()),
            ]

        # The softmax wants query · key / sqrt(32): the factor goes into the query's scales.
        shrink = 1 / np.sqrt(HIDDEN / HEADS)
        attention = [f"attention.self.{name}" for name in ("query", "key", "value")]
        fields += linear(attention, [shrink, 1.0, 1.0])
        fields += linear(["attention.output.dense"], [1.0])
        fields += linear(["intermediate.dense"], [1.0])
        fields += linear(["output.dense"], [1.0])
        for name in ("attention.output.LayerNorm", "output.LayerNorm"):
            fields += [floats(prefix + name + ".weight"), floats(prefix + name + ".bias")]
    fields.insert(0, len(body))
    header = MAGIC + struct.pack(f"<{len(fields)}I", *fields)
    assert len(header) == header_size, (len(header), header_size)
    body[: len(header)] = header
    with open(path, "wb") as file:
        file.write(body)
    return len(body)
