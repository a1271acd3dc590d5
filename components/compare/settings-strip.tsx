import { useModelName } from "@/lib/client/use-model-name";
import { type Compared, settingsDifference } from "@/lib/domain/compare/settings-difference";

/** Only what differs between the pictures, a column each. Nothing when nothing does. */
export function SettingsStrip({
  compared,
  labels,
}: {
  compared: readonly Compared[];
  labels: readonly { readonly id: string; readonly name: string }[];
}) {
  const nameOf = useModelName();
  const rows = settingsDifference(compared, nameOf);
  if (rows.length === 0 || compared.length < 2) return null;
  return (
    <div className="max-h-36 shrink-0 overflow-auto border-t border-line bg-surface">
      <table className="w-full table-fixed text-left text-xs">
        <thead className="sr-only">
          <tr>
            <th>Setting</th>
            {labels.map((label) => (
              <th key={label.id}>{label.name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, values }) => (
            <tr key={name} className="border-b border-line last:border-0">
              <th scope="row" className="w-28 px-3 py-1.5 align-top font-normal text-faint">
                {name}
              </th>
              {values.map((value, index) => (
                <td key={labels[index]?.id} className="truncate px-3 py-1.5 align-top font-mono text-muted" title={value}>
                  {value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
