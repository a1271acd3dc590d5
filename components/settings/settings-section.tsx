import type { ReactNode } from "react";

export type SettingsSectionProps = { title: string; note?: ReactNode; action?: ReactNode; children: ReactNode };

/** One part of a settings page. */
export function SettingsSection({ title, note, action, children }: SettingsSectionProps) {
  return (
    <section className="mb-9">
      <div className="mb-2 flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <div className="min-w-0 flex-1 basis-64">
          <h2 className="text-lg font-semibold">{title}</h2>
          {note ? <p className="max-w-140 text-sm text-muted text-pretty">{note}</p> : null}
        </div>
        {action}
      </div>
      {children}
    </section>
  );
}
