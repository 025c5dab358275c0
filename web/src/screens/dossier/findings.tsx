import { termWords } from "../../catalog.ts";
import { dayText } from "../../format.ts";
import { RecordLink } from "../../parts/shown.tsx";
import { hrefWith } from "../../place.ts";
import { useLanguage, usePair } from "../../words/words.ts";
import type { MovedFigures } from "./figures.tsx";
import { amountText, type Oversight } from "./moved.ts";
import { StepButtons } from "./steps.tsx";
import { WORDS } from "./words.ts";

/** What the committee found, each with the figures on which it rests, as laid and as they are. */
export function Findings({ oversight, moved }: { readonly oversight: Oversight; readonly moved: MovedFigures }) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const { findings, figures } = oversight;
  return (
    <section aria-labelledby="findings" class="card">
      <h2 id="findings">{own.findings}</h2>
      {findings.length === 0 && <p class="quiet">{own.noFindings}</p>}
      <ol class="told">
        {findings.map(({ findingId, matter, what, units, figureIds }, at) => (
          <li key={findingId} id={`finding-${findingId}`}>
            <p class="of">
              <span class="tag">{termWords("OversightMatter", matter, language)}</span>{" "}
              {units.map(({ id, name }, index) => (
                <span key={id}>
                  {index > 0 && ", "}
                  <RecordLink of={{ id, title: name }} />
                </span>
              ))}
            </p>
            <p class="text">{what}</p>
            {figureIds.length > 0 && (
              <ul class="plain proof" aria-label={own.evidence}>
                {figureIds.map((figureId) => {
                  const number = figures.findIndex((one) => one.figureId === figureId);
                  const figure = figures[number];
                  if (!figure) return null;
                  const now = moved[figureId];
                  const [then, today] = [figure.value, now?.today].map((value) =>
                    value === undefined ? undefined : amountText(value, now?.isMoney ?? false, language),
                  );
                  return (
                    <li key={figureId}>
                      <a href={hrefWith({ open: `${figureId}.laid`, entry: null })}>
                        {own.figureNo(number + 1)}: {figure.label}
                      </a>{" "}
                      <strong>
                        {then}
                        {now && now.difference !== "0" && <> → {today}</>}
                      </strong>
                    </li>
                  );
                })}
              </ul>
            )}
            <StepButtons
              oversight={oversight}
              of={["withdrawOversightFinding"]}
              part={{ field: "findingId", id: findingId, called: `${own.findings} ${at + 1}` }}
            />
          </li>
        ))}
      </ol>
      <StepButtons oversight={oversight} of={["recordOversightFinding"]} />
    </section>
  );
}

/** What the committee concluded, and where that went. */
export function Conclusion({ oversight }: { readonly oversight: Oversight }) {
  const own = usePair(WORDS);
  const { conclusion, concludedOn, conclusionText, sentOn, publishedOn, publishedAt } = oversight;
  if (concludedOn === null) {
    return (
      <section aria-labelledby="conclusion" class="card">
        <h2 id="conclusion">{own.conclusion}</h2>
        <p class="quiet">{own.noConclusion}</p>
      </section>
    );
  }
  return (
    <section aria-labelledby="conclusion" class="card">
      <h2 id="conclusion">{own.conclusion}</h2>
      <p class="of">
        {conclusion !== null && (
          <>
            {own.number} <strong>{conclusion}</strong> ·{" "}
          </>
        )}
        {dayText(concludedOn)}
        {sentOn !== null && (
          <>
            {" "}
            · {own.sentOn.toLowerCase()} {dayText(sentOn)}
          </>
        )}
        {publishedOn !== null && (
          <>
            {" "}
            · {own.publishedOn.toLowerCase()} {dayText(publishedOn)}
          </>
        )}
      </p>
      <p class="text">{conclusionText}</p>
      {publishedOn === null && <p class="quiet">{own.notPublished}</p>}
      {publishedAt !== null && (
        <p>
          {own.publishedAt}:{" "}
          {/^https?:\/\//.test(publishedAt) ? (
            <a href={publishedAt} target="_blank" rel="noopener noreferrer nofollow">
              {publishedAt}
            </a>
          ) : (
            publishedAt
          )}
        </p>
      )}
    </section>
  );
}
