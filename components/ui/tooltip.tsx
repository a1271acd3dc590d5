"use client";
import { cloneElement, type SyntheticEvent, useEffect, useRef, useState } from "react";
import { lateCode, useLateCode } from "./late-code";
import type { TooltipProps } from "./tooltip-props";

const words = lateCode(() => import("./tooltip-words").then((file) => file.TooltipWords));

const DELAY_MS = 450;
/** After one tooltip has shown, its neighbours show without delay. */
const NEXT_WITHIN_MS = 350;
/** Long enough to go over into the words, which may be read as long as one likes. */
const WAY_MS = 120;
let lastSeenAt = Number.NEGATIVE_INFINITY;

/** Words for an element under the pointer or in focus. */
export function Tooltip({ content, keys, side = "bottom", stay = false, children }: TooltipProps) {
  const [at, setAt] = useState<Element | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isEmpty = content === null || content === undefined || content === "";
  const isOpen = at !== null && !isEmpty;
  const Words = useLateCode(words, isOpen);
  const { props } = children;

  const later = (act: () => void, ms: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(act, ms);
  };
  const show = (element: Element) => {
    clearTimeout(timer.current);
    setAt(element);
  };
  const hide = () => {
    clearTimeout(timer.current);
    if (isOpen) lastSeenAt = performance.now();
    setAt(null);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  const heard = (name: string, hear: (event: never) => void) => (event: SyntheticEvent) => {
    const own = props[name];
    if (typeof own === "function") own(event);
    hear(event as never);
  };
  return (
    <>
      {cloneElement(children, {
        onPointerEnter: heard("onPointerEnter", ({ pointerType, currentTarget }: PointerEvent & { currentTarget: Element }) => {
          // A finger presses; it does not point.
          if (pointerType === "touch" || isEmpty) return;
          later(() => setAt(currentTarget), performance.now() - lastSeenAt < NEXT_WITHIN_MS ? 0 : DELAY_MS);
        }),
        onPointerLeave: heard("onPointerLeave", () => (isOpen ? later(hide, WAY_MS) : hide())),
        onFocus: heard("onFocus", ({ currentTarget, target }: FocusEvent & { currentTarget: Element; target: Element }) => {
          if (target === currentTarget && currentTarget.matches(":focus-visible")) show(currentTarget);
        }),
        onBlur: heard("onBlur", hide),
        onClick: heard("onClick", () => stay || hide()),
        ...(stay ? {} : { onPointerDown: heard("onPointerDown", hide) }),
      })}
      {isOpen && Words ? (
        <Words at={at} side={side} keys={keys} onEnter={() => clearTimeout(timer.current)} onLeave={hide}>
          {content}
        </Words>
      ) : null}
    </>
  );
}
