import type { DecodedPicture, RingPorts } from "./decoded-ring";

/** Halved no further than this, in pixels of the longer side. */
const SMALLEST = 400;
const PIXEL_BYTES = 4;

/** Decodes a picture off the main thread, and makes its smaller levels. */
async function decode(address: string): Promise<DecodedPicture> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`The picture could not be read: ${answer.status}.`);
  const whole = await createImageBitmap(await answer.blob());
  const levels: [ImageBitmap, ...ImageBitmap[]] = [whole];
  for (let last = whole; Math.max(last.width, last.height) / 2 >= SMALLEST; ) {
    last = halfOf(last);
    levels.push(last);
    // Each in a task of its own: together they would hold up a key.
    await new Promise((next) => setTimeout(next));
  }
  return { levels };
}

/** Four pixels make one: at exactly half, the mean of each four is what smoothing gives. */
function halfOf(picture: ImageBitmap): ImageBitmap {
  const [width, height] = [Math.max(1, Math.round(picture.width / 2)), Math.max(1, Math.round(picture.height / 2))];
  const board = new OffscreenCanvas(width, height);
  board.getContext("2d")?.drawImage(picture, 0, 0, width, height);
  return board.transferToImageBitmap();
}

export const ORIGINALS: RingPorts<DecodedPicture> = {
  decode,
  bytesOf: ({ levels }) => levels.reduce((sum, { width, height }) => sum + width * height * PIXEL_BYTES, 0),
  close: ({ levels }) => {
    for (const level of levels) level.close();
  },
};
