import type { LedgerEvent } from "../../eventstore/codec.js";
import type { Tally } from "../figures/measures.js";
import { figuresDdl } from "../figures/tables.js";
import { TallyWriter } from "../figures/writer.js";
import type { Follower } from "./recordPart.js";
import type { Version } from "./recordTable.js";

/** Counts what each change of a record changes of what it counts for. */
export const counted = <S extends object, E extends LedgerEvent>(tally: Tally<Version<S>, E>): Follower<S> => ({
  ddl: figuresDdl(tally),
  open({ db }) {
    const figures = new TallyWriter(db, tally);
    // The records of the table are those of the tally, and so are their events.
    return { changed: ({ event, before, after }) => figures.changed(event as E, before, after) };
  },
});
