"use client";
import { Contrast, Keyboard, LogOut, Moon, Sun } from "lucide-react";
import { useRouter } from "next/navigation";
import { useMemo } from "react";
import { useHistoryKeys } from "@/lib/client/history/use-history-keys";
import { useChord } from "@/lib/client/keyboard/keyboard-provider";
import { useKeys } from "@/lib/client/keyboard/use-keys";
import { useCommands, usePalette } from "@/lib/client/palette/palette-provider";
import type { Command } from "@/lib/client/palette/palette-store";
import { chooseSurround, chooseTheme } from "@/lib/client/theme";
import { useSurround, useTheme } from "@/lib/client/use-look";
import { DESTINATIONS, FURTHER } from "./destinations";
import { signOut } from "./sign-out";

/** What can be done from anywhere: going places, looks, keys, signing out. Renders nothing. */
export function StudioCommands({ onShowKeys }: { onShowKeys: () => void }) {
  const router = useRouter();
  const theme = useTheme();
  const surround = useSurround();
  const keysChord = useChord("keys");
  const surroundChord = useChord("surround");
  const setPaletteOpen = usePalette((palette) => palette.setOpen);

  const toggleSurround = () => chooseSurround(surround === "judging" ? "theme" : "judging");
  const openPalette = () => setPaletteOpen(true);
  // Where a page has a search of its own, its `/` is asked first.
  useHistoryKeys();
  useKeys("studio", { palette: openPalette, search: openPalette, keys: onShowKeys, surround: toggleSurround });

  const places = useMemo(
    (): readonly Command[] =>
      [...DESTINATIONS, ...FURTHER].map(({ id, href, title, icon: Icon }) => ({
        id: `go.${id}`,
        title,
        group: "Go to",
        icon: <Icon size={15} aria-hidden />,
        run: () => router.push(href),
      })),
    [router],
  );
  const looks = useMemo((): readonly Command[] => {
    const next = theme === "dark" ? "light" : "dark";
    return [
      {
        id: "look.theme",
        title: `Use the ${next} theme`,
        group: "Studio",
        icon: next === "light" ? <Sun size={15} aria-hidden /> : <Moon size={15} aria-hidden />,
        run: () => chooseTheme(next),
      },
      {
        id: "look.surround",
        title: surround === "judging" ? "Put pictures on the theme's own grey" : "Judge colours on mid grey",
        group: "Studio",
        keywords: ["background", "surround"],
        icon: <Contrast size={15} aria-hidden />,
        keys: surroundChord,
        run: () => chooseSurround(surround === "judging" ? "theme" : "judging"),
      },
      {
        id: "studio.keys",
        title: "Show the keys",
        group: "Studio",
        keywords: ["shortcuts", "keyboard", "help"],
        icon: <Keyboard size={15} aria-hidden />,
        keys: keysChord,
        run: onShowKeys,
      },
      { id: "studio.sign-out", title: "Sign out", group: "Studio", icon: <LogOut size={15} aria-hidden />, run: signOut },
    ];
  }, [theme, surround, surroundChord, keysChord, onShowKeys]);
  useCommands(places);
  useCommands(looks);
  return null;
}
