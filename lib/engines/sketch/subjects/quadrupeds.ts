import { svgDocument } from "../lexicon/icons";
import { hex, lch, mixRgb, type Rgb } from "../raster/colour";
import { breedOf } from "./builds/breeds";
import { type Build, DARK, type Paint } from "./builds/build";
import { BUILDS } from "./builds/quadruped-builds";

const GROUND = 54;

/** A whole animal on its legs, of the breed that `word` names; null when we have no build for it. */
export function quadrupedSvg(icon: string, word = ""): string | null {
  if (icon === "elephant") return elephant();
  const build = breedOf(word) ?? buildOf(icon);
  return build === undefined ? null : standing(build);
}

/** The emoji set has some animals twice, once as a face. */
function buildOf(icon: string): Build | undefined {
  const name = icon.replace(/-face$/, "");
  return Object.hasOwn(BUILDS, name) ? BUILDS[name] : undefined;
}

/** The colours of an animal that stands on four legs, or null. */
export function furOf(icon: string): { readonly back: Rgb; readonly belly: Rgb } | null {
  const build = buildOf(icon);
  return build === undefined ? null : { back: build.fur, belly: build.belly };
}

function gradients(fur: Rgb, belly: Rgb): string {
  const stops = (top: Rgb, bottom: Rgb) => `<stop offset="0" stop-color="${hex(top)}"/><stop offset="1" stop-color="${hex(bottom)}"/>`;
  return `<defs><linearGradient id="Zbody" x1="0" y1="0" x2="0" y2="1">${stops(mixRgb(fur, [1, 1, 1], 0.1), mixRgb(fur, belly, 0.4))}</linearGradient><linearGradient id="Zleg" x1="0" y1="0" x2="0" y2="1">${stops(fur, mixRgb(fur, DARK, 0.22))}</linearGradient></defs>`;
}

function standing(build: Build): string {
  const { fur, belly, back, under, leg, head, muzzle } = build;
  const [hx, hy, hr] = head;
  const [reach, drop, width] = muzzle;
  const paint: Paint = {
    fur: hex(fur),
    shade: hex(mixRgb(fur, DARK, 0.25)),
    deep: hex(mixRgb(fur, DARK, 0.55)),
    belly: hex(belly),
  };
  const hoof = hex(build.hooves);
  const far = [legPath(26, under - 5, leg * 0.9, 1, paint.shade, hoof), legPath(41.5, under - 5, leg * 0.95, -1.4, paint.shade, hoof)];
  const near = [legPath(20.5, under - 6, leg, -0.6, "url(#Zleg)", hoof), haunch(46.5, under - 7, leg, hoof)];
  const body = `<path d="M16.5 ${back + 5}C19 ${back - 0.5} 27 ${back + 1.6} 34 ${back + 0.8}C42 ${back - 1} 49.4 ${back} 50.6 ${back + 7}C51.2 ${under - 3} 47 ${under + 0.4} 42 ${under - 1.4}C35 ${under - 2.4} 28 ${under + 0.8} 23 ${under}C17 ${under - 1} 14 ${back + 11} 16.5 ${back + 5}Z" fill="url(#Zbody)"/>`;
  const neck = `<path d="M28 ${back + 1.6}C23 ${back - 1} ${hx + hr + 3} ${hy + 4} ${hx + hr * 0.5} ${hy - hr * 0.8}L${hx - hr * 0.3} ${hy + hr * 0.8}C${hx + 1} ${hy + hr + 4} 14 ${back + 6} 16 ${back + 12}C20 ${back + 14} 25 ${back + 9} 28 ${back + 1.6}Z" fill="${paint.fur}"/>`;
  const face = `<circle cx="${hx}" cy="${hy}" r="${hr}" fill="${paint.fur}"/><path d="M${hx - hr * 0.2} ${hy - hr * 0.9}C${hx - hr} ${hy - hr * 0.6} ${hx - reach * 0.8} ${hy + drop - width} ${hx - reach - 0.6} ${hy + drop - width * 0.6}C${hx - reach - 2} ${hy + drop} ${hx - reach - 1.6} ${hy + drop + width * 0.8} ${hx - reach + 0.6} ${hy + drop + width * 0.8}C${hx - reach * 0.4} ${hy + drop + width} ${hx} ${hy + hr * 1.1} ${hx + hr * 0.6} ${hy + hr * 0.8}Z" fill="${paint.fur}"/><circle cx="${hx - hr * 0.35}" cy="${hy - hr * 0.15}" r="${Math.max(0.7, hr * 0.17)}" fill="#1d1717"/><circle cx="${hx - reach - 0.5}" cy="${hy + drop}" r=".6" fill="#1d1717"/>`;
  return svgDocument(
    `${gradients(fur, belly)}${build.behind?.(paint) ?? ""}${far.join("")}${near.join("")}${body}${neck}${face}${build.front?.(paint) ?? ""}`,
    64,
    56,
  );
}

/** A fore leg from (x, top) to the ground; `bend` moves its knee. */
function legPath(x: number, top: number, half: number, bend: number, fill: string, hoof: string): string {
  const knee = (top + GROUND) / 2 + 1;
  const thin = half * 0.52;
  return `<path d="M${x - half} ${top}C${x - half} ${knee - 4} ${x - thin + bend} ${knee - 2} ${x - thin + bend} ${knee}C${x - thin + bend} ${knee + 3} ${x - thin} ${GROUND - 4} ${x - thin - 0.3} ${GROUND - 2}L${x + thin + 0.2} ${GROUND - 2}C${x + thin} ${GROUND - 4} ${x + thin + bend} ${knee + 3} ${x + thin + bend} ${knee}C${x + thin + bend} ${knee - 2} ${x + half} ${knee - 4} ${x + half} ${top}Z" fill="${fill}"/><path d="M${x - thin - 0.5} ${GROUND - 2.4}h${thin * 2 + 0.9}l.5 2.4h-${thin * 2 + 2}z" fill="${hoof}"/>`;
}

/** A hind leg: a heavy thigh, a hock that points backwards. */
function haunch(x: number, top: number, half: number, hoof: string): string {
  const hock = (top + GROUND) / 2 + 2.4;
  const thin = half * 0.5;
  return `<path d="M${x - half * 2.2} ${top + 2}C${x - half * 1.6} ${hock - 4} ${x - thin} ${hock - 3} ${x + half * 0.3} ${hock}C${x} ${hock + 4} ${x - thin} ${GROUND - 4} ${x - thin - 0.2} ${GROUND - 2}L${x + thin + 0.3} ${GROUND - 2}C${x + thin + 0.4} ${GROUND - 4} ${x + half} ${hock + 3} ${x + half * 1.2} ${hock - 0.6}C${x + half * 1.5} ${hock - 4} ${x + half * 1.5} ${top + 3} ${x + half * 1.1} ${top - 3}Z" fill="url(#Zleg)"/><path d="M${x - thin - 0.5} ${GROUND - 2.4}h${thin * 2 + 0.9}l.5 2.4h-${thin * 2 + 2}z" fill="${hoof}"/>`;
}

function elephant(): string {
  const skin: Rgb = lch(0.62, 0.02, 265);
  const light = hex(mixRgb(skin, [1, 1, 1], 0.16));
  const fur = hex(skin);
  const shade = hex(mixRgb(skin, DARK, 0.24));
  const deep = hex(mixRgb(skin, DARK, 0.5));
  const column = (x: number, fill: string) =>
    `<path d="M${x - 4} 36C${x - 3.6} 44 ${x - 3.4} 49 ${x - 3.8} 54h7.6C${x + 3.4} 49 ${x + 3.8} 44 ${x + 4.2} 36z" fill="${fill}"/><path d="M${x - 3} 53.4q.8-1.4 1.7 0M${x - 0.9} 53.4q.8-1.4 1.7 0M${x + 1.2} 53.4q.8-1.4 1.7 0" fill="none" stroke="${light}" stroke-width=".8"/>`;
  return svgDocument(
    [
      gradients(skin, mixRgb(skin, DARK, 0.2)),
      `<path d="M57 25c3 4 3.4 9 2.6 14" fill="none" stroke="${shade}" stroke-width="1.4"/><path d="M59.6 38.4l-1.6 3.6h2.4z" fill="${deep}"/>`,
      column(29, shade),
      column(48, shade),
      column(24.5, "url(#Zleg)"),
      column(53, "url(#Zleg)"),
      `<path d="M19 24C22 14 33 12.4 42 13.4C53 14.4 59 21 58.6 31C58.2 38 53 41 46 40.4C38 39.8 32 41 26 40C19 38.6 17 31 19 24Z" fill="url(#Zbody)"/>`,
      `<path d="M10 16C12 10.4 18 8.4 22.4 11C27 14 27 24 24 29C21 32.6 14 32 11.4 28.4C9 25 8.6 20 10 16Z" fill="${fur}"/>`,
      `<path d="M10.4 19C7 22 6.6 30 6.4 36C6.2 41 4.6 44 2.6 46.6C1.8 48.2 3.6 49.4 5 48.2C8.6 45 10 41 10.8 36C11.4 32 13 29.6 15 28.6Z" fill="${fur}"/>`,
      `<path d="M6.8 32.6q2 .8 4 .4M6.6 36q1.8.8 3.8.6M6 39.4q1.8.8 3.6.8M4.8 42.6q1.6.8 3.2 1" fill="none" stroke="${shade}" stroke-width=".7"/>`,
      `<path d="M13 30.4C10.6 33 9.4 36 9.8 39.4C12 37.4 14.4 34 15.4 31Z" fill="#f4efe2"/>`,
      `<path d="M20 13.6C27 10.6 33 15 32.4 22.4C32 28.6 27.6 32.4 23.4 30C19.6 27.8 17.8 17 20 13.6Z" fill="${shade}"/><path d="M21.6 15.6C26.6 13.6 30.6 17 30.2 22.4C29.8 27 26.6 29.6 23.8 28C21 26 20 18 21.6 15.6Z" fill="${fur}"/>`,
      `<circle cx="14.2" cy="19.4" r="1" fill="#1d1717"/><path d="M12.6 17.8q1.6-1 3.2 0" fill="none" stroke="${deep}" stroke-width=".7"/>`,
    ].join(""),
    64,
    56,
  );
}
