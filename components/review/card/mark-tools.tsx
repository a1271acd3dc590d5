"use client";
import { MoveUpRight, Play, Signature, Square } from "lucide-react";
import { ToggleGroup } from "@/components/ui/toggle-group";
import type { Tool } from "./marking";

const DRAWS = [
  { value: "box", label: "A drag draws a box", icon: <Square size={13} aria-hidden /> },
  { value: "arrow", label: "A drag draws an arrow", icon: <MoveUpRight size={13} aria-hidden /> },
  { value: "freehand", label: "A drag draws a line", icon: <Signature size={13} aria-hidden /> },
] as const;
const PLAYS = { value: "play", label: "Play it; nothing is marked", icon: <Play size={13} aria-hidden /> } as const;

export type MarkToolsProps = {
  tool: Tool | "play";
  onTool: (tool: Tool | "play") => void;
  /** A video is played or marked, one at a time: its own controls lie where one would draw. */
  isVideo: boolean;
};

/** What a drag over the picture draws. A press sets a pin with any of them. */
export function MarkTools({ tool, onTool, isVideo }: MarkToolsProps) {
  return <ToggleGroup label="Marking" value={tool} onChange={onTool} options={isVideo ? [PLAYS, ...DRAWS] : DRAWS} />;
}
