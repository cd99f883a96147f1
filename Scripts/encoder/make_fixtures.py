#!/usr/bin/env python3
"""Writes what the reference implementation says about the texts of the encoder's tests.

    /tmp/encoder/bin/pip install -r Scripts/encoder/requirements.txt sentence-transformers
    /tmp/encoder/bin/python Scripts/encoder/make_fixtures.py [--tensors FINE_TUNED.npz]

Reads Tests/SentenceEncoderTests/Fixtures/texts.json, a list of texts; writes beside it vectors.json (the vector of each of the first
200 texts by sentence-transformers, fp32, as int8 in base64; the length is lost and is 1) and pieces.json (the ids of
the reference tokenizer for every text). With --tensors the reference runs with fine-tuned weights.
"""

import argparse
import base64
import json
import pathlib

import numpy as np
import torch
from sentence_transformers import SentenceTransformer

import model_files

parser = argparse.ArgumentParser()
parser.add_argument("--tensors", type=pathlib.Path)
arguments = parser.parse_args()
folder = pathlib.Path(__file__).parents[2] / "Tests/SentenceEncoderTests/Fixtures"
texts = json.loads((folder / "texts.json").read_text())

tokenizer = model_files.tokenizer()
ids = [tokenizer.encode(text).ids for text in texts]
(folder / "pieces.json").write_text(json.dumps(ids, separators=(",", ":")).replace("],[", "],\n[") + "\n")

model = SentenceTransformer(str(model_files.directory()), device="cpu")
if arguments.tensors:
    tuned = {name: torch.from_numpy(value) for name, value in np.load(arguments.tensors).items()}
    model[0].auto_model.load_state_dict(tuned, strict=False)
rows = []
for tokens in ids[:200]:
    batch = torch.tensor([tokens])
    features = {"input_ids": batch, "attention_mask": torch.ones_like(batch)}
    with torch.no_grad():
        vector = model(features)["sentence_embedding"][0].numpy()
    vector = vector / np.abs(vector).max() * 127
    rows.append(base64.b64encode(np.rint(vector).astype(np.int8).tobytes()).decode())
(folder / "vectors.json").write_text(json.dumps(rows, indent=0) + "\n")
