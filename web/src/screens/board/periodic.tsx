import { termWords } from "../../catalog.ts";
import { dayText } from "../../format.ts";
import { type Column, DataTable } from "../../parts/dataTable.tsx";
import { RecordLink, titleOf } from "../../parts/shown.tsx";
import { useLanguage, usePair } from "../../words/words.ts";
import type { PeriodicDuty } from "./duties.ts";
import { periodText, servedBy } from "./late.ts";
import { WORDS } from "./words.ts";

/** The duties that come again with each period, and how each stands. */
export function Periodic({ duties }: { readonly duties: readonly PeriodicDuty[] }) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const standingText = ({ standing, excuse }: PeriodicDuty): string =>
    [termWords("DutyStanding", standing, language), excuse].filter(Boolean).join(": ");
  const columns: readonly Column<PeriodicDuty>[] = [
    { head: own.duty, text: ({ duty }) => termWords("DutyKey", duty, language) },
    { head: own.ofPeriod, text: (duty) => periodText(duty, own) },
    { head: own.lastDay, text: ({ to }) => dayText(to) },
    {
      head: own.standing,
      text: standingText,
      cell: (duty) => <span class={`standing ${duty.standing.toLowerCase()}`}>{standingText(duty)}</span>,
    },
    {
      head: own.by,
      text: (duty) => {
        const served = servedBy(duty);
        return served ? `${served.on}: ${titleOf(served.record)}` : "";
      },
      cell: (duty) => {
        const served = servedBy(duty);
        return served ? (
          <>
            {served.on}: <RecordLink of={served.record} />
          </>
        ) : (
          "—"
        );
      },
    },
  ];
  return (
    <section aria-labelledby="periodic">
      <h2 id="periodic">{own.periodic}</h2>
      <DataTable
        none={own.noPeriodic}
        title={own.periodic}
        titleHidden
        columns={columns}
        rows={duties}
        keyOf={({ duty, from }) => `${duty} ${from}`}
      />
    </section>
  );
}
