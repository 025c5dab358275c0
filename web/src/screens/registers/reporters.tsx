import { useMemo } from "preact/hooks";
import { ReporterBook } from "../../../generated/documents.ts";
import { capital, termWords } from "../../catalog.ts";
import { dayText, numberText } from "../../format.ts";
import { Answered } from "../../parts/answered.tsx";
import { type Column, DataTable } from "../../parts/dataTable.tsx";
import { RecordLink } from "../../parts/shown.tsx";
import { hrefWith, usePlace } from "../../place.ts";
import { type Language, useLanguage, usePair, useWords } from "../../words/words.ts";
import { type BookReporter, CARD_STATES, type CardOf, cardOf, type CardState, DAYS_AHEAD } from "./cards.ts";
import { Choice, Count, DayFilter, TermChoice, TextFilter, Total, useOn, useShown, useText } from "./tools.tsx";
import { byName, matches } from "./unitBook.ts";
import { useWhole } from "./whole.ts";
import { WORDS } from "./words.ts";

type Own = (typeof WORDS)["vi"];

interface Row extends BookReporter {
  readonly held: CardOf;
}

const STATE_WORDS = {
  SOON: "cardSoon",
  OVER: "cardOver",
  WITHDRAWN: "cardWithdrawn",
  OK: "cardOk",
  NONE: "cardNone",
} as const satisfies Record<CardState, keyof Own>;

export const AHEAD = [30, 60, 90, 180] as const;

/** The reporters: for whom they work, and whose card runs out soon before all others. */
export function Reporters() {
  const own = usePair(WORDS);
  const words = useWords();
  const language = useLanguage();
  const { query } = usePlace();
  const on = useOn();
  const answer = useWhole(ReporterBook, { on }, ({ reporters }) => reporters, { title: own.registers.reporters });
  const day = on ?? answer.data?.today ?? "";
  const wanted: Wanted = {
    text: useText(),
    kind: query.get("kind") ?? "",
    agency: query.get("agency") ?? "",
    state: query.get("card") ?? "",
    order: query.get("order") ?? "",
  };
  const within = Number(query.get("days")) || DAYS_AHEAD;
  const rows = useMemo(
    () =>
      found(
        (answer.data?.rows ?? []).map((reporter) => ({ ...reporter, held: cardOf(reporter, day, within) })),
        wanted,
      ),
    [answer.data?.rows, day, within, JSON.stringify(wanted)],
  );
  const columns = useMemo(() => reporterColumns(own, language), [own, language]);
  const { shown, more } = useShown(rows);
  const agency = answer.data?.rows.find((one) => one.agency?.id === wanted.agency)?.agency;
  return (
    <>
      <div class="narrow">
        <TextFilter />
        <Choice
          label={own.cardState}
          name="card"
          choices={[["", words.common.all], ...CARD_STATES.map((state) => [state, own[STATE_WORDS[state]]] as const)]}
        />
        <TermChoice label={own.kind} name="kind" list="ReporterKind" />
        <DayFilter today={answer.data?.today} />
        <Choice
          label={own.within}
          name="days"
          usual={String(DAYS_AHEAD)}
          choices={AHEAD.map((days) => [String(days), own.withinDays(String(days))])}
        />
        <Choice
          label={own.order}
          name="order"
          choices={[
            ["", own.byCard],
            ["name", own.byName],
          ]}
        />
      </div>
      {wanted.agency !== "" && (
        <p class="notice">
          {own.agency}: {agency?.name ?? "…"} <a href={hrefWith({ agency: null })}>{words.common.clear}</a>
        </p>
      )}
      <Answered answer={answer}>
        {() => (
          <>
            <Total number={rows.length} />
            <DataTable
              title={own.registers.reporters}
              titleHidden
              columns={columns}
              rows={shown}
              keyOf={({ id }) => id}
              all={() => Promise.resolve(rows)}
            />
            <Count shown={shown.length} all={rows.length} more={more} />
          </>
        )}
      </Answered>
    </>
  );
}

interface Wanted {
  readonly text: string;
  readonly kind: string;
  readonly agency: string;
  readonly state: string;
  readonly order: string;
}

function found(rows: readonly Row[], { text, kind, agency, state, order }: Wanted): readonly Row[] {
  return rows
    .filter((row) => kind === "" || row.kind === kind)
    .filter((row) => agency === "" || row.agency?.id === agency)
    .filter((row) => state === "" || row.held.state === state)
    .filter((row) => text === "" || matches(text, row.name, row.agency?.name, ...row.cards.map(({ number }) => number)))
    .sort(order === "name" ? byName : byCard);
}

/** What needs somebody to look at it first, and of that the card that ends, or ended, on the earliest day. */
function byCard(one: Row, other: Row): number {
  const place = ({ held }: Row): number => CARD_STATES.indexOf(held.state);
  return place(one) - place(other) || one.held.daysLeft - other.held.daysLeft || byName(one, other);
}

export function cardStateText({ state, daysLeft }: CardOf, own: Own, language: Language): string {
  const called = own[STATE_WORDS[state]];
  return state === "SOON" ? `${called}: ${own.inDays(numberText(daysLeft, language))}` : called;
}

function reporterColumns(own: Own, language: Language): readonly Column<Row>[] {
  return [
    { head: own.reporter, text: ({ name }) => name, cell: (row) => <RecordLink of={row}>{row.name}</RecordLink> },
    {
      head: own.agency,
      text: ({ agency }) => agency?.name ?? "",
      cell: ({ agency }) =>
        agency ? <RecordLink of={agency}>{agency.name}</RecordLink> : <span class="quiet">{own.noAgency}</span>,
    },
    { head: own.kind, text: ({ kind }) => capital(termWords("ReporterKind", kind, language)) },
    {
      head: own.cardState,
      text: ({ held }) => cardStateText(held, own, language),
      cell: ({ held }) => (
        <span class={`card-state ${held.state.toLowerCase()}`}>{cardStateText(held, own, language)}</span>
      ),
    },
    { head: own.cardValid, text: ({ held }) => (held.card ? dayText(held.card.validTo) : "") },
    {
      head: own.card,
      text: ({ held }) => held.card?.number ?? "",
      cell: ({ held }) => <span class="value">{held.card?.number}</span>,
    },
    {
      head: own.letters,
      text: ({ letters: { nodes } }) => nodes.map((one) => own.letterTo(one.number, dayText(one.validTo))).join("; "),
    },
  ];
}
