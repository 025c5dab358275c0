import { useEffect } from "preact/hooks";
import { termWords, useTerms } from "../../catalog.ts";
import { dayText, numberText, todayInVietnam } from "../../format.ts";
import { noteTable } from "../../parts/questions.ts";
import { dueState } from "../../parts/dues.tsx";
import { RecordLink } from "../../parts/shown.tsx";
import { hrefWith, usePlace } from "../../place.ts";
import { useLanguage, usePair } from "../../words/words.ts";
import { useViewer, type Viewer } from "../../viewer.ts";
import type { Due, Oversight } from "./moved.ts";
import { StepButtons, useOfSomePart } from "./steps.tsx";
import { WORDS } from "./words.ts";

export type Recommendation = Oversight["recommendations"][number];

/** The two axes, in the order in which a recommendation goes along them. */
export const RESPONSES = ["ACCEPTED", "CONTESTED", "PENDING"] as const;
export const PROGRESS = ["OPEN", "PLANNED", "DONE", "CONFIRMED"] as const;

/** A clerk acts for the own unit, or for one that it has succeeded; the server decides. */
export const mayActFor = ({ role, unit }: Viewer, addressee: Recommendation["unit"]): boolean =>
  role !== "CLERK" || (unit !== null && addressee !== null && goOnAs(addressee).includes(unit.id));

/** The unit itself, or those that it goes on as; for one that was abolished only others than clerks write. */
function goOnAs(unit: NonNullable<Recommendation["unit"]>): readonly string[] {
  if (unit.successors.length === 0) return unit.endsOn === null || unit.endsOn > todayInVietnam() ? [unit.id] : [];
  return unit.successors.flatMap(({ unit: next }) => {
    if (!next) return [];
    const further = next.successors.flatMap((one) => (one.unit ? [one.unit.id] : []));
    return further.length === 0 ? [next.id] : further;
  });
}

/** By which a recommendation is done with: what leads to the dossier by its address may leave open of which. */
const FINISHING = ["reportOversightRecommendationDone", "confirmOversightRecommendation"];

/** What may be done about a recommendation as it stands. */
function stepsOf({ progress, response, unit }: Recommendation, viewer: Viewer): readonly string[] {
  const ofAddressee = mayActFor(viewer, unit);
  return [
    ...(ofAddressee && progress !== "CONFIRMED"
      ? ["answerOversightRecommendation", "planOversightRecommendation", "reportOversightRecommendationDone"]
      : []),
    ...(progress === "DONE" ? ["confirmOversightRecommendation"] : []),
    ...(progress !== "OPEN" ? ["reopenOversightRecommendation"] : []),
    ...(response === "PENDING" && progress === "OPEN" ? ["withdrawOversightRecommendation"] : []),
  ];
}

/** What was recommended: how many stand where on both axes, and each with its days, its plan and its evidence. */
export function Recommendations({ oversight, due }: { readonly oversight: Oversight; readonly due: readonly Due[] }) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const { query } = usePlace();
  const { recommendations } = oversight;
  const ofSome = useOfSomePart(FINISHING);
  const chosen = query.get("at");
  const shown = recommendations
    .map((recommendation, index) => ({ recommendation, at: index + 1 }))
    .filter(({ recommendation: one }) => chosen === null || chosen === `${one.response}.${one.progress}`);
  useEffect(
    () => noteTable({ title: own.recommendations, rows: () => Promise.resolve(rows()) }),
    [oversight, language],
  );
  const rows = (): string[][] => [
    [
      own.to,
      own.what,
      own.dueOn,
      own.response,
      own.answered,
      own.progress,
      own.plannedFor,
      own.doneOn,
      own.confirmedOn,
    ],
    ...recommendations.map((one) => [
      ...[one.unitName, one.what, day(one.dueOn), termWords("OversightResponse", one.response, language)],
      ...[day(one.responseOn), termWords("OversightProgress", one.progress, language), day(one.plannedFor)],
      ...[day(one.doneOn), day(one.confirmedOn)],
    ]),
  ];
  return (
    <section aria-labelledby="recommendations" class="card">
      <h2 id="recommendations">{own.recommendations}</h2>
      {recommendations.length === 0 ? (
        <p class="quiet">{own.noRecommendations}</p>
      ) : (
        <>
          <Matrix recommendations={recommendations} chosen={chosen} />
          {chosen !== null && (
            <p role="status">
              {own.onlyThese(numberText(shown.length, language), numberText(recommendations.length, language))}{" "}
              <a href={hrefWith({ at: null })}>{own.showAll}</a>
            </p>
          )}
          <ol class="told">
            {shown.map(({ recommendation, at }) => (
              <One
                key={recommendation.recommendationId}
                {...{ oversight, recommendation, at }}
                due={due.find(({ partId }) => partId === recommendation.recommendationId)}
              />
            ))}
          </ol>
        </>
      )}
      <StepButtons oversight={oversight} of={["makeOversightRecommendation", ...ofSome]} />
    </section>
  );
}

const day = (on: string | null): string => (on === null ? "" : dayText(on));

function Matrix({
  recommendations,
  chosen,
}: {
  readonly recommendations: readonly Recommendation[];
  readonly chosen: string | null;
}) {
  const own = usePair(WORDS);
  const language = useLanguage();
  useTerms();
  const number = (response: string, progress: string): number =>
    recommendations.filter((one) => one.response === response && one.progress === progress).length;
  return (
    <div class="matrix-box">
      <table class="pivot matrix">
        <caption class="only-read">{own.matrix}</caption>
        <thead>
          <tr>
            <td>
              <span class="only-read">
                {own.response} / {own.progress}
              </span>
            </td>
            {PROGRESS.map((progress) => (
              <th key={progress} scope="col">
                {termWords("OversightProgress", progress, language)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {RESPONSES.map((response) => (
            <tr key={response}>
              <th scope="row">{termWords("OversightResponse", response, language)}</th>
              {PROGRESS.map((progress) => {
                const here = `${response}.${progress}`;
                const count = number(response, progress);
                return (
                  <td key={progress} class={count > 0 ? `cell ${progress.toLowerCase()}` : "cell"}>
                    {count === 0 ? (
                      <span class="quiet">–</span>
                    ) : (
                      <a
                        href={hrefWith({ at: chosen === here ? null : here })}
                        aria-current={chosen === here ? "true" : undefined}
                        aria-label={`${numberText(count, language)}: ${termWords("OversightResponse", response, language)}, ${termWords("OversightProgress", progress, language)}`}
                      >
                        {numberText(count, language)}
                      </a>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function One({
  oversight,
  recommendation,
  at,
  due,
}: {
  readonly oversight: Oversight;
  readonly recommendation: Recommendation;
  readonly at: number;
  readonly due: Due | undefined;
}) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const viewer = useViewer();
  const {
    recommendationId: id,
    unit,
    unitName,
    what,
    response,
    progress,
    evidence,
    how,
    responseText,
  } = recommendation;
  const days: readonly (readonly [string, string | null, string | null])[] = [
    [own.answered, recommendation.responseOn, responseText],
    [own.plannedFor, recommendation.plannedFor, null],
    [own.doneOn, recommendation.doneOn, how],
    [own.confirmedOn, recommendation.confirmedOn, null],
  ];
  return (
    <li id={`recommendation-${id}`} class={due?.isOverdue ? "is-overdue" : undefined}>
      <p class="of">
        {unit ? <RecordLink of={{ id: unit.id, title: unitName }} /> : unitName}{" "}
        <span class={`tag ${response.toLowerCase()}`}>{termWords("OversightResponse", response, language)}</span>{" "}
        <span class={`tag ${progress.toLowerCase()}`}>{termWords("OversightProgress", progress, language)}</span>
      </p>
      <p class="text said">{what}</p>
      <dl class="days">
        <div>
          <dt>{own.dueOn}</dt>
          <dd>
            {recommendation.dueOn === null ? own.noDue : dayText(recommendation.dueOn)}
            {due?.isOverdue && <strong class="overdue"> {dueState(due, language)}</strong>}
          </dd>
        </div>
        {days
          .filter(([, on]) => on !== null)
          .map(([name, on, more]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                {day(on)}
                {more !== null && <span class="text">: {more}</span>}
              </dd>
            </div>
          ))}
        {evidence.length > 0 && (
          <div>
            <dt>{own.proof}</dt>
            <dd>
              {evidence.map((one, index) => (
                <span key={one.id}>
                  {index > 0 && "; "}
                  <RecordLink of={one} />
                </span>
              ))}
            </dd>
          </div>
        )}
      </dl>
      <StepButtons
        oversight={oversight}
        of={stepsOf(recommendation, viewer)}
        part={{ field: "recommendationId", id, called: own.recommendationNo(at) }}
      />
    </li>
  );
}
