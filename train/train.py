"""Trains the forests of the labeller and writes model files.

In: the rows and linear models that `winnow-lab features` wrote. Out: model.bin,
trained on all pages, and model-0.bin to model-4.bin, each trained without the
pages of one fold. Run it through train/run; it is seeded, and the same rows give
the same models.
"""

import json
import sys
import time

import lightgbm as lgb
import numpy as np

DEPTH, LEAVES = 5, 20
FOLDS = 5
UNIT = 1024  # of log-odds, in the leaves
MAIN = "standfirst body caption code footnote post".split()

TEXT = dict(objective="cross_entropy", learning_rate=0.12, num_leaves=LEAVES, max_depth=DEPTH,
            min_data_in_leaf=40, feature_fraction=0.4, bagging_fraction=0.7, bagging_freq=1,
            lambda_l2=5, num_threads=1, verbose=-1, seed=1, deterministic=True, force_row_wise=True)
TEXT_TREES = 120
CLASSES = dict(TEXT, objective="multiclass", learning_rate=0.2, num_leaves=16, min_data_in_leaf=20)
GROUP_ROUNDS, ROLE_ROUNDS = 24, 20
QUALITY = dict(TEXT, learning_rate=0.06, num_leaves=8, max_depth=4, min_data_in_leaf=20)
QUALITY_TREES = 60
WEAK = 0.1  # weight of a block that is known only by a noisy truth


class Rows:
    """What winnow-lab features wrote."""

    def __init__(self, folder):
        about = json.load(open(folder + "/about.json"))
        self.features, self.roles, self.pages = about["features"], about["roles"], about["pages"]
        self.x = np.fromfile(folder + "/rows.u8", np.uint8).reshape(-1, len(self.features))
        self.role = np.fromfile(folder + "/roles.u8", np.uint8)
        self.share = np.fromfile(folder + "/share.f32", np.float32)
        self.words = np.fromfile(folder + "/words.i32", np.int32)
        n = len(self.role)
        self.fold, self.flat, self.clean = np.zeros(n, np.int8), np.zeros(n, bool), np.zeros(n, bool)
        for p in self.pages:
            s = self.rows_of(p)
            self.fold[s], self.flat[s], self.clean[s] = p["fold"], p["flat"], p["clean"]
        self.weight = np.log2(self.words + 2) * np.where(self.clean, 1, WEAK)
        self.known = (self.share >= 0) & (self.words > 0)
        self.groups = about["groups"]
        self.group = np.full(256, -1)
        for g, members in enumerate(self.groups):
            self.group[members] = g
        self.group = self.group[self.role]

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
            value = int(np.clip(round(t["leaf_value"] * UNIT), -32767, 32767))
            leaves[first:first + 2 ** (DEPTH - depth)] = value
            return
        nodes[at] = t["split_feature"], int(np.clip(np.floor(t["threshold"]), 0, 255))
        walk(t["left_child"], 2 * at + 1, depth + 1)
        walk(t["right_child"], 2 * at + 2, depth + 1)

    walk(tree, 0, 0)
    return nodes.tobytes() + leaves.tobytes()


def forest(model, classes=1):
    """The bytes of a forest, as internal/label/model.go reads them."""
    trees = [complete(t["tree_structure"]) for t in model.dump_model()["tree_info"]]
    out = np.uint32(classes).tobytes()
    for c in range(classes):
        own = trees[c::classes]
        out += np.int32(0).tobytes() + np.uint32(len(own)).tobytes() + b"".join(own)
    return out


def fit(params, rounds, x, y, weight):
    return lgb.train(params, lgb.Dataset(x, y, weight=weight), rounds)


def train_text(r, use):
    return fit(TEXT, TEXT_TREES, r.x[use], np.clip(r.share[use], 0, 1), r.weight[use])


def train_classes(r, use, label, classes, rounds):
    """A forest that tells classes apart, as bytes."""
    if classes == 1:
        return np.uint32(1).tobytes() + np.int32(0).tobytes() + np.uint32(0).tobytes()
    model = fit(dict(CLASSES, num_class=classes), rounds, r.x[use], label[use], r.weight[use])
    return forest(model, classes)


def train_roles(r, use):
    """The forest of groups, and one of the roles of each group, as bytes."""
    use = use & r.clean
    out = train_classes(r, use & (r.group > 0), r.group - 1, len(r.groups) - 1, GROUP_ROUNDS)
    for g, members in enumerate(r.groups):
        index = np.zeros(256, int)
        index[members] = np.arange(len(members))
        out += train_classes(r, use & (r.group == g), index[r.role], len(members), ROLE_ROUNDS)
    return out


def decode(p, words, floor=0.2):
    """The choice of internal/label/decode.go, and the F1 it expects."""
    order = np.argsort(-p, kind="stable")
    hit, kept = np.cumsum((p * words)[order]), np.cumsum(words[order])
    f = 2 * hit / (kept + (p * words).sum() + 1e-9)
    f = np.where(p[order] >= floor, f, -1)
    keep = np.zeros(len(p), bool)
    if len(p) == 0 or f.max() < 0:
        return keep, 0.0
    k = len(f) - 1 - int(np.argmax(f[::-1]))
    keep[order[:k + 1]] = True
    return keep, float(f[k])


def log_scale(n):
    x = int(n) + 1
    l = x.bit_length() - 1
    return min(8 * l + ((x << 3 >> l) & 7), 255)


PAGE = ["PageBlocks", "PageWords", "PageLinks", "PageRunning", "PagePrices", "PageH1s", "PageForms", "PageScore",
        "TypeArticle", "TypeForum", "TypeProduct", "TypeCollection", "TypeListing", "TypeDocs", "TypeService"]


def page_rows(r, p, prob):
    """What the model of quality knows of a page, and the F1 that was reached."""
    s = r.rows_of(p)
    words, q = r.words[s].astype(float), prob[s]
    keep, expected = decode(q, words)
    total, kept = words.sum(), words[keep].sum()
    share = np.clip(r.share[s], 0, 1)
    hit = (words * share)[keep].sum()
    truth = max(p["truth"], (words * share).sum())
    f1 = 2 * hit / (kept + truth) if kept + truth else 1.0
    row = [int(expected * 255), int(kept * 255 / total) if total else 0,
           int((words * q)[keep].sum() * 255 / kept) if kept else 0, log_scale(kept),
           int(words[(q > .2) & (q < .8)].sum() * 255 / total) if total else 0]
    first = r.x[p["first"]]
    return [min(v, 255) for v in row] + [int(first[r.features.index(n)]) for n in PAGE], f1


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


def main(rows, out):
    began = time.time()
    r = Rows(rows)
    prob = np.zeros(len(r.role))
    parts = {}
    for k in range(FOLDS + 1):
        for flat in (False, True):
            mine = r.flat == flat
            use = mine & (r.fold != k)
            text = train_text(r, use & r.known)
            parts[k, flat] = forest(text) + train_roles(r, use)
            if k < FOLDS:
                test = mine & (r.fold == k)
                prob[test] = text.predict(r.x[test])
        print("fold %d, %.0f s" % (k, time.time() - began), flush=True)
    rated = [(p, *page_rows(r, p, prob)) for p in r.pages
             if p["blocks"] and not p["flat"] and p["truth"] and p["set"] != "trafilatura"]
    x = np.array([row for _, row, _ in rated], np.uint8)
    y = np.array([f1 for _, _, f1 in rated])
    fold = np.array([p["fold"] for p, _, _ in rated])
    for name in ("roles", "labels", "wcxb", "readability"):
        if any(p["set"] == name for p, _, _ in rated):
            report(name, [(p["type"], f1) for p, _, f1 in rated if p["set"] == name])
    flat = [(p["type"], page_rows(r, p, prob)[1]) for p in r.pages if p["blocks"] and p["flat"] and p["set"] == "roles"]
    report("flat", flat)
    for k in range(FOLDS + 1):
        quality = fit(QUALITY, QUALITY_TREES, x[fold != k], y[fold != k], None)
        name = "model.bin" if k == FOLDS else "model-%d.bin" % k
        with open(out + "/" + name, "wb") as f:
            f.write(b"winnow-model-1\n" + np.uint32(feature_hash(r.features)).tobytes())
            f.write(open(rows + "/linear-%d.bin" % k, "rb").read())
            f.write(parts[k, False] + parts[k, True] + forest(quality))
    print("done, %.0f s" % (time.time() - began))


main(*sys.argv[1:])
