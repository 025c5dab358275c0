import { firstReceivedOn, type InformationRequest } from "../../domain/informationRequest/informationRequest.js";
import { addDays } from "../../domain/kernel/time.js";
import type { Basis } from "../table/basis.js";
import type { DeclaredReader } from "../declared/declaredRecords.js";
import { fold, wordsOf } from "../table/fold.js";
import type { Version } from "../table/recordTable.js";

/** What was asked longer ago is another question. */
const WITHIN_DAYS = 90;
/** So many earlier requests of a unit are looked at, the latest first. */
const MOST_LOOKED_AT = 500;
/** And so many are told. */
const MOST_TOLD = 20;
/** Of the words of either subject so many are in both, in hundredths: then the two are alike. */
const ALIKE_PERCENT = 60;

type Request = Version<InformationRequest>;

interface SameAs {
  /** Citizens are the same by their names: for those only who may read them. */
  readonly byName: boolean;
  /** Of those that are merged, the one that goes on. */
  readonly oneOf: (kind: "Reporter" | "PressAgency", id: string) => string;
}
interface Asked extends SameAs {
  readonly basis: Basis;
}

/**
 * The earlier requests to a unit that ask the same: of the same subject, whoever asks; or of a like subject by the same
 * asker.
 */
export function askedBefore(
  records: DeclaredReader<InformationRequest>,
  asking: Request,
  { byName, basis, oneOf }: Asked,
): readonly Request[] {
  const { id, state } = asking;
  if (state.status === "VOIDED") return [];
  const to = state.receivedOn;
  const filter = { unitId: state.unitId, from: addDays(to, -WITHIN_DAYS), to };
  const window = { limit: MOST_LOOKED_AT };
  const { rows } = records.list(filter, { direction: "DESC", window, basis });
  return rows
    .map(({ row }) => row)
    .filter((other) => other.id !== id && other.state.status !== "VOIDED" && isEarlier(records, other, asking))
    .filter((other) => asksTheSame(other.state, state, { byName, oneOf }))
    .slice(0, MOST_TOLD);
}

/** Of two of one day the one that the ledger took first. */
function isEarlier(records: DeclaredReader<InformationRequest>, other: Request, than: Request): boolean {
  const [then, now] = [firstReceivedOn(other.state), firstReceivedOn(than.state)];
  if (then !== now) return then < now;
  return (records.begunAt(other.id) ?? 0) < (records.begunAt(than.id) ?? 0);
}

function asksTheSame(one: InformationRequest, other: InformationRequest, how: SameAs): boolean {
  if (fold(one.subject) === fold(other.subject)) return true;
  return isSameAsker(one, other, how) && isAlike(wordsOf(one.subject), wordsOf(other.subject));
}

function isSameAsker(one: InformationRequest, other: InformationRequest, { byName, oneOf }: SameAs): boolean {
  const isOne = (kind: "Reporter" | "PressAgency", a: string | null, b: string | null): boolean =>
    a !== null && b !== null && oneOf(kind, a) === oneOf(kind, b);
  if (one.regime !== other.regime) return false;
  if (one.reporterId !== null || other.reporterId !== null) return isOne("Reporter", one.reporterId, other.reporterId);
  if (one.agencyId !== null || other.agencyId !== null) return isOne("PressAgency", one.agencyId, other.agencyId);
  return byName && one.askerName !== null && other.askerName !== null && fold(one.askerName) === fold(other.askerName);
}

function isAlike(one: readonly string[], other: readonly string[]): boolean {
  const [ours, theirs] = [new Set(one), new Set(other)];
  const common = [...ours].filter((word) => theirs.has(word)).length;
  const all = ours.size + theirs.size - common;
  return common * 100 >= all * ALIKE_PERCENT;
}
