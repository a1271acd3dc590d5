import { svgDocument } from "../lexicon/icons";

/** A songbird or a fish seen from its left side, or null for other names. */
export function smallCreatureSvg(icon: string): string | null {
  if (icon === "bird") return songbird();
  return icon === "tropical-fish" || icon === "fish" ? fish() : null;
}

function linear(id: string, ...stops: readonly string[]): string {
  const step = (k: number) => k / (stops.length - 1);
  return `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1">${stops.map((colour, k) => `<stop offset="${step(k)}" stop-color="${colour}"/>`).join("")}</linearGradient>`;
}

function songbird(): string {
  return svgDocument(
    [
      `<defs>${linear("Zback", "#5f7fa8", "#3d5778")}${linear("Zbreast", "#d9824c", "#e9c9a4", "#f3eadb")}${linear("Zwing", "#48658d", "#2c4060")}</defs>`,
      `<path d="M27 45l-2.4 9.4M33 45l-1 9.4M21.4 54.6l3.2-.8l2 .9M29 54.6l3-.8l2 .9" fill="none" stroke="#6b4a35" stroke-width="1.3" stroke-linecap="round"/>`,
      `<path d="M42 34L60 43.4C61 44.6 60 46 58.4 45.6L41 42z" fill="url(#Zwing)"/>`,
      `<path d="M14 21C14 13 21 9.4 27 11.6C35 14.6 43 24 46 34C48 41.6 40 47.4 31 47C20 46.4 12 38 12.4 29C12.6 26 14 24 14 21Z" fill="url(#Zback)"/>`,
      `<path d="M13.4 24C17 22.6 21 24 23.6 29C26.6 35 31 41 38 45.4C35.6 46.8 33 47.2 31 47C20 46.4 12 38 12.4 29C12.5 27 12.9 25.4 13.4 24Z" fill="url(#Zbreast)"/>`,
      `<path d="M27 24C34 24.6 43 32 51 40.6C44 42.6 33 40.6 28.4 34C26 30.4 25.4 26.6 27 24Z" fill="url(#Zwing)"/><path d="M31 28C36 31 41 35.4 45 39.6M30 31.6C34 35 38 38 41 40.4" fill="none" stroke="#7f9cc4" stroke-width=".8"/>`,
      `<path d="M14.4 19.6L6.6 22.2L14 24.4Z" fill="#e2a63c"/><circle cx="20" cy="19" r="1.6" fill="#171516"/><circle cx="20.5" cy="18.5" r=".5" fill="#fff"/>`,
    ].join(""),
    64,
    56,
  );
}

function fish(): string {
  const scales = Array.from({ length: 15 }, (_, k) => {
    const x = 27 + (k % 5) * 5 + (Math.floor(k / 5) % 2) * 2.4;
    const y = 17.6 + Math.floor(k / 5) * 5;
    return `<path d="M${x} ${y}q-2.6 2.2 0 4.4" fill="none" stroke="#fff" stroke-opacity=".4" stroke-width=".8"/>`;
  }).join("");
  return svgDocument(
    [
      `<defs>${linear("Zscale", "#f08a3c", "#f6b34f", "#fbe6b8")}${linear("Zfin", "#e4602f", "#f2a14a")}</defs>`,
      `<path d="M47 22C52 15 57 11.6 61.4 10.6C59.6 15 59.4 20 59.6 24C59.4 28 60 33.4 61.6 37.4C57 36.4 52 31.4 47 26z" fill="url(#Zfin)"/>`,
      `<path d="M24 12C29 4.6 38 4 43.6 8.6C44 12 43 15 41 17z" fill="url(#Zfin)"/><path d="M28 33C32 39 37 40 40.4 38.6C40.6 35.4 39 32 36 30z" fill="url(#Zfin)"/>`,
      `<path d="M4 24C9 13.4 22 9 32 11.4C41 13.6 46.4 19 50 24C46.4 29.4 41 34.6 32 36.4C22 38.4 9 34.4 4 24Z" fill="url(#Zscale)"/>`,
      `<path d="M17.6 13.4C21 19 21 29 17.4 35C14.6 33.8 12 32.2 10 30.4C12.6 26 12.6 22 10.2 17.6C12.4 15.8 14.8 14.4 17.6 13.4Z" fill="#fff" fill-opacity=".82"/>`,
      scales,
      `<path d="M25 23C30 21.6 34 24 35 28.6C30.6 30.4 26 28.4 25 23Z" fill="url(#Zfin)"/>`,
      `<circle cx="10.6" cy="21.4" r="2.5" fill="#fff"/><circle cx="10.2" cy="21.4" r="1.5" fill="#15161c"/><path d="M4 24.6q2.4 1.4 4.4.8" fill="none" stroke="#8a3f1e" stroke-width=".8"/>`,
    ].join(""),
    64,
    48,
  );
}
