import {
  Bell,
  BellRing,
  BookCheck,
  Columns2,
  Cpu,
  FileSearch,
  FolderKanban,
  Images,
  KeyRound,
  Library,
  type LucideIcon,
  Milestone,
  Plug,
  Radio,
  Settings,
  SquareCheckBig,
  TableProperties,
  Tags,
  Webhook,
} from "lucide-react";

export type Destination = {
  readonly id: "projects" | "assets" | "library" | "review" | "engines" | "settings";
  readonly href: string;
  readonly title: string;
  readonly icon: LucideIcon;
};

/** Further places, each behind one of those above; the palette leads to them at once. */
export const FURTHER: readonly (Pick<Destination, "href" | "title" | "icon"> & { readonly id: string })[] = [
  { id: "inbox", href: "/inbox", title: "Inbox", icon: Bell },
  { id: "publications", href: "/publications", title: "Publications", icon: BookCheck },
  { id: "comparisons", href: "/compare", title: "Comparisons", icon: Columns2 },
  { id: "verify", href: "/verify", title: "Verify a file", icon: FileSearch },
  { id: "eval-sets", href: "/library/eval-sets", title: "Eval sets", icon: TableProperties },
  { id: "live", href: "/live", title: "Live sessions", icon: Radio },
  { id: "lanes", href: "/settings/lanes", title: "Lanes", icon: Milestone },
  { id: "review-settings", href: "/settings/review", title: "Kinds of defects", icon: Tags },
  { id: "notices", href: "/settings/notices", title: "What I am told of", icon: BellRing },
  { id: "connections", href: "/settings/engines", title: "Connected engines", icon: Plug },
  { id: "keys", href: "/settings/keys", title: "API keys", icon: KeyRound },
  { id: "webhooks", href: "/settings/webhooks", title: "Webhooks", icon: Webhook },
];

/** Where one can go from anywhere: the rail and the palette's first group. */
export const DESTINATIONS: readonly Destination[] = [
  { id: "projects", href: "/projects", title: "Projects", icon: FolderKanban },
  { id: "assets", href: "/assets", title: "Assets", icon: Images },
  { id: "library", href: "/library", title: "Libraries", icon: Library },
  { id: "review", href: "/review", title: "Review", icon: SquareCheckBig },
  { id: "engines", href: "/engines", title: "Engines", icon: Cpu },
  { id: "settings", href: "/settings", title: "Settings", icon: Settings },
];
