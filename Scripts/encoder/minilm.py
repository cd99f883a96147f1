"""all-MiniLM-L6-v2 in plain PyTorch: the same passes as the program's, with gradients."""

import numpy as np
import torch
from torch import nn
from torch.nn import functional

import model_files


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.attention = nn.ModuleDict(
            {
                "self": nn.ModuleDict({name: nn.Linear(384, 384) for name in ("query", "key", "value")}),
                "output": nn.ModuleDict({"dense": nn.Linear(384, 384), "LayerNorm": nn.LayerNorm(384, 1e-12)}),
            }
        )
        self.intermediate = nn.ModuleDict({"dense": nn.Linear(384, 1536)})
        self.output = nn.ModuleDict({"dense": nn.Linear(1536, 384), "LayerNorm": nn.LayerNorm(384, 1e-12)})

    def forward(self, x, mask, dropout):
        shape = (x.shape[0], x.shape[1], 12, 32)
        query, key, value = (
            self.attention["self"][name](x).view(shape).transpose(1, 2) for name in ("query", "key", "value")
        )
        rate = dropout if self.training else 0.0
        context = functional.scaled_dot_product_attention(query, key, value, mask[:, None, None], rate)
        context = self.attention["output"]["dense"](context.transpose(1, 2).flatten(2))
        x = self.attention["output"]["LayerNorm"](x + functional.dropout(context, dropout, self.training))
        wide = self.output["dense"](functional.gelu(self.intermediate["dense"](x)))
        return self.output["LayerNorm"](x + functional.dropout(wide, dropout, self.training))


class MiniLM(nn.Module):
    """Ids and lengths in, unit vectors out. Parameters are named as in the model's file."""

    def __init__(self, tensors: dict[str, np.ndarray], dropout: float = 0.1):
        super().__init__()
        self.dropout = dropout
        self.embeddings = nn.ModuleDict(
            {
                "word_embeddings": nn.Embedding(30522, 384),
                "position_embeddings": nn.Embedding(512, 384),
                "token_type_embeddings": nn.Embedding(2, 384),
                "LayerNorm": nn.LayerNorm(384, 1e-12),
            }
        )
        self.encoder = nn.ModuleDict({"layer": nn.ModuleList(Layer() for _ in range(6))})
        state = {name: torch.tensor(value) for name, value in tensors.items() if not name.startswith("pooler")}
        self.load_state_dict(state)

    def forward(self, ids, mask):
        places = torch.arange(ids.shape[1])
        x = self.embeddings["word_embeddings"](ids) + self.embeddings["position_embeddings"](places)
        x = self.embeddings["LayerNorm"](x + self.embeddings["token_type_embeddings"].weight[0])
        x = functional.dropout(x, self.dropout, self.training)
        for layer in self.encoder["layer"]:
            x = layer(x, mask, self.dropout)
        share = mask.float() / mask.sum(1, keepdim=True)
        return functional.normalize((x * share[..., None]).sum(1), dim=1)


def batch(ids: list[list[int]]):
    """Ids padded to the longest row, and which of them count."""
    width = max(map(len, ids))
    padded = torch.tensor([row + [0] * (width - len(row)) for row in ids])
    return padded, torch.tensor([[True] * len(row) + [False] * (width - len(row)) for row in ids])


def tokenize(texts: list[str]) -> list[list[int]]:
    return [encoding.ids for encoding in model_files.tokenizer().encode_batch(texts)]


@torch.no_grad()
def encode(model: MiniLM, texts: list[str]) -> np.ndarray:
    model.eval()
    ids = tokenize(texts)
    order = sorted(range(len(ids)), key=lambda index: len(ids[index]))
    result = np.zeros((len(ids), 384), dtype=np.float32)
    for start in range(0, len(order), 64):
        part = order[start : start + 64]
        result[part] = model(*batch([ids[index] for index in part])).numpy()
    return result
