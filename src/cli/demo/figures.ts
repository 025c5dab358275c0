import { type Ask, RequestFailed } from "../commandSender.js";

/** The figures of the demo, asked from the API like anybody would, each with every entry that makes it. */

/** Days of occurrence, both included: since the software was taken into use, to the day of the report. */
export const PERIOD = { from: "2019-09-01", to: "2019-11-18" } as const;
/** What came after those days, as far as the scene goes. */
export const AFTERWARDS = { from: "2019-11-19", to: "2020-12-31" } as const;
export type Period = typeof PERIOD | typeof AFTERWARDS;

/** The last moment of 18 November 2019 in Vietnam. */
export const REPORT_MOMENT = "2019-11-18T16:59:59.999Z";

/** The four figures of the report, the visits in which the reporters came, and what explains the money. */
const TABLE_OF = {
  reporterTurns: "visitFigures",
  visits: "visitFigures",
  inspectionsCoordinated: "enforcementFigures",
  finesDecided: "enforcementFigures",
  copiesConfiscated: "enforcementFigures",
  interestCollected: "enforcementFigures",
} as const;
export type FigureName = keyof typeof TABLE_OF;
export const REPORTED = ["reporterTurns", "inspectionsCoordinated", "finesDecided", "copiesConfiscated"] as const;

export interface Entry {
  readonly id: string;
  readonly amount: bigint;
  readonly cause: string;
  readonly occurredOn: string;
  readonly event: { readonly type: string; readonly recordedAt: string; readonly reason: string | null };
  readonly unit: { readonly name: string } | null;
  /** What the entry is about, in a few words. */
  readonly about: string;
}

export interface Figure {
  readonly name: FigureName;
  readonly value: bigint;
  /** The position on which the answer rests. */
  readonly position: string;
  /** The entries whose sum is the value. */
  readonly entries: readonly Entry[];
}

const RECORD = `record {
  ... on Visit { subject }
  ... on Inspection { title }
  ... on Sanction { number { text } }
  ... on Seizure { minutesNumber }
}`;

const documentOf = (name: FigureName): string => `query DemoFigure($period: Period!, $asOf: AsOf, $after: String) {
  table: ${TABLE_OF[name]}(period: $period, asOf: $asOf) {
    basis { position }
    rows {
      figure: ${name} {
        value
        evidence(first: 100, after: $after) {
          nodes {
            id amount cause occurredOn
            event { type recordedAt reason }
            unit { name }
            ${RECORD}
          }
          pageInfo { hasNextPage endCursor }
        }
      }
    }
  }
}`;

interface Told extends Omit<Entry, "amount" | "about"> {
  /** A count, or a sum of money as text. */
  readonly amount: number | string;
  readonly record: {
    readonly subject?: string;
    readonly title?: string;
    readonly number?: { readonly text: string };
    readonly minutesNumber?: string;
  } | null;
}

interface Answer {
  readonly table: {
    readonly basis: { readonly position: string };
    readonly rows: readonly [
      {
        readonly figure: {
          readonly value: number | string;
          readonly evidence: {
            readonly nodes: readonly Told[];
            readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
          };
        };
      },
    ];
  };
}

/**
 * A figure of the period as it stood at a moment (now, without one), with every entry that makes it.
 * @throws when the entries do not add up to the figure: that must not happen, and nobody should be shown it.
 */
export async function figureOf(ask: Ask, name: FigureName, period: Period, time?: string): Promise<Figure> {
  const entries: Entry[] = [];
  let asOf: Readonly<Record<string, string>> | null = time === undefined ? null : { time };
  for (let after: string | null = null; ;) {
    const { table } = await answerOf(ask, documentOf(name), { period, asOf, after });
    const [{ figure }] = table.rows;
    entries.push(...figure.evidence.nodes.map(entryOf));
    const { hasNextPage, endCursor } = figure.evidence.pageInfo;
    const { position } = table.basis;
    if (!hasNextPage) return checked({ name, value: BigInt(figure.value), position, entries });
    // Further pages are read from where the first one stood, whatever is entered meanwhile.
    asOf = { position };
    after = endCursor;
  }
}

/** The four figures of the report. */
export const reportedFigures = (ask: Ask, period: Period, time?: string): Promise<Figure[]> =>
  Promise.all(REPORTED.map((name) => figureOf(ask, name, period, time)));

function entryOf({ amount, record, ...entry }: Told): Entry {
  const about = record?.subject ?? record?.title ?? record?.number?.text ?? record?.minutesNumber ?? "?";
  return { ...entry, amount: BigInt(amount), about };
}

function checked(figure: Figure): Figure {
  const sum = sumOf(figure.entries);
  if (sum === figure.value) return figure;
  throw new Error(`The figure ${figure.name} says ${figure.value}, but its entries add up to ${sum}.`);
}

async function answerOf(ask: Ask, query: string, variables: Readonly<Record<string, unknown>>): Promise<Answer> {
  const { data, errors } = await ask(query, variables);
  const [error] = errors ?? [];
  if (error) throw new RequestFailed("FIGURES", error.message);
  return data as unknown as Answer;
}

export const sumOf = (entries: readonly Entry[]): bigint => entries.reduce((sum, { amount }) => sum + amount, 0n);

/** The entries of the later answer that the earlier one does not have. Entries are only ever added. */
export function entriesSince(earlier: Figure, later: Figure): Entry[] {
  const known = new Set(earlier.entries.map(({ id }) => id));
  return later.entries.filter(({ id }) => !known.has(id));
}
