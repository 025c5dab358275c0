import type { Due } from "../due/due.js";
import { localDateOf } from "../kernel/time.js";
import type { PressConference } from "./pressConference.js";

/** Of a conference of one's own that is planned, the notice to the press authority. */
export function pressConferenceOwes({ status, unitId, noticedAt, noticeBy }: PressConference): readonly Due[] {
  if (status !== "PLANNED" || noticedAt !== null || noticeBy === null) return [];
  return [{ kind: "CONFERENCE_NOTICE", unitIds: [unitId], since: localDateOf(noticeBy), by: noticeBy, rule: null }];
}
