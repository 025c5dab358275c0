import { useEffect, useMemo } from "preact/hooks";
import { LaidFigureMoved } from "../../../generated/documents.ts";
import { type AsOf, useAsOf } from "../../asOf.ts";
import { capital, catalog, type FigureSheet, measureName, termWords, useSheet } from "../../catalog.ts";
import { useNames } from "../../forms/refInput.tsx";
import { dayText, numberText } from "../../format.ts";
import { faultWords } from "../../ledger/ask.ts";
import { useAnswer } from "../../ledger/useAnswer.ts";
import { noteTable } from "../../parts/questions.ts";
import { goTo, hrefWith, usePlace } from "../../place.ts";
import { type Language, useLanguage, usePair, useWords } from "../../words/words.ts";
import { MovedEntries, OpenedEntries } from "./entries.tsx";
import {
  amountText,
  differenceText,
  type LaidFigure,
  type Moved,
  movedOf,
  type Oversight,
  type Side,
  told,
} from "./moved.ts";
import { StepButtons } from "./steps.tsx";
import { WORDS } from "./words.ts";

/** What is known of the figures by now: by the id of each. */
export type MovedFigures = Readonly<Record<string, Moved>>;

/** How the column beside the figures as laid is called: as of when it tells. */
export function todayWords(asOf: AsOf, own: (typeof WORDS)["vi"]): string {
  if (asOf === null) return own.today;
  return "endOf" in asOf ? own.asOfDay(dayText(asOf.endOf)) : own.asOfPosition;
}

/** What each cause did, in words. */
export const causesOf = (moved: Moved, language: Language): readonly string[] =>
  told(moved).map(
    ({ cause, sum }) =>
      `${differenceText(sum, moved.isMoney, language)} ${termWords("MovementCause", cause, language).toLowerCase()}`,
  );

/** The figures as they were laid, today's beside them, and why they differ. Each opens to its entries. */
export function Figures({
  oversight,
  moved,
  onMoved,
}: {
  readonly oversight: Oversight;
  readonly moved: MovedFigures;
  readonly onMoved: (figureId: string, moved: Moved) => void;
}) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const asOf = useAsOf();
  const now = todayWords(asOf, own);
  const title = asOf === null ? own.figures : own.figuresThen;
  const { figures } = oversight;
  const heads = [own.figure, own.laid, now, own.difference, own.why];
  useEffect(
    () =>
      noteTable({
        title: `${own.figuresShort} ${oversight.title}`,
        rows: () =>
          Promise.resolve([
            [...heads, capital(own.cutOff("").trim())],
            ...figures.map(({ figureId, label, value, on }) => {
              const then = moved[figureId];
              const differs = then ? [then.today, then.difference, causesOf(then, language).join("; ")] : ["", "", ""];
              return [label, value, ...differs, dayText(on)];
            }),
          ]),
      }),
    [oversight, moved, language, now],
  );
  return (
    <section aria-labelledby="figures" class="card figures">
      <h2 id="figures">{title}</h2>
      {figures.length === 0 ? (
        <p class="quiet">{own.noFigures}</p>
      ) : (
        <>
          <p class="quiet">{own.figuresLead}</p>
          <div class="table-box">
            <table>
              <caption class="only-read">{title}</caption>
              <thead>
                <tr>
                  {heads.map((head, at) => (
                    <th key={head} scope="col" class={at > 0 && at < 4 ? "end" : undefined}>
                      {head}
                    </th>
                  ))}
                </tr>
              </thead>
              {figures.map((figure, at) => (
                <FigureRows
                  key={figure.figureId}
                  {...{ oversight, figure, now, at: at + 1 }}
                  onMoved={(known) => onMoved(figure.figureId, known)}
                />
              ))}
            </table>
          </div>
        </>
      )}
      <StepButtons oversight={oversight} of={["layOversightFigure"]} />
    </section>
  );
}

function FigureRows({
  oversight,
  figure,
  now,
  at,
  onMoved,
}: {
  readonly oversight: Oversight;
  readonly figure: LaidFigure;
  readonly now: string;
  readonly at: number;
  readonly onMoved: (moved: Moved) => void;
}) {
  const own = usePair(WORDS);
  const words = useWords();
  const language = useLanguage();
  const asOf = useAsOf();
  const { figureId, label, value, from, to, on } = figure;
  const asked = useAnswer(LaidFigureMoved, { id: oversight.id, figureId, asOf }, { title: `${label}: ${own.why}` });
  const moved = useMemo(() => asked.data && movedOf(asked.data), [asked.data]);
  useEffect(() => moved && onMoved(moved), [moved]);
  const isMoney = moved?.isMoney ?? false;
  const { query } = usePlace();
  const opened = query.get("open")?.startsWith(`${figureId}.`) ? query.get("open")?.split(".")[1] : undefined;
  const inFinding = oversight.findings.some(({ figureIds }) => figureIds.includes(figureId));
  const isSame = moved !== undefined && told(moved).length === 0 && moved.difference === "0";
  const side = (of: Side, text: string, label: string): preact.JSX.Element => (
    <Opens isOpen={opened === of} panel={`panel-${figureId}`} label={label} to={`${figureId}.${of}`}>
      {text}
    </Opens>
  );
  const [laidText, todayText] = [value, moved?.today ?? ""].map((one) => amountText(one, isMoney, language));
  const bare = (amount: string): string => numberText(amount, language);
  const unit = isMoney ? own.vnd : "";
  return (
    <tbody class={opened ? "figure open" : "figure"} id={`figure-${figureId}`} aria-busy={asked.loading}>
      <tr>
        <th scope="row">
          <span class="label">
            <span class="quiet">{at}. </span>
            {label}
          </span>
          <span class="of">
            <Scope figure={figure} /> {own.period(dayText(from), dayText(to))}
          </span>
          {moved && <Bar laid={value} today={moved.today} texts={[laidText ?? "", todayText ?? ""]} />}
          {!inFinding && (
            <StepButtons
              oversight={oversight}
              of={["withdrawOversightFigure"]}
              part={{ field: "figureId", id: figureId, called: own.figureNo(at) }}
            />
          )}
        </th>
        <td class="end" data-head={own.laid}>
          {side("laid", bare(value), own.openLaid(label, laidText ?? ""))}
          <span class="of">{[unit, own.cutOff(dayText(on))].filter((one) => one !== "").join(", ")}</span>
        </td>
        <td class="end" data-head={now}>
          {moved ? (
            side("today", bare(moved.today), own.openToday(label, todayText ?? ""))
          ) : (
            <span class="quiet">…</span>
          )}
          <span class="of">{unit}</span>
        </td>
        <td class="end" data-head={own.difference}>
          {moved && (isSame ? "0" : difference(moved))}
          <span class="of">{isSame ? "" : unit}</span>
        </td>
        <td data-head={own.why} class="why">
          {asked.error !== undefined && <span class="fault">{faultWords(asked.error, words)}</span>}
          {moved && (isSame ? <span class="quiet">{own.same}</span> : <Why moved={moved} />)}
        </td>
      </tr>
      {opened && moved && (
        <tr class="opened" id={`panel-${figureId}`}>
          <td colSpan={5}>
            {opened === "moved" ? (
              <MovedEntries figure={figure} moved={moved} />
            ) : (
              <OpenedEntries
                key={opened}
                {...{ figure, isMoney }}
                id={oversight.id}
                side={opened === "laid" ? "laid" : "today"}
                sum={opened === "laid" ? value : moved.today}
              />
            )}
            <p>
              <button type="button" onClick={() => goTo(hrefWith({ open: null, entry: null }))}>
                {own.close}
              </button>
            </p>
          </td>
        </tr>
      )}
    </tbody>
  );

  function difference(by: Moved): preact.JSX.Element {
    const text = differenceText(by.difference, false, language);
    const whole = differenceText(by.difference, by.isMoney, language);
    return by.causes === null ? <>{text}</> : side("moved", text, own.openMoved(label, whole));
  }
}

/** A figure that opens where it stands; the place remembers it. */
function Opens({
  isOpen,
  panel,
  label,
  to,
  children,
}: {
  readonly isOpen: boolean;
  readonly panel: string;
  readonly label: string;
  readonly to: string;
  readonly children: string;
}) {
  return (
    <button
      type="button"
      class="opens"
      aria-expanded={isOpen}
      aria-controls={isOpen ? panel : undefined}
      aria-label={label}
      onClick={() => goTo(hrefWith({ open: isOpen ? null : to, entry: null }))}
    >
      {children}
    </button>
  );
}

/** What moved it, each cause with what it did. */
function Why({ moved }: { readonly moved: Moved }) {
  const own = usePair(WORDS);
  const language = useLanguage();
  if (moved.causes === null) return <span class="quiet">{own.distinct}</span>;
  return (
    <ul class="plain causes">
      {told(moved).map(({ cause, sum }) => (
        <li key={cause} class={sum === "0" ? "nought" : sum.startsWith("-") ? "less" : "more"}>
          <strong>{differenceText(sum, false, language)}</strong>{" "}
          {termWords("MovementCause", cause, language).toLowerCase()}
        </li>
      ))}
    </ul>
  );
}

/** How much of the longer one both have, and what came or went. */
function Bar({
  laid,
  today,
  texts: [laidText, todayText],
}: {
  readonly laid: string;
  readonly today: string;
  readonly texts: readonly [string, string];
}) {
  const own = usePair(WORDS);
  const [then, now] = [Number(laid), Number(today)];
  const most = Math.max(then, now);
  if (!(most > 0) || Math.min(then, now) < 0) return null;
  const both = (100 * Math.min(then, now)) / most;
  return (
    <svg
      class={now < then ? "dossier-bar less" : "dossier-bar"}
      viewBox="0 0 100 4"
      preserveAspectRatio="none"
      role="img"
      aria-label={own.bar(laidText, todayText)}
    >
      <rect class="both" width={both} height="4" />
      <rect class="by" x={both} width={100 - both} height="4" />
    </svg>
  );
}

/** Of what it counts only a part, in words. */
function Scope({ figure: { measure, filters, bySuccessor } }: { readonly figure: LaidFigure }) {
  const own = usePair(WORDS);
  if (filters.length === 0) return bySuccessor ? <>{own.bySuccessor}, </> : null;
  return (
    <>
      <FilterWords measure={measure} filters={filters} />
      {bySuccessor && <>, {own.bySuccessor}</>},
    </>
  );
}

const KIND_OF_LINK: Readonly<Record<string, string>> = { UNIT: "Unit", AGENCY: "PressAgency", REPORTER: "Reporter" };

function FilterWords({ measure, filters }: Pick<LaidFigure, "measure" | "filters">) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const name = measureName(measure);
  // Which book has the measure its sheet tells; there is a handful of them, always the same.
  const found = catalog.figures.map(({ sheet }) => useSheet<FigureSheet>(sheet));
  const book = found.find((sheet) => sheet?.measures.some((one) => one.name === name));
  const shapeOf = (dimension: string) => book?.dimensions.find((one) => one.name === dimension);
  const idOf = (dimension: string, value: string): string => `${KIND_OF_LINK[dimension] ?? "Unit"}:${value}`;
  const linked = filters.filter(({ dimension }) => KIND_OF_LINK[dimension] !== undefined);
  const nameOf = useNames(linked.flatMap(({ dimension, values }) => values.map((value) => idOf(dimension, value))));
  return (
    <>
      {filters
        .map(({ dimension, values }) => {
          const shape = shapeOf(dimension);
          const texts = values.map((value) =>
            KIND_OF_LINK[dimension]
              ? nameOf(idOf(dimension, value))
              : shape?.as === "TERM"
                ? termWords(shape.terms, value, language)
                : value,
          );
          return `${own.only} ${shape?.words[language] ?? ""} ${texts.join(", ")}`;
        })
        .join("; ")}
    </>
  );
}
