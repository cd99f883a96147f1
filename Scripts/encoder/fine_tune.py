#!/usr/bin/env python3
"""Fine-tunes the encoder on Knowledge/phrasings and writes the changed tensors.

    python Scripts/encoder/fine_tune.py --output tuned.npz                  on every phrasing
    python Scripts/encoder/fine_tune.py --output fold0.npz --folds 5 --fold 0   without a fifth, for judge.py
    python Scripts/encoder/make_weights.py --tensors tuned.npz

A linear head reads ten times the unit vector; cross-entropy with label smoothing 0.1, AdamW at 1e-4 (head 2e-3), warm-up
over 60 steps, then linear decay; batches of 32 of like length. The word vectors stay as they are: most words of a
question are in no phrasing, and must stay comparable. --share keeps that part of the way from the published weights to
the tuned ones (Wortsman et al., "Robust fine-tuning of zero-shot models", 2022, doi:10.1109/CVPR52688.2022.00780).
Seeded; the bits of the result still depend on the version of PyTorch and on the processor.
"""

import argparse
import pathlib
import random
import time

import numpy as np
import torch
from torch import nn

import minilm
import model_files
import phrasings

parser = argparse.ArgumentParser()
parser.add_argument("--output", type=pathlib.Path, required=True)
parser.add_argument("--folds", type=int)
parser.add_argument("--fold", type=int, default=0)
parser.add_argument("--epochs", type=int, default=6)
parser.add_argument("--rate", type=float, default=1e-4)
parser.add_argument("--share", type=float, default=1.0)
parser.add_argument("--threads", type=int, default=1)
arguments = parser.parse_args()
torch.set_num_threads(arguments.threads)
torch.manual_seed(0)
generator = random.Random(0)

rows = phrasings.rows()
if arguments.folds:
    rows, _ = phrasings.fold(rows, arguments.folds, arguments.fold)
topics = sorted({topic for _, topic in rows})
ids = minilm.tokenize([text for text, _ in rows])
labels = torch.tensor([topics.index(topic) for _, topic in rows])

base = model_files.tensors()
model = minilm.MiniLM(base)
model.embeddings["word_embeddings"].weight.requires_grad_(False)
head = nn.Linear(384, len(topics))
trained = {name: value for name, value in model.named_parameters() if value.requires_grad}
optimiser = torch.optim.AdamW(
    [
        {"params": trained.values(), "lr": arguments.rate},
        {"params": head.parameters(), "lr": 2e-3},
    ],
    weight_decay=0.01,
)
steps = -(-len(rows) // 32) * arguments.epochs
warmup = 60
schedule = torch.optim.lr_scheduler.LambdaLR(
    optimiser, lambda step: min((step + 1) / warmup, max(0.0, (steps - step) / max(1, steps - warmup)))
)
loss_of = nn.CrossEntropyLoss(label_smoothing=0.1)


def batches():
    order = list(range(len(rows)))
    generator.shuffle(order)
    order = [
        index
        for start in range(0, len(order), 1024)
        for index in sorted(order[start : start + 1024], key=lambda index: len(ids[index]))
    ]
    parts = [order[start : start + 32] for start in range(0, len(order), 32)]
    generator.shuffle(parts)
    return parts


model.train()
start = time.monotonic()
for epoch in range(arguments.epochs):
    losses = []
    for part in batches():
        vectors = model(*minilm.batch([ids[index] for index in part]))
        loss = loss_of(head(10 * vectors), labels[part])
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(trained.values(), 1.0)
        optimiser.step()
        schedule.step()
        losses.append(loss.item())
        if len(losses) % 20 == 0:
            print(f"  step {len(losses)}: loss {np.mean(losses[-20:]):.3f}", flush=True)
    print(f"epoch {epoch + 1}: loss {np.mean(losses):.3f}, {time.monotonic() - start:.0f} s", flush=True)

tuned = {
    name: (base[name] + arguments.share * (value.detach().numpy() - base[name])).astype(np.float32)
    for name, value in trained.items()
}
np.savez(arguments.output, **tuned)
