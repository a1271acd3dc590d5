import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Camera, CameraLimits } from "@/components/picture-surface/camera";
import {
  clampCamera,
  fitCamera,
  minZoomFor,
  panBy,
  rectToScreen,
  revealRect,
  toScreen,
  toWorld,
  visibleWorld,
  zoomAbout,
} from "@/components/picture-surface/camera";
import { flightAt, startFlight } from "@/components/picture-surface/camera-flight";
import { containsRect, inflate, intersects } from "@/components/picture-surface/geometry";

const coordinate = fc.double({ min: -50_000, max: 50_000, noNaN: true });
const zoom = fc.double({ min: 0.01, max: 8, noNaN: true });
const camera: fc.Arbitrary<Camera> = fc.record({ x: coordinate, y: coordinate, zoom });
const screenPoint = fc.record({ x: fc.integer({ min: 0, max: 2_000 }), y: fc.integer({ min: 0, max: 1_200 }) });
const viewport = fc.record({ width: fc.integer({ min: 320, max: 2_560 }), height: fc.integer({ min: 240, max: 1_440 }) });
const length = fc.double({ min: 1, max: 20_000, noNaN: true });
const rect = fc.record({ x: coordinate, y: coordinate, w: length, h: length });
const free: CameraLimits = { minZoom: 0.01, maxZoom: 8, bounds: null };

describe("camera", () => {
  test("zooming keeps the world point under the pointer where it is", () => {
    fc.assert(
      fc.property(camera, screenPoint, zoom, (from, anchor, target) => {
        const kept = toWorld(from, anchor);
        const shown = toScreen(zoomAbout(from, anchor, target, free), kept);
        expect(Math.hypot(shown.x - anchor.x, shown.y - anchor.y)).toBeLessThan(1e-3);
      }),
    );
  });

  test("zooming never leaves the allowed range", () => {
    fc.assert(
      fc.property(camera, screenPoint, fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (from, anchor, target) => {
        const next = zoomAbout(from, anchor, target, { ...free, minZoom: 0.1, maxZoom: 4 });
        expect(next.zoom).toBeGreaterThanOrEqual(0.1);
        expect(next.zoom).toBeLessThanOrEqual(4);
      }),
    );
  });

  test("panning moves the world with the hand, pixel for pixel", () => {
    fc.assert(
      fc.property(camera, screenPoint, fc.integer({ min: -500, max: 500 }), (from, point, dx) => {
        const world = toWorld(from, point);
        expect(toScreen(panBy(from, dx, -dx), world).x).toBeCloseTo(point.x + dx, 3);
        expect(toScreen(panBy(from, dx, -dx), world).y).toBeCloseTo(point.y - dx, 3);
      }),
    );
  });

  test("fitting shows all of the world, inside the margin", () => {
    fc.assert(
      fc.property(rect, viewport, (world, size) => {
        const seen = visibleWorld(fitCamera(world, size, 20, 1), size);
        expect(containsRect(inflate(seen, 1e-3), world)).toBe(true);
        const shown = rectToScreen(fitCamera(world, size, 20, 1), world);
        expect(shown.x).toBeGreaterThan(19.9);
        expect(shown.y).toBeGreaterThan(19.9);
      }),
    );
  });

  test("fitting never enlarges beyond the closest zoom asked for", () => {
    expect(fitCamera({ x: 0, y: 0, w: 10, h: 10 }, { width: 1_000, height: 800 }, 0, 1).zoom).toBe(1);
  });

  test("revealing brings a thing that fits wholly into view", () => {
    fc.assert(
      fc.property(camera, rect, viewport, (from, world, size) => {
        fc.pre(world.w * from.zoom + 48 < size.width && world.h * from.zoom + 48 < size.height);
        const seen = visibleWorld(revealRect(from, world, size, 24), size);
        expect(containsRect(inflate(seen, 1e-3), world)).toBe(true);
      }),
    );
  });

  test("revealing what is in view moves nothing", () => {
    const from = { x: 0, y: 0, zoom: 1 };
    expect(revealRect(from, { x: 100, y: 100, w: 50, h: 50 }, { width: 400, height: 400 }, 24)).toEqual(from);
  });

  test("however far one pans, some of the world stays in view", () => {
    fc.assert(
      fc.property(camera, rect, viewport, (lost, bounds, size) => {
        const found = clampCamera(lost, size, { ...free, bounds });
        expect(intersects(visibleWorld(found, size), bounds)).toBe(true);
      }),
    );
  });

  test("one may always zoom out until everything is in view", () => {
    fc.assert(
      fc.property(rect, viewport, (bounds, size) => {
        expect(minZoomFor(bounds, size)).toBeLessThanOrEqual(fitCamera(bounds, size, 0, 1).zoom);
      }),
    );
  });
});

describe("flight", () => {
  const size = { width: 1_000, height: 800 };
  const from = { x: 0, y: 0, zoom: 1 };
  const to = { x: 4_000, y: 900, zoom: 0.25 };

  test("lands exactly on its destination within 150 ms", () => {
    expect(flightAt(startFlight(from, to, 0, false), 150, size)).toEqual({ camera: to, hasLanded: true });
  });

  test("leaves from where the camera was", () => {
    const { camera: first, hasLanded } = flightAt(startFlight(from, to, 0, false), 0, size);
    expect(hasLanded).toBe(false);
    expect(first.x).toBeCloseTo(from.x);
    expect(first.zoom).toBeCloseTo(from.zoom);
  });

  test("someone who prefers reduced motion arrives at once", () => {
    expect(flightAt(startFlight(from, to, 7, true), 7, size).camera).toEqual(to);
  });

  test("a zoom about a point keeps that point still all the way", () => {
    const anchor = { x: 700, y: 100 };
    const world = toWorld(from, anchor);
    const flight = startFlight(from, zoomAbout(from, anchor, 3, free), 0, false);
    for (const atMs of [10, 40, 90, 130]) {
      const shown = toScreen(flightAt(flight, atMs, size).camera, world);
      expect(shown.x).toBeCloseTo(anchor.x, 6);
      expect(shown.y).toBeCloseTo(anchor.y, 6);
    }
  });
});
