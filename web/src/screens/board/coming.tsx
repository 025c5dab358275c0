import { capital } from "../../catalog.ts";
import { timesText } from "../../parts/alike.ts";
import { type Column, DataTable } from "../../parts/dataTable.tsx";
import { dueState, duesToldOnce, lastDay } from "../../parts/dues.tsx";
import { RecordLink } from "../../parts/shown.tsx";
import { useLanguage, usePair } from "../../words/words.ts";
import { type Due, groupOf } from "./duties.ts";
import { WORDS } from "./words.ts";

/** What is due from now on. */
export function Coming({ due }: { readonly due: readonly Due[] }) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const rows = duesToldOnce(
    due.filter(({ isOverdue }) => !isOverdue),
    language,
  );
  const columns: readonly Column<(typeof rows)[number]>[] = [
    { head: own.duty, text: (one) => own.groups[groupOf(one)] },
    { head: own.what, text: ({ what, times }) => timesText(times) + capital(what[language]) },
    {
      head: own.record,
      text: ({ record }) => record?.title ?? "",
      cell: ({ record, recordId }) => <RecordLink of={record ?? { id: recordId }} />,
    },
    { head: own.lastDay, text: lastDay, cell: (one) => <span class="value">{lastDay(one)}</span> },
    { head: own.state, text: (one) => dueState(one, language) },
  ];
  return (
    <section aria-labelledby="coming">
      <h2 id="coming">{own.coming}</h2>
      <DataTable
        none={own.noneComing}
        title={own.coming}
        titleHidden
        columns={columns}
        rows={rows}
        keyOf={({ id }) => id}
      />
    </section>
  );
}
