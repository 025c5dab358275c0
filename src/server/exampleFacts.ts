import { randomUUID } from "node:crypto";
import { execute, type GraphQLSchema, parse, validate } from "graphql";
import type { Principal } from "../commands/bus.js";
import { addDays, addMonths, type LocalDate, localDateOf } from "../domain/kernel/time.js";
import type { LedgerContext } from "../graphql/shared/context.js";
import type { Ledger } from "../ledger.js";
import type { Example, WhatThereIs } from "./example.js";
import { examplesFor } from "./examples.js";

/**
 * The scene that `npm run demo` plays has two records that show most, and the days that its report is of: an inspection of
 * a printing works that paid late, and a decision that a complaint changed.
 */
const SCENE = {
  records: ["Inspection:1cefed1a-0d3d-5701-a529-01139af1e5da", "Sanction:0780b5ae-0b8a-5333-bb6a-cef6956fd06b"],
  period: { from: "2019-09-01", to: "2019-11-18" },
} as const;

/** Asked of the API itself, so a reader is shown the ids of no records that it would refuse the same reader. */
const WHAT_THERE_IS = parse(`query ($today: LocalDate!, $scene: [ID!]!, $reads: Boolean!) {
  units(first: 1, filter: { activeOn: $today }) { nodes { id } }
  pressAgencies(first: 1, filter: { liveOn: $today }) { nodes { id } }
  reporters(first: 20) @include(if: $reads) { nodes { id agency { id } } }
  scene: nodes(ids: $scene) @include(if: $reads) { id }
  visits(first: 1) @include(if: $reads) { nodes { id day } }
  inspections(first: 1) @include(if: $reads) { nodes { id decidedOn } }
  sanctions(first: 1) @include(if: $reads) { nodes { id signedOn } }
}`);

interface Nodes<T> {
  readonly nodes: readonly ({ readonly id: string } & T)[];
}

interface Answer {
  readonly units: Nodes<object>;
  readonly pressAgencies: Nodes<object>;
  readonly reporters?: Nodes<{ readonly agency: object | null }>;
  readonly scene?: readonly ({ readonly id: string } | null)[];
  readonly visits?: Nodes<{ readonly day: LocalDate }>;
  readonly inspections?: Nodes<{ readonly decidedOn: LocalDate | null }>;
  readonly sanctions?: Nodes<{ readonly signedOn: LocalDate }>;
}

export type ExamplesFor = (reader: Principal | undefined) => Promise<readonly Example[]>;

/** Examples that fit the ledger as it stands for a reader; those of an empty one while it answers nothing. */
export const examplesOf =
  (schema: GraphQLSchema, ledger: Ledger): ExamplesFor =>
  async (reader) => {
    const { bus, reads, log, law } = ledger;
    const now = ledger.now().toISOString();
    const today = localDateOf(now);
    const contextValue: LedgerContext = { principal: reader, now, bus, reads, log, law };
    const variableValues = { today, scene: SCENE.records, reads: reader !== undefined };
    const document = WHAT_THERE_IS;
    if (validate(schema, document).length > 0) return examplesFor(nothing(today));
    const { data } = await execute({ schema, document, variableValues, contextValue });
    return examplesFor(data ? whatThereIs(data as unknown as Answer, today) : nothing(today));
  };

function whatThereIs(answer: Answer, today: LocalDate): WhatThereIs {
  const [visit, inspection, sanction] = [first(answer.visits), first(answer.inspections), first(answer.sanctions)];
  const [unit, agency] = [first(answer.units)?.id, first(answer.pressAgencies)?.id];
  const reporter = answer.reporters?.nodes.find((one) => one.agency !== null)?.id;
  const registers = { ...nothing(today), unit, agency, reporter };
  const [began, changed] = answer.scene ?? [];
  if (began && changed) {
    return { ...registers, period: SCENE.period, knownBy: SCENE.period.to, began: began.id, changed: changed.id };
  }
  const days = [visit?.day, inspection?.decidedOn, sanction?.signedOn].filter((day) => day != null);
  const latest = days
    .filter((day) => day <= today)
    .sort()
    .at(-1);
  return {
    ...registers,
    period: quarterOf(latest ?? today),
    began: (inspection ?? visit ?? sanction)?.id ?? unit,
    changed: (sanction ?? inspection ?? visit)?.id ?? unit,
  };
}

const first = <T>(found: Nodes<T> | undefined): ({ readonly id: string } & T) | undefined => found?.nodes[0];

const nothing = (today: LocalDate): WhatThereIs => ({
  today,
  period: quarterOf(today),
  knownBy: today,
  unit: undefined,
  agency: undefined,
  reporter: undefined,
  began: undefined,
  changed: undefined,
  newId: randomUUID,
});

function quarterOf(day: LocalDate): WhatThereIs["period"] {
  const month = Number(day.slice(5, 7));
  const from = addMonths(`${day.slice(0, 7)}-01`, -((month - 1) % 3));
  return { from, to: addDays(addMonths(from, 3), -1) };
}
