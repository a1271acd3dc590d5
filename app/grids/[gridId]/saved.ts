import { cleanFileName } from "@/lib/domain/asset/file-name";

/** A file made at this moment, to save under a name made of people's words. */
export function saved(body: BodyInit, type: string, name: string): Response {
  const exact = encodeURIComponent(cleanFileName(name)).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return new Response(body, {
    headers: {
      "Cache-Control": "private, no-store",
      "Content-Disposition": `attachment; filename*=UTF-8''${exact}`,
      "Content-Type": type,
      "X-Content-Type-Options": "nosniff",
    },
  });
}
