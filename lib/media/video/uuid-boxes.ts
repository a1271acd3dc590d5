/** Boxes at the top of an MP4 file that are told apart by a 16-byte name behind their head. */
export const C2PA_NAME = Buffer.from("d8fec3d61b0e483c92975828877ec481", "hex");
export const XMP_NAME = Buffer.from("be7acfcb97a942e89c71999491e3afac", "hex");
/** Where the content of such a box begins: 8 bytes of head, 16 of name. */
export const NAMED_HEAD_BYTES = 24;
