import { svgDocument } from "../../lexicon/icons";
import { hex, lch, type Rgb } from "../../raster/colour";
import type { Random } from "../../raster/random";
import { type Commissioned, darker, disc, gradient, lighter, line, shape } from "./svg-parts";

const GLAZES: readonly Rgb[] = [[0.96, 0.95, 0.92], lch(0.56, 0.08, 245), lch(0.82, 0.04, 190), lch(0.6, 0.11, 38), lch(0.5, 0.07, 150)];
const PORCELAIN: readonly Rgb[] = [[0.97, 0.96, 0.94], [0.97, 0.96, 0.94], lch(0.86, 0.04, 230), lch(0.84, 0.06, 85)];

/** What is served: its colours from the main one on, and whether it lies flat like soup or rises to a heap. */
interface Dish {
  readonly colours: readonly [Rgb, ...Rgb[]];
  readonly form: "liquid" | "grains" | "strands" | "leaves";
}

const GREEN: Rgb = lch(0.62, 0.15, 135);
const TOMATO: Rgb = lch(0.58, 0.19, 30);
const SOUP: Dish = { colours: [lch(0.68, 0.15, 58), GREEN], form: "liquid" };
const DISHES: readonly (readonly [word: RegExp, dish: Dish])[] = [
  [/rice/, { colours: [[0.97, 0.96, 0.93]], form: "grains" }],
  [/cereal|granola|muesli/, { colours: [lch(0.72, 0.12, 72), TOMATO], form: "grains" }],
  [/oatmeal|porridge/, { colours: [lch(0.84, 0.05, 80), lch(0.45, 0.12, 290)], form: "liquid" }],
  [/salad/, { colours: [GREEN, TOMATO, lch(0.8, 0.14, 115)], form: "leaves" }],
  [/spaghetti|pasta|lasagna/, { colours: [lch(0.85, 0.12, 88), TOMATO, GREEN], form: "strands" }],
  [/noodle|ramen/, { colours: [lch(0.84, 0.11, 85), GREEN, lch(0.7, 0.13, 60)], form: "strands" }],
  [/curry|stew|chili/, { colours: [lch(0.6, 0.13, 55), TOMATO, GREEN], form: "liquid" }],
];

function dishOf(word: string): Dish {
  return DISHES.find(([names]) => names.test(word))?.[1] ?? SOUP;
}

/** A bowl with food in it, seen a little from above; `word` says which food. The colour said of it is the bowl's. */
export function servedBowlSvg({ colour, word }: Commissioned, random: Random): string {
  const glaze = colour ?? random.pick(GLAZES);
  return svgDocument(
    [
      `<defs>${gradient("Zglaze", "right", lighter(glaze, 0.3), glaze, darker(glaze, 0.4))}</defs>`,
      shape("M22 48H42L44 51H20Z", darker(glaze, 0.45)),
      shape("M3 18C4 34 14 49 24 49H40C50 49 60 34 61 18Z", "Zglaze"),
      `<ellipse cx="32" cy="18" rx="29" ry="8.4" fill="url(#Zglaze)"/>`,
      `<ellipse cx="32" cy="18.6" rx="26.4" ry="6.8" fill="rgb(40,28,30)" fill-opacity=".55"/>`,
      foodAt(dishOf(word), 32, 19, 25, random),
      line("M3.4 20C5.6 27.6 18 31.4 32 31.4S58.4 27.6 60.6 20", darker(glaze, 0.3), 1, 0.5),
    ].join(""),
    64,
    52,
  );
}

/** A plate with food on it. */
export function servedPlateSvg(commissioned: Commissioned, random: Random): string {
  return svgDocument(
    `<g transform="translate(0 16)">${dinnerPlate(commissioned, random)}</g>${foodAt(dishOf(commissioned.word), 36, 27, 21, random)}`,
    72,
    40,
  );
}

/** An empty plate, seen a little from above; what is on it stands on its middle. */
export function plateSvg(commissioned: Commissioned, random: Random): string {
  return svgDocument(dinnerPlate(commissioned, random), 72, 24);
}

function dinnerPlate({ colour }: Commissioned, random: Random): string {
  const china = colour ?? random.pick(PORCELAIN);
  return [
    `<defs>${gradient("Zchina", "down", darker(china, 0.12), lighter(china, 0.3))}</defs>`,
    `<ellipse cx="36" cy="14.4" rx="32" ry="8.6" fill="#000" fill-opacity=".25"/>`,
    shape("M2 11C3 17 18 22.6 36 22.6S69 17 70 11Z", darker(china, 0.3)),
    `<ellipse cx="36" cy="11" rx="34" ry="9.4" fill="url(#Zchina)"/>`,
    `<ellipse cx="36" cy="11.6" rx="23" ry="5.6" fill="#5a505a" fill-opacity=".16"/>`,
    `<ellipse cx="36" cy="12" rx="22" ry="5.2" fill="url(#Zchina)"/>`,
  ].join("");
}

/** Food around (x, y), `wide` to either side. */
function foodAt({ colours, form }: Dish, x: number, y: number, wide: number, random: Random): string {
  const [main] = colours;
  const other = (k: number): Rgb => colours[k % colours.length] ?? main;
  const high = wide * 0.26;
  if (form === "liquid") {
    const bits = Array.from({ length: 9 }, (_, k) => {
      const angle = random.range(0, 6.28);
      const out = Math.sqrt(random.next()) * 0.8;
      return `<ellipse cx="${x + Math.cos(angle) * out * wide}" cy="${y + Math.sin(angle) * out * high}" rx="2.4" ry="1.1" fill="${hex(other(1 + k))}"/>`;
    });
    return `<ellipse cx="${x}" cy="${y}" rx="${wide}" ry="${high}" fill="${hex(main)}"/><ellipse cx="${x - wide * 0.3}" cy="${y - high * 0.3}" rx="${wide * 0.4}" ry="${high * 0.3}" fill="#fff" fill-opacity=".25"/>${bits.join("")}`;
  }
  const heap = shape(
    `M${x - wide} ${y}C${x - wide * 0.8} ${y - wide * 0.4} ${x - wide * 0.3} ${y - wide * 0.62} ${x} ${y - wide * 0.62}S${x + wide * 0.8} ${y - wide * 0.4} ${x + wide} ${y}C${x + wide * 0.5} ${y + high} ${x - wide * 0.5} ${y + high} ${x - wide} ${y}Z`,
    darker(main, form === "grains" ? 0.12 : 0.22),
  );
  const marks = Array.from({ length: form === "leaves" ? 26 : form === "grains" ? 60 : 22 }, (_, k) => {
    const across = random.range(-0.88, 0.88);
    const up = random.next() * (1 - across * across) * 0.58;
    const [cx, cy] = [x + across * wide, y + high * 0.4 - up * wide];
    const tone = k % 4 === 3 ? other(1 + (k >> 2)) : lighter(main, random.range(0, 0.35));
    if (form === "grains") return `<ellipse cx="${cx}" cy="${cy}" rx="1.5" ry=".9" fill="${hex(tone)}"/>`;
    if (form === "strands") {
      const bend = random.range(-5, 5);
      return line(
        `M${cx - 7} ${cy + 1}Q${cx} ${cy - 5 + bend} ${cx + 7} ${cy + 1.6}`,
        k % 7 === 6 ? other(1) : lighter(main, random.range(0, 0.3)),
        1.5,
      );
    }
    return `<ellipse cx="${cx}" cy="${cy}" rx="4.6" ry="2.4" transform="rotate(${random.range(-50, 50)} ${cx} ${cy})" fill="${hex(tone)}"/>`;
  });
  const top = form === "strands" ? disc(x, y - wide * 0.5, 3.2, other(1)) : "";
  return heap + marks.join("") + top;
}

const COFFEE: Rgb = lch(0.36, 0.06, 52);

/** A cup of something hot on its saucer, seen a little from above. The colour said of it is the cup's. */
export function hotCupSvg({ colour }: Commissioned, random: Random): string {
  const glaze = colour ?? random.pick(PORCELAIN);
  return svgDocument(
    [
      `<defs>${gradient("Zcup", "right", lighter(glaze, 0.5), glaze, darker(glaze, 0.34))}${gradient("Zsaucer", "down", lighter(glaze, 0.3), darker(glaze, 0.2))}</defs>`,
      line("M24 14C21 10 27 8 24 3M32 13C29 9 35 7 32 2M40 14C37 10 43 8 40 3", [0.95, 0.95, 0.96], 1.7, 0.6),
      `<ellipse cx="33" cy="53" rx="30" ry="6.6" fill="url(#Zsaucer)"/><ellipse cx="33" cy="52" rx="17" ry="3.4" fill="${hex(darker(glaze, 0.3))}" fill-opacity=".55"/>`,
      line("M50 27C61 25 61 42 46 41", darker(glaze, 0.14), 4),
      shape("M11 22C11 40 17 53 26 53H38C47 53 53 40 53 22Z", "Zcup"),
      `<ellipse cx="32" cy="22" rx="21" ry="5.6" fill="${hex(lighter(glaze, 0.35))}"/><ellipse cx="32" cy="22.6" rx="18.6" ry="4.4" fill="${hex(COFFEE)}"/>`,
      line("M19 22Q25 20.4 33 20.6", lighter(COFFEE, 0.4), 1, 0.7),
    ].join(""),
    66,
    60,
  );
}
