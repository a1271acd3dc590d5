"use client";
import type { ComponentType, ReactNode } from "react";
import { announce } from "./announce";
import { lateCode, useLateCode } from "./late-code";

type Closable = { readonly open: boolean; readonly onOpenChange: (open: boolean) => void } | { readonly onClose: () => void };

/**
 * A dialog or panel whose code is fetched when it is opened first: most visits of a page open none of its dialogs. Without the network it is
 * closed again, with a sentence. What has `onClose` is open while it is mounted.
 */
export function onDemand<Props extends Closable>(load: () => Promise<ComponentType<Props>>): (props: Props) => ReactNode {
  const code = lateCode(load, "when wanted");
  return function OnDemand(props: Props) {
    const isOpen = "onClose" in props || props.open;
    const Loaded = useLateCode(code, isOpen, () => {
      announce({ tone: "bad", text: "This could not be opened: the studio was not reached. Try again.", id: "on-demand" });
      if ("onClose" in props) props.onClose();
      else props.onOpenChange(false);
    });
    return Loaded ? <Loaded {...props} /> : null;
  };
}
