import {
  asIn,
  eachOptional,
  id,
  many,
  needed,
  OFFENDERS,
  optional,
  part,
  records,
  ref,
  texts,
} from "../kernel/fields.js";
import { hasSome, looked, stepsOf } from "../kernel/steps.js";
import { say } from "../kernel/words.js";
import type { PressItemEvent } from "./events.js";
import { handlingSteps } from "./handlingSteps.js";
import {
  ADDRESS,
  claim,
  CORRECTED,
  PLACE,
  PRESS_ITEM,
  type PressItem,
  type PressItemFact,
  reason,
  SOURCE,
  unitIds,
  visitId,
} from "./pressItem.js";
import { pressItemRefusals as refusals } from "./refusals.js";
import { addressFault, hasCome } from "./rules.js";
import { NOT_VOIDED } from "./terms.js";

const claimId = id(say("nội dung nêu", "claim"), "As the item shows it.");
const ADDRESS_INPUT = part("PressItemAddressInput", ADDRESS, "The address, or the hash of what was captured, or both.");
/** As they were called on the day of publication; null: nothing was said of it. */
export interface Source {
  readonly outlet: Pick<PressItem, "agencyId" | "outletName"> | null;
  readonly author: Pick<PressItem, "reporterId" | "authorName"> | null;
}

const { begin, correction, step, voiding } = stepsOf<PressItem, PressItemEvent, "pressItemId">();

/** What may be done about a press item. */
export const pressItemSteps = {
  CapturePressItem: begin({
    does: say("ghi nhận tin, bài", "capture a press item"),
    note: "The outlet is a press agency of the register, or named where it is in none. A printed item has no address.",
    begins: "press item",
    fields: {
      ...asIn(PRESS_ITEM, "title", "medium", "publishedOn", "topic"),
      ...eachOptional(SOURCE),
      ...PLACE,
      addresses: optional(many(ADDRESS_INPUT, say("địa chỉ", "addresses"), { most: 50 })),
      unitIds: optional(unitIds),
      visitId: optional(visitId),
    },
    looked: looked<Source & { readonly addresses: PressItem["addresses"] }>(),
    rules: [
      function publishedAlready({ data, meta }) {
        return hasCome(data.publishedOn, meta, ["publishedOn"]);
      },
      function outletIsNamed({ data }) {
        return data.outlet ? undefined : refusals.PRESS_ITEM_NEEDS_OUTLET(["agencyId"]);
      },
      function addressesSaySomething({ data: { addresses }, meta }) {
        for (const [index, one] of addresses.entries()) {
          const fault = addressFault(one, addresses.slice(0, index), meta, ["addresses", index]);
          if (fault) return fault;
        }
        return undefined;
      },
    ],
    event: "PressItemCaptured",
    besides: ({ data }) => ({
      unitIds: data.unitIds ?? [],
      agencyId: data.outlet?.agencyId ?? null,
      outletName: data.outlet?.outletName ?? "",
      reporterId: data.author?.reporterId ?? null,
      authorName: data.author?.authorName ?? null,
    }),
  }),
  AddPressItemAddress: step({
    does: say("thêm địa chỉ của tin, bài", "record another address"),
    note: "Another address of the same item, or the same one captured anew. A reprint elsewhere is an item of its own.",
    corrects: true,
    fields: ADDRESS,
    makes: { addressId: "address" },
    from: NOT_VOIDED,
    rules: [
      function addressIsNew({ state, data, meta }) {
        return addressFault(data, state.addresses, meta);
      },
    ],
    event: "PressItemAddressAdded",
  }),
  ClassifyPressItem: step({
    does: say("phân loại tin, bài", "classify the item"),
    note: "With what it claims, each claim by itself. What is classified again has another tone; claims are added.",
    fields: {
      ...needed(PRESS_ITEM, "tone"),
      claims: optional(texts(say("các nội dung nêu", "claims"), { most: 50, least: 0, max: 4000 }, OFFENDERS)),
    },
    looked: looked<{ readonly claims: readonly { readonly claimId: string; readonly what: string }[] }>(),
    from: ["CAPTURED", "CLASSIFIED"],
    event: "PressItemClassified",
    besides: ({ data }) => ({ claims: data.claims.map((one) => ({ ...one, verdict: null, finding: null })) }),
  }),
  AddPressItemClaim: step({
    does: say("ghi nhận một nội dung nêu", "record a claim"),
    fields: { what: claim },
    makes: { claimId: "claim" },
    from: ["CLASSIFIED", "ASSIGNED", "ACKNOWLEDGED", "REOPENED"],
    event: "PressItemClaimAdded",
  }),
  WithdrawPressItemClaim: step({
    does: say("rút nội dung ghi nhầm", "withdraw a claim recorded in error"),
    corrects: true,
    fields: { claimId, reason },
    from: NOT_VOIDED,
    when: [hasSome("claims", refusals.PRESS_ITEM_CLAIM_NOT_FOUND, "claimId")],
    rules: [
      function claimIsThere({ state, data }) {
        const one = state.claims.find((known) => known.claimId === data.claimId);
        if (!one) return refusals.PRESS_ITEM_CLAIM_NOT_FOUND(["claimId"]);
        return one.verdict === null ? undefined : refusals.PRESS_ITEM_CLAIM_VERIFIED(["claimId"]);
      },
    ],
    event: "PressItemClaimWithdrawn",
  }),

  ...handlingSteps,

  // What came of it
  LinkPressItemConsequences: step({
    does: say("gắn hồ sơ là hệ quả", "link what came of the item"),
    note: "An inspection, a case, a visit: any records. Commands that name one of the item's as `causedBy` need no link.",
    fields: { recordIds: records(say("hồ sơ là hệ quả", "what came of it"), { most: 50 }) },
    looked: looked<{ readonly missing: number }>(),
    from: NOT_VOIDED,
    rules: [
      function recordsAreThere({ state, data: { recordIds, missing }, id: own }) {
        if (missing >= 0) return refusals.PRESS_ITEM_CONSEQUENCE_NOT_FOUND(["recordIds", missing]);
        const known = recordIds.findIndex(
          (one, index) =>
            one === `PressItem:${own}` || state.consequencesIds.includes(one) || recordIds.indexOf(one) < index,
        );
        return known < 0 ? undefined : refusals.PRESS_ITEM_CONSEQUENCE_LINKED(["recordIds", known]);
      },
    ],
    event: "PressItemConsequencesLinked",
  }),
  UnlinkPressItemConsequences: step({
    does: say("bỏ gắn hồ sơ gắn nhầm", "unlink records linked in error"),
    corrects: true,
    fields: { recordIds: records(say("hồ sơ", "records"), { most: 50 }), reason },
    from: NOT_VOIDED,
    when: [hasSome("consequencesIds", refusals.PRESS_ITEM_CONSEQUENCE_NOT_LINKED, "recordIds")],
    rules: [
      function areLinked({ state, data }) {
        const strange = data.recordIds.findIndex((one) => !state.consequencesIds.includes(one));
        return strange < 0 ? undefined : refusals.PRESS_ITEM_CONSEQUENCE_NOT_LINKED(["recordIds", strange]);
      },
    ],
    event: "PressItemConsequencesUnlinked",
  }),

  // Corrections
  JoinPressItem: step({
    does: say("ghép vào nhóm tin, bài đăng lại", "join a reprint to another item"),
    note: "From now on they count as one, and what is assigned and verified is so at the head.",
    corrects: true,
    fields: { headId: ref("PressItem", say("tin, bài đứng đầu nhóm", "head")), reason },
    looked: looked<{ readonly head: PressItemFact; readonly hasMembers: boolean }>(),
    from: NOT_VOIDED,
    when: [
      function belongsToNoneYet({ state }) {
        return state.headId === null ? undefined : refusals.PRESS_ITEM_JOINED(["pressItemId"]);
      },
    ],
    rules: [
      function headIsAHead({ data: { head, hasMembers }, id: own }) {
        if (head.pressItemId === own) return refusals.PRESS_ITEM_JOINED_TO_ITSELF(["headId"]);
        if (head.headId !== null || head.status === "VOIDED")
          return refusals.PRESS_ITEM_HEAD_BELONGS_ELSEWHERE(["headId"]);
        return hasMembers ? refusals.PRESS_ITEM_IS_HEAD(["pressItemId"]) : undefined;
      },
    ],
    event: "PressItemJoined",
  }),
  SplitPressItem: step({
    does: say("tách khỏi nhóm", "split from the cluster"),
    note: "It is an item by itself again, as it stood when it was joined.",
    corrects: true,
    fields: { reason },
    from: NOT_VOIDED,
    when: [
      function belongsToAnother({ state }) {
        return state.headId === null ? refusals.PRESS_ITEM_NOT_JOINED(["pressItemId"]) : undefined;
      },
    ],
    event: "PressItemSplit",
    besides: ({ state }) => ({ headId: state.headId ?? "" }),
  }),
  CorrectPressItem: correction({
    event: "PressItemCorrected",
    fields: CORRECTED,
    looked: looked<Source>(),
    from: NOT_VOIDED,
    rules: [
      function publishedAlready({ data, meta }) {
        return data.publishedOn === null ? undefined : hasCome(data.publishedOn, meta, ["publishedOn"]);
      },
    ],
    /** An outlet that is in no register, or an author of whom only a name is known, takes the place of one who is there. */
    wanted: ({ said, data: { outlet, author } }) => ({
      ...said,
      ...{ agencyId: outlet?.agencyId, outletName: outlet?.outletName },
      ...{ reporterId: author?.reporterId, authorName: author?.authorName ?? undefined },
    }),
  }),
  VoidPressItem: voiding({
    event: "PressItemVoided",
    note: "A head is voided when no item belongs to it.",
    looked: looked<{ readonly hasMembers: boolean }>(),
    from: NOT_VOIDED,
    rules: [
      function isNoHead({ data }) {
        return data.hasMembers ? refusals.PRESS_ITEM_IS_HEAD(["pressItemId"]) : undefined;
      },
    ],
  }),
};
