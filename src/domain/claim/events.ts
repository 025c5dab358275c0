import { type Chronicle, eventsOf, type EventsOf } from "../kernel/history.js";
import type { ClaimKind } from "../kernel/taking.js";
import { say } from "../kernel/words.js";

export interface OfAttempt {
  readonly kind: ClaimKind;
  /** Each attempt at carrying out the command has another: who tries again takes the claim over from the one before. */
  readonly attemptId: string;
}

/** Who claimed a thing last. */
export interface Claimant {
  readonly attemptId: string;
  /** The command that needs the thing, and the stream into which its events will come. */
  readonly forCommandId: string;
  readonly stream: string;
  /** Nothing comes of it any more. What its stream holds is to be known all the same. */
  readonly givenBack: boolean;
}

const { happens } = eventsOf<Claimant, { readonly claimId: string }>();

/** What can have happened to a claim; what it is after that, ./claim.ts tells. */
export const claimEvents = {
  ThingClaimed: happens<OfAttempt & Pick<Claimant, "forCommandId" | "stream">>({
    says: say("Giữ chỗ điều chỉ một hồ sơ được dùng.", "What can be taken once was claimed for a command."),
  }),
  /** The command was refused after all. */
  ClaimGivenBack: happens<OfAttempt>({
    says: say("Trả lại chỗ đã giữ vì lệnh bị từ chối.", "A claim was given back, the command was refused."),
  }),
};

export type ClaimEvent = EventsOf<typeof claimEvents>;

export const claimHistory: Chronicle = {
  kind: null,
  category: "claim",
  timeline: "REGISTER",
  id: "claimId",
  words: say("chỗ giữ", "claim"),
  events: claimEvents,
};
