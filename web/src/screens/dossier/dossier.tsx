import { useState } from "preact/hooks";
import { Dossier, type DossierQuery } from "../../../generated/documents.ts";
import { useAsOf } from "../../asOf.ts";
import { termWords } from "../../catalog.ts";
import { dayText, momentText } from "../../format.ts";
import { useAnswer } from "../../ledger/useAnswer.ts";
import { Answered } from "../../parts/answered.tsx";
import { RecordLink } from "../../parts/shown.tsx";
import { href } from "../../place.ts";
import { partOf } from "../../addresses.ts";
import { useLanguage, usePair } from "../../words/words.ts";
import { Course } from "./course.tsx";
import { Figures, type MovedFigures } from "./figures.tsx";
import { Conclusion, Findings } from "./findings.tsx";
import type { Oversight } from "./moved.ts";
import { Paper } from "./paper.tsx";
import { Recommendations } from "./recommendations.tsx";
import { Reports } from "./reports.tsx";
import { NextSteps } from "./steps.tsx";
import { WORDS } from "./words.ts";

/**
 * The dossier of a supervision: the figures as they were laid, today's beside them and why they differ, what was found,
 * concluded and recommended, and what became of it. On paper it is a paper of its own (`Paper`).
 */
export function DossierPage() {
  const id = partOf("id");
  const own = usePair(WORDS);
  const asOf = useAsOf();
  const isOne = id.startsWith("Oversight:");
  const answer = useAnswer(isOne ? Dossier : null, isOne ? { id, dueOf: id, asOf } : null, { title: own.dossier });
  if (!isOne) return <p class="notice">{own.notThere}</p>;
  return (
    <article class="dossier">
      <p class="kind no-print">
        <a href={href("/dossier")}>{own.back}</a>
      </p>
      <Answered answer={answer}>
        {(data) =>
          data.oversight ? <Told oversight={data.oversight} due={data.due} /> : <p class="notice">{own.notThere}</p>
        }
      </Answered>
    </article>
  );
}

function Told({ oversight, due }: { readonly oversight: Oversight; readonly due: DossierQuery["due"] }) {
  const [moved, setMoved] = useState<MovedFigures>({});
  return (
    <>
      <div class="screen-only">
        <Head oversight={oversight} />
        <Course oversight={oversight} />
        <Figures
          oversight={oversight}
          moved={moved}
          onMoved={(figureId, known) => setMoved((all) => ({ ...all, [figureId]: known }))}
        />
        <Findings oversight={oversight} moved={moved} />
        <Recommendations oversight={oversight} due={due.nodes} />
        <Conclusion oversight={oversight} />
        <Reports oversight={oversight} due={due.nodes} />
        <NextSteps oversight={oversight} />
      </div>
      <Paper oversight={oversight} moved={moved} basis={due.basis} due={due.nodes} />
    </>
  );
}

function Head({ oversight }: { readonly oversight: Oversight }) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const { id, title, status, committee, superviseds, matters, examinedFrom, examinedTo, sessionAt, outline } =
    oversight;
  return (
    <header class="dossier-head">
      <p class="of">
        {committee} <span class="tag status">{termWords("OversightStatus", status, language)}</span>
      </p>
      <h1>{title}</h1>
      <dl class="details">
        {sessionAt !== null && (
          <div>
            <dt>{own.session}</dt>
            <dd>{momentText(sessionAt)}</dd>
          </div>
        )}
        <div>
          <dt>{own.supervised}</dt>
          <dd>
            {superviseds.map((one, at) => (
              <span key={one.id}>
                {at > 0 && "; "}
                <RecordLink of={{ id: one.id, title: one.name }} />
              </span>
            ))}
          </dd>
        </div>
        {examinedFrom !== null && examinedTo !== null && (
          <div>
            <dt>{own.examined}</dt>
            <dd>
              {dayText(examinedFrom)} – {dayText(examinedTo)}
            </dd>
          </div>
        )}
        {oversight.followedBy && (
          <div>
            <dt>{own.followedBy}</dt>
            <dd>
              <a href={href(`/dossier/${oversight.followedBy.id}`)}>{oversight.followedBy.title}</a>
            </dd>
          </div>
        )}
      </dl>
      <details>
        <summary>{outline === null ? own.matters : own.mattersAndOutline}</summary>
        <p>{matters.map((matter) => termWords("OversightMatter", matter, language)).join("; ")}.</p>
        {outline !== null && <p class="text">{outline}</p>}
      </details>
      <div class="ways">
        <button type="button" class="main" onClick={() => print()}>
          {own.printIt}
        </button>
        <a href={href(`/record/${id}`)}>{own.wholeRecord}</a>
        <nav class="sections" aria-label={own.sections}>
          <a href="#figures">{own.figuresShort}</a>
          <a href="#findings">{own.findings}</a>
          <a href="#recommendations">{own.recommendations}</a>
          <a href="#conclusion">{own.conclusion}</a>
          <a href="#reports">{own.reports}</a>
        </nav>
      </div>
    </header>
  );
}
