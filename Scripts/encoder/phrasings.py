"""The phrasings of Knowledge/phrasings as (text, topic) rows, and a split of them into folds."""

import pathlib
import random

import yaml

FOLDER = pathlib.Path(__file__).parents[2] / "Knowledge/phrasings"


def rows() -> list[tuple[str, str]]:
    """Every phrasing with its topic; those of all out-of-scope groups have the topic "none"."""
    result = []
    for file in sorted(FOLDER.glob("*.yaml")):
        content = yaml.safe_load(file.read_text())
        texts = list(content.get("phrasings") or [])
        for group in (content.get("groups") or {}).values():
            texts += group
        result += [(str(text), content["topic"]) for text in texts]
    return result


def fold(rows: list[tuple[str, str]], folds: int, number: int):
    """Rows to train on and rows to judge by; every topic is dealt out evenly. The deal depends on the rows alone."""
    order = list(range(len(rows)))
    random.Random(0).shuffle(order)
    order.sort(key=lambda index: rows[index][1])
    held = {index for place, index in enumerate(order) if place % folds == number}
    train = [row for index, row in enumerate(rows) if index not in held]
    return train, [rows[index] for index in sorted(held)]
