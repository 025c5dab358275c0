import { expect } from "chai";
import fc from "fast-check";
import { addDays, startOfDay } from "../../src/domain/kernel/time.js";
import { Api, type Json } from "../support/api.js";

/**
 * For random visits, mergers and mergers taken back, every reader that is asked by one of several that are one gives what
 * the others give, and what it gives is what a model says that knows the visits and who is one with whom: as of every
 * point, on the days around the mergers.
 */

const RUNS = 6;
const FIRST = "2026-11-30";
const [UNITS, AGENCIES, REPORTERS] = [3, 2, 3];

type Step =
  | { readonly what: "visit"; readonly one: number; readonly other: number }
  | {
      readonly what: "merge" | "takeBack";
      readonly kind: Kind;
      readonly one: number;
      readonly other: number;
      readonly day: number;
    }
  | { readonly what: "wait" };
const KINDS = ["Unit", "PressAgency", "Reporter"] as const;
type Kind = (typeof KINDS)[number];

const pick = fc.nat({ max: 2 });
const changes = fc.record({
  what: fc.constantFrom("merge", "merge", "takeBack"),
  kind: fc.constantFrom(...KINDS),
  one: pick,
  other: pick,
  day: fc.integer({ min: -1, max: 2 }),
});
const visits = fc.record({ what: fc.constant("visit"), one: pick, other: pick });
const steps = fc.array(
  fc.oneof(
    { arbitrary: visits, weight: 5 },
    { arbitrary: changes, weight: 3 },
    { arbitrary: fc.constant({ what: "wait" }), weight: 1 },
  ),
  { minLength: 12, maxLength: 20 },
) as fc.Arbitrary<readonly Step[]>;

/** In what each has gone on, from which day. */
type Going = Readonly<Record<Kind, ReadonlyMap<string, { readonly into: string; readonly on: string }>>>;
interface Visit {
  readonly id: string;
  readonly day: string;
  readonly host: string;
  readonly reporter: string;
  readonly agency: string;
}
/** What the model knows at a point. */
interface Known {
  readonly asOf: { readonly position: string; readonly today: string };
  readonly visits: readonly Visit[];
  readonly going: Going;
}

const goesOnAs = (going: Going, kind: Kind, id: string, day: string): string => {
  const next = going[kind].get(id);
  return next === undefined || next.on > day ? id : goesOnAs(going, kind, next.into, day);
};

const ASKED = `query ($asOf: AsOf, $visits: VisitFilter, $figures: VisitFigureFilter, $subjects: [ID!]!) {
  visits(first: 100, filter: $visits, asOf: $asOf) { nodes { id } }
  visitFigures(period: { from: "2026-01-01", to: "2027-12-31" }, filter: $figures, asOf: $asOf, unitBasis: AS_SUCCESSOR) {
    rows { hostTurns { value } reporterTurns { value evidence(first: 100) { nodes { amount } } } }
  }
  timeline(first: 100, subjects: $subjects, asOf: $asOf, filter: { types: ["VisitRegistered"] }) { nodes { position } }
}`;
const ALL = `query ($asOf: AsOf) {
  probableDuplicates(first: 100, asOf: $asOf) { nodes { visits { id } } }
  visitFigures(period: { from: "2026-01-01", to: "2027-12-31" }, asOf: $asOf, groupBy: [UNIT, AGENCY, REPORTER], unitBasis: AS_SUCCESSOR) {
    rows { unit { id } agency { id } reporter { id } reporterTurns { value } } }
}`;
const FILTERS = {
  Unit: ["hostId", "unitIds"],
  PressAgency: ["agencyId", "agencyIds"],
  Reporter: ["reporterId", "reporterIds"],
} as const;

class Ledger {
  readonly ids: Record<Kind, string[]> = { Unit: [], PressAgency: [], Reporter: [] };
  private readonly visits: Visit[] = [];
  private going: Going = { Unit: new Map(), PressAgency: new Map(), Reporter: new Map() };
  private days = 0;
  readonly known: Known[] = [];

  private constructor(readonly api: Api) {}

  static async open(): Promise<Ledger> {
    const ledger = new Ledger(await Api.open(startOfDay(FIRST)));
    const { api, ids } = ledger;
    const since = { legalBasis: "Danh mục đầu kỳ", effectiveOn: "2018-01-01" };
    for (let n = 0; n < UNITS; n++) {
      ids.Unit.push(
        await api.done("registerUnit", { unit: { kind: "DEPARTMENT", name: `Sở ${"ABCD"[n]}` }, ...since }),
      );
    }
    for (let n = 0; n < AGENCIES; n++) {
      const agency = { kinds: ["PRINT"], level: "LOCAL", governingBody: "Hội", registeredOn: "2018-01-01" };
      ids.PressAgency.push(await api.done("registerPressAgency", { name: `Báo ${"ABC"[n]}`, ...agency }));
    }
    for (let n = 0; n < REPORTERS; n++) {
      const person = { kind: "OCCASIONAL", agencyId: ids.PressAgency[n % AGENCIES], since: "2018-01-01" };
      ids.Reporter.push(await api.done("registerReporter", { name: `Lê ${"ABCD"[n]}`, ...person }));
    }
    return ledger;
  }

  private get today(): string {
    return addDays(FIRST, this.days);
  }

  async take(step: Step): Promise<void> {
    if (step.what === "wait") {
      this.days += 1;
      this.api.now = startOfDay(this.today);
      return;
    }
    const done = step.what === "visit" ? await this.visit(step) : await this.change(step);
    if (!done) return;
    const { position } = (await this.api.ask(`{ ledger { position } }`)).ledger;
    this.known.push({ asOf: { position, today: this.today }, visits: [...this.visits], going: this.going });
  }

  private async visit({ one, other }: { readonly one: number; readonly other: number }): Promise<boolean> {
    const input = {
      hostIds: [this.ids.Unit[one]],
      reporterIds: [this.ids.Reporter[other]],
      topic: "LAND",
      subject: "Đất",
    };
    const { entity } = await this.api.command("registerVisit", input);
    if (!entity) return false;
    const { visit } = await this.api.ask(
      `query ($id: VisitId!) { visit(id: $id) { id day hosts { unit { id } } reporters { reporter { id } agency { id } } } }`,
      { id: entity.id },
    );
    const { id, day, hosts, reporters } = visit as Json;
    const [host, reporter, agency] = [hosts[0].unit.id, reporters[0].reporter.id, reporters[0].agency.id];
    this.visits.push({ id, day, host, reporter, agency });
    return true;
  }

  private async change({ what, kind, one, other, day }: Exclude<Step, { what: "visit" | "wait" }>): Promise<boolean> {
    const all = this.ids[kind];
    const [id, into] = [all[one % all.length] ?? "", all[other % all.length] ?? ""];
    const on = addDays(this.today, day);
    const change = { effectiveOn: on, legalBasis: "NQ" };
    const commands: Readonly<Record<Kind, readonly [merge: string, object, takeBack: string, object]>> = {
      Unit: ["mergeUnits", { fromIds: [id], intoId: into, ...change }, "takeBackUnitSuccession", { unitId: id }],
      PressAgency: [
        "mergePressAgency",
        { agencyId: id, intoId: into, ...change },
        "takeBackPressAgencyMerger",
        { agencyId: id },
      ],
      Reporter: [
        "mergeReporter",
        { reporterId: id, intoId: into, reason: "Trùng" },
        "takeBackReporterMerger",
        { reporterId: id },
      ],
    };
    const [merge, merger, takeBack, taken] = commands[kind];
    const { entity } =
      what === "merge"
        ? await this.api.command(merge, { ...merger })
        : await this.api.command(takeBack, { ...taken, reason: "Nhầm" });
    if (!entity) return false;
    const going = new Map(this.going[kind]);
    if (what === "merge") going.set(id, { into, on: kind === "Reporter" ? "" : on });
    else going.delete(id);
    this.going = { ...this.going, [kind]: going };
    return true;
  }
}

/** What is asked at a point says what the model says. */
async function agree({ api, ids }: Ledger, { asOf, visits, going }: Known, today: string): Promise<void> {
  const at = { asOf: { ...asOf, today } };
  const as = (kind: Kind, id: string): string => goesOnAs(going, kind, id, today);
  for (const kind of KINDS) {
    const field = ({ Unit: "host", PressAgency: "agency", Reporter: "reporter" } as const)[kind];
    const [listed, counted] = FILTERS[kind];
    for (const id of ids[kind]) {
      const expected = visits.filter((visit) => as(kind, visit[field]) === as(kind, id));
      const found = await api.ask(ASKED, {
        ...at,
        visits: { [listed]: id },
        figures: { [counted]: [id] },
        subjects: [id],
      });
      const nodes = found.visits.nodes as { id: string }[];
      expect(nodes.map((node) => node.id).sort()).to.deep.equal(expected.map((visit) => visit.id).sort());
      const { hostTurns, reporterTurns } = found.visitFigures.rows[0];
      const figure = kind === "Unit" ? hostTurns : reporterTurns;
      expect(figure.value).to.equal(expected.length);
      const entries = reporterTurns.evidence.nodes as { amount: number }[];
      expect(entries.reduce((sum, { amount }) => sum + amount, 0)).to.equal(reporterTurns.value);
      expect(found.timeline.nodes).to.have.length(expected.length);
    }
  }
  const { probableDuplicates, visitFigures } = await api.ask(ALL, at);
  const pairs = visits.flatMap((one, nth) =>
    visits.slice(nth + 1).flatMap((other) => {
      const later = one.day > other.day ? one.day : other.day;
      const near = addDays(one.day, 1) >= other.day && addDays(other.day, 1) >= one.day;
      const same = (["Unit", "Reporter"] as const).every((kind) => {
        const field = kind === "Unit" ? "host" : "reporter";
        return goesOnAs(going, kind, one[field], later) === goesOnAs(going, kind, other[field], later);
      });
      return near && same ? [[one.id, other.id].sort().join()] : [];
    }),
  );
  const told = probableDuplicates.nodes.map((pair: Json) =>
    pair.visits
      .map((visit: Json) => visit.id)
      .sort()
      .join(),
  );
  expect(told.sort()).to.deep.equal(pairs.sort());
  const lines = new Map<string, number>();
  for (const { host, agency, reporter } of visits) {
    const key = [as("Unit", host), as("PressAgency", agency), as("Reporter", reporter)].join();
    lines.set(key, (lines.get(key) ?? 0) + 1);
  }
  const shown = (visitFigures.rows as Json[])
    .filter(({ reporter }) => reporter !== null)
    .map(({ unit, agency, reporter, reporterTurns }) => [
      [unit.id, agency.id, reporter.id].join(),
      reporterTurns.value,
    ]);
  expect(new Map(shown as [string, number][])).to.deep.equal(lines);
}

describe("who is merged is one for every reader", () => {
  it("whatever is merged and taken back, as of every point and on the days around", async function () {
    this.timeout(120_000);
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        const ledger = await Ledger.open();
        try {
          for (const step of taken) await ledger.take(step);
          const { known } = ledger;
          const [middle, last] = [known.at(Math.floor(known.length / 2)), known.at(-1)];
          if (middle) await agree(ledger, middle, middle.asOf.today);
          if (last) for (const days of [-1, 0, 1]) await agree(ledger, last, addDays(last.asOf.today, days));
        } finally {
          await ledger.api.close();
        }
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  });
});
