/** Words for drawings of our own (`subjects/bodies.ts`) that the emoji set has nothing like, by the drawing's name. */
const OWN: Readonly<Record<string, string>> = {
  airship: "airship zeppelin blimp",
  angel: "angel",
  arch: "arch archway|stone arch",
  barrel: "barrel cask keg",
  bench: "bench|park bench",
  bookshelf: "bookshelf bookcase",
  branch: "branch twig bough",
  bridge: "bridge footbridge viaduct aqueduct|golden gate bridge|stone bridge|arched bridge",
  campfire: "campfire bonfire|camp fire",
  "cherry-tree": "|cherry blossom tree",
  cowboy: "cowboy cowgirl",
  crate: "crate|wooden crate|wooden box",
  daisy: "daisy",
  poppy: "poppy",
  fairy: "fairy pixie",
  fence: "fence|picket fence|wooden fence|garden fence",
  fireplace: "fireplace hearth",
  gate: "gate gateway|garden gate|iron gate",
  haystack: "haystack haybale|hay bale|hay stack",
  "hot-air-balloon": "|hot air balloon",
  iceberg: "iceberg",
  lamppost: "lamppost streetlight streetlamp|street lamp|street light|lamp post|street lantern",
  obelisk: "obelisk monolith",
  pagoda: "pagoda|japanese pagoda|chinese pagoda",
  pier: "pier jetty dock|wooden pier|boat dock",
  pillar: "pillar column|stone column",
  pirate: "pirate buccaneer",
  pyramid: "pyramid",
  ruins: "ruins ruin|ancient ruin|ancient ruins",
  sailboat: "|pirate ship|viking ship|tall ship",
  samurai: "samurai",
  signpost: "signpost|sign post|road sign|wooden sign",
  "statue-of-liberty": "|statue of liberty",
  stairs: "stairs staircase stairway|stone stairs|spiral staircase",
  statue: "statue sculpture|marble statue|stone statue",
  throne: "throne|iron throne|golden throne",
  torch: "torch",
  tower: "tower watchtower|stone tower|watch tower|bell tower|clock tower|church tower|castle tower|medieval tower",
  "treasure-chest": "chest|treasure chest|wooden chest",
  viking: "viking",
  wagon: "wagon cart|horse cart",
  wall: "wall|brick wall|stone wall|garden wall",
  waterfall: "waterfall cascade",
  well: "|wishing well|water well|stone well|old well",
  windmill: "windmill mill",
  witch: "witch sorceress",
  wizard: "wizard mage sorcerer warlock",
};

const drawingByWords = new Map<string, string>();
for (const [drawing, names] of Object.entries(OWN)) {
  const [words = "", ...phrases] = names.split("|");
  for (const name of [...words.split(" "), ...phrases]) if (name !== "") drawingByWords.set(name, drawing);
}

/** The drawing of our own that one to three words stand for, or null. */
export function ownDrawingOf(words: string): string | null {
  return drawingByWords.get(words) ?? null;
}
