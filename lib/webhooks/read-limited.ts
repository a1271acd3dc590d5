/** A body up to a size; null as soon as it is larger, whatever its `content-length` said. */
export async function readLimited(request: Request, mostBytes: number): Promise<Uint8Array | null> {
  if (Number(request.headers.get("content-length") ?? 0) > mostBytes) return null;
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (;;) {
    const next = await reader?.read();
    if (!next || next.done) return new Uint8Array(Buffer.concat(parts));
    size += next.value.byteLength;
    if (size > mostBytes) {
      await reader?.cancel();
      return null;
    }
    parts.push(next.value);
  }
}
