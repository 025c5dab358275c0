import { ref } from "../kernel/fields.js";
import { nameKey } from "../kernel/names.js";
import { CHANGE, name, reason } from "../kernel/registerFields.js";
import { looked, stepsOf } from "../kernel/steps.js";
import type { ClaimWanted } from "../kernel/taking.js";
import { type LocalDate, localDateOf, nameOn } from "../kernel/time.js";
import { say } from "../kernel/words.js";
import type { PressAgencyEvent } from "./events.js";
import { liftedBy, overlap } from "./life.js";
import {
  CORRECTED,
  latestName,
  NEW_PRESS_AGENCY,
  type PressAgency,
  type PressAgencyFact,
  SUSPENDED,
} from "./pressAgency.js";
import { pressAgencyRefusals } from "./refusals.js";
import { endsAfterTakingIn, goesOn, hasNoEnd, liveOn, nameIsFree } from "./rules.js";

/** The other agencies that bear the name, however it is spelt. */
interface Namesakes {
  readonly namesakes: readonly PressAgencyFact[];
}
/** The last day on which another agency was merged into this one. */
interface TakenIn {
  readonly tookInOn: LocalDate | null;
}

/** No two live agencies share a name. */
const theName = ({ data }: { readonly data: { readonly name: string } }): readonly ClaimWanted[] => [
  { kind: "PRESS_AGENCY_NAME", key: nameKey(data.name) },
];

const { begin, correction, step } = stepsOf<PressAgency, PressAgencyEvent, "agencyId">();

/** What may be done about a press agency. */
export const pressAgencySteps = {
  RegisterPressAgency: begin({
    does: say("đăng ký cơ quan báo chí", "register a press agency"),
    note: "Enters a press agency into the register.",
    begins: "pressAgency",
    fields: NEW_PRESS_AGENCY,
    claims: theName,
    looked: looked<Namesakes>(),
    rules: [
      function hasAKind({ data }) {
        return data.kinds.length === 0 ? pressAgencyRefusals.PRESS_AGENCY_NEEDS_KIND(["kinds"]) : undefined;
      },
      function agencyNameIsFree({ id, data }) {
        return nameIsFree(id, data, data.registeredOn);
      },
    ],
    event: "PressAgencyRegistered",
  }),
  AmendPressAgency: correction({
    does: say("đính chính hồ sơ cơ quan báo chí", "correct the record of the press agency"),
    event: "PressAgencyAmended",
    note: "`name` takes the place of the one recorded last.",
    reason,
    fields: CORRECTED,
    claims: ({ data }) => (data.name === null ? [] : theName({ data: { name: data.name } })),
    looked: looked<Namesakes>(),
    rules: [
      function keepsAKind({ data }) {
        return data.kinds?.length === 0 ? pressAgencyRefusals.PRESS_AGENCY_NEEDS_KIND(["kinds"]) : undefined;
      },
      function correctedNameIsFree({ state, id, data, meta }) {
        if (data.name === null) return undefined;
        const since = state.names.at(-1)?.from ?? state.registeredOn;
        const today = localDateOf(meta.now);
        return nameIsFree(id, { name: data.name, namesakes: data.namesakes }, since < today ? today : since);
      },
    ],
    recorded: (agency) => ({ ...agency, name: latestName(agency) }),
  }),
  RenamePressAgency: step({
    does: say("đổi tên cơ quan báo chí", "rename the press agency"),
    note: "Earlier records keep the old name.",
    fields: { name, ...CHANGE },
    claims: theName,
    looked: looked<Namesakes>(),
    rules: [
      function agencyIsLive({ state, data }) {
        return liveOn(state, data.effectiveOn, ["effectiveOn"]);
      },
      function nameChanges({ state, data }) {
        const unchanged = nameOn(state.names, data.effectiveOn) === data.name;
        return unchanged ? pressAgencyRefusals.PRESS_AGENCY_NAME_UNCHANGED(["name"]) : undefined;
      },
      function newNameIsFree({ id, data }) {
        return nameIsFree(id, data, data.effectiveOn);
      },
    ],
    event: "PressAgencyRenamed",
  }),
  SuspendPressAgency: step({
    does: say("đình bản, tạm đình chỉ hoạt động", "suspend the press agency"),
    note: "For a term or until further notice.",
    fields: SUSPENDED,
    rules: [
      function agencyIsLive({ state, data }) {
        return liveOn(state, data.from, ["from"]);
      },
      function termIsInOrder({ data }) {
        const reversed = data.until !== null && data.until < data.from;
        return reversed ? pressAgencyRefusals.SUSPENSION_ENDS_BEFORE_IT_BEGINS(["until"]) : undefined;
      },
      function termIsNew({ state, data: { from, until } }) {
        const known = state.suspensions.find((one) => overlap(one, { from, until, liftedOn: null }));
        return known && pressAgencyRefusals.PRESS_AGENCY_SUSPENDED_ALREADY(["from"], known.from);
      },
    ],
    event: "PressAgencySuspended",
  }),
  ReinstatePressAgency: step({
    does: say("cho hoạt động trở lại", "reinstate the press agency"),
    note: "Lifts its suspension.",
    fields: CHANGE,
    when: [
      function agencyIsSuspended({ state }) {
        const some = state.suspensions.some(({ liftedOn }) => liftedOn === null);
        return some ? undefined : pressAgencyRefusals.PRESS_AGENCY_NOT_SUSPENDED(["agencyId"]);
      },
    ],
    rules: [
      function agencyIsLive({ state, data }) {
        return liveOn(state, data.effectiveOn, ["effectiveOn"]);
      },
      function afterTheSuspensionBegan({ state, data }) {
        if (liftedBy(state.suspensions, data.effectiveOn)) return undefined;
        const open = state.suspensions.find(({ liftedOn }) => liftedOn === null);
        return open && pressAgencyRefusals.REINSTATED_BEFORE_SUSPENSION(["effectiveOn"], open.from);
      },
    ],
    event: "PressAgencyReinstated",
  }),
  MergePressAgency: step({
    does: say("sáp nhập vào cơ quan báo chí khác", "merge the press agency into another"),
    note: "Answers with the agency that ends.",
    fields: {
      intoId: ref(
        "PressAgency",
        say("cơ quan báo chí tiếp nhận", "receiving agency"),
        "The agency that goes on; `agencyId` ends in it.",
      ),
      ...CHANGE,
    },
    looked: looked<TakenIn & { readonly into: PressAgencyFact }>(),
    when: [
      function agencyHasNoEnd({ state }) {
        return goesOn(state, ["agencyId"]);
      },
    ],
    rules: [
      function notIntoItself({ id, data }) {
        return data.into.agencyId === id ? pressAgencyRefusals.PRESS_AGENCY_INTO_ITSELF(["intoId"]) : undefined;
      },
      function agencyIsLive({ state, data }) {
        return liveOn(state, data.effectiveOn, ["effectiveOn"]);
      },
      function endsAfterWhatItTookIn({ state, data }) {
        return endsAfterTakingIn(state, data.tookInOn, data.effectiveOn);
      },
      function successorIsLive({ data }) {
        // Not even a coming end: two agencies could otherwise be merged into each other.
        return hasNoEnd(data.into, ["intoId"]);
      },
    ],
    event: "PressAgencyMerged",
    besides: ({ data: { into, effectiveOn } }) => ({
      intoId: into.agencyId,
      intoName: nameOn(into.names, effectiveOn),
    }),
  }),
  ClosePressAgency: step({
    does: say("chấm dứt hoạt động cơ quan báo chí", "close the press agency"),
    note: "Its licence may have been withdrawn (thu hồi giấy phép).",
    fields: CHANGE,
    looked: looked<TakenIn>(),
    when: [
      function agencyHasNoEnd({ state }) {
        return goesOn(state, ["agencyId"]);
      },
    ],
    rules: [
      function agencyIsLive({ state, data }) {
        return liveOn(state, data.effectiveOn, ["effectiveOn"]);
      },
      function endsAfterWhatItTookIn({ state, data }) {
        return endsAfterTakingIn(state, data.tookInOn, data.effectiveOn);
      },
    ],
    event: "PressAgencyClosed",
  }),
  TakeBackPressAgencyMerger: step({
    does: say("hủy việc sáp nhập đã nhập nhầm", "take back a merger that was entered in error"),
    note:
      "`agencyId` is the agency that was merged. It stands as if that had not been entered; what was entered meanwhile stays " +
      "with the agency that it names.",
    fields: { reason },
    claims: ({ state }) => state.names.flatMap((borne) => theName({ data: borne })),
    looked: looked<Namesakes>(),
    when: [
      function agencyWasMerged({ state }) {
        return state.mergedIntoId === null ? pressAgencyRefusals.PRESS_AGENCY_NOT_MERGED(["agencyId"]) : undefined;
      },
    ],
    rules: [
      function reasonIsGiven({ data }) {
        const none = data.reason.trim() === "";
        return none ? pressAgencyRefusals.PRESS_AGENCY_CORRECTION_NEEDS_REASON(["reason"]) : undefined;
      },
      function namesAreFree({ id, state: { names, endsOn }, data: { namesakes }, meta }) {
        const today = localDateOf(meta.occurredAt);
        const day = endsOn !== null && endsOn > today ? endsOn : today;
        const borne = [nameOn(names, day), ...names.filter(({ from }) => from > day).map((one) => one.name)];
        const asked = borne.map((one) => nameIsFree(id, { name: one, namesakes }, day, ["agencyId"]));
        return asked.find((refusal) => refusal !== undefined);
      },
    ],
    event: "PressAgencyMergerTakenBack",
  }),
};
