import type { LedgerEvent } from "../../eventstore/codec.js";
import type { Follower } from "../table/recordPart.js";
import type { Version } from "../table/recordTable.js";
import type { Tally } from "./measures.js";
import { figuresDdl } from "./tables.js";
import { TallyWriter } from "./writer.js";

/** Keeps what records count for whose state is all that a tally asks. */
export const counted = <S, E extends LedgerEvent>(tally: Tally<S, E>): Follower<S> =>
  countedBy(tally, ({ state }) => state);

/** As `counted`, of a record whose state does not bear its own id. */
export const countedAsVersion = <S, E extends LedgerEvent>(tally: Tally<Version<S>, E>): Follower<S> =>
  countedBy(tally, (version) => version);

const countedBy = <S, Asked, E extends LedgerEvent>(
  tally: Tally<Asked, E>,
  askedOf: (version: Version<S>) => Asked,
): Follower<S> => ({
  ddl: figuresDdl(tally),
  open({ db }) {
    const figures = new TallyWriter(db, tally);
    return {
      // A record is changed by events of its own alone.
      changed: ({ event, before, after }) => figures.changed(event as E, before && askedOf(before), askedOf(after)),
    };
  },
});
