import { type Ask, RequestFailed } from "../commandSender.js";

/** The figure of the demo, asked from the API like anybody would. */

/** Days of occurrence, both included: since the software was taken into use, to the day of the report. */
export const PERIOD = { from: "2019-09-01", to: "2019-11-18" } as const;

/** The last moment of 18 November 2019 in Vietnam. */
export const REPORT_MOMENT = "2019-11-18T16:59:59.999Z";

export interface Entry {
  readonly id: string;
  readonly amount: number;
  readonly cause: string;
  readonly occurredOn: string;
  readonly event: { readonly type: string; readonly recordedAt: string; readonly reason: string | null };
  readonly visit: { readonly subject: string } | null;
  readonly unit: { readonly name: string } | null;
}

export interface VisitFigures {
  readonly visits: number;
  readonly reporterTurns: number;
  readonly hostTurns: number;
  readonly distinctReporters: number;
  /** The position on which the answer rests. */
  readonly position: string;
  /** The entries whose sum is `visits`. */
  readonly entries: readonly Entry[];
}

const QUERY = `query DemoFigures($period: Period!, $asOf: AsOf, $after: String) {
  visitFigures(period: $period, asOf: $asOf) {
    basis { position }
    rows {
      visits {
        value
        evidence(first: 100, after: $after) {
          nodes {
            id amount cause occurredOn
            event { type recordedAt reason }
            visit { subject }
            unit { name }
          }
          pageInfo { hasNextPage endCursor }
        }
      }
      reporterTurns { value }
      hostTurns { value }
      distinctReporters { value }
    }
  }
}`;

interface Figure {
  readonly value: number;
}

interface Answer {
  readonly visitFigures: {
    readonly basis: { readonly position: string };
    readonly rows: readonly [
      {
        readonly visits: Figure & {
          readonly evidence: {
            readonly nodes: readonly Entry[];
            readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
          };
        };
        readonly reporterTurns: Figure;
        readonly hostTurns: Figure;
        readonly distinctReporters: Figure;
      },
    ];
  };
}

/**
 * The figures of the period as they stood at a moment (now, without one), with every entry that makes the visits.
 * @throws when the entries do not add up to the figure: that must not happen, and nobody should be shown it.
 */
export async function visitFigures(ask: Ask, time?: string): Promise<VisitFigures> {
  const entries: Entry[] = [];
  let asOf: Readonly<Record<string, string>> | null = time === undefined ? null : { time };
  for (let after: string | null = null; ;) {
    const { visitFigures: table } = await answerOf(ask, { period: PERIOD, asOf, after });
    const [{ visits, reporterTurns, hostTurns, distinctReporters }] = table.rows;
    entries.push(...visits.evidence.nodes);
    const { hasNextPage, endCursor } = visits.evidence.pageInfo;
    if (hasNextPage) {
      // Further pages are read from where the first one stood, whatever is entered meanwhile.
      asOf = { position: table.basis.position };
      after = endCursor;
      continue;
    }
    const sum = sumOf(entries);
    if (sum !== visits.value) throw new Error(`The figure says ${visits.value}, but its entries add up to ${sum}.`);
    return {
      visits: visits.value,
      reporterTurns: reporterTurns.value,
      hostTurns: hostTurns.value,
      distinctReporters: distinctReporters.value,
      position: table.basis.position,
      entries,
    };
  }
}

async function answerOf(ask: Ask, variables: Readonly<Record<string, unknown>>): Promise<Answer> {
  const { data, errors } = await ask(QUERY, variables);
  const [error] = errors ?? [];
  if (error) throw new RequestFailed("FIGURES", error.message);
  return data as unknown as Answer;
}

export const sumOf = (entries: readonly Entry[]): number => entries.reduce((sum, { amount }) => sum + amount, 0);

/** The entries of the later answer that the earlier one does not have. Entries are only ever added. */
export function entriesSince(earlier: VisitFigures, later: VisitFigures): Entry[] {
  const known = new Set(earlier.entries.map(({ id }) => id));
  return later.entries.filter(({ id }) => !known.has(id));
}
