import { hex, lch, mixRgb, type Rgb } from "../../raster/colour";
import { type Build, DARK, type Paint } from "./build";
import { BUILDS } from "./quadruped-builds";

const BLACK: Rgb = [0.16, 0.14, 0.16];
const WHITE: Rgb = [0.97, 0.96, 0.94];
const TAN: Rgb = lch(0.64, 0.11, 62);

/** Ears that stand up, a nose and a tongue. */
const pointed = (fur: Rgb) => (): string =>
  `<path d="M9.6 16L9.8 7.4L14.6 13.4zM14 13.6L18.6 7L19.4 16z" fill="${hex(fur)}"/><path d="M10.8 14.6L10.8 10L13.2 13zM15.4 13.4L17.8 9.8L18.2 14.6z" fill="${hex(mixRgb(fur, [0.9, 0.6, 0.55], 0.5))}"/><circle cx="5.4" cy="21.4" r="1.5" fill="#221b1c"/>`;
/** Ears that hang. */
const hanging = (ear: Rgb) => (): string =>
  `<path d="M14.4 15.4c4.4-.6 6.6 3 5.6 9.4c-2.4 1-4.6-.6-5.6-4z" fill="${hex(ear)}"/><circle cx="5.4" cy="21.4" r="1.5" fill="#221b1c"/><path d="M19.6 27.4c-1 2-3.6 3.4-6 2.8" fill="none" stroke="#b23b36" stroke-width="1.8"/>`;
const saddle = (colour: Rgb): string =>
  `<path d="M22 28.6C28 26.4 42 26.4 49 28.8C51 33 48 36.6 42 36.4C34 37.6 26 36.4 22 33.6Z" fill="${hex(colour)}"/>`;
const bushy = ({ fur }: Paint): string => `<path d="M48 30C54 28 59 32 60 40C60.4 44 58 46 55.4 45C53 41 50 38.4 46.6 37Z" fill="${fur}"/>`;
const curled = ({ belly, fur }: Paint): string =>
  `<path d="M48 31C55 30 56 22 51 20C47 19 45 23 48 25" fill="none" stroke="${fur}" stroke-width="4.4" stroke-linecap="round"/><path d="M52.6 23C52 21 49.6 20.6 48.4 22" fill="none" stroke="${belly}" stroke-width="1.6" stroke-linecap="round"/>`;
const spots = (): string =>
  [
    [24, 31, 1.7],
    [29, 34.6, 1.2],
    [33, 30.4, 1.9],
    [38.4, 34, 1.4],
    [42, 30.6, 1.7],
    [46.6, 34.6, 1.5],
    [27, 38.6, 1.1],
    [36, 38.4, 1.2],
    [44, 39, 1.2],
    [20.6, 36, 1.2],
    [15.6, 24.6, 1],
    [12, 17, 1],
    [22, 45, 1],
    [47, 46, 1.1],
  ]
    .map(([x, y, r]) => `<circle cx="${x}" cy="${y}" r="${r}" fill="${hex(BLACK)}"/>`)
    .join("");
const muzzleOf = (colour: Rgb): string =>
  `<path d="M11.6 21.6C9 19.8 5.4 20 4.8 22.4C5 25 8.4 25.6 11.4 24.8Z" fill="${hex(colour)}"/><circle cx="5.2" cy="21.6" r="1.3" fill="#191314"/>`;

function bred(from: "dog" | "cat", change: Partial<Build>): Build {
  const build = BUILDS[from];
  if (build === undefined) throw new RangeError(`no build for a ${from}`);
  return { ...build, ...change };
}

/** What sets a breed apart, by a pattern for its name. */
const BREEDS: readonly (readonly [name: RegExp, build: Build])[] = [
  [
    /german shepherd|alsatian/,
    bred("dog", {
      fur: TAN,
      belly: lch(0.8, 0.07, 70),
      hooves: TAN,
      behind: bushy,
      front: () => `${saddle(BLACK)}${pointed(mixRgb(TAN, DARK, 0.35))()}${muzzleOf(mixRgb(BLACK, TAN, 0.15))}`,
    }),
  ],
  [
    /golden retriever/,
    bred("dog", { fur: lch(0.77, 0.11, 74), belly: lch(0.9, 0.06, 82), behind: bushy, front: hanging(lch(0.66, 0.11, 66)) }),
  ],
  [/black labrador/, bred("dog", { fur: BLACK, belly: [0.3, 0.28, 0.3], hooves: BLACK, front: hanging([0.1, 0.09, 0.1]) })],
  [/labrador/, bred("dog", { fur: lch(0.84, 0.07, 80), belly: lch(0.92, 0.04, 85), front: hanging(lch(0.74, 0.08, 72)) })],
  [/dalmatian/, bred("dog", { fur: WHITE, belly: WHITE, hooves: WHITE, front: () => `${spots()}${hanging(BLACK)()}` })],
  [
    /husky|malamute/,
    bred("dog", {
      fur: [0.5, 0.53, 0.58],
      belly: WHITE,
      hooves: WHITE,
      behind: curled,
      front: () => `${pointed([0.42, 0.45, 0.5])()}${muzzleOf(WHITE)}<circle cx="11" cy="19.2" r=".9" fill="#5fb4e6"/>`,
    }),
  ],
  [
    /corgi/,
    bred("dog", {
      fur: lch(0.7, 0.13, 60),
      belly: WHITE,
      hooves: WHITE,
      back: 32,
      under: 46,
      head: [13, 25, 5.6],
      front: () => `<g transform="translate(0 5)">${pointed(lch(0.66, 0.13, 58))()}${muzzleOf(WHITE)}</g>`,
    }),
  ],
  [
    /beagle/,
    bred("dog", {
      fur: lch(0.62, 0.12, 55),
      belly: WHITE,
      hooves: WHITE,
      front: () => `${saddle(BLACK)}${hanging(lch(0.5, 0.11, 50))()}${muzzleOf(WHITE)}`,
    }),
  ],
  [
    /collie|sheepdog/,
    bred("dog", {
      fur: BLACK,
      belly: WHITE,
      hooves: WHITE,
      behind: bushy,
      front: () => `${pointed(BLACK)()}${muzzleOf(WHITE)}<path d="M14 25C13 31 17 36 20 36C21 31 19 27 17 25Z" fill="${hex(WHITE)}"/>`,
    }),
  ],
  [
    /\bpug\b|bulldog|boxer/,
    bred("dog", {
      fur: lch(0.8, 0.06, 75),
      belly: lch(0.88, 0.04, 80),
      muzzle: [2.4, 2.4, 3],
      front: () => `${hanging(BLACK)()}<path d="M12.4 19.6C9.4 18.6 7.6 20 7.4 22.4C7.8 25.4 10.4 25.6 13 24.6Z" fill="${hex(BLACK)}"/>`,
    }),
  ],
  [
    /dachshund|sausage dog/,
    bred("dog", {
      fur: lch(0.46, 0.1, 45),
      belly: lch(0.6, 0.1, 52),
      back: 34,
      under: 45,
      head: [11, 26, 4.8],
      front: () => `<g transform="translate(-2 6)">${hanging(lch(0.36, 0.08, 42))()}</g>`,
    }),
  ],
  [
    /siamese/,
    bred("cat", {
      fur: lch(0.92, 0.035, 82),
      belly: WHITE,
      hooves: lch(0.34, 0.04, 50),
      front: (paint) =>
        `${BUILDS.cat?.front?.({ ...paint, fur: "#4a362d", deep: "#e9dfce" }) ?? ""}<ellipse cx="10.6" cy="26" rx="3.4" ry="2.8" fill="#4a362d"/><circle cx="11.2" cy="23.4" r=".9" fill="#58a6e0"/>`,
      behind: ({ shade }) =>
        `<path d="M49 34c6 0 9-6 6.6-12c-1-2.6-.4-5 1.4-6.6" fill="none" stroke="#4a362d" stroke-width="3" stroke-linecap="round"/><path d="M49 34h1" stroke="${shade}"/>`,
    }),
  ],
  [/persian/, bred("cat", { fur: [0.7, 0.71, 0.74], belly: [0.86, 0.87, 0.89], hooves: [0.8, 0.81, 0.83], behind: bushy })],
  [/ginger/, bred("cat", { fur: lch(0.7, 0.15, 58) })],
];

/** The build of a breed by the words of the prompt, or null. */
export function breedOf(word: string): Build | null {
  return BREEDS.find(([name]) => name.test(word))?.[1] ?? null;
}
