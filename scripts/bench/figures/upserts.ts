import type { Figure } from "../figure";
import { readBatches } from "../read-batches";
import { ms, short } from "../report";
import { BATCH } from "../snapshots";
import { p50 } from "../statistics";
import { openStore } from "../store";

/** What a sweep costs the store: most of it says what is known already. */
export const upserts: Figure = {
  name: "upserts",
  about: `batches of ${BATCH} readings into the embedded database: changed ones against unchanged ones`,
  needsBuild: false,
  patienceSeconds: 120,
  async run(scenes) {
    const database = await openStore({ env: { DATA_DIR: scenes.newFolder("upserts") } });
    scenes.atEndOfFigure(() => database.close());
    const times = await readBatches(database, 8, 3);
    const [fresh, changed, unchanged] = [p50(times.fresh), p50(times.changed), p50(times.unchanged)];
    return [
      {
        what: "changed over unchanged",
        value: changed / unchanged,
        limit: { atLeast: 3 },
        absolute: `${ms(changed)} over ${ms(unchanged)} a batch, p50`,
      },
      {
        what: "new over unchanged",
        value: fresh / unchanged,
        limit: null,
        absolute: `${ms(fresh)} over ${ms(unchanged)}`,
      },
      {
        what: "unchanged rows",
        value: (BATCH / unchanged) * 1000,
        unit: "a second",
        limit: null,
        absolute: `${short((BATCH / changed) * 1000)} changed ones a second`,
      },
    ];
  },
};
