"use client";
import { RotateCcw } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { onDemand } from "@/components/ui/on-demand";
import { useRefusal } from "@/lib/client/use-refusal";

const ReplayDialog = onDemand(() => import("./replay-dialog").then((file) => file.ReplayDialog));

/** Opens the replay of a variant, where the way back is a link to its board. */
export function ReplayButton({ variantId }: { variantId: string }) {
  const [isOpen, setOpen] = useState(false);
  const notMine = useRefusal("run.start");
  return (
    <>
      <Button
        size="small"
        variant="ghost"
        icon={<RotateCcw size={13} aria-hidden />}
        disabledReason={notMine}
        onClick={() => setOpen(true)}
      >
        Replay…
      </Button>
      {isOpen ? <ReplayDialog open onOpenChange={setOpen} variantId={variantId} cardId={null} /> : null}
    </>
  );
}
