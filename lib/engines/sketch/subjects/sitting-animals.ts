import { svgDocument } from "../lexicon/icons";
import { lch, mixRgb, type Rgb, WHITE } from "../raster/colour";
import { breedOf } from "./builds/breeds";
import { type Commissioned, darker, disc, gradient, INK, lighter, line, shape } from "./own/svg-parts";

/** An animal that sits and looks at the viewer. The named colour is that of its fur. */
interface Sitter {
  readonly fur: Rgb;
  /** Chest and muzzle. */
  readonly chest: Rgb;
  readonly paws: Rgb;
  readonly tail: "bush" | "tuft" | "stub" | "ring" | "none";
  readonly ears: "pointed" | "round" | "wide" | "long" | "small" | "hanging";
  readonly earInside: Rgb;
  readonly eyes: "plain" | "patched" | "masked" | "raised";
  readonly nose: "small" | "large" | "none";
  readonly mane?: Rgb;
  readonly hasCheeks?: true;
}

/** Breeds of dogs whose ears stand up. */
const POINTED = /german shepherd|alsatian|husky|malamute|corgi/;

const ROSE: Rgb = lch(0.8, 0.07, 15);
const BLACK: Rgb = [0.15, 0.14, 0.17];

const SITTERS: Readonly<Record<string, Sitter>> = {
  fox: {
    fur: lch(0.66, 0.16, 50),
    chest: [0.98, 0.95, 0.9],
    paws: lch(0.3, 0.04, 40),
    tail: "bush",
    ears: "pointed",
    earInside: lch(0.32, 0.04, 40),
    eyes: "plain",
    nose: "small",
    hasCheeks: true,
  },
  lion: {
    fur: lch(0.77, 0.11, 76),
    chest: lch(0.9, 0.06, 84),
    paws: lch(0.72, 0.11, 72),
    tail: "tuft",
    ears: "round",
    earInside: lch(0.6, 0.08, 60),
    eyes: "plain",
    nose: "small",
    mane: lch(0.5, 0.1, 52),
  },
  panda: {
    fur: [0.95, 0.95, 0.94],
    chest: WHITE,
    paws: BLACK,
    tail: "none",
    ears: "round",
    earInside: BLACK,
    eyes: "patched",
    nose: "small",
  },
  cat: {
    fur: lch(0.68, 0.11, 62),
    chest: [0.97, 0.93, 0.88],
    paws: [0.95, 0.9, 0.84],
    tail: "tuft",
    ears: "pointed",
    earInside: ROSE,
    eyes: "plain",
    nose: "small",
  },
  dog: {
    fur: lch(0.62, 0.1, 60),
    chest: [0.95, 0.9, 0.82],
    paws: lch(0.76, 0.07, 65),
    tail: "tuft",
    ears: "hanging",
    earInside: ROSE,
    eyes: "plain",
    nose: "large",
  },
  koala: {
    fur: lch(0.66, 0.015, 270),
    chest: [0.93, 0.92, 0.94],
    paws: lch(0.52, 0.015, 270),
    tail: "none",
    ears: "wide",
    earInside: lch(0.86, 0.03, 350),
    eyes: "plain",
    nose: "large",
  },
  raccoon: {
    fur: lch(0.58, 0.015, 260),
    chest: [0.88, 0.87, 0.87],
    paws: lch(0.34, 0.015, 260),
    tail: "ring",
    ears: "pointed",
    earInside: [0.88, 0.87, 0.87],
    eyes: "masked",
    nose: "small",
  },
  frog: {
    fur: lch(0.66, 0.16, 138),
    chest: lch(0.92, 0.08, 118),
    paws: lch(0.56, 0.16, 140),
    tail: "none",
    ears: "small",
    earInside: lch(0.6, 0.16, 140),
    eyes: "raised",
    nose: "none",
  },
  "rabbit-face": {
    fur: [0.9, 0.87, 0.86],
    chest: WHITE,
    paws: [0.98, 0.95, 0.95],
    tail: "stub",
    ears: "long",
    earInside: ROSE,
    eyes: "plain",
    nose: "small",
  },
  "mouse-face": {
    fur: lch(0.72, 0.01, 260),
    chest: [0.94, 0.93, 0.94],
    paws: lch(0.82, 0.06, 10),
    tail: "none",
    ears: "wide",
    earInside: ROSE,
    eyes: "plain",
    nose: "small",
  },
  hamster: {
    fur: lch(0.77, 0.1, 68),
    chest: [1, 0.97, 0.93],
    paws: lch(0.84, 0.06, 30),
    tail: "none",
    ears: "small",
    earInside: ROSE,
    eyes: "plain",
    nose: "small",
    hasCheeks: true,
  },
  "pig-face": {
    fur: lch(0.82, 0.08, 8),
    chest: lch(0.88, 0.06, 10),
    paws: lch(0.68, 0.09, 8),
    tail: "stub",
    ears: "pointed",
    earInside: lch(0.7, 0.1, 8),
    eyes: "plain",
    nose: "large",
  },
  "monkey-face": {
    fur: lch(0.48, 0.07, 50),
    chest: lch(0.82, 0.07, 65),
    paws: lch(0.74, 0.07, 62),
    tail: "tuft",
    ears: "wide",
    earInside: lch(0.82, 0.07, 65),
    eyes: "plain",
    nose: "small",
    hasCheeks: true,
  },
};

/** Whether an animal sits only where it is told to: these are drawn better on their legs. */
export function standsBetter(icon: string): boolean {
  return icon === "cat" || icon === "dog";
}

/** A sitting animal with a head of the same hand as its body, or null where we have none by that name. */
export function sittingAnimalSvg(icon: string, { colour, word }: Commissioned): string | null {
  const kind = Object.hasOwn(SITTERS, icon) ? SITTERS[icon] : undefined;
  if (kind === undefined) return null;
  const breed = breedOf(word);
  const held: Sitter =
    breed === null
      ? kind
      : { ...kind, fur: breed.fur, chest: breed.belly, paws: breed.hooves, ears: POINTED.test(word) ? "pointed" : kind.ears };
  const animal = colour === null ? held : { ...held, fur: colour, chest: lighter(colour, 0.6), paws: darker(colour, 0.35) };
  const { fur, chest, paws } = animal;
  // Limbs of another colour than the body, as a panda's, are so from the shoulder.
  const limb = mixRgb(fur, paws, 0.4);
  return svgDocument(
    [
      `<defs>${gradient("Zfur", "down", lighter(fur, 0.1), darker(fur, 0.24))}${gradient("Zchest", "down", chest, mixRgb(chest, fur, 0.35))}${gradient("Zpaw", "down", limb, paws)}</defs>`,
      tailOf(animal),
      shape("M12 56C9 47 11 39 20 37H30C37 39 39 47 36 56Q35 58 32 58H16Q13 58 12 56Z", "Zfur"),
      shape("M16 30C12 36 12 46 14 55H34C36 46 36 36 32 30Z", "Zfur"),
      shape("M18 31C17 37 19 44 24 50C29 44 31 37 30 31Z", "Zchest"),
      shape("M19 40C18.2 47 18 52 18.4 57Q20.8 58.6 23.2 57C23.6 51 23.6 46 23.2 40Z", "Zpaw"),
      shape("M29 40C29.8 47 30 52 29.6 57Q27.2 58.6 24.8 57C24.4 51 24.4 46 24.8 40Z", "Zpaw"),
      `<ellipse cx="13.6" cy="56.2" rx="4.3" ry="2.4" fill="url(#Zpaw)"/><ellipse cx="34.4" cy="56.2" rx="4.3" ry="2.4" fill="url(#Zpaw)"/>`,
      line("M24 43V56", darker(limb, 0.4), 0.6, 0.6),
      headOf(animal),
    ].join(""),
    48,
    60,
  );
}

function headOf(animal: Sitter): string {
  const { fur, chest, mane, hasCheeks, eyes } = animal;
  const isWide = eyes === "raised";
  return [
    mane === undefined ? "" : maneOf(mane),
    earsOf(animal),
    isWide
      ? shape("M24 11C34 11 40 17 39.6 23C39 30 32 34 24 34C16 34 9 30 8.4 23C8 17 14 11 24 11Z", "Zfur")
      : shape("M24 8.4C32.6 8.4 37.4 13.4 38 20.4C37.4 28 31.4 33 24 33.4C16.6 33 10.6 28 10 20.4C10.6 13.4 15.4 8.4 24 8.4Z", "Zfur"),
    hasCheeks
      ? shape(
          "M10.2 21.6C14 19.6 18.6 21 20.4 25L24 27L27.6 25C29.4 21 34 19.6 37.8 21.6C37 28.4 31.4 33 24 33.4C16.6 33 11 28.4 10.2 21.6Z",
          "Zchest",
        )
      : isWide
        ? ""
        : `<ellipse cx="24" cy="27.4" rx="6.6" ry="5.2" fill="url(#Zchest)"/>`,
    eyesOf(animal),
    isWide
      ? line("M11.4 24.6Q24 31.4 36.6 24.6M22.4 20.4h.1M25.6 20.4h.1", darker(fur, 0.6), 0.9)
      : `${noseOf(animal)}${line("M24 26.6V28.4M20.8 29.4Q22.6 30.6 24 28.6Q25.4 30.6 27.2 29.4", darker(chest, 0.65), 0.7)}`,
  ].join("");
}

function maneOf(mane: Rgb): string {
  const tufts = (count: number, reach: number, radius: number, colour: Rgb): string =>
    Array.from({ length: count }, (_, k) => {
      const angle = (k / count) * Math.PI * 2;
      return disc(Number((24 + Math.cos(angle) * reach).toFixed(1)), Number((21 + Math.sin(angle) * reach).toFixed(1)), radius, colour);
    }).join("");
  return `${tufts(15, 14.6, 4.4, darker(mane, 0.22))}${disc(24, 21, 15.6, darker(mane, 0.08))}${tufts(13, 12, 3.8, mane)}`;
}

function earsOf({ ears, fur, earInside, eyes }: Sitter): string {
  const outer = darker(fur, 0.06);
  switch (ears) {
    case "pointed":
      return `${shape("M11 18L9.4 2.4L21.4 9.6ZM37 18L38.6 2.4L26.6 9.6Z", outer)}${shape("M12.4 14L11.6 6L17.8 9.8ZM35.6 14L36.4 6L30.2 9.8Z", earInside)}`;
    case "round":
      return eyes === "patched"
        ? `${disc(13.2, 10.6, 5, earInside)}${disc(34.8, 10.6, 5, earInside)}`
        : `${disc(13, 11, 4.4, outer)}${disc(35, 11, 4.4, outer)}${disc(13, 11, 2.5, earInside)}${disc(35, 11, 2.5, earInside)}`;
    case "wide":
      return `${disc(9.6, 15, 6.8, outer)}${disc(38.4, 15, 6.8, outer)}${disc(9.6, 15.4, 4.4, earInside)}${disc(38.4, 15.4, 4.4, earInside)}`;
    case "hanging":
      return shape(
        "M14 11C6.500 10 3.500 20 6.400 29C10 31.500 13.400 26 14.400 19ZM34 11C41.500 10 44.500 20 41.600 29C38 31.500 34.600 26 33.600 19Z",
        darker(fur, 0.34),
      );
    case "long":
      return [-1, 1]
        .map(
          (side) =>
            `<g transform="rotate(${side * 9} 24 14)"><ellipse cx="${24 + side * 5.4}" cy="9" rx="3.5" ry="9" fill="url(#Zfur)"/><ellipse cx="${24 + side * 5.4}" cy="9.6" rx="1.8" ry="6.8" fill="rgb(${earInside.map((c) => Math.round(c * 255)).join()})"/></g>`,
        )
        .join("");
    case "small":
      return eyes === "raised"
        ? `${disc(15.4, 12, 5.6, outer)}${disc(32.6, 12, 5.6, outer)}`
        : `${disc(14, 11.4, 3.6, outer)}${disc(34, 11.4, 3.6, outer)}${disc(14, 11.8, 2, earInside)}${disc(34, 11.8, 2, earInside)}`;
  }
}

function eyesOf({ eyes, fur }: Sitter): string {
  const eye = (x: number, y: number, radius: number): string =>
    `${disc(x, y, radius, [0.1, 0.08, 0.09])}${disc(x - 0.5, y - 0.6, radius * 0.34, WHITE)}`;
  switch (eyes) {
    case "plain":
      return `${eye(18.4, 20.4, 1.7)}${eye(29.6, 20.4, 1.7)}`;
    case "patched":
      return `<g transform="rotate(28 17.6 20.6)"><ellipse cx="17.6" cy="20.6" rx="3.2" ry="4.4" fill="#262329"/></g><g transform="rotate(-28 30.4 20.6)"><ellipse cx="30.4" cy="20.6" rx="3.2" ry="4.4" fill="#262329"/></g>${disc(18.2, 20, 1, WHITE)}${disc(29.8, 20, 1, WHITE)}`;
    case "masked":
      return `${shape("M10.4 21C13 16.6 20 16.4 23 20.4L25 20.4C28 16.4 35 16.6 37.6 21C36.4 25.4 31 26 27.6 23.4L24 22.4L20.4 23.4C17 26 11.6 25.4 10.4 21Z", darker(fur, 0.7))}${line("M13 17.4Q18 14.6 22 18M35 17.4Q30 14.6 26 18", lighter(fur, 0.7), 1.2)}${eye(18, 20.8, 1.5)}${eye(30, 20.8, 1.5)}`;
    case "raised":
      return `${disc(15.4, 11.4, 3.6, lighter(fur, 0.7))}${disc(32.6, 11.4, 3.6, lighter(fur, 0.7))}${eye(15.4, 11.6, 2)}${eye(32.6, 11.6, 2)}`;
  }
}

function noseOf({ nose, chest }: Sitter): string {
  if (nose === "none") return "";
  return nose === "large"
    ? `<ellipse cx="24" cy="24" rx="3.1" ry="3.9" fill="rgb(${darker(chest, 0.7)
        .map((c) => Math.round(c * 255))
        .join()})"/>`
    : shape("M21.8 23.6Q24 22.4 26.2 23.6Q25.6 26.4 24 26.8Q22.4 26.4 21.8 23.6Z", INK);
}

function tailOf({ tail, fur, chest, paws }: Sitter): string {
  const root = darker(fur, 0.12);
  switch (tail) {
    case "bush":
      return `${shape("M32 56C40 58 46 53 46.5 45C46.8 39 43.5 34 40.5 32C39.5 37 39 40 36.5 44C34.5 48 31.5 51 28.5 53Z", "Zfur")}${shape("M46.5 45C46.8 39 43.5 34 40.5 32C39.7 35.5 39.3 38 38.5 40.5C41.5 40.5 44.5 42 46.5 45Z", chest)}`;
    case "tuft":
      return `${line("M33 55C40 56 43 51 42 44", root, 2.6)}${disc(42, 43, 2.8, darker(paws, 0.3))}`;
    case "ring":
      return `${line("M33 55C42 57 45 49 43 41", lighter(fur, 0.2), 6)}<path d="M33 55C42 57 45 49 43 41" fill="none" stroke="#34343a" stroke-width="6" stroke-dasharray="3 4"/>`;
    case "stub":
      return disc(37.5, 52, 3.4, chest);
    case "none":
      return "";
  }
}
