import { join } from "node:path";
import { filledLedger } from "../fill.mjs";
import { Child } from "../lib/child.mjs";
import { cpuRatio, interleaved, line, median, ms } from "../lib/figures.mjs";
import { untilReady } from "../lib/load.mjs";
import { Random } from "../lib/random.mjs";
import { newVisit } from "./register.mjs";

/**
 * From commit to delivery with many subscribers on sockets of their own, each executing the same selection, against a
 * bare graphql-ws broadcast of the same message. One event at a time: the last to be served is the p99.
 */

const QUERY = `subscription { visitEvents { __typename ... on VisitEventItem {
  cursor event { type position recordedAt } visit { id day status subject hosts { name } reporters { name agencyName } }
} ... on CaughtUp { cursor } } }`;

export async function delivery({ dist, seed, quick, scratch }) {
  const count = quick ? 300 : 1_000;
  const events = quick ? 10 : 20;
  const wish = { dist, seed, events: 3_000, units: 30, agencies: 30, reporters: 300, days: 400 };
  const folder = join(scratch, "delivery");
  const cast = await filledLedger({ ...wish, to: folder });
  const limits = { LEDGER_MAX_SOCKETS: "5000", LEDGER_MAX_SOCKETS_PER_SUBJECT: "5000" };
  const ours = await Child.start("servers/ledger.mjs", { dist, folder, limits });
  await untilReady(ours.ready);
  const rival = await Child.start("servers/broadcast.mjs", {});
  const subscribers = [];
  for (const [server, caughtUp] of [
    [ours, true],
    [rival, false],
  ]) {
    const some = await Child.start("servers/subscribers.mjs", { count });
    await some.ask({ connect: { ...server.ready, query: QUERY, caughtUp } });
    subscribers.push(some);
  }

  const random = new Random(seed + 2);
  const [ourReaders, rivalReaders] = subscribers;
  let message;
  const committed = async () => {
    // An appointment is one event, so one message.
    const input = { ...newVisit(random, cast), appointmentAt: new Date(Date.now() + 86_400_000).toISOString() };
    const { at } = await ours.ask({ commit: input });
    const { taken, first } = await ourReaders.ask({ received: 1 });
    message ??= JSON.parse(first).payload.data.visitEvents;
    return taken.map(([arrived]) => arrived - at);
  };
  const published = async () => {
    const { at } = await rival.ask({ publish: message });
    return (await rivalReaders.ask({ received: 1 })).taken.map(([arrived]) => arrived - at);
  };
  const round = (server, one) => () =>
    server.timed(async () => {
      const delaysMs = [];
      for (let n = 0; n < events; n++) delaysMs.push(...(await one()));
      return { delaysMs: delaysMs.sort((a, b) => a - b) };
    });
  const sides = [round(ours, committed), round(rival, published)];
  await interleaved(2, sides);
  const [delivered, broadcast] = await interleaved(quick ? 3 : 5, sides);
  for (const child of [...subscribers, ours, rival]) await child.stop();

  const at = (side, share) => median(side.map(({ delaysMs }) => delaysMs[Math.floor(delaysMs.length * share)]));
  const lineAt = (share, atMost) => {
    const [a, b] = [delivered, broadcast].map((side) => at(side, share));
    const what = `delivery: commit to delivery p${share * 100}, ${count} subscribers / a bare graphql-ws broadcast`;
    const cpu = atMost === undefined ? "" : ` (${cpuRatio(delivered, broadcast)})`;
    return line({ what: what + cpu, ours: ms(a), against: ms(b), ratio: a / b, ...(atMost ? { atMost } : {}) });
  };
  return [lineAt(0.5), lineAt(0.99, 2)];
}
