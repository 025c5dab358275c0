import { useMemo } from "preact/hooks";
import { UnitBook as UnitBookQuestion } from "../../../generated/documents.ts";
import { dayText } from "../../format.ts";
import { Answered } from "../../parts/answered.tsx";
import { DataTable } from "../../parts/dataTable.tsx";
import { usePlace } from "../../place.ts";
import { useLanguage, usePair } from "../../words/words.ts";
import { Choice, Count, DayFilter, TermChoice, TextFilter, Total, useOn, useShown, useText } from "./tools.tsx";
import { type BookUnit, byName, matches, UnitBook } from "./unitBook.ts";
import { unitColumns } from "./unitParts.tsx";
import { UnitTree } from "./unitTree.tsx";
import { useWhole } from "./whole.ts";
import { WORDS } from "./words.ts";

/**
 * The units of a day: a tree by who stands under whom, or a list of those that are looked for, whether they are still
 * there or not, each with what it is now.
 */
export function Units() {
  const own = usePair(WORDS);
  const answer = useWhole(UnitBookQuestion, {}, ({ units }) => units, { title: own.registers.units });
  const book = useMemo(
    () => answer.data?.today && new UnitBook(answer.data.rows, answer.data.today),
    [answer.data?.rows, answer.data?.today],
  );
  return (
    <>
      <div class="narrow">
        <TextFilter />
        <TermChoice label={own.kind} name="kind" list="UnitKind" />
        <DayFilter today={book ? book.today : undefined} />
        <ShowChoice />
      </div>
      <Answered answer={{ ...answer, data: book || undefined }}>{(there) => <Shown book={there} />}</Answered>
    </>
  );
}

/** Whoever looks for a name means the old units too. */
const useShow = (): string => {
  const { query } = usePlace();
  return query.get("show") ?? (query.get("text") ? "all" : "there");
};

function ShowChoice() {
  const own = usePair(WORDS);
  const usual = (usePlace().query.get("text") ?? "") === "" ? "there" : "all";
  return (
    <Choice
      label={own.show}
      name="show"
      usual={usual}
      choices={[
        ["there", own.there],
        ["all", own.withEnded],
        ["ended", own.ended],
      ]}
    />
  );
}

function Shown({ book }: { readonly book: UnitBook }) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const day = useOn() ?? book.today;
  const text = useText();
  const kind = usePlace().query.get("kind") ?? "";
  const show = useShow();
  const columns = useMemo(() => unitColumns({ book, day }, own, language), [book, day, own, language]);
  const rows = useMemo(() => found(book, { day, text, kind, show }), [book, day, text, kind, show]);
  const { shown, more } = useShown(rows);
  const title = `${own.registers.units}, ${own.onDay(dayText(day))}`;
  if (text === "" && kind === "" && show === "there")
    return <UnitTree of={{ book, day }} columns={columns} rows={rows} title={title} />;
  return (
    <>
      <Total number={rows.length} />
      <DataTable
        title={title}
        titleHidden
        columns={columns}
        rows={shown}
        keyOf={({ id }) => id}
        all={() => Promise.resolve(rows)}
        rowClass={(unit) => (book.isThere(unit, day) ? undefined : "gone")}
      />
      <Count shown={shown.length} all={rows.length} more={more} />
    </>
  );
}

interface Wanted {
  readonly day: string;
  readonly text: string;
  readonly kind: string;
  readonly show: string;
}

/** Those of the day first, each group by name. */
function found(book: UnitBook, { day, text, kind, show }: Wanted): readonly BookUnit[] {
  const isThere = (unit: BookUnit): boolean => book.isThere(unit, day);
  return book.units
    .filter((unit) => show === "all" || isThere(unit) === (show === "there"))
    .filter((unit) => show !== "ended" || (unit.endsOn != null && unit.endsOn <= day))
    .filter((unit) => kind === "" || unit.kind === kind)
    .filter(({ code, names }) => text === "" || names.some(({ name }) => matches(text, name)) || code === text)
    .sort((one, other) => Number(isThere(other)) - Number(isThere(one)) || byName(one, other));
}
