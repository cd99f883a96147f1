#!/usr/bin/env python3
"""Judges fine-tuned tensors on phrasings that they were not trained on, and on public intent sets.

    python Scripts/encoder/judge.py --tensors fold0.npz --folds 5 --fold 0 --intents DIR --shares 0 0.3 0.5 1

For each share of the way from the published weights to the tuned ones: logistic regression on the vectors of the other
folds, alone and fused with one on n-grams, judged on the held-out fold; then logistic regression on ten utterances an
intent, judged on the validation rows (at most 1,500) of CLINC150, BANKING77 and HWU64. Nothing is judged on test rows.
"""

import argparse
import pathlib
import random

import numpy as np
import torch
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline, make_union

import minilm
import model_files
import phrasings

parser = argparse.ArgumentParser()
parser.add_argument("--tensors", type=pathlib.Path, required=True)
parser.add_argument("--folds", type=int, default=5)
parser.add_argument("--fold", type=int, default=0)
parser.add_argument("--shares", type=float, nargs="+", default=[0, 0.5, 1])
parser.add_argument("--intents", type=pathlib.Path)
parser.add_argument("--sets", nargs="+", default=["clinc150", "banking77", "hwu64"])
parser.add_argument("--threads", type=int, default=1)
arguments = parser.parse_args()
torch.set_num_threads(arguments.threads)
base = model_files.tensors()
tuned = dict(np.load(arguments.tensors))


def regression(strength: float):
    return LogisticRegression(C=strength, max_iter=300)


def read(path: pathlib.Path):
    return [tuple(line.split("\t")) for line in path.read_text().splitlines()]


def figures(probabilities, classes, labels):
    """In-scope rows right with "none" among the choices and without it, and among the first three; "none" rows right."""
    labels = np.array(labels)
    inside = labels != "none"
    first = classes[probabilities.argmax(1)] == labels
    forced = probabilities.copy()
    forced[:, classes == "none"] = -1
    order = classes[np.argsort(-forced, axis=1)[:, :3]]
    top = (order == labels[:, None]).any(1)
    right = order[:, 0] == labels
    shares = (first[inside], right[inside], top[inside], first[~inside])
    return " / ".join(f"{100 * share.mean():.1f}" for share in shares)


train, held = phrasings.fold(phrasings.rows(), arguments.folds, arguments.fold)
labels, truth = [topic for _, topic in train], [topic for _, topic in held]
texts, questions = [text for text, _ in train], [text for text, _ in held]
ngrams = make_pipeline(
    make_union(
        TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, token_pattern=r"(?u)\b\w+\b"),
        TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, min_df=2),
    ),
    regression(20),
).fit(texts, labels)
lexical = ngrams.predict_proba(questions)
print(f"{len(train)} phrasings to train on, {len(held)} held out")
print("in scope / forced / first three / out of scope")
print(f"n-grams: {figures(lexical, ngrams.classes_, truth)}", flush=True)

for share in arguments.shares:
    tensors = base | {name: base[name] + share * (value - base[name]) for name, value in tuned.items()}
    model = minilm.MiniLM(tensors)
    head = regression(10).fit(minilm.encode(model, texts), labels)
    dense = head.predict_proba(minilm.encode(model, questions))
    fused = (lexical + dense) / 2
    print(f"share {share}: alone {figures(dense, head.classes_, truth)}, fused {figures(fused, head.classes_, truth)}", flush=True)
    for name in arguments.sets if arguments.intents else []:
        shot = read(arguments.intents / name / "train_10shot.tsv")
        valid = read(arguments.intents / name / "valid.tsv")
        random.Random(0).shuffle(valid)
        valid = valid[:1500]
        head = regression(10).fit(minilm.encode(model, [row[0] for row in shot]), [row[1] for row in shot])
        guess = head.predict(minilm.encode(model, [row[0] for row in valid]))
        print(f"  {name}: {100 * np.mean(guess == [row[1] for row in valid]):.1f}", flush=True)
