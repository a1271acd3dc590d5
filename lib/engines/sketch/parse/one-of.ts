import type { Subject } from "./scene-spec";

/** One of the things that a subject counts, as it is by itself: what an edit gave to it alone is its own. */
export function oneOf(subject: Subject, order: number): Subject {
  const own = subject.changed?.find((one) => one.order === order);
  if (own === undefined) return subject;
  return {
    ...subject,
    colour: own.colour ?? subject.colour,
    scale: (subject.scale ?? 1) * (own.scale ?? 1),
    shift: (subject.shift ?? 0) + (own.shift ?? 0),
    ...(own.isGone ? { isGone: true } : {}),
  };
}

/** Which of its things a subject still shows, counted from 0. */
export function ordersOf(subject: Subject): readonly number[] {
  if (subject.isGone) return [];
  return Array.from({ length: subject.count }, (_, order) => order).filter((order) => !oneOf(subject, order).isGone);
}
