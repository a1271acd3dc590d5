"use client";
import { useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useActiveScopes, useKeyboard } from "@/lib/client/keyboard/keyboard-provider";
import { SCOPE_TITLES, SCOPES } from "@/lib/client/keyboard/table";
import { KeyRow } from "./key-row";

/** Every key, those of this screen first, each to be changed in place. */
export function KeysDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const { keys } = useKeyboard();
  const active = useActiveScopes();
  useSyncExternalStore(keys.subscribe, keys.version, () => 0);
  const here = SCOPES.filter((scope) => active.includes(scope));
  const elsewhere = SCOPES.filter((scope) => !active.includes(scope));
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="large"
      title="Keys"
      description="Press a key cap to give its act another key. Keys work wherever their group is on screen."
      footer={<Button onClick={() => keys.reset()}>Put all keys back</Button>}
    >
      <div className="max-h-[60vh] overflow-y-auto">
        <div className="columns-1 gap-8 md:columns-2">
          {[...here, ...elsewhere].map((scope) => (
            <section key={scope} aria-label={SCOPE_TITLES[scope]} className="mb-5 break-inside-avoid">
              <h3 className="mb-1 text-xs font-medium text-faint">
                {SCOPE_TITLES[scope]}
                {here.includes(scope) ? "" : " (not on this screen)"}
              </h3>
              <ul>
                {keys.table
                  .filter((action) => action.scope === scope)
                  .map((action) => (
                    <KeyRow key={action.id} action={action} />
                  ))}
              </ul>
            </section>
          ))}
        </div>
      </div>
    </Dialog>
  );
}
