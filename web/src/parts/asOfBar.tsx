import { useState } from "preact/hooks";
import { BasisAt, LedgerBegan, LedgerNow } from "../../generated/documents.ts";
import { asOfIn, type AsOf } from "../asOf.ts";
import { addDays, dayOf, daysBetween, dayText, momentText, todayInVietnam } from "../format.ts";
import { useAnswer } from "../ledger/useAnswer.ts";
import { goTo, href, hrefWith, type Params, usePlace } from "../place.ts";
import { useViewer } from "../viewer.ts";
import { useWords, type Words } from "../words/words.ts";
import { DayInput } from "../forms/dayInput.tsx";

/** Where a ledger begins of which one may not read the entries. */
const YEARS_BACK = 10;

export function asOfText(asOf: AsOf, words: Words): string {
  if (asOf === null) return words.asOf.now;
  return "endOf" in asOf ? words.asOf.endOf(dayText(asOf.endOf)) : words.asOf.position(asOf.position);
}

/** When what stands at a position was recorded: people know moments, not positions. */
function useAsOfText(asOf: AsOf): string {
  const words = useWords();
  const isPosition = asOf !== null && "position" in asOf;
  const { data } = useAnswer(isPosition ? BasisAt : null, isPosition ? { asOf } : null, { noted: false });
  const recordedAt = data?.units.basis.recordedAt;
  return isPosition && recordedAt ? momentText(recordedAt) : asOfText(asOf, words);
}

/** As of when the page tells: a banner that cannot be overlooked, and a slider over the ledger's time. */
export function AsOfBar() {
  const words = useWords();
  const place = usePlace();
  const { mayRead } = useViewer();
  const asOf = asOfIn(place);
  const when = useAsOfText(asOf);
  const [open, setOpen] = useState(asOf !== null);
  const shown = open || asOf !== null;
  return (
    <div class={asOf === null ? "asof" : "asof past"}>
      {asOf === null ? (
        <button type="button" class="quiet-button" aria-expanded={shown} onClick={() => setOpen(!open)}>
          {words.asOf.label}: {words.asOf.now}
        </button>
      ) : (
        <p class="banner" role="status">
          <strong>{words.asOf.banner(when)}</strong> <a href={hrefWith({ asof: null })}>{words.asOf.back}</a>
          {mayRead && (
            <a href={href("/figures/changes", { ...kept(place.query), asof: null, since: place.query.get("asof") })}>
              {words.asOf.changes}
            </a>
          )}
        </p>
      )}
      {shown && <Slider asOf={asOf} />}
    </div>
  );
}

/** The period that is looked at stays the same, and how units are counted. */
const kept = (query: URLSearchParams): Params =>
  Object.fromEntries(["from", "to", "period", "year", "nth", "cutoff", "basis"].map((name) => [name, query.get(name)]));

function Slider({ asOf }: { readonly asOf: AsOf }) {
  const words = useWords();
  const { mayRead } = useViewer();
  const now = useAnswer(LedgerNow, {}, { noted: false });
  const began = useAnswer(mayRead ? LedgerBegan : null, mayRead ? {} : null, { still: true, noted: false });
  const last = now.data?.ledger.today ?? todayInVietnam();
  const [event] = began.data?.ledgerTimeline.nodes ?? [];
  const first = event ? dayOf(event.recordedAt) : addDays(last, -365 * YEARS_BACK);
  const chosen = asOf && "endOf" in asOf ? asOf.endOf : last;
  const [sliding, setSliding] = useState<string | null>(null);
  const days = daysBetween(first, last);
  const at = daysBetween(first, sliding ?? chosen);
  const go = (day: string | null): void => {
    setSliding(null);
    goTo(hrefWith({ asof: day === null || day >= last ? null : day }));
  };
  return (
    <div class="slider">
      <DayInput label={words.asOf.day} value={sliding ?? chosen} onDay={(day) => day && go(day)} compact />
      <input
        type="range"
        min={0}
        max={days}
        step={1}
        value={at}
        aria-label={words.asOf.slider}
        aria-valuetext={dayText(sliding ?? chosen)}
        onInput={(event) => setSliding(addDays(first, Number(event.currentTarget.value)))}
        onChange={(event) => go(addDays(first, Number(event.currentTarget.value)))}
      />
      <output>{dayText(sliding ?? chosen)}</output>
    </div>
  );
}
