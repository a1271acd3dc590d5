import { MobileNetV2Model } from "nsfwjs/models/mobilenet_v2";
import { z } from "zod";

const Part = z.object({
  name: z.string(),
  shape: z.array(z.int().positive()),
  quantization: z.object({ min: z.number(), scale: z.number(), dtype: z.literal("uint8") }),
});
const Manifest = z.object({ default: z.object({ weightsManifest: z.array(z.object({ weights: z.array(Part) })).length(1) }) });
const Bundle = z.object({ default: z.base64() });

/** The numbers of one part of a layer. @throws when the network has no such part */
export type Weights = (name: string) => { readonly values: Float32Array; readonly shape: number[] };

/** The weights that come with nsfwjs: a byte each, with the step and the start of each part. */
export async function networkWeights(): Promise<Weights> {
  const [bundle] = MobileNetV2Model.weightBundles;
  if (!bundle) throw new Error("The network has no weights.");
  const [manifest, packed] = [Manifest.parse(await MobileNetV2Model.modelJson()), Bundle.parse(await bundle())];
  const bytes = Buffer.from(packed.default, "base64");
  const parts = new Map<string, { values: Float32Array; shape: number[] }>();
  let start = 0;
  for (const { name, shape, quantization } of manifest.default.weightsManifest.flatMap(({ weights }) => weights)) {
    const end = start + shape.reduce((product, side) => product * side, 1);
    const { min, scale } = quantization;
    parts.set(name, { values: Float32Array.from(bytes.subarray(start, end), (byte) => byte * scale + min), shape });
    start = end;
  }
  if (start !== bytes.length) throw new Error("The network's weights are not what its list says.");
  return (name) => {
    const part = parts.get(name);
    if (!part) throw new Error(`The network has no part ${name}.`);
    return part;
  };
}
