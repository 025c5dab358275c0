import type { ComponentChildren } from "preact";
import { capital, termWords } from "../../catalog.ts";
import { numberText } from "../../format.ts";
import { RecordLink } from "../../parts/shown.tsx";
import { href } from "../../place.ts";
import { useLanguage, usePair } from "../../words/words.ts";
import { type Board, speaksAlways } from "./duties.ts";
import type { Late } from "./late.ts";
import { isDone } from "./recommendations.tsx";
import { WORDS } from "./words.ts";

/** How the unit stands, in one look: each opens what it is made of. */
export function Glance({ board, late }: { readonly board: Board; readonly late: readonly Late[] }) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const { due, recommendations } = board;
  const overdue = late.filter(({ is }) => is === "OVERDUE");
  const others = overdue.filter(({ group }) => group === "OTHERS").length;
  const open = recommendations.filter((one) => !isDone(one)).length;
  return (
    <ul class="glance" aria-label={own.glance}>
      <Speakers board={board} />
      <Tile name={own.overdue} value={overdue.length} to="#late" isBad>
        {others > 0 && own.amongOthers(numberText(others, language))}
      </Tile>
      <Tile name={own.notKept} value={late.length - overdue.length} to="#late" isBad />
      <Tile name={own.coming} value={due.nodes.filter(({ isOverdue }) => !isOverdue).length} to="#coming" />
      <Tile name={own.notDone} value={open} to="#recommendations">
        {recommendations.length > 0 && own.ofAll(numberText(recommendations.length, language))}
      </Tile>
    </ul>
  );
}

function Tile({
  name,
  value,
  to,
  isBad = false,
  children,
}: {
  readonly name: string;
  readonly value: number;
  readonly to: string;
  /** It should be nought. */
  readonly isBad?: boolean;
  readonly children?: ComponentChildren;
}) {
  const own = usePair(WORDS);
  const text = numberText(value, useLanguage());
  return (
    <li class={isBad && value > 0 ? "tile bad" : "tile"}>
      <span>{name}</span>
      <span class="told">
        <a class="big" href={to} aria-label={own.openFigure(name, text)}>
          {text}
        </a>{" "}
        {children && <span class="quiet">{children}</span>}
      </span>
    </li>
  );
}

/** Who speaks for it; that nobody does cannot be overlooked. */
function Speakers({ board: { spokespersons, unit } }: { readonly board: Board }) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const isSilent = !speaksAlways({ spokespersons });
  return (
    <li class={isSilent ? "tile bad speakers" : "tile speakers"}>
      <span>{own.speaks}</span>
      {isSilent && (
        <>
          <strong>
            <span aria-hidden="true">⚠ </span>
            {own.nobodySpeaks}
          </strong>
          <a href={href("/records/Spokesperson", { unitId: unit?.id })}>{own.appoint}</a>
        </>
      )}
      {spokespersons.map((one) => (
        <span key={one.id}>
          <RecordLink of={one}>{one.name}</RecordLink>
          <span class="quiet">
            {" "}
            {[
              one.post,
              ...(one.role === "REGULAR" ? [] : [capital(termWords("SpokespersonRole", one.role, language))]),
              one.matter,
              one.phone,
            ]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </span>
      ))}
    </li>
  );
}
