import { join } from "node:path";
import { filledLedger } from "../fill.mjs";
import { Child } from "../lib/child.mjs";
import { cpuRatio, interleaved, line, median, perSecond } from "../lib/figures.mjs";
import { ask, load, untilReady } from "../lib/load.mjs";
import { Random } from "../lib/random.mjs";
import { subjectOf } from "../lib/words.mjs";

/** Durable `registerVisit` over HTTP against the same server whose bus stores nothing. */

const IN_FLIGHT = 64;
const DAYS = 400;
const MUTATION = `mutation ($input: RegisterVisitInput!) {
  registerVisit(input: $input) { __typename ... on VisitChanged { position visit { id status } } ... on UserError { code message } }
}`;

export async function register({ dist, seed, quick, scratch }) {
  const wish = { dist, seed, events: 3_000, units: 30, agencies: 30, reporters: 300, days: DAYS };
  const folders = { ours: join(scratch, "register-ours"), floor: join(scratch, "register-floor") };
  const cast = await filledLedger({ ...wish, to: folders.ours });
  await filledLedger({ ...wish, to: folders.floor });
  const ours = await Child.start("servers/ledger.mjs", { dist, folder: folders.ours });
  await untilReady(ours.ready);
  const hollow = await anyVisit(ours.ready);
  const floor = await Child.start("servers/ledger.mjs", { dist, folder: folders.floor, hollow });
  await untilReady(floor.ready);

  // Another seed than the fill has: command ids must be new.
  const random = new Random(seed + 1);
  const amount = quick ? 1_500 : 8_000;
  const next = () => ({ query: MUTATION, variables: { input: visitOf(random, cast) } });
  const expect = (body) => body.includes('"__typename":"VisitChanged"');
  const round = (server) => () =>
    server.timed(() => load({ ...server.ready, inFlight: IN_FLIGHT, amount, next, expect }));
  // Once around to warm both up.
  await interleaved(1, [round(ours), round(floor)]);
  const [stored, hollowed] = await interleaved(quick ? 3 : 5, [round(ours), round(floor)]);
  await ours.stop();
  await floor.stop();
  const [a, b] = [stored, hollowed].map((rounds) => median(rounds.map((one) => one.perSecond)));
  const p50 = median(stored.flatMap((one) => one.latenciesMs));
  return [
    line({
      what: `register: durable registerVisit over HTTP, ${IN_FLIGHT} in flight (p50 ${p50.toFixed(0)} ms) / a bus that stores nothing (${cpuRatio(stored, hollowed)})`,
      ours: perSecond(a),
      against: perSecond(b),
      ratio: a / b,
      atLeast: 0.6,
    }),
  ];
}

/** What the hollow bus answers with: a visit that is there. */
async function anyVisit(server) {
  const { visits } = await ask(server, `{ visits(first: 1) { nodes { id revision } basis { position } } }`);
  const [{ id, revision }] = visits.nodes;
  const position = Number(visits.basis.position.replace("P1-", ""));
  return { entityId: id.replace("Visit:", ""), position, revision, replayed: false, readable: true };
}

function visitOf(random, cast) {
  const day = new Date(Date.now() - (1 + random.below(DAYS)) * 86_400_000 - random.below(36_000_000));
  return { ...newVisit(random, cast), occurredAt: day.toISOString(), lateEntryReason: "Bổ sung sổ trực" };
}

/** A visit that happens as it is registered. */
export function newVisit(random, { unitIds, reporterIds }) {
  return {
    commandId: random.uuid(),
    hostIds: random.someSkewed(unitIds, random.chance(0.2) ? 2 : 1).map((id) => `Unit:${id}`),
    reporterIds: random.someSkewed(reporterIds, random.chance(0.3) ? 2 : 1).map((id) => `Reporter:${id}`),
    topic: random.pick(["LAND", "HEALTH", "EDUCATION", "OTHER"]),
    subject: subjectOf(random),
  };
}
