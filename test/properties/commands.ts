import fc from "fast-check";
import type { Api, Json } from "../support/api.js";
import { type ModelVisit, TOPICS, type World } from "./world.js";

/** A random act: it is given to the ledger, and told to the model if the ledger took it. */
export class Act {
  constructor(
    private readonly name: string,
    private readonly values: unknown,
    readonly run: (api: Api, world: World) => Promise<void>,
  ) {}

  /** How a failing sequence is told. */
  [fc.toStringMethod](): string {
    return `${this.name}(${JSON.stringify(this.values)})`;
  }
}

const act = <V>(
  name: string,
  values: fc.Arbitrary<V>,
  run: (values: V, api: Api, world: World) => Promise<void>,
): fc.Arbitrary<Act> => values.map((chosen) => new Act(name, chosen, (api, world) => run(chosen, api, world)));

const pick = <T>(from: readonly T[], at: number): T | undefined =>
  from.length === 0 ? undefined : from[at % from.length];
const some = (from: readonly string[], mask: number): string[] => {
  const chosen = from.filter((_, index) => (mask >> index) & 1);
  return chosen.length > 0 ? chosen : from.slice(0, 1);
};
const taken = (answer: Json): boolean => !("code" in answer);

const register = act(
  "registerVisit",
  fc.record({
    hosts: fc.nat(7),
    reporters: fc.nat(15),
    topic: fc.nat(2),
    daysAgo: fc.nat(40),
    appointment: fc.boolean(),
  }),
  async ({ hosts, reporters, topic, daysAgo, appointment }, api, world) => {
    const at = new Date(api.time.getTime() - daysAgo * 86_400_000);
    const visit = {
      hosts: some(world.units, hosts),
      reporters: some(world.reporters, reporters),
      topic: TOPICS[topic] ?? "LAND",
    };
    const answer = await api.command("registerVisit", {
      hostIds: visit.hosts,
      reporterIds: visit.reporters,
      topic: visit.topic,
      subject: `Làm việc về ${visit.topic}`,
      occurredAt: at.toISOString(),
      lateEntryReason: "Nhập bù",
      ...(appointment ? { appointmentAt: new Date(at.getTime() + 3_600_000).toISOString() } : {}),
    });
    if (taken(answer))
      world.visits.push({ ...visit, id: answer.entity.id, arrived: !appointment, void: false, entered: [] });
  },
);

const onVisit = (
  name: string,
  more: fc.Arbitrary<Record<string, number>>,
  input: (world: World, values: Record<string, number>) => Record<string, unknown>,
  tell: (visit: ModelVisit, world: World, values: Record<string, number>) => void = () => undefined,
): fc.Arbitrary<Act> =>
  act(name, fc.tuple(fc.nat(99), more), async ([at, values], api, world) => {
    const visit = pick(world.visits, at);
    if (!visit) return;
    const commandId = api.commandId();
    const answer = await api.command(name, { commandId, visitId: visit.id, ...input(world, values) });
    if (!taken(answer)) return;
    const { hosts, topic, arrived, void: isVoid } = visit;
    visit.entered.push({ commandId, before: { hosts, topic, arrived, void: isVoid } });
    tell(visit, world, values);
  });

const arrive = onVisit(
  "recordArrival",
  fc.constant({}),
  () => ({}),
  (visit) => (visit.arrived = true),
);
const cancel = onVisit("cancelVisit", fc.constant({}), () => ({ reason: "Báo bận" }));
const decline = onVisit("declineVisit", fc.constant({}), () => ({ ground: "OTHER", reason: "Không đúng hẹn" }));
const voidIt = onVisit(
  "voidVisit",
  fc.constant({}),
  () => ({ reason: "Nhập nhầm" }),
  (visit) => (visit.void = true),
);
const amend = onVisit(
  "amendVisit",
  fc.record({ hosts: fc.nat(7), topic: fc.nat(2) }),
  (world, { hosts = 0, topic = 0 }) => ({
    reason: "Nhập sai",
    hostIds: some(world.units, hosts),
    topic: TOPICS[topic],
  }),
  (visit, world, { hosts = 0, topic = 0 }) => {
    visit.hosts = some(world.units, hosts);
    visit.topic = TOPICS[topic] ?? visit.topic;
  },
);
const judge = onVisit(
  "judgeVisitDuplicate",
  fc.record({ other: fc.nat(99), verdict: fc.nat(1) }),
  (world, { other = 0, verdict = 0 }) => ({
    otherVisitId: pick(world.visits, other)?.id,
    verdict: verdict === 0 ? "DUPLICATE" : "DISTINCT",
    reason: "Đã đối chiếu",
  }),
  (visit, _world, { verdict = 0 }) => {
    if (verdict === 0) visit.void = true;
  },
);

/** The visit is then what it was before its last entry, and all figures are as if that had never been. */
const takeBack = act("takeBack", fc.nat(99), async (at, api, world) => {
  const visit = pick(
    world.visits.filter(({ entered }) => entered.length > 0),
    at,
  );
  const last = visit?.entered.at(-1);
  if (!visit || !last) return;
  const { record } = await api.ask(EVENTS_OF, { id: visit.id });
  const entry = (record.events.nodes as Json[]).find(({ commandId }) => commandId === last.commandId);
  const input = { visitId: visit.id, entryId: entry?.id as string, reason: "Nhập nhầm hồ sơ" };
  if (!taken(await api.command("takeBackVisitEntry", input))) return;
  visit.entered.pop();
  Object.assign(visit, last.before);
});
const EVENTS_OF = `query ($id: ID!) { record(id: $id) { events(first: 100) { nodes { id commandId } } } }`;

const merge = act("merge", fc.tuple(fc.nat(99), fc.nat(99)), async ([from, into], api, world) => {
  const [reporterId, intoId] = [pick(world.reporters, from), pick(world.reporters, into)];
  if (!reporterId || !intoId) return;
  const answer = await api.command("mergeReporter", { reporterId, intoId, reason: "Cùng một người" });
  if (taken(answer)) world.mergedInto.set(reporterId, intoId);
});

const rename = act("rename", fc.tuple(fc.nat(99), fc.nat(99)), async ([at, n], api, world) => {
  const change = { legalBasis: "QĐ", effectiveOn: "2019-09-01" };
  await api.command("renameUnit", { unitId: pick(world.units, at), name: `Sở đổi tên ${n}`, ...change });
});

const endUnit = act("endUnit", fc.nat(9), async (at, api, world) => {
  const [unit, into] = [pick(world.units, at), pick(world.units, at + 1)];
  if (world.units.length < 3 || !unit || !into) return;
  await api.command("mergeUnits", { fromIds: [unit], intoId: into, legalBasis: "NQ", effectiveOn: "2019-09-05" });
});

const transfer = act("transfer", fc.tuple(fc.nat(99), fc.nat(99)), async ([who, where], api, world) => {
  const [reporterId, toAgencyId] = [pick(world.reporters, who), pick(world.agencies, where)];
  await api.command("transferReporter", { reporterId, toAgencyId, effectiveOn: "2019-09-03" });
});

const aDayPasses = act("aDayPasses", fc.constant(null), async (_, api) => api.pass(86_400_000));

/** Sequences of acts; visits are registered most often, for the others to have something to speak of. */
export const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: register },
    { weight: 2, arbitrary: arrive },
    { weight: 3, arbitrary: amend },
    { weight: 2, arbitrary: voidIt },
    { weight: 2, arbitrary: judge },
    { weight: 3, arbitrary: takeBack },
    { weight: 1, arbitrary: cancel },
    { weight: 1, arbitrary: decline },
    { weight: 1, arbitrary: merge },
    { weight: 1, arbitrary: rename },
    { weight: 1, arbitrary: endUnit },
    { weight: 1, arbitrary: transfer },
    { weight: 2, arbitrary: aDayPasses },
  ),
  { minLength: 10, maxLength: 30 },
);
