import { ActFining, type ActFiningQuery } from "../../../generated/documents.ts";
import { dayText, moneyText, numberText } from "../../format.ts";
import type { Values } from "../../forms/declared.tsx";
import { useAnswer } from "../../ledger/useAnswer.ts";
import { useLanguage, usePair } from "../../words/words.ts";
import type { Case } from "./course.tsx";
import { WORDS } from "./words.ts";

type Fining = NonNullable<ActFiningQuery["violationCase"]>["violations"][number]["fining"];
type Words = (typeof WORDS)["vi"];
type Money = (amount: string) => string;

interface Told {
  readonly of: Case;
  readonly act: Case["violations"][number];
  readonly signedOn: string;
  readonly post: string | null;
  readonly postWords: string | null;
  readonly line: Values;
  readonly isFined: boolean;
  readonly onAmount: (amount: string) => void;
}

/** Beside the amount that is typed: the frame for this party, what the circumstances leave of it, and the signer's power. */
export function FineAid({ of, act, signedOn, post, postWords, line, isFined, onAmount }: Told) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const variables = {
    ...{ id: of.id, on: signedOn, post: post as never },
    circumstances: (line["circumstances"] ?? []) as never,
    laterCode: (line["laterCode"] ?? null) as string | null,
  };
  const { data } = useAnswer(ActFining, variables, { title: own.aid });
  const fining = data?.violationCase?.violations.find(({ id }) => id === act.id)?.fining;
  if (!fining) return <div class="aid" role="group" aria-label={own.aid} aria-busy="true" />;
  const money: Money = (amount) => moneyText(amount, language);
  const { frame, bounds, beyond, atMost, rule } = fining;
  const amount = (line["amount"] ?? null) as string | null;
  const warned = line["warning"] === true;
  const judged = isFined && !warned && frame && bounds ? verdict(amount, { frame, bounds }, own, money) : null;
  const usual = bounds?.usual ?? null;
  return (
    <div class="aid" role="group" aria-label={own.aid}>
      <dl>
        <dt>{own.frameIs}</dt>
        <dd>{frame ? own.range(numberText(frame.min, language), money(frame.max)) : own.notFined}</dd>
        {bounds && (
          <>
            <dt>{own.forCircumstances}</dt>
            <dd>{rangeText(bounds, own, money)}</dd>
          </>
        )}
        <dt>{own.power}</dt>
        <dd>
          {post === null ? own.choosePost : `${postWords ?? ""}${atMost ? ` ${own.powerUpTo(money(atMost))}` : ""}`}
        </dd>
        <dt>{own.limitation}</dt>
        <dd class={act.limitationEndsOn < signedOn ? "overdue" : undefined}>{dayText(act.limitationEndsOn)}</dd>
      </dl>
      {beyond && <p class="verdict wrong">{language === "vi" ? beyond.messageVi : beyond.message}</p>}
      {warned && rule && !rule.warningAllowed && <p class="verdict wrong">{own.noWarning}</p>}
      {frame && bounds && isFined && !warned && <Bar frame={frame} bounds={bounds} amount={amount} />}
      <p class={judged?.isWrong ? "verdict wrong" : "verdict"} role="status">
        {judged?.says}
      </p>
      {judged && usual !== null && usual !== amount && (
        <button type="button" onClick={() => onAmount(usual)}>
          {own.take(money(usual))}
        </button>
      )}
    </div>
  );
}

interface Judging {
  readonly frame: NonNullable<Fining["frame"]>;
  readonly bounds: NonNullable<Fining["bounds"]>;
}

function rangeText({ min, max, includesEnds }: Judging["bounds"], own: Words, money: Money): string {
  if (min === max) return own.exactly(money(min));
  return includesEnds ? own.range(money(min), money(max)) : own.between(money(min), money(max));
}

function verdict(
  amount: string | null,
  { frame, bounds }: Judging,
  own: Words,
  money: Money,
): { readonly says: string; readonly isWrong: boolean } {
  const range = rangeText(bounds, own, money);
  if (amount === null) {
    const { usual } = bounds;
    return usual === null
      ? { says: own.needed(range), isWrong: true }
      : { says: own.ifEmpty(money(usual)), isWrong: false };
  }
  const [typed, min, max] = [BigInt(amount), BigInt(bounds.min), BigInt(bounds.max)];
  if (typed < BigInt(frame.min)) return { says: own.below(money(frame.min)), isWrong: true };
  if (typed > BigInt(frame.max)) return { says: own.above(money(frame.max)), isWrong: true };
  const fits = bounds.includesEnds ? min <= typed && typed <= max : min < typed && typed < max;
  return fits ? { says: own.within, isWrong: false } : { says: own.againstCircumstances(range), isWrong: true };
}

/** The frame as a bar with the amount on it; the same is said in words beneath. */
function Bar({ frame, bounds, amount }: Judging & { readonly amount: string | null }) {
  const most = Number(frame.max) * 1.25;
  const at = (sum: string): number => Math.min(100, (Number(sum) / most) * 100);
  const part = (min: string, max: string) => ({ left: `${at(min)}%`, width: `${Math.max(1, at(max) - at(min))}%` });
  const isOut = amount !== null && (BigInt(amount) < BigInt(frame.min) || BigInt(amount) > BigInt(frame.max));
  return (
    <div class="fine-bar" aria-hidden="true">
      <span class="frame" style={part(frame.min, frame.max)} />
      <span class="bounds" style={part(bounds.min, bounds.max)} />
      {amount !== null && <span class={isOut ? "typed out" : "typed"} style={{ left: `${at(amount)}%` }} />}
    </div>
  );
}
