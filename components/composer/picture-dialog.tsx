"use client";
import { type ReactNode, type RefObject, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

export interface PictureDialogProps {
  readonly title: string;
  readonly description: string;
  /** What the main button says. */
  readonly saveLabel: string;
  /** Why nothing can be saved yet; null when something can. */
  readonly disabledReason: string | null;
  /** Writes the file and hands it on; a rejection is shown, and nothing that was done here is lost. */
  readonly onSave: () => Promise<void>;
  readonly onClose: () => void;
  /** Where the keyboard is afterwards. */
  readonly returnTo?: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
}

/** A picture one works on before it goes along with a prompt: the work, and its one way to be kept. */
export function PictureDialog(props: PictureDialogProps) {
  const { title, description, saveLabel, disabledReason, onSave, onClose, returnTo, children } = props;
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const save = async () => {
    setBusy(true);
    setFailure(null);
    try {
      await onSave();
      onClose();
    } catch (error) {
      setBusy(false);
      setFailure(error instanceof Error ? error.message : "The picture could not be written.");
    }
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      size="large"
      title={title}
      description={description}
      {...(returnTo ? { returnTo } : {})}
      footer={
        <>
          {failure ? (
            <p role="alert" className="flex-1 text-sm text-bad text-pretty">
              {failure}
            </p>
          ) : null}
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" busy={isBusy} disabledReason={disabledReason} onClick={() => void save()}>
            {saveLabel}
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-1 gap-3">{children}</div>
    </Dialog>
  );
}
