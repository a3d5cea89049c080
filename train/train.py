"""Trains the networks of the labeller and writes model files.

In: the rows and linear models that `winnow-lab features` wrote. Out: model.bin,
trained on all pages, and model-0.bin to model-4.bin, each trained without the
pages of one fold. Run it through train/run; it is seeded, and the same rows give
the same models.
"""

import json
import multiprocessing
import sys
import time

import lightgbm as lgb
import numpy as np
import torch
from torch.nn import functional as F

import net

FOLDS = 5
DEPTH = 5
# Passes over the pages, pages a step, the most blocks of a page, the greatest learning
# rate, decay of the weights, share of the features that are hidden, and how slowly
# the weights that are kept, a running mean, follow.
EPOCHS, BATCH, LONGEST, RATE, DECAY, HIDDEN, INERTIA = 8, 12, 1200, 5e-3, 0.1, 0.1, 0.995
# What the roles and the page's type weigh beside main text.
ROLES, KINDS = 0.3, 0.1
QUALITY = dict(objective="cross_entropy", learning_rate=0.06, num_leaves=8, max_depth=4, min_data_in_leaf=20,
               feature_fraction=0.4, bagging_fraction=0.7, bagging_freq=1, lambda_l2=5,
               num_threads=1, verbose=-1, seed=1, deterministic=True, force_row_wise=True)
QUALITY_TREES = 60
# The weight of a block: of a page labelled by reading, of one known only by a truth that
# is noisy or that follows another convention, of a variant of a page, and of one of a few blocks.
CLEAN, VARIED, BARE = 1, 0.3, 1
SOURCES = dict(trafilatura=1, readability=0.5, wcxb=0.1)
FLOOR, EMPTY = 0.2, 0.35  # as in internal/label/decode.go


class Rows:
    """What winnow-lab features wrote."""

    def __init__(self, folder):
        about = json.load(open(folder + "/about.json"))
        self.features, self.types, self.pages = about["features"], about["types"], about["pages"]
        self.x = np.fromfile(folder + "/rows.u8", np.uint8).reshape(-1, len(self.features))
        self.role = np.fromfile(folder + "/roles.u8", np.uint8)
        self.share = np.fromfile(folder + "/share.f32", np.float32)
        self.words = np.fromfile(folder + "/words.i32", np.int32)
        n = len(self.role)
        self.fold, self.flat, self.clean = np.zeros(n, np.int8), np.zeros(n, bool), np.zeros(n, bool)
        self.varied, source = np.zeros(n, bool), np.ones(n, np.float32)
        for p in self.pages:
            s = self.rows_of(p)
            self.fold[s], self.flat[s], self.clean[s], self.varied[s] = p["fold"], p["flat"], p["clean"], p["varied"]
            source[s] = BARE if p["bare"] else VARIED if p["varied"] else CLEAN if p["clean"] else SOURCES[p["set"]]
        self.weight = np.log2(self.words + 2) * source
        self.known = (self.share >= 0) & (self.words > 0)
        # The place of each role among the network's outputs, -1 for those it does not tell.
        members = [m for group in about["groups"] for m in group]
        self.outputs, self.main = len(members), len(about["groups"][0])
        place = np.full(256, -1)
        place[members] = np.arange(len(members))
        self.output = np.where(self.clean, place[self.role], -1)
        self.page_weight = self.x[:, self.features.index("Words")] + np.float32(8)  # as in internal/label/net.go
        some = self.x[::50].astype(np.float32)
        self.mean, self.spread = torch.from_numpy(some.mean(0)), torch.from_numpy(some.std(0) + 4)

    @staticmethod
    def rows_of(page):
        return slice(page["first"], page["first"] + page["blocks"])


def complete(tree):
    """Lays a LightGBM tree out as a complete one: nodes (feature, bound), leaves."""
    nodes = np.zeros((2 ** DEPTH - 1, 2), np.uint8)
    leaves = np.zeros(2 ** DEPTH, np.int16)

    def walk(t, at, depth):
        if "leaf_value" in t:
            first = (at + 1) * 2 ** (DEPTH - depth) - 2 ** DEPTH
            value = int(np.clip(round(t["leaf_value"] * net.UNIT), -32767, 32767))
            leaves[first:first + 2 ** (DEPTH - depth)] = value
            return
        nodes[at] = t["split_feature"], int(np.clip(np.floor(t["threshold"]), 0, 255))
        walk(t["left_child"], 2 * at + 1, depth + 1)
        walk(t["right_child"], 2 * at + 2, depth + 1)

    walk(tree, 0, 0)
    return nodes.tobytes() + leaves.tobytes()


def forest(model):
    """The bytes of a forest, as internal/label/model.go reads them."""
    trees = [complete(t["tree_structure"]) for t in model.dump_model()["tree_info"]]
    return np.uint32(len(trees)).tobytes() + b"".join(trees)


def batch(r, pages):
    """Pages side by side: rows, which of them there are, and what is known."""
    longest = max(min(p["blocks"], LONGEST) for p in pages)
    shape = len(pages), longest
    rows = np.zeros((*shape, len(r.features)), np.float32)
    there, weight, share, sure = (np.zeros(shape, np.float32) for _ in range(4))
    role, kind, kind_weight = np.full(shape, -1), np.full(len(pages), -1), np.zeros(len(pages), np.float32)
    for i, p in enumerate(pages):
        n, first = min(p["blocks"], LONGEST), p["first"]
        if p["blocks"] > n:
            first += np.random.randint(p["blocks"] - n + 1)
        s = slice(first, first + n)
        rows[i, :n], there[i, :n], weight[i, :n] = r.x[s], 1, r.page_weight[s]
        share[i, :n], sure[i, :n] = np.clip(r.share[s], 0, 1), r.weight[s] * r.known[s]
        role[i, :n] = r.output[s]
        if p["type"] in r.types and p["set"] in ("roles", "labels", "wcxb") and not p["bare"]:
            kind[i], kind_weight[i] = r.types.index(p["type"]), VARIED if p["varied"] else 1
    return [torch.from_numpy(a) for a in (rows, there, weight, share, sure, role, kind, kind_weight)]


def loss_of(model, known):
    rows, there, weight, share, sure, role, kind, kind_weight = known
    keep = (torch.rand(len(rows), 1, rows.shape[2]) >= HIDDEN).float()
    out, kinds = model(rows, there, weight, keep)
    text = F.binary_cross_entropy_with_logits(out[..., 0], share, reduction="none")
    roles = F.cross_entropy(out[..., 1:].flatten(0, 1), role.flatten(), reduction="none", ignore_index=-1)
    types = F.cross_entropy(kinds, kind, reduction="none", ignore_index=-1)
    return ((text * sure).sum() + ROLES * (roles * sure.flatten()).sum()) / (sure.sum() + 100) \
        + KINDS * (types * kind_weight).sum() / len(rows)


def train_net(r, pages, seed):
    torch.manual_seed(seed)
    np.random.seed(seed)
    model = net.Net(len(r.features), r.outputs, len(r.types), r.mean, r.spread)
    steps = EPOCHS * -(-len(pages) // BATCH)
    optimizer = torch.optim.AdamW(model.parameters(), RATE, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps + 1, pct_start=0.1)
    kept = {k: v.clone() for k, v in model.state_dict().items()}
    pages = list(pages)
    for _ in range(EPOCHS):
        np.random.shuffle(pages)
        like = []  # pages of like length side by side
        for i in range(0, len(pages), 20 * BATCH):
            like += sorted(pages[i:i + 20 * BATCH], key=lambda p: p["blocks"])
        starts = np.arange(0, len(like), BATCH)
        np.random.shuffle(starts)
        for i in starts:
            loss = loss_of(model, batch(r, like[i:i + BATCH]))
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1)
            optimizer.step()
            schedule.step()
            with torch.no_grad():
                for k, v in model.state_dict().items():
                    kept[k].lerp_(v, 1 - INERTIA)
    model.load_state_dict(kept)
    return model.eval()


def train_fold(r, k, flat):
    """The network without the pages of fold k, as bytes, and of those pages the
    probabilities of main text by itself and by the roles."""
    pages = [p for p in r.pages if p["flat"] == flat and p["blocks"]]
    model = train_net(r, [p for p in pages if p["fold"] != k], k)
    tested = []
    with torch.no_grad():
        for p in pages:
            if p["fold"] == k and not p["varied"]:
                s = r.rows_of(p)
                rows = torch.from_numpy(r.x[s].astype(np.float32))[None]
                out, _ = model(rows, torch.ones(1, p["blocks"]), torch.from_numpy(r.page_weight[s])[None])
                roles = torch.softmax(out[0, :, 1:], -1)
                tested.append((s, torch.sigmoid(out[0, :, 0]).numpy(), roles[:, :r.main].sum(-1).numpy()))
    return model.bytes(), tested


def decode(p, words):
    """The choice of internal/label/decode.go, and the F1 it expects."""
    order = np.argsort(-p, kind="stable")
    hit, kept = np.cumsum((p * words)[order]), np.cumsum(words[order])
    f = 2 * hit / (kept + (p * words).sum() + 1e-9)
    f = np.where(p[order] >= FLOOR, f, -1)
    keep = np.zeros(len(p), bool)
    if len(p) == 0 or f.max() < 0:
        return keep, 0.0
    k = len(f) - 1 - int(np.argmax(f[::-1]))
    if f[k] >= EMPTY:
        keep[order[:k + 1]] = True
    return keep, float(f[k])


def log_scale(n):
    x = int(n) + 1
    l = x.bit_length() - 1
    return min(8 * l + ((x << 3 >> l) & 7), 255)


PAGE = ["PageBlocks", "PageWords", "PageLinks", "PageRunning", "PagePrices", "PageH1s", "PageForms", "PageScore",
        "PageImages", "PageControls", "PageTimes", "TopItems", "TopShare", "TopScore",
        "TypeArticle", "TypeForum", "TypeProduct", "TypeCollection", "TypeListing", "TypeDocs", "TypeService"]


def page_rows(r, p, text, role):
    """What the model of quality knows of a page, and the F1 that was reached."""
    s = r.rows_of(p)
    words = r.words[s].astype(float)
    q = text[s]
    keep, expected = decode(q, words)
    total, kept = words.sum(), words[keep].sum()
    share = np.clip(r.share[s], 0, 1)
    hit = (words * share)[keep].sum()
    truth = max(p["truth"], (words * share).sum())
    f1 = 2 * hit / (kept + truth) if kept + truth else 1.0

    def ratio(a, b):
        return min(int(a * 255 / b), 255) if b else 0

    wanted = words * (keep | (q > .2))
    at = np.nonzero(r.x[s][:, r.features.index("SummaryAt")] == 128)[0]
    row = [ratio(expected, 1), ratio(kept, total), ratio((words * q)[keep].sum(), kept), log_scale(kept),
           ratio(words[(q > .2) & (q < .8)].sum(), total),
           ratio((wanted * abs(q - role[s])).sum(), wanted.sum()), ratio((words * q)[~keep].sum(), kept),
           log_scale(keep.sum()), 1 + int(keep[at[0]]) if len(at) else 0]
    first = r.x[p["first"]]
    return row + [int(first[r.features.index(n)]) for n in PAGE], f1


def feature_hash(names):
    h = 0x811c9dc5
    for c in "".join(n + "," for n in names).encode():
        h = (h ^ c) * 0x01000193 & 0xffffffff
    return h


def report(name, pages):
    by_type = {}
    for kind, f1 in pages:
        by_type.setdefault(kind, []).append(f1)
    print("%-6s %.4f %5d" % (name, np.mean([f for _, f in pages]), len(pages)),
          " ".join("%s %.3f" % (k, np.mean(v)) for k, v in sorted(by_type.items())), flush=True)


def run_job(job):
    torch.set_num_threads(1)
    return train_fold(shared, *job)


def main(rows, out):
    began = time.time()
    global shared
    shared = r = Rows(rows)
    text, role = np.zeros(len(r.role)), np.zeros(len(r.role))
    parts = {}
    jobs = [(k, flat) for k in range(FOLDS + 1) for flat in (False, True)]
    with multiprocessing.get_context("fork").Pool(2) as pool:
        for job, (network, tested) in zip(jobs, pool.imap(run_job, jobs, 1)):
            parts[job] = network
            for s, by_text, by_role in tested:
                text[s], role[s] = by_text, by_role
            print("fold %d%s, %.0f s" % (job[0], " flat" if job[1] else "", time.time() - began), flush=True)
    rated = [(p, *page_rows(r, p, text, role)) for p in r.pages
             if p["blocks"] and not p["flat"] and not p["varied"] and (p["truth"] or p["clean"]) and p["set"] != "trafilatura"]
    x = np.array([row for _, row, _ in rated], np.uint8)
    y = np.array([f1 for _, _, f1 in rated])
    fold = np.array([p["fold"] for p, _, _ in rated])
    for name in ("roles", "labels", "wcxb", "readability"):
        if any(p["set"] == name for p, _, _ in rated):
            report(name, [(p["type"], f1) for p, _, f1 in rated if p["set"] == name])
    flat = [(p["type"], page_rows(r, p, text, role)[1]) for p in r.pages if p["blocks"] and p["flat"] and p["set"] == "roles"]
    report("flat", flat)
    for k in range(FOLDS + 1):
        quality = lgb.train(QUALITY, lgb.Dataset(x[fold != k], y[fold != k]), QUALITY_TREES)
        name = "model.bin" if k == FOLDS else "model-%d.bin" % k
        with open(out + "/" + name, "wb") as f:
            f.write(b"winnow-model-3\n" + np.uint32(feature_hash(r.features)).tobytes())
            f.write(open(rows + "/linear-%d.bin" % k, "rb").read())
            f.write(parts[k, False] + parts[k, True] + forest(quality))
    print("done, %.0f s" % (time.time() - began))


if __name__ == "__main__":
    main(*sys.argv[1:])
