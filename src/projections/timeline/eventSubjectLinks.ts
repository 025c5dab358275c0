import type { Links } from "../../domain/kernel/links.js";
import { eventOfType } from "../../domain/histories.js";

export type { LedgerRecord, Links, Roles, Subject, SubjectKind } from "../../domain/kernel/links.js";

const NOTHING: Links = {};

/** What the event says of its subjects; one that says nothing is about its own record alone. */
export const linksOf = ({ type, data }: { readonly type: string; readonly data: object }): Links =>
  eventOfType(type)?.about?.(data as never) ?? NOTHING;
