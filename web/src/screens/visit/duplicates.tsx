import { useMemo } from "preact/hooks";
import { termWords } from "../../catalog.ts";
import { addDays, dayText } from "../../format.ts";
import type { MadeDocument } from "../../ledger/document.ts";
import { useAnswer } from "../../ledger/useAnswer.ts";
import { RecordLink } from "../../parts/shown.tsx";
import { useLanguage, usePair } from "../../words/words.ts";
import { WORDS } from "./words.ts";

const MOST_PAIRS = 20;

interface Found {
  readonly id: string;
  readonly title: string;
  readonly day: string;
  readonly status: string;
  readonly reporters: readonly { readonly name: string }[];
}

/** Visits of the same reporter to the same unit, at most a day apart: one may be entering it a second time. */
export function Duplicates({
  reporterIds,
  hostIds,
  day,
}: {
  readonly reporterIds: readonly string[];
  readonly hostIds: readonly string[];
  readonly day: string;
}) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const pairs = reporterIds
    .flatMap((reporterId) => hostIds.map((hostId) => ({ reporterId, hostId })))
    .slice(0, MOST_PAIRS);
  const document = useMemo(() => (pairs.length === 0 ? null : documentOf(pairs.length)), [pairs.length]);
  const [from, to] = [addDays(day, -1), addDays(day, 1)];
  const filters = Object.fromEntries(pairs.map((pair, at) => [`f${at}`, { ...pair, from, to }]));
  const { data, error } = useAnswer(document, document && filters, { title: own.duplicates });
  if (pairs.length === 0) return null;
  if (error !== undefined && !data) return <p class="quiet">{own.duplicatesUnknown}</p>;
  const lists = Object.values(data ?? {}) as readonly { readonly nodes: readonly Found[] }[];
  const found = [...new Map(lists.flatMap(({ nodes }) => nodes).map((visit) => [visit.id, visit])).values()];
  const counted = found.filter(({ status }) => status !== "VOIDED");
  if (counted.length === 0) return null;
  return (
    <div class="notice warning duplicates" role="status">
      <p>
        <strong>{own.duplicates}</strong>
      </p>
      <ul>
        {counted.map((visit) => (
          <li key={visit.id}>
            {dayText(visit.day)}: <RecordLink of={visit} /> – {visit.reporters.map(({ name }) => name).join(", ")} (
            {termWords("VisitStatus", visit.status, language).toLowerCase()})
          </li>
        ))}
      </ul>
    </div>
  );
}

function documentOf(number: number): MadeDocument {
  const all = Array.from({ length: number }, (_, at) => at);
  const lists = all.map(
    (at) => `d${at}: visits(filter: $f${at}, first: 5) { nodes { id title day status reporters { name } } }`,
  );
  return `query Duplicates(${all.map((at) => `$f${at}: VisitFilter`).join(", ")}) { ${lists.join(" ")} }` as MadeDocument;
}
