import type { ComponentChildren } from "preact";
import { useAsOf } from "../../asOf.ts";
import { capital, termWords } from "../../catalog.ts";
import { dayOf, dayText, momentText, numberText } from "../../format.ts";
import { actorText } from "../../parts/event.ts";
import { useLanguage, usePair } from "../../words/words.ts";
import { stagesOf } from "./course.tsx";
import { summaryOf } from "./entries.tsx";
import { causesOf, type MovedFigures, todayWords } from "./figures.tsx";
import {
  amountText,
  type Basis,
  differenceText,
  type Due,
  type LaidFigure,
  type Moved,
  type Oversight,
  told,
} from "./moved.ts";
import { PROGRESS, RESPONSES } from "./recommendations.tsx";
import { WORDS } from "./words.ts";

/**
 * The dossier as a paper that one can lay on a table: headed as official papers are (Decree 30/2020/NĐ-CP), with figures
 * that say as of when each stands, and in an annex what moved them. It is there when one prints, and only then.
 */
export function Paper({
  oversight,
  moved,
  basis,
  due,
}: {
  readonly oversight: Oversight;
  readonly moved: MovedFigures;
  readonly basis: Basis;
  readonly due: readonly Due[];
}) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const asOf = useAsOf();
  const recorded = basis.recordedAt === null ? "—" : momentText(basis.recordedAt);
  const isOfDay = asOf !== null && "endOf" in asOf;
  const [year = "", month = "", day = ""] = basis.today.split("-");
  const { title, findings, figures, conclusion, concludedOn, conclusionText } = oversight;
  const changed = figures.filter(({ figureId }) => told(moved[figureId] ?? NOTHING).length > 0);
  const parts = numbered();
  return (
    <div class="paper">
      <Heading committee={oversight.committee} date={own.dateLine(day, month, year)} />
      <h1>
        {own.dossier}
        <span>{title}</span>
      </h1>
      <p class="stands">{isOfDay ? own.standsOn(dayText(asOf.endOf)) : own.standsNow(recorded)}</p>

      <Preface oversight={oversight} />

      <h2>
        {parts()} {asOf === null ? own.figures : own.figuresThen}
      </h2>
      <FiguresOnPaper
        {...{ figures, moved }}
        stands={isOfDay ? own.standsOnShort(dayText(asOf.endOf)) : own.standsNowShort(recorded)}
        hasAnnex={changed.length > 0}
      />

      <h2>
        {parts()} {own.findings}
      </h2>
      {findings.length === 0 && <p>{own.noFindings}</p>}
      {findings.map(({ findingId, matter, what, figureIds }, at) => (
        <p key={findingId} class="said">
          {at + 1}. <em>{termWords("OversightMatter", matter, language)}.</em> {what}
          {figureIds.length > 0 && (
            <>
              {" "}
              ({own.evidence.toLowerCase()}:{" "}
              {figureIds
                .map((id) => own.figureNo(figures.findIndex((one) => one.figureId === id) + 1).toLowerCase())
                .join(", ")}
              )
            </>
          )}
        </p>
      ))}

      <h2>
        {parts()} {own.conclusion}
      </h2>
      {concludedOn === null ? (
        <p>{own.noConclusion}</p>
      ) : (
        <>
          <p>
            {own.number} {conclusion}, {dayText(concludedOn)}.
          </p>
          <p class="said">{conclusionText}</p>
        </>
      )}

      <h2>
        {parts()} {own.recommendations}
      </h2>
      <RecommendationsOnPaper oversight={oversight} due={due} />

      {oversight.comments.length > 0 && (
        <>
          <h2>
            {parts()} {own.comments}
          </h2>
          {oversight.comments.map(({ on, unit, what }, at) => (
            <p key={at} class="said">
              {dayText(on)}
              {unit && `, ${unit.name}`}: {what}
            </p>
          ))}
        </>
      )}
      <h2>
        {parts()} {own.paperCourse}
      </h2>
      <CourseOnPaper oversight={oversight} />
      {changed.length > 0 && <Annex figures={figures} moved={moved} />}
    </div>
  );
}

const NOTHING: Moved = { isMoney: false, today: "0", difference: "0", causes: [] };

/** I., II., III. … in turn. */
function numbered(): () => string {
  const NUMBERS = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII"];
  let at = 0;
  return () => `${NUMBERS[at++] ?? ""}.`;
}

/** Who supervises on the left, above it the body that it is of; the State and its motto on the right. */
function Heading({ committee, date }: { readonly committee: string; readonly date: string }) {
  const own = usePair(WORDS);
  const [name = "", ...of] = committee.split(/,\s*/);
  return (
    <div class="heading">
      <div>
        {of.length > 0 && <p>{of.join(", ").toLocaleUpperCase("vi")}</p>}
        <p class="ruled">{name.toLocaleUpperCase("vi")}</p>
      </div>
      <div>
        <p class="state">{own.state}</p>
        <p class="motto ruled">{own.motto}</p>
        <p class="date">{date}</p>
      </div>
    </div>
  );
}

/** Whom and what it was about. */
function Preface({ oversight }: { readonly oversight: Oversight }) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const { superviseds, matters, examinedFrom, examinedTo, sessionAt } = oversight;
  return (
    <>
      <p>
        {own.supervised}: {superviseds.map(({ name }) => name).join("; ")}.
      </p>
      {examinedFrom !== null && examinedTo !== null && (
        <p>
          {own.examined}: {own.period(dayText(examinedFrom), dayText(examinedTo))}.
        </p>
      )}
      {sessionAt !== null && (
        <p>
          {own.session}: {momentText(sessionAt)}.
        </p>
      )}
      <p>
        {own.matters}: {matters.map((matter) => termWords("OversightMatter", matter, language)).join("; ")}.
      </p>
    </>
  );
}

function CourseOnPaper({ oversight }: { readonly oversight: Oversight }) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const stages = stagesOf(oversight, own, language).filter(({ day, more }) => day !== null || more !== "");
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{own.step}</th>
          <th scope="col">{own.paperDay}</th>
          <th scope="col">{own.paper}</th>
        </tr>
      </thead>
      <tbody>
        {stages.map(({ name, day, more }) => (
          <tr key={name}>
            <td>{own.stages[name]}</td>
            <td class="on-day">{day === null ? "—" : dayText(day)}</td>
            <td>{name === "reports" ? <ReportsOnPaper reports={oversight.reports} /> : more}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ReportsOnPaper({ reports }: { readonly reports: Oversight["reports"] }) {
  const own = usePair(WORDS);
  return (
    <>
      {reports.map(({ reportId, unitName, document, dueOn, receivedOn }) => (
        <span key={reportId} class="line">
          {[unitName, document].filter((one) => one !== null).join(", ")} ({own.dueOn.toLowerCase()} {dayText(dueOn)};{" "}
          {receivedOn === null
            ? own.notReceived
            : `${own.receivedOn.toLowerCase()} ${dayText(receivedOn)}${receivedOn > dueOn ? `, ${own.late}` : ""}`}
          )
        </span>
      ))}
    </>
  );
}

/** Figures asked alike have one note together: the number of each note by what it says. */
function FiguresOnPaper({
  figures,
  moved,
  stands,
  hasAnnex,
}: {
  readonly figures: readonly LaidFigure[];
  readonly moved: MovedFigures;
  readonly stands: string;
  readonly hasAnnex: boolean;
}) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const now = todayWords(useAsOf(), own);
  if (figures.length === 0) return <p>{own.noFigures}</p>;
  const noteOf = ({ on, laidOn, from, to }: LaidFigure): string =>
    own.noteLaid(dayText(on), dayText(laidOn), dayText(from), dayText(to));
  const notes = [...new Set(figures.map(noteOf))];
  const last = notes.length + 1;
  return (
    <>
      <table class="laid">
        <thead>
          <tr>
            <th scope="col">{own.order}</th>
            <th scope="col">{own.figure}</th>
            <th scope="col">{own.laid}</th>
            <th scope="col">
              {now}
              <sup>({last})</sup>
            </th>
            <th scope="col">{own.difference}</th>
            <th scope="col">{own.why}</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure, at) => {
            const then = moved[figure.figureId];
            const isMoney = then?.isMoney ?? false;
            return (
              <tr key={figure.figureId}>
                <td class="order">{at + 1}</td>
                <td>{figure.label}</td>
                <td class="end">
                  <strong>{numberText(figure.value, language)}</strong>
                  <sup>({notes.indexOf(noteOf(figure)) + 1})</sup>
                </td>
                <td class="end">{then ? numberText(then.today, language) : "…"}</td>
                <td class="end">{then ? differenceText(then.difference, false, language) : "…"}</td>
                <td>
                  {then && told(then).length === 0 && own.same}
                  {then &&
                    causesOf({ ...then, isMoney: false }, language).map((text) => (
                      <span key={text} class="line">
                        {text}
                      </span>
                    ))}
                  {isMoney && <span class="line">({own.vnd})</span>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <ol class="notes">
        {notes.map((note, at) => (
          <li key={note}>
            ({at + 1}) {note}
          </li>
        ))}
        <li>
          ({last}) {own.noteToday(stands)} {hasAnnex && own.seeAnnex}
        </li>
      </ol>
    </>
  );
}

function RecommendationsOnPaper({ oversight, due }: { readonly oversight: Oversight; readonly due: readonly Due[] }) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const { recommendations } = oversight;
  if (recommendations.length === 0) return <p>{own.noRecommendations}</p>;
  const overdue = new Set(due.filter(({ isOverdue }) => isOverdue).map(({ partId }) => partId));
  const line = (name: string, on: string | null, more?: string | null): ComponentChildren =>
    on !== null && (
      <span class="line">
        {name} {dayText(on)}
        {more && `: ${more}`}
      </span>
    );
  return (
    <>
      <table class="matrix">
        <thead>
          <tr>
            <td />
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
              {PROGRESS.map((progress) => (
                <td key={progress}>
                  {recommendations.filter((one) => one.response === response && one.progress === progress).length ||
                    "–"}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <table class="asked">
        <thead>
          <tr>
            <th scope="col">{own.order}</th>
            <th scope="col">{own.what}</th>
            <th scope="col">{own.to}</th>
            <th scope="col">{own.dueOn}</th>
            <th scope="col">{own.response}</th>
            <th scope="col">{own.progress}</th>
          </tr>
        </thead>
        <tbody>
          {recommendations.map((one, at) => (
            <tr key={one.recommendationId}>
              <td class="order">{at + 1}</td>
              <td>{one.what}</td>
              <td>{one.unitName}</td>
              <td class="on-day">
                {one.dueOn === null ? "—" : dayText(one.dueOn)}
                {overdue.has(one.recommendationId) && <span class="line">({OVERDUE[language]})</span>}
              </td>
              <td>
                {termWords("OversightResponse", one.response, language)}
                {line("", one.responseOn, one.responseText)}
              </td>
              <td>
                {termWords("OversightProgress", one.progress, language)}
                {line(own.plannedFor, one.plannedFor)}
                {line(own.doneOn, one.doneOn, one.how)}
                {line(own.confirmedOn, one.confirmedOn)}
                {one.evidence.length > 0 && (
                  <span class="line">
                    {own.proof}: {one.evidence.map(({ title }) => title).join("; ")}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

const OVERDUE = { vi: "quá hạn", en: "overdue" } as const;

/** Every entry that moved a figure since it was laid: when, what, who, why. */
function Annex({ figures, moved }: { readonly figures: readonly LaidFigure[]; readonly moved: MovedFigures }) {
  const own = usePair(WORDS);
  const language = useLanguage();
  return (
    <section class="annex">
      <h2>
        {own.annex}
        <span>{own.annexTitle}</span>
      </h2>
      {figures.map(({ figureId, label, value }, at) => {
        const then = moved[figureId];
        if (!then || told(then).length === 0) return null;
        const [laid, today] = [value, then.today].map((one) => amountText(one, then.isMoney, language));
        return (
          <section key={figureId}>
            <h3>
              {at + 1}. {label}: {laid} → {today}
            </h3>
            <table>
              <thead>
                <tr>
                  <th scope="col">{own.amount}</th>
                  <th scope="col">{own.countsOn}</th>
                  <th scope="col">{own.entry}</th>
                  <th scope="col">{own.recordedAt}</th>
                  <th scope="col">{own.reason}</th>
                </tr>
              </thead>
              <tbody>
                {told(then).flatMap(({ entries, hasMore }) => [
                  ...entries.map((entry) => (
                    <tr key={entry.id}>
                      <td class="end">{differenceText(entry.amount, false, language)}</td>
                      <td class="on-day">{dayText(entry.occurredOn)}</td>
                      <td>
                        {[entry.unitName, capital(summaryOf(entry, language))].filter((one) => one !== null).join(": ")}
                        <span class="line who">
                          {own.by}: {actorText(entry.event.actor, language)}
                        </span>
                      </td>
                      <td class="on-day">{dayText(dayOf(entry.event.recordedAt))}</td>
                      <td>
                        {termWords("FigureCause", entry.cause, language)}
                        {entry.event.reason !== null && <span class="line">{entry.event.reason}</span>}
                      </td>
                    </tr>
                  )),
                  ...(hasMore
                    ? [
                        <tr key="more">
                          <td colSpan={5}>…</td>
                        </tr>,
                      ]
                    : []),
                ])}
              </tbody>
            </table>
          </section>
        );
      })}
    </section>
  );
}
