import { capital, termWords } from "../../catalog.ts";
import { addDays, dayText, numberText } from "../../format.ts";
import { type Column } from "../../parts/dataTable.tsx";
import { href } from "../../place.ts";
import { useViewer } from "../../viewer.ts";
import { type Language, useLanguage, usePair } from "../../words/words.ts";
import type { BookUnit, UnitBook } from "./unitBook.ts";
import { WORDS } from "./words.ts";

type Own = (typeof WORDS)["vi"];

/** The book, and the day of which it is shown. */
export interface OfDay {
  readonly book: UnitBook;
  readonly day: string;
}

const FEW = 12;

export const lastDay = ({ endsOn }: BookUnit): string => (endsOn == null ? "" : dayText(addDays(endsOn, -1)));

const endingText = (unit: BookUnit, own: Own, language: Language): string =>
  unit.endsOn == null
    ? ""
    : own.since(capital(termWords("UnitEnding", unit.ending ?? "ABOLISHED", language)), dayText(unit.endsOn));

/** What there is now for a unit, told by the day of the answer. */
interface Fate {
  /** What happened to it; empty while it is there. */
  readonly what: string;
  readonly heirs: readonly BookUnit[];
  /** Who took it over and has ended too. */
  readonly lost: readonly BookUnit[];
  /** Where it has no heir: who is in charge of its ground. */
  readonly ground: readonly BookUnit[];
}

function fateOf({ book }: OfDay, unit: BookUnit, own: Own, language: Language): Fate {
  const { today } = book;
  if (unit.startsOn > today) return { what: own.notYet(dayText(unit.startsOn)), heirs: [], lost: [], ground: [] };
  if (book.isThere(unit, today)) return { what: "", heirs: [], lost: [], ground: [] };
  const heirs = book.heirs(unit, today);
  return {
    what: endingText(unit, own, language),
    heirs,
    lost: book.lostIn(unit, today),
    ground: heirs.length === 0 ? book.groundOf(unit, today) : [],
  };
}

export function UnitLink({ unit, name }: { readonly unit: BookUnit; readonly name: string }) {
  return <a href={href(`/record/${unit.id}`)}>{name}</a>;
}

/** Several units, each a link. */
function UnitLinks({
  units,
  nameOf,
}: {
  readonly units: readonly BookUnit[];
  readonly nameOf: (unit: BookUnit) => string;
}) {
  return (
    <>
      {units.map((unit, at) => (
        <span key={unit.id}>
          {at > 0 && ", "}
          <UnitLink unit={unit} name={nameOf(unit)} />
        </span>
      ))}
    </>
  );
}

/** What became of a unit: at once, without a click, who is there for it now. */
export function NowIs({ of, unit }: { readonly of: OfDay; readonly unit: BookUnit }) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const { what, heirs, lost, ground } = fateOf(of, unit, own, language);
  const nameOf = (one: BookUnit): string => of.book.nameOn(one, of.book.today);
  if (what === "") return <span class="quiet">{own.still}</span>;
  if (unit.startsOn > of.book.today) return <span class="quiet">{what}</span>;
  return (
    <div class="fate">
      {heirs.length > 0 && (
        <p>
          <strong>
            <span aria-hidden="true">→ </span>
            <UnitLinks units={heirs} nameOf={nameOf} />
          </strong>
        </p>
      )}
      <p class="quiet">
        {what}
        {heirs.length + lost.length + ground.length === 0 && `; ${own.noHeir}`}
      </p>
      {lost.map((one) => (
        <p key={one.id}>
          <span aria-hidden="true">→ </span>
          <UnitLink unit={one} name={nameOf(one)} /> <span class="quiet">{endingText(one, own, language)}</span>
        </p>
      ))}
      {ground.length > 0 &&
        (ground.length <= FEW ? (
          <p>
            {own.ground(numberText(ground.length, language))}: <UnitLinks units={ground} nameOf={nameOf} />
          </p>
        ) : (
          <details>
            <summary>{own.ground(numberText(ground.length, language))}</summary>
            <UnitLinks units={ground} nameOf={nameOf} />
          </details>
        ))}
    </div>
  );
}

/** What a unit was made of. */
export function CameFrom({ of: { book, day }, unit }: { readonly of: OfDay; readonly unit: BookUnit }) {
  const steps = book.cameFrom(unit, day >= unit.startsOn ? day : book.today);
  const units = steps.flatMap((step) => book.unit(step.unit?.id) ?? []);
  if (units.length === 0) return null;
  const days = [...new Set(steps.map(({ effectiveOn }) => dayText(effectiveOn)))].join(", ");
  const links = <UnitLinks units={units} nameOf={({ name }) => name} />;
  return (
    <span>
      {links} <span class="quiet">({days})</span>
    </span>
  );
}

export function UnitLinksOut({ unit, name }: { readonly unit: BookUnit; readonly name: string }) {
  const own = usePair(WORDS);
  const { mayRead } = useViewer();
  return (
    <span class="links">
      <a href={href("/figures/visit", { unitIds: [unit.id] })} aria-label={own.figuresOf(name)}>
        {own.figures}
      </a>
      {mayRead && (
        <a href={href(`/board/${unit.id}`)} aria-label={own.dutiesOf(name)}>
          {own.duties}
        </a>
      )}
      {mayRead && (
        <a href={href("/records/Visit", { hostId: unit.id })} aria-label={own.visitsOf(name)}>
          {own.visits}
        </a>
      )}
    </span>
  );
}

/** The columns of the list of units, and of the file of any view of them. */
export function unitColumns(of: OfDay, own: Own, language: Language): readonly Column<BookUnit>[] {
  const { book, day } = of;
  const nameOf = (unit: BookUnit): string =>
    book.nameOn(unit, unit.endsOn != null && unit.endsOn <= day ? unit.endsOn : day);
  return [
    {
      head: own.unit,
      text: nameOf,
      cell: (unit) => (
        <>
          <UnitLink unit={unit} name={nameOf(unit)} />
          <OtherNames unit={unit} names={book.otherNames(unit, day)} />
        </>
      ),
    },
    {
      head: own.now,
      text: (unit) => {
        const { what, heirs, lost, ground } = fateOf(of, unit, own, language);
        const named = [...heirs, ...lost, ...ground].map((one) => book.nameOn(one, book.today)).join("; ");
        return what === "" ? own.still : [what, named].filter((text) => text !== "").join(": ");
      },
      cell: (unit) => <NowIs of={of} unit={unit} />,
    },
    {
      head: own.kind,
      text: ({ kind }) => capital(termWords("UnitKind", kind, language)),
      cell: ({ kind, code }) => (
        <>
          {capital(termWords("UnitKind", kind, language))}
          {code && <span class="quiet"> · {code}</span>}
        </>
      ),
    },
    { head: own.code, text: ({ code }) => code ?? "", only: "FILE" },
    {
      head: own.from,
      text: ({ startsOn }) => dayText(startsOn),
      cell: (unit) => <span class="value">{dayText(unit.startsOn)}</span>,
    },
    { head: own.to, text: lastDay, cell: (unit) => <span class="value">{lastDay(unit) || "—"}</span> },
    {
      head: own.parent,
      text: (unit) => parentName(of, unit),
      cell: (unit) => parentName(of, unit) || "—",
    },
    {
      head: own.cameFrom,
      text: (unit) =>
        book
          .cameFrom(unit, book.today)
          .flatMap((step) => book.unit(step.unit?.id)?.name ?? [])
          .join("; "),
      cell: (unit) => <CameFrom of={{ book, day: book.today }} unit={unit} />,
    },
    {
      head: own.otherNames,
      text: (unit) =>
        book
          .otherNames(unit, day)
          .map(({ name, from }) => own.nameFrom(name, dayText(from)))
          .join("; "),
      only: "FILE",
    },
    { head: own.links, text: () => "", cell: (unit) => <UnitLinksOut unit={unit} name={nameOf(unit)} />, only: "PAGE" },
  ];
}

const parentName = ({ book, day }: OfDay, unit: BookUnit): string => {
  const above = book.parentOn(unit, day);
  return above ? book.nameOn(above, day) : "";
};

/** The names that a unit had or will have, with the day from which each held. */
export function OtherNames({ unit, names }: { readonly unit: BookUnit; readonly names: BookUnit["names"] }) {
  const own = usePair(WORDS);
  if (names.length === 0) return null;
  return (
    <p class="quiet" key={unit.id}>
      {own.otherNames}: {names.map(({ name, from }) => own.nameFrom(name, dayText(from))).join("; ")}
    </p>
  );
}
