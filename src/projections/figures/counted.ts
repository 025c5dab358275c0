import type { LedgerEvent } from "../../eventstore/codec.js";
import type { Follower } from "../table/recordPart.js";
import type { Tally } from "./measures.js";
import { figuresDdl } from "./tables.js";
import { type Told, TallyWriter } from "./writer.js";

/** Keeps what records count for whose state is all that a tally asks. */
export const counted = <S extends object, E extends LedgerEvent>(
  tally: Tally<S, E>,
  history: Told<S>,
): Follower<S> => ({
  ddl: figuresDdl(tally),
  open({ db }) {
    const figures = new TallyWriter(db, tally);
    return {
      // A record is changed by events of its own alone.
      changed({ event, before, after }) {
        if (event.story) figures.retold(event as E, event.story as readonly E[], history);
        else figures.changed(event as E, before?.state, after.state);
      },
    };
  },
});
