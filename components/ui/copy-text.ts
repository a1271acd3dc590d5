/**
 * Puts a text on the clipboard. False where the browser refuses, as it does outside a secure page: then the field that shows the text, if there
 * is one, is selected, and the person copies it with the keyboard.
 */
export async function copyText(text: string, field: HTMLInputElement | null = null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    field?.select();
    return false;
  }
}
