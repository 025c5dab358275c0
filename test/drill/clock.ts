import { Api } from "../support/api.js";
import { SINCE } from "../support/cast.js";
import { type Drill, Findings } from "./findings.js";

const SECOND_MS = 1_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const STEPS_MS = [
  ...[DAY_MS, -DAY_MS, HOUR_MS, -HOUR_MS, 61 * SECOND_MS, -61 * SECOND_MS],
  ...[59 * SECOND_MS, -59 * SECOND_MS, SECOND_MS, -SECOND_MS, 1, -1],
];
const TOLERATED_MS = 60 * SECOND_MS;
/** Whether the log was written just before the step, or a week ago. */
const RESTS_MS = [0, 7 * DAY_MS];

/** Sets the clock of a node forward and back, and looks whether history stays what it was. */
export const drill: Drill = async () => {
  const findings = new Findings();
  const tell = (kind: string, found: readonly string[]): void => {
    if (found.length === 0) findings.ended(kind, "held");
    for (const what of found) findings.found(kind, what);
  };
  for (const restMs of RESTS_MS) {
    for (const stepMs of STEPS_MS) {
      const said = `clock ${stepMs > 0 ? "+" : ""}${stepMs / SECOND_MS} s, last written ${restMs / DAY_MS} days before`;
      tell(said, await trial(stepMs, restMs));
    }
  }
  tell("started a day behind the log", await startedTooEarly());
  return findings;
};

/** A node with a clock that is set, beside one that nobody sets. */
class Node {
  private readonly startMs: number;
  private steadyMs = 0;
  private entered = 0;
  readonly names: string[] = [];

  private constructor(readonly api: Api) {
    this.startMs = api.time.getTime();
  }

  static async open(): Promise<Node> {
    const node = new Node(await Api.open("2026-03-02T02:00:00.000Z"));
    await node.api.reopen({ steadyMs: () => node.steadyMs, acceptsClock: false });
    await node.enter();
    return node;
  }

  pass(ms: number): void {
    this.steadyMs += ms;
    this.api.pass(ms);
  }

  /** Enters a unit; a code when it is not taken. */
  async enter(): Promise<string | undefined> {
    const name = `Sở ${"I".repeat((this.entered += 1))}`;
    const input = { commandId: this.api.commandId(), unit: { kind: "DEPARTMENT", name }, ...SINCE };
    const text = "mutation ($input: RegisterUnitInput!) { registerUnit(input: $input) { __typename } }";
    const { data, errors } = await this.api.tryAsk(text, { input });
    if (errors[0]) return String(errors[0].code);
    if (data.registerUnit.__typename !== "UnitChanged") return data.registerUnit.__typename as string;
    this.names.push(name);
    return undefined;
  }

  async unitsBy(time: Date): Promise<string[]> {
    const text = "query ($time: DateTime!) { units(first: 50, asOf: { time: $time }) { nodes { name } } }";
    const { units } = await this.api.ask(text, { time: time.toISOString() });
    return units.nodes.map(({ name }: { name: string }) => name).sort();
  }

  /** The times that the log bears, in its order. */
  async recorded(): Promise<string[]> {
    const { events } = await this.api.ledger.log.readAll({ limit: 1_000 });
    return events.map(({ recordedAt }) => recordedAt);
  }

  get sinceStartMs(): number {
    return this.startMs + this.steadyMs;
  }
}

async function trial(stepMs: number, restMs: number): Promise<string[]> {
  const found: string[] = [];
  const expect = (holds: boolean, what: string): void => void (holds || found.push(what));
  const node = await Node.open();
  try {
    node.pass(10 * SECOND_MS);
    expect((await node.enter()) === undefined, "nothing was taken before the step");
    node.pass(restMs);
    // The node looks at its clock all the while.
    expect(node.api.ledger.clock.health.state === "ok", "time that passed was taken for a step");
    const before = { at: node.api.time, units: await node.unitsBy(node.api.time) };
    node.pass(10 * SECOND_MS);
    node.api.pass(stepMs);
    const isLarge = Math.abs(stepMs) > TOLERATED_MS;
    const code = await node.enter();
    expect(code === (isLarge ? "CLOCK_WRONG" : undefined), `the command was answered ${code ?? "as done"}`);
    expect((node.api.ledger.clock.health.state === "ok") !== isLarge, "the state of the clock is not told");
    expect(same(await node.unitsBy(node.api.time), [...node.names].sort()), "as of now misses what was entered");
    node.api.pass(-stepMs);
    node.pass(2 * SECOND_MS);
    expect((await node.enter()) === undefined, "nothing was taken once the clock was right again");
    expect(same(await node.unitsBy(node.api.time), [...node.names].sort()), "as of now misses what was entered since");
    const asked = await node.unitsBy(before.at);
    // A small step back may let what was entered after it bear the time of what stood before.
    expect(same(asked, before.units) || (!isLarge && stepMs < 0), "what had been recorded before the step has changed");
    const times = await node.recorded();
    expect(same(times, [...times].sort()), "recordedAt falls");
    expect(
      times.every((time) => Date.parse(time) <= node.sinceStartMs + TOLERATED_MS),
      "an event is of the future",
    );
  } finally {
    await node.api.close();
  }
  return found;
}

/** The log bears a time to come: it was written while the clock was a day ahead. */
async function startedTooEarly(): Promise<string[]> {
  const found: string[] = [];
  const expect = (holds: boolean, what: string): void => void (holds || found.push(what));
  const node = await Node.open();
  try {
    node.api.pass(-DAY_MS);
    await node.api.reopen({ acceptsClock: false });
    expect((await node.enter()) === "CLOCK_WRONG", "the command was taken");
    await node.api.reopen({ acceptsClock: true });
    expect((await node.enter()) === undefined, "the operator's word does not count");
    expect(same(await node.unitsBy(node.api.time), [...node.names].sort()), "as of now misses what was entered");
  } finally {
    await node.api.close();
  }
  return found;
}

const same = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((text, index) => text === other[index]);
