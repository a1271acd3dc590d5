"use client";
import { SearchX } from "lucide-react";
import { usePathname } from "next/navigation";
import { StudioPage } from "@/components/shell/studio-page";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";

const PLACES = [
  { under: "/boards", thing: "board", href: "/projects", label: "All projects" },
  { under: "/projects", thing: "project", href: "/projects", label: "All projects" },
  { under: "/review", thing: "review card", href: "/review", label: "All cards" },
  { under: "/publications", thing: "publication", href: "/publications", label: "All publications" },
  { under: "/library", thing: "pattern", href: "/library", label: "All libraries" },
] as const;

/** An address in the studio that leads nowhere: what is missing by its name, and the way back to where its kind is listed. */
export default function NotInTheStudio() {
  const path = usePathname();
  const place = PLACES.find(({ under }) => path.startsWith(`${under}/`));
  return (
    <StudioPage crumbs={[{ label: "Nothing here" }]}>
      <EmptyState
        icon={<SearchX />}
        title={place ? `This ${place.thing} does not exist.` : "There is nothing here."}
        action={<ButtonLink href={place?.href ?? "/projects"}>{place?.label ?? "All projects"}</ButtonLink>}
      >
        The link may be old, or what it leads to belongs to another workspace.
      </EmptyState>
    </StudioPage>
  );
}
