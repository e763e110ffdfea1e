"""What the Python peers share: the tables, the roll-up, and what is printed. Nothing of lacuna's."""
import csv
import sys
import time


class Tables:
    def __init__(self, folder):
        self.instruments, self.instrument, self.parent = [], [], []
        with open(folder + "/P.csv", newline="") as file:
            for row in csv.DictReader(file):
                if not self.instruments or self.instruments[-1] != row["instrument"]:
                    self.instruments.append(row["instrument"])
                self.instrument.append(len(self.instruments) - 1)
                self.parent.append(int(row["parent"]) if row["parent"] else None)
        with open(folder + "/M.csv", newline="") as file:
            self.rows = [(int(r["source"]), int(r["target"]), r["relation"]) for r in csv.DictReader(file)]


class Answer:
    """Counts, with a number that no two different answers are likely to share."""

    def __init__(self, tables):
        self.begun = time.perf_counter()
        self.tables = tables
        self.covered = self.overlapped = self.checksum = 0
        depth, self.children = [], {}
        for v, parent in enumerate(tables.parent):  # parents stand first
            depth.append(0 if parent is None else depth[parent] + 1)
            if parent is not None:
                self.children.setdefault(parent, []).append(v)
        self.parents = sorted(self.children, key=lambda v: -depth[v])

    def add(self, source, status):
        """The provisions met from one instrument: 1 overlapped, 2 covered."""
        for parent in self.parents:
            of_children = [status.get(child, 0) for child in self.children[parent]]
            if min(of_children) == 2:
                status[parent] = 2
            elif max(of_children) > 0:
                status.setdefault(parent, 1)
        for v, s in status.items():
            if self.tables.instrument[v] == source:
                continue
            if s == 2:
                self.covered += 1
            else:
                self.overlapped += 1
            self.checksum += s * ((source * 1000003 + v * 7919) % 1048573)

    def print(self):
        print(f"{self.covered},{self.overlapped},{self.checksum},{time.perf_counter() - self.begun:.3f}")


def asked():
    """FOLDER HOPS; None stands for any."""
    return sys.argv[1], None if sys.argv[2] == "any" else int(sys.argv[2])
