import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { DuplicatePairs } from "../../../../generated/documents.ts";
import { useAsOf } from "../../../asOf.ts";
import { capital, kindOf, type KindSheet, selectionOf, type ShownShape, useSheet } from "../../../catalog.ts";
import { numberText } from "../../../format.ts";
import type { MadeDocument } from "../../../ledger/document.ts";
import { useAnswer } from "../../../ledger/useAnswer.ts";
import { Answered } from "../../../parts/answered.tsx";
import { entriesOf, RecordLink, valueText } from "../../../parts/shown.tsx";
import { hrefWith, usePlace } from "../../../place.ts";
import { useViewer } from "../../../viewer.ts";
import { type Language, useLanguage, usePair, useWords } from "../../../words/words.ts";
import { useWhole } from "../whole.ts";
import { JudgeForm, type ShownVisit } from "./judgeForm.tsx";
import { DUPLICATE_WORDS } from "./words.ts";

const keyOf = (visits: readonly { readonly id: string }[]): string => visits.map(({ id }) => id).join(" ");

/** One pair after another: what differs is seen at once, and the verdict is given where one looks. */
export function PairsToJudge() {
  const own = usePair(DUPLICATE_WORDS);
  const language = useLanguage();
  const { query } = usePlace();
  const answer = useWhole(DuplicatePairs, { judged: false }, ({ probableDuplicates }) => probableDuplicates, {
    title: own.views.visits,
  });
  // What has just been judged is gone before the list is asked again.
  const [judged, setJudged] = useState<ReadonlySet<string>>(new Set());
  const [said, setSaid] = useState<string>();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (said !== undefined) heading.current?.focus();
  }, [judged]);
  const pairs = useMemo(
    () => (answer.data?.rows ?? []).filter(({ visits }) => !judged.has(keyOf(visits))),
    [answer.data?.rows, judged],
  );
  const at = Math.min(Math.max(1, Number(query.get("at")) || 1), Math.max(1, pairs.length));
  const pair = pairs[at - 1];
  return (
    <>
      {said !== undefined && (
        <p class="notice done" role="status">
          {said}
        </p>
      )}
      <Answered answer={answer}>
        {() =>
          pair ? (
            <>
              <h2 ref={heading} tabIndex={-1}>
                {own.pairOf(numberText(at, language), numberText(pairs.length, language))}
              </h2>
              {pairs.length > 1 && (
                <p class="pages">
                  {at > 1 && <a href={hrefWith({ at: at === 2 ? null : at - 1 })}>{own.previous}</a>}
                  {at < pairs.length && <a href={hrefWith({ at: at + 1 })}>{own.next}</a>}
                </p>
              )}
              <PairShown
                key={keyOf(pair.visits)}
                ids={pair.visits.map(({ id }) => id)}
                onJudged={(what) => {
                  setSaid(own.judgedNow(what));
                  setJudged(new Set([...judged, keyOf(pair.visits)]));
                  answer.again();
                }}
              />
            </>
          ) : (
            <h2 ref={heading} tabIndex={-1}>
              {own.noneLeft}
            </h2>
          )
        }
      </Answered>
    </>
  );
}

function PairShown({ ids, onJudged }: { readonly ids: readonly string[]; readonly onJudged: (what: string) => void }) {
  const own = usePair(DUPLICATE_WORDS);
  const words = useWords();
  const asOf = useAsOf();
  const { mayWrite } = useViewer();
  const sheet = useSheet<KindSheet>(kindOf("Visit")?.sheet);
  const document = useMemo(
    () =>
      sheet
        ? (`query ($ids: [ID!]!, $asOf: AsOf) { nodes(ids: $ids, asOf: $asOf) { __typename id title ... on Visit {
            revision nextSteps { mutation allowed } ${sheet.shapes.map(selectionOf).join(" ")} } } }` as MadeDocument)
        : null,
    [sheet],
  );
  const answer = useAnswer(document, document && { ids, asOf }, { title: own.views.visits });
  const shown = { ...answer, loading: answer.loading || document === null };
  const form = sheet?.forms.find(({ mutation }) => mutation === "judgeVisitDuplicate");
  return (
    <Answered answer={shown}>
      {(data) => {
        const [first, second] = data["nodes"] as readonly (ShownVisit | null)[];
        if (!first || !second || !sheet) return null;
        const may = mayWrite && [first, second].some(isToJudge);
        return (
          <>
            <Compared shapes={sheet.shapes} first={first} second={second} />
            {asOf !== null ? (
              <p class="quiet">{words.form.onlyNow}</p>
            ) : may && form ? (
              <JudgeForm form={form} first={first} second={second} onJudged={onJudged} />
            ) : (
              <p class="quiet">{own.mayNot}</p>
            )}
          </>
        );
      }}
    </Answered>
  );
}

const isToJudge = ({ nextSteps }: ShownVisit): boolean =>
  nextSteps.some(({ mutation, allowed }) => allowed && mutation === "judgeVisitDuplicate");

/** Two visits side by side: what differs, and, folded away, what is alike. */
function Compared({
  shapes,
  first,
  second,
}: {
  readonly shapes: readonly ShownShape[];
  readonly first: ShownVisit;
  readonly second: ShownVisit;
}) {
  const own = usePair(DUPLICATE_WORDS);
  const language = useLanguage();
  const lines = shapes
    .filter(({ as, name }) => as !== "ID" && name !== "probableDuplicates")
    .map((shape) => ({
      head: capital(shape.words[language]),
      one: told(shape, first[shape.name], language),
      other: told(shape, second[shape.name], language),
    }))
    .filter(({ one, other }) => one !== "" || other !== "");
  const different = lines.filter(({ one, other }) => one !== other);
  const alike = lines.filter(({ one, other }) => one === other);
  return (
    <>
      <Lines lines={different} first={first} second={second} />
      {alike.length > 0 && (
        <details open>
          <summary>{own.alike(numberText(alike.length, language))}</summary>
          <dl class="details">
            {alike.map(({ head, one }) => (
              <div key={head}>
                <dt>{head}</dt>
                <dd>{one}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </>
  );
}

/** A value as text; what a part says twice, as a name and its link, stands once. */
function told(shape: ShownShape, value: unknown, language: Language): string {
  if (shape.as !== "PART" || value === null || value === undefined) return valueText(shape, value, language);
  const fields = (shape.fields ?? []).filter(({ as }) => as !== "ID");
  const texts = entriesOf(shape, value).map((entry) => {
    const parts = fields.map((field) => valueText(field, (entry as Record<string, unknown>)[field.name], language));
    return [...new Set(parts)].filter((text) => text !== "").join(", ");
  });
  return texts.join("; ");
}

interface Line {
  readonly head: string;
  readonly one: string;
  readonly other: string;
}

function Lines({
  lines,
  first,
  second,
}: {
  readonly lines: readonly Line[];
  readonly first: ShownVisit;
  readonly second: ShownVisit;
}) {
  const own = usePair(DUPLICATE_WORDS);
  const words = useWords();
  return (
    <div class="table-box">
      <table class="compared">
        <thead>
          <tr>
            <th scope="col">{own.field}</th>
            <th scope="col">{own.first}</th>
            <th scope="col">{own.second}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{words.common.record}</th>
            <td data-head={own.first}>
              <RecordLink of={first} />
            </td>
            <td data-head={own.second}>
              <RecordLink of={second} />
            </td>
          </tr>
          {lines.map(({ head, one, other }) => (
            <tr key={head} class="differs">
              <th scope="row">
                {head} <span class="mark">{own.differs}</span>
              </th>
              <td data-head={own.first}>{one || "—"}</td>
              <td data-head={own.second}>{other || "—"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
