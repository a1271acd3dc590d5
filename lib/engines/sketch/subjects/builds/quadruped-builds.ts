import { hex, lch, mixRgb, type Rgb } from "../../raster/colour";
import { type Build, DARK } from "./build";

const HORSE: Build = {
  fur: lch(0.48, 0.09, 48),
  belly: lch(0.56, 0.09, 52),
  hooves: lch(0.24, 0.03, 50),
  back: 23,
  under: 37.5,
  leg: 3,
  head: [11.5, 11.5, 4.4],
  muzzle: [7.4, 5.4, 2.9],
  behind: ({ deep }) => `<path d="M49 25c7 0 9 7 7.4 19c-.4 3-2 4.6-3.4 5c.4-6-.2-13-4.6-18z" fill="${deep}"/>`,
  front: ({ deep }) =>
    `<path d="M13 6.6c5-1.6 9 4 11.5 9.4c1.6 3.4 2.4 6 4.4 7.4c-3.6.6-6.6 0-8.4-2.4c-1.6-4-4.6-8.6-8.6-10.4z" fill="${deep}"/><path d="M12.4 8.4l.4-4.6l3 3.6z" fill="${deep}"/>`,
};

/** Animals on four legs, by the name of their drawing: first those on hooves, then those on paws. */
export const BUILDS: Readonly<Record<string, Build>> = {
  deer: {
    fur: lch(0.64, 0.1, 58),
    belly: lch(0.88, 0.05, 75),
    hooves: lch(0.3, 0.03, 50),
    back: 24,
    under: 37,
    leg: 2.5,
    head: [12.5, 13, 3.9],
    muzzle: [5.6, 3, 2.3],
    behind: ({ deep }) =>
      `<path d="M15 9.5C15 5 18 4 17.5 0.5M16 6.5C18.5 6 20 4.5 20.5 2M15.3 8C13 6.5 13.2 3.5 12.4 1.4M12 9.6C10 6 11 4.5 8.6 1.8M10.4 6.4C8.6 6 7 5 6 3" fill="none" stroke="${deep}" stroke-width="1.3" stroke-linecap="round"/>`,
    front: ({ fur, belly }) =>
      `<path d="M15 11C19 8.5 21 9.6 21.5 10.6C19.5 13.2 17 13.4 15.4 13z" fill="${fur}"/><path d="M49 26c3 0 4 2.4 3.6 5c-2-.6-3.6-1.6-4.6-3z" fill="${belly}"/><path d="M47.5 30c2.5 1 3.5 4 2.5 7c-2-1.6-3-4-2.5-7z" fill="${belly}"/>`,
  },
  horse: HORSE,
  cow: {
    fur: [0.95, 0.94, 0.92],
    belly: [0.98, 0.97, 0.95],
    hooves: lch(0.26, 0.02, 50),
    back: 23,
    under: 41,
    leg: 3.1,
    head: [11, 21, 5],
    muzzle: [4.6, 4.4, 3.6],
    behind: ({ shade }) =>
      `<path d="M50 26c3.6 3 3 10 3.4 16" fill="none" stroke="${shade}" stroke-width="1.4"/><circle cx="53.4" cy="43" r="1.8" fill="#2c2527"/>`,
    front: () =>
      `<path d="M24 24c5-2 9 1 8 6c-1 4-7 5-10 2c-2-3-1-6 2-8zM40 24c4-1 9 0 9.6 5c.4 4-4 7-8 5c-4-2-6-8-1.6-10zM33 36c3-1 6 0 6 2.6c0 1.6-4 2-6 1.6z" fill="#2f2829"/><path d="M14 17c3-2 5-1.4 6 .4c-2 2-4 2.4-6 1.6z" fill="#2f2829"/><path d="M9.4 16.6c-1.6-1.4-1.6-3.4-.6-4.6M13 16c0-2 1-3.4 2.4-3.8" fill="none" stroke="#d8c9a8" stroke-width="1.5" stroke-linecap="round"/><ellipse cx="6.4" cy="26" rx="3.2" ry="2.6" fill="#e9b3ac"/><ellipse cx="42" cy="42.4" rx="3" ry="1.8" fill="#e9b3ac"/>`,
  },
  zebra: {
    fur: [0.95, 0.94, 0.92],
    belly: [0.98, 0.97, 0.95],
    hooves: [0.2, 0.18, 0.19],
    back: 23.5,
    under: 38,
    leg: 2.9,
    head: [11.5, 12.5, 4.3],
    muzzle: [6.8, 5, 2.7],
    behind: () =>
      `<path d="M50 26c4.6 3 5 10 4 17" fill="none" stroke="#cfc9c4" stroke-width="1.6"/><path d="M54.6 41l-2.2 6.4l3.6-.6z" fill="#211c20"/>`,
    front: () =>
      `<path d="M12.6 7C18 5.6 22.4 11 25.4 17C26.6 20 28 22.4 30 23.6" fill="none" stroke="#211c20" stroke-width="2.8"/><path d="M12 9l.4-4.6l3 3.6z" fill="#211c20"/><path d="M4.2 16.4C3 17.4 3.2 19.2 4.8 19.6C6.4 19.8 7.8 19 8 17.4z" fill="#2d262b"/><path d="M15.6 13.6l2.6 3.4M17 18.4l4.4-2M18.4 22.6l5.2-2.4M19 27l6-1.6M28 25c-1.6 4-1.4 8 .2 11.6M32.4 25.2c-1.4 4-1.2 7.6.2 11M37 25c-1 3.6-.6 7.4.8 10.6M41.4 24.6c-.6 4 .2 7.6 2 10.6M45.6 25c.2 3.6 1.4 6 3.4 8M23 29c-1.6 2-2 5-1.4 8M19 42h4M19.4 46h2.8M44 42.6l5-.6M45.6 46.4l3.4-.2M10 9.6l1.6 2.4M8.4 12.6l2 1.8" fill="none" stroke="#211c20" stroke-width="1.5" stroke-linecap="round"/>`,
  },
  unicorn: {
    ...HORSE,
    fur: [0.95, 0.93, 0.97],
    belly: [0.99, 0.97, 1],
    hooves: lch(0.74, 0.08, 340),
    behind: () =>
      `<path d="M49 25c7 0 9 7 7.4 19c-.4 3-2 4.6-3.4 5c.4-6-.2-13-4.6-18z" fill="#d98fc4"/><path d="M51 27c4 3 5 9 4 17" fill="none" stroke="#9fb4f0" stroke-width="1.6"/>`,
    front: ({ fur }) =>
      `<path d="M13 6.6c5-1.6 9 4 11.5 9.4c1.6 3.4 2.4 6 4.4 7.4c-3.6.6-6.6 0-8.4-2.4c-1.6-4-4.6-8.6-8.6-10.4z" fill="#d98fc4"/><path d="M14.6 8.6c4 2 6.6 8 9.6 13" fill="none" stroke="#9fb4f0" stroke-width="1.6"/><path d="M12.6 8.6l.6-4.4l2.8 3.6z" fill="${fur}"/><path d="M8.4 8.4L5.4 -1L11 7.2z" fill="#f0c75e"/><path d="M7.2 4.6l2-.8M7.8 6.4l2.4-1" stroke="#b98a2e" stroke-width=".6"/>`,
  },
  dog: {
    fur: lch(0.68, 0.11, 66),
    belly: lch(0.86, 0.06, 78),
    hooves: lch(0.74, 0.09, 68),
    back: 28,
    under: 41,
    leg: 2.8,
    head: [13, 20, 5.4],
    muzzle: [5.4, 2.4, 3],
    behind: ({ fur }) => `<path d="M48 31c5-1 8-6 7-12" fill="none" stroke="${fur}" stroke-width="3.4" stroke-linecap="round"/>`,
    front: ({ deep }) =>
      `<path d="M14.4 15.4c4.4-.6 6.6 3 5.6 9.4c-2.4 1-4.6-.6-5.6-4z" fill="${deep}"/><circle cx="5.4" cy="21.4" r="1.5" fill="#221b1c"/><path d="M19.6 27.4c-1 2-3.6 3.4-6 2.8" fill="none" stroke="#b23b36" stroke-width="1.8"/>`,
  },
  cat: {
    fur: lch(0.72, 0.12, 66),
    belly: lch(0.92, 0.04, 82),
    hooves: lch(0.92, 0.03, 82),
    back: 30,
    under: 42,
    leg: 2.4,
    head: [13.5, 24, 6],
    muzzle: [1.6, 1.6, 2.6],
    behind: ({ fur, deep }) =>
      `<path d="M49 34c6 0 9-6 6.6-12c-1-2.6-.4-5 1.4-6.6" fill="none" stroke="${fur}" stroke-width="3" stroke-linecap="round"/><path d="M55.8 19c-.3-1.6.3-3 1.3-4" fill="none" stroke="${deep}" stroke-width="3" stroke-linecap="round"/>`,
    front: ({ fur, deep }) =>
      `<path d="M8.4 20.6l-.6-7l5 4zM14 18l4.6-5l1 7z" fill="${fur}"/><path d="M9.2 19.4l-.3-3.8l2.7 2.2zM15.6 17.6l2.2-2.3l.4 3.4z" fill="#d99a93"/><path d="M28 30.6l1 5M33 30l.6 5M38 30l0 5M43 30.4l-.8 5M15.6 18.8l.6 2.6M13.6 18.4l.2 2.4" stroke="${deep}" stroke-width="1.2" stroke-linecap="round"/><path d="M8.6 27.2l-4-.8M8.8 28.2l-3.8.8" stroke="#fff8" stroke-width=".5"/><path d="M10.6 26.2l1 .9l.9-.9z" fill="#b5615e"/>`,
  },
  wolf: {
    fur: lch(0.56, 0.02, 250),
    belly: lch(0.84, 0.015, 80),
    hooves: lch(0.46, 0.02, 250),
    back: 25,
    under: 38.5,
    leg: 2.7,
    head: [12.5, 17.5, 5],
    muzzle: [6.8, 3, 2.5],
    behind: ({ fur, shade }) =>
      `<path d="M48 27C54 26 58 31 58.6 38C59 43 57.4 47 55 49.4C53 46 50.4 40 47 36z" fill="${fur}"/><path d="M58.4 40C59 44 57.4 47 55 49.4C54 47.6 53 45.4 52 43.4z" fill="${shade}"/>`,
    front: ({ fur, deep, belly }) =>
      `<path d="M10.4 13.4L11.4 6L15.4 12zM14.6 12.8L18.4 6.6L19.4 14.4z" fill="${fur}"/><path d="M15.8 12.4L18 8.6L18.6 13.6z" fill="${deep}"/><path d="M4.6 21.4C8 23.4 12 24 16 22.6C15 27 18 31 17 35C13 32 10.4 26.6 9 23.6z" fill="${belly}"/><path d="M20 26C28 24.4 38 25.6 47 26.4C42 29.4 30 29.6 22 29.6z" fill="${deep}" fill-opacity=".45"/><circle cx="5.2" cy="20.2" r="1.3" fill="#1c1719"/>`,
  },
  fox: {
    fur: lch(0.66, 0.16, 50),
    belly: [0.98, 0.95, 0.9],
    hooves: lch(0.28, 0.04, 40),
    back: 29,
    under: 40.5,
    leg: 2.2,
    head: [13.5, 21.5, 4.8],
    muzzle: [6.6, 3.2, 2],
    behind: ({ fur, belly }) =>
      `<path d="M47 31C55 26 63 32 63.4 40C63.4 45 60 48 56 48C52 45 49 40 46 36z" fill="${fur}"/><path d="M63.2 38C64 44 60.4 48.4 56 48C57 44.6 59.6 41 63.2 38z" fill="${belly}"/>`,
    front: ({ fur, deep, belly }) =>
      `<path d="M9.8 18L10.2 9L15.4 16zM15 16.6L19.4 9L20 18.6z" fill="${fur}"/><path d="M10.6 13.4L10.2 9L12.8 12.6zM17 12.8L19.4 9L19.6 14z" fill="${deep}"/><path d="M6.4 25C9.6 23.6 13 24.8 15.6 27.4C13 30 10 29 7.6 27.6zM14 28C17 27.6 20 29.6 20.4 34C18.4 37.6 15.6 37 14.4 34z" fill="${belly}"/><circle cx="6.2" cy="24.6" r="1.3" fill="#1c1719"/>`,
  },
  lion: {
    fur: lch(0.76, 0.11, 74),
    belly: lch(0.88, 0.06, 82),
    hooves: lch(0.8, 0.09, 78),
    back: 25.5,
    under: 39.5,
    leg: 3.2,
    head: [13, 21, 5.8],
    muzzle: [4, 2.8, 3.4],
    behind: ({ fur }) =>
      `<path d="M49 28c8 0 10 6 8.6 13c-.4 2.4 0 4 1.4 5" fill="none" stroke="${fur}" stroke-width="2.2" stroke-linecap="round"/><circle cx="59.4" cy="46.6" r="2.6" fill="#6d4526"/>`,
    front: ({ fur, belly }) =>
      `<path d="M11.4 13.6C13 8 20 7 23.6 11C29 13 31 20 29 26C29.4 33 24 38.6 18.6 37C15.4 36 14 32 13.4 28.4C17 27 18 22 16.6 18.6C15.6 16 13.6 15.4 11.4 13.6Z" fill="#7a4d2a"/><path d="M17 12C21 14 23 20 21.6 28M21.6 11.6C26 16 26.6 24 24 33M13.6 13C17 16 18.6 22 17.6 28" fill="none" stroke="#5b3719" stroke-width="1" stroke-opacity=".7"/><circle cx="16.4" cy="14.6" r="2.1" fill="${fur}"/><path d="M7.6 23.6C10 21.8 13.6 23 14.8 25.8C13 28 9.6 27.8 7.4 26.2z" fill="${belly}"/><path d="M8 23.4l2-.4l-1 1.7z" fill="#5c3a30"/>`,
  },
  leopard: {
    fur: lch(0.8, 0.11, 78),
    belly: [0.97, 0.94, 0.87],
    hooves: [0.95, 0.9, 0.8],
    back: 26.5,
    under: 39,
    leg: 2.8,
    head: [13, 21, 5.4],
    muzzle: [3.8, 2.8, 3],
    behind: ({ fur, deep }) =>
      `<path d="M49 29c8 0 11 5 10 12c-.4 3 .8 5 3 5" fill="none" stroke="${fur}" stroke-width="2.6" stroke-linecap="round"/><path d="M55.6 31.4l1.6-1.4M58.4 36l2-.4M58.4 41l2.2.2M60.4 45.6l1.6 1" stroke="${deep}" stroke-width="1.8" stroke-linecap="round"/>`,
    front: ({ fur, deep, belly }) =>
      `<circle cx="11.4" cy="15" r="2" fill="${fur}"/><circle cx="18" cy="15.8" r="2.3" fill="${fur}"/><circle cx="18" cy="16" r="1.1" fill="${deep}"/><path d="M7.8 23.6C10 21.8 13.4 23 14.6 25.6C13 27.8 9.6 27.6 7.6 26.2z" fill="${belly}"/><path d="M8.4 23.4l1.8-.4l-.9 1.5z" fill="#7a3f38"/>${spots(deep)}`,
  },
  raccoon: {
    fur: lch(0.58, 0.015, 260),
    belly: [0.86, 0.85, 0.85],
    hooves: lch(0.32, 0.015, 260),
    back: 28,
    under: 43,
    leg: 2.6,
    head: [13.5, 24, 5.6],
    muzzle: [5, 3, 2.2],
    behind: ({ fur, deep }) =>
      `<path d="M48 33C56 33 60 38 60 46" fill="none" stroke="${fur}" stroke-width="6.4" stroke-linecap="round"/><path d="M53 31.6l-1 5M57.4 35.4l-4 3.4M60.8 40.6l-5 1.6M63 46h-6" stroke="${deep}" stroke-width="2.4"/>`,
    front: ({ fur, deep, belly }) =>
      `<path d="M9.4 19.6L9.6 13.4L14 17.6zM15.4 18L19.2 13.4L19.8 19.8z" fill="${fur}"/><path d="M8 24C11 20.4 15.4 20.8 18.6 24.4C16 27 11 26.6 8 26z" fill="${deep}"/><path d="M9.4 21.2C12 19 15 19.2 18 21.6M7 27.6C10 26.6 13 27.4 14.6 29.4C12 31 9 30 7 28.8z" fill="${belly}"/><circle cx="12.8" cy="23.4" r="1" fill="#f4f2ee"/><circle cx="7.6" cy="26.6" r="1.2" fill="#17151a"/>`,
  },
  bear: bearBuild(lch(0.46, 0.07, 52), lch(0.62, 0.06, 62)),
  "polar-bear": bearBuild([0.93, 0.93, 0.91], [0.98, 0.97, 0.94]),
  tiger: {
    fur: lch(0.7, 0.15, 58),
    belly: [0.97, 0.94, 0.87],
    hooves: [0.95, 0.91, 0.84],
    back: 25.5,
    under: 39.5,
    leg: 3.2,
    head: [13, 20.5, 6.2],
    muzzle: [3.6, 2.8, 3.4],
    behind: ({ fur, deep }) =>
      `<path d="M49 28c8 0 10 6 8.6 13c-.6 3 .6 5 3 5.4" fill="none" stroke="${fur}" stroke-width="3" stroke-linecap="round"/><path d="M55.4 31l2.6-1.6M57.6 35.6l-3-.4M56.6 41l3 .4M59 46l2 .4" stroke="${deep}" stroke-width="2" stroke-linecap="round"/>`,
    front: ({ fur, deep, belly }) =>
      `<circle cx="11.2" cy="13.8" r="2.3" fill="${fur}"/><circle cx="18.4" cy="15" r="2.5" fill="${fur}"/><circle cx="18.4" cy="15.2" r="1.2" fill="${deep}"/><path d="M7.6 23.4C10 21.4 14 22.6 15.6 25.6C13.6 28 9.6 27.6 7.4 26z" fill="${belly}"/><path d="M8.4 23.2l1.8-.4l-.9 1.5z" fill="#7a3f38"/><path d="M25 26.6c-.6 3-.4 6 .8 8.4M30 26.4c-.8 3.4-.6 7 1 10M35 26c-.8 3-.6 6.4.6 9.4M40 25.6c-.6 3-.4 6.2 1 9M45 26c-.4 3 .4 5.6 2 8M20.6 42l3.6-.6M44.6 43l4-.8M17.4 18.4l2.6-1M17.8 21.4l3-.4M17.4 24.4l2.6.8M11.6 15.6l.8 2.4M14.2 15.4l-.2 2.4" fill="none" stroke="${deep}" stroke-width="1.5" stroke-linecap="round"/>`,
  },
};

/** Rosettes over the flank, in rows that do not line up. */
function spots(dark: string): string {
  const marks = Array.from({ length: 22 }, (_, k) => {
    const x = 22 + (k % 8) * 3.7 + (Math.floor(k / 8) % 2) * 1.8;
    const y = 28.6 + Math.floor(k / 8) * 3.7 + ((k * 7) % 3) * 0.5;
    return `<ellipse cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" rx="1.05" ry=".85" fill="${dark}"/>`;
  });
  return marks.join("");
}

/** A heavy animal with round ears, its head held low. */
function bearBuild(fur: Rgb, muzzle: Rgb): Build {
  return {
    fur,
    belly: mixRgb(fur, DARK, 0.15),
    hooves: mixRgb(fur, DARK, 0.45),
    back: 19,
    under: 42,
    leg: 4.6,
    head: [13.5, 22, 6.8],
    muzzle: [4.4, 3.4, 3.4],
    front: (paint) =>
      `<circle cx="12" cy="15" r="2.4" fill="${paint.fur}"/><circle cx="19" cy="16.4" r="2.7" fill="${paint.fur}"/><circle cx="19" cy="16.6" r="1.4" fill="${paint.deep}"/><path d="M12 22.6C9.6 22.6 7.6 24 7.2 26C7.4 28.6 10 29.2 12.6 28.8C14.6 28 14.6 24 12 22.6z" fill="${hex(muzzle)}"/><ellipse cx="7.6" cy="24.4" rx="1.6" ry="1.2" fill="#1d1719"/><path d="M8 26.6q1.8 1.2 3.6.4" fill="none" stroke="#1d1719" stroke-width=".6"/><path d="M24 24c3-1.4 6-1.2 9 .4M30 33c3 1.6 7 1.6 10 0M40 24c2.6.4 5 2 6.4 4.4" fill="none" stroke="${paint.shade}" stroke-width="1"/>`,
  };
}
