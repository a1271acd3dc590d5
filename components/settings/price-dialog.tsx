"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { Input } from "@/components/ui/input";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import type { EngineModelView, EngineView } from "@/lib/domain/engine/engine-view";
import { formatMicros, parseDollars } from "@/lib/domain/money/micros";

const UNITS = {
  second: "a second of video",
  minute: "a minute of a session",
  image: "an output",
  other: "an output",
} as const satisfies Record<EngineModelView["billedPer"], string>;

/** What a model costs this workspace: budgets hold it before a run. Empty goes back to the catalogue's price. Mount it to ask. */
export function PriceDialog({ engine, model, onClose }: { engine: EngineView; model: EngineModelView; onClose: () => void }) {
  const queries = useQueryClient();
  const entered = model.enteredMicros === null ? "" : formatMicros(BigInt(model.enteredMicros)).replace("$", "");
  const [text, setText] = useState(entered);
  const micros = text.trim() === "" ? null : parseDollars(text);
  const isWrong = text.trim() !== "" && micros === null;
  const save = useMutation(
    studio.engine.setPrice.mutationOptions({
      meta: { isQuiet: true },
      onSettled: () => queries.invalidateQueries({ queryKey: studio.engine.key() }),
      onSuccess: onClose,
    }),
  );
  const unit = UNITS[model.billedPer];
  return (
    <FormDialog
      open
      onOpenChange={(isOpen) => isOpen || onClose()}
      size="small"
      title={`Price of ${model.name}`}
      description={`What ${engine.name} asks of you for ${unit}. Quotes and budgets count with it from the next run on.`}
      submitLabel="Save price"
      disabledReason={isWrong ? "Enter an amount such as 0.05." : null}
      busy={save.isPending}
      onSubmit={() => save.mutate({ engineId: engine.engineId, modelId: model.modelId, micros: micros?.toString() ?? null })}
    >
      <Field
        label={`Dollars for ${unit}`}
        hint={model.priceFrom === "unknown" ? "Without a price the model cannot be run." : "Empty: the catalogue's price."}
        error={save.error ? sentenceOf(save.error) : isWrong ? "This is no amount. Write it like 0.05." : null}
      >
        <Input inputMode="decimal" autoComplete="off" value={text} onChange={(event) => setText(event.currentTarget.value)} />
      </Field>
    </FormDialog>
  );
}
