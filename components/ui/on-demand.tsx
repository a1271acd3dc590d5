"use client";
import { type ComponentType, type ReactNode, useEffect, useRef, useState } from "react";
import { announce } from "./announce";

type Closable = { readonly open: boolean; readonly onOpenChange: (open: boolean) => void } | { readonly onClose: () => void };

/**
 * A dialog or panel whose code is fetched when it is opened first: most visits of a page open none of its dialogs. Without the network it is
 * closed again, with a sentence. What has `onClose` is open while it is mounted.
 */
export function onDemand<Props extends Closable>(load: () => Promise<ComponentType<Props>>): (props: Props) => ReactNode {
  let known: ComponentType<Props> | null = null;
  return function OnDemand(props: Props) {
    const [Loaded, setLoaded] = useState(() => known);
    const isOpen = "onClose" in props || props.open;
    const isWaiting = isOpen && Loaded === null;
    const close = useRef(() => {});
    useEffect(() => {
      close.current = () => ("onClose" in props ? props.onClose() : props.onOpenChange(false));
    });
    useEffect(() => {
      if (!isWaiting) return;
      let isGone = false;
      load().then(
        (component) => {
          known = component;
          if (!isGone) setLoaded(() => component);
        },
        () => {
          if (isGone) return;
          announce({ tone: "bad", text: "This could not be opened: the studio was not reached. Try again.", id: "on-demand" });
          close.current();
        },
      );
      return () => {
        isGone = true;
      };
    }, [isWaiting]);
    return Loaded ? <Loaded {...props} /> : null;
  };
}
