import { capital, termWords } from "../../catalog.ts";
import { dayText, numberText } from "../../format.ts";
import type { Column } from "../../parts/dataTable.tsx";
import { usePlace } from "../../place.ts";
import { useLanguage, usePair } from "../../words/words.ts";
import { narrow, Total, useTaken } from "./tools.tsx";
import type { BookUnit } from "./unitBook.ts";
import { CameFrom, lastDay, NowIs, type OfDay, OtherNames, UnitLink, UnitLinksOut } from "./unitParts.tsx";
import { WORDS } from "./words.ts";

/** In the order in which people think of them. */
const KINDS = ["PROVINCE", "DEPARTMENT", "SECTOR", "DISTRICT", "COMMUNE"] as const;
/** So long a group is closed at first. */
const LONG = 60;

/** What is open, in the address: short names of units and groups; when absent, what is open at first. */
interface Opened {
  readonly isOpen: (key: string, usual: boolean) => boolean;
  readonly toggle: (key: string, usual: boolean) => void;
}

const keyOf = ({ id }: BookUnit): string => id.replace(/^Unit:/, "").slice(0, 8);

function useOpened(): Opened {
  const given = usePlace().query.get("open") ?? "";
  // What differs from what is open at first.
  const turned = new Set(given === "" ? [] : given.split(","));
  return {
    isOpen: (key, usual) => turned.has(key) !== usual,
    toggle: (key) => {
      if (!turned.delete(key)) turned.add(key);
      narrow({ open: turned.size === 0 ? null : [...turned].join(",") });
    },
  };
}

/** Who stands under whom on a day; what lies deeper is laid out when it is opened. */
export function UnitTree({
  of,
  title,
  columns,
  rows,
}: {
  readonly of: OfDay;
  readonly title: string;
  readonly columns: readonly Column<BookUnit>[];
  readonly rows: readonly BookUnit[];
}) {
  const own = usePair(WORDS);
  const opened = useOpened();
  useTaken(title, columns, rows);
  const roots = of.book.rootsOn(of.day);
  const provinces = roots.filter(({ kind }) => kind === "PROVINCE");
  const others = roots.filter(({ kind }) => kind !== "PROVINCE");
  if (roots.length === 0) return <p class="notice">{own.noUnit}</p>;
  return (
    <>
      <Total number={rows.length} />
      {provinces.map((province) => (
        <section key={province.id} aria-label={of.book.nameOn(province, of.day)}>
          <div class="unit root">
            <UnitLine of={of} unit={province} />
          </div>
          <Groups of={of} units={of.book.childrenOn(province, of.day)} opened={opened} within={keyOf(province)} />
        </section>
      ))}
      {others.length > 0 && (
        <section aria-labelledby="others">
          <h2 id="others">{own.withoutParent}</h2>
          <Branch of={of} units={others} opened={opened} />
        </section>
      )}
    </>
  );
}

interface Told {
  readonly of: OfDay;
  readonly units: readonly BookUnit[];
  readonly opened: Opened;
}

/** What stands under the province, kind by kind. */
function Groups({ of, units, opened, within }: Told & { readonly within: string }) {
  const language = useLanguage();
  return (
    <>
      {KINDS.map((kind) => {
        const group = units.filter((unit) => unit.kind === kind);
        if (group.length === 0) return null;
        const key = `${within}-${kind}`;
        const usual = group.length <= LONG;
        const isOpen = opened.isOpen(key, usual);
        return (
          <section key={kind} class="group">
            <h2>
              <button type="button" class="toggle" aria-expanded={isOpen} onClick={() => opened.toggle(key, usual)}>
                {capital(termWords("UnitKind", kind, language))}{" "}
                <span class="quiet">({numberText(group.length, language)})</span>
              </button>
            </h2>
            {isOpen && <Branch of={of} units={group} opened={opened} />}
          </section>
        );
      })}
    </>
  );
}

function Branch({ of, units, opened }: Told) {
  const own = usePair(WORDS);
  const language = useLanguage();
  return (
    <ul class="tree">
      {units.map((unit) => {
        const under = of.book.childrenOn(unit, of.day);
        const key = keyOf(unit);
        const isOpen = under.length > 0 && opened.isOpen(key, false);
        return (
          <li key={unit.id} class={of.book.isThere(unit, of.book.today) ? "unit" : "unit gone"}>
            <UnitLine of={of} unit={unit} />
            {under.length > 0 && (
              <button
                type="button"
                class="toggle small"
                aria-expanded={isOpen}
                aria-label={own.open(
                  `${of.book.nameOn(unit, of.day)}, ${own.under(numberText(under.length, language))}`,
                )}
                onClick={() => opened.toggle(key, false)}
              >
                {own.under(numberText(under.length, language))}
              </button>
            )}
            {isOpen && <Branch of={of} units={under} opened={opened} />}
          </li>
        );
      })}
    </ul>
  );
}

/** A unit on a line: its name, its days, what it came from and, where it is no more, what it is now. */
function UnitLine({ of, unit }: { readonly of: OfDay; readonly unit: BookUnit }) {
  const own = usePair(WORDS);
  const { book, day } = of;
  const name = book.nameOn(unit, day);
  return (
    <div class="unit-line">
      <p>
        <UnitLink unit={unit} name={name} />{" "}
        <span class="quiet">
          {unit.code && `${unit.code} · `}
          {own.days(dayText(unit.startsOn), lastDay(unit))}
        </span>{" "}
        <UnitLinksOut unit={unit} name={name} />
      </p>
      <OtherNames unit={unit} names={book.otherNames(unit, day)} />
      {book.cameFrom(unit, day).length > 0 && (
        <p>
          <span class="quiet">{own.cameFrom}: </span>
          <CameFrom of={of} unit={unit} />
        </p>
      )}
      {!book.isThere(unit, book.today) && <NowIs of={of} unit={unit} />}
    </div>
  );
}
