import { atDoor } from "@/lib/api/request-facts";
import { answerHead, receiveUpload } from "@/lib/uploads/receive";

type Place = { params: Promise<{ key: string }> };

/** The embedded ingest: the address and its signature are the permission, as with the hosted service. */
export const PUT = atDoor("/ut/{key}", async (request: Request, { params }: Place): Promise<Response> => {
  return receiveUpload(request, (await params).key);
});

export const HEAD = atDoor("/ut/{key}", async (request: Request, { params }: Place): Promise<Response> => {
  return answerHead(request, (await params).key);
});

/** A slow line may take its time. Seconds. */
export const maxDuration = 3600;
