import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import { DueOfUnits, ReporterBook, SilentUnits, SpokespersonBook } from "../../../generated/documents.ts";
import { capital } from "../../catalog.ts";
import { dayText, numberText } from "../../format.ts";
import { Answered } from "../../parts/answered.tsx";
import { RecordLink } from "../../parts/shown.tsx";
import { href, usePlace } from "../../place.ts";
import { useLanguage, usePair } from "../../words/words.ts";
import { type BookReporter, type CardOf, cardOf, DAYS_AHEAD } from "./cards.ts";
import { AHEAD } from "./reporters.tsx";
import { speaksOn } from "./spokespersons.tsx";
import { Choice } from "./tools.tsx";
import { byName } from "./unitBook.ts";
import { useWhole } from "./whole.ts";
import { WORDS } from "./words.ts";

/** So many of each are named here; all of them stand in the register. */
const NAMED = 6;
/** Of what is due: units that have ended are found among so many. */
const MOST_DUE = 2_000;

/** What somebody who keeps the registers should look at now. */
export function Attention({ day, toJudge }: { readonly day: string; readonly toJudge: number | undefined }) {
  const own = usePair(WORDS);
  return (
    <section aria-labelledby="attention" class="attention">
      <h2 id="attention">{own.attention}</h2>
      <div class="cards">
        <Cards day={day}>
          <Matter title={own.toJudge} count={toJudge ?? 0} to={href("/registers/duplicates")} />
        </Cards>
        <Silent />
      </div>
      <EndedUnits day={day} />
    </section>
  );
}

/** One thing to look at: how many, the first of them, and where all of them are. */
function Matter({
  title,
  count,
  to,
  children,
}: {
  readonly title: string;
  readonly count: number;
  readonly to: string;
  readonly children?: ComponentChildren;
}) {
  const own = usePair(WORDS);
  const language = useLanguage();
  return (
    <section class={count > 0 ? "matter" : "matter done"}>
      <h3>
        {title}: <span class="count">{numberText(count, language)}</span>
      </h3>
      {count === 0 ? <p class="quiet">{own.nothing}</p> : children}
      {count > 0 && (
        <p>
          <a href={to} aria-label={`${own.seeAll}: ${title}`}>
            {own.seeAll}
          </a>
        </p>
      )}
    </section>
  );
}

interface Held {
  readonly reporter: BookReporter;
  readonly held: CardOf;
}

function Cards({ day, children }: { readonly day: string; readonly children: ComponentChildren }) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const days = usePlace().query.get("days");
  const within = Number(days) || DAYS_AHEAD;
  const answer = useWhole(ReporterBook, { on: null }, ({ reporters }) => reporters, { title: own.cards });
  const held = useMemo(
    () =>
      (answer.data?.rows ?? [])
        .map((reporter): Held => ({ reporter, held: cardOf(reporter, day, within) }))
        .sort((one, other) => ((one.held.card?.validTo ?? "") < (other.held.card?.validTo ?? "") ? -1 : 1)),
    [answer.data?.rows, day, within],
  );
  const [soon, over] = [
    held.filter((one) => one.held.state === "SOON"),
    held.filter((one) => one.held.state === "OVER"),
  ];
  const list = (all: readonly Held[]): ComponentChildren => (
    <ul class="plain">
      {all.slice(0, NAMED).map(({ reporter, held: { card, daysLeft } }) => (
        <li key={reporter.id}>
          <RecordLink of={reporter}>{reporter.name}</RecordLink>
          {reporter.agency && `, ${reporter.agency.name}`}{" "}
          <span class="quiet">
            {own.expiresOn(dayText(card?.validTo ?? ""))}
            {daysLeft >= 0 && `, ${own.inDays(numberText(daysLeft, language))}`}
          </span>
        </li>
      ))}
    </ul>
  );
  return (
    <>
      <Answered answer={answer}>
        {() => (
          <>
            <Matter title={own.cards} count={soon.length} to={href("/registers/reporters", { card: "SOON", days })}>
              {list(soon)}
            </Matter>
            <Choice
              label={own.within}
              name="days"
              usual={String(DAYS_AHEAD)}
              choices={AHEAD.map((ahead) => [String(ahead), own.withinDays(String(ahead))])}
            />
            {children}
          </>
        )}
      </Answered>
      {answer.data && (
        <Matter title={own.cardsOver} count={over.length} to={href("/registers/reporters", { card: "OVER" })}>
          {list([...over].reverse())}
        </Matter>
      )}
    </>
  );
}

interface Open {
  readonly what: string;
  /** Where it stands, each with what tells it from the others. */
  readonly records: { readonly id: string; readonly text: string }[];
}

interface OpenUnit {
  readonly id: string;
  readonly name: string;
  readonly endsOn: string;
  /** What it still owes, and who still speaks for it. */
  readonly open: Map<string, Open>;
}

/** Units that are no more, of which something is still open: who took it over has to be said. */
function EndedUnits({ day }: { readonly day: string }) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const due = useWhole(DueOfUnits, {}, (answer) => answer.due, { title: own.unitsOpen, most: MOST_DUE });
  const speakers = useWhole(SpokespersonBook, { on: null }, ({ spokespersons }) => spokespersons, {
    title: own.registers.spokespersons,
  });
  const units = useMemo(() => {
    const found = new Map<string, OpenUnit>();
    const note = (unit: Ended | null, what: string, record: Open["records"][number]): void => {
      if (unit?.endsOn == null || unit.endsOn > day) return;
      const { id, name, endsOn } = unit;
      const known = found.get(id) ?? { id, name, endsOn, open: new Map<string, Open>() };
      const open = known.open.get(what) ?? { what, records: [] };
      open.records.push(record);
      known.open.set(what, open);
      found.set(id, known);
    };
    for (const { by, recordId, what, unit } of due.data?.rows ?? [])
      note(unit, capital(what[language]), { id: recordId, text: dayText(by) });
    for (const speaker of speakers.data?.rows ?? [])
      if (speaksOn(speaker, day)) note(speaker.unit, own.speakersLeft, { id: speaker.id, text: speaker.name });
    return [...found.values()].sort((one, other) => howMuch(other) - howMuch(one) || byName(one, other));
  }, [due.data?.rows, speakers.data?.rows, day, language, own]);
  const further = units.slice(NAMED);
  return (
    <Answered answer={{ ...due, loading: due.loading || speakers.loading }}>
      {() => (
        <Matter title={own.unitsOpen} count={units.length} to={href("/registers/units", { show: "ended" })}>
          <OpenUnits units={units.slice(0, NAMED)} />
          {further.length > 0 && (
            <details>
              <summary>{own.andMore(numberText(further.length, language))}</summary>
              <OpenUnits units={further} />
            </details>
          )}
        </Matter>
      )}
    </Answered>
  );
}

const howMuch = ({ open }: OpenUnit): number =>
  [...open.values()].reduce((sum, { records }) => sum + records.length, 0);

interface Ended {
  readonly id: string;
  readonly name: string;
  readonly endsOn: string | null;
}

function OpenUnits({ units }: { readonly units: readonly OpenUnit[] }) {
  const own = usePair(WORDS);
  return (
    <ul class="plain open-units">
      {units.map(({ id, name, endsOn, open }) => (
        <li key={id}>
          <a href={href("/registers/units", { text: name })}>{name}</a>{" "}
          <span class="quiet">{own.endedOn(dayText(endsOn))}</span>
          <ul>
            {[...open.values()].map(({ what, records }) => (
              <li key={what}>
                {what}:{" "}
                {records.map((record, at) => (
                  <span key={at}>
                    {at > 0 && ", "}
                    <a href={href(`/record/${record.id}`)} aria-label={`${what}, ${name}: ${record.text}`}>
                      {record.text}
                    </a>
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function Silent() {
  const own = usePair(WORDS);
  const language = useLanguage();
  const answer = useWhole(SilentUnits, { on: null }, ({ unitsWithoutSpokesperson }) => unitsWithoutSpokesperson, {
    title: own.silentOnly,
  });
  return (
    <Answered answer={answer}>
      {({ rows }) => (
        <Matter title={own.unitsSilent} count={rows.length} to={href("/registers/spokespersons", { show: "silent" })}>
          <ul class="plain">
            {rows.slice(0, NAMED).map((unit) => (
              <li key={unit.id}>
                <RecordLink of={unit}>{unit.name}</RecordLink>
              </li>
            ))}
          </ul>
          {rows.length > NAMED && <p class="quiet">{own.andMore(numberText(rows.length - NAMED, language))}</p>}
        </Matter>
      )}
    </Answered>
  );
}
