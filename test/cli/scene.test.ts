import { expect } from "chai";
import { entriesSince, type Figure, figureOf, PERIOD, REPORT_MOMENT, sumOf } from "../../src/cli/demo/figures.js";
import type { Ask } from "../../src/cli/commandSender.js";
import { playScene, SceneStopped } from "../../src/cli/scene/play.js";
import { readScene } from "../../src/cli/scene/readScene.js";
import { localDateOf } from "../../src/domain/kernel/time.js";
import type { RecordedEvent } from "../../src/eventstore/contract.js";
import { type Ledger, openLedger } from "../../src/ledger.js";
import { type Json, ledgerSchema } from "../support/api.js";
import { notShown } from "../support/shown.js";
import { Spellings } from "../support/spellings.js";
import { type PlayedScene, playedScene } from "./playedScene.js";
import { removed, temporaryFolder } from "./support.js";

/** Fields whose day comes whether anybody works or not. */
const NOT_WORKED = ["validTo", "dueOn", "since", "issuedOn"];

interface Visit {
  readonly status: string;
  readonly subject: string;
  readonly hosts: readonly { readonly name: string; readonly unit: { readonly name: string } }[];
  readonly reporters: readonly { readonly agencyName: string; readonly reporter: { readonly id: string } }[];
  readonly promises: readonly { readonly fulfilledAt: string | null }[];
  readonly corrections: readonly unknown[];
  readonly lateEntryReason: string | null;
}

describe("the scene of Thanh Hóa", function () {
  this.timeout(180_000);
  let scene: PlayedScene;
  let ledger: Ledger;
  let ask: Ask;
  let then: Figure;
  let now: Figure;

  before(async () => {
    ({ ledger, ask } = scene = await playedScene());
    then = await figureOf(ask, "reporterTurns", PERIOD, REPORT_MOMENT);
    now = await figureOf(ask, "reporterTurns", PERIOD);
  });

  after(() => scene.close());

  it("has 75 turns of reporters as of 18 November 2019, in 53 visits: sums of entries, corrections among them", async () => {
    expect(then.value).to.equal(75n);
    expect(sumOf(then.entries)).to.equal(75n);
    const visits = await figureOf(ask, "visits", PERIOD, REPORT_MOMENT);
    expect(visits.value).to.equal(53n);
    expect(sumOf(visits.entries)).to.equal(53n);
    for (const { entries } of [then, visits]) {
      expect(entries.map(({ cause }) => cause)).to.include.members(["NEW", "LATE", "CORRECTED", "VOIDED"]);
    }
  });

  it("leaves of every mutation that it sends an event, which the feed and the timeline of its record show", async () => {
    const first = new Map<string, string>();
    for (const { mutation, commandId } of readScene().toReversed()) first.set(mutation, commandId);
    expect(await notShown(ledger, first)).to.deep.equal([]);
  });

  it("has another figure today, and every difference is an entry recorded since", () => {
    const since = entriesSince(then, now);
    expect(now.value).to.equal(77n);
    expect(now.value - then.value).to.equal(sumOf(since));
    expect(since.map(({ cause, amount }) => `${cause} ${amount}`)).to.deep.equal([
      "LATE 1",
      "LATE 1",
      "LATE 1",
      "CORRECTED -1",
      "CORRECTED 1",
      "VOIDED -1",
    ]);
    expect(since.every(({ event }) => new Date(event.recordedAt) > new Date(REPORT_MOMENT))).to.equal(true);
    expect(since.every(({ event }) => event.reason !== null)).to.equal(true);
  });

  it("is told apart by unit into at least twelve hosts, whose figures add up", async () => {
    const { data } = await ask(
      `query ($time: DateTime!) { visitFigures(period: { from: "2019-09-01", to: "2019-11-18" }, groupBy: [UNIT], asOf: { time: $time })
        { rows { unit { kind } visits { value } } } }`,
      { time: REPORT_MOMENT },
    );
    const { rows } = (data as { visitFigures: { rows: { unit: { kind: string }; visits: { value: number } }[] } })
      .visitFigures;
    const hosting = rows.filter(({ visits }) => visits.value > 0);
    expect(hosting).to.have.length.of.at.least(12);
    expect(new Set(hosting.map(({ unit }) => unit.kind))).to.include.members(["DEPARTMENT", "SECTOR", "DISTRICT"]);
    expect(rows.reduce((sum, { visits }) => sum + visits.value, 0)).to.equal(53);
  });

  it("was registered as it would have been: 58 visits by then, of which five make none", async () => {
    const visits = await visitsBy(REPORT_MOMENT);
    const count = (status: string): number => visits.filter((visit) => visit.status === status).length;
    expect(visits).to.have.length(58);
    expect(["NO_SHOW", "CANCELLED", "CONFIRMED", "VOIDED"].map(count)).to.deep.equal([1, 1, 1, 1]);
    // One of the two was declined as an appointment, the other at the door: that one is a visit.
    expect(count("DECLINED")).to.equal(2);
    expect(visits.filter(({ promises }) => promises.some(({ fulfilledAt }) => fulfilledAt === null))).to.have.length(3);
    expect(visits.filter(({ promises }) => promises.some(({ fulfilledAt }) => fulfilledAt !== null))).to.have.length(5);
    expect(visits.filter(({ lateEntryReason }) => lateEntryReason !== null)).to.have.length(4);
    expect(visits.filter(({ corrections }) => corrections.length > 0)).to.have.length.of.at.least(5);
  });

  it("holds the session of the report: its four figures frozen, today's beside them, and what became of its recommendations", async () => {
    const text = `{ supervisions { nodes { status law figures { label value today { ... on CountFigure { value } ... on MoneyFigure { sum: value } } }
      recommendations { response progress } } } }`;
    const [session] = ((await ask(text, {})).data as Json).supervisions.nodes;
    expect([session.status, session.law]).to.deep.equal(["SENT", "SUP-2015"]);
    expect(session.figures.map(({ value, today }: Json) => [value, String(today.sum ?? today.value)])).to.deep.equal([
      ["75", "77"],
      ["27", "28"],
      ["115000000", "119000000"],
      ["1964", "2018"],
    ]);
    expect(session.recommendations.map(({ response, progress }: Json) => [response, progress])).to.deep.equal([
      ["ACCEPTED", "CONFIRMED"],
      ["ACCEPTED", "OPEN"],
      ["ACCEPTED", "CONFIRMED"],
      ["CONTESTED", "OPEN"],
    ]);
  });

  it("holds the duties of autumn 2019, some of them late, and two departments without a spokesperson", async () => {
    const on = `asOf: { endOf: "2019-11-18" }`;
    const period = `period: { from: "2019-09-01", to: "2019-11-18" }, ${on}`;
    const text = `{
      unitsWithoutSpokesperson(on: "2019-11-18", kinds: [DEPARTMENT], ${on}) { nodes { name } }
      informationRequestFigures(${period}) { rows { informationRequests { value } informationRequestsOnTime { value } informationRequestsLate { value } } }
      pressItemFigures(${period}) { rows { pressItems { value } pressClusters { value } pressHandledInTime { value } pressCorrectionsPublished { value } } }
      statementFigures(${period}) { rows { statements { value } urgentDutiesInTime { value } urgentDutiesLate { value } conferenceNoticesLate { value } } }
    }`;
    const data = (await ask(text, {})).data as Json;
    const counts = ([row]: Json[]): number[] => Object.values(row as Record<string, Json>).map(({ value }) => value);
    expect(data.unitsWithoutSpokesperson.nodes.map(({ name }: Json) => name)).to.deep.equal([
      "Sở Ngoại vụ",
      "Sở Tài nguyên và Môi trường",
    ]);
    expect(counts(data.informationRequestFigures.rows)).to.deep.equal([4, 2, 1]);
    expect(counts(data.pressItemFigures.rows)).to.deep.equal([4, 3, 2, 1]);
    expect(counts(data.statementFigures.rows)).to.deep.equal([6, 1, 1, 1]);
  });

  it("tells of a unit in one answer what it owes and has done: its board", async () => {
    const [unit] = (
      (await ask(`{ search(text: "Thành phố Thanh Hóa", kinds: [UNIT], first: 1) { nodes { node { id } } } }`, {}))
        .data as Json
    ).search.nodes;
    const text = `query ($unitId: UnitId!) {
      unitBoard(unitId: $unitId, period: { from: "2019-09-01", to: "2019-11-18" }, on: "2019-11-18", asOf: { endOf: "2019-11-18" }) {
        unit { name } on
        spokespersons { name }
        due(first: 100) { nodes { kind isOverdue } }
        recommendations { what }
        statementFigures { rows { urgentDutiesLate { value } } }
        informationRequestFigures { rows { informationRequestsLate { value } } }
        pressItemFigures { rows { pressHandledInTime { value } } }
      }
    }`;
    const { unitBoard } = (await ask(text, { unitId: unit.node.id })).data as Json;
    const { due, ...board } = unitBoard;
    expect(board).to.deep.equal({
      ...{ unit: { name: "Thành phố Thanh Hóa" }, on: "2019-11-18", spokespersons: [{ name: "Mai Xuân Quý" }] },
      recommendations: [],
      statementFigures: { rows: [{ urgentDutiesLate: { value: 1 } }] },
      informationRequestFigures: { rows: [{ informationRequestsLate: { value: 1 } }] },
      pressItemFigures: { rows: [{ pressHandledInTime: { value: 1 } }] },
    });
    expect(due.nodes.every(({ isOverdue }: Json) => typeof isOverdue === "boolean")).to.equal(true);
  });

  it("keeps the names of its time", async () => {
    const nghiSon = (await visitsBy()).flatMap(({ hosts }) =>
      hosts.filter(({ unit }) => unit.name === "Thị xã Nghi Sơn"),
    );
    expect(nghiSon.map(({ name }) => name)).to.deep.equal(["Huyện Tĩnh Gia", "Huyện Tĩnh Gia"]);
    const merged = (await visitsBy()).find(({ subject }) => subject.startsWith("Vùng cói Nga Sơn"));
    expect(merged?.reporters[0]?.agencyName).to.equal("Báo Nông nghiệp Việt Nam");
  });

  it("falls on working days: what is entered, and every day and moment that is entered but for terms and lives", () => {
    const days = (value: unknown, name = ""): string[] => {
      if (typeof value === "object" && value !== null)
        return Object.entries(value).flatMap(([key, one]) => days(one, Array.isArray(value) ? name : key));
      if (typeof value !== "string" || NOT_WORKED.includes(name)) return [];
      if (/^\d{4}-\d\d-\d\d$/.test(value)) return [value];
      return /^\d{4}-\d\d-\d\dT/.test(value) ? [localDateOf(new Date(value).toISOString())] : [];
    };
    const isWeekend = (day: string): boolean => [0, 6].includes(new Date(day).getUTCDay());
    // The register's changes take effect on whatever day the law says.
    // A figure is of a period, whose days are those of a calendar.
    const entered = readScene().filter(({ by, mutation }) => by.role !== "ADMIN" && mutation !== "layOversightFigure");
    const worked = entered.map(({ entry, at, input }) => ({ entry, days: [localDateOf(at), ...days(input(String))] }));
    expect(worked.flatMap((one) => one.days)).to.have.length.of.at.least(900);
    expect(worked.filter((one) => one.days.some(isWeekend))).to.deep.equal([]);
  });

  it("is the same events whenever it is played, also where each command comes again, its empty lists spelled otherwise", async () => {
    const again = temporaryFolder();
    const spellings = new Spellings(await ledgerSchema());
    try {
      await playScene({ folder: again });
      expect(spellings.wrong).to.deep.equal([]);
      const second = await openLedger({ folder: again });
      try {
        expect(await eventsOf(second)).to.deep.equal(await eventsOf(ledger));
      } finally {
        await second.close();
      }
    } finally {
      spellings.end();
      removed(again);
    }
  });

  it("stops at a refusal and names the entry", async () => {
    const elsewhere = temporaryFolder();
    const [first, second] = readScene();
    const twice = [first!, { ...first!, commandId: second!.commandId, entry: "the same unit again" }];
    const failure = await playScene({ folder: elsewhere, commands: twice }).catch((error: unknown) => error);
    removed(elsewhere);
    expect(failure).to.be.instanceOf(SceneStopped);
    expect((failure as Error).message).to.match(/^the same unit again, on 2019-08-26T01:00:00.000Z: UNIT_NAME_TAKEN/);
  });

  async function visitsBy(time?: string): Promise<Visit[]> {
    const query = `query ($asOf: AsOf) { visits(first: 100, asOf: $asOf) { nodes {
      status subject lateEntryReason corrections { at } promises { fulfilledAt }
      hosts { name unit { name } } reporters { agencyName reporter { id } } } } }`;
    const { data } = await ask(query, { asOf: time === undefined ? null : { time } });
    return (data as { visits: { nodes: Visit[] } }).visits.nodes;
  }
});

/**
 * Everything that the log says, byte for byte; but of numbers drawn and of claims not the attempt: it has an id that is
 * drawn by lot, since attempts of two nodes must be told apart.
 */
async function eventsOf({ log }: Ledger): Promise<unknown[]> {
  const events: unknown[] = [];
  const told = (event: RecordedEvent): unknown => {
    if (!["DecisionNumberDrawn", "ThingClaimed"].includes(event.type)) return event;
    const { stream, revision, position, type, recordedAt } = event;
    const data = { ...(JSON.parse(event.data) as object), attemptId: "any" };
    return { stream, revision, position, type, recordedAt, data };
  };
  for (let after: string | undefined; ;) {
    const page = await log.readAll({ limit: 500, ...(after === undefined ? {} : { after }) });
    events.push(...page.events.map(told));
    if (page.atEnd) return events;
    after = page.checkpoint;
  }
}
