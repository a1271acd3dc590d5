import { chordsOf } from "./chord";
import type { KeyPress } from "./dispatcher";

/** A list of options lies over the page, unless it is what the page shows. */
const OVERLAYS = '[role="dialog"],[role="alertdialog"],[role="menu"],[role="listbox"]:not([data-of-page])';
const CONTROLS =
  'button,a[href],summary,input,[role="button"],[role="tab"],[role="slider"],[role="switch"],[role="checkbox"],[role="combobox"]';
/** A link in a collection that arrows lead through: of all keys only Enter is its own, as of every link. */
const ROAMED = "a[data-roamed]";
const NOT_TEXT = new Set(["button", "checkbox", "color", "file", "image", "radio", "range", "reset", "submit"]);

/** A press of the page's keyboard; null for one that is not ours: taken by somebody already, or part of a word being composed. */
export function keyPressOf(event: KeyboardEvent): KeyPress | null {
  if (event.defaultPrevented || event.isComposing) return null;
  const target = event.target instanceof Element ? event.target : null;
  const chords = chordsOf({
    key: event.key,
    code: event.code,
    ctrl: event.ctrlKey,
    meta: event.metaKey,
    alt: event.altKey,
    shift: event.shiftKey,
    altGraph: event.getModifierState("AltGraph"),
  });
  return { chords, isRepeat: event.repeat, focus: focusOf(target), isInOverlay: target?.closest(OVERLAYS) != null };
}

function focusOf(target: Element | null): KeyPress["focus"] {
  if (target === null) return "free";
  if (target instanceof HTMLInputElement) return NOT_TEXT.has(target.type) ? "control" : "text";
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return "text";
  if (target instanceof HTMLElement && target.isContentEditable) return "text";
  return target.closest(CONTROLS) && !target.closest(ROAMED) ? "control" : "free";
}
