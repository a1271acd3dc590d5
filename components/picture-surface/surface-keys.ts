import type { KeyboardEvent } from "react";
import type { ArrowAct, Direction, Step } from "./neighbour";
import { arrowAct, standingPlace, stepFrom } from "./neighbour";
import type { SurfaceTarget } from "./scene";
import type { SceneIndex } from "./scene-index";

const arrows: Readonly<Record<string, Direction>> = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down" };
const steps: Readonly<Record<string, Step>> = { PageDown: "next", PageUp: "previous", Home: "first", End: "last" };

/** What a key of the surface means. `stay`: it is the surface's key, but nothing lies that way. */
export type KeyAct =
  | ArrowAct
  | { readonly kind: "stay" }
  | { readonly kind: "activate" }
  | { readonly kind: "cancel" }
  | { readonly kind: "menu" };

/** Null for a key that is not the surface's. */
export function keyAct(index: SceneIndex, focus: SurfaceTarget | null, event: Pick<KeyboardEvent, "key" | "shiftKey">): KeyAct | null {
  const direction = arrows[event.key];
  const step = steps[event.key];
  if (direction || step) {
    const place = standingPlace(index, focus);
    if (direction && place) {
      const act = arrowAct(index, place, direction);
      // Extending a choice takes pictures in; it neither folds nor climbs to an item.
      const extendsChoice = !event.shiftKey || (act?.kind === "go" && act.to.pictureId !== null);
      return act && extendsChoice ? act : { kind: "stay" };
    }
    const to = stepFrom(index, place, step ?? "first");
    return to ? { kind: "go", to } : { kind: "stay" };
  }
  if (event.key === "Escape") return { kind: "cancel" };
  if (focus === null) return null;
  if (event.key === "Enter") return { kind: "activate" };
  return event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey) ? { kind: "menu" } : null;
}
