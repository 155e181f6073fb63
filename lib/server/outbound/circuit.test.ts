import { afterEach, expect, test, vi } from "vitest";
import { Circuit, CircuitOpen } from "@/lib/server/outbound/circuit";

afterEach(() => vi.useRealTimers());

test("a clock that is set back does not keep the circuit open", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: 10_000_000 });
  let tick = 0;
  const changes: boolean[] = [];
  const circuit = new Circuit({
    failures: 2,
    pausesMs: [5000],
    atOnce: 4,
    isFailure: () => true,
    onChange: (open) => changes.push(open),
    tick: () => tick,
  });
  const answer = { status: 200, headers: {}, text: "" };
  for (let i = 0; i < 2; i++) await circuit.run(() => Promise.reject(new Error("down"))).catch(() => undefined);
  await expect(circuit.run(() => Promise.resolve(answer))).rejects.toBeInstanceOf(CircuitOpen);
  vi.setSystemTime(10_000_000 - 3_600_000);
  tick += 4000;
  await expect(circuit.run(() => Promise.resolve(answer))).rejects.toBeInstanceOf(CircuitOpen);
  expect(circuit.leftMs()).toBe(1000);
  tick += 2500;
  await expect(circuit.run(() => Promise.resolve(answer))).resolves.toBe(answer);
  expect(circuit.leftMs()).toBeNull();
  expect(changes).toEqual([true]);
});
