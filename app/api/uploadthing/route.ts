import { handleUploadRequest } from "@/lib/uploads/router";

/** UploadThing's file router: what may be uploaded (GET), upload addresses and callbacks (POST). */
export const GET = handleUploadRequest;
export const POST = handleUploadRequest;
