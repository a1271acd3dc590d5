import { expect, it } from "vitest";
import { cellOf } from "@/components/assets/cell-of";
import { createGallery } from "@/components/assets/gallery-source";
import { type GalleryIndex, type GalleryPlace, type GalleryRow, INDEX_STEP } from "@/lib/domain/asset/gallery";

const TOTAL = 1_000_000;
const nameOf = (row: number) => `00000000-0000-7000-8000-${String(TOTAL - row).padStart(12, "0")}`;

function aRow(row: number): GalleryRow {
  return {
    id: nameOf(row),
    kind: "image",
    title: `File ${row}`,
    width: 300,
    height: 200,
    durationMs: null,
    byteSize: 1_000,
    thumbHash: "",
    flag: "none",
    rating: 0,
    colour: "none",
    variantId: null,
    stackId: null,
    stackSize: 1,
    createdAt: "2026-11-22T00:00:00Z",
    version: 0,
  };
}

const index = (): GalleryIndex => ({
  total: TOTAL,
  step: INDEX_STEP,
  entries: Array.from({ length: TOTAL / INDEX_STEP }, (_, entry) => nameOf(entry * INDEX_STEP)),
});

/** A studio of a million files that answers in the next turn. */
function aStudio() {
  const asked: string[] = [];
  const positionOf = ({ from, skip }: GalleryPlace) => (from === null ? 0 : TOTAL - Number(from.slice(-12))) + skip;
  const retries: (() => void)[] = [];
  let isDown = false;
  const gallery = createGallery(
    {
      async rows(place, limit) {
        if (isDown) throw new Error("the studio was not reached");
        asked.push(`rows ${positionOf(place)}`);
        expect(place.skip).toBeLessThan(INDEX_STEP);
        return Array.from({ length: limit }, (_, nth) => aRow(positionOf(place) + nth));
      },
      async glance(place, limit) {
        asked.push(`glance ${positionOf(place)}`);
        return "3OcRU".repeat(limit);
      },
      after: (_pauseMs, act) => retries.push(act),
    },
    (row) => cellOf(row, false),
  );
  gallery.subscribe(() => undefined);
  return { gallery, asked, retries, down: (is: boolean) => (isDown = is) };
}

const turns = async () => {
  for (let turn = 0; turn < 40; turn += 1) await Promise.resolve();
};

it("reads the rows where somebody stops, at once and anywhere, and shows the first before it knows how many there are", async () => {
  const { gallery, asked } = aStudio();
  await turns();
  expect(gallery.total()).toBe(100);
  expect(gallery.rowAt(5)?.title).toBe("File 5");
  gallery.setIndex(index());
  await turns();
  asked.length = 0;
  gallery.look({ first: 700_010, end: 700_050 }, 0, false);
  await turns();
  expect(asked.filter((what) => what.startsWith("rows"))[0]).toBe("rows 700000");
  expect(gallery.cellAt(700_049)?.title).toBe("File 700049");
  expect(gallery.whereIs(nameOf(700_049))).toBe(700_049);
});

it("reads colours ahead while it goes by too fast to see, and no more than one page at a time", async () => {
  const { gallery, asked } = aStudio();
  gallery.setIndex(index());
  await turns();
  asked.length = 0;
  gallery.look({ first: 100_000, end: 100_040 }, 5_000, true);
  expect(asked.filter((what) => what.startsWith("rows"))).toEqual(["rows 100300"]);
  await turns();
  expect(asked).toContain("glance 104000");
  expect(gallery.glimpseAt(103_999)).not.toBeNull();
});

it("keeps as much after a whole million as after the first screens", async () => {
  const { gallery } = aStudio();
  gallery.setIndex(index());
  await turns();
  for (let first = 0; first < TOTAL; first += 5_000) {
    gallery.look({ first, end: first + 40 }, 0, false);
    await turns();
  }
  const kept = Array.from({ length: TOTAL / 100 }, (_, page) => gallery.rowAt(page * 100)).filter((row) => row !== undefined);
  expect(kept.length).toBeLessThanOrEqual(60);
  expect(gallery.rowAt(995_000)).toBeDefined();
});

it("shows what was read before while it is read again, and a choice at once", async () => {
  const { gallery, asked } = aStudio();
  gallery.setIndex(index());
  gallery.look({ first: 0, end: 40 }, 0, false);
  await turns();
  gallery.patch((row) => (row.id === nameOf(3) ? { flag: "pick" } : null));
  expect(gallery.cellAt(3)).toMatchObject({ label: "File 3, picked", picture: { frame: "picked" } });
  asked.length = 0;
  gallery.setIndex(index());
  expect(gallery.rowAt(3)?.flag).toBe("pick");
  await turns();
  expect(asked).toContain("rows 0");
  expect(gallery.rowAt(3)?.flag).toBe("none");
});

it("tries a page that could not be read again", async () => {
  const studio = aStudio();
  studio.gallery.setIndex(index());
  await turns();
  studio.down(true);
  studio.gallery.look({ first: 50_000, end: 50_040 }, 0, false);
  await turns();
  expect(studio.gallery.rowAt(50_000)).toBeUndefined();
  studio.down(false);
  for (const retry of studio.retries.splice(0)) retry();
  await turns();
  expect(studio.gallery.rowAt(50_000)?.title).toBe("File 50000");
});
