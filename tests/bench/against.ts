/** A measurement beside its limit: `11.2 s = 0.93 of the limit of 12 s: kept`. */
export function against(value: number, limit: number, unit: string): string {
  const isKept = value <= limit;
  return `${value.toFixed(unit === "MB" ? 0 : 2)} ${unit} = ${(value / limit).toFixed(2)} of the limit of ${limit} ${unit}: ${isKept ? "kept" : "MISSED"}`;
}
