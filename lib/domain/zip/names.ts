import { downloadName } from "../asset/file-name";

export const MANIFEST_NAME = "manifest.json";

/**
 * Names for files that will lie in one folder: as people know them, with the ending of what they are, and a number where a name is taken.
 * Folders of some systems know no difference between capitals and small letters, nor between two ways to write "é".
 */
export function zipNamer(given: Iterable<string> = []): (file: { readonly title: string; readonly mimeType: string }) => string {
  const taken = new Set([MANIFEST_NAME, ...given].map(keyOf));
  /** Where to go on counting, so that ten thousand files of one name are not each counted from one. */
  const next = new Map<string, number>();
  return ({ title, mimeType }) => {
    const plain = keyOf(downloadName(title, mimeType, ""));
    for (let nth = next.get(plain) ?? 1; ; nth += 1) {
      const name = downloadName(title, mimeType, nth === 1 ? "" : ` ${nth}`);
      if (taken.has(keyOf(name))) continue;
      taken.add(keyOf(name));
      next.set(plain, nth + 1);
      return name;
    }
  };
}

const keyOf = (name: string) => name.normalize("NFKC").toLowerCase();
