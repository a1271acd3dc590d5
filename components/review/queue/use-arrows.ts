"use client";
import { type KeyboardEvent, useRef } from "react";
import { useKeys } from "@/lib/client/keyboard/use-keys";
import { type Arrow, stepFrom } from "./step-focus";

const ARROWS: Readonly<Record<string, Arrow>> = { ArrowUp: "up", ArrowDown: "down", ArrowLeft: "left", ArrowRight: "right" };

/**
 * Arrow keys walk through the cards (links marked `data-card` with the card's id); with focus elsewhere they enter at the
 * first one. The space bar chooses the card in focus.
 */
export function useArrows(onToggle: (cardId: string) => void) {
  const list = useRef<HTMLDivElement>(null);
  const cards = () => [...(list.current?.querySelectorAll<HTMLElement>("[data-card]") ?? [])];
  const enter = () => {
    const first = cards()[0];
    first?.focus();
    return first !== undefined;
  };
  useKeys("pictures", { down: enter, right: enter });

  const onKeyDown = (event: KeyboardEvent) => {
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.card : undefined;
    if (event.key === " " && focused) {
      event.preventDefault();
      onToggle(focused);
      return;
    }
    const arrow = ARROWS[event.key];
    if (!arrow || event.ctrlKey || event.metaKey || event.altKey) return;
    const all = cards();
    const here = document.activeElement instanceof HTMLElement ? all.indexOf(document.activeElement) : -1;
    const spots = all.map((card) => {
      const { x, y } = card.getBoundingClientRect();
      return { x, y };
    });
    const next = stepFrom(spots, here, arrow);
    if (next === null) return;
    event.preventDefault();
    all[next]?.focus();
  };
  return { list, onKeyDown };
}
