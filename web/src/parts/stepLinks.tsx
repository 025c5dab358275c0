import type { StepToTakeFragment as StepToTake } from "../../generated/documents.ts";
import { useAsOf } from "../asOf.ts";
import { capital, kindOfId } from "../catalog.ts";
import { href } from "../place.ts";
import { useLanguage } from "../words/words.ts";

/** What a step would be about. */
export interface About {
  readonly recordId: string;
  /** The case that the record belongs to, if it does to one. */
  readonly caseId?: string | null | undefined;
  /** The part of the record: the promise, the measure, the complaint; or several of which it is one. */
  readonly partIds?: readonly string[];
}

/**
 * Where one works on a record, with a form open or none: on what belongs to a case at the desk, where the whole case is, on
 * a supervision in its dossier, where what is owed stands beside what was found and recommended.
 */
export function workHref({ recordId, caseId, partIds = [] }: About, mutation: string | null = null): string {
  const step = mutation === null ? {} : { do: mutation, part: partIds };
  const kind = kindOfId(recordId)?.kind;
  if (kind === "Oversight") {
    const [part, ...others] = partIds;
    const isOfOne = mutation !== null && part !== undefined && others.length === 0;
    return href(`/dossier/${recordId}`, isOfOne ? { do: mutation, of: part } : step);
  }
  const desk = kind === "ViolationCase" ? recordId : caseId;
  if (!desk) return href(`/record/${recordId}`, step);
  return href(`/desk/${desk}`, mutation === null ? {} : { ...step, of: recordId });
}

/** The steps that may be taken now, each one click from its form; in the past they are told only. */
export function StepLinks({ about, steps }: { readonly about: About; readonly steps: readonly StepToTake[] }) {
  const language = useLanguage();
  const isNow = useAsOf() === null;
  return (
    <ul class="plain step-links">
      {steps
        .filter(({ allowed }) => allowed)
        .map(({ mutation, words }) => (
          <li key={mutation}>
            {isNow ? <a href={workHref(about, mutation)}>{capital(words[language])}</a> : capital(words[language])}
          </li>
        ))}
    </ul>
  );
}
