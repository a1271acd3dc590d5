import { iconBody, svgDocument } from "../lexicon/icons";
import { hex, lch, type Rgb } from "../raster/colour";
import type { Random } from "../raster/random";
import { breedOf } from "./builds/breeds";
import { airshipSvg } from "./own/airship";
import { benchSvg } from "./own/bench";
import { branchSvg } from "./own/branch";
import { butterflySvg } from "./own/butterfly";
import { cactusSvg } from "./own/cactus";
import { cakeSvg } from "./own/cake";
import { carSvg } from "./own/car";
import { castleSvg } from "./own/castle";
import { chairSvg } from "./own/chair";
import { crocodileSvg } from "./own/crocodile";
import { dragonSvg } from "./own/dragon";
import { campfireSvg, lamppostSvg, torchSvg } from "./own/fires";
import { FLOWER_NAMES, flowerSvg } from "./own/flowers";
import { flyingBirdSvg } from "./own/flying-bird";
import { FOLK, folkSvg } from "./own/folk";
import { fruitTreeSvg } from "./own/fruit-tree";
import { bookshelfSvg, fireplaceSvg, throneSvg } from "./own/furniture";
import { grandPianoSvg } from "./own/grand-piano";
import { guitarSvg } from "./own/guitar";
import { houseSvg } from "./own/house";
import { icebergSvg } from "./own/iceberg";
import { islandSvg, volcanoSvg } from "./own/islands";
import { jellyfishSvg } from "./own/jellyfish";
import { fridgeSvg, stoveSvg, tumblerSvg } from "./own/kitchen";
import { locomotiveSvg } from "./own/locomotive";
import { marketStallSvg, picnicBlanketSvg } from "./own/market-stall";
import { archSvg, bridgeSvg, obeliskSvg, pillarSvg, pyramidSvg, ruinsSvg, stairsSvg, towerSvg, wellSvg } from "./own/masonry";
import { octopusSvg } from "./own/octopus";
import { openBoxSvg, rowboatSvg, wickerBasketSvg } from "./own/open-vessels";
import { owlSvg } from "./own/owl";
import { pagodaSvg } from "./own/pagoda";
import { penguinSvg } from "./own/penguin";
import { pumpkinSvg } from "./own/pumpkin";
import { rainbowSvg } from "./own/rainbow";
import { chandelierSvg, gramophoneSvg, harpSvg, highHeelSvg, typewriterSvg } from "./own/rare-things";
import { rocketSvg } from "./own/rocket";
import { sailboatSvg } from "./own/sailboat";
import { armchairSvg, floorLampSvg, tableLampSvg } from "./own/seats-and-lamps";
import { hotCupSvg, plateSvg, servedBowlSvg, servedPlateSvg } from "./own/served";
import { shoeSvg } from "./own/shoe";
import { skyscraperSvg } from "./own/skyscraper";
import { iglooSvg, submarineSvg } from "./own/small-buildings";
import { squirrelSvg } from "./own/squirrel";
import { statueSvg } from "./own/statue";
import type { Commissioned } from "./own/svg-parts";
import { tableSvg } from "./own/table";
import { tentSvg } from "./own/tent";
import {
  barrelSvg,
  crateSvg,
  fenceSvg,
  gateSvg,
  haystackSvg,
  pierSvg,
  signpostSvg,
  treasureChestSvg,
  wagonSvg,
  windmillSvg,
} from "./own/timber";
import { violinSvg } from "./own/violin";
import { wallSvg } from "./own/wall";
import { waterfallSvg } from "./own/waterfall";
import { whaleSvg } from "./own/whale";
import { quadrupedSvg } from "./quadrupeds";
import { sittingAnimalSvg, standsBetter } from "./sitting-animals";
import { smallCreatureSvg } from "./small-creatures";

const EAGLE: Rgb = lch(0.36, 0.06, 55);
const WIDTH = 48;
const HEIGHT = 60;

/** A drawing of our own. */
export interface Body {
  readonly svg: string;
  /** How wide it stands for the size of an emoji. */
  readonly width: number;
  /** It wears the colour the prompt gave it where such a thing wears one, and is not to be tinted as a whole. */
  readonly isColoured: boolean;
}

/** Sitting and upright bodies are narrower than an emoji of the same presence, animals on four legs wider. */
const UPRIGHT = 0.86;
const LENGTHWISE = 1.16;

type Drawing = readonly [draw: (commissioned: Commissioned, random: Random) => string, width: number];

const OWN: Readonly<Record<string, Drawing>> = {
  automobile: [carSvg, 1.34],
  taxi: [carSvg, 1.34],
  house: [houseSvg, 1.12],
  "house-with-garden": [houseSvg, 1.12],
  hut: [houseSvg, 1.12],
  sailboat: [sailboatSvg, 1],
  branch: [branchSvg, 1.7],
  butterfly: [butterflySvg, 1],
  cactus: [cactusSvg, 0.62],
  armchair: [armchairSvg, 1],
  castle: [castleSvg, 1.24],
  chipmunk: [squirrelSvg, 0.9],
  crocodile: [crocodileSvg, 1.6],
  dragon: [dragonSvg, 1.5],
  "floor-lamp": [floorLampSvg, 0.46],
  fridge: [fridgeSvg, 0.68],
  "fruit-tree": [fruitTreeSvg, 0.9],
  skyscraper: [skyscraperSvg, 0.5],
  stove: [stoveSvg, 0.9],
  "table-lamp": [tableLampSvg, 0.7],
  tumbler: [tumblerSvg, 0.52],
  chandelier: [chandelierSvg, 1.1],
  gramophone: [gramophoneSvg, 1.05],
  guitar: [guitarSvg, 0.66],
  harp: [harpSvg, 0.8],
  "high-heeled-shoe": [highHeelSvg, 1.2],
  typewriter: [typewriterSvg, 1.1],
  locomotive: [locomotiveSvg, 1.6],
  octopus: [octopusSvg, 1.1],
  tent: [tentSvg, 1.3],
  violin: [violinSvg, 0.72],
  jellyfish: [jellyfishSvg, 0.8],
  owl: [owlSvg, 0.74],
  "open-box": [openBoxSvg, 1],
  penguin: [penguinSvg, 0.72],
  plate: [plateSvg, 1.2],
  rowboat: [rowboatSvg, 1.6],
  "served-bowl": [servedBowlSvg, 0.86],
  "served-plate": [servedPlateSvg, 1.2],
  rainbow: [rainbowSvg, 1],
  rocket: [rocketSvg, 0.72],
  "desert-island": [islandSvg, 1.9],
  volcano: [volcanoSvg, 2],
  iceberg: [icebergSvg, 1.5],
  bench: [benchSvg, 1.2],
  "hot-beverage": [hotCupSvg, 0.92],
  "market-stall": [marketStallSvg, 1.1],
  "picnic-blanket": [picnicBlanketSvg, 2.1],
  table: [tableSvg, 1.3],
  wall: [wallSvg, 1.7],
  waterfall: [waterfallSvg, 1.8],
  chair: [chairSvg, 0.74],
  "running-shoe": [shoeSvg, 1.24],
  "spouting-whale": [whaleSvg, 1.3],
  whale: [whaleSvg, 1.3],
  airship: [airshipSvg, 1.5],
  arch: [archSvg, 0.96],
  barrel: [barrelSvg, 0.66],
  bookshelf: [bookshelfSvg, 0.86],
  fireplace: [fireplaceSvg, 1.1],
  pagoda: [pagodaSvg, 0.84],
  throne: [throneSvg, 0.74],
  bridge: [bridgeSvg, 1.9],
  campfire: [campfireSvg, 0.8],
  crate: [crateSvg, 0.8],
  fence: [fenceSvg, 1.6],
  gate: [gateSvg, 1.2],
  haystack: [haystackSvg, 0.9],
  lamppost: [lamppostSvg, 0.5],
  "grand-piano": [grandPianoSvg, 1.3],
  igloo: [iglooSvg, 1.4],
  pumpkin: [pumpkinSvg, 0.9],
  submarine: [submarineSvg, 1.5],
  obelisk: [obeliskSvg, 0.44],
  pier: [pierSvg, 1.8],
  pillar: [pillarSvg, 0.46],
  pyramid: [pyramidSvg, 1.5],
  ruins: [ruinsSvg, 1.35],
  signpost: [signpostSvg, 0.74],
  stairs: [stairsSvg, 1.2],
  statue: [statueSvg, 0.6],
  torch: [torchSvg, 0.4],
  tower: [towerSvg, 0.6],
  "treasure-chest": [treasureChestSvg, 0.8],
  wagon: [wagonSvg, 1.3],
  well: [wellSvg, 0.9],
  windmill: [windmillSvg, 0.92],
  ...Object.fromEntries(
    FLOWER_NAMES.map((name): [string, Drawing] => [name, [(commissioned, random) => flowerSvg(name, commissioned, random), 0.66]]),
  ),
  ...Object.fromEntries(
    FOLK.map((name): [string, Drawing] => [name, [(commissioned, random) => folkSvg(name, commissioned, random), 0.84]]),
  ),
};

/** A whole animal, plant, vehicle or thing where the emoji is a head, a bust or too plain; null where the emoji serves. */
export function bodyOf(icon: string, commissioned: Commissioned, random: Random): Body | null {
  if (icon === "bird" && commissioned.isAloft) return { svg: flyingBirdSvg(commissioned, random), width: 0.9, isColoured: true };
  if (icon === "eagle" && commissioned.isAloft)
    return { svg: flyingBirdSvg({ ...commissioned, colour: commissioned.colour ?? EAGLE }, random), width: 1.2, isColoured: true };
  if (icon === "birthday-cake" && commissioned.isLaden) return { svg: cakeSvg(commissioned), width: 1, isColoured: true };
  if (icon === "basket" && commissioned.isLaden) return { svg: wickerBasketSvg(commissioned), width: 1.5, isColoured: true };
  const own = Object.hasOwn(OWN, icon) ? OWN[icon] : undefined;
  if (own !== undefined) return { svg: own[0](commissioned, random), width: own[1], isColoured: true };
  // Of an animal that we draw both ways the seed says whether it sits.
  // A breed is told by its build, from the side, unless it has to sit.
  const isBred = breedOf(commissioned.word) !== null && !commissioned.isSitting;
  const isOnLegs = standsBetter(icon) && !commissioned.isSitting;
  const sitting = isBred || isOnLegs ? null : sittingAnimalSvg(icon, commissioned);
  const standing = quadrupedSvg(icon, commissioned.word) ?? smallCreatureSvg(icon);
  if (sitting !== null && (standing === null || random.chance(0.5) || commissioned.isSitting))
    return { svg: sitting, width: UPRIGHT, isColoured: true };
  if (standing !== null) return { svg: standing, width: LENGTHWISE, isColoured: false };
  const upright = uprightSvg(icon);
  return upright === null ? null : { svg: upright, width: UPRIGHT, isColoured: false };
}

function uprightSvg(icon: string): string | null {
  if (icon === "hot-air-balloon") return hotAirBalloon();
  if (icon === "cherry-tree") return cherryTree();
  if (icon === "deciduous-tree") return leafTree();
  const head = iconBody(icon);
  if (head === null) return null;
  if (icon === "robot") return robot(head);
  return icon === "astronaut" ? astronaut(head) : null;
}

function gradient(id: string, light: Rgb, dark: Rgb): string {
  return `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${hex(light)}"/><stop offset="1" stop-color="${hex(dark)}"/></linearGradient>`;
}

function robot(head: string): string {
  const steel: Rgb = lch(0.78, 0.03, 260);
  const dark: Rgb = lch(0.5, 0.04, 265);
  const accent: Rgb = lch(0.68, 0.17, 45);
  const defs = `<defs>${gradient("Zsteel", lch(0.9, 0.02, 260), steel)}${gradient("Zlimb", steel, dark)}</defs>`;
  const body = [
    `<rect x="16.5" y="47" width="5.5" height="10" rx="2" fill="url(#Zlimb)"/><rect x="26" y="47" width="5.5" height="10" rx="2" fill="url(#Zlimb)"/>`,
    `<rect x="14" y="55" width="9" height="4" rx="2" fill="${hex(dark)}"/><rect x="25" y="55" width="9" height="4" rx="2" fill="${hex(dark)}"/>`,
    `<path d="M13 34c-5 1-6 6-6 12" fill="none" stroke="url(#Zlimb)" stroke-width="4" stroke-linecap="round"/><path d="M35 34c5 1 6 6 6 12" fill="none" stroke="url(#Zlimb)" stroke-width="4" stroke-linecap="round"/>`,
    `<circle cx="7" cy="47" r="2.8" fill="${hex(accent)}"/><circle cx="41" cy="47" r="2.8" fill="${hex(accent)}"/>`,
    `<rect x="12.5" y="30" width="23" height="19" rx="5" fill="url(#Zsteel)"/><rect x="17" y="35" width="14" height="8" rx="2.5" fill="${hex(dark)}"/>`,
    `<circle cx="20.5" cy="39" r="1.6" fill="${hex(accent)}"/><circle cx="24" cy="39" r="1.6" fill="#7fe3c4"/><circle cx="27.5" cy="39" r="1.6" fill="#9ec5ff"/>`,
    `<rect x="21" y="27" width="6" height="5" fill="${hex(dark)}"/>`,
  ].join("");
  return svgDocument(`${defs}${body}<g transform="translate(9 0) scale(.94)">${head}</g>`, WIDTH, HEIGHT);
}

function astronaut(head: string): string {
  const suit: Rgb = [0.95, 0.95, 0.97];
  const shade: Rgb = lch(0.72, 0.03, 275);
  const accent: Rgb = lch(0.6, 0.19, 30);
  const defs = `<defs>${gradient("Zsuit", suit, shade)}</defs>`;
  const body = [
    `<path d="M17 40c-1 7-3 12-6 17" fill="none" stroke="url(#Zsuit)" stroke-width="7.5" stroke-linecap="round"/>`,
    `<path d="M31 40c2 6 5 10 9 12" fill="none" stroke="url(#Zsuit)" stroke-width="7.5" stroke-linecap="round"/>`,
    `<path d="M7.5 56.5l6.5 2.2" stroke="${hex(accent)}" stroke-width="2.6" stroke-linecap="round"/><path d="M38.5 55l3.5-5.5" stroke="${hex(accent)}" stroke-width="2.6" stroke-linecap="round"/>`,
    `<path d="M14 31c-6 0-9 4-11 9" fill="none" stroke="url(#Zsuit)" stroke-width="6.5" stroke-linecap="round"/><path d="M34 31c6-1 9-4 11-10" fill="none" stroke="url(#Zsuit)" stroke-width="6.5" stroke-linecap="round"/>`,
    `<circle cx="3.6" cy="41" r="2.7" fill="${hex(shade)}"/><circle cx="45" cy="20" r="2.7" fill="${hex(shade)}"/>`,
    `<rect x="13" y="25" width="22" height="20" rx="7" fill="url(#Zsuit)"/>`,
  ].join("");
  return svgDocument(`${defs}${body}<g transform="translate(8 1) scale(1)">${head}</g>`, WIDTH, HEIGHT);
}

function hotAirBalloon(): string {
  const gores = ["#d8433f", "#f2a541", "#f6e3b4", "#3f7fae", "#f2a541", "#d8433f"];
  const cloth = gores
    .map((colour, k) => {
      const left = 4 + (40 / gores.length) * k;
      const right = left + 40 / gores.length;
      const bend = (x: number, share: number) => 24 + (x - 24) * share;
      return `<path d="M24 2C${bend(left, 0.9)} 3 ${left} 12 ${left} 21C${left} 31 ${bend(left, 0.55)} 38 ${bend(left, 0.26)} 46L${bend(right, 0.26)} 46C${bend(right, 0.55)} 38 ${right} 31 ${right} 21C${right} 12 ${bend(right, 0.9)} 3 24 2Z" fill="${colour}"/>`;
    })
    .join("");
  const ropes = `<path d="M19 46l1.6 7M29 46l-1.6 7M24 46v7" stroke="#5b4636" stroke-width=".6"/>`;
  const basket = `<path d="M19.8 52.5h8.4l-.8 6.2q-3.4 1-6.8 0z" fill="#8a5a34"/><path d="M19.8 52.5h8.4v1.5h-8.4z" fill="#6d4424"/>`;
  const light = `<radialGradient id="Zlight" cx=".36" cy=".3" r=".75"><stop offset="0" stop-color="#fff" stop-opacity=".4"/><stop offset=".55" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#2a1230" stop-opacity=".34"/></radialGradient>`;
  const shade = `<path d="M24 2C10 2 4 12 4 21C4 31 13 38 18.8 46h10.4C35 38 44 31 44 21C44 12 38 2 24 2Z" fill="url(#Zlight)"/>`;
  return svgDocument(`<defs>${light}</defs>${ropes}${cloth}${shade}${basket}`, WIDTH, HEIGHT);
}

function cherryTree(): string {
  const trunk = `<path d="M22.5 59c1-9 .5-14-1.5-19c-2-4-6-7-9-10M23 46c2-6 6-9 11-13M24 59c-.6-8 0-20 1-32" fill="none" stroke="#4a3230" stroke-width="2.8" stroke-linecap="round"/>`;
  return crownOver(trunk, ["#d9809f", "#e79ab4", "#f3b7c9", "#fad3de"], 20, 13.5, 4.6);
}

function leafTree(): string {
  const trunk = `<path d="M20.6 59C22 50 22 44 20.4 37L24 40L28 36C26.4 44 26.4 50 28 59Z" fill="#5c4333"/><path d="M23 44C20 40 17 37 14 35M25 43C28 39 31 37 34 35" fill="none" stroke="#5c4333" stroke-width="2" stroke-linecap="round"/>`;
  return crownOver(trunk, ["#3f6b34", "#56863f", "#74a34b", "#9cc364"], 22, 17, 6);
}

/** Blots of leaf or blossom over a dark trunk; where they lie is fixed, so that the drawing is the same everywhere. */
function crownOver(trunk: string, tones: readonly string[], centreY: number, reachY: number, blot: number): string {
  const blots = Array.from({ length: 44 }, (_, k) => {
    const ring = Math.sqrt((k + 0.5) / 44);
    const angle = k * 2.39996;
    const x = 24 + Math.cos(angle) * ring * 18;
    const y = centreY + Math.sin(angle) * ring * reachY;
    const tone = Math.min(3, Math.max(0, Math.round(2.4 - (y - centreY + 12) / 9 + (k % 3) * 0.4)));
    return { y, mark: `<circle cx="${x.toFixed(2)}" cy="${y.toFixed(2)}" r="${(blot - ring * 1.3).toFixed(2)}" fill="${tones[tone]}"/>` };
  });
  const painted = [...blots]
    .sort((a, b) => b.y - a.y)
    .map((mark) => mark.mark)
    .join("");
  return svgDocument(`${trunk}${painted}`, WIDTH, HEIGHT);
}
