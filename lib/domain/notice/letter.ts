import type { NoticeView } from "./notice";

/** A letter as it is sent: no pictures, no keys, only words and addresses that ask who one is. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

type Told = Pick<NoticeView, "sentence" | "note" | "path">;

/** Where the studio is, without a trailing slash. */
type Origin = string;

const WISHES = "/settings/notices";

/** One notice, at once. */
export function letterOf(notice: Told, origin: Origin): Letter {
  return { subject: oneLine(notice.sentence), ...bodyOf([notice], origin, null) };
}

/** Everything of a day, newest last. */
export function digestOf(notices: readonly Told[], origin: Origin): Letter {
  const count = notices.length === 1 ? "1 notice" : `${notices.length} notices`;
  return { subject: `Selects: ${count}`, ...bodyOf(notices, origin, `${count} since the last summary.`) };
}

/** What somebody gets who wants to see that e-mail arrives. */
export function testLetter(origin: Origin): Letter {
  const sentence = "E-mail of this studio arrives.";
  return { subject: "Selects: a test", ...bodyOf([{ sentence, note: "", path: WISHES }], origin, null) };
}

function bodyOf(notices: readonly Told[], origin: Origin, intro: string | null): Pick<Letter, "text" | "html"> {
  const wishes = `${origin}${WISHES}`;
  const text = [
    ...(intro === null ? [] : [intro]),
    ...notices.map(({ sentence, note, path }) => [sentence, ...(note === "" ? [] : [`> ${note}`]), `${origin}${path}`].join("\n")),
    `--\nWhat you are told of, and how: ${wishes}`,
  ];
  const html = [
    ...(intro === null ? [] : [`<p>${escaped(intro)}</p>`]),
    ...notices.map(({ sentence, note, path }) => {
      const words = note === "" ? "" : `<br><span style="color:#666">${escaped(note)}</span>`;
      return `<p><a href="${escaped(`${origin}${path}`)}">${escaped(sentence)}</a>${words}</p>`;
    }),
    `<p style="color:#666"><a href="${escaped(wishes)}">What you are told of, and how</a></p>`,
  ];
  return { text: `${text.join("\n\n")}\n`, html: html.join("\n") };
}

/** A header has one line, whatever a card is called. */
const oneLine = (text: string) => [...text.replace(/\s+/gu, " ")].slice(0, 180).join("");

const SIGNS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (text: string) => text.replace(/[&<>"']/gu, (sign) => SIGNS[sign] ?? sign);
