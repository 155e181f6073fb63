import { startBareServer } from "../bare-server";
import type { BenchServer } from "../bench-server";
import type { Figure } from "../figure";
import { mustGet } from "../http-get";
import { ms } from "../report";
import { p50 } from "../statistics";

const PATH = "/api/v1/jobs";
const SMALL = 20_000;
const LARGE = 200_000;
const ROUNDS = 300;

/** What the list costs beyond a bare route, and how that grows with the store. All are asked in turn, so that what else the machine does hits all alike. */
export const listRoute: Figure = {
  name: "list-route",
  about: `GET ${PATH} with ${SMALL} and ${LARGE} stored jobs, against a bare route of the same bytes and against a 304`,
  needsBuild: true,
  patienceSeconds: 540,
  async run(scenes) {
    const small = await scenes.server(await scenes.store("embedded", SMALL));
    const large = await scenes.server(await scenes.store("embedded", LARGE));
    const { body } = await large.get(PATH);
    const bare = await startBareServer(body);
    scenes.atEndOfFigure(() => bare.end());
    for (const server of [small, large]) await warm(server);
    for (let n = 0; n < 200; n++) await mustGet(bare.url, 200);

    const times = { bare: [] as number[], small: [] as number[], large: [] as number[], same: [] as number[] };
    for (let n = 0; n < ROUNDS; n++) {
      times.bare.push((await mustGet(bare.url, 200)).ms);
      const full = await large.get(PATH);
      times.large.push(full.ms);
      times.small.push((await small.get(PATH)).ms);
      times.same.push((await large.get(PATH, 304, { "if-none-match": full.etag ?? "" })).ms);
    }
    const [base, at20, at200, unchanged] = [p50(times.bare), p50(times.small), p50(times.large), p50(times.same)];
    const over = `over ${ms(base)} of the bare route, p50 of ${ROUNDS}, ${body.length} bytes`;
    return [
      { what: `${SMALL} jobs, 200`, value: at20 / base, limit: { atMost: 4 }, absolute: `${ms(at20)} ${over}` },
      { what: `${LARGE} jobs, 200`, value: at200 / base, limit: { atMost: 4 }, absolute: `${ms(at200)} ${over}` },
      {
        what: `${LARGE} jobs over ${SMALL}`,
        value: at200 / at20,
        limit: { atMost: 1.5 },
        absolute: `${ms(at200)} over ${ms(at20)}`,
      },
      {
        what: "304 over 200",
        value: unchanged / at200,
        limit: { atMost: 0.8 },
        absolute: `${ms(unchanged)} over ${ms(at200)}, ${LARGE} jobs`,
      },
    ];
  },
};

/** The engines behind a route compile what is asked often: the first hundreds of answers are not what viewers see. */
async function warm(server: BenchServer): Promise<void> {
  const { etag } = await server.get(PATH);
  for (let n = 0; n < 300; n++) await server.get(PATH);
  for (let n = 0; n < 100; n++) await server.get(PATH, 304, { "if-none-match": etag ?? "" });
}
