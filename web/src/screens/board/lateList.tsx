import { numberText } from "../../format.ts";
import { timesText, toldOnce } from "../../parts/alike.ts";
import { type Column, DataTable } from "../../parts/dataTable.tsx";
import { RecordLink, titleOf } from "../../parts/shown.tsx";
import { href } from "../../place.ts";
import { useLanguage, usePair } from "../../words/words.ts";
import type { Board, PeriodicDuty } from "./duties.ts";
import type { Late } from "./late.ts";
import { WORDS } from "./words.ts";

/** What was not done by its last lawful day, duty by duty. */
export function LateList({
  late,
  due,
  unitId,
  hasMore,
}: {
  readonly late: readonly Late[];
  readonly due: Board["due"];
  readonly unitId: string;
  readonly hasMore: boolean;
}) {
  const own = usePair(WORDS);
  const language = useLanguage();
  // Several parts of a record, as its measures, may be late with the same.
  const rows = toldOnce(late, ({ record, key, what, byText, state }) =>
    [record?.id ?? key, what, byText, state].join(),
  );
  const columns: readonly Column<(typeof rows)[number]>[] = [
    { head: own.duty, text: ({ group }) => own.groups[group] },
    { head: own.what, text: ({ what, times }) => timesText(times) + what },
    {
      head: own.record,
      text: ({ record }) => (record ? titleOf(record) : ""),
      cell: ({ record, missing }) =>
        record ? <RecordLink of={record} /> : missing ? <Sought duty={missing} unitId={unitId} /> : "—",
    },
    {
      head: own.lastDay,
      text: ({ byText }) => byText,
      cell: ({ byText }) => <span class="value">{byText}</span>,
    },
    { head: own.state, text: ({ state }) => state, cell: ({ state }) => <strong class="overdue">{state}</strong> },
  ];
  return (
    <section aria-labelledby="late">
      <h2 id="late">{own.late}</h2>
      <DataTable
        none={own.noneLate}
        title={own.late}
        titleHidden
        columns={columns}
        rows={rows}
        keyOf={({ key }) => key}
      />
      {due.pageInfo.hasNextPage && (
        <p>
          <a href={href("/today", { unit: unitId, days: "any" })}>
            {own.moreDue(numberText(due.totalCount.value, language))}
          </a>
        </p>
      )}
      {hasMore && <p class="quiet">{own.moreLate}</p>}
    </section>
  );
}

/** The list that has nothing by which the duty would have been fulfilled: whoever doubts it looks there. */
function Sought({ duty: { duty, from, to }, unitId }: { readonly duty: PeriodicDuty; readonly unitId: string }) {
  const own = usePair(WORDS);
  const isTold = duty === "MONTHLY_INFORMATION";
  const filter = { unitId, from, to, ...(isTold ? { occasion: "PERIODIC" } : { heldBy: "UNIT" }) };
  return (
    <a href={href(`/records/${isTold ? "Statement" : "PressConference"}`, filter)}>
      {isTold ? own.saidThen : own.heldThen}
    </a>
  );
}
