import type { ClassType } from "type-graphql";
import type { RecordKind } from "../../domain/kernel/fields.js";
import type { Basis } from "../../projections/table/basis.js";
import { mayRead } from "../shared/access.js";
import type { LedgerContext } from "../shared/context.js";
import type { Found } from "../shared/found.js";
import type { Node } from "../shared/node.js";

/** How a kind of record is shown: its type, how one is found, and whether who shows no token may see it. */
export interface Shown {
  readonly type: ClassType<Node>;
  readonly find: (reads: LedgerContext["reads"], id: string, basis: Basis) => Found<Node>;
  readonly isPublic: boolean;
}

const SHOWN = new Map<RecordKind, Shown>();

/** Told once by each subject; whoever links to its records asks here, so that subjects may link to each other. */
export const showAs = (kind: RecordKind, shown: Shown): void => void SHOWN.set(kind, shown);

/** @throws when nobody has said how the kind is shown: its resolvers are not in the schema. */
export function shownAs(kind: RecordKind): Shown {
  const shown = SHOWN.get(kind);
  if (!shown) throw new Error(`Nobody has said how a ${kind} is shown.`);
  return shown;
}

/** What is not there and what may not be seen look the same: nobody learns by asking what exists. */
export function recordAt({ principal, reads }: LedgerContext, kind: RecordKind, id: string, basis: Basis): Found<Node> {
  const { find, isPublic } = shownAs(kind);
  return isPublic || mayRead(principal, "records") ? find(reads, id, basis) : null;
}
