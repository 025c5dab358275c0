import { type Ask, RequestFailed } from "../commandSender.js";

/** The dossier of the session of 18 November 2019: what was laid before the committee, and what became of it. */

const DOSSIER = `query Dossier {
  supervisions(first: 1, filter: { from: "2019-11-18", to: "2019-11-18" }) {
    nodes {
      title committee conclusion concludedOn
      figures {
        label value laidOn
        today { ... on CountFigure { count: value } ... on MoneyFigure { sum: value } }
      }
      recommendations { unitName what dueOn response progress doneOn confirmedOn evidence { id } }
    }
  }
}`;

interface Recommendation {
  readonly unitName: string;
  readonly what: string;
  readonly dueOn: string | null;
  readonly response: string;
  readonly progress: string;
  readonly doneOn: string | null;
  readonly confirmedOn: string | null;
  readonly evidence: readonly { readonly id: string }[];
}

interface Dossier {
  readonly title: string;
  readonly committee: string;
  readonly conclusion: string | null;
  readonly concludedOn: string | null;
  readonly figures: readonly {
    readonly label: string;
    readonly value: string;
    readonly laidOn: string;
    readonly today: { readonly count?: number; readonly sum?: string };
  }[];
  readonly recommendations: readonly Recommendation[];
}

/** The dossier in lines for a terminal: each figure as it was laid, and as it is today. */
export async function dossierLines(ask: Ask): Promise<readonly string[]> {
  const { data, errors } = await ask(DOSSIER, {});
  const [error] = errors ?? [];
  if (error) throw new RequestFailed("DOSSIER", error.message);
  const { nodes } = (data as { readonly supervisions: { readonly nodes: readonly Dossier[] } }).supervisions;
  return nodes.flatMap(linesOf);
}

const linesOf = ({ title, committee, conclusion, concludedOn, figures, recommendations }: Dossier): string[] => [
  "",
  `The session's dossier. ${committee}: ${title}`,
  `  Concluded by ${conclusion ?? "–"} on ${concludedOn ?? "–"}. Laid before it, kept as it was; today beside it:`,
  ...figures.map(
    ({ label, value, today }) => `    ${grouped(value)} → ${grouped(today.sum ?? today.count ?? "")}  ${label}`,
  ),
  "  Recommended, and what became of it:",
  ...recommendations.map(({ unitName, what, ...how }) => `    ${became(how)} · ${unitName}: ${what}`),
];

function became({
  response,
  progress,
  dueOn,
  doneOn,
  confirmedOn,
  evidence,
}: Omit<Recommendation, "unitName" | "what">): string {
  const on = confirmedOn ?? doneOn;
  const proof = evidence.length === 0 ? "" : `, ${evidence.length} record as evidence`;
  return `${response}, ${progress}${on === null ? ` (due ${dueOn ?? "–"})` : ` ${on}`}${proof}`;
}

const grouped = (amount: number | string): string => String(amount).replace(/\B(?=(\d{3})+$)/g, ",");
