import { useMemo } from "preact/hooks";
import { useAsOf } from "../../asOf.ts";
import { capital, kindOfId, type KindSheet, selectionOf, type ShownShape, useSheet } from "../../catalog.ts";
import { DayInput } from "../../forms/dayInput.tsx";
import { type OfferedStep, theirs } from "../../forms/notNow.tsx";
import { Steps } from "../../forms/steps.tsx";
import type { MadeDocument } from "../../ledger/document.ts";
import { useAnswer } from "../../ledger/useAnswer.ts";
import { Answered } from "../../parts/answered.tsx";
import { Dues } from "../../parts/dues.tsx";
import { useTaken } from "../../parts/questions.ts";
import { Details, valueText } from "../../parts/shown.tsx";
import { NotForYou } from "../../parts/who.tsx";
import { goTo, href, hrefWith, usePlace } from "../../place.ts";
import { partOf } from "../../addresses.ts";
import { useViewer } from "../../viewer.ts";
import { useLanguage, usePair, useWords } from "../../words/words.ts";
import { History } from "./history.tsx";
import { WORDS } from "./words.ts";

interface ShownRecord {
  readonly id: string;
  readonly title: string;
  readonly revision?: number;
  readonly nextSteps?: readonly OfferedStep[];
  readonly [field: string]: unknown;
}

const NEXT = "nextSteps { mutation words { vi en } allowed refusal { code message messageVi } }";

/** A record: what it says, what may be done next, what is due, and all that was ever told of it. */
export function RecordPage() {
  const id = partOf("id");
  const own = usePair(WORDS);
  const words = useWords();
  const language = useLanguage();
  const viewer = useViewer();
  const asOf = useAsOf();
  const validAt = usePlace().query.get("on");
  const kind = kindOfId(id);
  const sheet = useSheet<KindSheet>(kind?.sheet);
  const document = useMemo(
    () =>
      kind && sheet
        ? (`query ($id: ID!, $asOf: AsOf, $validAt: LocalDate) { node(id: $id, asOf: $asOf, validAt: $validAt) {
            __typename id title ... on ${kind.kind} { ${viewer.mayRead ? `revision ${NEXT}` : ""}
            ${sheet.shapes.map(selectionOf).join(" ")} } } }` as MadeDocument)
        : null,
    [kind, sheet, viewer.mayRead],
  );
  const answer = useAnswer(document, document && { id, asOf, validAt }, { title: words.common.record });
  if (!kind) return <p class="notice">{own.notThere}</p>;
  return (
    <article class="record">
      <p class="kind">
        <a href={href(`/records/${kind.kind}`)}>{capital(kind.words[language])}</a>
      </p>
      <Answered answer={answer}>
        {(data) => {
          const record = data["node"] as ShownRecord | null;
          if (!record || !sheet) return <NotForYou says={own.notThere} />;
          return (
            <>
              <h1>{record.title}</h1>
              {viewer.mayRead && kind.kind === "Unit" && (
                <p>
                  <a href={href(`/board/${id}`)}>{own.duties}</a>
                </p>
              )}
              {viewer.mayRead && kind.kind === "Oversight" && (
                <p>
                  <a href={href(`/dossier/${id}`)}>{own.dossier}</a>
                </p>
              )}
              {viewer.mayRead && <NextSteps record={record} isNow={asOf === null && validAt === null} />}
              {viewer.mayRead && <Dues of={[{ id }]} asOf={asOf} titled />}
              <section aria-labelledby="details">
                <h2 id="details">{own.details}</h2>
                <div class="true-on">
                  <DayInput
                    label={own.trueOn}
                    value={validAt}
                    onDay={(day) => goTo(hrefWith({ on: day }), { replace: true })}
                  />
                </div>
                <Details shapes={sheet.shapes} values={record} />
                <Taken record={record} shapes={sheet.shapes} />
              </section>
              {viewer.mayRead && (
                <>
                  <History id={id} asOf={asOf} shapes={sheet.shapes} />
                  <p>
                    <a href={href("/timeline", { of: [id] })}>{own.timeline}</a>
                  </p>
                </>
              )}
            </>
          );
        }}
      </Answered>
    </article>
  );
}

/** What the record says, as a file: a line a field. */
function Taken({ record, shapes }: { readonly record: ShownRecord; readonly shapes: readonly ShownShape[] }) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const lines = (): readonly (readonly string[])[] => [
    [own.field, own.details],
    ...shapes
      .filter(({ as }) => as !== "ID")
      .map((shape) => [capital(shape.words[language]), valueText(shape, record[shape.name], language)])
      .filter(([, text]) => text !== ""),
  ];
  useTaken(record.title, lines, [record, language]);
  return null;
}

function NextSteps({ record, isNow }: { readonly record: ShownRecord; readonly isNow: boolean }) {
  const own = usePair(WORDS);
  const words = useWords();
  const { mayWrite } = useViewer();
  const { id, revision = 0, nextSteps = [] } = record;
  if (!mayWrite || theirs(nextSteps).length === 0) return null;
  if (!isNow) return <p class="quiet">{words.form.onlyNow}</p>;
  return (
    <section aria-labelledby="next" class="next">
      <h2 id="next">{own.next}</h2>
      <Steps of={{ id, revision, nextSteps }} />
    </section>
  );
}
