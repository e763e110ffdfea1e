"""The question by NetworkX: a search from every instrument."""
import networkx

import peer

folder, rows = peer.asked()
tables = peer.Tables(folder)
answer = peer.Answer(tables)
graph = networkx.DiGraph()
size = len(tables.instrument)
# points: each provision as covered, each as overlapped, then each instrument, which leads to its own provisions
graph.add_edges_from((2 * size + i, v) for v, i in enumerate(tables.instrument))
for source, target, relation in tables.rows:
    graph.add_edge(source, target if relation in ("equal-to", "superset-of") else size + target)
    if relation in ("equal-to", "subset-of"):
        graph.add_edge(size + source, size + target)
for i in range(len(tables.instruments)):
    status = {}
    for point in networkx.single_source_shortest_path_length(graph, 2 * size + i, None if rows is None else rows + 1):
        if point < size:
            status[point] = 2
        elif point < 2 * size:
            status.setdefault(point - size, 1)
    answer.add(i, status)
answer.print()
