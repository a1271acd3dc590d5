import fc from "fast-check";
import { expect, test } from "vitest";
import { cellOf } from "@/components/assets/cell-of";
import { createGallery } from "@/components/assets/gallery-source";
import { withOpenStacks } from "@/components/assets/open-stacks";
import type { GalleryRow } from "@/lib/domain/asset/gallery";

const rowOf = (id: string, stackId: string | null, stackSize: number): GalleryRow => ({
  id,
  kind: "image",
  title: id,
  width: 4,
  height: 4,
  durationMs: null,
  byteSize: 1,
  thumbHash: "",
  flag: "none",
  rating: 0,
  colour: "none",
  variantId: null,
  stackId,
  stackSize,
  createdAt: "2026-11-22T00:00:00Z",
  version: 0,
});

/** A list in which each number is how many files lie in the stack at that place; 1 = none. */
async function listOf(sizes: readonly number[]) {
  const membersOf = (at: number) =>
    Array.from({ length: sizes[at] ?? 0 }, (_, nth) =>
      rowOf(nth === 0 ? `cover ${at}` : `file ${at}.${nth}`, sizes[at] === 1 ? null : `stack ${at}`, sizes[at] ?? 1),
    );
  const covers = sizes.flatMap((_, at) => membersOf(at).slice(0, 1));
  const base = createGallery(
    { rows: async ({ skip }, limit) => covers.slice(skip, skip + limit), glance: async () => "", after: () => undefined },
    (row) => cellOf(row, false),
  );
  const gallery = withOpenStacks(base, {
    members: async (stackId) => membersOf(Number(stackId.split(" ")[1])),
    cellOf: (row) => cellOf(row, false),
  });
  gallery.subscribe(() => undefined);
  gallery.setIndex({ total: sizes.length, step: 500, entries: [] });
  await gallery.readRows({ first: 0, end: sizes.length });
  return { gallery, membersOf };
}

const shown = (gallery: Awaited<ReturnType<typeof listOf>>["gallery"]) =>
  Array.from({ length: gallery.total() }, (_, row) => gallery.rowAt(row)?.id);

test("what lies in a stack follows its cover, whichever are open, and every row is found where it is", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 7 }),
      fc.array(fc.nat(), { maxLength: 8 }),
      async (sizes, presses) => {
        const { gallery, membersOf } = await listOf(sizes);
        const open = new Set<number>();
        for (const press of presses) {
          const row = press % gallery.total();
          const id = gallery.rowAt(row)?.id ?? "";
          const at = Number.parseInt(id.split(" ")[1] ?? "", 10);
          expect(await gallery.turnStack(row)).toBe((sizes[at] ?? 1) > 1);
          if ((sizes[at] ?? 1) > 1 && !open.delete(at)) open.add(at);
          const expected = sizes.flatMap((_, place) => membersOf(place).slice(0, open.has(place) ? undefined : 1)).map((file) => file.id);
          expect(shown(gallery)).toEqual(expected);
          for (const [where, file] of expected.entries()) {
            expect(gallery.whereIs(file)).toBe(where);
            expect(gallery.cellAt(where)?.id).toBe(file);
          }
          const [first, end] = [1, Math.max(1, expected.length - 1)];
          expect((await gallery.readRows({ first, end })).map((file) => file.id)).toEqual(expected.slice(first, end));
        }
      },
    ),
    { numRuns: 40 },
  );
});

test("a choice shows in an open stack at once", async () => {
  const { gallery } = await listOf([1, 3]);
  await gallery.turnStack(1);
  gallery.patch(({ id }) => (id === "file 1.2" ? { flag: "pick" } : null));
  expect(gallery.cellAt(3)?.label).toContain("picked, 3 of 3 in its stack");
  expect(gallery.rowAt(2)?.flag).toBe("none");
});
