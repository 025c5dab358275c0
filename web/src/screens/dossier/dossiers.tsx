import { useState } from "preact/hooks";
import { Supervisions, SupervisionsDue, type SupervisionsQuery } from "../../../generated/documents.ts";
import { useAsOf } from "../../asOf.ts";
import { capital, kindOf, termWords } from "../../catalog.ts";
import { dayText, momentText, numberText } from "../../format.ts";
import { useAnswer } from "../../ledger/useAnswer.ts";
import { Answered } from "../../parts/answered.tsx";
import { type Column, DataTable } from "../../parts/dataTable.tsx";
import { dueText, DueText } from "../../parts/dues.tsx";
import { href } from "../../place.ts";
import { useViewer } from "../../viewer.ts";
import { useLanguage, usePair, useWords } from "../../words/words.ts";
import type { Due } from "./moved.ts";
import { WORDS } from "./words.ts";

type Supervision = SupervisionsQuery["supervisions"]["nodes"][number];

const BEGINNERS: readonly string[] = ["OVERSIGHT", "ADMIN"];

/** The supervisions, what is due of them, and what begins one. */
export function Dossiers() {
  const own = usePair(WORDS);
  const words = useWords();
  const language = useLanguage();
  const viewer = useViewer();
  const asOf = useAsOf();
  const [trail, setTrail] = useState<readonly string[]>([]);
  const answer = useAnswer(Supervisions, { asOf, after: trail.at(-1) ?? null }, { title: own.list });
  const due = useAnswer(SupervisionsDue, { asOf }, { title: own.dueNow }).data?.due.nodes ?? [];
  const begins = kindOf("Oversight")?.begins ?? [];
  const mayBegin = viewer.mayWrite && BEGINNERS.includes(viewer.role) && asOf === null;
  const columns: readonly Column<Supervision>[] = [
    {
      head: own.name,
      text: ({ title }) => title,
      cell: ({ id, title, committee }) => (
        <>
          <a href={href(`/dossier/${id}`)}>{title}</a>
          <span class="of">{committee}</span>
        </>
      ),
    },
    {
      head: words.common.status,
      text: ({ status }) => termWords("OversightStatus", status, language),
      cell: ({ status }) => <span class="tag status">{termWords("OversightStatus", status, language)}</span>,
    },
    { head: own.session, text: sessionText },
    { head: own.supervised, text: ({ superviseds }) => superviseds.map(({ name }) => name).join("; ") },
    {
      head: own.followed,
      align: "end",
      text: ({ recommendations: all }) =>
        all.length === 0
          ? ""
          : `${numberText(all.filter(({ progress }) => progress === "CONFIRMED").length, language)}/${numberText(all.length, language)}`,
    },
    {
      head: own.dueNow,
      text: ({ id }) =>
        due
          .filter(({ recordId }) => recordId === id)
          .map((one) => dueText(one, language))
          .join("; "),
      cell: ({ id }) => <DueOf due={due.filter(({ recordId }) => recordId === id)} />,
    },
  ];
  function sessionText({ sessionAt, programmedFor }: Supervision): string {
    if (sessionAt !== null) return momentText(sessionAt);
    return programmedFor === null ? "" : own.planned(dayText(programmedFor));
  }
  return (
    <div class="dossiers">
      <h1>{own.title}</h1>
      <p class="quiet">{own.lead}</p>
      {mayBegin && (
        <ul class="steps no-print">
          {begins.map(({ mutation, words: does }) => (
            <li key={mutation}>
              <a class="button" href={href(`/new/${mutation}`, { then: "/dossier" })}>
                {capital(does[language])}
              </a>
            </li>
          ))}
        </ul>
      )}
      <Answered answer={answer}>
        {({ supervisions: { nodes, pageInfo } }) => (
          <>
            {nodes.length === 0 ? (
              <p class="notice">{own.none}</p>
            ) : (
              <DataTable title={own.list} columns={columns} rows={nodes} keyOf={({ id }) => id} />
            )}
            {(pageInfo.hasNextPage || trail.length > 0) && (
              <p class="pages">
                {trail.length > 0 && (
                  <button type="button" onClick={() => setTrail(trail.slice(0, -1))}>
                    {words.common.previous}
                  </button>
                )}
                {pageInfo.hasNextPage && (
                  <button type="button" onClick={() => setTrail([...trail, pageInfo.endCursor ?? ""])}>
                    {words.common.next}
                  </button>
                )}
              </p>
            )}
          </>
        )}
      </Answered>
    </div>
  );
}

function DueOf({ due }: { readonly due: readonly Due[] }) {
  if (due.length === 0) return <span class="quiet">—</span>;
  return (
    <ul class="plain dues">
      {due.map((one) => (
        <li key={one.id}>
          <DueText due={one} />
        </li>
      ))}
    </ul>
  );
}
