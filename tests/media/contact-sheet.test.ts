import sharp from "sharp";
import { expect, it } from "vitest";
import { contactSheet, type SheetCell } from "@/lib/media/contact-sheet";
import { picture } from "../support/pictures";

const NOTHING: SheetCell = { pictures: [], note: "" };

it("a sheet has every picture whole in its place, words around them, and stays within its size", async () => {
  const red = await picture(64, 32, "#ff0000").webp({ lossless: true }).toBuffer();
  const shown: SheetCell = { pictures: [async () => red], note: "" };
  const gone: SheetCell = { pictures: [() => Promise.reject(new Error("gone"))], note: "" };
  const page = {
    label: "Seed: 7",
    columns: ["boat", "fox"],
    rows: [
      { label: "red", cells: [NOTHING, shown] },
      { label: "blue", cells: [gone, NOTHING] },
    ],
  };
  const sheet = sharp(await contactSheet("a [red|blue] boat", [page]));
  const { width, height } = await sheet.metadata();
  expect(width).toBeGreaterThanOrEqual(2 * 256);
  const { data, info } = await sheet.raw().toBuffer({ resolveWithObject: true });
  const isRed = (at: number) => (data[at] ?? 0) > 250 && (data[at + 1] ?? 255) < 5;
  const reds = Array.from({ length: info.width * info.height }, (_, pixel) => pixel).filter((pixel) => isRed(pixel * info.channels));
  const columns = reds.map((pixel) => pixel % info.width);
  // The lower half of a 256 × 128 picture (16,384, less a soft edge), in the second column.
  expect(reds.length).toBeGreaterThan(15_000);
  expect(reds.length).toBeLessThan(17_000);
  expect(Math.max(...columns) - Math.min(...columns)).toBeGreaterThan(240);
  expect(Math.min(...columns)).toBeGreaterThan(256);
  const many = {
    label: "",
    columns: [],
    rows: Array.from({ length: 32 }, () => ({ label: "", cells: Array.from({ length: 32 }, () => NOTHING) })),
  };
  const large = await sharp(await contactSheet("a thousand", [many])).metadata();
  expect((large.width ?? 0) * (large.height ?? 0)).toBeLessThan(36_000_000);
  expect(height).toBeLessThan(700);
});

it("long labels take the lines they need, none over a picture or another label", async () => {
  const long = "a green and white striped sailboat that leans far over in a strong wind off the northern lighthouse";
  const red = await picture(64, 64, "#ff0000").webp({ lossless: true }).toBuffer();
  const shown: SheetCell = { pictures: [async () => red], note: "" };
  const sheetOf = (label: string, title: string) =>
    contactSheet(title, [{ label: "", columns: [label, label], rows: [{ label, cells: [shown, shown] }] }]);
  const [short, tall] = await Promise.all([sheetOf("boat", "boats"), sheetOf(long, `${long}, ${long}, ${long}`)]);
  const [shortSize, tallSize] = await Promise.all([sharp(short).metadata(), sharp(tall).metadata()]);
  expect((tallSize.height ?? 0) - (shortSize.height ?? 0)).toBeGreaterThan(3 * 14);
  const { data, info } = await sharp(tall).raw().toBuffer({ resolveWithObject: true });
  const isRed = (pixel: number) => (data[pixel * info.channels] ?? 0) > 250 && (data[pixel * info.channels + 1] ?? 255) < 5;
  const reds = Array.from({ length: info.width * info.height }, (_, pixel) => pixel).filter(isRed);
  // The red half of both pictures of 256 × 256 (65,536, less a soft edge): no letter stands on them.
  expect(reds.length).toBeGreaterThan(61_000);
});
