import { atDoor } from "@/lib/api/request-facts";
import { handleUploadRequest } from "@/lib/uploads/router";

/** UploadThing's file router: what may be uploaded (GET), upload addresses and callbacks (POST). */
export const GET = atDoor("/api/uploadthing", handleUploadRequest);
export const POST = GET;
