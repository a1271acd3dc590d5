import { SESSION_TYPE } from "../live/record";
import { IMAGE_ENDINGS, VIDEO_ENDINGS } from "./file-type";
import { MAX_FILE_NAME_LENGTH } from "./limits";

// Path separators, characters Windows forbids, control characters, halves of characters, and marks
// that turn text around to hide an ending.
const UNSAFE = /[\\/:*?"<>|\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A name as people gave it, made safe to store, show and save: no folders, no hidden characters, never empty. */
export function cleanFileName(given: string): string {
  const flat = given
    .normalize("NFC")
    .replace(UNSAFE, " ")
    .replace(/\s+/g, " ")
    .replace(/^[.\s]+/, "");
  return [...flat].slice(0, MAX_FILE_NAME_LENGTH).join("").trim() || "untitled";
}

/** The name of a download: the given stem with the ending of what the bytes really are. */
export function downloadName(fileName: string, mimeType: string, suffix = ""): string {
  const ending = { ...IMAGE_ENDINGS, ...VIDEO_ENDINGS, [SESSION_TYPE]: "json" }[mimeType] ?? "bin";
  const stem = cleanFileName(fileName).replace(/\.[A-Za-z0-9]{1,5}$/, "") || "untitled";
  return `${stem}${suffix}.${ending}`;
}
