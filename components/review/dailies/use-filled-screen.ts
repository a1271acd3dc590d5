"use client";
import { useEffect, useState } from "react";

/** Whether a surface lies over the whole window, and the browser's own full screen with it where the browser allows that. */
export function useFilledScreen() {
  const [isFilled, fill] = useState(false);
  useEffect(() => {
    // Leaving by the browser's own key leaves both.
    const left = () => !document.fullscreenElement && fill(false);
    document.addEventListener("fullscreenchange", left);
    return () => document.removeEventListener("fullscreenchange", left);
  }, []);
  const toggle = () => {
    // A browser that refuses, or has no full screen of its own as on a phone, still gives the whole window.
    (isFilled ? leave() : enter()).catch(() => undefined);
    fill(!isFilled);
  };
  return { isFilled, toggle };
}

const enter = async () => {
  await document.documentElement.requestFullscreen();
};

const leave = async () => {
  if (document.fullscreenElement) await document.exitFullscreen();
};
