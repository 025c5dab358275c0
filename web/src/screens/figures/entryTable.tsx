import { useMemo, useState } from "preact/hooks";
import { termWords } from "../../catalog.ts";
import { dayText, momentText, signedText } from "../../format.ts";
import { type Column, DataTable } from "../../parts/dataTable.tsx";
import { actorText, sentence } from "../../parts/event.ts";
import { RecordLink, type Linked } from "../../parts/shown.tsx";
import { hrefWith } from "../../place.ts";
import { type Language, useLanguage, usePair } from "../../words/words.ts";
import { WORDS } from "./words.ts";

/** One of the entries whose sum a figure is. */
export interface Entry {
  readonly id: string;
  readonly amount: number | string;
  readonly cause: string;
  readonly occurredOn: string;
  readonly unitName: string | null;
  readonly unit: Linked | null;
  readonly record: Linked | null;
  readonly event: {
    readonly id: string;
    readonly position: string;
    readonly occurredAt: string;
    readonly recordedAt: string;
    readonly reason: string | null;
    readonly summary: string;
    readonly summaryVi: string;
    readonly actor: { readonly subject: string; readonly role: string; readonly unitName: string | null };
  };
}

const summaryOf = ({ event }: Entry, language: Language): string => sentence(event, language);

/** Entries of a figure; each opens to the event that made it: who entered it, when, and why. */
export function EntryTable({
  title,
  entries,
  all,
}: {
  readonly title: string;
  readonly entries: readonly Entry[];
  readonly all?: () => Promise<readonly Entry[]>;
}) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const columns = useMemo(
    (): readonly Column<Entry>[] => [
      {
        head: own.amount,
        align: "end",
        text: ({ amount }) => String(amount),
        cell: ({ amount }) => signedText(amount, language),
      },
      { head: own.occurredOn, text: ({ occurredOn }) => dayText(occurredOn) },
      {
        head: own.unit,
        text: ({ unitName, unit }) => unitName ?? unit?.title ?? "",
        cell: ({ unitName, unit }) =>
          unit ? <RecordLink of={unit}>{unitName ?? unit.title}</RecordLink> : (unitName ?? "—"),
      },
      {
        head: own.record,
        text: ({ record }) => record?.title ?? "",
        cell: ({ record }) => (record ? <RecordLink of={record} /> : "—"),
      },
      { head: own.cause, text: ({ cause }) => termWords("FigureCause", cause, language) },
      {
        head: own.event,
        text: (entry) => summaryOf(entry, language),
        cell: (entry) => <OneEvent entry={entry} />,
      },
      { head: own.recordedAt, text: ({ event }) => momentText(event.recordedAt) },
    ],
    [language],
  );
  return <DataTable title={title} columns={columns} rows={entries} keyOf={({ id }) => id} all={all} />;
}

function OneEvent({ entry }: { readonly entry: Entry }) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const { event } = entry;
  return (
    <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{summaryOf(entry, language)}</summary>
      {open && (
        <dl class="event">
          <dt>{own.happened}</dt>
          <dd>{momentText(event.occurredAt)}</dd>
          <dt>{own.recordedAt}</dt>
          <dd>{momentText(event.recordedAt)}</dd>
          <dt>{own.by}</dt>
          <dd>{actorText(event.actor, language)}</dd>
          {event.reason && (
            <>
              <dt>{own.reason}</dt>
              <dd>{event.reason}</dd>
            </>
          )}
          {entry.record && (
            <>
              <dt>{own.record}</dt>
              <dd>
                <RecordLink of={entry.record} /> · <a href={hrefWith({ asof: event.position })}>{own.asOfThen}</a>
              </dd>
            </>
          )}
        </dl>
      )}
    </details>
  );
}
