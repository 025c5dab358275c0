import { useState } from "preact/hooks";
import {
  RecordHistory,
  type RecordHistoryQuery,
  RecordVersions,
  type RecordVersionsQuery,
} from "../../../generated/documents.ts";
import type { AsOf } from "../../asOf.ts";
import { capital, type ShownShape } from "../../catalog.ts";
import { dayText, momentText } from "../../format.ts";
import { useNames } from "../../forms/refInput.tsx";
import { useAnswer } from "../../ledger/useAnswer.ts";
import { Answered } from "../../parts/answered.tsx";
import { actorText, sentence } from "../../parts/event.ts";
import { useTaken } from "../../parts/questions.ts";
import { RecordLink, valueText } from "../../parts/shown.tsx";
import { hrefWith } from "../../place.ts";
import { type Language, useLanguage, usePair, useWords } from "../../words/words.ts";
import { WORDS } from "./words.ts";

type Entry = RecordHistoryQuery["recordEvents"]["nodes"][number];
type Versions = NonNullable<RecordVersionsQuery["record"]>["versioned"];

const PAGE = 50;

/** All that was ever told of a record, the latest first: who, when, why, and what stood before and after. */
export function History({
  id,
  asOf,
  shapes,
}: {
  readonly id: string;
  readonly asOf: AsOf;
  readonly shapes: readonly ShownShape[];
}) {
  const own = usePair(WORDS);
  const words = useWords();
  const [first, setFirst] = useState(PAGE);
  const [opened, setOpened] = useState(false);
  const answer = useAnswer(RecordHistory, { id, asOf, first: Math.min(first, 100) }, { title: own.history });
  const versions = useAnswer(opened ? RecordVersions : null, opened ? { id, asOf } : null, { title: own.changes });
  return (
    <section aria-labelledby="history">
      <h2 id="history">{own.history}</h2>
      <Answered answer={answer}>
        {({ recordEvents: { nodes, pageInfo } }) => (
          <>
            <Taken title={own.history} entries={nodes} />
            <ol class="history">
              {nodes.map((entry) => (
                <HistoryEntry
                  key={entry.id}
                  entry={entry}
                  shapes={shapes}
                  versions={versions.data?.record?.versioned}
                  open={() => setOpened(true)}
                />
              ))}
            </ol>
            {pageInfo.hasNextPage && first < 100 && (
              <button type="button" onClick={() => setFirst(100)}>
                {words.common.more}
              </button>
            )}
          </>
        )}
      </Answered>
    </section>
  );
}

function Taken({ title, entries }: { readonly title: string; readonly entries: readonly Entry[] }) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const lines = (): readonly (readonly string[])[] => [
    [own.what, own.when, own.recorded, own.who, own.why],
    ...entries.map((entry) => [
      sentence(entry, language),
      momentText(entry.occurredAt),
      momentText(entry.recordedAt),
      entry.actor.subject,
      entry.reason ?? "",
    ]),
  ];
  useTaken(title, lines, [entries, language]);
  return null;
}

function HistoryEntry({
  entry,
  shapes,
  versions,
  open,
}: {
  readonly entry: Entry;
  readonly shapes: readonly ShownShape[];
  readonly versions: Versions | undefined;
  readonly open: () => void;
}) {
  const own = usePair(WORDS);
  const words = useWords();
  const language = useLanguage();
  return (
    <li id={entry.id}>
      <p class="what">{sentence(entry, language)}</p>
      <p class="quiet">
        {momentText(entry.occurredAt)}
        {momentText(entry.occurredAt) !== momentText(entry.recordedAt) && (
          <>
            {" "}
            · {own.recorded.toLowerCase()} {momentText(entry.recordedAt)}
          </>
        )}{" "}
        · {actorText(entry.actor, language)}
      </p>
      {entry.reason && (
        <p>
          {own.why}: {entry.reason}
        </p>
      )}
      {entry.takesBack.map((taken) => (
        <p key={taken.id}>
          ↶ {own.takesBack}: <a href={`#${taken.id}`}>{sentence(taken, language)}</a>
        </p>
      ))}
      <details onToggle={(event) => event.currentTarget.open && open()}>
        <summary>{own.changes}</summary>
        {versions ? (
          <Changes event={entry.id} shapes={shapes} versions={versions} />
        ) : (
          <p class="quiet">{words.common.loading}</p>
        )}
        <p>
          <a href={hrefWith({ asof: entry.position, do: null })}>{own.asOfThen}</a>
        </p>
      </details>
    </li>
  );
}

interface Change {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

function changesOf(event: string, versions: Versions): readonly Change[] {
  return versions.fields.flatMap(({ path, values }) => {
    const at = values.findIndex((value) => value.event?.id === event);
    if (at < 0) return [];
    return [{ path, before: values[at - 1]?.value ?? null, after: values[at]?.value ?? null }];
  });
}

function Changes({
  event,
  shapes,
  versions,
}: {
  readonly event: string;
  readonly shapes: readonly ShownShape[];
  readonly versions: Versions;
}) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const changes = changesOf(event, versions).filter(({ path }) => shapeAt(shapes, path)?.as !== "ID");
  const nameOf = useNames(changes.flatMap(({ before, after }) => [before, after].filter(isId)).slice(0, 100));
  if (changes.length === 0) return <p class="quiet">{own.noChanges}</p>;
  const shown = (path: string, value: unknown): preact.ComponentChildren => {
    if (isId(value)) return <RecordLink of={{ id: value, title: nameOf(value) }} />;
    const shape = shapeAt(shapes, path);
    return value === null ? "—" : shape ? valueText(withoutList(shape), value, language) : plain(value, language);
  };
  return (
    <div class="table-box">
      <table class="changes">
        <thead>
          <tr>
            <th scope="col">{own.field}</th>
            <th scope="col">{own.before}</th>
            <th scope="col">{own.after}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ path, before, after }) => (
            <tr key={path}>
              <th scope="row">{pathText(shapes, path, language)}</th>
              <td data-head={own.before}>{shown(path, before)}</td>
              <td data-head={own.after}>{shown(path, after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const isId = (value: unknown): value is string => typeof value === "string" && /^[A-Z]\w+:[0-9a-f-]{36}$/.test(value);
const withoutList = ({ list: _list, paged: _paged, ...shape }: ShownShape): ShownShape => shape;
const plain = (value: unknown, language: Language): string =>
  typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) && language ? dayText(value) : String(value);

const stepsOf = (path: string): readonly string[] => path.replace(/\[[^\]]*\]/g, "").split(".");

/** `hosts[Unit:…].name` → the shape of a host's name. */
function shapeAt(shapes: readonly ShownShape[], path: string): ShownShape | undefined {
  let [within, found]: [readonly ShownShape[], ShownShape | undefined] = [shapes, undefined];
  for (const name of stepsOf(path)) {
    found = within.find((shape) => shape.name === name);
    within = found?.fields ?? [];
  }
  return found;
}

function pathText(shapes: readonly ShownShape[], path: string, language: Language): string {
  let within = shapes;
  const words = stepsOf(path).flatMap((name) => {
    const found = within.find((shape) => shape.name === name);
    within = found?.fields ?? [];
    return found ? [found.words[language]] : [];
  });
  return capital(words.join(" › "));
}
