import { handleEvents } from "@/lib/api/event-stream";

export function GET(request: Request): Promise<Response> {
  return handleEvents(request);
}
