import { expect } from "chai";
import fc from "fast-check";
import type { Principal } from "../../src/commands/bus.js";
import { addDays, startOfDay } from "../../src/domain/kernel/time.js";
import { nameBasedUuid } from "../../src/eventstore/nameBasedUuid.js";
import { Api, type Json } from "../support/api.js";

/**
 * A fact of a register that is entered ahead changes nothing before its day: on each day a ledger into which all was
 * entered at once answers as one into which each fact was entered on its own day.
 */

const RUNS = 3;
const FIRST = "2026-11-30";
const DAYS = 6;
const NAMESPACE = "b6f0b6f4-6c0e-4f4b-8a53-0d3c2a1f9e77";
const SINCE = { legalBasis: "Danh mục đầu kỳ", effectiveOn: "2018-01-01" };
const FUNCTION = "PRESS_AND_PUBLISHING";

interface Fact {
  readonly day: number;
  readonly what:
    | "merge"
    | "split"
    | "abolish"
    | "rename"
    | "move"
    | "place"
    | "mergeAgency"
    | "suspend"
    | "closeAgency"
    | "vacate"
    | "closeOffice";
  readonly one: number;
  readonly other: number;
}

const facts = fc.array(
  fc.record({
    day: fc.integer({ min: 1, max: DAYS - 1 }),
    what: fc.constantFrom<Fact["what"][]>(
      ...([
        "merge",
        "split",
        "abolish",
        "rename",
        "move",
        "place",
        "mergeAgency",
        "suspend",
        "closeAgency",
        "vacate",
        "closeOffice",
      ] as const),
    ),
    one: fc.nat({ max: 3 }),
    other: fc.nat({ max: 3 }),
  }),
  { minLength: 2, maxLength: 6 },
);

const dayOf = (day: number): string => addDays(FIRST, day);

/** A register of four units under two, with a visit each; three agencies; an office. The same ids in every ledger. */
class Ledger {
  private commands = 0;
  units: string[] = [];
  visits: string[] = [];
  agencies: string[] = [];
  office = "";

  private constructor(private readonly api: Api) {}

  static async open(): Promise<Ledger> {
    const ledger = new Ledger(await Api.open(startOfDay(FIRST)));
    const { agencies, units } = ledger;
    for (const name of ["Báo Một", "Báo Hai", "Báo Ba"]) {
      const agency = { kinds: ["PRINT"], level: "LOCAL", governingBody: "Hội", registeredOn: "2018-01-01" };
      agencies.push(await ledger.tell("registerPressAgency", { name, ...agency }));
    }
    const card = { number: "IBT 1", issue: "2026", issuedOn: "2026-01-01", validTo: "2030-12-31" };
    const person = { name: "Lê An", kind: "CARD_HOLDER", agencyId: agencies[2], since: "2018-01-01", card };
    const reporter = await ledger.tell("registerReporter", person);
    for (const name of ["Sở Một", "Sở Hai", "Sở Ba", "Sở Bốn"]) {
      const parentId = units.length < 2 ? null : units[units.length - 2];
      const unit = { kind: "DEPARTMENT", name, parentId, functions: units.length === 0 ? [FUNCTION] : [] };
      units.push(await ledger.tell("registerUnit", { unit, ...SINCE }));
      const visit = { hostIds: units.slice(-1), reporterIds: [reporter], topic: "LAND", subject: "Đất" };
      ledger.visits.push(await ledger.tell("registerVisit", visit));
    }
    const notice = { agencyId: agencies[2], address: "1", startsOn: dayOf(0), notifiedOn: "2026-11-01" };
    ledger.office = await ledger.tell("notifyRepresentativeOffice", { ...notice, headReporterId: reporter });
    await ledger.tell("acceptRepresentativeOffice", { officeId: ledger.office });
    return ledger;
  }

  set day(day: number) {
    this.api.now = startOfDay(dayOf(day));
  }

  close(): Promise<void> {
    return this.api.close();
  }

  private tell(name: string, input: object): Promise<string> {
    const commandId = nameBasedUuid(String(this.commands++), NAMESPACE);
    return this.api.done(name, { commandId, ...input });
  }

  /** True when it was accepted. Facts that do not go together are refused in one ledger or the other. */
  async enter({ day, what, one, other }: Fact, nth: number): Promise<boolean> {
    const on = { effectiveOn: dayOf(day), legalBasis: `NQ ${nth}` };
    const [unit, into] = [this.units[one], this.units[other]];
    const [agency, intoAgency] = [this.agencies[one % 3], this.agencies[other % 3]];
    const newUnits = ["Mới A", "Mới B"].map((name) => ({ kind: "SECTOR", name: `${name} ${nth}` }));
    const commands: Record<Fact["what"], readonly [string, object]> = {
      merge: ["mergeUnits", { fromIds: [unit], intoId: into, ...on }],
      split: ["splitUnit", { fromId: unit, newUnits, ...on }],
      abolish: ["abolishUnit", { unitId: unit, ...on }],
      rename: ["renameUnit", { unitId: unit, name: `Tên ${nth}`, ...on }],
      move: ["moveUnitFunction", { fromId: unit, toId: into, function: FUNCTION, ...on }],
      place: ["placeUnit", { unitId: unit, parentId: into, ...on }],
      mergeAgency: ["mergePressAgency", { agencyId: agency, intoId: intoAgency, ...on }],
      suspend: [
        "suspendPressAgency",
        { agencyId: agency, from: on.effectiveOn, until: dayOf(day + other), legalBasis: "QĐ" },
      ],
      closeAgency: ["closePressAgency", { agencyId: agency, ...on }],
      vacate: ["changeRepresentativeOfficeHead", { officeId: this.office, effectiveOn: on.effectiveOn }],
      closeOffice: [
        "closeRepresentativeOffice",
        { officeId: this.office, effectiveOn: on.effectiveOn, reason: "Đề nghị" },
      ],
    };
    const [name, input] = commands[what];
    const commandId = nameBasedUuid(`fact ${nth}`, NAMESPACE);
    const { __typename } = (await this.api.command(name, { commandId, ...input })) as Json;
    return String(__typename).endsWith("Changed");
  }

  /** Rights, figures, statuses, names, functions and parents, as they are answered without a basis, or with one. */
  async answers(asOf?: object): Promise<Json> {
    const register = await this.api.ask(REGISTER, { asOf, office: this.office });
    const figures = await this.api.ask(FIGURES, { asOf });
    const rights = [];
    for (const unitId of this.units) {
      const clerk: Principal = { subject: "clerk", role: "CLERK", unitId: unitId.slice(5) };
      rights.push((await this.api.ask(RIGHTS, { ids: this.visits, asOf }, clerk)).nodes.map(amendRefusal));
    }
    return { register, figures, rights, below: await this.below(register.units.nodes, asOf) };
  }

  /** Who stands under each unit, which is those whose parent it is. */
  private async below(units: Json[], asOf: object | undefined): Promise<Json> {
    const below = [];
    for (const id of this.units) {
      const { nodes } = (await this.api.ask(UNDER, { asOf, id })).units;
      const parented = units.filter(({ parent }) => parent?.id === id).map((unit) => unit.id as string);
      expect(nodes.map((unit: Json) => unit.id).sort()).to.deep.equal(parented.sort());
      below.push(parented);
    }
    return below;
  }

  async position(): Promise<string> {
    return (await this.api.ask(`{ ledger { position } }`)).ledger.position as string;
  }
}

const REGISTER = `query ($asOf: AsOf, $office: RepresentativeOfficeId!) {
  units(asOf: $asOf, first: 4, filter: { activeOn: "2018-01-01" }) { nodes { id name functions parent { id } } }
  pressAgencies(asOf: $asOf) { nodes { id name status } }
  active: pressAgencies(asOf: $asOf, filter: { statuses: [ACTIVE] }) { nodes { id } }
  suspended: pressAgencies(asOf: $asOf, filter: { statuses: [SUSPENDED] }) { nodes { id } }
  representativeOffice(asOf: $asOf, id: $office) { status head { id } }
}`;
const UNDER = `query ($asOf: AsOf, $id: UnitId!) {
  units(asOf: $asOf, filter: { parentId: $id, activeOn: "2018-01-01" }) { nodes { id } } }`;
const FIGURES = `query ($asOf: AsOf) { visitFigures(asOf: $asOf, period: { from: "2026-01-01", to: "2026-12-31" },
  groupBy: [UNIT], unitBasis: AS_SUCCESSOR) { rows { unit { id name } visits { value } hostTurns { value } } } }`;
const RIGHTS = `query ($ids: [ID!]!, $asOf: AsOf) { nodes(ids: $ids, asOf: $asOf) { ... on Visit { nextSteps {
  mutation refusal { code } } } } }`;

const amendRefusal = ({ nextSteps }: Json): string | null =>
  nextSteps.find(({ mutation }: Json) => mutation === "amendVisit").refusal?.code ?? null;

/** Lists by name are in the order of the names recorded last; here it is the day's answers that are compared. */
const inOrderOfIds = (answers: Json): Json =>
  JSON.parse(
    JSON.stringify(answers, (_key, value: unknown) =>
      Array.isArray(value) &&
      value.every((one) => typeof one === "object" && one !== null && ("id" in one || "unit" in one))
        ? [...(value as Json[])].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1))
        : value,
    ),
  ) as Json;
const idOf = ({ id, unit }: Json): string => (id ?? unit?.id ?? "") as string;

describe("facts of the registers that lie ahead", function () {
  this.timeout(120_000);

  it("change nothing before their day: rights, figures, statuses are those of a ledger that heard of each on its day", () =>
    fc.assert(
      fc.asyncProperty(facts, async (given) => {
        const inOrder = given.toSorted((one, other) => one.day - other.day);
        const [ahead, daily] = [await Ledger.open(), await Ledger.open()];
        try {
          const accepted: (readonly [Fact, number])[] = [];
          for (const [nth, fact] of inOrder.entries()) if (await ahead.enter(fact, nth)) accepted.push([fact, nth]);
          const position = await ahead.position();
          for (let day = 0; day < DAYS; day++) {
            ahead.day = day;
            daily.day = day;
            for (const [fact, nth] of accepted)
              if (fact.day === day) expect(await daily.enter(fact, nth)).to.equal(true);
            const now = inOrderOfIds(await ahead.answers());
            expect(now, `on ${dayOf(day)}`).to.deep.equal(inOrderOfIds(await daily.answers()));
            // The same question again, with the basis that names its day.
            ahead.day = DAYS + 1;
            expect(inOrderOfIds(await ahead.answers({ position, today: dayOf(day) }))).to.deep.equal(now);
          }
        } finally {
          await ahead.close();
          await daily.close();
        }
      }),
      { numRuns: RUNS, endOnFailure: true },
    ));
});
