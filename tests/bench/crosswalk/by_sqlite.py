"""The question by recursive SQL, in SQLite: all pairs in one query, then the roll-up, level by level."""
import sqlite3

import peer

folder, rows = peer.asked()
tables = peer.Tables(folder)
answer = peer.Answer(tables)
db = sqlite3.connect(":memory:")
db.execute("PRAGMA temp_store = MEMORY")
db.execute("CREATE TABLE provision (id INTEGER PRIMARY KEY, instrument INTEGER, parent INTEGER, depth INTEGER)")
depth = []
for parent in tables.parent:
    depth.append(0 if parent is None else depth[parent] + 1)
db.executemany("INSERT INTO provision VALUES (?, ?, ?, ?)", zip(range(len(depth)), tables.instrument, tables.parent, depth))
db.execute("CREATE INDEX by_parent ON provision (parent)")
# kind: what a chain that still covers (2), or only overlaps (1), becomes by this row
db.execute("CREATE TABLE step (source INTEGER, kind INTEGER, target INTEGER, becomes INTEGER, PRIMARY KEY (source, kind, target, becomes)) WITHOUT ROWID")
steps = []
for source, target, relation in tables.rows:
    steps.append((source, 2, target, 2 if relation in ("equal-to", "superset-of") else 1))
    if relation in ("equal-to", "subset-of"):
        steps.append((source, 1, target, 1))
db.executemany("INSERT OR IGNORE INTO step VALUES (?, ?, ?, ?)", steps)
if rows is None:
    chains = """chain (instrument, id, kind) AS (
        SELECT instrument, id, 2 FROM provision
        UNION SELECT chain.instrument, target, becomes FROM chain JOIN step ON source = chain.id AND step.kind = chain.kind)"""
else:
    chains = f"""chain (instrument, id, kind, used) AS (
        SELECT instrument, id, 2, 0 FROM provision
        UNION SELECT chain.instrument, target, becomes, used + 1 FROM chain JOIN step ON source = chain.id AND step.kind = chain.kind WHERE used < {rows})"""
db.execute("CREATE TABLE cell (instrument INTEGER, id INTEGER, status INTEGER, PRIMARY KEY (instrument, id)) WITHOUT ROWID")
db.execute(f"WITH RECURSIVE {chains} INSERT INTO cell SELECT instrument, id, max(kind) FROM chain GROUP BY instrument, id")
for level in range(max(depth), 0, -1):
    db.execute(
        """INSERT INTO cell
        SELECT cell.instrument, parent, CASE WHEN sum(status = 2) = (SELECT count(*) FROM provision AS child WHERE child.parent = provision.parent) THEN 2 ELSE 1 END
        FROM cell JOIN provision ON provision.id = cell.id WHERE depth = ? GROUP BY cell.instrument, parent
        ON CONFLICT DO UPDATE SET status = max(status, excluded.status)""",
        (level,),
    )
total = db.execute(
    """SELECT ifnull(sum(status = 2), 0), ifnull(sum(status = 1), 0), ifnull(sum(status * ((cell.instrument * 1000003 + cell.id * 7919) % 1048573)), 0)
    FROM cell JOIN provision ON provision.id = cell.id WHERE provision.instrument <> cell.instrument"""
).fetchone()
answer.covered, answer.overlapped, answer.checksum = total
answer.print()
