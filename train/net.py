"""The network that labels the blocks of a page, as internal/label/net.go runs it."""

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

WIDTH, LAYERS, TAPS = 48, 4, 5
ACT = 256  # activations are in 256ths
UNIT = 1024  # of log-odds
MIX_LIMIT, NEAR_LIMIT, LIMIT, GATE = 2 ** 11 - 1, 2 ** 14 - 1, 2 ** 15 - 1, 2 ** 12
SHIFT_LIMIT = 24


class Net(nn.Module):
    """A row of features for each block; out: log-odds of main text and scores of
    roles for each block, scores of types for each page."""

    def __init__(self, features, roles, types, mean, spread, drop=0.1):
        super().__init__()
        self.mean, self.spread = mean, spread
        self.first = nn.Linear(features, WIDTH)
        self.drop = nn.Dropout(drop)
        self.near = nn.ModuleList(nn.Conv1d(WIDTH, WIDTH, TAPS, padding=TAPS // 2 << k, dilation=1 << k, groups=WIDTH, bias=False)
                                  for k in range(LAYERS))
        self.mix = nn.ModuleList(nn.Linear(WIDTH, WIDTH) for _ in range(LAYERS))
        self.page = nn.ModuleList(nn.Linear(2 * WIDTH, WIDTH, bias=False) for _ in range(LAYERS))
        self.gate = nn.ParameterList(nn.Parameter(torch.full((WIDTH,), 0.5)) for _ in range(LAYERS))
        self.out = nn.Linear(WIDTH, 1 + roles)
        self.kind = nn.Linear(2 * WIDTH, types)

    def forward(self, rows, there, weight, keep=1.0):
        """rows are bytes, there is 1 where there is a block, weight is each block's
        in the mean, keep is 0 for features that are not to be seen."""
        x = (rows - self.mean) / self.spread * keep
        x = self.drop(F.relu(self.first(x)))
        all_weight = weight.sum(1, keepdim=True) + 1e-6

        def whole(x):
            x = x * there[..., None]
            return torch.cat([(x * weight[..., None]).sum(1) / all_weight, x.max(1).values], -1)

        for near, mix, page, gate in zip(self.near, self.mix, self.page, self.gate):
            y = (x * there[..., None]).transpose(1, 2)
            z = mix(near(y).transpose(1, 2)) + page(whole(x))[:, None]
            x = x + self.drop(F.relu(z)) * gate
        return self.out(x), self.kind(whole(x))

    def bytes(self):
        """The network as internal/label/model.go reads it."""
        state = {k: v.detach().numpy().astype(float) for k, v in self.state_dict().items()}
        spread, mean = self.spread.numpy().astype(float), self.mean.numpy().astype(float)
        w = state["first.weight"] / spread
        bias = state["first.bias"] - w @ mean
        shift, w = quantised(w * ACT, LIMIT)
        out = u32(shift) + i32(bias * ACT) + i16(w.T)
        for k in range(LAYERS):
            shift, w = quantised(state["near.%d.weight" % k][:, 0], NEAR_LIMIT)
            out += u32(shift) + i16(w)
            shift, w = quantised(state["mix.%d.weight" % k], MIX_LIMIT)
            out += u32(shift) + i32(state["mix.%d.bias" % k] * ACT) + i16(w.T)
            shift, w = quantised(state["page.%d.weight" % k], LIMIT)
            out += u32(shift) + i16(w.T) + i16(state["gate.%d" % k] * GATE)
        shift, w = quantised(state["out.weight"] * (UNIT / ACT), MIX_LIMIT)
        out += u32(shift) + i32(state["out.bias"] * UNIT) + i16(w.T)
        shift, w = quantised(state["kind.weight"] * (UNIT / ACT), LIMIT)
        return out + u32(shift) + i32(state["kind.bias"] * UNIT) + i16(w.T)


def quantised(w, limit):
    """The greatest power of two by which w can be multiplied, and w multiplied."""
    shift = max(0, min(SHIFT_LIMIT, int(np.floor(np.log2(limit / np.abs(w).max())))))
    return shift, w * 2.0 ** shift


def u32(n):
    return np.uint32(n).tobytes()


def i32(a):
    return np.round(a).astype(np.int32).tobytes()


def i16(a):
    a = np.round(a)
    assert np.abs(a).max() <= LIMIT
    return np.ascontiguousarray(a.astype(np.int16)).tobytes()
