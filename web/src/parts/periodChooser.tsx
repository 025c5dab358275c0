import { LaidPeriods } from "../../generated/documents.ts";
import { useAsOf } from "../asOf.ts";
import { dayText, todayInVietnam } from "../format.ts";
import { DayInput } from "../forms/dayInput.tsx";
import { type Option, SelectInput } from "../forms/selectInput.tsx";
import { useAnswer } from "../ledger/useAnswer.ts";
import { goTo, hrefWith } from "../place.ts";
import { useViewer } from "../viewer.ts";
import { usePair } from "../words/words.ts";
import { isWide } from "./wide.ts";
import { type Period, PER_YEAR, PERIOD_KINDS, periodParams, periodText, presets } from "./period.ts";
import { PERIOD_WORDS } from "./periodWords.ts";

const YEARS = 12;

const numbered = (numbers: readonly number[]): readonly Option[] =>
  numbers.map((one) => ({ value: String(one), text: String(one) }));

/** The day that is today where the page looks. */
export function useToday(): string {
  const asOf = useAsOf();
  return asOf && "endOf" in asOf ? asOf.endOf : todayInVietnam();
}

/** The period of the figures: usual ones by a click, those that reports name, or any days. */
export function PeriodChooser({
  shown: period,
  last,
  laidAs = "asof",
}: {
  readonly shown: Period;
  /** The last day of what is shown, where that is not the day that the page looks at. */
  readonly last?: string;
  /** What the day of a period that was laid before the council is in the address: that of the look, or of the comparison. */
  readonly laidAs?: "asof" | "since";
}) {
  const own = usePair(PERIOD_WORDS);
  const looked = useToday();
  const today = last ?? looked;
  const set = (one: Period): void => goTo(hrefWith({ ...periodParams(one), after: null }));
  const isChosen = (one: Period): boolean => periodText(one, own) === periodText(period, own);
  const years = Array.from({ length: YEARS }, (_, at) => Number(today.slice(0, 4)) - at);
  const { kind, year = Number(today.slice(0, 4)), nth = 1, cutOff } = period;
  return (
    <section class="period" aria-label={own.period}>
      <p class="presets">
        {presets(today).map(({ name, period: one }) => (
          <a
            key={name}
            class="chip"
            href={hrefWith({ ...periodParams(one), after: null })}
            aria-current={isChosen(one) ? "true" : undefined}
          >
            {own[name]}
          </a>
        ))}
        <Laid chosen={period} as={laidAs} />
      </p>
      <details class="other-period" open={isWide()}>
        <summary>{own.otherPeriod}</summary>
        <div class="period-fields">
          <SelectInput
            label={own.period}
            none={null}
            options={(["DAYS", ...PERIOD_KINDS] as const).map((one) => ({ value: one, text: own.kinds[one] }))}
            value={kind ?? "DAYS"}
            onValue={(value) => {
              const chosen = PERIOD_KINDS.find((one) => one === value);
              set(
                chosen
                  ? { kind: chosen, year, ...(PER_YEAR[chosen] > 1 ? { nth: 1 } : {}) }
                  : { from: `${year}-01-01`, to: `${year}-12-31` },
              );
            }}
          />
          {kind === undefined ? (
            <>
              <DayInput
                label={own.fromDay}
                value={period.from ?? null}
                onDay={(from) => from && set({ from, to: period.to && period.to >= from ? period.to : from })}
              />
              <DayInput
                label={own.toDay}
                value={period.to ?? null}
                onDay={(to) => to && set({ from: period.from && period.from <= to ? period.from : to, to })}
              />
            </>
          ) : (
            <>
              {PER_YEAR[kind] > 1 && (
                <SelectInput
                  label={own.kinds[kind]}
                  none={null}
                  options={numbered(Array.from({ length: PER_YEAR[kind] }, (_, at) => at + 1))}
                  value={String(nth)}
                  onValue={(value) => set({ ...period, nth: Number(value) })}
                />
              )}
              <SelectInput
                label={own.kinds.YEAR}
                none={null}
                options={numbered([...new Set([year, ...years])].sort((one, other) => other - one))}
                value={String(year)}
                onValue={(value) => set({ ...period, year: Number(value) })}
              />
              <label class="check">
                <input
                  type="checkbox"
                  checked={cutOff === "REPORTING"}
                  onChange={({ currentTarget: { checked } }) => {
                    const { cutOff: _cutOff, ...rest } = period;
                    set(checked ? { ...rest, cutOff: "REPORTING" } : rest);
                  }}
                />
                {own.reporting}
              </label>
            </>
          )}
        </div>
      </details>
    </section>
  );
}

/** The periods whose figures were laid before the council: asked for again and again. */
function Laid({ chosen, as }: { readonly chosen: Period; readonly as: "asof" | "since" }) {
  const own = usePair(PERIOD_WORDS);
  const { mayRead } = useViewer();
  const { data } = useAnswer(mayRead ? LaidPeriods : null, mayRead ? {} : null, { still: true, noted: false });
  const periods = new Map(
    (data?.supervisions.nodes ?? []).flatMap(({ figures }) =>
      figures.map(({ from, to, on }) => [`${from} ${to} ${on}`, { from, to, on }] as const),
    ),
  );
  return (
    <>
      {[...periods.values()].map(({ from, to, on }) => (
        <a
          key={`${from}${to}${on}`}
          class="chip"
          href={hrefWith({ ...periodParams({ from, to }), [as]: on, after: null })}
          aria-current={chosen.from === from && chosen.to === to ? "true" : undefined}
          title={own.laid}
        >
          {own.laidOn(dayText(from), dayText(to))}
        </a>
      ))}
    </>
  );
}
