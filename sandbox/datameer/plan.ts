import { Random } from "../kit/random";
import type { Artifact } from "./artifacts";
import type { FinalStatus, Plan } from "./execution";

/** One seed out of several numbers, so that any run of any artifact can be drawn without the others. */
export function mix(...numbers: number[]): number {
  let hash = 0x811c9dc5;
  for (const number of numbers) {
    hash = Math.imul(hash ^ (number | 0), 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  }
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** Draws what one run of the artifact will do. */
export function drawPlan(artifact: Artifact, random: Random): Plan {
  const ends = drawEnd(artifact, random);
  const records = Math.round(artifact.records * (0.7 + random.next() * 0.6));
  const whole = artifact.meanRunMs * (0.6 + random.next() * 0.8);
  return {
    compileMs: random.int(1_500, 6_000),
    runMs: Math.round(ends === "ERROR" ? whole * 0.4 : whole),
    ends,
    records: ends === "ERROR" ? Math.floor(records * 0.3) : records,
    dropped: ends === "COMPLETED_WITH_WARNINGS" ? Math.max(1, Math.round(records * 0.01)) : 0,
    estimate: artifact.estimates,
    progressGoesBack: false,
  };
}

function drawEnd(artifact: Artifact, random: Random): FinalStatus {
  const roll = random.next();
  switch (artifact.ends) {
    case "well":
      return "COMPLETED";
    case "warned":
      return roll < 0.8 ? "COMPLETED_WITH_WARNINGS" : "COMPLETED";
    case "badly":
      return roll < 0.75 ? "ERROR" : "COMPLETED";
    case "mixed":
      if (roll < 0.82) return "COMPLETED";
      if (roll < 0.89) return "COMPLETED_WITH_WARNINGS";
      return roll < 0.96 ? "ERROR" : "CANCELED";
  }
}
