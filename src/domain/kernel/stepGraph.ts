import type { Path, Refusal } from "./refusal.js";
import type { Terms } from "./terms.js";
import { type Bilingual, capital, say } from "./words.js";

/** As much of a record's declaration as says which step leads from which state to which. */
interface Declared {
  readonly statuses: Terms;
  readonly steps: Readonly<Record<string, GraphStep>>;
  readonly events: Readonly<Record<string, { readonly to?: string; readonly leadsTo?: readonly string[] }>>;
}
interface GraphStep {
  readonly does: Bilingual;
  readonly begins?: string;
  readonly named?: string;
  readonly corrects?: true;
  readonly from?: readonly string[];
  readonly tells: Readonly<Record<string, unknown>>;
}

interface Edge {
  readonly step: GraphStep;
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** The table of states: which step leads from which state to which. */
export class StepGraph {
  private readonly edges: readonly Edge[];

  constructor(private readonly declared: Declared) {
    const { steps, events, statuses } = declared;
    this.edges = Object.values(steps)
      .filter((step) => (step.begins === undefined || step.named !== undefined) && !step.corrects)
      .map((step) => ({
        step,
        from: step.from ?? statuses.values,
        to: Object.keys(step.tells).flatMap((type) => [...to(events[type]), ...(events[type]?.leadsTo ?? [])]),
      }));
  }

  /** The step to be taken first, on the shortest way from the state to one in which the named step may be taken. */
  stepToward(name: string, status: string): Bilingual | undefined {
    const goal = this.declared.steps[name]?.from ?? [];
    const seen = new Set([status]);
    let reached: readonly { readonly status: string; readonly first: GraphStep }[] = this.leaving(status);
    while (reached.length > 0) {
      const there = reached.find((one) => goal.includes(one.status));
      if (there) return there.first.does;
      const fresh = reached.filter((one) => !seen.has(one.status));
      for (const one of fresh) seen.add(one.status);
      reached = fresh.flatMap(({ status: at, first }) => this.leaving(at).map((one) => ({ ...one, first })));
    }
    return undefined;
  }

  private leaving(status: string): { status: string; first: GraphStep }[] {
    return this.edges
      .filter((edge) => edge.from.includes(status))
      .flatMap(({ step, to: ends }) => ends.map((end) => ({ status: end, first: step })));
  }
}

const to = (event: { readonly to?: string } | undefined): readonly string[] =>
  event?.to === undefined ? [] : [event.to];

/** The record's state does not allow the step; the sentence names the step that leads there, if one does. */
export function forbidden(
  { words, statuses, path, code }: { words: Bilingual; statuses: Terms; path: Path; code: string },
  graph: StepGraph,
  name: string,
  status: string,
): Refusal {
  const is = statuses.words[status] ?? say(status, status);
  const next = graph.stepToward(name, status);
  const sentence = say(
    `${capital(words.vi)} ${is.vi} nên không làm được việc này.`,
    `The ${words.en} is ${is.en}; that does not allow this.`,
  );
  if (!next) return { code, path, message: sentence };
  return {
    code,
    path,
    message: say(`${sentence.vi} Việc tiếp theo: ${next.vi}.`, `${sentence.en} Next: ${next.en}.`),
  };
}
