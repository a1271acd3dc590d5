import { expect, test } from "vitest";
import { lineageOf } from "@/components/picture-surface/lineage";
import { edge, item, sheet } from "./support";

const box = { x: 0, y: 0, w: 10, h: 10 };

test("level, position and set size follow the edges; pictures and children are one set, pictures first", () => {
  const scene = {
    items: [sheet("a", 0, 0), item("r", box), item("b", box), item("c", box), item("d", box)],
    edges: [edge("a", "b"), edge("a", "c"), edge("b", "d")],
  };
  const tree = lineageOf(scene);
  expect(tree.get("a")).toMatchObject({ level: 1, position: 1, setSize: 2, parentId: null, childIds: ["b", "c"] });
  expect(tree.get("r")).toMatchObject({ level: 1, position: 2, setSize: 2 });
  expect(tree.get("b")).toMatchObject({ level: 2, position: 5, setSize: 6, parentId: "a" });
  expect(tree.get("c")).toMatchObject({ level: 2, position: 6, setSize: 6 });
  expect(tree.get("d")).toMatchObject({ level: 3, position: 1, setSize: 1, parentId: "b" });
});

test("the reading order goes down each branch before the next", () => {
  const tree = lineageOf({
    items: ["a", "b", "c", "d", "e"].map((id) => item(id, box)),
    edges: [edge("a", "b"), edge("a", "c"), edge("b", "e")],
  });
  expect([...tree].sort(([, one], [, other]) => one.order - other.order).map(([id]) => id)).toEqual(["a", "b", "e", "c", "d"]);
});

test("a loop in the edges is cut, and everything still has a place", () => {
  const tree = lineageOf({ items: ["a", "b"].map((id) => item(id, box)), edges: [edge("a", "b"), edge("b", "a")] });
  expect(tree.size).toBe(2);
});
