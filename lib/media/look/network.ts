import { createRequire } from "node:module";
import { dirname } from "node:path";
import { setThreadsCount, setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import {
  add,
  fused,
  keep,
  matMul,
  mean,
  ready,
  relu,
  setBackend,
  softmax,
  type Tensor1D,
  type Tensor2D,
  type Tensor4D,
  tensor1d,
  tensor2d,
  tensor4d,
  tidy,
} from "@tensorflow/tfjs-core";
import { LOOK_SIDE, type Seen } from "./messages";
import { networkWeights, type Weights } from "./weights";

/** Blocks after the first; those that halve the picture, and those whose output has other channels than their input. */
const BLOCKS = 16;
const HALVES = new Set([1, 3, 6, 13]);
const WIDENS = new Set([1, 3, 6, 10, 13, 16]);
/** Where manner is to be seen: strokes and colour, before the network begins to see what things are. */
const MANNER = new Set([1, 3, 6]);
const EPSILON = 0.001;

/** Layers that a batch normalisation follows, by its name; of the others it is the layer's own and `_BN`. */
const NORMALISED_BY: Readonly<Record<string, string>> = { Conv1: "bn_Conv1", Conv_1: "Conv_1_bn" };

interface Step {
  readonly stride?: 1 | 2;
  /** Each channel for itself. */
  readonly isDeep?: boolean;
  readonly isCut?: boolean;
}

/**
 * MobileNetV2 (Sandler et al. 2018) with the weights of nsfwjs, layer by layer on TensorFlow's WebAssembly kernels. Nothing else of those packages
 * is used: each batch normalisation is folded into the convolution before it, so a picture takes less time than through their own loader.
 */
export class Network {
  private readonly kernels = new Map<string, { readonly kernel: Tensor4D; readonly bias: Tensor1D }>();

  private constructor(private readonly weights: Weights) {}

  /** @throws when this machine does not run WebAssembly, or not the kernels */
  static async load(): Promise<Network> {
    setWasmPaths(`${dirname(createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm"))}/`);
    // One thread: two of them would add the same numbers in another order on another machine.
    setThreadsCount(1);
    if (!(await setBackend("wasm"))) throw new Error("The WebAssembly kernels do not run on this machine.");
    await ready();
    return new Network(await networkWeights());
  }

  /** @param rgb 224 × 224 pixels of three bytes */
  look(rgb: Uint8Array): Seen {
    const blocks: Float32Array[] = [];
    const [drawing = 0, hentai = 0, neutral = 0, porn = 0, sexy = 0] = tidy(() => {
      const picture = Float32Array.from(rgb, (value) => value / 255);
      let at: Tensor4D = tensor4d(picture, [1, LOOK_SIDE, LOOK_SIDE, 3]);
      at = this.convolve("Conv1", at, { stride: 2, isCut: true });
      at = this.convolve("expanded_conv_depthwise", at, { isDeep: true, isCut: true });
      at = this.convolve("expanded_conv_project", at, {});
      for (let block = 1; block <= BLOCKS; block += 1) {
        const name = `block_${block}`;
        const wide = this.convolve(`${name}_expand`, at, { isCut: true });
        const deep = this.convolve(`${name}_depthwise`, wide, { isDeep: true, isCut: true, stride: HALVES.has(block) ? 2 : 1 });
        const narrow = this.convolve(`${name}_project`, deep, {});
        if (MANNER.has(block)) blocks.push(channelStatistics(narrow));
        at = WIDENS.has(block) ? narrow : add<Tensor4D>(at, narrow);
      }
      const seen: Tensor2D = mean<Tensor2D>(this.convolve("Conv_1", at, { isCut: true }), [1, 2]);
      const known = [1, 2].reduce((input, layer) => relu(this.connect(`dense_${layer}`, input)), seen);
      return softmax(this.connect("dense_3", known)).dataSync();
    });
    return { manner: Float32Array.from(blocks.flatMap((block) => [...block])), classes: { drawing, hentai, neutral, porn, sexy } };
  }

  private convolve(name: string, x: Tensor4D, { stride = 1, isDeep = false, isCut = false }: Step): Tensor4D {
    const { kernel, bias } = this.folded(name, isDeep);
    const how = { x, strides: stride, pad: "same", bias, activation: isCut ? "relu6" : "linear" } as const;
    return isDeep ? fused.depthwiseConv2d({ ...how, filter: kernel }) : fused.conv2d({ ...how, filter: kernel });
  }

  private connect(name: string, input: Tensor2D): Tensor2D {
    const [kernel, bias] = [this.weights(`${name}/kernel`), this.weights(`${name}/bias`)];
    const [rows = 0, columns = 0] = kernel.shape;
    return add(matMul(input, tensor2d(kernel.values, [rows, columns])), tensor1d(bias.values));
  }

  /** A layer with its normalisation in it: kernel × γ/σ, and β − μ × γ/σ to add. */
  private folded(name: string, isDeep: boolean) {
    const known = this.kernels.get(name);
    if (known) return known;
    const norm = NORMALISED_BY[name] ?? `${name}_BN`;
    const [gamma, beta, mu, variance] = (["gamma", "beta", "moving_mean", "moving_variance"] as const).map(
      (part) => this.weights(`${norm}/${part}`).values,
    );
    const { values, shape } = this.weights(`${name}/${isDeep ? "depthwise_kernel" : "kernel"}`);
    const [height = 0, width = 0, from = 0, to = 0] = shape;
    const channels = isDeep ? from : to;
    if (!gamma || !beta || !mu || !variance || channels === 0)
      throw new Error(`The network's layer ${name} has other parts than expected.`);
    const scale = gamma.map((value, channel) => value / Math.sqrt((variance[channel] ?? 0) + EPSILON));
    const layer = {
      kernel: keep(
        tensor4d(
          values.map((value, index) => value * (scale[index % channels] ?? 0)),
          [height, width, from, to],
        ),
      ),
      bias: keep(tensor1d(beta.map((value, channel) => value - (mu[channel] ?? 0) * (scale[channel] ?? 0)))),
    };
    this.kernels.set(name, layer);
    return layer;
  }
}

/** Mean and deviation of each channel over the whole picture, as one unit vector. */
function channelStatistics(block: Tensor4D): Float32Array {
  const values = block.dataSync();
  const channels = block.shape[3];
  const places = values.length / channels;
  const [sums, squares] = [new Float64Array(channels), new Float64Array(channels)];
  for (const [index, value] of values.entries()) {
    const channel = index % channels;
    sums[channel] = (sums[channel] ?? 0) + value;
    squares[channel] = (squares[channel] ?? 0) + value * value;
  }
  const means = sums.map((sum) => sum / places);
  const deviations = squares.map((square, channel) => Math.sqrt(Math.max(0, square / places - (means[channel] ?? 0) ** 2)));
  const all = [...means, ...deviations];
  const length = Math.hypot(...all);
  return Float32Array.from(all, (value) => (length === 0 ? 0 : value / length));
}
