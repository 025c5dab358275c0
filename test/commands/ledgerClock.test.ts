import { expect } from "chai";
import { ClockWrong, LedgerClock, TOLERATED_STEP_MS, isAboutNow } from "../../src/commands/ledgerClock.js";
import { Api } from "../support/api.js";
import { SINCE } from "../support/cast.js";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const START_MS = Date.parse("2026-03-02T02:00:00Z");

/** A machine whose clock somebody sets. */
class Machine {
  wallMs = START_MS;
  steadyMs = 5_000;
  lastRecordedAt: string | null = null;

  clock(acceptsBehind = false): LedgerClock {
    return new LedgerClock({
      now: () => new Date(this.wallMs),
      steadyMs: () => this.steadyMs,
      lastRecordedAt: () => this.lastRecordedAt,
      acceptsBehind,
    });
  }

  pass(ms: number): void {
    this.wallMs += ms;
    this.steadyMs += ms;
  }
}

const mayWrite = (clock: LedgerClock): boolean => {
  try {
    clock.requireRight();
    return true;
  } catch (error) {
    if (error instanceof ClockWrong) return false;
    throw error;
  }
};

describe("the clock", () => {
  let machine: Machine;
  beforeEach(() => {
    machine = new Machine();
  });

  it("is believed while time passes, however long nobody asks", () => {
    const clock = machine.clock();
    for (const ms of [10, HOUR_MS, 90 * DAY_MS]) {
      machine.pass(ms);
      expect([clock.health, mayWrite(clock)]).to.deep.equal([{ state: "ok", offMs: 0 }, true]);
    }
  });

  for (const stepMs of [DAY_MS, -DAY_MS, HOUR_MS, -HOUR_MS, TOLERATED_STEP_MS + 1, -TOLERATED_STEP_MS - 1]) {
    it(`is not believed once it was set by ${stepMs / MINUTE_MS} min, until it is right again`, () => {
      const clock = machine.clock();
      expect(mayWrite(clock)).to.equal(true);
      machine.wallMs += stepMs;
      machine.pass(HOUR_MS);
      expect([clock.health, mayWrite(clock)]).to.deep.equal([{ state: "stepped", offMs: stepMs }, false]);
      machine.wallMs -= stepMs;
      expect([clock.health.state, mayWrite(clock)]).to.deep.equal(["ok", true]);
    });
  }

  it("is believed when the server starts anew: that it is right is then said by whoever starts it", () => {
    machine.wallMs += 30 * DAY_MS;
    expect(mayWrite(machine.clock())).to.equal(true);
  });

  it("absorbs small steps, one after the other", () => {
    const clock = machine.clock();
    for (const stepMs of [-50_000, 50_000, 50_000, 50_000, -1]) {
      machine.wallMs += stepMs;
      expect(clock.health).to.deep.equal({ state: "ok", offMs: 0 });
    }
  });

  it("is not believed when it is behind the log's last event, unless the operator says to write on", () => {
    machine.lastRecordedAt = new Date(START_MS + DAY_MS).toISOString();
    const behind = { state: "behind-log", offMs: -DAY_MS };
    expect([machine.clock().health, mayWrite(machine.clock())]).to.deep.equal([behind, false]);
    expect([machine.clock(true).health, mayWrite(machine.clock(true))]).to.deep.equal([behind, true]);
    const clock = machine.clock();
    expect(mayWrite(clock)).to.equal(false);
    // A machine that starts with a wrong clock, and is told the time a little later.
    machine.wallMs += 2 * DAY_MS;
    expect([clock.health.state, mayWrite(clock)]).to.deep.equal(["ok", true]);
    machine.wallMs += DAY_MS;
    expect(clock.health.state).to.equal("stepped");
  });

  it("is a little behind without harm, and says so; the last moments are then as good as now", () => {
    machine.lastRecordedAt = new Date(START_MS + 30_000).toISOString();
    const clock = machine.clock();
    expect([clock.health, mayWrite(clock)]).to.deep.equal([{ state: "ok", offMs: -30_000 }, true]);
    const isNow = (ms: number): boolean =>
      isAboutNow(new Date(ms), new Date(machine.wallMs).toISOString(), machine.lastRecordedAt);
    expect(isNow(START_MS)).to.equal(true);
    expect(isNow(START_MS - 4_000)).to.equal(true);
    expect(isNow(START_MS - MINUTE_MS)).to.equal(false);
    machine.pass(31_000);
    expect(isNow(machine.wallMs)).to.equal(false);
  });
});

describe("a ledger whose clock was set back", () => {
  let api: Api;
  const unitsBy = async (time: string): Promise<string[]> => {
    const text = "query ($time: DateTime!) { units(first: 9, asOf: { time: $time }) { nodes { name } } }";
    const { units } = await api.ask(text, { time });
    return units.nodes.map(({ name }: { name: string }) => name).sort();
  };
  const text = "mutation ($input: RegisterUnitInput!) { registerUnit(input: $input) { __typename } }";
  const register = async (name: string, commandId = api.commandId()): Promise<string> => {
    const input = { commandId, unit: { kind: "DEPARTMENT", name }, ...SINCE };
    const { data, errors } = await api.tryAsk(text, { input });
    return errors.length > 0 ? String(errors[0]?.code) : data.registerUnit.__typename;
  };

  before(async () => {
    api = await Api.open("2019-09-10T03:00:00.000Z");
    await api.reopen({ acceptsClock: false });
  });
  after(() => api.close());

  it("a little: takes commands, and who asks as of now misses nothing that was entered since", async () => {
    expect(await register("Sở Một")).to.equal("UnitChanged");
    api.now = "2019-09-10T02:59:20.000Z";
    expect(await register("Sở Hai")).to.equal("UnitChanged");
    expect(await unitsBy("2019-09-10T02:59:20.000Z")).to.deep.equal(["Sở Hai", "Sở Một"]);
    // What had been recorded before the last moments is answered by when it was.
    expect(await unitsBy("2019-09-10T02:59:00.000Z")).to.deep.equal([]);
  });

  it("by a day: refuses commands with a code of its own, reads on, and does once what is sent again", async () => {
    api.now = "2019-09-09T03:00:00.000Z";
    const commandId = api.commandId("again");
    expect(await register("Sở Ba", commandId)).to.equal("CLOCK_WRONG");
    expect(await unitsBy("2019-09-10T03:00:00.000Z")).to.deep.equal(["Sở Hai", "Sở Một"]);
    api.now = "2019-09-10T04:00:00.000Z";
    expect(await register("Sở Ba", commandId)).to.equal("UnitChanged");
    expect(await register("Sở Ba", commandId)).to.equal("UnitChanged");
    expect(await unitsBy("2019-09-10T04:00:00.000Z")).to.deep.equal(["Sở Ba", "Sở Hai", "Sở Một"]);
  });

  it("by a day, with a log that the operator says is wrong: writes on, and now is now", async () => {
    api.now = "2019-09-09T04:00:00.000Z";
    await api.reopen({ acceptsClock: true });
    expect(await register("Sở Tư")).to.equal("UnitChanged");
    expect(await unitsBy("2019-09-09T04:00:00.000Z")).to.include("Sở Tư");
  });
});
