import { useMemo } from "preact/hooks";
import {
  SilentUnits,
  type SilentUnitsQuery,
  SpokespersonBook,
  type SpokespersonBookQuery,
} from "../../../generated/documents.ts";
import { capital, termWords } from "../../catalog.ts";
import { dayOf, dayText } from "../../format.ts";
import { Answered } from "../../parts/answered.tsx";
import { type Column, DataTable } from "../../parts/dataTable.tsx";
import { RecordLink } from "../../parts/shown.tsx";
import { usePlace } from "../../place.ts";
import { type Language, useLanguage, usePair } from "../../words/words.ts";
import { Choice, Count, DayFilter, TextFilter, Total, useOn, useShown, useText } from "./tools.tsx";
import { matches } from "./unitBook.ts";
import { useWhole } from "./whole.ts";
import { WORDS } from "./words.ts";

type Speaker = SpokespersonBookQuery["spokespersons"]["nodes"][number];
type Silent = SilentUnitsQuery["unitsWithoutSpokesperson"]["nodes"][number];
type Own = (typeof WORDS)["vi"];

const CURRENT = ["APPOINTED", "PUBLISHED", "SUSPENDED"];

/** Whom the unit has given to speak on the day, whether it is published yet or not. */
export const speaksOn = ({ status, from, to, endedOn }: Speaker, day: string): boolean =>
  CURRENT.includes(status) && from <= day && (to == null || day <= to) && (endedOn == null || day < endedOn);

const hasEnded = ({ unit }: Speaker, day: string): boolean => unit?.endsOn != null && unit.endsOn <= day;

/** Who speaks for each unit, and which units have nobody. */
export function Spokespersons() {
  const own = usePair(WORDS);
  const language = useLanguage();
  const { query } = usePlace();
  const on = useOn();
  const text = useText();
  const show = query.get("show") ?? "";
  const answer = useWhole(SpokespersonBook, { on }, ({ spokespersons }) => spokespersons, {
    title: own.registers.spokespersons,
  });
  const day = on ?? answer.data?.today ?? "";
  const columns = useMemo(() => speakerColumns(own, language, day), [own, language, day]);
  const rows = useMemo(
    () =>
      (answer.data?.rows ?? [])
        .filter((speaker) => show === "all" || speaksOn(speaker, day))
        .filter((speaker) => text === "" || matches(text, speaker.name, speaker.unit?.name, speaker.unitName))
        .sort((one, other) => unitOf(one).localeCompare(unitOf(other), "vi")),
    [answer.data?.rows, show, day, text],
  );
  const { shown, more } = useShown(rows);
  return (
    <>
      <div class="narrow">
        <TextFilter />
        <DayFilter today={answer.data?.today} />
        <Choice
          label={own.show}
          name="show"
          choices={[
            ["", own.current],
            ["all", own.earlier],
            ["silent", own.silentOnly],
          ]}
        />
      </div>
      {show !== "silent" && (
        <Answered answer={answer}>
          {() => (
            <>
              <Total number={rows.length} />
              <DataTable
                title={own.speakingNow}
                titleHidden
                columns={columns}
                rows={shown}
                keyOf={({ id }) => id}
                all={() => Promise.resolve(rows)}
                rowClass={(speaker) => (speaksOn(speaker, day) ? undefined : "gone")}
              />
              <Count shown={shown.length} all={rows.length} more={more} />
            </>
          )}
        </Answered>
      )}
      <SilentList on={on} text={text} />
    </>
  );
}

const unitOf = ({ unit, unitName }: Speaker): string => unit?.name ?? unitName;

function SilentList({ on, text }: { readonly on: string | null; readonly text: string }) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const answer = useWhole(SilentUnits, { on }, ({ unitsWithoutSpokesperson }) => unitsWithoutSpokesperson, {
    title: own.silentOnly,
  });
  const columns = useMemo(
    (): readonly Column<Silent>[] => [
      { head: own.unit, text: ({ name }) => name, cell: (unit) => <RecordLink of={unit}>{unit.name}</RecordLink> },
      { head: own.kind, text: ({ kind }) => capital(termWords("UnitKind", kind, language)) },
    ],
    [own, language],
  );
  const rows = useMemo(
    () => (answer.data?.rows ?? []).filter(({ name }) => text === "" || matches(text, name)),
    [answer.data?.rows, text],
  );
  return (
    <section aria-labelledby="silent">
      <h2 id="silent">{own.silentOnly}</h2>
      <Answered answer={answer}>
        {() => (
          <>
            <Total number={rows.length} />
            <DataTable title={own.silentOnly} titleHidden columns={columns} rows={rows} keyOf={({ id }) => id} />
          </>
        )}
      </Answered>
    </section>
  );
}

function publishedText({ publishedOn, publishBy }: Speaker, own: Own): string {
  if (publishedOn != null) return dayText(publishedOn);
  return publishBy == null ? own.notPublished : `${own.notPublished}, ${own.publishBy(dayText(dayOf(publishBy)))}`;
}

function speakerColumns(own: Own, language: Language, day: string): readonly Column<Speaker>[] {
  return [
    {
      head: own.unit,
      text: unitOf,
      cell: (speaker) => (
        <>
          {speaker.unit ? <RecordLink of={speaker.unit}>{unitOf(speaker)}</RecordLink> : unitOf(speaker)}
          {hasEnded(speaker, day) && <p class="fault">{own.endedUnit}</p>}
        </>
      ),
    },
    {
      head: own.speaker,
      text: ({ name }) => name,
      cell: (speaker) => <RecordLink of={speaker}>{speaker.name}</RecordLink>,
    },
    { head: own.post, text: ({ post }) => post },
    { head: own.role, text: ({ role }) => capital(termWords("SpokespersonRole", role, language)) },
    { head: own.status, text: ({ status }) => capital(termWords("SpokespersonStatus", status, language)) },
    {
      head: own.published,
      text: (speaker) => publishedText(speaker, own),
      cell: (speaker) => (
        <span class={speaker.publishedOn == null ? "fault" : undefined}>{publishedText(speaker, own)}</span>
      ),
    },
    {
      head: own.period,
      text: ({ from, to, endedOn }) => own.days(dayText(from), dayText(endedOn ?? to ?? "")),
    },
    { head: own.contact, text: ({ phone, email }) => [phone, email].filter(Boolean).join(", ") },
  ];
}
