import type { Subject } from "../parse/scene-spec";
import { iconName } from "../subjects/placing/placement";

/** Things that are looked for in the sky when nothing else is said of them. */
const FLIES = /^(?:bird|dove|eagle|bat)$|balloon|airship|airplane|helicopter|saucer|parachute|kite/;
/** A thing that an edit brings in, up in the air where it flies and no relation ties it to something else, `larger` than it would be. */
export function inTheAir(subject: Subject, larger: number): Subject {
  const icon = iconName(subject);
  if (subject.relation !== null || !FLIES.test(icon)) return subject;
  return { ...subject, isAloft: true, scale: (subject.scale ?? 1) * larger };
}
