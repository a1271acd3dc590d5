"use client";
import { ScrollText } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Popover } from "@/components/ui/popover";
import { useChord } from "@/lib/client/keyboard/keyboard-provider";
import { useKeys } from "@/lib/client/keyboard/use-keys";
import { VariantRecipe } from "./variant-recipe";

export interface RecipePopoverProps {
  readonly variantId: string;
}

/** The recipe of a variant where there is room for a button only. */
export function RecipePopover({ variantId }: RecipePopoverProps) {
  const [isOpen, setOpen] = useState(false);
  return <Shown variantId={variantId} isOpen={isOpen} onOpen={setOpen} />;
}

/** The same in compare, where a key opens it for the picture one is on. */
export function ComparedRecipe({ variantId }: RecipePopoverProps) {
  const [isOpen, setOpen] = useState(false);
  const keys = useChord("show-recipe");
  useKeys("compare", { "show-recipe": () => setOpen((was) => !was) });
  return <Shown variantId={variantId} isOpen={isOpen} onOpen={setOpen} keys={keys} />;
}

interface ShownProps {
  readonly variantId: string;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly keys?: string | undefined;
}

function Shown({ variantId, isOpen, onOpen, keys }: ShownProps) {
  return (
    <Popover
      title="Recipe"
      side="top"
      align="start"
      open={isOpen}
      onOpenChange={onOpen}
      className="w-96 max-w-[calc(100vw-1rem)]"
      trigger={
        <Button size="small" variant="ghost" icon={<ScrollText size={13} aria-hidden />} keys={keys}>
          Recipe
        </Button>
      }
    >
      <div className="p-3">
        <VariantRecipe key={variantId} variantId={variantId} />
      </div>
    </Popover>
  );
}
