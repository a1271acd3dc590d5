import { readFileSync } from "node:fs";

const things: Readonly<Record<string, string>> = JSON.parse(readFileSync(new URL("./emoji.json", import.meta.url), "utf8"));

/** Emoji that name a scene, a light or a weather. */
const SCENES: Readonly<Record<string, string>> = {
  "🌊": "sea",
  "🌅": "sunrise over the sea",
  "🌄": "sunrise over mountains",
  "🌇": "city at sunset",
  "🌆": "city at dusk",
  "🌃": "city at night",
  "🏙": "city",
  "🏖": "beach",
  "🏝": "island",
  "🏜": "desert",
  "🏔": "mountains in snow",
  "⛰": "mountains",
  "🌋": "volcano",
  "🌌": "galaxy",
  "🌙": "moon",
  "☀": "sunny",
  "🌧": "rain",
  "🌨": "falling snow",
  "❄": "snow",
  "🌫": "fog",
  "⛈": "storm",
  "👩": "woman",
  "👨": "man",
  "👧": "girl",
  "👦": "boy",
  "🤖": "robot",
  "👻": "ghost",
};

/** The words of a text of emoji and nothing else, each a phrase of its own; any other text comes back as it is. */
export function wordsOfEmoji(text: string): string {
  if (/[\p{L}\p{N}]/u.test(text)) return text;
  return text.replaceAll(/\p{Extended_Pictographic}(?:\u200d\p{Extended_Pictographic})*/gu, (emoji) => {
    const word = Object.hasOwn(SCENES, emoji) ? SCENES[emoji] : Object.hasOwn(things, emoji) ? things[emoji] : undefined;
    return word === undefined ? emoji : `, ${word}, `;
  });
}
