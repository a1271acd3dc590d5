"use client";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import type { ButtonVariant } from "@/components/ui/button-style";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";

export type ReasonDialogProps = {
  onClose: () => void;
  title: string;
  /** What will happen. */
  description: ReactNode;
  /** What is asked: "Why?" */
  label: string;
  optional?: boolean;
  confirm: string;
  variant?: ButtonVariant;
  isBusy: boolean;
  /** Why it cannot be done yet, whatever is written. */
  disabledReason?: string | null;
  onConfirm: (reason: string) => void;
  children?: ReactNode;
};

/** An act that goes into the trail with somebody's words. Ctrl+Enter does it. */
export function ReasonDialog(props: ReasonDialogProps) {
  const {
    onClose,
    title,
    description,
    label,
    optional = false,
    confirm,
    variant = "primary",
    isBusy,
    disabledReason,
    onConfirm,
    children,
  } = props;
  const [reason, setReason] = useState("");
  const lacks = disabledReason ?? (!optional && reason.trim() === "" ? "Write the reason first: it stays with the card." : null);
  const act = () => lacks === null && !isBusy && onConfirm(reason.trim());
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={description}
      size="small"
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button variant={variant} busy={isBusy} disabledReason={lacks} onClick={act} keys="mod+enter">
            {confirm}
          </Button>
        </>
      }
    >
      {children}
      <Field label={label} optional={optional}>
        <Textarea
          value={reason}
          maxLength={1_000}
          onChange={(event) => setReason(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) act();
          }}
        />
      </Field>
    </Dialog>
  );
}
