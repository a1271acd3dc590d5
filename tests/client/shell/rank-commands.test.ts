import { describe, expect, it } from "vitest";
import { rankCommands } from "@/components/shell/rank-commands";
import type { Command } from "@/lib/client/palette/palette-store";

const command = (id: string, title: string, group: string, keywords: readonly string[] = []): Command => ({
  id,
  title,
  group,
  keywords,
  run() {},
});

const commands = [
  command("go.projects", "Projects", "Go to"),
  command("go.library", "Libraries", "Go to"),
  command("keys", "Show the keys", "Studio", ["shortcuts", "keyboard"]),
  command("theme", "Use the light theme", "Studio"),
];

const ids = (query: string, found: readonly Command[] = []) =>
  rankCommands(commands, found, query).map((group) => [group.title, group.commands.map(({ id }) => id)]);

describe("the palette's list", () => {
  it("shows everything as registered while nothing is typed", () => {
    expect(ids(" ")).toEqual([
      ["Go to", ["go.projects", "go.library"]],
      ["Studio", ["keys", "theme"]],
    ]);
  });

  it("finds by title and by other words for the same", () => {
    expect(ids("lib")).toEqual([["Go to", ["go.library"]]]);
    expect(ids("shortcuts")).toEqual([["Studio", ["keys"]]]);
  });

  it("puts what is called so above what is merely related", () => {
    const board = command("b1", "Boats at dusk", "Boards");
    expect(ids("bo", [board])[0]).toEqual(["Boards", ["b1"]]);
  });

  it("keeps what a search found even where its name does not fit", () => {
    expect(ids("zzz", [command("p1", "Amber bottle", "Patterns")])).toEqual([["Patterns", ["p1"]]]);
  });

  it("shows a thing once, whoever names it", () => {
    expect(ids("projects", [command("go.projects", "Projects", "Go to")])).toEqual([["Go to", ["go.projects"]]]);
  });

  it("says nothing when nothing fits", () => {
    expect(ids("qqq")).toEqual([]);
  });
});
