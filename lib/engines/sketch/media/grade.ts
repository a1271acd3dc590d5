import type { Mood } from "../lexicon/moods";
import { changeInLab } from "../raster/colour";
import { blur, Raster } from "../raster/image";
import { clamp, smooth } from "../raster/maths";
import { releaseGarbage } from "../raster/memory";
import { f32 } from "../raster/sample";

/** Saturation, contrast, darkness and warmth of a mood, in place. */
export function gradeByMood(picture: Raster, mood: Mood): void {
  const saturation = mood.saturation ?? 1;
  const contrast = mood.contrast ?? 1;
  const darker = mood.darker ?? 0;
  const warmth = (mood.warmth ?? 0) * 0.5;
  if (saturation === 1 && contrast === 1 && darker === 0 && warmth === 0) return;
  changeInLab(picture.samples, (lab) => {
    lab[0] = clamp((f32(lab, 0) - 0.55) * contrast + 0.55 - darker);
    lab[1] = f32(lab, 1) * saturation + warmth * 0.4;
    lab[2] = f32(lab, 2) * saturation + warmth;
  });
}

/** Light that spills from bright parts, in place. `amount` 0–1; `threshold` is the channel value from which a part glows. */
export function bloom(picture: Raster, unit: number, amount: number, threshold: number): void {
  const { width, height, samples } = picture;
  const bright = new Raster(width, height, 3);
  for (let i = 0; i < samples.length; i += 3) {
    const share = smooth(threshold, 1, Math.max(f32(samples, i), f32(samples, i + 1), f32(samples, i + 2)));
    for (let k = 0; k < 3; k++) bright.samples[i + k] = f32(samples, i + k) * share;
  }
  const near = blur(bright, 10 * unit).samples;
  const far = blur(bright, 44 * unit).samples;
  for (let i = 0; i < samples.length; i++) {
    const glow = clamp((f32(near, i) * 0.55 + f32(far, i) * 0.7) * amount);
    samples[i] = 1 - (1 - clamp(f32(samples, i))) * (1 - glow);
  }
  releaseGarbage();
}
