import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Program } from "../program/program.js";
import { REGISTER_VISIT, Registered, visitsOf, visitToRegister } from "../program/registering.js";
import { StreamClient } from "../server/support/streams.js";
import { chanceOf, type Drill, Findings } from "./findings.js";

const IN_FLIGHT = 16;
const KILLS = 50;
const LINE_EVERY = 25;
/** At least one more answer after the start, at most so long. */
const LONGEST_LIFE_MS = 600;
/** Commands asked again at the end. */
const ASKED_AGAIN = 500;
const FEED = `subscription ($after: String) { ledgerEvents(after: $after, from: BEGINNING) { __typename
  ... on LedgerEventItem { cursor item { position event { id } } } ... on CaughtUp { cursor } ... on Heartbeat { cursor }
} }`;

/** Kills the program with SIGKILL at any moment of a load of mutations, again and again, beside a feed that is resumed each time. */
export const drill: Drill = async ({ seed, runs = KILLS }) => {
  const chance = chanceOf(seed);
  const findings = new Findings();
  const folder = mkdtempSync(join(tmpdir(), "press-ledger-drill-kill-"));
  let program = await Program.start(folder);
  const registered = new Registered(await visitToRegister(program));
  const follower = new Follower();
  for (let kill = 0; kill < runs; kill++) {
    let dead: Promise<void> | undefined;
    const following = follower.follow(program);
    const life = chance() * LONGEST_LIFE_MS;
    const dying = pause(life).then(() => (dead = program.kill()));
    await registered.until(program, IN_FLIGHT, () => dead !== undefined);
    await dying;
    await dead;
    await following;
    program = await Program.start(folder);
    findings.ended("kill", "started again");
    if ((kill + 1) % LINE_EVERY === 0) console.log(`${kill + 1} kills, ${registered.acknowledged.size} acknowledged`);
  }
  const last = follower.follow(program, true);
  const visits = await visitsOf(program);
  const { asked, acknowledged } = registered;
  for (const [commandId, id] of acknowledged) {
    if (visits.get(id) === "COMPLETED") findings.ended("acknowledged command", "there");
    else findings.found("acknowledged command", `${commandId} is ${visits.get(id) ?? "lost"}`);
  }
  for (const [id, status] of visits) {
    if (status !== "COMPLETED") findings.found("visit", `${id} is half there: ${status}`);
  }
  if (visits.size > asked.size) findings.found("visits", `${visits.size} of ${asked.size} commands`);
  for (const commandId of [...asked].slice(-ASKED_AGAIN)) {
    const { registerVisit: again } = await program.ask(REGISTER_VISIT, { input: { ...registered.wanted, commandId } });
    const id = acknowledged.get(commandId);
    if (again?.visit?.id !== undefined && (id === undefined || (again.replayed === true && again.visit.id === id)))
      findings.ended("command asked again", id === undefined ? "done once" : "answered as before");
    else findings.found("command asked again", `${commandId}: ${JSON.stringify(again)}`);
  }
  await last;
  follower.judge(findings);
  if ((await program.stop()) !== 0) findings.found("stop", "the program did not end well");
  rmSync(folder, { recursive: true, force: true });
  return findings;
};

/** Takes the whole feed, each time from where it was cut off. */
class Follower {
  private after: string | undefined;
  private readonly ids: string[] = [];
  private readonly positions: number[] = [];

  /** Until the program dies; with `toTheEnd`, until all is told. */
  async follow(program: Program, toTheEnd = false): Promise<void> {
    const { token } = program;
    const url = new URL(program.url).origin;
    const client = await StreamClient.open(url, FEED, { token, variables: { after: this.after } }).catch(
      () => undefined,
    );
    for (;;) {
      const event = await client?.next().catch(() => undefined);
      const told = (event?.data as { data?: { ledgerEvents: Told } } | undefined)?.data?.ledgerEvents;
      if (!told) break;
      this.after = told.cursor;
      if (toTheEnd && told.__typename === "CaughtUp") break;
      if (!told.item) continue;
      this.ids.push(told.item.event.id);
      this.positions.push(Number(told.item.position.slice("P1-".length)));
    }
    client?.leave();
  }

  judge(findings: Findings): void {
    const isInOrder = this.positions.every((position, nth) => nth === 0 || position > this.positions[nth - 1]!);
    if (new Set(this.ids).size < this.ids.length) findings.found("feed", "an event came twice");
    else if (!isInOrder) findings.found("feed", "events came out of order");
    else if (this.positions.length !== this.positions.at(-1)) findings.found("feed", "an event was left out");
    else findings.ended(`feed of ${this.ids.length} events, resumed after each kill`, "each event once, in order");
  }
}

interface Told {
  readonly __typename: string;
  readonly cursor: string;
  readonly item?: { readonly position: string; readonly event: { readonly id: string } };
}
