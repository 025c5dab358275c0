import { termWords } from "../../catalog.ts";
import { dayText, moneyText, numberText } from "../../format.ts";
import { type Column, DataTable } from "../../parts/dataTable.tsx";
import { RecordLink } from "../../parts/shown.tsx";
import { useLanguage, usePair } from "../../words/words.ts";
import type { Case } from "./course.tsx";
import { DeskSteps } from "./steps.tsx";
import { WORDS } from "./words.ts";

type Seizure = Case["seizures"][number];
type Line = Seizure["lines"]["nodes"][number];
type Counts = Line["quantities"];

/** Where what was seized is: these add up to it. `surplus` was found beyond it, so it is taken off. */
const PARTS = ["inCustody", "returned", "confiscated"] as const;
/** Where what was confiscated is. */
const CONFISCATED = ["held", "destroyed", "transferred", "sold", "lost"] as const;

const gone = ({ missing, damaged, compensable }: Counts): number => missing + damaged + compensable;
const sumOf = (counts: Counts): number =>
  PARTS.reduce((sum, part) => sum + counts[part], 0) + gone(counts) - counts.surplus;
/** What became of what was confiscated, as far as it adds up; what was revoked meanwhile is compensated for. */
const addsUp = (counts: Counts): boolean =>
  sumOf(counts) === counts.seized &&
  CONFISCATED.reduce((sum, part) => sum + counts[part], 0) === counts.confiscated + counts.compensable;

export const seizureTitle = ({ minutesNumber, seizedOn }: Seizure, own: (typeof WORDS)["vi"]): string =>
  own.seizureOf(minutesNumber, dayText(seizedOn));

/** A seizure with its custody counted: each line adds up to what was seized. */
export function SeizureCard({ of }: { readonly of: Seizure }) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const title = seizureTitle(of, own);
  const heading = `s-${of.id}`;
  return (
    <article class={of.status === "VOIDED" ? "part void" : "part"} aria-labelledby={heading}>
      <h3 id={heading}>
        <RecordLink of={of}>{title}</RecordLink>
      </h3>
      <p>
        <strong class="badge">{termWords("SeizureStatus", of.status, language)}</strong> {of.unitName} ·{" "}
        {own.custodyUntil} {dayText(of.dueOn)}
        {of.isOverdue && <span class="overdue"> ({own.custodyOver})</span>}
      </p>
      <Counted of={of} title={title} />
      <Chain of={of} />
      <DeskSteps of={of} label={`${own.next}: ${title}`} />
    </article>
  );
}

function Counted({ of, title }: { readonly of: Seizure; readonly title: string }) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const rows = of.lines.nodes;
  const number = (value: number): string => numberText(value, language);
  const some = (count: (counts: Counts) => number): boolean => rows.some(({ quantities }) => count(quantities) !== 0);
  const column = (head: string, count: (counts: Counts) => number): Column<Line> => ({
    head,
    align: "end",
    text: ({ quantities }) => number(count(quantities)),
  });
  const sumText = ({ quantities }: Line): string => {
    const parts = [...PARTS.map((part) => quantities[part]), gone(quantities)].filter((part) => part !== 0);
    const off = quantities.surplus === 0 ? "" : ` − ${number(quantities.surplus)}`;
    const sum = `${parts.length === 0 ? "0" : parts.map(number).join(" + ")}${off}`;
    return addsUp(quantities) ? `${sum} = ${number(quantities.seized)}` : own.wrongSum(sum, number(quantities.seized));
  };
  const totals = totalsOf(rows);
  return (
    <>
      <DataTable
        title={title}
        titleHidden
        columns={[
          {
            head: own.exhibit,
            text: (line) => `${line.number}. ${line.title}`,
          },
          { head: own.counted, text: ({ unit }) => termWords("ExhibitUnit", unit, language) },
          column(own.seized, ({ seized }) => seized),
          ...PARTS.map((part) => column(own[part], (counts) => counts[part])),
          ...(some(gone) ? [column(own.difference, gone)] : []),
          ...(some(({ surplus }) => surplus) ? [column(own.surplus, ({ surplus }) => surplus)] : []),
          {
            head: own.adds,
            align: "end",
            text: sumText,
            cell: (line) => (
              <span class={addsUp(line.quantities) ? "sum" : "overdue"}>
                {sumText(line)}
                {addsUp(line.quantities) && <span aria-hidden="true"> ✓</span>}
              </span>
            ),
          },
          ...(some(({ confiscated }) => confiscated)
            ? [
                {
                  head: own.confiscated + ": " + [own.held, own.destroyed, own.sold].join(", ").toLowerCase(),
                  text: (line: Line) => whereabouts(line.quantities, own, number),
                },
              ]
            : []),
        ]}
        rows={rows}
        keyOf={({ id }) => id}
      />
      {[...totals].map(([unit, counts]) => (
        <p key={unit} class="sum-of">
          {own.together} ({termWords("ExhibitUnit", unit, language).toLowerCase()}): {own.seized.toLowerCase()}{" "}
          <strong>{number(counts.seized)}</strong> ={" "}
          {[...PARTS.map((part) => [own[part], counts[part]] as const), [own.difference, gone(counts)] as const]
            .filter(([, count]) => count !== 0)
            .map(([head, count]) => `${head.toLowerCase()} ${number(count)}`)
            .join(" + ")}
          {counts.surplus !== 0 && ` − ${own.surplus.toLowerCase()} ${number(counts.surplus)}`}.{" "}
          {counts.confiscated !== 0 && own.ofConfiscated(whereabouts(counts, own, number))}
        </p>
      ))}
      {of.lines.pageInfo.hasNextPage && <p class="quiet">{own.moreLines}</p>}
    </>
  );
}

const whereabouts = (counts: Counts, own: (typeof WORDS)["vi"], number: (value: number) => string): string =>
  CONFISCATED.filter((part) => counts[part] !== 0)
    .map((part) => `${own[part].toLowerCase()} ${number(counts[part])}`)
    .join(", ");

/** The counts of all lines together, of each unit of counting by itself. */
function totalsOf(lines: readonly Line[]): ReadonlyMap<Line["unit"], Counts> {
  const totals = new Map<Line["unit"], Counts>();
  for (const { unit, quantities } of lines) {
    const before = totals.get(unit);
    const names = Object.keys(quantities) as (keyof Counts)[];
    const sum = Object.fromEntries(names.map((name) => [name, quantities[name] + (before?.[name] ?? 0)]));
    totals.set(unit, sum as Counts);
  }
  return totals;
}

/** What was done with the exhibits, in the order in which it was recorded. */
function Chain({ of }: { readonly of: Seizure }) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const titles = new Map(of.lines.nodes.map(({ id, title }) => [id, title]));
  const steps = of.custody.nodes;
  if (steps.length === 0) return null;
  return (
    <details open>
      <summary>
        {own.chain} ({numberText(steps.length, language)})
      </summary>
      <ol>
        {steps.map((step, at) => (
          <li key={at}>
            {dayText(step.day)}: <strong>{termWords("CustodyStepKind", step.kind, language).toLowerCase()}</strong>{" "}
            {step.lines.length === 0
              ? own.wholeSeizure
              : step.lines
                  .map(({ lineId, copies }) =>
                    [copies === null ? "" : numberText(copies, language), titles.get(lineId) ?? ""].join(" ").trim(),
                  )
                  .join("; ")}
            {step.toBody && ` ${own.to(step.toBody)}`}
            {step.returnedTo && ` ${own.to(step.returnedTo)}`}
            {step.sanction && `, ${own.byDecision(step.sanction.number.text)}`}
            {step.proceeds && `, ${own.proceeds(moneyText(step.proceeds, language))}`}
            {(step.document ?? step.manner) && (
              <span class="quiet"> ({[step.document, step.manner].filter(Boolean).join("; ")})</span>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}
