import { Cpu, FolderKanban, Images, Library, type LucideIcon, Settings, SquareCheckBig } from "lucide-react";

export type Destination = {
  readonly id: "projects" | "assets" | "library" | "review" | "engines" | "settings";
  readonly href: string;
  readonly title: string;
  readonly icon: LucideIcon;
};

/** Where one can go from anywhere: the rail and the palette's first group. */
export const DESTINATIONS: readonly Destination[] = [
  { id: "projects", href: "/projects", title: "Projects", icon: FolderKanban },
  { id: "assets", href: "/assets", title: "Assets", icon: Images },
  { id: "library", href: "/library", title: "Libraries", icon: Library },
  { id: "review", href: "/review", title: "Review", icon: SquareCheckBig },
  { id: "engines", href: "/engines", title: "Engines", icon: Cpu },
  { id: "settings", href: "/settings", title: "Settings", icon: Settings },
];
