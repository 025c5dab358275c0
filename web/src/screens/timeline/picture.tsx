import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { dayOf, dayText, numberText } from "../../format.ts";
import { useLanguage, usePair } from "../../words/words.ts";
import { axisOf } from "./axis.ts";
import { daysLate } from "./late.ts";
import { type Mark, markBeside, pictureOf, type Shown } from "./marks.ts";
import { WORDS } from "./words.ts";

const HEIGHT = 232;
const LABEL_Y = { HAPPENED: 14, KNOWN: 204 } as const;
const AXIS_Y = 212;
/** Late ones have a row of their own in each lane, so that none lies under another. */
const rowOf = ({ lane, isLate }: Pick<Mark, "lane" | "isLate">): number =>
  lane === "HAPPENED" ? (isLate ? 66 : 38) : isLate ? 144 : 172;
const USUAL_WIDTH = 1_000;

/** What happened above, when the ledger knew it below: a slanted line is an entry that came late. */
export function TwoTracks({
  events,
  onMark,
}: {
  readonly events: readonly Shown[];
  readonly onMark: (events: readonly Shown[]) => void;
}) {
  const own = usePair(WORDS);
  const box = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const [width, setWidth] = useState(USUAL_WIDTH);
  const [at, setAt] = useState<string>();
  useEffect(() => {
    if (!box.current) return;
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.round(entry.contentRect.width)));
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  const { axis, picture } = useMemo(() => {
    const moments = events.flatMap(({ occurredAt, recordedAt }) => [Date.parse(occurredAt), Date.parse(recordedAt)]);
    const made = axisOf(Math.min(...moments), Math.max(...moments), width);
    return { axis: made, picture: pictureOf(events, made) };
  }, [events, width]);
  const { marks, lines } = picture;
  const current = marks.find(({ key }) => key === at) ?? marks[0];
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = current && markBeside(picture, current, event.key);
    if (!next) return;
    event.preventDefault();
    setAt(next.key);
    svg.current?.querySelector<SVGAElement>(`[data-key="${next.key}"]`)?.focus();
  };
  return (
    <div class="two-tracks" ref={box}>
      <svg
        ref={svg}
        viewBox={`0 0 ${width} ${HEIGHT}`}
        role="group"
        aria-label={own.picture}
        aria-describedby="picture-help"
        onKeyDown={onKeyDown}
      >
        {(["HAPPENED", "KNOWN"] as const).map((lane) => (
          <g key={lane} class="lane">
            <line x1={0} x2={width} y1={rowOf({ lane, isLate: false })} y2={rowOf({ lane, isLate: false })} />
            <text x={0} y={LABEL_Y[lane]}>
              {lane === "HAPPENED" ? own.happened : own.known}
            </text>
          </g>
        ))}
        <g class="ticks" aria-hidden="true">
          {axis.ticks.map(({ x, label }) => (
            <g key={label}>
              <line x1={x} x2={x} y1={22} y2={AXIS_Y} />
              <text x={x} y={HEIGHT - 4} text-anchor={x < 40 ? "start" : x > width - 40 ? "end" : "middle"}>
                {label}
              </text>
            </g>
          ))}
        </g>
        <g aria-hidden="true">
          {lines.map(({ from, to, count }) => (
            <line
              key={`${from.key} ${to.key}`}
              class={from.isLate ? "joined late" : "joined"}
              stroke-width={Math.min(4, 1 + Math.log2(count) / 2)}
              x1={from.x}
              y1={rowOf(from)}
              x2={to.x}
              y2={rowOf(to)}
            />
          ))}
        </g>
        {marks.map((mark) => (
          <MarkLink
            key={mark.key}
            mark={mark}
            isCurrent={mark === current}
            onMark={() => {
              setAt(mark.key);
              onMark(mark.events);
            }}
          />
        ))}
      </svg>
      <p class="only-read" id="picture-help">
        {own.pictureHelp}
      </p>
    </div>
  );
}

function MarkLink({
  mark,
  isCurrent,
  onMark,
}: {
  readonly mark: Mark;
  readonly isCurrent: boolean;
  readonly onMark: () => void;
}) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const { events, isLate, lane, x, key } = mark;
  const y = rowOf(mark);
  const days = events.map((event) => dayOf(lane === "HAPPENED" ? event.occurredAt : event.recordedAt)).sort();
  const [first = "", last = ""] = [days[0], days.at(-1)];
  const latest = Math.max(...events.map(daysLate));
  const text = [
    lane === "HAPPENED" ? own.happened : own.known,
    first === last ? dayText(first) : `${dayText(first)} – ${dayText(last)}`,
    own.events(numberText(events.length, language)),
    isLate
      ? events.length === 1
        ? own.late(numberText(latest, language))
        : `${own.lateMark}, ${own.lateUpTo(numberText(latest, language))}`
      : own.onTime,
  ].join(" · ");
  const radius = events.length === 1 ? 6 : Math.min(12, 8 + Math.log2(events.length) / 2);
  return (
    <>
      <a
        href={`#${events[0]?.position ?? ""}`}
        class={isLate ? "mark late" : "mark"}
        data-key={key}
        tabIndex={isCurrent ? 0 : -1}
        aria-label={text}
        onClick={(event) => {
          event.preventDefault();
          onMark();
        }}
      >
        <title>{text}</title>
        <circle class="reach" cx={x} cy={y} r={12} />
        {isLate ? (
          <path d={`M${x} ${y - radius - 2}L${x + radius + 2} ${y}L${x} ${y + radius + 2}L${x - radius - 2} ${y}Z`} />
        ) : (
          <circle class="dot" cx={x} cy={y} r={radius} />
        )}
      </a>
      {events.length > 1 && (
        <text class="number" x={x} y={y + 3.5} text-anchor="middle" aria-hidden="true">
          {events.length}
        </text>
      )}
    </>
  );
}
