import { lch } from "../../raster/colour";
import type { Build } from "./build";

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

/** Animals on hooves. */
export const HOOFED: Readonly<Record<string, Build>> = {
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
};
