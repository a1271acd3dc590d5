/** Hands a table to the person as a file; spreadsheets know it for UTF-8 by its mark. */
export function saveCsv(name: string, csv: string): void {
  const address = URL.createObjectURL(new Blob([`\ufeff${csv}`], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `${name}.csv`;
  link.click();
  URL.revokeObjectURL(address);
}
