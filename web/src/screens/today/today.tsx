import { UnitsToWorkFor } from "../../../generated/documents.ts";
import { useAsOf } from "../../asOf.ts";
import { capital, useTerms } from "../../catalog.ts";
import { SelectInput } from "../../forms/selectInput.tsx";
import { useAnswer } from "../../ledger/useAnswer.ts";
import { isWide } from "../../parts/wide.ts";
import { goTo, hrefWith, usePlace } from "../../place.ts";
import { useViewer, type Viewer } from "../../viewer.ts";
import { useLanguage, usePair, useWords } from "../../words/words.ts";
import { Calendars } from "./calendars.tsx";
import { type Chosen, DueList } from "./dueList.tsx";
import { MayFinish } from "./mayFinish.tsx";
import { News } from "./news.tsx";
import { WORDS } from "./words.ts";

const WITHIN = ["7", "14", "30", "90"];
/** What is due within a month is what one plans by. */
const USUALLY_WITHIN = "30";
const EVERYWHERE = "all";
const ANY_DAY = "any";

/** What the address asks for; without a word of it, a clerk's own unit. */
function chosenIn(query: URLSearchParams, { unit }: Viewer): Chosen {
  const asked = query.get("unit");
  const within = query.get("days") ?? USUALLY_WITHIN;
  return {
    unitId: asked === EVERYWHERE ? null : (asked ?? unit?.id ?? null),
    kind: query.get("kind"),
    withinDays: /^\d{1,4}$/.test(within) ? Number(within) : null,
  };
}

/** The day's work: what is due, what may be finished, and what came in. */
export function Today() {
  const own = usePair(WORDS);
  const words = useWords();
  const viewer = useViewer();
  const { query } = usePlace();
  const chosen = chosenIn(query, viewer);
  const keepsCalendars = useAsOf() === null && ["CLERK", "PRESS_OFFICER", "ADMIN"].includes(viewer.role);
  const isMine = viewer.role !== "CLERK" || chosen.unitId === viewer.unit?.id;
  return (
    <article class="today">
      <h1>{words.nav.today}</h1>
      <Filter chosen={chosen} />
      <div class="today-parts">
        <div>
          <DueList chosen={chosen} />
          <MayFinish unitId={chosen.unitId} />
        </div>
        <div>
          <News unitId={chosen.unitId} />
          {keepsCalendars && isMine && (
            <section aria-labelledby="calendars" class="panel calendars">
              <h2 id="calendars">{own.calendar}</h2>
              <p class="quiet">{own.calendarNote}</p>
              {chosen.unitId === null ? (
                <p>{own.chooseUnit}</p>
              ) : (
                <Calendars key={chosen.unitId} unitId={chosen.unitId} />
              )}
            </section>
          )}
        </div>
      </div>
    </article>
  );
}

function Filter({ chosen }: { readonly chosen: Chosen }) {
  const own = usePair(WORDS);
  const words = useWords();
  const language = useLanguage();
  const { unit } = useViewer();
  const terms = useTerms();
  const units = useAnswer(UnitsToWorkFor, {}, { still: true, noted: false }).data?.units.nodes ?? [];
  const kinds = Object.entries(terms?.["DueKind"] ?? {});
  const all = unit && !units.some(({ id }) => id === unit.id) ? [unit, ...units] : units;
  const to = (name: string, value: string | null): void => goTo(hrefWith({ [name]: value, after: null }));
  const unitName = chosen.unitId === null ? own.wholeProvince : all.find(({ id }) => id === chosen.unitId)?.name;
  const kindName = chosen.kind === null ? undefined : kinds.find(([code]) => code === chosen.kind)?.[1][language];
  const within = chosen.withinDays === null ? own.anyDay : own.days(String(chosen.withinDays));
  return (
    <details class="filters" open={isWide()}>
      <summary>{[unitName, kindName && capital(kindName), within].filter(Boolean).join(" · ")}</summary>
      <form class="filter-fields" onSubmit={(event) => event.preventDefault()}>
        <SelectInput
          label={own.unit}
          none={null}
          options={[
            { value: EVERYWHERE, text: own.wholeProvince },
            ...all.map(({ id, name }) => ({ value: id, text: name })),
          ]}
          value={chosen.unitId ?? EVERYWHERE}
          onValue={(value) => to("unit", value)}
        />
        <SelectInput
          label={own.kind}
          none={words.common.all}
          options={kinds.map(([code, called]) => ({ value: code, text: capital(called[language]) }))}
          value={chosen.kind}
          onValue={(value) => to("kind", value)}
        />
        <SelectInput
          label={own.within}
          none={null}
          options={[
            ...WITHIN.map((days) => ({ value: days, text: own.days(days) })),
            { value: ANY_DAY, text: own.anyDay },
          ]}
          value={chosen.withinDays === null ? ANY_DAY : String(chosen.withinDays)}
          onValue={(value) => to("days", value)}
        />
      </form>
    </details>
  );
}
